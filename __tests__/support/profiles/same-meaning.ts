import { diffProfiles, isEmptyDiff } from '../../../src/profile/compare/diff.ts'
import { loads, type Machine } from '../../../src/profile/filter/load.ts'
import { machinesOf } from '../../../src/profile/filter/machines.ts'
import type { Profile } from '../../../src/profile/types.ts'

/** Whether runtimes load a profile, by default wherever it may be. */
export function isLoadable(
  profile: Profile,
  machines: readonly Machine[] = machinesOf([profile])
): boolean {
  return machines.every(machine => loads(profile, machine))
}

/** Whether two profiles do the same to every call, or cannot be loaded. */
export function haveSameMeaning(a: Profile, b: Profile): boolean {
  return isLoadable(a)
    ? isEmptyDiff(diffProfiles(a, b))
    : isLoadable(a) === isLoadable(b)
}
