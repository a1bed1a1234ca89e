import type { Profile } from '../profile/types.ts'
import type { Architecture } from '../syscalls/architectures.ts'

/**
 * The file that the managed rules go into: the committed one, or a new one.
 *
 * @param input.errno what a refused call returns, errno(3); undefined leaves it
 *   as the file has it
 */
export function fileFor(input: {
  committed: Profile | undefined
  architecture: Architecture
  /** Other architectures that programs in the container used. */
  alsoOn: readonly Architecture[]
  errno: number | undefined
}): Profile {
  const { committed, architecture, alsoOn, errno } = input
  const profile: Profile = committed ?? {
    defaultAction: 'SCMP_ACT_ERRNO',
    architectures: [],
    syscalls: []
  }
  const { defaultErrno: replaced, ...rest } = profile
  return withArchitectures(
    errno === undefined
      ? { ...rest, ...(replaced && { defaultErrno: replaced }) }
      : { ...rest, defaultErrnoRet: errno },
    architecture,
    alsoOn
  )
}

/** The profile for a machine, and for programs of others that it runs. */
function withArchitectures(
  profile: Profile,
  own: Architecture,
  others: readonly Architecture[]
): Profile {
  const { architectures, archMap } = profile
  if (archMap) {
    // An engine looks at its own entry only.
    const entry = archMap.find(({ architecture }) => architecture === own)
    const mapped = {
      architecture: own,
      subArchitectures: [
        ...new Set([...(entry?.subArchitectures ?? []), ...others])
      ]
    }
    return {
      ...profile,
      archMap: entry
        ? archMap.map(old => (old === entry ? mapped : old))
        : [...archMap, mapped]
    }
  }
  // A file without any is for whatever machine it is loaded on.
  if (!architectures && others.length === 0) return profile
  return {
    ...profile,
    architectures: [...new Set([...(architectures ?? []), own, ...others])]
  }
}
