import { allowedNames, diffProfiles } from '../profile/diff.ts'
import { errnoOf } from '../profile/errno.ts'
import { loads } from '../profile/filter/load.ts'
import { nativesOf } from '../profile/filter/machines.ts'
import { managedRules, replaceManaged, userRules } from '../profile/managed.ts'
import { argKey, sortedUnique } from '../profile/normalize.ts'
import { resolveRules } from '../profile/resolve.ts'
import { isDenyList, lets, treatmentOf } from '../profile/treatment.ts'
import type { Profile, Rule } from '../profile/types.ts'
import type { Sees } from '../recorders/about.ts'
import type { RecordUnder } from '../recorders/recording.ts'
import type { Architecture } from '../syscalls/architectures.ts'
import { ALWAYS_KEPT, RUNTIME_BY_CHANCE } from '../syscalls/kept.ts'
import { SETUP_CALLS } from '../syscalls/setup.ts'
import { allowedOn, type Calls, NO_POLICY, type Policy } from './policy.ts'
import { type PortableCall, portableCalls } from './portable.ts'

/** errno numbers that a default may have, asm-generic/errno.h. */
export const DEFAULT_ERRNOS = { ENOSYS: 38, EPERM: 1 } as const

export interface CandidateInput {
  /** The names that the recordings saw. */
  recorded: readonly string[]
  /**
   * Names that a replay showed alone: the filter refused them to the container,
   * so there is no doubt who made them.
   */
  replayed?: readonly string[]
  /** What else than calls that passed the filter the recorder sees. */
  sees: Sees
  /** What the container's filter was. */
  recordUnder: RecordUnder
  /** What the runtime needs to start a container that does nothing. */
  floor: readonly string[]
  /** Whether the profile must do with another runtime, libc and kernel. */
  portability: Portability
  architecture: Architecture
  /** Architectures that programs in the container were of besides. */
  alsoOn?: readonly Architecture[]
  /** The bounding capabilities of the recorded container. */
  capabilities: readonly string[]
  /** The engine's default profile. */
  engineDefault: Profile
  /** The file in the repository, if there is one. */
  committed: Profile | undefined
  /** Whether calls that were not seen leave the file. */
  removals: 'apply' | 'report'
  /** Those that do not though: that they are gone is not certain yet. */
  isUncertain?: (name: string) => boolean
  /** What a refused call returns; undefined leaves the choice to the file. */
  defaultErrno: keyof typeof DEFAULT_ERRNOS | undefined
  /** What the workflow denies and allows; by default, nothing. */
  policy?: Policy
}

export const PORTABILITIES = ['on', 'off'] as const
export type Portability = (typeof PORTABILITIES)[number]

/** A call that was recorded and yet is not in the candidate. */
export interface LeftOut {
  name: string
  why:
    | 'refused by the default profile'
    | 'set-up without CAP_SYS_ADMIN'
    | 'set-up in any container'
}

/** A call that the policy denies, and that the profile cannot do without. */
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
  /** Calls that are in it so that it works elsewhere, sorted. */
  portable: PortableCall[]
  leftOut: LeftOut[]
  /** Calls that would be in the profile but for the policy, sorted. The profile
   * has none of them in its managed rules, and would not work. */
  denied: Denied[]
  /** Calls that are in the managed rules for the policy's sake alone. */
  byPolicy: Calls
  /** Calls recorded, or allowed by the policy, that a rule of the user's speaks
   * of and does not allow. */
  governed: string[]
  /** Calls of the managed rule that were not seen. */
  unseen: string[]
  /** Those of them that are in the profile all the same. */
  kept: string[]
}

/**
 * The profile that recordings give: the engine's default profile narrowed to
 * the calls that were recorded, with the runtime's floor and what portability
 * asks for. The container ran under that default, so what the default refuses
 * was not made in it: a recorder that has such a call all the same saw the
 * runtime make it before the filter was loaded, or a program try in vain.
 * Where the default allows a call for certain arguments only, so does the
 * candidate. It is therefore never wider than the default, but for what the
 * policy allows by name, and for what was recorded under no filter at all
 * (`record-under: allow-all`).
 *
 * A committed deny-list, which lets through what it does not list, stays as it
 * is: `governed` tells which of the recorded calls it denies.
 */
