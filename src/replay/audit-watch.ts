import { errnoOrEperm } from '../profile/errno.ts'
import { resolveRules } from '../profile/resolve.ts'
import { isDenyList, treatmentOf } from '../profile/treatment.ts'
import type { Profile } from '../profile/types.ts'
import type { DeniedCall, Observation } from '../recorders/recording.ts'
import type { LogMachine } from './logging-profile.ts'

/**
 * The calls that a candidate refuses, by the recording of a run under its
 * `refusalLogProfile`: everything that was logged, except for what the
 * candidate allows outright (logging-profile.ts: `execve`, `execveat`). A
 * deny-list refuses calls only by rules, and those refusals are not logged.
 *
 * In that run, calls that the candidate refuses got through, so the tests may
 * have gone on to calls that they would never make under the candidate.
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
