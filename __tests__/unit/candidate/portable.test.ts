import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { portableCalls } from '../../../src/candidate/portable.ts'
import { portableFloor } from '../../../src/floor/portable.ts'
import { FAMILIES } from '../../../src/syscalls/families.ts'
import { syscallNumbers } from '../../../src/syscalls/numbers.ts'

const ARCHITECTURES = [
  'SCMP_ARCH_X86_64',
  'SCMP_ARCH_AARCH64',
  'SCMP_ARCH_S390X'
] as const

const portable = (
  needed: readonly string[],
  architecture: (typeof ARCHITECTURES)[number] = 'SCMP_ARCH_X86_64'
) => portableCalls(new Set(needed), { architecture, portability: 'on' })

const find = (name: string, needed: readonly string[]) =>
  portable(needed).find(call => call.name === name)

describe('portableCalls', () => {
  test('there are none with `off`', () => {
    const off = {
      architecture: 'SCMP_ARCH_X86_64',
      portability: 'off'
    } as const
    expect(portableCalls(new Set(['read', 'openat']), off)).toEqual([])
  })

  test.each<[string, string[], object | undefined]>([
    [
      'a twin, and what it stands in for',
      ['epoll_wait'],
      { name: 'epoll_pwait2', runtimes: [], standsInFor: ['epoll_wait'] }
    ],
    [
      'a call that several are like',
      ['epoll_wait', 'epoll_pwait'],
      {
        name: 'epoll_pwait2',
        runtimes: [],
        standsInFor: ['epoll_pwait', 'epoll_wait']
      }
    ],
    ['no twin of what nobody needs', ['read'], undefined]
  ])('%s', (_, needed, call) => {
    expect(find('epoll_pwait2', needed)).toEqual(call)
  })

  test("a runtime's call, with the runtimes", () => {
    const measured = portableFloor('SCMP_ARCH_X86_64').find(
      ({ name }) => name === 'capset'
    )
    expect(find('capset', ['read'])).toEqual({ ...measured, standsInFor: [] })
    expect(find('capset', ['capset'])).toBeUndefined()
  })

  test("twins of the runtimes' own calls, too", () => {
    // runc opens files with openat; its next version may with openat2.
    expect(find('openat2', [])?.standsInFor).toEqual(['openat'])
  })

  test('calls of the vDSO whatever was recorded', () => {
    const unseen = FAMILIES.filter(family => family.unseen)
    expect(unseen.flatMap(({ names }) => names)).toContain('clock_gettime')
    expect(find('clock_gettime', [])).toMatchObject({ runtimes: [] })
  })

  test('law: sorted, new, of the architecture, each for a reason', () => {
    const any = fc.constantFrom(...ARCHITECTURES).chain(architecture =>
      fc.record({
        architecture: fc.constant(architecture),
        needed: fc.subarray(Object.keys(syscallNumbers(architecture)))
      })
    )
    const vdso = FAMILIES.filter(family => family.unseen).flatMap(f => f.names)
    fc.assert(
      fc.property(any, ({ architecture, needed }) => {
        const known = syscallNumbers(architecture)
        const calls = portable(needed, architecture)
        const names = calls.map(({ name }) => name)
        expect(names).toEqual([...new Set(names)].sort())
        for (const { name, runtimes, standsInFor } of calls) {
          expect(needed).not.toContain(name)
          expect(known).toHaveProperty(name)
          const reasons = [...runtimes, ...standsInFor]
          expect([name, reasons.length > 0 || vdso.includes(name)]).toEqual([
            name,
            true
          ])
        }
      })
    )
  })

  test('law: once they are there, none is missing any more', () => {
    const all = Object.keys(syscallNumbers('SCMP_ARCH_X86_64'))
    fc.assert(
      fc.property(fc.subarray(all, { maxLength: 40 }), needed => {
        const once = portable(needed).map(({ name }) => name)
        expect(portable([...needed, ...once])).toEqual([])
      })
    )
  })
})
