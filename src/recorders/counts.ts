import type { Architecture } from '../syscalls/architectures.ts'
import type { DeniedCall, ProgramCount, RecordedCall } from './recording.ts'

/** How often one program made one call. */
export interface Count {
  name: string
  architecture?: Architecture | undefined
  comm: string
  count: number
  /** Whether there may be more of them. */
  atLeast?: boolean | undefined
}

/** Calls as recorders report them; several can be about the same call. */
interface Sighting extends Pick<Count, 'name' | 'architecture'> {
  /** Empty if it is unknown who made it. */
  programs: readonly Omit<Count, 'name' | 'architecture'>[]
}

/**
 * Turns counts into recorded calls, sorted, with the busiest programs first.
 */
export function groupCalls(counts: Iterable<Count>): RecordedCall[] {
  return uniteCalls(
    [...counts].map(({ name, architecture, ...program }) => ({
      name,
      architecture,
      programs: [program]
    }))
  )
}

/** Makes one entry for each call, sorted, with the busiest programs first. */
export function uniteCalls(sightings: readonly Sighting[]): RecordedCall[] {
  return [...Map.groupBy(sightings, keyOf)]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([, same]) =>
      same.slice(0, 1).map(({ name, architecture }) => ({
        name,
        ...(architecture && { architecture }),
        programs: sumPrograms(same.flatMap(({ programs }) => programs))
      }))
    )
}

/**
 * Does the same for refused calls, separately for each errno, the lowest first.
 */
export function uniteDenied(
  sightings: readonly (Sighting & { errno: number })[]
): DeniedCall[] {
  return [...Map.groupBy(sightings, ({ errno }) => errno)]
    .sort(([a], [b]) => a - b)
    .flatMap(([errno, same]) =>
      uniteCalls(same).map(call => ({ ...call, errno }))
    )
}

/** A key that tells calls apart. */
export function keyOf({
  name,
  architecture
}: Pick<Count, 'name' | 'architecture'>): string {
  return `${name} ${architecture ?? ''}`
}

/** Adds up the counts of each program. */
export function sumPrograms(
  counts: Iterable<Omit<Count, 'name' | 'architecture'>>
): ProgramCount[] {
  const sums = new Map<string, { count: number; atLeast: boolean }>()
  for (const { comm, count, atLeast = false } of counts) {
    const sum = sums.get(comm)
    sums.set(comm, {
      count: (sum?.count ?? 0) + count,
      atLeast: (sum?.atLeast ?? false) || atLeast
    })
  }
  return [...sums]
    .map(([comm, { count, atLeast }]) => ({
      comm,
      count,
      ...(atLeast && { atLeast })
    }))
    .sort((a, b) => b.count - a.count || compare(a.comm, b.comm))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
