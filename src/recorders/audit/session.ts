import { UserError } from '../../errors.ts'

/**
 * Makes a command run in an audit session of its own: everything that it starts
 * keeps the session's number, which every audit record contains (`ses`).
 *
 * Setting the login user ID begins a session. Only an ID that is unset may be
 * set; unsetting it needs CAP_AUDIT_CONTROL, and the feature loginuid-immutable
 * forbids it (kernel/audit.c, `audit_set_loginuid` and
 * `audit_set_loginuid_perm`). An ID that was set stays as it was; if none was
 * set, the container's programs now see one, as on a machine with a login.
 *
 * @param argv a command, possibly run by `sudo -n`
 * @param file an existing file to write the session's number to
 * @param user the ID to set if none is set
 */
export function loginCommand(
  argv: readonly string[],
  file: string,
  user: number
): string[] {
  // After sudo, because its own PAM session may set the login user ID.
  const before = argv[0] === 'sudo' && argv[1] === '-n' ? 2 : 0
  return [
    ...argv.slice(0, before),
    '/bin/sh',
    '-c',
    LOGIN,
    'sh',
    file,
    String(user),
    ...argv.slice(before)
  ]
}

/** The file's content once the command has been started. */
export const ENTERED = /^\d+\n$/

const FAILED = 'seccomp-lock: no audit session:'

/**
 * The files in /proc have no line end, so `read` fails even when it has read;
 * 4294967295 is "unset"; 125 is what podman returns for failures of its own.
 */
const LOGIN = `
file=$1 user=$2
shift 2
unset=4294967295
fail() {
  echo "${FAILED} $1" >&2
  exit 125
}
read -r was </proc/self/loginuid || [ "$was" ] ||
  fail 'the kernel has no audit system'
if [ "$was" != $unset ]; then
  user=$was
  echo $unset >/proc/self/loginuid || fail 'the login user ID cannot be unset'
fi
echo "$user" >/proc/self/loginuid || fail 'the login user ID cannot be set'
read -r session </proc/self/sessionid || [ "$session" ]
[ "$session" != $unset ] || fail 'the kernel assigned no session number'
echo "$session" >"$file" || fail 'the session number cannot be written'
exec "$@"
`

/** The failure of `loginCommand`, if standard error reports one. */
export function explainLogin(stderr: string): UserError | undefined {
  const failure = stderr
    .split('\n')
    .find(line => line.startsWith(FAILED))
    ?.slice(FAILED.length)
  if (failure === undefined) return undefined
  return new UserError(
    `the container cannot get an audit session of its own:${failure}`,
    {
      code: 'recording',
      hint: 'It needs a kernel with CONFIG_AUDIT, and CAP_AUDIT_CONTROL where a login user ID is set (/proc/self/loginuid). With `loginuid_immutable` in `auditctl -s`, start the runner as a service, which has no login, or choose another recorder.'
    }
  )
}
