import { describe, expect, it } from '@jest/globals'

import { dangerOf } from '../../../src/syscalls/danger.ts'
import {
  FAMILIES,
  familyOf,
  standInsFor
} from '../../../src/syscalls/families.ts'
import { syscallNames, syscallNumbers } from '../../../src/syscalls/numbers.ts'

const names = FAMILIES.flatMap(family => family.names)
const byWord = FAMILIES.map(f => [f.names.join(' '), f] as const)

describe('the families', () => {
  it('name calls that exist, each in one family', () => {
    expect(names.filter(name => !syscallNames().has(name))).toEqual([])
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })

  it.each(byWord)('%s: two at least, sorted, with a source', (_, family) => {
    expect(family.names.length).toBeGreaterThan(1)
    expect([...family.names].sort()).toEqual(family.names)
    expect(family.source).toMatch(/\(2\)|\(7\)|Linux|asm-generic/)
  })

  it.each(byWord)('%s: dangerous in all or in none', (_, family) => {
    const dangerous = family.names.filter(
      name => dangerOf(name).level === 'dangerous'
    )
    expect([0, family.names.length]).toContain(dangerous.length)
  })

  it('have all twins with 64-bit times', () => {
    const twins = Object.keys(syscallNumbers('SCMP_ARCH_ARM')).filter(name =>
      /_time64$|(get|set|adj)time64$/.test(name)
    )
    expect(twins.length).toBeGreaterThan(15)
    expect(twins.filter(name => !familyOf(name))).toEqual([])
  })

  it('have all twins with an at at their end', () => {
    const calls = Object.keys(syscallNumbers('SCMP_ARCH_X86_64'))
    const twins = calls.filter(
      name => name.endsWith('at') && calls.includes(name.slice(0, -2))
    )
    expect(twins).toContain('mkdirat')
    // Newer forms that no libc makes in place of the old ones.
    const own = ['execveat', 'getxattrat', 'listxattrat', 'removexattrat']
    own.push('setxattrat')
    expect(twins.filter(n => !familyOf(n) && !own.includes(n))).toEqual([])
  })
})

describe('familyOf', () => {
  it.each([
    ['clone3', 'vfork'],
    ['newfstatat', 'statx'],
    ['faccessat2', 'access'],
    ['fchmodat', 'fchmodat2'],
    ['renameat', 'renameat2'],
    ['prlimit64', 'getrlimit']
  ])('%s and %s are of one', (one, other) => {
    expect(familyOf(one)?.names).toContain(other)
    expect(familyOf(one)).toBe(familyOf(other))
  })

  it.each(['read', 'bpf', 'no_such_call', 'constructor'])(
    '%s has none',
    name => {
      expect(familyOf(name)).toBeUndefined()
    }
  )
})

describe('standInsFor', () => {
  it('gives what the architecture has, sorted, without the given', () => {
    expect(standInsFor(['clone', 'pipe2'], 'SCMP_ARCH_X86_64')).toEqual(
      'clock_getres clock_gettime clone3 fork getcpu getrandom gettimeofday pipe time vfork'.split(
        ' '
      )
    )
    expect(standInsFor(['clone', 'pipe2'], 'SCMP_ARCH_AARCH64')).toEqual(
      'clock_getres clock_gettime clone3 getcpu getrandom gettimeofday'.split(
        ' '
      )
    )
  })

  it("gives the vDSO's calls whatever was seen", () => {
    expect(standInsFor([], 'SCMP_ARCH_ARM')).toContain('clock_gettime64')
    expect(standInsFor(['time'], 'SCMP_ARCH_X86_64')).not.toContain('time')
  })

  it('gives nothing more when asked again', () => {
    const seen = Object.keys(syscallNumbers('SCMP_ARCH_X86')).slice(0, 150)
    const more = standInsFor(seen, 'SCMP_ARCH_X86')
    expect(standInsFor([...seen, ...more], 'SCMP_ARCH_X86')).toEqual([])
  })

  it('gives nothing for an architecture that it does not know', () => {
    expect(standInsFor(['clone'], 'SCMP_ARCH_SH')).toEqual([])
  })
})
