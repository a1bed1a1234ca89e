import { type Calls, NO_POLICY, type Policy } from '../candidate/policy.ts'
import { isManaged } from '../profile/managed.ts'
import { resolveRules } from '../profile/resolve.ts'
import { lets, treatmentOf } from '../profile/treatment.ts'
import type { Profile } from '../profile/types.ts'
import type { DeniedCall, RecordUnder } from '../recorders/recording.ts'
import type { Architecture } from '../syscalls/architectures.ts'
import type { Position } from '../text/json.ts'

/**
 * Why a profile refuses a call:
 *
 * - `not recorded`: nothing forbids it; the profile lacks it;
 * - `rule`: a user's rule refuses it, or allows it only in another way;
 * - `deny`: the input `deny` forbids it, on this line;
 * - `default`: the engine's default also refuses it, as it did while the tests
 *   were recorded.
 */
export type Why =
  | { kind: 'not recorded' }
  | { kind: 'rule'; at: Position | undefined }
  | { kind: 'deny'; line: string }
  | { kind: 'default' }

/** A call that the filter refused while the tests ran under the profile. */
export interface Denial extends DeniedCall {
  why: Why
  /** Whether the runtime made it to start the container. */
  byRuntime: boolean
}

/** The profile that refused the calls, and what explains why. */
export interface InForce {
  profile: Profile
  engineDefault: Profile
  /** What the tests were recorded under. */
  recordUnder: RecordUnder
  architecture: Architecture
  /** The container's bounding capabilities. */
  capabilities: readonly string[]
  policy?: Policy
  /** The runtime's own programs, by `comm`. */
  runtimePrograms: readonly string[]
  /** Where the committed file names a call in the user's rule of this number,
   * counted from 0. */
  locate: (rule: number, name: string) => Position | undefined
}

/** Says why the profile refuses each call. */
export function explainDenials(
  denied: readonly DeniedCall[],
  inForce: InForce
): Denial[] {
  const { runtimePrograms, policy = NO_POLICY } = inForce
  const whyOf = reasons(inForce, policy.deny)
  return denied.map(call => ({
    ...call,
    why: whyOf(call.name),
    byRuntime:
      call.programs.length > 0 &&
      call.programs.every(({ comm }) => runtimePrograms.includes(comm))
  }))
}

/** Refused calls that nothing forbids: they can be added. */
export function fixable(denials: readonly Denial[]): Denial[] {
  return denials.filter(({ why }) => why.kind === 'not recorded')
}

/** Refused calls that the user forbids: they are never added. */
export function forbidden(denials: readonly Denial[]): Denial[] {
  return denials.filter(
    ({ why: { kind } }) => kind === 'rule' || kind === 'deny'
  )
}

function reasons(inForce: InForce, deny: Calls): (name: string) => Why {
  const { profile, engineDefault, recordUnder, locate } = inForce
  const ofUsers = profile.syscalls.filter(rule => !isManaged(rule))
  const rules = resolveRules(profile.syscalls, inForce)
  const users = rules.filter(rule => !isManaged(rule))
  const byDefault = resolveRules(engineDefault.syscalls, inForce)
  return name => {
    // A rule that refuses decides, whatever other rules allow.
    const rule =
      users.find(one => one.names.includes(name) && !lets(one)) ??
      users.find(one => one.names.includes(name))
    if (rule) return { kind: 'rule', at: locate(ofUsers.indexOf(rule), name) }
    const line = deny.get(name)
    if (line !== undefined) return { kind: 'deny', line }
    // A number that no table has a name for cannot be added.
    if (name.startsWith('#')) return { kind: 'default' }
    if (recordUnder === 'allow-all') return { kind: 'not recorded' }
    const here = treatmentOf(rules, name, profile).kind
    const outside = treatmentOf(byDefault, name, engineDefault).kind
    // If both have conditions, those here come from the default.
    const isOutside =
      outside === 'refused' ||
      (outside === 'conditional' && here === 'conditional')
    return { kind: isOutside ? 'default' : 'not recorded' }
  }
}
