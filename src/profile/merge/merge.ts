import { MULTIPLEXERS } from '../../syscalls/multiplexed.js'
import { syscallNumbers } from '../../syscalls/numbers.js'
import { RefusedProfile } from '../filter/load.js'
import { mergeCall } from './call.js'
import type { CallMerge } from './fallback.js'
import { unlessRefused } from './judge.js'
import { joinMachines, type Machines } from './machines.js'
import {
  type Group,
  type GroupStance,
  type Mentioned,
  Mentions,
  NOTHING
} from './mentions.js'
import {
  mergeMultiplexer,
  multiplexerOf,
  ownReturn,
  type Through
} from './multiplexers.js'
import {
  everywhere,
  type Place,
  placesNamedBy,
  placesOf,
  rulesOn
} from './places.js'
import { Remarks } from './remarks.js'
import {
  actionOf,
  type CallRule,
  choose,
  type How,
  isBare,
  listKey,
  sorted
} from './rules.js'
import {
  agreedKeys,
  architecturesOf,
  flagsOf,
  type MergeNote,
  subArchitectureNotes
} from './settings.js'
import { normalizeProfile, sortedUnique } from '../normalize.js'
import { type FilterReturn, letsThrough } from '../filter/returns.js'
import type { Profile, Rule } from '../types.js'

export type { MergeNote }

/**
 * Merges profiles into one: for shards of a test suite and for several
 * architectures (union), or for filters that would be stacked (intersection).
 *
 * On each machine that the inputs name, a call is let through by a union if
 * any, and by an intersection if all of the inputs that are for this machine
 * let it through; an input that names no machine is for all of them.
 * Otherwise the call gets the most permissive (union) or the least permissive
 * (intersection) of the inputs' return values, as far as a profile can say
 * that. Where the profile's rules cannot say which arguments are let through,
 * a union lets through more and an intersection less, and `notes` says so.
 *
 * Takes time in proportion to the inputs' size.
 *
 * @param profiles one or more; their order decides between different errnos
 * @returns the profile in canonical form; what could not be said exactly
 * @throws RangeError without any profile
 * @throws RefusedProfile where an input is such as no runtime can load; not
 *   every such input is found
 */
export function mergeProfiles(
  profiles: readonly Profile[],
  how: How
): { profile: Profile; notes: MergeNote[] } {
  if (profiles.length === 0) throw new RangeError('there is nothing to merge')
  const notes = new Map<string, MergeNote>()
  const note = (name: string, kind: MergeNote['kind'], why: string) =>
    notes.set(JSON.stringify([name, kind, why]), { name, kind, why })
  const inexact = how === 'union' ? 'widened' : 'narrowed'
  const { mentions, remarks } = gather(profiles)
  const { groups } = mentions
  const machines = joinMachines(
    how,
    groups.map(group => group.machines)
  )
  const byDefault = defaultOf(how, groups)
  const places = placesOf(machines)
  const unsaid = new Map<string, Mentioned>()
  for (const name of mentions.calls.keys()) {
    const multiplexer = multiplexerOf(name)
    if (multiplexer && !mentions.calls.has(multiplexer)) {
      unsaid.set(multiplexer, NOTHING)
    }
  }
  for (const place of places) {
    const here = defaultOf(how, groups.filter(place.has))
    if (letsThrough(here) === letsThrough(byDefault)) continue
    // What is done elsewhere by default must be said of each call here.
    for (const name of callsOn(place)) {
      if (!mentions.calls.has(name)) unsaid.set(name, NOTHING)
    }
    note('*', inexact, `only known calls can be named on ${place.words}`)
  }
  const outcomes = new Map<string, Entry>()
  const known = new Map<Mentioned, Entry>()
  const calls =
    unsaid.size === 0 ? mentions.calls : new Map([...mentions.calls, ...unsaid])
  const merge: Merge = {
    how,
    byDefault,
    mentions,
    calls,
    places,
    machines,
    tell: (name, why) => {
      note(name, inexact, why)
    }
  }
  for (const [name, mentioned] of calls) {
    const isMultiplexer = MULTIPLEXERS.includes(name)
    const before = isMultiplexer ? undefined : known.get(mentioned)
    if (before !== undefined) {
      before.names.push(name)
      continue
    }
    const rules = mergeName(name, mentioned, merge)
    const key = listKey(rules)
    const entry = outcomes.get(key) ?? { rules, names: [] }
    outcomes.set(key, entry)
    entry.names.push(name)
    const isForOthers =
      mentioned.isShared &&
      !isMultiplexer &&
      isPlain(mentions.stances(mentioned))
    if (isForOthers) known.set(mentioned, entry)
  }
  outcomes.delete('')
  const { action, errnoRet } = actionOf(byDefault)
  const profile = normalizeProfile({
    defaultAction: action,
    ...(errnoRet !== undefined && { defaultErrnoRet: errnoRet }),
    ...architecturesOf(machines, profiles),
    ...flagsOf(profiles),
    ...agreedKeys(profiles, key => note(key, 'dropped', 'the inputs differ')),
    syscalls: inOrder(outcomes.values(), remarks)
  })
  for (const told of subArchitectureNotes(profile, machines, groups)) {
    note(told.name, told.kind, told.why)
  }
  const keys = sortedUnique([...notes.keys()])
  return { profile, notes: keys.flatMap(key => notes.get(key) ?? []) }
}

