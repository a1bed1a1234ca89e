import { errnoOf } from './errno.js'
import { argKey, sortedUnique } from './normalize.js'
import { lets } from './treatment.js'
import type { ArchMapEntry, Filter, Profile, Rule } from './types.js'

/** What one profile does otherwise than another, by system call name. */
export interface ProfileDiff {
  /** Calls that became allowed, wholly or for more arguments than before. */
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
  const names = sortedUnique([...was.keys(), ...is.keys()])
  const wasAllowed = (name: string) => (was.get(name)?.allows.size ?? 0) > 0
  const isAllowed = (name: string) => (is.get(name)?.allows.size ?? 0) > 0
  const added = names.filter(name => isWidened(was.get(name), is.get(name)))
  const removed = names.filter(name => wasAllowed(name) && !isAllowed(name))
  const told = new Set([...added, ...removed])
  return {
    added,
    removed,
    changed: names.filter(
      name => !told.has(name) && textOf(was.get(name)) !== textOf(is.get(name))
    ),
    settings: before ? diffSettings(before, after) : []
  }
}

/** The names that some rule allows, with or without conditions. */
export function allowedNames(rules: readonly Rule[]): Set<string> {
  return new Set(rules.filter(lets).flatMap(rule => rule.names))
}

/** What rules say of one name: each rule as a text that is equal if it is. */
interface RuleTexts {
  allows: Set<string>
  others: Set<string>
}

/** The text of a rule that allows a call whatever its arguments. */
const BARE_ALLOW = JSON.stringify(['SCMP_ACT_ALLOW', null, [], '', ''])

function treatments(rules: readonly Rule[]): Map<string, RuleTexts> {
  const byName = new Map<string, RuleTexts>()
  for (const rule of rules) {
    const text = JSON.stringify([
      rule.action,
      errnoOf(rule.errno, rule.errnoRet) ?? null,
      rule.args.map(argKey).sort(),
      filterText(rule.includes),
      filterText(rule.excludes)
    ])
    for (const name of rule.names) {
      const texts = byName.get(name) ?? { allows: new Set(), others: new Set() }
      byName.set(name, texts)
      const set = lets(rule) ? texts.allows : texts.others
      set.add(text)
    }
  }
  for (const texts of byName.values()) {
    // A bare allow makes the other allows moot.
    if (texts.allows.has(BARE_ALLOW)) texts.allows = new Set([BARE_ALLOW])
  }
  return byName
}

function textOf(texts: RuleTexts | undefined): string {
  return [...(texts?.allows ?? []), '', ...(texts?.others ?? [])]
    .sort()
    .join('\n')
}

/** Whether some arguments are allowed that were not, by all one can tell. */
function isWidened(
  was: RuleTexts | undefined,
  is: RuleTexts | undefined
): boolean {
  if (!is || is.allows.size === 0) return false
  if (!was || was.allows.size === 0) return true
  const moreAllowed =
    !was.allows.has(BARE_ALLOW) &&
    [...is.allows].some(text => !was.allows.has(text))
  const lessRefused = [...was.others].some(text => !is.others.has(text))
  return moreAllowed || lessRefused
}

function diffSettings(before: Profile, after: Profile): string[] {
  const settings: [string, (p: Profile) => unknown][] = [
    ['default action', p => p.defaultAction],
    ['default errno', p => errnoOf(p.defaultErrno, p.defaultErrnoRet) ?? 1],
    ['architectures', p => sortedUnique(p.architectures ?? []).join(' ')],
    ['archMap', p => (p.archMap ?? []).map(archMapText).sort().join('; ')],
    ['flags', p => sortedUnique(p.flags ?? []).join(' ')]
  ]
  return settings
    .map(([what, of]) => [what, String(of(before)), String(of(after))] as const)
    .filter(([, was, is]) => was !== is)
    .map(([what, was, is]) => `${what}: ${was || 'none'} -> ${is || 'none'}`)
}

function archMapText(entry: ArchMapEntry): string {
  return [entry.architecture, ...sortedUnique(entry.subArchitectures)].join(' ')
}

/** What a filter asks for; keys that engines do not know mean nothing. */
function filterText({ caps, arches, minKernel }: Filter = {}): string {
  return [
    ...sortedUnique(caps ?? []),
    ...sortedUnique(arches ?? []),
    minKernel ?? ''
  ]
    .join(' ')
    .trim()
}
