import { UserError } from '../errors.js'
import { normalizeProfile, sortedUnique } from '../profile/normalize.js'
import { parseProfile } from '../profile/parse.js'
import type { Architecture } from '../syscalls/architectures.js'
import type { Recording } from './recording.js'

/**
 * Takes what oci-seccomp-bpf-hook wrote for a recording. Its conditions on
 * the arguments of `socket`, which only its newer versions write, are left
 * aside, so that the result does not depend on the version.
 *
 * @throws UserError where no container can have done with what is in it
 */
export function recordingOf(
  text: string,
  architecture: Architecture
): Recording {
  const profile = normalizeProfile(parseProfile(text, "the hook's profile"))
  const names = sortedUnique(
    profile.syscalls
      .filter(rule => rule.action === 'SCMP_ACT_ALLOW')
      .flatMap(rule => rule.names)
  )
  const odd = names.find(name => !/^[a-z0-9_]+$/.test(name))
  if (odd !== undefined) {
    throw new UserError(
      `the recording names ${JSON.stringify(odd)}, which is no system call`,
      { hint: 'Something else than the hook wrote this file: run it again.' }
    )
  }
  const lacking = !names.includes('execve')
    ? 'no `execve`'
    : !names.includes('exit_group') && !names.includes('exit')
      ? 'no `exit` or `exit_group`'
      : undefined
  if (lacking !== undefined) {
    throw new UserError(
      `the recording is not complete: ${lacking} among its ${names.length} system calls`,
      { hint: 'Run it again; if it stays so, the hook loses events here.' }
    )
  }
  return { recorder: 'hook', architecture, names }
}
