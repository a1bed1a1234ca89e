import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { UserError } from '../../../src/errors.ts'
import {
  namesOf,
  parseRecording,
  serializeRecording
} from '../../../src/recorders/recording.ts'
import { caught } from '../../support/caught.ts'
import { anyRecording, named, recording } from '../../support/recordings.ts'

describe('a recording as a file', () => {
  test('is read back as it was', () => {
    fc.assert(
      fc.property(anyRecording, one => {
        const text = serializeRecording(one)
        expect(text.endsWith('}\n')).toBe(true)
        expect(parseRecording(text, 'r.json')).toEqual(one)
      })
    )
  })

  test.each<[string, unknown, string]>([
    ['nothing', '', 'JSON'],
    ['half of it', '{"format": "seccomp-lock rec', 'JSON'],
    ['a list', [], ''],
    ['a profile', { defaultAction: 'SCMP_ACT_ERRNO' }, 'format: '],
    ['a later version', { ...recording(), version: 2 }, 'version: '],
    [
      'a recorder that we do not have',
      { ...recording(), recorder: 'dtrace' },
      'recorder: '
    ],
    [
      'another filter',
      { ...recording(), recordedUnder: 'unconfined' },
      'recordedUnder: '
    ],
    [
      'an architecture that is none',
      { ...recording(), architecture: 'x86_64' },
      'architecture: '
    ],
    [
      'a call without programs',
      { ...recording(), calls: [{ name: 'read' }] },
      'calls.0.programs: '
    ],
    [
      'a count of 0',
      recording({
        calls: [{ name: 'read', programs: [{ comm: 'sh', count: 0 }] }]
      }),
      'calls.0.programs.0.count: '
    ],
    [
      'a count that is no whole number',
      recording({
        calls: [{ name: 'read', programs: [{ comm: 'sh', count: 1.5 }] }]
      }),
      'calls.0.programs.0.count: '
    ],
    [
      'a refusal without errno',
      { ...recording(), denied: named('bpf') },
      'denied.0.errno: '
    ]
  ])('%s is none', async (_, value, place) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    const error = await caught(() => parseRecording(text, 'a/r.json'))
    expect(error).toBeInstanceOf(UserError)
    const { message, hint } = error as UserError
    expect(message).toMatch(/^a\/r\.json is not a recording of version 1: ./)
    expect(message).toContain(place)
    expect(hint).toMatch(/\S/)
  })
})

test.each([
  [[], []],
  [named('write', 'read'), ['read', 'write']],
  [
    [
      ...named('read'),
      { name: 'read', architecture: 'SCMP_ARCH_X86' as const, programs: [] }
    ],
    ['read']
  ]
])('the names of %j', (calls, names) => {
  expect(namesOf({ calls })).toEqual(names)
})
