import { normalizeProfile } from './normalize.ts'
import type { Profile, Rule } from './types.ts'

/**
 * The comment that marks the rules that seccomp-lock writes. A call that the
 * engine's default allows only with certain arguments keeps these conditions,
 * which takes a rule of its own, so there may be several managed rules with the
 * same comment.
 */
export const MANAGED_COMMENT =
  'seccomp-lock: written from the recorded tests. Rules of your own go beside this one and are kept.'

const MANAGED_PREFIX = 'seccomp-lock:'

/** Whether the action wrote this rule and may replace it. */
export function isManaged(rule: Rule): boolean {
  return rule.comment?.startsWith(MANAGED_PREFIX) ?? false
}

/**
 * Takes over a file that oci-seccomp-bpf-hook wrote and that was not changed
 * since: one line of JSON, errno by default, bare allow rules, and no comment,
 * condition or key of a person. (The hook's versions from 1.3 on write a
 * `socket` rule per address family.)
 *
 * @returns the profile with its rules managed; undefined for any other file
 */
export function adoptHookProfile(
  profile: Profile,
  text: string
): Profile | undefined {
  const { defaultAction, architectures, syscalls, ...rest } = profile
  const isHooks =
    !text.trim().includes('\n') &&
    defaultAction === 'SCMP_ACT_ERRNO' &&
    architectures !== undefined &&
    Object.keys(rest).length === 0 &&
    syscalls.length > 0 &&
    syscalls.every(isBareAllow)
  if (!isHooks) return undefined
  return { ...profile, syscalls: syscalls.map(manage) }
}

function manage(rule: Rule): Rule {
  return { ...rule, comment: MANAGED_COMMENT }
}

function isBareAllow(rule: Rule): boolean {
  const { names, action, args, ...rest } = rule
  return (
    names.length > 0 &&
    action === 'SCMP_ACT_ALLOW' &&
    (args.length === 0 || names[0] === 'socket') &&
    Object.keys(rest).length === 0
  )
}

/** The rules that a person wrote: all but the managed ones. */
export function userRules(profile: Profile): Rule[] {
  return profile.syscalls.filter(rule => !isManaged(rule))
}

/** The rules that the action wrote. */
export function managedRules(profile: Profile): Rule[] {
  return profile.syscalls.filter(isManaged)
}

/**
 * The profile with its managed rules replaced. They go where the first of the
 * old ones was, or else after the user's rules; everything else keeps its
 * place.
 */
export function replaceManaged(profile: Profile, rules: Rule[]): Profile {
  const user = userRules(profile)
  const first = profile.syscalls.findIndex(isManaged)
  // Before the first managed rule there are only the user's rules.
  const at = first < 0 ? user.length : first
  return normalizeProfile({
    ...profile,
    syscalls: [...user.slice(0, at), ...rules.map(manage), ...user.slice(at)]
  })
}
