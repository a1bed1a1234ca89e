import { describe, expect, it } from '@jest/globals'

import { mobyDefault } from '../../../src/profile/defaults/moby.ts'
import type { EngineName } from '../../../src/profile/resolve.ts'
import type { Architecture } from '../../../src/syscalls/architectures.ts'
import { syscallNumbers } from '../../../src/syscalls/numbers.ts'
import {
  defaultTreatment,
  podmanDefault
} from '../../support/profiles/defaults.ts'

describe('the copies', () => {
  it("are the engines' own, without our note", () => {
    expect(podmanDefault()).toMatchObject({
      defaultAction: 'SCMP_ACT_ERRNO',
      defaultErrnoRet: 38,
      defaultErrno: 'ENOSYS'
    })
    expect(mobyDefault()).toMatchObject({
      defaultAction: 'SCMP_ACT_ERRNO',
      defaultErrnoRet: 1
    })
    expect(podmanDefault().extra).toBeUndefined()
    expect(mobyDefault().extra).toBeUndefined()
  })
})

describe('defaultTreatment', () => {
  const cases: [EngineName, string, Architecture, string][] = [
    ['podman', 'read', 'SCMP_ARCH_X86_64', 'allowed'],
    ['moby', 'read', 'SCMP_ARCH_X86_64', 'allowed'],
    // By capability: podman gives no CAP_SYS_ADMIN and lets mount through all
    // the same, the kernel refuses it then; moby does not.
    ['podman', 'mount', 'SCMP_ARCH_X86_64', 'allowed'],
    ['moby', 'mount', 'SCMP_ARCH_X86_64', 'refused'],
    ['podman', 'chroot', 'SCMP_ARCH_X86_64', 'allowed'],
    ['moby', 'chroot', 'SCMP_ARCH_X86_64', 'allowed'],
    ['podman', 'bpf', 'SCMP_ARCH_X86_64', 'refused'],
    ['moby', 'bpf', 'SCMP_ARCH_X86_64', 'refused'],
    // By argument.
    ['podman', 'personality', 'SCMP_ARCH_X86_64', 'conditional'],
    ['moby', 'clone', 'SCMP_ARCH_X86_64', 'conditional'],
    // By architecture.
    ['podman', 'arch_prctl', 'SCMP_ARCH_X86_64', 'allowed'],
    ['podman', 'arch_prctl', 'SCMP_ARCH_X86', 'refused'],
    ['moby', 'riscv_flush_icache', 'SCMP_ARCH_RISCV64', 'allowed'],
    ['podman', 'no_such_call', 'SCMP_ARCH_X86_64', 'refused']
  ]
  it.each(cases)('%s, %s on %s: %s', (engine, name, architecture, expected) => {
    expect(defaultTreatment(engine, name, architecture)).toBe(expected)
  })

  it.each([
    ['4.7.10', 'refused'],
    ['4.8', 'allowed'],
    ['4.8.0-rc1', 'allowed'],
    ['4.10.1-generic', 'allowed'],
    ['6.12.3-amd64', 'allowed'],
    [undefined, 'allowed']
  ])('moby on kernel %s: ptrace is %s', (kernel, expected) => {
    const architecture = 'SCMP_ARCH_X86_64'
    expect(defaultTreatment('moby', 'ptrace', architecture, kernel)).toBe(
      expected
    )
    expect(defaultTreatment('podman', 'ptrace', architecture, kernel)).toBe(
      'allowed'
    )
  })

  it.each([
    ['podman', 311, 2],
    ['moby', 298, 3]
  ] as const)(
    '%s allows %i calls of x86-64, and %i by argument',
    (engine, allowed, conditional) => {
      const kinds = Object.keys(syscallNumbers('SCMP_ARCH_X86_64')).map(name =>
        defaultTreatment(engine, name, 'SCMP_ARCH_X86_64')
      )
      expect(kinds.filter(kind => kind === 'allowed')).toHaveLength(allowed)
      expect(kinds.filter(k => k === 'conditional')).toHaveLength(conditional)
    }
  )
})
