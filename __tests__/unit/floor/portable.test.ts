import { describe, expect, test } from '@jest/globals'

import { portableFloor } from '../../../src/floor/portable.ts'
import { ALWAYS_KEPT } from '../../../src/syscalls/kept.ts'
import { syscallNumbers } from '../../../src/syscalls/numbers.ts'

const ARCHITECTURES = [
  'SCMP_ARCH_X86_64',
  'SCMP_ARCH_AARCH64',
  'SCMP_ARCH_S390X',
  'SCMP_ARCH_RISCV64'
] as const

describe.each(ARCHITECTURES)('on %s', architecture => {
  const floor = portableFloor(architecture)
  const names = floor.map(({ name }) => name)

  test('has calls of the architecture only, sorted, each once', () => {
    const known = syscallNumbers(architecture)
    expect(names.filter(name => !Object.hasOwn(known, name))).toEqual([])
    expect(names).toEqual([...new Set(names)].sort())
  })

  test('has nothing that every profile has', () => {
    expect(names.filter(name => ALWAYS_KEPT.includes(name))).toEqual([])
  })

  test('names the runtimes of each call', () => {
    for (const { runtimes } of floor) {
      expect(runtimes.length).toBeGreaterThan(0)
      expect(runtimes).toEqual([...new Set(runtimes)].sort())
      for (const runtime of runtimes) expect(runtime).toMatch(/^(crun|runc) \d/)
    }
  })

  test('has what no start of either runtime goes without', () => {
    const runtimesOf = (name: string) =>
      floor.find(call => call.name === name)?.runtimes.join(' ') ?? ''
    expect(runtimesOf('execve')).toMatch(/crun .*runc /)
    // runc looks for the user's rights to the program; crun does not.
    expect(runtimesOf('faccessat2')).toContain('runc')
    expect(runtimesOf('faccessat2')).not.toContain('crun')
    // Without no-new-privileges the filter is loaded before the user is set.
    expect(runtimesOf('capset')).toMatch(/crun .*runc /)
  })
})

test('leaves out what an architecture does not have', () => {
  const namesOn = (architecture: 'SCMP_ARCH_X86_64' | 'SCMP_ARCH_X86') =>
    portableFloor(architecture).map(({ name }) => name)
  expect(namesOn('SCMP_ARCH_X86_64')).toContain('newfstatat')
  expect(namesOn('SCMP_ARCH_X86')).not.toContain('newfstatat')
})
