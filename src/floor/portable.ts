import type { Architecture } from '../syscalls/architectures.ts'
import { ALWAYS_KEPT } from '../syscalls/kept.ts'
import { syscallNumbers } from '../syscalls/numbers.ts'
import table from './floor-table.json' with { type: 'json' }

/** A call that a runtime may need, and the runtimes that were seen to. */
export interface RuntimeCall {
  name: string
  /** `runc 1.1.5`, sorted. */
  runtimes: string[]
}

/**
 * What runc and crun, in the versions that were measured, need to start a
 * container after they have loaded its filter: with and without
 * no-new-privileges, since a profile that was recorded with it fails without,
 * and whatever chance makes of Go's scheduler.
 *
 * @returns sorted by name, as far as the architecture has the calls
 */
export function portableFloor(architecture: Architecture): RuntimeCall[] {
  const existing = syscallNumbers(architecture)
  const runtimes = new Map<string, Set<string>>()
  for (const { runtime, version, calls } of table.floors) {
    for (const name of Object.keys(calls)) {
      const known = runtimes.get(name) ?? new Set()
      runtimes.set(name, known.add(`${runtime} ${version}`))
    }
  }
  return [...runtimes]
    .filter(
      ([name]) => Object.hasOwn(existing, name) && !ALWAYS_KEPT.includes(name)
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, by]) => ({ name, runtimes: [...by].sort() }))
}
