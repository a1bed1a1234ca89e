import {
  DANGEROUS,
  DANGEROUS_SOCKETS,
  HARMLESS,
  NOTABLE,
  NOTABLE_SOCKETS
} from './dangers.ts'

/**
 * How much a system call in the wrong hands can do:
 * - `dangerous`: a way to the host or to other processes, or a part of the
 *   kernel that exploits have come through again and again;
 * - `notable`: worth a reviewer's look, seldom a way out by itself;
 * - `none`: anything else.
 */
type DangerLevel = 'none' | 'notable' | 'dangerous'

export interface Danger {
  level: DangerLevel
  /**
   * One sentence: what the call can do, or why an engine's default profile
   * refuses it though it is harmless. Undefined if there is nothing to say.
   */
  why: string | undefined
}

/**
 * The danger of a system call, by name; an unknown name has none. There is a
 * `why` for every call that podman's or moby's default profile refuses on any
 * architecture of the tables.
 */
export function dangerOf(name: string): Danger {
  return CALLS.get(name) ?? { level: 'none', why: undefined }
}

/**
 * The danger of socket(2) with this address family, `socket`'s first argument
 * (numbers as in the kernel's include/linux/socket.h).
 */
export function dangerOfSocket(family: number): Danger {
  return SOCKETS.get(family) ?? { level: 'none', why: undefined }
}

const CALLS = new Map<string, Danger>([
  ...entries('none', HARMLESS),
  ...entries('notable', NOTABLE),
  ...entries('dangerous', DANGEROUS)
])

const SOCKETS = new Map<number, Danger>([
  ...numbered('notable', NOTABLE_SOCKETS),
  ...numbered('dangerous', DANGEROUS_SOCKETS)
])

function entries(
  level: DangerLevel,
  table: Record<string, string>
): [string, Danger][] {
  return Object.entries(table).flatMap(([names, why]) =>
    names.split(' ').map((name): [string, Danger] => [name, { level, why }])
  )
}

function numbered(
  level: DangerLevel,
  table: Record<number, string>
): [number, Danger][] {
  return entries(level, table).map(([family, danger]) => [
    Number(family),
    danger
  ])
}
