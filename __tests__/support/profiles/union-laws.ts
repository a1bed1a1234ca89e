import fc from 'fast-check'

import {
  type LoadedProfile,
  loadProfile,
  loads
} from '../../../src/profile/filter/load.ts'
import {
  type FilterReturn,
  letsThrough
} from '../../../src/profile/filter/returns.ts'
import {
  ACTIONS,
  type Arg,
  type Filter,
  OPERATORS,
  type Profile,
  type Rule
} from '../../../src/profile/types.ts'
import type { Architecture } from '../../../src/syscalls/architectures.ts'
import { syscallNames, syscallNumbers } from '../../../src/syscalls/numbers.ts'

/** Small, so that conditions meet, and where 32 bits end and 64. */
const value = fc.oneof(
  { weight: 8, arbitrary: fc.bigInt({ min: 0n, max: 4n }) },
  { weight: 1, arbitrary: fc.constantFrom(2n ** 32n, 2n ** 32n + 1n) },
  { weight: 1, arbitrary: fc.constantFrom(2n ** 32n - 1n, 2n ** 64n - 1n) }
)

const arg: fc.Arbitrary<Arg> = fc.record({
  index: fc.constantFrom(0, 0, 1, 2),
  value,
  valueTwo: value,
  op: fc.constantFrom(...OPERATORS)
})

const filter: fc.Arbitrary<Filter> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      caps: fc.subarray(['CAP_A', 'CAP_B'], { minLength: 1 })
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({
      arches: fc.subarray(['amd64', 'arm64', 's390x'], { minLength: 1 })
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({ minKernel: fc.constantFrom('4.8', '5.19') })
  }
)

const CALLS = ['read', 'socket', 'socketcall', 'not_in_any_table', 'getpid']

const names = fc.subarray(['read', 'socket', 'not_in_any_table'], {
  minLength: 1
})

const action = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('SCMP_ACT_ALLOW' as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'SCMP_ACT_ERRNO' as const,
      'SCMP_ACT_LOG' as const,
      'SCMP_ACT_KILL' as const
    )
  }
)

const rule: fc.Arbitrary<Rule> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      names,
      action,
      args: fc.array(arg, { maxLength: 2 })
    })
  },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        names,
        action,
        errnoRet: fc.constantFrom(1, 13, 38),
        args: fc.array(arg, { maxLength: 2 }),
        includes: filter,
        excludes: filter
      },
      { requiredKeys: ['names', 'action', 'args'] }
    )
  }
)

const architectures: fc.Arbitrary<Partial<Profile>> = fc.constantFrom<
  Partial<Profile>[]
>(
  {},
  { architectures: ['SCMP_ARCH_X86_64'] },
  { architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32'] },
  { architectures: ['SCMP_ARCH_AARCH64', 'SCMP_ARCH_ARM'] },
  { architectures: ['SCMP_ARCH_ARM', 'SCMP_ARCH_X86_64', 'SCMP_ARCH_AARCH64'] },
  {
    archMap: [
      {
        architecture: 'SCMP_ARCH_X86_64',
        subArchitectures: ['SCMP_ARCH_X86', 'SCMP_ARCH_X32']
      },
      { architecture: 'SCMP_ARCH_AARCH64', subArchitectures: [] }
    ]
  }
)

/** A profile with rules about few calls that often meet. */
export const mergeable: fc.Arbitrary<Profile> = fc
  .tuple(
    fc.record({
      defaultAction: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom('SCMP_ACT_ERRNO' as const) },
        { weight: 1, arbitrary: fc.constantFrom('SCMP_ACT_ALLOW' as const) }
      ),
      syscalls: fc.array(rule, { maxLength: 4 })
    }),
    fc.record(
      { defaultErrnoRet: fc.constantFrom(1, 38) },
      { requiredKeys: [] }
    ),
    architectures
  )
  .map(([profile, errno, machines]) => ({ ...profile, ...errno, ...machines }))

/** Profiles for one machine with conditions only, which meet more often. */
export const conditional: fc.Arbitrary<Profile> = fc.record({
  defaultAction: fc.constantFrom('SCMP_ACT_ERRNO' as const),
  architectures: fc.constant<Architecture[]>(['SCMP_ARCH_X86_64']),
  syscalls: fc.array(
    fc.record({
      names: fc.constantFrom(['read'], ['socket']),
      action: fc.constantFrom('SCMP_ACT_ALLOW' as const),
      args: fc.array(arg, { maxLength: 2 })
    }),
    { maxLength: 3 }
  )
})

/** Profiles for one machine without conditions and filters. */
export const plain: fc.Arbitrary<Profile> = fc.record({
  defaultAction: fc.constantFrom(...ACTIONS),
  architectures: fc.constant<Architecture[]>(['SCMP_ARCH_X86_64']),
  syscalls: fc.array(
    fc.record({
      names,
      action: fc.constantFrom(...ACTIONS),
      args: fc.constant([])
    }),
    { maxLength: 3 }
  )
})

/** Which machines the profiles are for. */
const MACHINES = {
  SCMP_ARCH_X86_64: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'],
  SCMP_ARCH_AARCH64: ['SCMP_ARCH_AARCH64', 'SCMP_ARCH_ARM']
} as const
type Native = keyof typeof MACHINES
const NATIVES: Native[] = ['SCMP_ARCH_X86_64', 'SCMP_ARCH_AARCH64']

function named({ architectures = [], archMap = [] }: Profile): Native[] {
  const all: readonly Architecture[] = [
    ...architectures,
    ...archMap.map(entry => entry.architecture)
  ]
  return NATIVES.filter(native => all.includes(native))
}

