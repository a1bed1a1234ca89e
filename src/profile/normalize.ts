import type { Arg, Filter, Profile, Rule } from './types.ts'

/**
 * The canonical form of a profile: lists whose order means nothing (names,
 * architectures, flags, conditions, capabilities) are sorted and unique. The
 * rules stay in the author's order, which matters to engines and libseccomp
 * (filter/rule-tree.ts), and to people.
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
 * Sorts conditions by index. If an index occurs twice, the conditions are
 * alternatives, and each becomes a rule of its own; their order matters to
 * libseccomp, so it stays.
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

/** One condition as a text. Texts are equal exactly if the conditions are. */
export function argKey(arg: Arg): string {
  return `${arg.index} ${arg.op} ${arg.value} ${arg.valueTwo}`
}
