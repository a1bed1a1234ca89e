import { describe, expect, test } from '@jest/globals'

import { MANAGED_COMMENT } from '../../../src/profile/managed.js'
import { serializeProfile } from '../../../src/profile/serialize.js'
import type { Profile } from '../../../src/profile/types.js'
import { annotate } from '../../../src/report/annotations.js'

const NAMES = Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i))

const PROFILE: Profile = {
  defaultAction: 'SCMP_ACT_ERRNO',
  syscalls: [
    {
      comment: 'mine',
      names: ['read'],
      action: 'SCMP_ACT_ALLOW',
      args: [{ index: 0, value: 1n, valueTwo: 0n, op: 'SCMP_CMP_EQ' }]
    },
    {
      comment: MANAGED_COMMENT,
      names: [...NAMES, 'read'],
      action: 'SCMP_ACT_ALLOW',
      args: []
    },
    {
      comment: MANAGED_COMMENT,
      names: ['socket'],
      action: 'SCMP_ACT_ALLOW',
      args: []
    }
  ]
}
const TEXT = serializeProfile(PROFILE)
const LINES = TEXT.split('\n')

const remarks = (added: string[], fails = false) =>
  annotate({ profile: PROFILE, text: TEXT, added, fails })

describe('annotate', () => {
  test('nothing new, no remark', () => {
    expect(remarks([])).toEqual([])
  })

  test.each(['a', 'm', 'z', 'socket'])('%s is marked on its line', name => {
    const [remark] = remarks([name])
    expect(LINES[(remark?.line ?? 0) - 1]?.trim()).toMatch(
      new RegExp(`^"${name}",?$`)
    )
    expect(remark?.message).toContain(name)
  })

  test('the managed rule is marked, not one of a person', () => {
    const [remark] = remarks(['read'])
    expect(remark?.line).toBe(
      LINES.findLastIndex(l => l.includes('"read"')) + 1
    )
  })

  test.each([
    [false, 'notice'],
    [true, 'error']
  ])('when the run fails is %s: %s', (fails, level) => {
    const levels = remarks(NAMES, fails).map(remark => remark.level)
    expect(new Set(levels)).toEqual(new Set([level]))
  })

  test.each([
    [10, 10, undefined],
    [11, 10, '2 more new system calls.'],
    [26, 10, '17 more new system calls.']
  ])('%i calls make %i remarks', (calls, count, rest) => {
    const made = remarks(NAMES.slice(0, calls))
    expect(made).toHaveLength(count)
    const last = made.at(-1)?.message
    if (rest === undefined) expect(last).toContain('New system call: j')
    else expect(last).toBe(rest)
  })
})
