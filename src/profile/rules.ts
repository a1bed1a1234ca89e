import type { Rule } from './types.ts'

/** All names that rules have. */
export function namesIn(rules: readonly Rule[]): Set<string> {
  return new Set(rules.flatMap(rule => rule.names))
}

/** What rules say about all calls but these. */
export function withoutNames(
  rules: readonly Rule[],
  names: readonly string[]
): Rule[] {
  return filterNames(rules, name => !names.includes(name))
}

/** What rules say about these calls alone. */
export function onlyNames(
  rules: readonly Rule[],
  names: readonly string[]
): Rule[] {
  const wanted = new Set(names)
  return filterNames(rules, name => wanted.has(name))
}

/** A rule that has no name left goes. */
function filterNames(
  rules: readonly Rule[],
  isWanted: (name: string) => boolean
): Rule[] {
  return rules
    .map(rule => ({ ...rule, names: rule.names.filter(isWanted) }))
    .filter(({ names }) => names.length > 0)
}
