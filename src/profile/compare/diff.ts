import type { Architecture } from '../../syscalls/architectures.ts'
import { MULTIPLEXERS } from '../../syscalls/multiplexed.ts'
import { syscallsByNumber } from '../../syscalls/numbers.ts'
import {
  type LoadedProfile,
  loadProfile,
  type Machine
} from '../filter/load.ts'
import { machinesOf } from '../filter/machines.ts'
import {
  type Meaning,
  Meanings,
  newSteps,
  pairsOf,
  returnsOf,
  type Steps,
  TooComplex
} from '../filter/meaning.ts'
import {
  describeReturn,
  type FilterReturn,
  letsThrough,
  passes
} from '../filter/returns.ts'
import type { RuleTree } from '../filter/rule-tree.ts'
import { returnsIn } from '../filter/walk.ts'
import { sortedUnique } from '../normalize.ts'
import { lets as isLetting } from '../treatment.ts'
import type { Profile, Rule } from '../types.ts'
import { diffSettings } from './settings.ts'

/** The differences between two profiles, by system call name. */
export interface ProfileDiff {
  /** Calls that became allowed, wholly or for more arguments than before. */
  added: string[]
  /** Calls that are no longer allowed at all. */
  removed: string[]
  /** Calls that were allowed before and still are, but not in the same way;
   * and those that are refused in another way. */
  changed: string[]
  /**
   * How a call's treatment changed, where the list alone does not say:
   * `SCMP_ARCH_X86: allowed -> refused with errno 1`.
   */
  ways: ReadonlyMap<string, string>
  /**
   * Other differences, each as part of a sentence: `default errno: 1 -> 38`.
   */
  settings: string[]
}

/** Whether both profiles mean the same. */
export function isEmptyDiff(diff: ProfileDiff): boolean {
  return (
    diff.added.length +
      diff.removed.length +
      diff.changed.length +
      diff.settings.length ===
    0
  )
}

/**
 * Compares two profiles by their treatment of each call with any arguments, on
 * every architecture that they make a filter for. Without a `before`,
 * everything that `after` allows is new.
 *
 * @param machines where they are compared; by default, wherever they could
 *   differ
 * @param lets which return values count as allowed
 * @throws RefusedProfile if no runtime can load one of them
 */
export function diffProfiles(
  before: Profile | undefined,
  after: Profile,
  machines: readonly Machine[] = machinesOf(before ? [before, after] : [after]),
  lets: Lets = letsThrough
): ProfileDiff {
  const calls = new Map<string, Change[]>()
  const steps = newSteps()
  for (const machine of machines) {
    const was = before && loadProfile(before, machine)
    const is = loadProfile(after, machine)
    for (const change of compare(was, is, { steps, lets })) {
      const changes = calls.get(change.name) ?? []
      calls.set(change.name, changes)
      changes.push(change)
    }
  }
  const names = { added: [], removed: [], changed: [] } as Record<
    Exclude<Kind, 'same'>,
    string[]
  >
  const ways = new Map<string, string>()
  for (const name of sortedUnique([...calls.keys()])) {
    const changes = calls.get(name) ?? []
    if (isEcho(name, before, after)) continue
    const kind = kindOf(changes)
    if (kind === 'same') continue
    names[kind].push(name)
    const way = wayOf(changes)
    if (way !== undefined) ways.set(name, way)
  }
  const settings = before ? diffSettings(before, after, machines) : []
  const texts = new Set(settings.map(({ text }) => text))
  return { ...names, ways, settings: [...texts] }
}

/**
 * Whether a call is socketcall(2) or ipc(2) and neither profile names it: its
 * treatment then follows from that of the calls that are made through it.
 */
function isEcho(name: string, ...profiles: (Profile | undefined)[]): boolean {
  return (
    MULTIPLEXERS.includes(name) &&
    !profiles.some(profile =>
      profile?.syscalls.some(rule => rule.names.includes(name))
    )
  )
}

/** The names that some rule allows, with or without conditions. */
export function allowedNames(rules: readonly Rule[]): Set<string> {
  return new Set(rules.filter(isLetting).flatMap(rule => rule.names))
}

type Kind = 'added' | 'removed' | 'changed' | 'same'

/** One call on one architecture of one machine. */
interface Change {
  name: string
  architecture: Architecture
  kind: Kind
  /** Whether it is allowed now, for some arguments at least. */
  isAllowed: boolean
  /** The treatment before and after. */
  way: string
  /** Whether neither depends on the arguments. */
  isPlain: boolean
}

/** Whether a call with this return value counts as allowed. */
type Lets = (value: FilterReturn) => boolean

interface Comparing {
  steps: Steps
  lets: Lets
}

/** The calls that either profile has rules about, changed or not. */
function compare(
  was: LoadedProfile | undefined,
  is: LoadedProfile,
  how: Comparing
): Change[] {
  return is.architectures
    .filter(a => was === undefined || was.architectures.includes(a))
    .flatMap(architecture => compareOn(architecture, was, is, how))
}

