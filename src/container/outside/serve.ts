import { UserError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { withDeadline } from '../deadline.ts'
import { createTail, lastLines, type Podman } from '../podman.ts'
import { type TestRun, TestsFailed, tookTooLong } from '../run.ts'
import { awaitEndpoint, findEndpoint } from './endpoint.ts'
import { awaitReady, createProbe, type Probe } from './probe.ts'
import type { Ready } from './ready.ts'
import { createSearch } from './search.ts'
import { runTestScript, scriptEnvironment } from './test-script.ts'

type Show = (chunk: Uint8Array | string) => void

export interface ServeInput {
  /** This run's name in the log. */
  title: string
  /** The container's name, unique. */
  name: string
  ready: Ready
  /** How long it may take from the container's start until it is ready. */
  readyTimeoutMs: number
  /** How long the container may take to shut down. */
  stopTimeoutMs: number
  /** The test script's argument vector. */
  script: string[]
  /** Where the script runs, absolute. */
  directory: string
  /** The action's environment; the script sees a part of it. */
  environment: NodeJS.ProcessEnv
  /** How long all of it may take. */
  timeoutMs: number
  signal: AbortSignal
  /**
   * Runs the container in the foreground until it ends. Shows its output as
   * bytes, and anything else as text.
   */
  run: (show: Show) => Promise<TestRun>
  /** Ends the container at once, at any stage. */
  kill: () => Promise<unknown>
}

/**
 * Runs a server's container, tests it from outside with a script on the runner,
 * and stops it as an engine does in production, so that its shutdown is seen.
 * When this returns or throws, container and script have ended.
 *
 * @returns how it went: exit code 0 if the tests passed, however the container
 *   reacted to the stop; `started: false` if it did not start
 * @throws TestsFailed if the container is not ready in time or ends before it
 *   is stopped, the script fails, or all of it takes too long; the signal's
 *   reason
 */
export async function serve(
  podman: Podman,
  log: Log,
  input: ServeInput
): Promise<TestRun> {
  const over = new AbortController()
  // The container's output and the script's, as they came.
  const output = createTail()
  const { value: served, timedOut } = await log.group(input.title, show =>
    withDeadline(
      () =>
        perform(
          podman,
          chunk => {
            output.push(chunk)
            show(chunk)
          },
          input,
          over
        ),
      async () => {
        over.abort()
        await input.kill()
      },
      input
    )
  )
  const run = { ...served.run, output: output.text() }
  const failure = timedOut ? tookTooLong(input) : served.failure
  if (failure instanceof UserError) throw new TestsFailed(failure, run)
  // A bug, which keeps its stack.
  if (failure !== undefined) throw asError(failure)
  if (!run.started) return run
  if (run.exitCode === KILLED) log.warning(notGraceful(input))
  return { ...run, exitCode: 0 }
}

/** 128 and SIGKILL, with which `podman stop` ends what did not stop in time. */
const KILLED = 137

function notGraceful({ stopTimeoutMs }: ServeInput): string {
  return `the container did not shut down within ${stopTimeoutMs / 1000} seconds and was killed, so calls that it makes while shutting down may be missing from the profile. Raise \`stop-timeout\`. A first process that does not handle its stop signal, such as a shell, ignores it: start the server with \`exec\`, or add \`--init\` to \`run-args\`.`
}

interface Served {
  run: TestRun
  /** Returned, not thrown: a failure of the deadline comes first. */
  failure?: unknown
}

/** @param over aborted when the container has ended or must end */
async function perform(
  podman: Podman,
  show: Show,
  input: ServeInput,
  over: AbortController
): Promise<Served> {
  const { name, ready, readyTimeoutMs, script } = input
  const { signal } = over
  const search = ready.kind === 'log' ? createSearch(ready.text) : undefined
  const ended = input
    .run(chunk => {
      if (typeof chunk !== 'string') search?.push(chunk)
      show(chunk)
    })
    .finally(() => {
      over.abort()
    })
  // It is awaited below, and may fail before that.
  ended.catch(() => undefined)
  let phase: Phase = 'starting'
  let probe: Probe | undefined
  try {
    const endpoint = await awaitEndpoint(podman, name, signal)
    probe = createProbe(ready, { name, ...endpoint }, podman, search)
    const problem = await awaitReady(probe, readyTimeoutMs, signal)
    if (problem !== undefined) throw notReady(probe, problem, input)
    phase = 'testing'
    const environment = scriptEnvironment(input.environment, name, endpoint)
    const { directory } = input
    await runTestScript(script, { directory, environment, show, signal })
    phase = 'stopping'
    await stop(podman, input)
    return { run: await ended }
  } catch (failure) {
    if (!signal.aborted && !(await hasEnded(podman, name))) {
      await input.kill()
      return { run: await ended, failure }
    }
    const run = await ended
    if (!run.started || phase === 'stopping') return { run }
    return { run, failure: endedEarly(run, phase, failure) }
  } finally {
    await probe?.close()
  }
}

type Phase = 'starting' | 'testing' | 'stopping'

/** Whether it is known to have ended, even if `podman run` has not yet. */
async function hasEnded(podman: Podman, name: string): Promise<boolean> {
  const endpoint = await findEndpoint(podman, name).catch(() => undefined)
  return endpoint?.running === false
}

async function stop(
  podman: Podman,
  { name, stopTimeoutMs }: ServeInput
): Promise<void> {
  const seconds = Math.ceil(stopTimeoutMs / 1000)
  const result = await podman.run(['stop', `--time=${seconds}`, name])
  if (result.exitCode !== 0) {
    throw new UserError(
      `the container ${name} could not be stopped: ${lastLines(result.stderr, 3)}`,
      {
        code: 'suite',
        hint: 'It was killed. See what podman logged about it in the journal.'
      }
    )
  }
}

function notReady(
  { what }: Probe,
  problem: string,
  { readyTimeoutMs }: ServeInput
): UserError {
  return new UserError(
    `the container was not ready within ${readyTimeoutMs / 1000} seconds (${what}): ${problem}`,
    {
      code: 'suite',
      hint: 'See in the log what it does, and fix `ready` or raise `ready-timeout`.'
    }
  )
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}

function endedEarly(
  { exitCode }: TestRun,
  phase: 'starting' | 'testing',
  failure: unknown
): UserError {
  const when =
    phase === 'starting' ? 'before it was ready' : 'while the test script ran'
  const because = failure instanceof UserError ? ` (${failure.message})` : ''
  return new UserError(
    `the container ended with exit code ${exitCode} ${when}${because}`,
    {
      code: 'suite',
      hint: 'See its output in the log. The profile was not touched.'
    }
  )
}
