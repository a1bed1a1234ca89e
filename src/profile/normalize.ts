import type { Arg, Profile, Rule } from './types.js'

/**
 * The canonical form of a profile: the names, architectures and flags of each
 * list sorted and unique. The order of the rules is the author's and stays.
 */
export function normalizeProfile(profile: Profile): Profile {
  return {
    ...profile,
    ...(profile.architectures && {
      architectures: sortedUnique(profile.architectures)
    }),
    ...(profile.archMap && {
      archMap: profile.archMap.map(entry => ({
        ...entry,
        subArchitectures: sortedUnique(entry.subArchitectures)
      }))
    }),
    ...(profile.flags && { flags: sortedUnique(profile.flags) }),
    syscalls: profile.syscalls.map(normalizeRule)
  }
}

function normalizeRule(rule: Rule): Rule {
  return { ...rule, names: sortedUnique(rule.names) }
}

/** Sorted by code unit, so that the order is the same under every locale. */
export function sortedUnique<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

/** One condition as a text that is equal exactly when the condition is. */
export function argKey(arg: Arg): string {
  return `${arg.index} ${arg.op} ${arg.value} ${arg.valueTwo}`
}
