import type { Arg, Filter, Profile, Rule } from './types.ts'

/**
 * The canonical form of a profile: what stands in lists whose order means
 * nothing (names, architectures, flags, conditions, capabilities) is sorted
 * and unique. The order of the rules is the author's and stays: engines and
 * libseccomp mind it (rule-tree.ts), and so do people.
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
  const { names, args, includes, excludes } = rule
  return {
    ...rule,
    names: sortedUnique(names),
    args: normalizeArgs(args),
    ...(includes && { includes: normalizeFilter(includes) }),
    ...(excludes && { excludes: normalizeFilter(excludes) })
  }
}

/**
 * Conditions by index. Where an index stands twice they are alternatives, and
 * each is a rule of its own, whose order libseccomp minds; then it stays.
 */
function normalizeArgs(args: readonly Arg[]): Arg[] {
  const indexes = new Set(args.map(arg => arg.index))
  if (indexes.size < args.length) return [...args]
  return args.toSorted((a, b) => {
    const [keyA, keyB] = [argKey(a), argKey(b)]
    return keyA < keyB ? -1 : keyA > keyB ? 1 : 0
  })
}

function normalizeFilter(filter: Filter): Filter {
  const { caps, arches } = filter
  return {
    ...filter,
    ...(caps && { caps: sortedUnique(caps) }),
    ...(arches && { arches: sortedUnique(arches) })
  }
}

/** Sorted by code unit, so that the order is the same under every locale. */
export function sortedUnique<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

/** One condition as a text that is equal exactly when the condition is. */
export function argKey(arg: Arg): string {
  return `${arg.index} ${arg.op} ${arg.value} ${arg.valueTwo}`
}