export function deriveCandidate(input: CandidateInput): Candidate {
  const { committed, engineDefault, recorded, replayed = [] } = input
  const { policy = NO_POLICY, isUncertain = () => false } = input
  // A rule that does not count for this container says nothing of a call.
  const user = resolveRules(committed ? userRules(committed) : [], input)
  const userNames = new Set(user.flatMap(rule => rule.names))
  const rules = resolveRules(engineDefault.syscalls, input)
  const isOpen = committed !== undefined && isDenyList(committed)
  const setUp = [...new Set([...recorded, ...input.floor])]
    .map(name => ({ name, why: whyLeftOut(name, rules, input) }))
    .filter((entry): entry is LeftOut => entry.why !== undefined)
  const gone = new Set(setUp.map(entry => entry.name))
  // A number that no table has a name for cannot stand in a profile.
  const seen = new Set([
    ...recorded.filter(name => !gone.has(name) && !name.startsWith('#')),
    ...replayed
  ])
  const isRefused = (name: string) =>
    treatmentOf(rules, name, engineDefault).kind === 'refused'
  // Only before it loads the filter does Go's scheduler make these.
  const byChance = input.sees === 'set-up' ? RUNTIME_BY_CHANCE : []
  const forStart = new Set([
    ...[...byChance, ...input.floor].filter(
      name => !isRefused(name) && !gone.has(name)
    ),
    ...ALWAYS_KEPT
  ])
  const needed = new Set([...seen, ...forStart])
  const mayManage = (name: string) =>
    !userNames.has(name) && !policy.deny.has(name)
  const allowed = allowedOn(policy, input.architecture)
  const old = committed ? managedRules(committed) : []
  const oldNames = sortedUnique([...allowedNames(old)])
  /** With calls that stay, what stands in for them stays, too. */
  const choose = (staying: readonly string[]) => {
    const portable = portableCalls(
      new Set([...needed, ...staying]),
      input
    ).filter(({ name }) => !isRefused(name) && mayManage(name))
    const elsewhere = portable.map(({ name }) => name)
    const wanted = sortedUnique([
      ...[...needed, ...elsewhere, ...allowed.keys()]
    ]).filter(mayManage)
    const wantedNames = new Set(wanted)
    const unseen = oldNames.filter(
      name => !wantedNames.has(name) && mayManage(name) && !gone.has(name)
    )
    const kept = unseen.filter(
      name => input.removals === 'report' || isUncertain(name)
    )
    return { portable, wanted, wantedNames, unseen, kept }
  }
  const { portable, wanted, wantedNames, unseen, kept } = choose(
    choose([]).kept
  )
  const file = base(input)
  const managed = () => [
    ...narrow(rules, wanted, file, input),
    ...rulesAbout(old, kept)
  ]
  return {
    profile: isOpen
      ? committed
      : replaceManaged(file, joinBareAllows(managed())),
    portable: isOpen ? [] : portable,
    leftOut: setUp.filter(({ name }) => !wantedNames.has(name)),
    denied: deniedAndNeeded(policy.deny, { seen, forStart, user, file }),
    byPolicy: new Map(
      [...allowed].filter(
        ([name]) => !isOpen && wantedNames.has(name) && !needed.has(name)
      )
    ),
    governed: sortedUnique([...seen, ...allowed.keys()]).filter(
      name =>
        userNames.has(name) && treatmentOf(user, name, file).kind !== 'allowed'
    ),
    unseen,
    kept
  }
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
  const ruled = new Set(user.flatMap(rule => rule.names))
  const whyNeeded = (name: string): Denied['why'] => {
    const isAllowed = treatmentOf(user, name, file).kind !== 'refused'
    if (ruled.has(name) && !isAllowed) return []
    const reasons: [boolean, Denied['why'][number]][] = [
      // Any recording may have these, so it tells nothing of the tests.
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
  const isRefused =
    treatmentOf(rules, name, input.engineDefault).kind === 'refused'
  // Should a recorder say that such a call passed, it is not believed.
  if (isRefused && input.recordUnder === 'default') {
    return 'refused by the default profile'
  }
  if (input.sees !== 'set-up') return undefined
  // A program that unshares a user namespace may mount inside it.
  const unprivileged =
    !input.capabilities.includes('CAP_SYS_ADMIN') &&
    !input.recorded.includes('unshare')
  if (!SETUP_CALLS.includes(name)) return undefined
  if (unprivileged) return 'set-up without CAP_SYS_ADMIN'
  // The runtime makes it for a container that does nothing, too; whether the
  // tests do, such a recorder cannot know, and it is dangerous.
  return input.floor.includes(name) ? 'set-up in any container' : undefined
}

/** What the default's rules say of these names, and of no other. */
function narrow(
  rules: readonly Rule[],
  names: readonly string[],
  file: Profile,
  input: CandidateInput
): Rule[] {
  const made = new Set([...input.recorded, ...(input.replayed ?? [])])
  return names.flatMap(name => {
    const treatment = treatmentOf(rules, name, input.engineDefault)
    // Without a filter, nothing kept the tests to the default's arguments.
    const isFree = input.recordUnder === 'allow-all' && made.has(name)
    if (treatment.kind !== 'conditional' || isFree) return [bareAllow([name])]
    const narrowed = uniqueBy(
      treatment.rules.map(({ action, errno, errnoRet, args }) => {
        const number = errnoOf(errno, errnoRet)
        return {
          names: [name],
          action,
          ...(typeof number === 'number' && { errnoRet: number }),
          ...(typeof number === 'string' && { errno: number }),
          args
        }
      }),
      ({ action, errno, errnoRet, args }) =>
        [action, errno, errnoRet, ...args.map(argKey)].join('|')
    )
    return loadable(name, narrowed, file, input)
  })
}

/**
 * The rules about one call as libseccomp takes them on all machines of a file.
 * On x86 (and others with socketcall(2)) it refuses podman's rules about
 * `socket`: some allow and one refuses, and their conditions are on arguments
 * that socketcall(2) hides behind a pointer. The default itself loads because
 * it allows `socketcall`. Without the refusing rule the file's default refuses
 * the same calls, with its own errno.
 */
function loadable(
  name: string,
  rules: Rule[],
  file: Profile,
  { engineDefault, ...machine }: CandidateInput
): Rule[] {
  const { architecture, capabilities } = machine
  const natives = new Set([architecture, ...nativesOf(file)])
  const machines = [...natives]
    .map(architecture => ({ architecture, capabilities }))
    .filter(machine => loads({ ...file, syscalls: [] }, machine))
  const fits = (syscalls: Rule[]) =>
    machines.every(machine => loads({ ...file, syscalls }, machine))
  if (fits(rules)) return rules
  const allowing = rules.filter(lets)
  const here = [{ architecture, capabilities }]
  const alone: Profile = { defaultAction: 'SCMP_ACT_ERRNO', syscalls: allowing }
  const isWider = () =>
    diffProfiles(engineDefault, alone, here).added.includes(name)
  // Where neither will do, the comparison of the whole profile says so.
  return fits(allowing) && !isWider() ? allowing : rules
}

/** What rules say of these names, and of no other. */
function rulesAbout(rules: readonly Rule[], names: readonly string[]): Rule[] {
  const about = new Set(names)
  return rules
    .map(r => ({ ...r, names: r.names.filter(name => about.has(name)) }))
    .filter(rule => rule.names.length > 0)
}

/** One rule for all names that are allowed outright, before the others. */
function joinBareAllows(rules: readonly Rule[]): Rule[] {
  const bare = ({ action, args, includes, excludes }: Rule) =>
    action === 'SCMP_ACT_ALLOW' && !args.length && !includes && !excludes
  const names = rules.filter(bare).flatMap(rule => rule.names)
  return [
    ...(names.length > 0 ? [bareAllow(names)] : []),
    ...rules.filter(rule => !bare(rule))
  ]
}

function bareAllow(names: string[]): Rule {
  return { names, action: 'SCMP_ACT_ALLOW', args: [] }
}

function uniqueBy<T>(values: readonly T[], key: (value: T) => string): T[] {
  return [...new Map(values.map(v => [key(v), v])).values()]
}

/** The file that the managed rules go into: the committed one, or a new one. */
function base({
  committed,
  architecture,
  alsoOn = [],
  defaultErrno
}: CandidateInput): Profile {
  const profile: Profile = committed ?? {
    defaultAction: 'SCMP_ACT_ERRNO',
    architectures: [],
    syscalls: []
  }
  const errno = defaultErrno ?? (committed ? undefined : 'ENOSYS')
  const { defaultErrno: replaced, ...rest } = profile
  return withArchitectures(
    errno === undefined
      ? { ...rest, ...(replaced && { defaultErrno: replaced }) }
      : { ...rest, defaultErrnoRet: DEFAULT_ERRNOS[errno] },
    architecture,
    alsoOn
  )
}

/** The profile for a machine, and for programs of others that it runs. */
function withArchitectures(
  profile: Profile,
  own: Architecture,
  others: readonly Architecture[]
): Profile {
  const { architectures, archMap } = profile
  if (archMap) {
    // An engine looks at its own entry only.
    const entry = archMap.find(({ architecture }) => architecture === own)
    const mapped = {
      architecture: own,
      subArchitectures: [
        ...new Set([...(entry?.subArchitectures ?? []), ...others])
      ]
    }
    return {
      ...profile,
      archMap: entry
        ? archMap.map(old => (old === entry ? mapped : old))
        : [...archMap, mapped]
    }
  }
  // A file without any is for whatever machine it is loaded on.
  if (!architectures && others.length === 0) return profile
  return {
    ...profile,
    architectures: [...new Set([...(architectures ?? []), own, ...others])]
  }
}
