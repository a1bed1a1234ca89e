import { DANGEROUS } from './dangers/dangerous.ts'
import { HARMLESS } from './dangers/harmless.ts'
import { NOTABLE } from './dangers/notable.ts'
import type { Sentences } from './dangers/sentences.ts'
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
   * What the call lets an intruder do, a verb phrase of at most eight words:
   * `read and change other processes`. Undefined for harmless calls.
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

const NONE: Danger = { level: 'none', brief: undefined, why: undefined }

const CALLS = new Map<string, Danger>([
  ...byName(HARMLESS, why => ({ ...NONE, why })),
  ...byName(NOTABLE, of('notable')),
  ...byName(DANGEROUS, of('dangerous'))
])

const SOCKETS = new Map<number, Danger>([
  ...byNumber(NOTABLE_SOCKETS, of('notable')),
  ...byNumber(DANGEROUS_SOCKETS, of('dangerous'))
])

function of(level: DangerLevel): (sentences: Sentences) => Danger {
  return sentences => ({ level, ...sentences })
}

function byName<Entry>(
  table: Record<string, Entry>,
  danger: (entry: Entry) => Danger
): [string, Danger][] {
  return Object.entries(table).flatMap(([names, entry]) =>
    names.split(' ').map((name): [string, Danger] => [name, danger(entry)])
  )
}

function byNumber<Entry>(
  table: Record<number, Entry>,
  danger: (entry: Entry) => Danger
): [number, Danger][] {
  return byName(table, danger).map(([family, entry]) => [Number(family), entry])
}
