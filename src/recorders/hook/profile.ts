import { UserError } from '../../errors.ts'
import { normalizeProfile, sortedUnique } from '../../profile/normalize.ts'
import { parseProfile } from '../../profile/parse.ts'
import type { Observation } from '../recording.ts'

/**
 * Turns the profile that oci-seccomp-bpf-hook wrote into an observation.
 * Conditions on the arguments of `socket`, which only newer versions of the
 * hook write, are ignored, so that the result does not depend on the version.
 *
 * @throws UserError if something else wrote it
 */
export function observationOf(text: string): Observation {
  const profile = normalizeProfile(parseProfile(text, "the hook's profile"))
  const names = sortedUnique(
    profile.syscalls
      .filter(rule => rule.action === 'SCMP_ACT_ALLOW')
      .flatMap(rule => rule.names)
  )
  const odd = names.find(name => !/^[a-z0-9_]+$/.test(name))
  if (odd !== undefined) {
    throw new UserError(
      `the recording names ${JSON.stringify(odd)}, which is not a system call`,
      {
        code: 'recording',
        hint: 'Something other than the hook wrote this file: run the job again.'
      }
    )
  }
  const has = (name: string) => names.includes(name)
  const losses: [boolean, string][] = [
    [
      !has('execve'),
      `the hook saw no \`execve\` among ${names.length} system calls`
    ],
    [
      !has('exit') && !has('exit_group'),
      `the hook saw no \`exit\` or \`exit_group\` among ${names.length} system calls`
    ],
    [
      has('unshare'),
      'the tests used `unshare`, and the hook does not follow a process into another mount namespace'
    ]
  ]
  return {
    calls: names.map(name => ({ name, programs: [] })),
    denied: [],
    lost: losses.filter(([is]) => is).map(([, sentence]) => sentence),
    blind: BLIND
  }
}

/**
 * Limits that the hook's source shows: oci-seccomp-bpf-hook.go and ebpf.go of
 * 1.2.8 to 1.3.0.
 */
const BLIND = [
  "The hook cannot tell the runtime's calls from the tests', who made a call, or which calls were refused.",
  'The hook does not report lost events, and sees nothing after the first thread of the container has ended.'
]
