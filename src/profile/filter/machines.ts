import {
  type Architecture,
  ARCHITECTURES,
  SUB_ARCHITECTURES
} from '../../syscalls/architectures.ts'
import { sortedUnique } from '../normalize.ts'
import { ENGINE_NAMES } from '../resolve.ts'
import type { Profile, Rule } from '../types.ts'
import type { Machine } from './load.ts'

/**
 * The machines on which profiles must be evaluated so that no rule is missed:
 * for each architecture that they name (x86-64 if they name none), one without
 * capabilities and one with all that they mention.
 */
export function machinesOf(profiles: readonly Profile[]): Machine[] {
  const named = sortedUnique(profiles.flatMap(nativesOf))
  const capabilities = sortedUnique(profiles.flatMap(capabilitiesOf))
  const sets = capabilities.length > 0 ? [[], capabilities] : [[]]
  const natives = named.length > 0 ? named : (['SCMP_ARCH_X86_64'] as const)
  return natives.flatMap(architecture =>
    sets.map(capabilities => ({ architecture, capabilities }))
  )
}

/** The architectures of the machines that a profile mentions. */
export function nativesOf(profile: Profile): Architecture[] {
  const { architectures = [], archMap = [], syscalls } = profile
  // A listed architecture may also be meant for a machine that can run it.
  const hosts = ARCHITECTURES.filter(native =>
    SUB_ARCHITECTURES[native]?.some(sub => architectures.includes(sub))
  )
  const inRules = syscalls.flatMap(({ includes, excludes }) => [
    ...(includes?.arches ?? []),
    ...(excludes?.arches ?? [])
  ])
  return [
    ...architectures,
    ...hosts,
    ...archMap.map(entry => entry.architecture),
    ...ARCHITECTURES.filter(a => inRules.includes(ENGINE_NAMES[a] ?? ''))
  ]
}

function capabilitiesOf({ syscalls }: { syscalls: readonly Rule[] }): string[] {
  return syscalls.flatMap(({ includes, excludes }) => [
    ...(includes?.caps ?? []),
    ...(excludes?.caps ?? [])
  ])
}

/**
 * The kinds of container in which two profiles can differ: for each machine
 * that they name, and the given one, each set of capabilities that a rule about
 * a call in question asks for or shuts out; where such rules have a
 * `minKernel`, also Docker on an old kernel and on a new one.
 *
 * @param own the machine that is looked at in any case
 * @returns undefined if there are more than {@link MOST_KINDS}
 */
export function kindsOfContainer(
  before: Profile,
  after: Profile,
  own: Architecture
): Machine[] | undefined {
  const profiles = [before, after]
  const inQuestion = new Set(callsInQuestion(before, after))
  const rules = profiles
    .flatMap(({ syscalls }) => syscalls)
    .filter(({ names }) => names.some(name => inQuestion.has(name)))
  const hasKernel = rules.some(
    rule => rule.includes?.minKernel ?? rule.excludes?.minKernel
  )
  const engines: Pick<Machine, 'engine' | 'kernel'>[] = hasKernel
    ? [{}, { engine: 'moby' }, { engine: 'moby', kernel: '0.0' }]
    : [{}]
  const natives = new Set([own, ...profiles.flatMap(nativesOf)])
  const sets = capabilitySets(rules)
  const count = natives.size * sets.length * engines.length
  if (count > MOST_KINDS) return undefined
  return [...natives].flatMap(architecture =>
    sets.flatMap(capabilities =>
      engines.map(engine => ({ architecture, capabilities, ...engine }))
    )
  )
}

/** More would take over half a second. */
const MOST_KINDS = 300

/** The calls whose rules are not the same, in the same order, in both. */
export function callsInQuestion(before: Profile, after: Profile): string[] {
  const [was, is] = [bodiesByName(before), bodiesByName(after)]
  return sortedUnique([...was.keys(), ...is.keys()]).filter(
    name => was.get(name) !== is.get(name)
  )
}

/** What each call's rules say, in file order. */
function bodiesByName({ syscalls }: Profile): Map<string, string> {
  const bodies = new Map<string, string>()
  for (const rule of syscalls) {
    const { names, action, errno, errnoRet, args, includes, excludes } = rule
    const parts = [action, errno, errnoRet, args, includes, excludes]
    const body = JSON.stringify(parts, (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value
    )
    for (const name of new Set(names)) {
      bodies.set(name, `${bodies.get(name) ?? ''}${body}\n`)
    }
  }
  return bodies
}

function capabilitySets(rules: readonly Rule[]): string[][] {
  const all = sortedUnique(capabilitiesOf({ syscalls: rules }))
  const sets = rules.flatMap(({ includes, excludes }) => [
    ...(includes?.caps ? [sortedUnique(includes.caps)] : []),
    ...(excludes?.caps ? [all.filter(c => !excludes.caps?.includes(c))] : [])
  ])
  const unique = new Map([[], ...sets, all].map(set => [set.join(' '), set]))
  return [...unique.values()]
}
