import type { Architecture } from '../syscalls/architectures.ts'
import type { DeniedCall, ProgramCount, RecordedCall } from './recording.ts'

/** That a program made a call so and so often. */
export interface Count {
  name: string
  architecture?: Architecture | undefined
  comm: string
  count: number
  /** Whether there may be more of them. */
  atLeast?: boolean | undefined
}

/** Calls as recorders give them, of which several can be of the same call. */
interface Sighting extends Pick<Count, 'name' | 'architecture'> {
  /** Empty where nobody can tell who made it. */
  programs: readonly Omit<Count, 'name' | 'architecture'>[]
}

/** Counts as recorded calls: sorted, the programs of each the busiest first. */
export function groupCalls(counts: Iterable<Count>): RecordedCall[] {
  return uniteCalls(
    [...counts].map(({ name, architecture, ...program }) => ({
      name,
      architecture,
      programs: [program]
    }))
  )
}

/** One entry for each call: sorted, the programs of each the busiest first. */
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

/** The same for refused calls, an entry for each errno, the least first. */
export function uniteDenied(
  sightings: readonly (Sighting & { errno: number })[]
): DeniedCall[] {
  return [...Map.groupBy(sightings, ({ errno }) => errno)]
    .sort(([a], [b]) => a - b)
    .flatMap(([errno, same]) =>
      uniteCalls(same).map(call => ({ ...call, errno }))
    )
}

/** What tells calls apart. */
export function keyOf({
  name,
  architecture
}: Pick<Count, 'name' | 'architecture'>): string {
  return `${name} ${architecture ?? ''}`
}

/** The same programs' counts added up. */
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
