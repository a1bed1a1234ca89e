import type { Rule } from './types.ts'

/** All names in the rules. */
export function namesIn(rules: readonly Rule[]): Set<string> {
  return new Set(rules.flatMap(rule => rule.names))
}

/** The rules without these calls. */
export function withoutNames(
  rules: readonly Rule[],
  names: readonly string[]
): Rule[] {
  return filterNames(rules, name => !names.includes(name))
}

/** The rules for these calls alone. */
export function onlyNames(
  rules: readonly Rule[],
  names: readonly string[]
): Rule[] {
  const wanted = new Set(names)
  return filterNames(rules, name => wanted.has(name))
}

/** Drops a rule that has no name left. */
function filterNames(
  rules: readonly Rule[],
  isWanted: (name: string) => boolean
): Rule[] {
  return rules
    .map(rule => ({ ...rule, names: rule.names.filter(isWanted) }))
    .filter(({ names }) => names.length > 0)
}