/** @throws RefusedProfile for an errno by a name that is none */
function gather(profiles: readonly Profile[]) {
  const mentions = new Mentions()
  const remarks = new Remarks()
  for (const [place, profile] of profiles.entries()) {
    try {
      mentions.add(profile, place, remarks.heed)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      throw new RefusedProfile(
        `engines refuse a profile of the merge: there is no errno ${error.message}`
      )
    }
  }
  return { mentions, remarks }
}

/** Whether it does not matter to rules about which call they are. */
function isPlain(stances: readonly GroupStance[]): boolean {
  return stances.every(({ rules }) => rules.every(isBare))
}

/** What is known of a merge when its calls are merged one by one. */
interface Merge {
  how: How
  byDefault: FilterReturn
  mentions: Mentions
  /** The calls that the result may speak of. */
  calls: ReadonlyMap<string, Mentioned>
  places: readonly Place[]
  machines: Machines
  tell: (name: string, why: string) => void
}

/** The result's rules about a call. */
function mergeName(
  name: string,
  mentioned: Mentioned,
  merge: Merge
): readonly CallRule[] {
  const stances = merge.mentions.stances(mentioned)
  const rulesAt = (place: Place) => {
    const here = stancesOn(place, stances)
    const call = callMerge(name, place, merge)
    return MULTIPLEXERS.includes(name)
      ? mergeMultiplexer(call, here, throughOn(place, name, merge))
      : mergeCall(call, here)
  }
  const places = merge.places.map(place => ({ place, rules: rulesAt(place) }))
  const rules = stances.flatMap(stance => stance.rules)
  const others = placesNamedBy(rules, merge.machines).map(place => ({
    place,
    // No input is for this machine, and not all need to be fit for it.
    rules: unlessRefused(() => rulesAt(place)) ?? []
  }))
  return everywhere([...places, ...others])
}

function stancesOn(place: Place, stances: readonly GroupStance[]) {
  return stances
    .filter(({ group }) => place.has(group))
    .map(stance => ({ ...stance, rules: rulesOn(place, stance.rules) }))
}

function callMerge(name: string, place: Place, merge: Merge): CallMerge {
  const multiplexer = multiplexerOf(name)
  const said = multiplexer && merge.calls.get(multiplexer)
  const stances = said ? merge.mentions.stances(said) : []
  const own = ownReturn(merge.how, stancesOn(place, stances))
  const { how, byDefault } = merge
  const tell = (why: string) => {
    merge.tell(name, why)
  }
  return { how, byDefault, tell, name, place, isShielded: own !== undefined }
}

/** What is said of the calls that a multiplexer makes on a machine. */
function throughOn(place: Place, multiplexer: string, merge: Merge): Through {
  const made = [...merge.calls].filter(
    ([name]) => multiplexerOf(name) === multiplexer
  )
  return new Map(
    made.map(([name, mentioned]) => {
      const stances = stancesOn(place, merge.mentions.stances(mentioned))
      const rules = mergeCall(callMerge(name, place, merge), stances)
      return [name, { stances, rules }]
    })
  )
}

/** The known calls of a machine. */
function callsOn({ architectures }: Place): string[] {
  return architectures.flatMap(architecture =>
    Object.keys(syscallNumbers(architecture))
  )
}

/** What some groups of profiles return by default, merged. */
function defaultOf(how: How, groups: readonly Group[]): FilterReturn {
  return groups
    .map(({ byDefault, places: [first = 0] }) => ({
      returns: byDefault,
      first
    }))
    .reduce((a, b) => choose(how, a, b)).returns
}

/**
 * The rules that allow calls outright as one, then others without conditions
 * on arguments, joined where they are the same, then conditions, call by call.
 */
function inOrder(outcomes: Iterable<Entry>, remarks: Remarks): Rule[] {
  const plain: Entry[] = []
  const conditional: Entry[] = []
  for (const entry of outcomes) {
    const { rules, names } = entry
    if (rules.every(rule => rule.args.length === 0)) plain.push(entry)
    else for (const name of names) conditional.push({ rules, names: [name] })
  }
  return [
    ...plain.filter(isBareAllow),
    ...sorted(
      plain.filter(entry => !isBareAllow(entry)),
      // libseccomp must know their rules before those that it makes for them.
      entry =>
        MULTIPLEXERS.some(name => entry.names.includes(name))
          ? ''
          : firstName(entry)
    ),
    ...sorted(conditional, firstName)
  ].flatMap(({ rules, names }) =>
    rules.map(rule => remarks.ruleWith(names, rule))
  )
}

interface Entry {
  rules: readonly CallRule[]
  names: string[]
}

function isBareAllow({ rules: [rule, ...more] }: Entry): boolean {
  return (
    more.length === 0 &&
    rule !== undefined &&
    isBare(rule) &&
    actionOf(rule.returns).action === 'SCMP_ACT_ALLOW'
  )
}

const firstName = ({ names }: Entry) =>
  names.reduce((a, b) => (a < b ? a : b), names[0] ?? '')
