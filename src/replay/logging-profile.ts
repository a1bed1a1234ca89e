import { diffProfiles } from '../profile/compare/diff.ts'
import {
  architecturesOn,
  loadProfile,
  loads,
  type Machine
} from '../profile/filter/load.ts'
import { defaultReturnOf, returnOf } from '../profile/filter/returns.ts'
import { sortedUnique } from '../profile/normalize.ts'
import { resolveRules } from '../profile/resolve.ts'
import { namesIn, withoutNames } from '../profile/rules.ts'
import { isDenyList, lets, treatmentOf } from '../profile/treatment.ts'
import type { Profile, Rule } from '../profile/types.ts'
import { multiplexed } from '../syscalls/multiplexed.ts'
import { RUNTIMES } from './replay.ts'

/** The container that a profile is for. */
export type LogMachine = Pick<Machine, 'architecture' | 'capabilities'>

/**
 * A profile under which the tests run on where the candidate refuses a call,
 * and the kernel makes an audit record of that call (seccomp(2),
 * `SECCOMP_RET_LOG`).
 *
 * - What the candidate allows is allowed, under the same conditions. But
 *   `execve` and `execveat` are logged where the candidate allows them
 *   outright: the runtime starts the container with one of them, so every
 *   container leaves a record.
 * - A call that no rule of the candidate names and that `outer` lets through is
 *   logged, under `outer`'s conditions.
 * - Everything else is refused, including whatever the candidate refuses by a
 *   rule. So a deny-list's refusals are not logged.
 * - A call that the candidate allows for some arguments is refused for all
 *   others, as it is by `outer`, which candidates narrow. Only if `outer` is
 *   undefined or a deny-list is it logged for them.
 *
 * A rule that libseccomp does not accept together with the candidate's rules is
 * left out, and the call is refused. Calls of an architecture that the
 * candidate has no filter for end the thread, as under the candidate.
 *
 * @param outer what the recording ran under; undefined if it let all through
 * @param machine the container, which podman starts
 * @throws RefusedProfile where the candidate cannot be loaded
 */
export function refusalLogProfile(
  candidate: Profile,
  outer: Profile | undefined,
  machine: LogMachine
): Profile {
  loadProfile(candidate, machine)
  const rules = resolveRules(candidate.syscalls, machine)
  const logging = isDenyList(candidate)
    ? { ...candidate, syscalls: rules }
    : outer === undefined || isDenyList(outer)
      ? logUnnamed({ ...candidate, syscalls: rules }, outer, machine)
      : logListed({ ...candidate, syscalls: rules }, outer, machine)
  const starts = ['execve', 'execveat'].filter(
    name => treatmentOf(rules, name, candidate).kind === 'allowed'
  )
  return logFirst(logging, starts)
}

const LOG = 'SCMP_ACT_LOG'

/** Logs these calls, whatever rules say about them. */
function logFirst(profile: Profile, names: readonly string[]): Profile {
  const others = withoutNames(profile.syscalls, names)
  // A rule that does what the default does would not count as a rule.
  const isNeeded = profile.defaultAction !== LOG && names.length > 0
  return {
    ...profile,
    syscalls: [...(isNeeded ? [bare([...names], LOG)] : []), ...others]
  }
}

/** Logs the calls that an allow-list lets through and no rule names. */
function logListed(
  candidate: Profile,
  outer: Profile,
  machine: LogMachine
): Profile {
  const rules = resolveRules(outer.syscalls, machine)
  const logged = unnamed(rules, candidate, machine).map(name => ({
    name,
    treatment: treatmentOf(rules, name, outer)
  }))
  return addFitting(
    { ...candidate, syscalls: candidate.syscalls.map(unlogged) },
    [
      // These first: with `socketcall` allowed outright, libseccomp accepts
      // rules about `socket` that it otherwise rejects.
      ...logged
        .filter(({ treatment }) => treatment.kind === 'allowed')
        .map(({ name }) => [[bare([name], LOG)]]),
      ...logged.flatMap(({ name, treatment }) =>
        treatment.kind === 'conditional'
          ? [logConditional(name, treatment.rules, outer, machine)]
          : []
      )
    ],
    machine
  )
}

/**
 * Ways to log a call that `outer` lets through for some arguments, the best
 * first: one leaves the others to the candidate's default; the other, needed
 * if that would let through more, takes `outer`'s own refusals.
 */
