import { errnoOrEperm } from '../profile/errno.ts'
import { resolveRules } from '../profile/resolve.ts'
import { isDenyList, treatmentOf } from '../profile/treatment.ts'
import type { Profile } from '../profile/types.ts'
import type { DeniedCall, Observation } from '../recorders/recording.ts'
import type { LogMachine } from './logging-profile.ts'

/**
 * The calls that a candidate refuses, by the recording of a run under its
 * `refusalLogProfile`: all that was logged, but for what the candidate allows
 * outright (logging-profile.ts: `execve`, `execveat`). A deny-list refuses by
 * rules only, of which nothing is logged.
 *
 * The run was let through what the candidate refuses, so that it may have gone
 * on to calls that it would never make under the candidate.
 *
 * @param observation what the audit recorder saw
 * @param machine the container that was recorded
 * @returns sorted as the recording is; the errno is what the candidate returns
 *   by default, EPERM where it names none
 */
export function refusedOf(
  { calls }: Pick<Observation, 'calls'>,
  candidate: Profile,
  machine: LogMachine
): DeniedCall[] {
  if (isDenyList(candidate)) return []
  const rules = resolveRules(candidate.syscalls, machine)
  const { defaultErrno, defaultErrnoRet } = candidate
  // Where no such error is known, podman does not load the candidate.
  const errno = Number(errnoOrEperm(defaultErrno, defaultErrnoRet))
  return calls
    .filter(
      ({ name }) => treatmentOf(rules, name, candidate).kind !== 'allowed'
    )
    .map(call => ({ ...call, errno }))
}
