import type { Architecture } from '../../syscalls/architectures.ts'
import { uniteCalls } from '../counts.ts'
import type { RecordedCall } from '../recording.ts'

/** How often each program made a call, by the call's architecture and name. */
export type Counts = Map<string, Map<string, number>>

/** Counts one call of a program; the program's name is empty if unknown. */
export function count(
  counts: Counts,
  architecture: Architecture,
  name: string,
  comm: string
): void {
  add(counts, `${architecture} ${name}`, comm, 1)
}

function add(counts: Counts, call: string, comm: string, count: number): void {
  let programs = counts.get(call)
  if (!programs) counts.set(call, (programs = new Map<string, number>()))
  programs.set(comm, (programs.get(comm) ?? 0) + count)
}

/** Adds other counts. */
export function addAll(to: Counts, from: Counts): void {
  for (const [call, programs] of from) {
    for (const [comm, count] of programs) add(to, call, comm, count)
  }
}

/** The calls as a recording has them. */
export function toCalls(counts: Counts, native: Architecture): RecordedCall[] {
  return uniteCalls(
    [...counts].map(([key, programs]) => {
      const [architecture, name] = key.split(' ') as [Architecture, string]
      return {
        name,
        ...(architecture === native ? {} : { architecture }),
        programs: [...programs]
          .filter(([comm]) => comm !== '')
          .map(([comm, count]) => ({ comm, count }))
      }
    })
  )
}
