import { describe, expect, it } from '@jest/globals'

import type { Architecture } from '../../../src/syscalls/architectures.ts'
import { syscallNames, syscallNumbers } from '../../../src/syscalls/numbers.ts'

// From each architecture's table in the kernel's source.
const known: [Architecture, Record<string, number>][] = [
  ['SCMP_ARCH_X86_64', { read: 0, openat: 257, clone3: 435, mseal: 462 }],
  ['SCMP_ARCH_X86', { read: 3, vm86: 166, socket: 359, futex_time64: 422 }],
  ['SCMP_ARCH_AARCH64', { read: 63, openat: 56, clone3: 435 }],
  ['SCMP_ARCH_ARM', { read: 3, set_tls: 0xf0005, arm_sync_file_range: 341 }],
  ['SCMP_ARCH_RISCV64', { read: 63, riscv_hwprobe: 258 }],
  ['SCMP_ARCH_PPC64LE', { read: 3, rtas: 255, socket: 326 }],
  ['SCMP_ARCH_S390X', { read: 3, s390_sthyi: 380, socket: 359 }]
]

describe('syscallNumbers', () => {
  it.each(known)('%s', (architecture, numbers) => {
    const table = syscallNumbers(architecture)
    expect(table).toMatchObject(numbers)
    expect(Object.keys(table).length).toBeGreaterThan(300)
  })

  it.each(known)('%s: no two names share a number', architecture => {
    const table = syscallNumbers(architecture)
    const numbers = new Set(Object.values(table))
    expect(numbers.size).toBe(Object.keys(table).length)
  })

  it('has no call that an architecture lacks', () => {
    expect(syscallNumbers('SCMP_ARCH_AARCH64')).not.toHaveProperty('open')
    expect(syscallNumbers('SCMP_ARCH_X86')).not.toHaveProperty('accept')
  })

  it('is empty for an architecture that it does not know', () => {
    expect(syscallNumbers('SCMP_ARCH_SH')).toEqual({})
  })
})

describe('syscallNames', () => {
  it('has the calls of all architectures, and nothing else', () => {
    expect([...syscallNames()]).toEqual(
      expect.arrayContaining(['read', 'vm86', 'rtas', 'set_tls', 's390_sthyi'])
    )
    expect([...syscallNames()].every(n => /^[a-z_0-9]+$/.test(n))).toBe(true)
  })
})
