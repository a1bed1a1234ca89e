import { UserError } from '../errors.ts'

/**
 * One line of `run-args` as one argument of `podman run`: `--volume /a:/b`
 * becomes `--volume=/a:/b`, so that no line can be taken for the image.
 *
 * @throws UserError if it is not an option, or one that would make the
 *   recording wrong
 */
export function parseRunArg(line: string): string {
  const match = /^(--[a-z][a-z0-9-]*|-[A-Za-z]+)(?:(?:\s+|=)(.*))?$/s.exec(line)
  const attached = /^-[A-Za-z][^=\s]/.test(line)
  if (!match && !attached) {
    throw new UserError(
      `input run-args: ${JSON.stringify(line)} is not a single option of podman run that starts with \`-\``,
      {
        code: 'input',
        hint: 'Write one option a line, such as `--env=MODE=test`.'
      }
    )
  }
  const [option = line, value] = match ? [match[1], match[2]] : [line]
  const reason = refusedBecause(option, value ?? '')
  if (reason) {
    throw new UserError(`input run-args: ${JSON.stringify(line)}: ${reason}`, {
      code: 'input',
      hint: 'Remove this line from `run-args`.'
    })
  }
  return value === undefined ? option : `${option}=${value}`
}

/** Why a user's option would make the recording wrong, if it would. */
function refusedBecause(option: string, value: string): string | undefined {
  // Short options can be combined, those without a value first.
  if (/^-[Pq]*[dita]/.test(option)) {
    return 'the tests run in the foreground and without a terminal'
  }
  if (OWNED.has(option)) return 'this option is reserved for seccomp-lock'
  const reason = REFUSED[option]
  if (reason) return reason
  if (option === '--privileged' && value !== 'false') {
    return 'a privileged container runs without seccomp; name the capabilities it needs with --cap-add'
  }
  if (option === '--security-opt' && /(^|,)\s*seccomp\s*[=:]/.test(value)) {
    return UNDER_DEFAULT
  }
  // podman reads annotations as comma-separated values.
  if (
    option === '--annotation' &&
    /(^|[",\s])(io\.containers\.trace-syscall|run\.oci\.)/.test(value)
  ) {
    return 'this annotation is reserved for seccomp-lock'
  }
  return undefined
}

const UNDER_DEFAULT = "the recording is made under the engine's default profile"

const OWNED = new Set(
  (
    '--name --rm --replace --detach --interactive --tty --cidfile --attach ' +
    '--timeout --pull --rootfs --restart --help'
  ).split(' ')
)

const OTHER_MACHINE =
  "system calls are recorded for the runner's own architecture"

const REFUSED: Partial<Record<string, string>> = {
  '--seccomp-policy': UNDER_DEFAULT,
  '--pod': 'the tests run in one container; a pod would be left behind',
  '--pod-id-file': 'the tests run in one container',
  '--arch': OTHER_MACHINE,
  '--os': OTHER_MACHINE,
  '--platform': OTHER_MACHINE,
  '--variant': OTHER_MACHINE
}

/**
 * The host's files and directories that options give to the container, as
 * written: sources of bind mounts, and environment files.
 */
export function hostPaths(runArgs: readonly string[]): string[] {
  return runArgs.flatMap(argument => {
    const volume = /^(?:--volume=|-v=?)([./][^:]*)/.exec(argument)?.[1]
    const file = /^--env-file=(.+)/.exec(argument)?.[1]
    const mount = /^--mount=(.+)/.exec(argument)?.[1]
    const sources = (mount ?? '')
      .split(',')
      .map(field => /^(?:src|source)=(.+)/.exec(field.trim())?.[1])
    return [volume, file, ...sources].filter(found => found !== undefined)
  })
}

/**
 * An option without its possibly secret value: recordings are kept as
 * artifacts, in which GitHub masks nothing.
 */
export function withoutValue(argument: string): string {
  return argument.replace(
    /^(--(?:env|label|annotation)=[^=]*=|-[el]=?[^=]*=|--(?:secret|creds)=).*$/s,
    '$1...'
  )
}
