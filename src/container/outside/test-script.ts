import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

import { errnoCode, messageOf, UserError } from '../../errors.ts'
import { podmanEnvironment } from '../../host/environment.ts'
import { displayCommand } from '../../log.ts'
import { parseShellWords } from '../../text/shell-words.ts'
import { type Endpoint, portVariable } from './endpoint.ts'

/**
 * Reads the input `test-script`: one line is shell words, in which nothing is
 * expanded; several lines are a script for the runner's `bash -e`.
 *
 * @returns an argument vector
 * @throws UserError if it cannot be run, or would not mean what it says
 */
export function parseTestScript(text: string): string[] {
  if (text.includes('\0')) {
    throw new UserError('input test-script: contains a NUL character', {
      code: 'input',
      hint: 'Remove it: no program can be given one.'
    })
  }
  const script = text.trim()
  if (script.includes('\n')) return ['bash', '-e', '-c', script]
  const words = parseShellWords('test-script', script, OTHERWISE)
  const variable = words.find(word =>
    /^\S*\$\{?(PORT_\d|SECCOMP_LOCK_)\S*$/.test(word)
  )
  if (variable !== undefined) {
    throw new UserError(
      `input test-script: the variable in ${JSON.stringify(variable)} needs a shell, and a single line runs without one`,
      { code: 'input', hint: `To use a shell, ${OTHERWISE}.` }
    )
  }
  return words
}

const OTHERWISE =
  "write the script on several lines (they are run by `bash -e`), or as bash -c '...'"

/**
 * What the script sees of the environment, and where it finds the container. No
 * token of the job is in it.
 *
 * @param environment the action's own
 * @param name the container's name
 */
export function scriptEnvironment(
  environment: NodeJS.ProcessEnv,
  name: string,
  { address, ports }: Pick<Endpoint, 'address' | 'ports'>
): Record<string, string> {
  const tracking = environment['RUNNER_TRACKING_ID']
  return {
    ...podmanEnvironment(environment),
    // With this the runner finds and ends what is left at the end of a job.
    ...(tracking === undefined ? {} : { RUNNER_TRACKING_ID: tracking }),
    CI: 'true',
    SECCOMP_LOCK_CONTAINER: name,
    ...(address === undefined ? {} : { SECCOMP_LOCK_ADDRESS: address }),
    ...Object.fromEntries(ports.map(p => [portVariable(p), String(p.host)]))
  }
}

/** How long processes that the script left may hold its output open. */
const DRAIN_MS = 2_000

/**
 * Runs the script on the runner, as the runner's user. When this returns or
 * throws, the script's whole process group is gone.
 *
 * @param argv from `parseTestScript`
 * @throws UserError if it cannot be started or fails; the signal's reason
 */
export async function runTestScript(
  argv: readonly string[],
  world: {
    /** Where it runs, absolute. */
    directory: string
    /** All of its environment. */
    environment: Record<string, string>
    /** Receives its output. */
    show: (chunk: Uint8Array | string) => void
    signal: AbortSignal
  }
): Promise<void> {
  const { directory, environment, show, signal } = world
  signal.throwIfAborted()
  show(`${displayCommand(argv)}\n`)
  const [program = '', ...args] = argv
  const child = spawn(program, args, {
    cwd: directory,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own process group, which can be ended as a whole.
    detached: true
  })
  child.stdout.on('data', show)
  child.stderr.on('data', show)
  const closed = new Promise(resolve => child.once('close', resolve))
  const end = () => {
    killGroup(child)
  }
  signal.addEventListener('abort', end, { once: true })
  try {
    const [code, endedBy] = (await once(child, 'exit').catch(
      (error: unknown) => {
        throw notStarted(program, directory, error)
      }
    )) as [number | null, NodeJS.Signals | null]
    await Promise.race([closed, sleep(DRAIN_MS, undefined, { ref: false })])
    signal.throwIfAborted()
    if (code !== 0) throw failed(code, endedBy)
  } finally {
    signal.removeEventListener('abort', end)
    killGroup(child)
    child.stdout.destroy()
    child.stderr.destroy()
  }
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nothing is left in it.
  }
}

function failed(code: number | null, endedBy: string | null): UserError {
  return new UserError(
    code === null
      ? `the test script was ended by ${endedBy ?? 'a signal'}`
      : `the test script failed with exit code ${code}`,
    {
      code: 'suite',
      hint: 'See its output in the log. The profile was not touched.'
    }
  )
}

function notStarted(
  program: string,
  directory: string,
  cause: unknown
): UserError {
  const code = errnoCode(cause)
  const problem =
    code === 'ENOENT'
      ? 'was not found on the runner'
      : code === 'EACCES'
        ? 'cannot be executed on the runner'
        : `cannot be started: ${messageOf(cause)}`
  return new UserError(
    `input test-script: ${JSON.stringify(program)} ${problem}`,
    {
      code: 'input',
      hint: `It runs on the runner, not in the container, in ${directory}: it must be installed there, or be a path from there. For shell syntax, ${OTHERWISE}.`,
      cause
    }
  )
}
