import { allowedNames } from '../profile/compare/diff.ts'
import { managedRules, replaceManaged, userRules } from '../profile/managed.ts'
import { sortedUnique } from '../profile/normalize.ts'
import { resolveRules } from '../profile/resolve.ts'
import { namesIn, onlyNames } from '../profile/rules.ts'
import { isDenyList, treatmentOf } from '../profile/treatment.ts'
import type { Profile, Rule } from '../profile/types.ts'
import type { Sees } from '../recorders/about.ts'
import type { RecordUnder } from '../recorders/recording.ts'
import type { Architecture } from '../syscalls/architectures.ts'
import { ALWAYS_KEPT, RUNTIME_BY_CHANCE } from '../syscalls/kept.ts'
import { SETUP_CALLS } from '../syscalls/setup.ts'
import { fileFor } from './file.ts'
import { allowedOn, type Calls, NO_POLICY, type Policy } from './policy.ts'
import { type PortableCall, portableCalls } from './portable.ts'
import { joinBareAllows, narrow } from './rules.ts'

/** errno numbers that a default may have, asm-generic/errno.h. */
export const DEFAULT_ERRNOS = { ENOSYS: 38, EPERM: 1 } as const

export interface CandidateInput {
  /** The calls that the recordings saw. */
  recorded: readonly string[]
  /**
   * Calls that only a replay showed: the filter refused them to the container,
   * so there is no doubt who made them.
   */
  replayed?: readonly string[]
  /** What the recorder sees besides calls that passed the filter. */
  sees: Sees
  /** The filter that the container was recorded under. */
  recordUnder: RecordUnder
  /** What the runtime needs to start a container that does nothing. */
  floor: readonly string[]
  /**
   * Whether the profile must also work with another runtime, libc and kernel.
   */
  portability: Portability
  architecture: Architecture
  /** Other architectures that programs in the container used. */
  alsoOn?: readonly Architecture[]
  /** The bounding capabilities of the recorded container. */
  capabilities: readonly string[]
  /** The engine's default profile. */
  engineDefault: Profile
  /** The file in the repository, if there is one. */
  committed: Profile | undefined
  /** Whether calls that were not seen leave the file. */
  removals: 'apply' | 'report'
  /** Calls that stay anyway, because it is not certain that they are gone. */
  isUncertain?: (name: string) => boolean
  /** What a refused call returns; undefined leaves the choice to the file. */
  defaultErrno: keyof typeof DEFAULT_ERRNOS | undefined
  /** What the workflow denies and allows; by default, nothing. */
  policy?: Policy
}

export const PORTABILITIES = ['on', 'off'] as const
export type Portability = (typeof PORTABILITIES)[number]

/** A call that was recorded but is not in the candidate. */
export interface LeftOut {
  name: string
  why:
    | 'refused by the default profile'
    | 'set-up without CAP_SYS_ADMIN'
    | 'set-up in any container'
}

/** A call that the policy denies although something needs it. */
export interface Denied {
  name: string
  /** The line of `deny` that names it: the call itself or a group. */
  line: string
  why: (
    | 'recorded'
    | 'needed to start any container'
    | 'allowed by a user rule'
    | 'not denied by the deny-list'
  )[]
}

export interface Candidate {
  profile: Profile
  /** Calls that the profile has so that it also works elsewhere, sorted. */
  portable: PortableCall[]
  leftOut: LeftOut[]
  /**
   * Calls that something needs and the policy keeps out of the managed rules,
   * sorted. If there are any, the profile does not work.
   */
  denied: Denied[]
  /**
   * Calls that are in the managed rules only because the policy allows them.
   */
  byPolicy: Calls
  /**
   * Calls, recorded or allowed by the policy, that a user's rule names but does
   * not allow.
   */
  governed: string[]
  /** Calls of the managed rule that were not seen. */
  unseen: string[]
  /** Those of them that stay in the profile. */
  kept: string[]
  /** Calls that any container may need, to start or at any moment. */
  forStart: ReadonlySet<string>
}

