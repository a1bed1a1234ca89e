import { describe, expect, test } from '@jest/globals'

import { noopProgram, spinProgram } from '../../../src/floor/noop.ts'
import { allowedNames } from '../../../src/profile/compare/diff.ts'
import { treatmentOf } from '../../../src/profile/treatment.ts'
import type { Profile, Rule } from '../../../src/profile/types.ts'
import { filterState, withoutExec } from '../../../src/replay/canary.ts'
import { ARCHITECTURES } from '../../../src/syscalls/architectures.ts'

describe('filterState', () => {
  test('reads what the kernel says', () => {
    const status =
      'Name:\tx\nPid:\t7\nPPid:\t41\nNoNewPrivs:\t0\nSeccomp:\t2\nSeccomp_filters:\t3\nCpus:\tf\n'
    expect(filterState(status)).toEqual({ mode: 2, filters: 3, parent: 41 })
  })

  test('before Linux 5.9, and without seccomp', () => {
    expect(filterState('PPid:\t0\nSeccomp:\t0\n')).toEqual({
      mode: 0,
      filters: undefined,
      parent: 0
    })
    expect(filterState('PPid:\t1\n')).toMatchObject({ mode: undefined })
  })
})

describe('withoutExec', () => {
  const allow = (...names: string[]): Rule => ({
    names,
    args: [],
    action: 'SCMP_ACT_ALLOW'
  })

  test('takes the calls out of all rules, and leaves no empty one', () => {
    const profile: Profile = {
      defaultAction: 'SCMP_ACT_ERRNO',
      defaultErrnoRet: 38,
      architectures: ['SCMP_ARCH_X86_64'],
      syscalls: [
        allow('close', 'execve', 'read'),
        allow('execve', 'execveat'),
        { ...allow('execveat', 'bpf'), includes: { caps: ['CAP_BPF'] } }
      ]
    }
    const changed = withoutExec(profile)
    expect([...allowedNames(changed.syscalls)].sort()).toEqual([
      'bpf',
      'close',
      'read'
    ])
    expect(changed.syscalls.slice(0, -1)).toEqual([
      allow('close', 'read'),
      { ...allow('bpf'), includes: { caps: ['CAP_BPF'] } }
    ])
    expect({ ...changed, syscalls: [] }).toEqual({ ...profile, syscalls: [] })
    expect(profile.syscalls).toHaveLength(3)
  })

  test.each([
    'SCMP_ACT_ALLOW',
    'SCMP_ACT_LOG',
    'SCMP_ACT_KILL',
    'SCMP_ACT_KILL_PROCESS',
    'SCMP_ACT_TRAP',
    'SCMP_ACT_ERRNO'
  ] as const)('refuses them with an error where the rest is %s', action => {
    const profile: Profile = {
      defaultAction: action,
      syscalls: [allow('execve', 'close')]
    }
    const changed = withoutExec(profile)
    for (const name of ['execve', 'execveat']) {
      expect(treatmentOf(changed.syscalls, name, changed).kind).toBe('refused')
    }
    expect(changed.syscalls.at(-1)).toMatchObject({ action: 'SCMP_ACT_ERRNO' })
    expect(treatmentOf(changed.syscalls, 'close', changed).kind).toBe('allowed')
  })
})

test('there is an endless program wherever there is one that does nothing', () => {
  const SPINS: Partial<Record<string, string>> = {
    SCMP_ARCH_X86_64: 'ebfe',
    SCMP_ARCH_X86: 'ebfe',
    SCMP_ARCH_AARCH64: '00000014',
    SCMP_ARCH_ARM: 'feffffea',
    SCMP_ARCH_RISCV64: '6f000000',
    SCMP_ARCH_PPC64LE: '00000048',
    SCMP_ARCH_S390X: 'a7f40000'
  }
  for (const architecture of ARCHITECTURES) {
    const spin = spinProgram(architecture)
    expect(spin === undefined).toBe(noopProgram(architecture) === undefined)
    if (!spin) continue
    const header = spin[4] === 2 ? 64 + 56 : 52 + 32
    expect(spin.subarray(header).toString('hex')).toBe(SPINS[architecture])
  }
})
