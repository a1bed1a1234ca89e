import type { Architecture } from '../syscalls/architectures.ts'
import { ALWAYS_KEPT } from '../syscalls/kept.ts'
import { syscallNumbers } from '../syscalls/numbers.ts'
import table from './floor-table.json' with { type: 'json' }

/**
 * A call that a runtime may need, and the runtimes that were seen to need it.
 */
export interface RuntimeCall {
  name: string
  /** `runc 1.1.5`, sorted. */
  runtimes: string[]
}

/**
 * What runc and crun, in the versions that were measured, need to start a
 * container after they have loaded its filter: with and without
 * no-new-privileges, because a profile that was recorded with it fails without
 * it, and with the calls that Go's scheduler makes only by chance.
 *
 * @returns sorted by name, only the calls that the architecture has
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