/**
 * Derives the profile from recordings: the engine's default profile, narrowed
 * to the calls that were recorded, plus the runtime's floor and what
 * portability asks for. The container ran under that default, so a call that
 * the default refuses did not get through. If a recorder has it, the runtime
 * made it before the filter was loaded, or a program tried it and failed.
 * Where the default allows a call for certain arguments only, so does the
 * candidate. It is therefore never wider than the default, except for what the
 * policy allows by name, and for what was recorded under no filter at all
 * (`record-under: allow-all`).
 *
 * A committed deny-list, which lets through what it does not list, stays as it
 * is: `governed` tells which of the recorded calls it refuses.
 */
export function deriveCandidate(input: CandidateInput): Candidate {
  const { committed, engineDefault, policy = NO_POLICY } = input
  // A rule that does not apply to this container says nothing about a call.
  const user = resolveRules(committed ? userRules(committed) : [], input)
  const userNames = namesIn(user)
  const rules = resolveRules(engineDefault.syscalls, input)
  const file = fileOf(input)
  const needs = needsOf(rules, input)
  const { seen, forStart, needed, setUp } = needs
  const allowed = allowedOn(policy, input.architecture)
  const governed = sortedUnique([...seen, ...allowed.keys()]).filter(
    name =>
      userNames.has(name) && treatmentOf(user, name, file).kind !== 'allowed'
  )
  const old = committed ? managedRules(committed) : []
  const { portable, wanted, unseen, kept } = chooseCalls(input, {
    rules,
    needs,
    allowed: [...allowed.keys()],
    old: sortedUnique([...allowedNames(old)]),
    mayManage: name => !userNames.has(name) && !policy.deny.has(name)
  })
  const wantedNames = new Set(wanted)
  const common = {
    leftOut: setUp.filter(({ name }) => !wantedNames.has(name)),
    denied: deniedAndNeeded(policy.deny, { seen, forStart, user, file }),
    governed,
    unseen,
    kept,
    forStart
  }
  if (committed && isDenyList(committed)) {
    return { ...common, profile: committed, portable: [], byPolicy: new Map() }
  }
  const made = new Set([...input.recorded, ...(input.replayed ?? [])])
  // By name, for whatever reason a call is there, so that the same calls are
  // the same text. Rules about one call keep their order: it has a meaning.
  const managed = [
    ...narrow(wanted, { ...input, rules, file, made }),
    ...kept.flatMap(name => onlyNames(old, [name]))
  ].toSorted((a, b) => compare(a.names[0], b.names[0]))
  return {
    ...common,
    profile: replaceManaged(file, joinBareAllows(managed)),
    portable,
    byPolicy: new Map(
      [...allowed].filter(
        ([name]) => wantedNames.has(name) && !needed.has(name)
      )
    )
  }
}

/** By code unit, so that the order is the same under every locale. */
function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function fileOf(input: CandidateInput): Profile {
  const { committed, architecture, alsoOn = [], defaultErrno } = input
  const errno = defaultErrno ?? (committed ? undefined : 'ENOSYS')
  return fileFor({
    committed,
    architecture,
    alsoOn,
    errno: errno && DEFAULT_ERRNOS[errno]
  })
}

/** The calls that the container needs, whatever the workflow says of them. */
interface Needs {
  /** What the tests made. */
  seen: ReadonlySet<string>
  /** What any container may need. */
  forStart: ReadonlySet<string>
  /** Both. */
  needed: ReadonlySet<string>
  /** What was recorded, but not made by the tests under the filter. */
  setUp: LeftOut[]
}

function needsOf(rules: readonly Rule[], input: CandidateInput): Needs {
  const { recorded, replayed = [], floor } = input
  const setUp = [...new Set([...recorded, ...floor])]
    .map(name => ({ name, why: whyLeftOut(name, rules, input) }))
    .filter((entry): entry is LeftOut => entry.why !== undefined)
  const gone = new Set(setUp.map(entry => entry.name))
  // A number that no table has a name for cannot be in a profile.
  const seen = new Set([
    ...recorded.filter(name => !gone.has(name) && !name.startsWith('#')),
    ...replayed
  ])
  // Go's scheduler makes these only before the filter is loaded.
  const byChance = input.sees === 'set-up' ? RUNTIME_BY_CHANCE : []
  const forStart = new Set([
    ...[...byChance, ...floor].filter(
      name => !isRefused(rules, name, input) && !gone.has(name)
    ),
    ...ALWAYS_KEPT
  ])
  return { seen, forStart, needed: new Set([...seen, ...forStart]), setUp }
}

