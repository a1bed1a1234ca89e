import groups from './groups.json' with { type: 'json' }

/** Each group's members; the note about the file's origin is not a group. */
const MEMBERS = new Map<string, readonly string[]>(
  Object.entries<string | string[]>(groups).filter(
    (entry): entry is [string, string[]] => Array.isArray(entry[1])
  )
)

/** The names of systemd's groups of system calls, `@aio` and so on, sorted. */
export const GROUP_NAMES: readonly string[] = [...MEMBERS.keys()].sort()

/**
 * The calls of one of systemd's groups, including those of the groups within
 * it, sorted; undefined if there is no such group.
 *
 * Source: `systemd-analyze syscall-filter`, systemd.exec(5)
 * "SystemCallFilter=".
 */
export function expandGroup(group: string): string[] | undefined {
  if (!MEMBERS.has(group)) return undefined
  return [...new Set(membersOf(group))].sort()
}

/**
 * The groups that a call is in, directly or through another group, sorted;
 * empty if systemd has it in no group.
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
