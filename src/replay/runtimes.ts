import fs from 'node:fs/promises'
import path from 'node:path'

import { withDeadline } from '../container/deadline.ts'
import { inspectEngine } from '../container/engine.ts'
import { killAsRoot } from '../container/kill.ts'
import { lastLines, type Podman } from '../container/podman.ts'
import {
  removeContainer,
  runContainer,
  stopTests,
  type TestRun,
  underProfile
} from '../container/run.ts'
import { messageOf, UserError } from '../errors.ts'
import { noopOptions } from '../floor/measure.ts'
import { descendants, listProcesses, pidsOf } from '../host/processes.ts'
import type { Show } from '../log.ts'
import type { Recorder } from '../recorders/recorder.ts'
import type { Suite } from '../suite/suite.ts'
import type { Traced } from '../suite/trace.ts'
import { type Refused, RUNTIMES, type RuntimeTrial } from './replay.ts'

/**
 * Starts a container that does nothing, of the tests' image and options, under
 * each runtime on this machine other than the engine's own. One start each, so
 * a call that Go's scheduler makes only by chance may be missed.
 *
 * @param suite its image must be on the machine
 * @param watch names the refused calls: a recorder made for this profile's
 *   refusals
 * @returns one for each runtime; none if the architecture has no program that
 *   does nothing
 * @throws the signal's reason; UserError where a container cannot be removed
 */
export async function tryRuntimes(
  suite: Suite,
  profileFile: string,
  watch?: Recorder
): Promise<RuntimeTrial[]> {
  const trials: RuntimeTrial[] = []
  for (const name of RUNTIMES) {
    if (name === suite.engine.runtime.split(' ')[0]) continue
    const runtime = await versionOf(suite, name)
    if (runtime === undefined) continue
    const trial = await tryRuntime(suite, profileFile, name, watch)
    if (trial) trials.push({ runtime, ...trial })
  }
  return trials
}

/** Only podman knows where it looks for a runtime: containers.conf(5). */
async function versionOf(
  { world }: Suite,
  name: string
): Promise<string | undefined> {
  try {
    const { runtime } = await inspectEngine(withRuntime(world.podman, name))
    return runtime
  } catch (error) {
    // It is not installed, or cannot even say its version.
    if (error instanceof UserError) return undefined
    throw error
  }
}

async function tryRuntime(
  suite: Suite,
  profileFile: string,
  runtime: string,
  watch: Recorder | undefined
) {
  const { log } = suite.world
  const options = underProfile(profileFile)
  const start = await startNoop(suite, { options, runtime })
  if (!start) return undefined
  if (isDone(start)) {
    log.info(`\`${runtime}\` starts a container under the profile.`)
    return { result: 'starts' as const }
  }
  const plain = await startNoop(suite, { options: [], runtime })
  if (!plain || !isDone(plain)) {
    const said = lastWords(plain ?? start)
    log.info(
      `\`${runtime}\` does not start on this machine (${shortReason(said)}): not tried.`
    )
    return { result: 'not here' as const, said }
  }
  log.info(
    `\`${runtime}\` cannot start a container under the profile: ${shortReason(lastWords(start))}.`
  )
  const named = watch && (await nameRefused(suite, profileFile, watch, runtime))
  const denied = named?.denied
  return {
    result: 'refused' as const,
    said: lastWords(start),
    ...(denied && { denied })
  }
}

/**
 * Starts a container that does nothing under a profile once more, while a
 * recorder watches what the filter refuses.
 *
 * @param watch a recorder made for this profile's refusals
 * @param runtime podman's name for it; the engine's own if undefined
 * @returns undefined if it does start now, or the architecture has no program
 *   that does nothing
 * @throws the signal's reason; UserError where a container cannot be removed
 */
export async function nameRefused(
  suite: Suite,
  profileFile: string,
  watch: Recorder,
  runtime?: string
): Promise<Refused | undefined> {
  const { scratch: top, signal, log } = suite.world
  const scratch = await fs.mkdtemp(path.join(top, `${watch.name}-`))
  const title = 'Find out what the profile refuses'
  const options = underProfile(profileFile)
  const session = await watch.start({ scratch, signal }).catch(unlessOurs)
  if (!session) {
    const start = await startNoop(suite, { title, options, runtime })
    return start && !isDone(start) ? { said: lastWords(start) } : undefined
  }
  try {
    const start = await startNoop(suite, {
      title,
      options: [...session.options, ...options],
      wrap: argv => session.wrap(argv),
      runtime
    })
    if (!start || isDone(start)) return undefined
    const { id, finishedAt } = start
    // Its losses do not matter: one is the `execve` that was never reached.
    const seen = await session.finish(id, finishedAt).catch(unlessOurs)
    return { said: lastWords(start), ...(seen && { denied: seen.denied }) }
  } finally {
    await session.close().catch((error: unknown) => {
      log.warning(messageOf(error))
    })
  }
}

