import { diffProfiles, type ProfileDiff } from '../profile/compare/diff.ts'
import {
  diffSettings,
  openSettings,
  type Setting,
  type SettingChange
} from '../profile/compare/settings.ts'
import { loadProfile, loads, type Machine } from '../profile/filter/load.ts'
import {
  callsInQuestion,
  kindsOfContainer
} from '../profile/filter/machines.ts'
import { passes } from '../profile/filter/returns.ts'
import { namesIn } from '../profile/rules.ts'
import type { Profile } from '../profile/types.ts'
import type { Architecture } from '../syscalls/architectures.ts'
import {
  type Danger,
  dangerOf,
  dangerOfSocket,
  SOCKET_FAMILIES
} from '../syscalls/danger.ts'

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
  const kinds = kindsOfContainer(before, after, own)
  // Where one of them cannot be loaded, no container starts.
  const machines = (kinds ?? [{ architecture: own, capabilities: [] }]).filter(
    machine => loads(before, machine) && loads(after, machine)
  )
  const diff = diffProfiles(before, after, machines, passes)
  const settings = diffSettings(before, after, machines)
  return withoutFollowing(
    kinds ? diff : withUndecided(diff, callsInQuestion(before, after)),
    settings,
    { before, after }
  )
}

/** Where there are too many kinds of container, a person has to look. */
function withUndecided(diff: ProfileDiff, names: string[]): ProfileDiff {
  const ways = new Map(diff.ways)
  for (const name of names) ways.set(name, TOO_MANY)
  return { ...diff, added: names, removed: [], changed: [], ways }
}

const TOO_MANY = 'its rules are too many to compare in every kind of container'

/** A default that opens or closes takes along what no rule names: one thing. */
function withoutFollowing(
  { added, removed, changed, ways }: ProfileDiff,
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
 * the address families that are new, if it was allowed for others.
 */
export function dangerOfOpening(
  name: string,
  before: Profile,
  after: Profile,
  machine: Machine
): Danger {
  const danger = dangerOf(name)
  if (name !== 'socket') return danger
  const [was, is] = [before, after].map(p => familiesOf(p, machine))
  if (!was || !is || was.size === 0) return danger
  const dangers = [...is].filter(f => !was.has(f)).map(dangerOfSocket)
  return (
    dangers.find(({ level }) => level === 'dangerous') ??
    dangers.find(({ level }) => level === 'notable') ??
    danger
  )
}

/** The address families that socket(2) may be called with. */
function familiesOf(profile: Profile, machine: Machine): Set<number> {
  if (!loads(profile, machine)) return new Set()
  const loaded = loadProfile(profile, machine)
  const isOpen = (family: number) =>
    SOCKET_TYPES.some(type => {
      const args = [BigInt(family), type, 0n]
      return passes(loaded.decide(machine.architecture, 'socket', args) ?? 0)
    })
  return new Set(SOCKET_FAMILIES.filter(isOpen))
}

/** SOCK_STREAM, SOCK_DGRAM, SOCK_RAW, SOCK_SEQPACKET: linux/net.h. */
const SOCKET_TYPES = [1n, 2n, 3n, 5n]
