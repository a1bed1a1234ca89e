/** The machines that profiles are for, by the architectures that they name. */
import {
  ARCHITECTURES,
  type Architecture,
  SUB_ARCHITECTURES
} from '../../syscalls/architectures.js'
import type { How } from './rules.js'
import { sortedUnique } from '../normalize.js'
import type { Profile } from '../types.js'

/** Each machine that a profile is for, with the architectures below it. */
export type Machines = ReadonlyMap<Architecture, readonly Architecture[]>

/**
 * The machines that a profile names: the entries of its `archMap`, or those of
 * its `architectures` that are below none of the others.
 *
 * @returns undefined for a profile that names none and is for every machine
 */
export function machinesOf(profile: Profile): Machines | undefined {
  const { architectures = [], archMap = [] } = profile
  if (archMap.length > 0) {
    // Of two entries for one machine, engines take the first.
    const entries = archMap.toReversed()
    return new Map(entries.map(e => [e.architecture, e.subArchitectures]))
  }
  if (architectures.length === 0) return undefined
  const below = new Set(architectures.flatMap(subArchitectures))
  return new Map(
    architectures
      .filter(architecture => !below.has(architecture))
      .map(native => [
        native,
        subArchitectures(native).filter(sub => architectures.includes(sub))
      ])
  )
}

function subArchitectures(native: Architecture): readonly Architecture[] {
  return SUB_ARCHITECTURES[native] ?? []
}

/**
 * The machines of a merge, in the order of `ARCHITECTURES`, and what is below
 * each of them in the result: what is there in any or in all of the inputs
 * that are for it.
 */
export function joinMachines(
  how: How,
  inputs: readonly (Machines | undefined)[]
): Machines {
  const named = new Set(inputs.flatMap(input => [...(input?.keys() ?? [])]))
  const machines = ARCHITECTURES.filter(machine => named.has(machine))
  return new Map(
    machines.map(machine => {
      const lists = inputs
        .filter(input => input?.has(machine) ?? true)
        .map(input => input?.get(machine) ?? [])
      const isKept = (sub: Architecture) =>
        how === 'union' || lists.every(list => list.includes(sub))
      return [machine, sortedUnique(lists.flat()).filter(isKept)]
    })
  )
}

/** Whether a profile with these machines is for one of them. */
export function isFor(
  machines: Machines | undefined,
  machine: Architecture
): boolean {
  return machines?.has(machine) ?? true
}