/** Naming the calls is an extra, and may fail. */
function unlessOurs(error: unknown): undefined {
  if (!(error instanceof UserError)) throw error
}

/** How to start a container that does nothing. */
export interface NoopStart extends Partial<Pick<Traced, 'wrap'>> {
  /** What the log calls it; without one it is for debugging only. */
  title?: string
  /** They go before the tests' own. */
  options: readonly string[]
  /** Podman's name for the runtime; the engine's own if undefined. */
  runtime?: string | undefined
}

/**
 * Runs a container of the tests' image and options that does nothing. It is
 * gone afterwards.
 *
 * @param suite its image must be on the machine
 * @returns how it went; undefined where the architecture has no such program
 * @throws the signal's reason; UserError where it cannot be removed
 */
export async function startNoop(
  suite: Suite,
  { title, options, runtime, wrap = argv => argv }: NoopStart
): Promise<TestRun | undefined> {
  const { image, engine, inputs, world } = suite
  const { log, signal, container: name, scratch } = world
  const noop = await noopOptions(engine.architecture, scratch)
  if (!noop) return undefined
  const podman =
    runtime === undefined ? world.podman : withRuntime(world.podman, runtime)
  const container = {
    image,
    name,
    wrap,
    mayPull: false,
    command: [],
    options: [...options, ...inputs.runArgs, ...noop],
    runArgs: inputs.runArgs,
    directory: inputs.directory
  }
  const start = (show: Show) =>
    withDeadline(
      () => runContainer(podman, container, show),
      () => stopStart(podman, name),
      { timeoutMs: START_LIMIT_MS, signal }
    )
  try {
    const { value, timedOut } =
      title === undefined
        ? await start(() => undefined)
        : await log.group(title, start)
    if (title === undefined) log.debug(value.output.trimEnd())
    if (!timedOut) return value
    const late = `It did not end within ${START_LIMIT_MS / 1000} s and was stopped.`
    return {
      ...value,
      exitCode: value.exitCode || 128,
      stderr: `${value.stderr.trimEnd()}\n${late}`.trimStart()
    }
  } finally {
    await removeContainer(podman, name)
  }
}

/** How long a container that does nothing may take: a second is usual. */
export const START_LIMIT_MS = 30_000

/**
 * Ends a start that hangs, which podman cannot do by itself. Under a profile
 * that kills a thread (SCMP_ACT_KILL), the other threads of runc wait for that
 * thread, and podman takes the container for stopped because its first thread
 * is. This kills what the container's monitor started, and then podman ends by
 * itself. It spares the podman that the monitor starts once the container has
 * ended (conmon's `--exit-command`): killed halfway, that leaves a network that
 * no podman can take down.
 */
export async function stopStart(podman: Podman, name: string): Promise<void> {
  const all = await listProcesses()
  const monitors = all.filter(
    // conmon(8): `--name`, `-n`.
    ({ argv }) => argv[argv.indexOf('-n') + 1] === name && argv.includes('-n')
  )
  const inner = monitors
    .flatMap(({ pid }) => descendants(pid, all))
    .filter(({ argv }) => path.basename(argv[0] ?? '') !== 'podman')
  if (inner.length > 0) await killAsRoot(podman, pidsOf(inner), 'KILL')
  await stopTests(podman, name)
}

/** Podman with another OCI runtime than its own, podman(1). */
function withRuntime(podman: Podman, runtime: string): Podman {
  return {
    ...podman,
    run: (args, { brief, ...options } = {}) => {
      const own = ['--runtime', runtime]
      return podman.run([...own, ...args], {
        ...options,
        ...(brief && { brief: [...own, ...brief] })
      })
    }
  }
}

/**
 * Whether the container's program was reached and ended. A runtime that cannot
 * execute it ends the container with an exit code of its own.
 */
export function isDone({ started, exitCode }: TestRun): boolean {
  return started && exitCode === 0
}

/** Why a container does not start, in a few words of podman's. */
export function shortReason(said: string): string {
  const [reason = ''] = lastLines(said, 1)
    .replace(/^Error: /, '')
    .replace(/^OCI runtime error: /, '')
    .replace(/^\w+: /, '')
    .split(', ')
  return reason.length > REASON_LENGTH
    ? `${reason.slice(0, REASON_LENGTH)}…`
    : reason
}

const REASON_LENGTH = 100

/** What podman said when a container did not start, for a message. */
function lastWords({ stderr, exitCode }: TestRun): string {
  return lastLines(stderr) || `nothing; it ended with exit code ${exitCode}`
}
