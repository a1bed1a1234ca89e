import { messageOf, UserError } from '../errors.ts'
import { podmanEnvironment } from '../host/environment.ts'
import type { Execute } from '../host/execute.ts'
import { displayCommand, type Log, type Show } from '../log.ts'

export interface CommandResult {
  /** 128 if the command was ended by a signal. */
  exitCode: number
  /** All of standard output, or its last 64 KiB if it was shown. */
  stdout: string
  stderr: string
}

interface CommandOptions {
  /** Receives the output as it comes, and the command line before it. */
  show?: Show
  /**
   * The arguments that the command line is shown with, where they are too many:
   * the whole of it is for debugging.
   */
  brief?: readonly string[]
  cwd?: string
  /** Changes the command that runs podman. */
  wrap?: (argv: string[]) => string[]
}

/** The user that podman runs as. */
export type PodmanMode = 'root' | 'rootless'

/**
 * Runs podman: as root, through `sudo -n` if the user is not root, or rootless,
 * as the user.
 */
export interface Podman {
  /** Whether podman is reached through sudo. */
  sudo: boolean
  /** Whether podman runs as the user, and not as root. */
  rootless: boolean
  /** The environment that it runs with. */
  environment: Record<string, string>
  /** Never throws because of an exit code. */
  run(args: string[], options?: CommandOptions): Promise<CommandResult>
}

/** How much of a shown command's output is kept for error messages. */
const TAIL_BYTES = 64 * 1024

/**
 * Makes a Podman that runs with a minimal environment.
 *
 * @throws UserError if root wants it rootless
 */
export function createPodman(
  host: {
    exec: Execute
    environment: NodeJS.ProcessEnv
    uid: number
    /** Receives whole command lines. */
    log?: Pick<Log, 'debug'>
  },
  mode: PodmanMode
): Podman {
  const rootless = mode === 'rootless'
  if (rootless && host.uid === 0) throw rootIsNotRootless()
  const sudo = host.uid !== 0 && !rootless
  const environment = podmanEnvironment(host.environment)
  return {
    sudo,
    rootless,
    environment,
    async run(
      args,
      { show, brief, cwd, wrap = (argv: string[]) => argv } = {}
    ) {
      const command = [...(sudo ? ['sudo', '-n'] : []), 'podman']
      const [tool = 'podman', ...rest] = wrap([...command, ...args])
      const limit = show ? TAIL_BYTES : Infinity
      const stdout = createTail(limit)
      const stderr = createTail(limit)
      const line = displayCommand([tool, ...rest])
      if (brief) host.log?.debug(line)
      show?.(`${brief ? displayCommand([...command, ...brief]) : line}\n`)
      const exitCode = (await host
        .exec(tool, rest, {
          env: environment,
          silent: true,
          ignoreReturnCode: true,
          ...(cwd === undefined ? {} : { cwd }),
          listeners: {
            stdout: chunk => {
              stdout.push(chunk)
              show?.(chunk)
            },
            stderr: chunk => {
              stderr.push(chunk)
              show?.(chunk)
            }
          }
        })
        .catch((error: unknown) => {
          throw notStarted(tool, error)
        })) as number | null
      return {
        exitCode: exitCode ?? 128,
        stdout: stdout.text(),
        stderr: stderr.text()
      }
    }
  }
}

/** Why root cannot have `podman: rootless`. */
export function rootIsNotRootless(): UserError {
  return new UserError(
    'input podman: is `rootless`, but this is root, whose podman is not rootless',
    {
      code: 'runner',
      hint: 'Leave `podman` out, or run the runner as a user other than root.'
    }
  )
}

function notStarted(tool: string, cause: unknown): UserError {
  return new UserError(`${tool} cannot be started: ${messageOf(cause)}`, {
    code: 'runner',
    hint: `Install it on the runner: scripts/setup-runner.sh, or \`setup: install\`.`,
    cause
  })
}

/** The end of a stream, at most `limit` bytes of it. */
export function createTail(limit: number = TAIL_BYTES) {
  let chunks: Buffer[] = []
  let size = 0
  return {
    push(chunk: Uint8Array | string) {
      chunks.push(Buffer.from(chunk))
      size += chunk.length
      if (size > 2 * limit) {
        chunks = [Buffer.concat(chunks).subarray(-limit)]
        size = limit
      }
    },
    text: () =>
      Buffer.concat(chunks)
        .subarray(limit === Infinity ? 0 : -limit)
        .toString('utf8')
  }
}

/** What a program said last, for an error message. */
export function lastLines(text: string, count = 10): string {
  return text.trimEnd().split('\n').slice(-count).join('\n')
}
