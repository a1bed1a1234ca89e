import { errnoOrEperm } from './errno.ts'
import type { Action, Profile, Rule } from './types.ts'

/** The treatment of one system call by a list of rules. */
export type Treatment =
  | { kind: 'allowed' }
  | { kind: 'conditional'; rules: Rule[] }
  | { kind: 'refused' }

/** The part of a profile that decides about calls that no rule names. */
export type Default = Pick<
  Profile,
  'defaultAction' | 'defaultErrno' | 'defaultErrnoRet'
>

/**
 * How resolved rules treat a call: allowed whatever its arguments, allowed for
 * some arguments (with the rules that say for which), or refused.
 *
 * This is the plain one of two models. It reads rules as a person would, names
 * the ones that decide, and is right for profiles that runtimes load as
 * written: a rule that does the same as the default is ignored, and the first
 * rule without conditions wins over all others. filter/load.ts is the exact
 * one: it follows libseccomp step by step, including the rules that libseccomp
 * drops or refuses. Use this one to choose rules for a profile of ours, or to
 * say which rule decided; use that one to compare two profiles, or to find out
 * whether one can be loaded.
 */
export function treatmentOf(
  rules: readonly Rule[],
  name: string,
  byDefault: Default
): Treatment {
  const about = rules.filter(
    rule => rule.names.includes(name) && !isDefault(rule, byDefault)
  )
  const bare = about.find(rule => rule.args.length === 0)
  if (bare !== undefined) return { kind: lets(bare) ? 'allowed' : 'refused' }
  const isOpen = isDenyList(byDefault)
  if (about.length === 0) return { kind: isOpen ? 'allowed' : 'refused' }
  return isOpen || about.some(lets)
    ? { kind: 'conditional', rules: about }
    : { kind: 'refused' }
}

function isDefault(rule: Rule, byDefault: Default): boolean {
  const { defaultAction, defaultErrno, defaultErrnoRet } = byDefault
  if (rule.action !== defaultAction) return false
  const hasErrno = ['SCMP_ACT_ERRNO', 'SCMP_ACT_TRACE'].includes(rule.action)
  return (
    !hasErrno ||
    errnoOrEperm(rule.errno, rule.errnoRet) ===
      errnoOrEperm(defaultErrno, defaultErrnoRet)
  )
}

/** Whether a rule lets through the calls that it matches. */
export function lets(rule: Rule): boolean {
  return LETTING.has(rule.action)
}

/** Whether a profile lets through the calls that it does not list. */
export function isDenyList({ defaultAction }: Default): boolean {
  return LETTING.has(defaultAction)
}

const LETTING: ReadonlySet<Action> = new Set(['SCMP_ACT_ALLOW', 'SCMP_ACT_LOG'])