/** Whether the engine's default refuses a call. */
function isRefused(
  rules: readonly Rule[],
  name: string,
  { engineDefault }: CandidateInput
): boolean {
  return treatmentOf(rules, name, engineDefault).kind === 'refused'
}

/** What the calls of the managed rules are chosen from. */
interface Choices {
  /** The rules of the engine's default that count for this container. */
  rules: readonly Rule[]
  needs: Needs
  /** What the policy allows. */
  allowed: readonly string[]
  /** What the managed rules of the committed file allow, sorted. */
  old: readonly string[]
  /** Whether neither a user's rule nor the policy keeps us from it. */
  mayManage: (name: string) => boolean
}

/** Chooses the calls of the managed rules. */
function chooseCalls(
  input: CandidateInput,
  { rules, needs, allowed, old, mayManage }: Choices
) {
  const { isUncertain = () => false } = input
  const gone = new Set(needs.setUp.map(({ name }) => name))
  const choose = (staying: readonly string[]) => {
    const portable = portableCalls(
      new Set([...needs.needed, ...staying]),
      input
    ).filter(({ name }) => !isRefused(rules, name, input) && mayManage(name))
    const elsewhere = portable.map(({ name }) => name)
    const wanted = sortedUnique([
      ...needs.needed,
      ...elsewhere,
      ...allowed
    ]).filter(mayManage)
    const wantedNames = new Set(wanted)
    const unseen = old.filter(
      name => !wantedNames.has(name) && mayManage(name) && !gone.has(name)
    )
    const kept = unseen.filter(
      name => input.removals === 'report' || isUncertain(name)
    )
    return { portable, wanted, unseen, kept }
  }
  // What stands in for a call stays as long as the call does.
  return choose(choose([]).kept)
}

/** The denied calls that something needs, unless a user's rule refuses them. */
function deniedAndNeeded(
  deny: Calls,
  needs: {
    /** What the tests made. */
    seen: ReadonlySet<string>
    /** What any container may need. */
    forStart: ReadonlySet<string>
    /** The user's rules that are in force. */
    user: readonly Rule[]
    /** The profile, for what it does by default. */
    file: Profile
  }
): Denied[] {
  const { seen, forStart, user, file } = needs
  const ruled = namesIn(user)
  const whyNeeded = (name: string): Denied['why'] => {
    const isAllowed = treatmentOf(user, name, file).kind !== 'refused'
    if (ruled.has(name) && !isAllowed) return []
    const reasons: [boolean, Denied['why'][number]][] = [
      // Any recording may have these, so they say nothing about the tests.
      [forStart.has(name), 'needed to start any container'],
      [seen.has(name) && !forStart.has(name), 'recorded'],
      [isAllowed && ruled.has(name), 'allowed by a user rule'],
      [isAllowed && !ruled.has(name), 'not denied by the deny-list']
    ]
    return reasons.filter(([holds]) => holds).map(([, why]) => why)
  }
  return [...deny]
    .map(([name, line]) => ({ name, line, why: whyNeeded(name) }))
    .filter(({ why }) => why.length > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function whyLeftOut(
  name: string,
  rules: readonly Rule[],
  input: CandidateInput
): LeftOut['why'] | undefined {
  // A recorder that says such a call passed is not believed.
  if (isRefused(rules, name, input) && input.recordUnder === 'default') {
    return 'refused by the default profile'
  }
  if (input.sees !== 'set-up') return undefined
  // A program that unshares a user namespace may mount inside it.
  const unprivileged =
    !input.capabilities.includes('CAP_SYS_ADMIN') &&
    !input.recorded.includes('unshare')
  if (!SETUP_CALLS.includes(name)) return undefined
  if (unprivileged) return 'set-up without CAP_SYS_ADMIN'
  // The runtime makes it even for a container that does nothing. Such a
  // recorder cannot know whether the tests make it as well, and it is
  // dangerous.
  return input.floor.includes(name) ? 'set-up in any container' : undefined
}
