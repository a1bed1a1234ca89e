import { portableFloor } from '../floor/portable.ts'
import type { Architecture } from '../syscalls/architectures.ts'
import { familyOf, standInsFor } from '../syscalls/families.ts'

/** A call that a profile has so that it also works elsewhere. */
export interface PortableCall {
  name: string
  /**
   * Runtimes that needed it to start a container when measured, `crun 1.8.1`.
   */
  runtimes: readonly string[]
  /**
   * Needed calls that it can stand in for, on another kernel or libc; empty for
   * one that no recording can show, because the vDSO can answer it.
   */
  standsInFor: readonly string[]
}

/**
 * What a profile must have, besides the calls needed here, to work under
 * another runtime, libc and kernel: the floors of runc and crun, and the
 * families of calls that stand in for each other.
 *
 * @returns sorted by name; nothing with `portability: off`
 */
export function portableCalls(
  needed: ReadonlySet<string>,
  input: { architecture: Architecture; portability: 'on' | 'off' }
): PortableCall[] {
  if (input.portability === 'off') return []
  const floor = new Map(
    portableFloor(input.architecture).map(({ name, runtimes }) => [
      name,
      runtimes
    ])
  )
  const all = new Set([...needed, ...floor.keys()])
  const names = [
    ...[...floor.keys()].filter(name => !needed.has(name)),
    ...standInsFor([...all], input.architecture)
  ].sort()
  return names.map(name => {
    const family = familyOf(name)
    const members = family && !family.unseen ? family.names : []
    return {
      name,
      runtimes: floor.get(name) ?? [],
      standsInFor: members.filter(m => m !== name && all.has(m))
    }
  })
}
