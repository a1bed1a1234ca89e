import { errnoOrEperm } from './errno.ts'
import { sortedUnique } from './normalize.ts'
import type { Profile } from './types.ts'

/** How a profile refuses calls. */
export interface Refusals {
  /** The errno(3) numbers that refused calls return, each once, sorted. */
  errnos: number[]
  /** The calls whose rules have conditions on arguments, sorted. */
  conditional: string[]
}

/** How a profile refuses calls, whatever the container's capabilities. */
export function refusalsOf(profile: Profile): Refusals {
  const { defaultAction, defaultErrno, defaultErrnoRet, syscalls } = profile
  const errnos = [
    { action: defaultAction, errno: defaultErrno, errnoRet: defaultErrnoRet },
    ...syscalls
  ]
    .filter(({ action }) => action === 'SCMP_ACT_ERRNO')
    .map(({ errno, errnoRet }) => errnoOrEperm(errno, errnoRet))
    .filter(errno => typeof errno === 'number')
    .filter(errno => errno > 0)
  return {
    errnos: [...new Set(errnos)].sort((a, b) => a - b),
    conditional: sortedUnique(
      syscalls.filter(({ args }) => args.length > 0).flatMap(r => r.names)
    )
  }
}
