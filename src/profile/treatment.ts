import type { Rule } from './types.js'

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
  return rule.action === 'SCMP_ACT_ALLOW' || rule.action === 'SCMP_ACT_LOG'
}
