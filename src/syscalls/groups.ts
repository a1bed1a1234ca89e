import groups from './groups.json' with { type: 'json' }

/** Each group's members; the note on where the file is from is none. */
const MEMBERS = new Map<string, readonly string[]>(
  Object.entries<string | string[]>(groups).filter(
    (entry): entry is [string, string[]] => Array.isArray(entry[1])
  )
)

/** The names of systemd's groups of system calls, `@aio` and so on, sorted. */
export const GROUP_NAMES: readonly string[] = [...MEMBERS.keys()].sort()

/**
 * The calls of one of systemd's groups, those of the groups within it
 * included, sorted; undefined where there is no such group.
 *
 * Source: `systemd-analyze syscall-filter`, systemd.exec(5)
 * "SystemCallFilter=".
 */
export function expandGroup(group: string): string[] | undefined {
  if (!MEMBERS.has(group)) return undefined
  return [...new Set(membersOf(group))].sort()
}

/**
 * The groups that a call is in, be it through another group, sorted; none for
 * a call that systemd has in no group.
 */
export function groupsOf(name: string): readonly string[] {
  groupsByName ??= invert()
  return groupsByName.get(name) ?? []
}

let groupsByName: Map<string, string[]> | undefined

function invert(): Map<string, string[]> {
  const byName = new Map<string, string[]>()
  for (const group of GROUP_NAMES) {
    for (const name of expandGroup(group) ?? []) {
      byName.set(name, [...(byName.get(name) ?? []), group])
    }
  }
  return byName
}

function membersOf(group: string): string[] {
  return (MEMBERS.get(group) ?? []).flatMap(member =>
    member.startsWith('@') ? membersOf(member) : [member]
  )
}
