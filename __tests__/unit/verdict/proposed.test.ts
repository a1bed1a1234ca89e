import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import {
  loadProfile,
  loads,
  type Machine
} from '../../../src/profile/filter/load.ts'
import { passes } from '../../../src/profile/filter/returns.ts'
import type { Arg, Profile, Rule } from '../../../src/profile/types.ts'
import { compareWithBase } from '../../../src/verdict/proposed.ts'
import { effort } from '../../support/effort.ts'

const ARCHITECTURE = 'SCMP_ARCH_X86_64'
const NAMES = ['sync', 'fchown']
const CAPS = ['CAP_A', 'CAP_B', 'CAP_C']
const KERNELS = ['4.8', '6.1']

const some = <T>(values: readonly T[]) => fc.subarray([...values])
const filter = fc.record(
  {
    caps: some(CAPS),
    arches: some(['amd64', 'arm64']),
    minKernel: fc.constantFrom(...KERNELS)
  },
  { requiredKeys: [] }
)
const condition: fc.Arbitrary<Arg> = fc.record({
  index: fc.constantFrom(0, 1),
  value: fc.bigInt({ min: 0n, max: 3n }),
  valueTwo: fc.constant(0n),
  op: fc.constantFrom(
    'SCMP_CMP_EQ',
    'SCMP_CMP_NE',
    'SCMP_CMP_GE',
    'SCMP_CMP_LT'
  )
})
const rule: fc.Arbitrary<Rule> = fc.record(
  {
    names: fc.subarray(NAMES, { minLength: 1 }),
    action: fc.constantFrom('SCMP_ACT_ALLOW', 'SCMP_ACT_ERRNO'),
    errno: fc.constantFrom('EPERM', 'EBOGUS'),
    errnoRet: fc.constantFrom(0, 1),
    args: fc.array(condition, { maxLength: 2 }),
    includes: filter,
    excludes: filter
  },
  { requiredKeys: ['names', 'action', 'args'] }
)
const profile: fc.Arbitrary<Profile> = fc
  .array(rule, { maxLength: 4 })
  .map(syscalls => ({
    defaultAction: 'SCMP_ACT_ERRNO',
    defaultErrnoRet: 38,
    architectures: [ARCHITECTURE],
    syscalls
  }))

/** Every container in which rules like these can be treated differently. */
const MACHINES: Machine[] = [0, 1, 2, 3, 4, 5, 6, 7].flatMap(bits => {
  const capabilities = CAPS.filter((_, index) => ((bits >> index) & 1) === 1)
  const engines = [
    {},
    ...['0.0', ...KERNELS].map(kernel => ({ engine: 'moby', kernel }) as const)
  ]
  return (
    ['SCMP_ARCH_X86_64', 'SCMP_ARCH_AARCH64', 'SCMP_ARCH_RISCV64'] as const
  ).flatMap(architecture =>
    engines.map(engine => ({ architecture, capabilities, ...engine }))
  )
})

const VALUES = [0n, 1n, 2n, 3n, 4n]
const ARGS = VALUES.flatMap(first => VALUES.map(second => [first, second]))

/** Which calls get past the filter, with which arguments. */
function passing(of: Profile, machine: Machine): Set<string> {
  if (!loads(of, machine)) return new Set()
  const loaded = loadProfile(of, machine)
  return new Set(
    NAMES.flatMap(name =>
      ARGS.filter(args =>
        passes(loaded.decide(machine.architecture, name, args) ?? 0)
      ).map(args => `${name} ${args.join(' ')}`)
    )
  )
}

test('what opens in any kind of container is told, and nothing else', () => {
  fc.assert(
    fc.property(profile, profile, (before, after) => {
      const opened = new Set<string>()
      for (const machine of MACHINES) {
        const was = passing(before, machine)
        for (const call of passing(after, machine)) {
          if (!was.has(call)) opened.add(call.split(' ')[0] ?? '')
        }
      }
      const told = compareWithBase(before, after, ARCHITECTURE).opened
      const isWhole = (one: Profile) =>
        MACHINES.every(machine => loads(one, machine))
      // One call's rules can keep an engine from the whole of a profile. Each
      // call is looked at by itself, so then more may be told.
      if (isWhole(before)) {
        expect(told).toEqual(expect.arrayContaining([...opened]))
        if (isWhole(after)) expect(told).toEqual([...opened].sort())
      }
    }),
    { numRuns: effort(300, 20_000) }
  )
})
