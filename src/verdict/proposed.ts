import { diffProfiles } from '../profile/compare/diff.ts'
import {
  kindsFor,
  type Question,
  questionsAbout
} from '../profile/compare/questions.ts'
import {
  diffSettings,
  openSettings,
  type Setting,
  type SettingChange
} from '../profile/compare/settings.ts'
import { loads } from '../profile/filter/load.ts'
import { machinesOf, nativesOf } from '../profile/filter/machines.ts'
import { defaultMayPass, mayPass, passes } from '../profile/filter/returns.ts'
import {
  namedFamilies,
  openFamilies
} from '../profile/filter/socket-families.ts'
import { namesIn } from '../profile/rules.ts'
import type { Profile, Rule } from '../profile/types.ts'
import type { Architecture } from '../syscalls/architectures.ts'
import { type Danger, dangerOf, dangerOfSocket } from '../syscalls/danger.ts'

/** What a change does to a profile, in every kind of container. */
export interface Proposal {
  /** Calls that may get past the filter now, wholly or in more ways. */
  opened: string[]
  /** Calls that may no longer get past it at all. */
  closed: string[]
  /** Calls that are treated differently, and not more freely. */
  changed: string[]
  ways: ReadonlyMap<string, string>
  settings: SettingChange[]
}

/**
 * Compares the profile that a change starts from with the one that it has.
 *
 * @param own the architecture of the machine that this runs on
 */
export function compareWithBase(
  before: Profile,
  after: Profile,
  own: Architecture
): Proposal {
  const diff: CallDiff = {
    added: [],
    removed: [],
    changed: [],
    ways: new Map()
  }
  for (const question of questionsAbout(before, after, own)) {
    const { added, removed, changed, ways } = answer(question)
    diff.added.push(...added)
    diff.removed.push(...removed)
    diff.changed.push(...changed)
    for (const [name, way] of ways) diff.ways.set(name, way)
  }
  const natives = [...new Set([own, ...[before, after].flatMap(nativesOf)])]
  const settings = diffSettings(
    before,
    after,
    natives.flatMap(architecture => [
      { architecture, capabilities: [] },
      { architecture, capabilities: [], engine: 'moby' }
    ])
  )
  for (const names of [diff.added, diff.removed, diff.changed]) names.sort()
  return withoutFollowing(diff, settings, { before, after })
}

/** How the treatment of calls differs, by name. */
interface CallDiff {
  added: string[]
  removed: string[]
  changed: string[]
  ways: Map<string, string>
}

/** How the calls of a question differ in the containers in question. */
function answer({ names, before, after, kinds }: Question): CallDiff {
  if (!kinds) return undecided(names, before, after)
  const starts = (profile: Profile) =>
    new Set(kinds.filter(machine => loads(profile, machine)))
  const [did, does] = [starts(before), starts(after)]
  const both = kinds.filter(kind => did.has(kind) && does.has(kind))
  const newly = kinds.filter(kind => !did.has(kind) && does.has(kind))
  const noMore = kinds.filter(kind => did.has(kind) && !does.has(kind))
  const isAsked = (name: string) => names.includes(name)
  const diff = diffProfiles(before, after, both, passes)
  const ways = new Map(diff.ways)
  // No container started there, so all that may be done now is new.
  const opened = diffProfiles(undefined, after, newly, passes).added.filter(
    name => isAsked(name) && !diff.added.includes(name)
  )
  for (const name of opened) ways.set(name, STARTS)
  const added = [...diff.added.filter(isAsked), ...opened]
  const stopped = noMore.length > 0 ? names : []
  const isTold = (name: string) => added.includes(name)
  for (const name of stopped) if (!isTold(name)) ways.set(name, STARTS_NOT)
  const changed = [...new Set([...diff.changed.filter(isAsked), ...stopped])]
  return {
    added,
    removed: diff.removed.filter(
      name => isAsked(name) && !isTold(name) && !changed.includes(name)
    ),
    changed: changed.filter(name => !isTold(name)),
    ways
  }
}

const STARTS =
  'its rules contradicted each other in some containers, which did not start'
const STARTS_NOT =
  'its rules contradict each other in some containers, which no longer start'

/** Where there are too many kinds of container, a person has to look. */
function undecided(
  names: readonly string[],
  before: Profile,
  after: Profile
): CallDiff {
  const may = (profile: Profile, name: string) =>
    defaultMayPass(profile) ||
    profile.syscalls.some(rule => rule.names.includes(name) && mayPass(rule))
  const added = names.filter(name => may(after, name))
  return {
    added,
    removed: names.filter(name => !may(after, name) && may(before, name)),
    changed: [],
    ways: new Map(added.map(name => [name, TOO_MANY]))
  }
}

const TOO_MANY = 'its rules are too many to compare in every kind of container'

/** A default that opens or closes takes along what no rule names: one thing. */
function withoutFollowing(
  { added, removed, changed, ways }: CallDiff,
  settings: SettingChange[],
  { before, after }: { before: Profile; after: Profile }
): Proposal {
  const isTurned = (to: SettingChange['effect']) =>
    settings.some(
      ({ setting, effect }) =>
        effect === to && (setting === 'default-action' || setting === 'errno-0')
    )
  const namedIn = ({ syscalls }: Profile, names: string[]) => {
    const named = namesIn(syscalls)
    return names.filter(name => named.has(name))
  }
  return {
    opened: isTurned('opens') ? namedIn(after, added) : added,
    closed: isTurned('narrows') ? namedIn(before, removed) : removed,
    changed,
    ways,
    settings
  }
}

/**
 * Settings that only the rules of a new file have, or all of a first one's:
 * errno 0 for a single call, or a supervisor for it.
 */
export function openedByRules(
  before: Profile | undefined,
  file: Profile,
  { settings }: Pick<Proposal, 'settings'>
): Setting[] {
  const old = before ? openSettings(before) : []
  return openSettings(file).filter(
    name =>
      !old.includes(name) &&
      !settings.some(
        ({ setting, effect }) => setting === name && effect === 'opens'
      )
  )
}

/**
 * The danger of a call that may now be made in more ways: of `socket`, that of
 * the address families that are new, if it was allowed for others; else that of
 * those that a rule names.
 *
 * @param own the architecture of the machine that is looked at in any case
 */
export function dangerOfOpening(
  name: string,
  before: Profile | undefined,
  after: Profile,
  own: Architecture
): Danger {
  if (name !== 'socket') return dangerOf(name)
  const profiles = before ? [before, after] : [after]
  const kinds = kindsFor(['socket'], profiles, own) ?? machinesOf(profiles)
  const was = before ? openFamilies(before, kinds) : new Set<number>()
  const named = namedFamilies(after.syscalls.filter(mayPass))
  const fresh = [...openFamilies(after, kinds)].filter(
    family => !was.has(family) && (was.size > 0 || named.has(family))
  )
  return worst(fresh.map(dangerOfSocket)) ?? dangerOf(name)
}

/** The danger of what rules about a call allow, as far as they name it. */
export function dangerOfRules(name: string, rules: readonly Rule[]): Danger {
  if (name !== 'socket') return dangerOf(name)
  return worst([...namedFamilies(rules)].map(dangerOfSocket)) ?? dangerOf(name)
}

function worst(dangers: readonly Danger[]): Danger | undefined {
  return (
    dangers.find(({ level }) => level === 'dangerous') ??
    dangers.find(({ level }) => level === 'notable')
  )
}