const CAPABILITIES = [[], ['CAP_A'], ['CAP_B'], ['CAP_A', 'CAP_B']]

/** A container on a machine, and what loads the filter for it. */
interface Scene {
  machine: Native
  capabilities: string[]
  engine: 'podman' | 'moby'
}

/** Every kind of container on every machine that the profiles speak of. */
function scenesOf(profiles: readonly Profile[]): Scene[] {
  const spoken = NATIVES.filter(native =>
    profiles.some(profile => named(profile).includes(native))
  )
  return (spoken.length > 0 ? spoken : NATIVES).flatMap(machine => [
    ...CAPABILITIES.map((capabilities): Scene => ({
      machine,
      capabilities,
      engine: 'podman'
    })),
    { machine, capabilities: ['CAP_A'], engine: 'moby' }
  ])
}

/** Those of the profiles that are for a machine, as they are loaded there. */
function loadedOn(
  profiles: readonly Profile[],
  { machine, ...container }: Scene
): LoadedProfile[] {
  return profiles
    .filter(profile => {
      const natives = named(profile)
      return natives.length === 0 || natives.includes(machine)
    })
    .map(profile =>
      loadProfile(profile, {
        architecture: machine,
        ...container,
        kernel: '5.4.0'
      })
    )
}

/** Whether runtimes take each of the profiles in every container. */
export function areLoadable(profiles: readonly Profile[]): boolean {
  // The rules' filters name s390x, too, where socket(2) has two ways.
  const others = CAPABILITIES.map(capabilities => ({
    architecture: 'SCMP_ARCH_S390X' as const,
    capabilities
  }))
  const machines = scenesOf([]).map(({ machine, ...container }) => ({
    architecture: machine,
    ...container
  }))
  return profiles.every(
    profile =>
      machines.every(machine => loads(profile, machine)) &&
      // On the other byte order no list of architectures of these loads.
      others.every(machine => loads({ ...profile, ...ANYWHERE }, machine))
  )
}

/** For no architecture but the machine's own. */
const ANYWHERE = { architectures: [], archMap: [] }

/** Values at and around each bound of an argument in the profiles. */
function valuesIn(profiles: readonly Profile[], index: number): bigint[] {
  const bounds = profiles
    .flatMap(profile => profile.syscalls.flatMap(rule => rule.args))
    .filter(arg => arg.index === index)
    .flatMap(({ value, valueTwo, op }) =>
      op === 'SCMP_CMP_MASKED_EQ'
        ? [value & valueTwo, (value & valueTwo) | ~value]
        : [value]
    )
  const around = [bounds, bounds.map(n => n + 1n), bounds.map(n => n - 1n)]
  const values = [0n, ...around.flat()].map(n => BigInt.asUintN(64, n))
  return [...new Set(values)]
}

/** A call that can be made somewhere. */
interface Probe {
  scene: Scene
  architecture: Architecture
  call: string
  args: bigint[]
}

/**
 * Calls with arguments at and around each bound in the profiles, in each
 * container on each machine.
 *
 * @param machines those that these profiles speak of
 */
function* probesOf(
  profiles: readonly Profile[],
  machines = profiles
): Generator<Probe> {
  const [as = [], bs = [], cs = []] = [0, 1, 2].map(index =>
    valuesIn(profiles, index)
  )
  const all = as.flatMap(a => bs.flatMap(b => cs.map(c => [a, b, c])))
  for (const scene of scenesOf(machines)) {
    for (const architecture of MACHINES[scene.machine]) {
      for (const call of CALLS) {
        const isThere =
          Object.hasOwn(syscallNumbers(architecture), call) ||
          !syscallNames().has(call)
        if (!isThere) continue
        for (const args of all) yield { scene, architecture, call, args }
      }
    }
  }
}

/** What a filter returns for a call. */
function returned(loaded: LoadedProfile, probe: Probe): FilterReturn {
  const { architecture, call, args } = probe
  return loaded.decide(architecture, call, args) ?? loaded.default
}

/** A union of profiles, and the calls that it treats more loosely. */
export interface Union {
  profile: Profile
  /** Calls that it lets through although no profile does, by name. */
  notes: readonly { name: string }[]
}

/**
 * The specification of the union of profiles, as merging the profiles of
 * several architectures will need it: what any of them lets through, in any
 * container on any machine that they are for, the union lets through; what
 * none lets through it refuses, unless a note names the call.
 *
 * @returns a call that the union treats otherwise; undefined where it is right
 */
export function faultOf(
  profiles: readonly Profile[],
  { profile, notes }: Union
): (Probe & { isLetThrough: boolean }) | undefined {
  const noted = new Set(notes.map(note => note.name))
  let scene: Scene | undefined
  let inputs: LoadedProfile[] = []
  let result: LoadedProfile | undefined
  for (const probe of probesOf([...profiles, profile], profiles)) {
    if (probe.scene !== scene) {
      scene = probe.scene
      inputs = loadedOn(profiles, scene)
      result = loadedOn([profile], scene)[0]
    }
    const lets = (filter: LoadedProfile) => letsThrough(returned(filter, probe))
    const wanted = inputs.some(lets)
    const is = result !== undefined && lets(result)
    if (is === wanted) continue
    const { architecture, call } = probe
    const isNoted =
      noted.has(call) ||
      noted.has(architecture) ||
      // libseccomp makes rules about socketcall(2) of those about socket(2).
      (call === 'socketcall' && noted.has('socket')) ||
      (call === 'not_in_any_table' && noted.has('*'))
    if (wanted || !isNoted) return { ...probe, isLetThrough: is }
  }
  return undefined
}
