import { UserError } from '../../errors.ts'
import { isDenyList, lets } from '../../profile/treatment.ts'
import type { Action, Profile } from '../../profile/types.ts'

/**
 * Makes a profile that lets the same calls through and logs them: the kernel
 * makes an audit record of each call that SCMP_ACT_LOG lets through
 * (seccomp(2), `SECCOMP_RET_LOG`). Refused calls stay refused.
 *
 * @throws UserError if logging would change the profile's meaning
 */
export function loggingProfile(profile: Profile): Profile {
  const isOpen = isDenyList(profile)
  if (isOpen) refuseExceptions(profile)
  return {
    ...profile,
    defaultAction: logging(profile.defaultAction),
    syscalls: profile.syscalls
      // Engines skip rules that do what the default does; libseccomp would
      // refuse them.
      .filter(rule => !(isOpen && lets(rule)))
      .map(rule => ({ ...rule, action: logging(rule.action) }))
  }
}

function logging(action: Action): Action {
  return action === 'SCMP_ACT_ALLOW' ? 'SCMP_ACT_LOG' : action
}

/**
 * If the default is SCMP_ACT_ALLOW or SCMP_ACT_LOG, a rule with the other of
 * the two can be an exception to a rule that refuses. If both became the same
 * action, the exception would be lost.
 */
function refuseExceptions({ defaultAction, syscalls }: Profile): void {
  const refused = new Set(
    syscalls.filter(rule => !lets(rule)).flatMap(rule => rule.names)
  )
  const exception = syscalls
    .filter(rule => lets(rule) && rule.action !== defaultAction)
    .flatMap(rule => rule.names)
    .find(name => refused.has(name))
  if (exception === undefined) return
  throw new UserError(
    `the audit recorder cannot run a container under this profile: its rules both refuse and let through \`${exception}\`, and its default is ${defaultAction}`,
    {
      code: 'recording',
      hint: 'Keep one of the rules, or choose another recorder.'
    }
  )
}
