import { UserError } from '../../errors.ts'
import { isDenyList, lets } from '../../profile/treatment.ts'
import type { Action, Profile } from '../../profile/types.ts'

/**
 * A profile that lets through what the given one does, and logs it: the
 * kernel makes an audit record of each call that SCMP_ACT_LOG lets through
 * (seccomp(2), `SECCOMP_RET_LOG`). What is refused stays refused.
 *
 * @throws UserError where logging would change what the profile means
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
 * Where the default is one of SCMP_ACT_ALLOW and SCMP_ACT_LOG, a rule with
 * the other one can be an exception from a rule that refuses. With both
 * actions the same, it would be no more.
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
    { hint: 'Keep one of the rules, or take another recorder.' }
  )
}
