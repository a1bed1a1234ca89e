import type { Action, Profile, Rule } from './types.js'

/** What a list of rules makes of one system call. */
export type Treatment =
  | { kind: 'allowed' }
  | { kind: 'conditional'; rules: Rule[] }
  | { kind: 'refused' }

/**
 * How resolved rules treat a call: allowed whatever its arguments, allowed
 * for some of them (with the rules that say for which), or refused.
 */
export function treatmentOf(rules: readonly Rule[], name: string): Treatment {
  const about = rules.filter(rule => rule.names.includes(name))
  const allowing = about.filter(lets)
  if (allowing.length === 0) return { kind: 'refused' }
  if (allowing.some(rule => rule.args.length === 0)) return { kind: 'allowed' }
  return { kind: 'conditional', rules: about }
}

/** Whether a rule lets the calls through that it matches. */
export function lets(rule: Rule): boolean {
  return LETTING.has(rule.action)
}

/** Whether a profile lets through what it does not list. */
export function isDenyList(profile: Profile): boolean {
  return LETTING.has(profile.defaultAction)
}

const LETTING: ReadonlySet<Action> = new Set(['SCMP_ACT_ALLOW', 'SCMP_ACT_LOG'])
