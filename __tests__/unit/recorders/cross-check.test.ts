import { describe, expect, test } from '@jest/globals'

import { UserError } from '../../../src/errors.ts'
import {
  doubtsOf,
  type SecondView
} from '../../../src/recorders/cross-check.ts'
import { named, observation } from '../../support/recordings.ts'

const FLOOR = { second: ['openat', 'prctl'] }

const doubts = (
  first: string[],
  second: string[],
  floor: SecondView['floor'] = FLOOR
) =>
  doubtsOf(
    'bpftrace',
    { calls: named(...first) },
    { name: 'hook', saw: observation({ calls: named(...second) }), floor }
  )

describe('doubtsOf', () => {
  test.each<[string, string[], string[]]>([
    ['the same', ['read', 'write'], ['write', 'read']],
    ['what the runtime was measured to do', ['read'], ['read', 'openat']],
    [
      "what comes and goes, and the runtime's set-up",
      ['read'],
      ['read', 'tgkill', 'rt_sigreturn', 'mount', 'pivot_root']
    ]
  ])('%s is no disagreement', (_, first, second) => {
    expect(doubts(first, second)).toEqual([])
  })

  test('a call of the first alone was lost by the second', () => {
    expect(doubts(['bind', 'read'], ['read'])).toEqual([
      'Only bpftrace saw `bind`: oci-seccomp-bpf-hook lost it. The profile has it.'
    ])
  })

  test("a call of the second alone is the runtime's, or was lost", () => {
    expect(doubts(['read'], ['accept', 'bind', 'read'])).toEqual([
      'Only oci-seccomp-bpf-hook saw `accept`, `bind`: either the runtime made it while setting up the container, or bpftrace lost it. The profile does not have it.'
    ])
  })

  test('without a floor a call of the second alone is not reported', () => {
    const both = doubtsOf(
      'bpftrace',
      { calls: named('bind') },
      {
        name: 'hook',
        saw: observation({ calls: named('accept') }),
        floor: undefined
      }
    )
    expect(both).toHaveLength(1)
    expect(both[0]).toMatch(/^Only bpftrace saw `bind`/)
  })

  test('what the second lost is told and no failure', () => {
    const saw = observation({ lost: ['the hook saw no `execve`'] })
    expect(
      doubtsOf('bpftrace', { calls: [] }, { name: 'hook', saw, floor: FLOOR })
    ).toEqual([
      'The check by oci-seccomp-bpf-hook is incomplete: the hook saw no `execve`.'
    ])
  })

  test('a second one that failed says why', () => {
    const saw = new UserError('the tracing hook ended without a profile', {
      code: 'recording'
    })
    const check: SecondView = { name: 'hook', saw, floor: FLOOR }
    expect(doubtsOf('bpftrace', { calls: named('read') }, check)).toEqual([
      'The check by oci-seccomp-bpf-hook failed: the tracing hook ended without a profile.'
    ])
  })

  test('a call of a 32-bit program is the same call', () => {
    const first = [
      { name: 'read', architecture: 'SCMP_ARCH_X86' as const, programs: [] }
    ]
    const saw = observation({ calls: named('read') })
    expect(
      doubtsOf(
        'bpftrace',
        { calls: first },
        { name: 'hook', saw, floor: FLOOR }
      )
    ).toEqual([])
  })
})
