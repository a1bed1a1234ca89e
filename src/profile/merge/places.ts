/** The machines on which the rules about a call can differ. */
import {
  ARCHITECTURES,
  type Architecture
} from '../../syscalls/architectures.js'
import { isFor, type Machines } from './machines.js'
import type { Group } from './mentions.js'
import { type CallRule, listKey } from './rules.js'
import { sortedUnique } from '../normalize.js'
import { ENGINE_NAMES } from '../resolve.js'

/** A machine, or several that no rule can tell apart. */
export interface Place {
  words: string
  /** Its name in `arches`; undefined for those that engines do not name. */
  engineName: string | undefined
  /** The architectures for which rules count there, the machine's own first. */
  architectures: readonly [Architecture, ...Architecture[]]
  /** Whether a filter there is for all of the architectures at once. */
  isOne: boolean
  /** Whether profiles are for it. */
  has: (group: Group) => boolean
}

/**
 * The machines of a merge. Without any, it is all there are, with arguments of
 * 64 and of 32 bits. Those that engines have no name for count as one.
 */
export function placesOf(machines: Machines): Place[] {
  if (machines.size === 0) {
    return [
      {
        words: 'all machines',
        engineName: undefined,
        architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'],
        isOne: false,
        has: () => true
      }
    ]
  }
  const places: Place[] = []
  const nameless: Architecture[] = []
  for (const [machine, below] of machines) {
    const engineName = ENGINE_NAMES[machine]
    if (engineName === undefined) {
      nameless.push(machine)
    } else {
      const has = (group: Group) => isFor(group.machines, machine)
      const architectures = [machine, ...below] as const
      places.push({
        words: machine,
        engineName,
        architectures,
        isOne: true,
        has
      })
    }
  }
  const [first, ...others] = nameless
  if (first === undefined) return places
  const below = nameless.flatMap(machine => machines.get(machine) ?? [])
  const rest: Place = {
    words: nameless.join(', '),
    engineName: undefined,
    architectures: [first, ...others, ...below],
    isOne: false,
    has: group => nameless.some(machine => isFor(group.machines, machine))
  }
  return [...places, rest]
}

/**
 * Machines that are none of the merge, and yet are spoken of by the filters of
 * rules. All profiles count there, as they would for an engine.
 */
export function placesNamedBy(
  rules: Iterable<CallRule>,
  machines: Machines
): Place[] {
  const named = new Set<string>()
  for (const { includes, excludes } of rules) {
    for (const name of includes.arches ?? []) named.add(name)
    for (const name of excludes.arches ?? []) named.add(name)
  }
  if (named.size === 0) return []
  return ARCHITECTURES.flatMap(architecture => {
    const engineName = ENGINE_NAMES[architecture]
    const isNew =
      engineName !== undefined &&
      named.has(engineName) &&
      !machines.has(architecture)
    return isNew
      ? {
          words: architecture,
          engineName,
          architectures: [architecture] as const,
          isOne: true,
          has: () => true
        }
      : []
  })
}

/** The rules that count on a machine, without their filter by architecture. */
export function rulesOn(
  { engineName }: Place,
  rules: readonly CallRule[]
): readonly CallRule[] {
  if (!rules.some(isForArches)) return rules
  return rules.flatMap(rule => {
    const { arches: on, ...includes } = rule.includes
    const { arches: notOn, ...excludes } = rule.excludes
    const isHere = (arches: readonly string[]) =>
      engineName !== undefined && arches.includes(engineName)
    const counts = (!on || isHere(on)) && !(notOn && isHere(notOn))
    return counts ? { ...rule, includes, excludes } : []
  })
}

function isForArches({ includes, excludes }: CallRule): boolean {
  return includes.arches !== undefined || excludes.arches !== undefined
}

/**
 * Puts together what the rules are on each machine: with a filter by
 * architecture, unless they are the same everywhere.
 */
export function everywhere(
  results: readonly { place: Place; rules: readonly CallRule[] }[]
): readonly CallRule[] {
  const [first, ...others] = results
  if (first === undefined) return []
  if (others.length === 0) return first.rules
  const byRules = Map.groupBy(results, ({ rules }) => listKey(rules))
  if (byRules.size === 1) return first.rules
  const names = (of: typeof results) =>
    sortedUnique(of.flatMap(({ place }) => place.engineName ?? []))
  const all = names(results)
  return [...byRules.values()].flatMap(same => {
    const here = names(same)
    const isRest = same.some(({ place }) => place.engineName === undefined)
    const filter = isRest
      ? { excludes: { arches: all.filter(name => !here.includes(name)) } }
      : { includes: { arches: here } }
    return (same[0]?.rules ?? []).map(rule => ({
      ...rule,
      includes: { ...rule.includes, ...filter.includes },
      excludes: { ...rule.excludes, ...filter.excludes }
    }))
  })
}
