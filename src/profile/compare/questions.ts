import {
  type Architecture,
  ARCHITECTURES
} from '../../syscalls/architectures.ts'
import { multiplexed, MULTIPLEXERS } from '../../syscalls/multiplexed.ts'
import { syscallNames, syscallNumbers } from '../../syscalls/numbers.ts'
import { architecturesOn, type Machine } from '../filter/load.ts'
import { capabilitiesOf, nativesOf } from '../filter/machines.ts'
import { normalizeProfile, sortedUnique } from '../normalize.ts'
import { ENGINE_NAMES } from '../resolve.ts'
import { namesIn, onlyNames } from '../rules.ts'
import type { Profile, Rule } from '../types.ts'

/** Calls whose rules two profiles may treat differently, and where. */
export interface Question {
  names: string[]
  /** The two profiles, with their rules about these calls alone. */
  before: Profile
  after: Profile
  /**
   * The kinds of container in which they can differ: each machine, each set of
   * the capabilities that the rules mention, and, where it makes a difference,
   * each engine, runtime and kernel. Undefined if there are too many.
   */
  kinds: Machine[] | undefined
}

/**
 * What has to be looked at to compare two profiles in every kind of container,
 * split up so that each call is looked at only where its own rules can differ.
 *
 * @param own the architecture of the machine that is looked at in any case
 */
export function questionsAbout(
  before: Profile,
  after: Profile,
  own: Architecture
): Question[] {
  const questions = new Map<string, Question>()
  let left = MOST_KINDS
  for (const names of unitsOf(before, after)) {
    const pair = [before, after].map(profile => ({
      ...profile,
      syscalls: onlyNames(profile.syscalls, names)
    })) as [Profile, Profile]
    const kinds = kindsFor(names, pair, own, left)
    left -= kinds?.length ?? 0
    const key = JSON.stringify(kinds ?? names)
    const found = questions.get(key)
    // One look for all calls that differ in the same kinds of container.
    if (found) {
      left += kinds?.length ?? 0
      found.names.push(...names)
    } else {
      questions.set(key, { names, before, after, kinds })
    }
  }
  return [...questions.values()].map(({ names, kinds }) => ({
    names,
    before: { ...before, syscalls: onlyNames(before.syscalls, names) },
    after: { ...after, syscalls: onlyNames(after.syscalls, names) },
    kinds
  }))
}

/** More take over a second. */
const MOST_KINDS = 4_000

/**
 * The kinds of container in which calls can be treated differently.
 *
 * @returns undefined if there are more than `most`
 */
export function kindsFor(
  names: readonly string[],
  profiles: readonly Profile[],
  own: Architecture,
  most = MOST_KINDS
): Machine[] | undefined {
  const rules = profiles.flatMap(({ syscalls }) => onlyNames(syscalls, names))
  const natives = nativesFor(names, rules, profiles, own)
  const capabilities = sortedUnique(capabilitiesOf({ syscalls: rules }))
  const engines = enginesFor(profiles, rules)
  const count = natives.length * engines.length * 2 ** capabilities.length
  if (count > most) return undefined
  return natives.flatMap(architecture =>
    subsetsOf(capabilities).flatMap(set =>
      engines.map(engine => ({ architecture, capabilities: set, ...engine }))
    )
  )
}

/**
 * The machines that profiles name, one that no rule names, if any names one,
 * and one that has each of the calls.
 */
function nativesFor(
  names: readonly string[],
  rules: readonly Rule[],
  profiles: readonly Profile[],
  own: Architecture
): Architecture[] {
  const natives = new Set([own, ...profiles.flatMap(nativesOf)])
  const has = (architecture: Architecture, name: string) =>
    Object.hasOwn(syscallNumbers(architecture), name)
  const named = rules.flatMap(({ includes, excludes }) => [
    ...(includes?.arches ?? []),
    ...(excludes?.arches ?? [])
  ])
  const other = ARCHITECTURES.find(
    architecture =>
      !named.includes(ENGINE_NAMES[architecture] ?? '') &&
      names.some(name => has(architecture, name))
  )
  if (named.length > 0 && other) natives.add(other)
  const isReached = (name: string) =>
    [...natives].some(architecture =>
      profiles.some(profile =>
        architecturesOn(profile, { architecture, capabilities: [] }).some(one =>
          has(one, name)
        )
      )
    )
  for (const name of names) {
    if (!syscallNames().has(name) || isReached(name)) continue
    const first = ARCHITECTURES.find(architecture => has(architecture, name))
    if (first) natives.add(first)
  }
  return [...natives]
}

/** Engine, runtime and kernel, as far as they can make a difference. */
function enginesFor(
  profiles: readonly Profile[],
  rules: readonly Rule[]
): Omit<Machine, 'architecture' | 'capabilities'>[] {
  const bounds = rules.flatMap(({ includes, excludes }) => [
    ...(includes?.minKernel === undefined ? [] : [includes.minKernel]),
    ...(excludes?.minKernel === undefined ? [] : [excludes.minKernel])
  ])
  const hasErrnoByName =
    profiles.some(({ defaultErrno }) => defaultErrno !== undefined) ||
    rules.some(({ errno }) => errno !== undefined)
  // crun looks at six conditions of a rule.
  const hasMany = rules.some(({ args }) => args.length > 6)
  const kernels = bounds.length > 0 ? ['0.0', ...sortedUnique(bounds)] : []
  return [
    {},
    ...(hasMany ? [{ runtime: 'runc' } as const] : []),
    ...(hasErrnoByName && bounds.length === 0
      ? [{ engine: 'moby' } as const]
      : []),
    ...kernels.map(kernel => ({ engine: 'moby', kernel }) as const)
  ]
}

function subsetsOf(capabilities: readonly string[]): string[][] {
  return capabilities.reduce<string[][]>(
    (sets, capability) => [...sets, ...sets.map(set => [...set, capability])],
    [[]]
  )
}

/** The calls in question; those that must be looked at together in one list. */
function unitsOf(before: Profile, after: Profile): string[][] {
  const named = namesIn([...before.syscalls, ...after.syscalls])
  const throughOther = (name: string) =>
    MULTIPLEXERS.includes(name)
      ? name
      : (multiplexed(name, 'SCMP_ARCH_X86')?.by ?? name)
  // A rule about socketcall(2) meets those about the calls that it makes.
  const unitOf = (name: string) =>
    named.has(throughOther(name)) ? throughOther(name) : name
  const units = new Map<string, string[]>()
  for (const name of [...named].sort()) {
    const unit = units.get(unitOf(name)) ?? []
    units.set(unitOf(name), [...unit, name])
  }
  const inQuestion = new Set(callsInQuestion(before, after))
  return [...units.values()].filter(names =>
    names.some(name => inQuestion.has(name))
  )
}

/** The calls whose rules, or whose default, are not the same in both. */
function callsInQuestion(before: Profile, after: Profile): string[] {
  const [was, is] = [before, after].map(normalizeProfile).map(bodiesByName) as [
    Map<string, string>,
    Map<string, string>
  ]
  const defaultOf = (p: Profile) =>
    JSON.stringify([p.defaultAction, p.defaultErrno, p.defaultErrnoRet])
  const isTurned = defaultOf(before) !== defaultOf(after)
  return [...new Set([...was.keys(), ...is.keys()])].filter(
    name => isTurned || was.get(name) !== is.get(name)
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
