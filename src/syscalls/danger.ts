import { BRIEFS, SOCKET_BRIEFS } from './briefs.ts'
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
   * What it lets an intruder do, in at most eight words, as a part of a
   * sentence. Undefined where the level is `none`.
   */
  brief: string | undefined
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
  return CALLS.get(name) ?? NONE
}

/**
 * The danger of socket(2) with this address family, `socket`'s first argument
 * (numbers as in the kernel's include/linux/socket.h).
 */
export function dangerOfSocket(family: number): Danger {
  return SOCKETS.get(family) ?? NONE
}

/** All address families (include/linux/socket.h, up to AF_MCTP). */
export const SOCKET_FAMILIES: readonly number[] = [...Array(46).keys()]

const NONE: Danger = { level: 'none', brief: undefined, why: undefined }

const BY_NAME = byName(BRIEFS)
const BY_FAMILY = byName(SOCKET_BRIEFS)

/** Each name of the keys on its own. */
function byName(table: Record<string, string>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([names, text]) =>
      names.split(' ').map((name): [string, string] => [name, text])
    )
  )
}

const CALLS = new Map<string, Danger>([
  ...entries('none', HARMLESS, new Map()),
  ...entries('notable', NOTABLE, BY_NAME),
  ...entries('dangerous', DANGEROUS, BY_NAME)
])

const SOCKETS = new Map<number, Danger>(
  [
    ...entries('notable', NOTABLE_SOCKETS, BY_FAMILY),
    ...entries('dangerous', DANGEROUS_SOCKETS, BY_FAMILY)
  ].map(([family, danger]) => [Number(family), danger])
)

function entries(
  level: DangerLevel,
  table: Record<string, string>,
  briefs: ReadonlyMap<string, string>
): [string, Danger][] {
  return [...byName(table)].map(([name, why]) => [
    name,
    { level, brief: briefs.get(name), why }
  ])
}