function logConditional(
  name: string,
  rules: readonly Rule[],
  outer: Profile,
  machine: LogMachine
): Rule[][] {
  const all = rules.map(({ action, errno, errnoRet, args }, index) => ({
    names: [name],
    action: lets(rules[index] ?? bare([], action)) ? LOG : action,
    ...(errno !== undefined && { errno }),
    ...(errnoRet !== undefined && { errnoRet }),
    args
  })) satisfies Rule[]
  const letting = all.filter(lets)
  if (letting.length === all.length) return [all]
  const alone: Profile = { defaultAction: 'SCMP_ACT_ERRNO', syscalls: letting }
  const isAsNarrow =
    loads(alone, machine) &&
    loads(outer, machine) &&
    !diffProfiles(outer, alone, [machine]).added.includes(name)
  return isAsNarrow ? [letting, all] : [all]
}

/** Logs what no rule names, except for what `outer`, a deny-list, refuses. */
function logUnnamed(
  candidate: Profile,
  outer: Profile | undefined,
  machine: LogMachine
): Profile {
  const { defaultErrno, defaultErrnoRet, ...rest } = candidate
  const refuse = (name: string, args: Rule['args']): Rule => ({
    ...bare([name], candidate.defaultAction),
    ...(defaultErrno !== undefined && { errno: defaultErrno }),
    ...(defaultErrnoRet !== undefined && { errnoRet: defaultErrnoRet }),
    args
  })
  // A rule that does what the default does did not count as a rule. Under this
  // default it would, and might win over those that allow.
  const byDefault = defaultReturnOf(candidate)
  const counting = candidate.syscalls.filter(
    rule => returnOf(rule) !== byDefault
  )
  const countingNames = namesIn(counting)
  const refused = candidate.syscalls.flatMap(rule =>
    rule.names
      .filter(name => !countingNames.has(name))
      .map(name => ({ ...rule, names: [name] }))
  )
  const rules = outer ? resolveRules(outer.syscalls, machine) : []
  const refusedByOuter = outer
    ? unnamed(rules, candidate, machine).map(name => {
        const treatment = treatmentOf(rules, name, outer)
        if (treatment.kind === 'allowed') return []
        if (treatment.kind === 'refused') return [refuse(name, [])]
        return treatment.rules
          .filter(rule => !lets(rule))
          .map(({ args }) => refuse(name, args))
      })
    : []
  return addFitting(
    { ...rest, defaultAction: LOG, syscalls: counting.map(unlogged) },
    [...refused.map(rule => [[rule]]), ...refusedByOuter.map(rules => [rules])],
    machine
  )
}

/** The candidate may log by itself, which must not look like a refusal. */
function unlogged(rule: Rule): Rule {
  return rule.action === LOG ? { ...rule, action: 'SCMP_ACT_ALLOW' } : rule
}

/**
 * The names in `rules` that no rule of the candidate names. socketcall(2) is
 * not among them if a call that is made through it is named, because a rule
 * about such a call is also one about socketcall(2) with an argument
 * (profile/filter/load.ts). The same goes for ipc(2).
 */
function unnamed(
  rules: readonly Rule[],
  candidate: Profile,
  machine: LogMachine
): string[] {
  const named = namesIn(candidate.syscalls)
  const architectures = architecturesOn(candidate, machine)
  const through = new Set<string | undefined>(
    [...named].flatMap(name => architectures.map(a => multiplexed(name, a)?.by))
  )
  return sortedUnique([...namesIn(rules)]).filter(
    name => !named.has(name) && !through.has(name)
  )
}

/**
 * A profile with more rules.
 *
 * @param additions for each call, what could be added, the best first; nothing
 *   is added for a call if not every runtime can load the profile with it
 */
function addFitting(
  profile: Profile,
  additions: readonly Rule[][][],
  machine: LogMachine
): Profile {
  const [only, ...more] = additions
  if (only === undefined) return profile
  const ways =
    more.length === 0 ? only : [additions.flatMap(([best = []]) => best)]
  const fitting = ways
    .map(rules => ({ ...profile, syscalls: [...profile.syscalls, ...rules] }))
    .find(added =>
      RUNTIMES.every(runtime => loads(added, { ...machine, runtime }))
    )
  if (fitting !== undefined || more.length === 0) return fitting ?? profile
  const half = additions.length >> 1
  const first = addFitting(profile, additions.slice(0, half), machine)
  return addFitting(first, additions.slice(half), machine)
}

function bare(names: string[], action: Rule['action']): Rule {
  return { names, action, args: [] }
}
