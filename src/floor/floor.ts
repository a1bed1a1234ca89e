import * as v from 'valibot'

import type { RecordedCall } from '../recorders/recording.ts'

/**
 * What a floor depends on; the floors of two machines with the same key are
 * the same.
 */
export interface FloorKey {
  /** Name and version of each. */
  runtime: string
  engine: string
  kernel: string
  /** The recorders that measured it, the one that counts first. */
  recorders: string[]
  recordedUnder: string
  /** A digest of the options of `podman run` that the workflow gave. */
  options: string
  /** The user that the image runs as, and its working directory. */
  image: string[]
}

/**
 * What the runtime itself needs after it has loaded the filter, to start a
 * container that does nothing.
 */
export interface Floor {
  key: FloorKey
  /** The names of its calls, sorted. */
  names: string[]
  /** The programs that made them, by `comm`: the runtime's own. */
  programs: string[]
  /** What the second recorder saw, the runtime's set-up included, sorted. */
  second: string[]
}

const names = v.array(v.string())

const floorSchema = v.object({
  format: v.literal('seccomp-lock floor'),
  version: v.literal(1),
  key: v.object({
    runtime: v.string(),
    engine: v.string(),
    kernel: v.string(),
    recorders: names,
    recordedUnder: v.string(),
    options: v.string(),
    image: names
  }),
  names,
  programs: names,
  second: names
})

/** A floor as the text of a file. */
export function serializeFloor(floor: Floor): string {
  const format = 'seccomp-lock floor'
  return `${JSON.stringify({ format, version: 1, ...floor }, undefined, 2)}\n`
}

/** Reads a floor back; undefined if the text is not one of this version. */
export function parseFloor(text: string): Floor | undefined {
  try {
    const { key, names, programs, second } = v.parse(
      floorSchema,
      JSON.parse(text)
    )
    return { key, names, programs, second }
  } catch {
    return undefined
  }
}

/** Who made a call: the runtime as it started the container, or the tests. */
export type Origin = 'runtime' | 'application' | 'both'

/**
 * Who made a recorded call. If no program is known, as with the hook, the tests
 * may also have made a call of the floor.
 */
export function originOf(
  { name, programs }: RecordedCall,
  floor: Floor | undefined
): Origin {
  if (!floor?.names.includes(name)) return 'application'
  const own = programs.filter(({ comm }) => floor.programs.includes(comm))
  if (own.length === 0 && programs.length > 0) return 'application'
  return own.length === programs.length && own.length > 0 ? 'runtime' : 'both'
}
