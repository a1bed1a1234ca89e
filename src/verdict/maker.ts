import type { Calls } from '../candidate/policy.ts'
import type { PortableCall } from '../candidate/portable.ts'
import type { Origin } from '../floor/floor.ts'
import type { ProgramCount } from '../recorders/recording.ts'
import type { UnitedCall } from '../recorders/unite.ts'
import type { Replay } from '../replay/replay.ts'

/** Who made a call in this run, or why it is in the profile without. */
export type Maker =
  /** The tests, or the runtime as it started the container. */
  | {
      by: 'tests' | 'runtime'
      programs: readonly ProgramCount[]
      /** In how many of the recordings. */
      runs: number
      of: number
    }
  /** Seen only in a replay. */
  | { by: 'replay'; programs: readonly ProgramCount[] }
  /** Another runtime on this machine needs it to start a container. */
  | { by: 'other runtime' }
  | { by: 'portability'; call: PortableCall }
  /** Not made in this run; any container may need it. */
  | { by: 'any container' }
  /** The input `allow` names it. */
  | { by: 'policy'; line: string }
  /** Not made in this run, and in the managed rule from before. */
  | { by: 'kept' }
  /** Nobody in the tests, so people wrote it. */
  | { by: 'nobody' }
  /** Nothing was recorded, so it is not known. */
  | { by: 'unknown' }

/** What a run knows about who made which call. */
export interface Makers {
  calls: readonly (UnitedCall & { origin: Origin })[]
  /** How many recordings there are. */
  runs: number
  replay: Pick<Replay, 'healed' | 'forOthers'>
  portable: readonly PortableCall[]
  /** What any container may need. */
  forStart: ReadonlySet<string>
  byPolicy: Calls
  /** Calls that stay though they were not seen. */
  kept: readonly string[]
}

/** Who made a call, by name, on whatever architecture. */
export function makerOf(name: string, makers: Makers): Maker {
  const { calls, runs, replay, portable, forStart, byPolicy, kept } = makers
  const made = calls.filter(call => call.name === name)
  if (made.length > 0) {
    return {
      by: made.every(({ origin }) => origin === 'runtime')
        ? 'runtime'
        : 'tests',
      programs: made.flatMap(({ programs }) => programs),
      runs: Math.max(...made.map(call => call.runs)),
      of: runs
    }
  }
  if (replay.forOthers.some(call => call.name === name)) {
    return { by: 'other runtime' }
  }
  const healed = replay.healed.filter(call => call.name === name)
  if (healed.length > 0) {
    const programs = healed.flatMap(({ programs }) => programs)
    return { by: 'replay', programs }
  }
  const call = portable.find(other => other.name === name)
  if (call) return { by: 'portability', call }
  if (forStart.has(name)) return { by: 'any container' }
  const line = byPolicy.get(name)
  if (line !== undefined) return { by: 'policy', line }
  return { by: kept.includes(name) ? 'kept' : 'nobody' }
}