function compareOn(
  architecture: Architecture,
  was: LoadedProfile | undefined,
  is: LoadedProfile,
  { steps, lets }: Comparing
): Change[] {
  const names = syscallsByNumber(architecture)
  const oldRules = was?.rules.get(architecture)
  const newRules = is.rules.get(architecture)
  const isTurned = was !== undefined && lets(was.default) !== lets(is.default)
  const calls = new Set([
    ...(oldRules?.keys() ?? []),
    ...(newRules?.keys() ?? []),
    ...(isTurned ? names.keys() : [])
  ])
  return [...calls].map(call => {
    const name = typeof call === 'string' ? call : (names.get(call) ?? '')
    const [old, now] = [oldRules?.get(call), newRules?.get(call)]
    const isUntouched = was?.default === is.default && old?.text === now?.text
    if (isUntouched && now !== undefined) {
      return { name, architecture, ...untouched(now, is.default, lets) }
    }
    const meanings = new Meanings(steps)
    const meaning = (rules: RuleTree = {}, byDefault: FilterReturn): Meaning =>
      rules.tree === undefined
        ? meanings.always(rules.action ?? byDefault)
        : meanings.ofTree(rules.tree, byDefault)
    try {
      const before = was && meaning(old, was.default)
      const after = meaning(now, is.default)
      return { name, architecture, ...judge(before, after, lets) }
    } catch (error) {
      if (!(error instanceof TooComplex)) throw error
      return { name, architecture, ...TOO_COMPLEX }
    }
  })
}

/**
 * The result for rules that are the same, without a look at their arguments.
 */
function untouched(
  { action, tree }: RuleTree,
  byDefault: FilterReturn,
  lets: Lets
): Omit<Change, 'name' | 'architecture'> {
  const returns = tree ? [...returnsIn(tree), byDefault] : [action ?? byDefault]
  const isAllowed = returns.some(lets)
  return { kind: 'same', isAllowed, way: '', isPlain: true }
}

/** Undecidable within the budget, so a reviewer has to look. */
const TOO_COMPLEX: Omit<Change, 'name' | 'architecture'> = {
  kind: 'added',
  isAllowed: true,
  way: 'its rules are too complex to compare',
  isPlain: false
}

function judge(
  before: Meaning | undefined,
  after: Meaning,
  lets: Lets
): Omit<Change, 'name' | 'architecture'> {
  const isAllowed = returnsOf(after).some(lets)
  if (before === undefined) {
    const kind = isAllowed ? 'added' : 'same'
    return { kind, isAllowed, way: '', isPlain: true }
  }
  const isPlain = [before, after].every(isPlainly)
  if (before === after) return { kind: 'same', isAllowed, way: '', isPlain }
  const [was, is] = [describe(before), describe(after)]
  const told = {
    isAllowed,
    way:
      was === is ? `other arguments than before are ${is}` : `${was} -> ${is}`,
    isPlain
  }
  const pairs = pairsOf(before, after)
  const isWidened = pairs.some(([a, b]) => !lets(a) && lets(b))
  const wasAllowed = pairs.some(([a]) => lets(a))
  const isGone = wasAllowed && !isAllowed
  return {
    kind: isWidened ? 'added' : isGone ? 'removed' : 'changed',
    ...told
  }
}

/** Whether the treatment is the same for all arguments, and needs no words. */
function isPlainly(meaning: Meaning): boolean {
  if (!('returns' in meaning)) return false
  const value = Number(meaning.returns)
  return letsThrough(value) || !passes(value)
}

function describe(meaning: Meaning): string {
  const all = returnsOf(meaning).map(describeReturn)
  return all.length === 1
    ? all.join('')
    : `${sortedUnique(all).join(' or ')}, by its arguments`
}

function kindOf(changes: readonly Change[]): Kind {
  const kinds = new Set(changes.map(({ kind }) => kind))
  if (kinds.has('added')) return 'added'
  if (kinds.has('changed')) return 'changed'
  if (!kinds.has('removed')) return 'same'
  return changes.some(({ isAllowed }) => isAllowed) ? 'changed' : 'removed'
}

/** The treatment before and after, if the kind alone does not say it. */
function wayOf(changes: readonly Change[]): string | undefined {
  const ways = new Map<string, Set<Architecture>>()
  for (const { kind, architecture, way } of changes) {
    if (kind === 'same') continue
    ways.set(way, (ways.get(way) ?? new Set()).add(architecture))
  }
  const all = new Set(changes.map(({ architecture }) => architecture))
  const isPlain = changes.every(
    change => change.isPlain && change.kind !== 'changed'
  )
  if (isPlain) return undefined
  return [...ways]
    .map(([way, on]) =>
      on.size === all.size ? way : `${[...on].sort().join(', ')}: ${way}`
    )
    .join('; ')
}
