import { argKey, sortedUnique } from './normalize.js'
import type { Profile, Rule } from './types.js'

/** What one profile does otherwise than another, by system call name. */
export interface ProfileDiff {
  /** Calls that became allowed, wholly or for some arguments. */
  added: string[]
  /** Calls that are no longer allowed at all. */
  removed: string[]
  /** Calls that were allowed before and still are, but not in the same way. */
  changed: string[]
  /** What else differs, each as a sentence part: `default errno: 1 -> 38`. */
  settings: string[]
}

/** Whether both profiles mean the same. */
export function isEmptyDiff(diff: ProfileDiff): boolean {
  return (
    diff.added.length +
      diff.removed.length +
      diff.changed.length +
      diff.settings.length ===
    0
  )
}

/**
 * Compares two profiles by what they allow, not by their text. Without a
 * `before`, everything that `after` allows is new.
 */
export function diffProfiles(
  before: Profile | undefined,
  after: Profile
): ProfileDiff {
  const was = treatments(before?.syscalls ?? [])
  const is = treatments(after.syscalls)
  const allowedBefore = allowedNames(before?.syscalls ?? [])
  const allowedAfter = allowedNames(after.syscalls)
  const inBoth = [...allowedAfter].filter(name => allowedBefore.has(name))
  const deniedNames = [...is.keys(), ...was.keys()].filter(
    name => !allowedBefore.has(name) && !allowedAfter.has(name)
  )
  return {
    added: sortedUnique([...allowedAfter].filter(n => !allowedBefore.has(n))),
    removed: sortedUnique([...allowedBefore].filter(n => !allowedAfter.has(n))),
    changed: sortedUnique(
      [...inBoth, ...deniedNames].filter(name => was.get(name) !== is.get(name))
    ),
    settings: before ? diffSettings(before, after) : []
  }
}

/** The names that some rule allows, with or without conditions. */
export function allowedNames(rules: readonly Rule[]): Set<string> {
  return new Set(
    rules
      .filter(r => r.action === 'SCMP_ACT_ALLOW' || r.action === 'SCMP_ACT_LOG')
      .flatMap(r => r.names)
  )
}

/**
 * For each name, all that rules say of it as one text: equal texts, equal
 * treatment. An unconditional allow makes other allows of it moot.
 */
function treatments(rules: readonly Rule[]): Map<string, string> {
  const parts = new Map<string, Set<string>>()
  for (const rule of rules) {
    const key = JSON.stringify([
      rule.action,
      rule.errno ?? rule.errnoRet ?? null,
      rule.args.map(argKey).sort(),
      rule.includes ?? null,
      rule.excludes ?? null
    ])
    for (const name of rule.names) {
      const set = parts.get(name) ?? new Set()
      parts.set(name, set.add(key))
    }
  }
  const bare = JSON.stringify(['SCMP_ACT_ALLOW', null, [], null, null])
  const whole = [...parts].map(([name, set]): [string, string] => {
    const kept = set.has(bare)
      ? [...set].filter(k => k === bare || !k.startsWith('["SCMP_ACT_ALLOW"'))
      : [...set]
    return [name, kept.sort().join('\n')]
  })
  return new Map(whole)
}

function diffSettings(before: Profile, after: Profile): string[] {
  const settings: [string, (p: Profile) => unknown][] = [
    ['default action', p => p.defaultAction],
    ['default errno', p => p.defaultErrno ?? p.defaultErrnoRet ?? 1],
    ['architectures', p => sortedUnique(p.architectures ?? []).join(' ')],
    ['archMap', p => JSON.stringify(p.archMap ?? [])],
    ['flags', p => sortedUnique(p.flags ?? []).join(' ')]
  ]
  return settings
    .map(([what, of]) => [what, String(of(before)), String(of(after))] as const)
    .filter(([, was, is]) => was !== is)
    .map(([what, was, is]) => `${what}: ${was || 'none'} -> ${is || 'none'}`)
}
