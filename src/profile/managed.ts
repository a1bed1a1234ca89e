import { normalizeProfile } from './normalize.js'
import type { Profile, Rule } from './types.js'

/**
 * The comment by which the rules that seccomp-lock writes are known. A call
 * that the engine's default allows only with certain arguments keeps these
 * conditions, which takes a rule of its own, so the managed rule may be
 * several rules that carry the same comment.
 */
export const MANAGED_COMMENT =
  'seccomp-lock: written from the recorded tests. Rules of your own go beside this one and are kept.'

const MANAGED_PREFIX = 'seccomp-lock:'

/** Whether the action wrote this rule and may write it anew. */
export function isManaged(rule: Rule): boolean {
  return rule.comment?.startsWith(MANAGED_PREFIX) ?? false
}

/**
 * Whether a file is nothing but what oci-seccomp-bpf-hook writes: errno by
 * default and bare allow rules, with no comment, condition or key of a person.
 */
export function isWrittenByHook(profile: Profile): boolean {
  const { defaultAction, architectures, syscalls, ...rest } = profile
  return (
    defaultAction === 'SCMP_ACT_ERRNO' &&
    architectures !== undefined &&
    Object.keys(rest).length === 0 &&
    syscalls.length > 0 &&
    syscalls.every(isBareAllow)
  )
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
  return isWrittenByHook(profile)
    ? []
    : profile.syscalls.filter(rule => !isManaged(rule))
}

/** The rules that the action wrote, or adopts because the hook wrote them. */
export function managedRules(profile: Profile): Rule[] {
  return isWrittenByHook(profile)
    ? profile.syscalls
    : profile.syscalls.filter(isManaged)
}

/**
 * The profile with its managed rules replaced. They stand where the first of
 * the old ones stood, or else behind the user's rules; everything else keeps
 * its place.
 */
export function replaceManaged(profile: Profile, rules: Rule[]): Profile {
  const user = userRules(profile)
  const firstManaged = isWrittenByHook(profile)
    ? 0
    : profile.syscalls.findIndex(isManaged)
  const at =
    firstManaged < 0
      ? user.length
      : profile.syscalls.slice(0, firstManaged).filter(r => !isManaged(r))
          .length
  const managed = rules.map(rule => ({ ...rule, comment: MANAGED_COMMENT }))
  return normalizeProfile({
    ...profile,
    syscalls: [...user.slice(0, at), ...managed, ...user.slice(at)]
  })
}
