import type { Architecture } from '../syscalls/architectures.js'
import type { ProgramCount, RecordedCall } from './recording.js'

/** That a program made a call so and so often. */
export interface Count {
  name: string
  architecture?: Architecture | undefined
  comm: string
  count: number
  /** Whether there may be more of them. */
  atLeast?: boolean | undefined
}

/** Counts as recorded calls: sorted, the programs of each the busiest first. */
export function groupCalls(counts: Iterable<Count>): RecordedCall[] {
  const calls = new Map<string, Count[]>()
  for (const count of counts) {
    const key = `${count.name} ${count.architecture ?? ''}`
    const others = calls.get(key)
    if (others) others.push(count)
    else calls.set(key, [count])
  }
  return [...calls]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([, of]) =>
      of.slice(0, 1).map(({ name, architecture }) => ({
        name,
        ...(architecture && { architecture }),
        programs: sumPrograms(of)
      }))
    )
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
