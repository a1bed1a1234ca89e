import { DANGEROUS, type Risk } from './dangers/dangerous.ts'
import { HARMLESS } from './dangers/harmless.ts'
import { NOTABLE } from './dangers/notable.ts'
import { DANGEROUS_SOCKETS, NOTABLE_SOCKETS } from './dangers/sockets.ts'

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
   * What the call lets an intruder do, in at most eight words that begin with a
   * verb; undefined for level `none`.
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

/**
 * The address families of socket(2) to look through: all from AF_UNSPEC to
 * AF_MCTP.
 */
export const SOCKET_FAMILIES: readonly number[] = Array.from(
  { length: 46 },
  (_, family) => family
)

const NONE: Danger = { level: 'none', brief: undefined, why: undefined }

const CALLS = new Map<string, Danger>([
  ...entries(HARMLESS, why => ({ ...NONE, why })),
  ...entries(NOTABLE, risk => ({ level: 'notable', ...risk })),
  ...entries(DANGEROUS, risk => ({ level: 'dangerous', ...risk }))
])

const SOCKETS = new Map<number, Danger>([
  ...numbered('notable', NOTABLE_SOCKETS),
  ...numbered('dangerous', DANGEROUS_SOCKETS)
])

function entries<T>(
  table: Record<string, T>,
  dangerFor: (value: T) => Danger
): [string, Danger][] {
  return Object.entries(table).flatMap(([names, value]) =>
    names.split(' ').map((name): [string, Danger] => [name, dangerFor(value)])
  )
}

function numbered(
  level: DangerLevel,
  table: Record<number, Risk>
): [number, Danger][] {
  return Object.entries(table).map(([family, risk]) => [
    Number(family),
    { level, ...risk }
  ])
}
