import { setTimeout as sleep } from 'node:timers/promises'

import * as v from 'valibot'

import { UserError } from '../errors.ts'
import { listProcesses, pidsOf } from '../host/processes.ts'
import type { Log, Show } from '../log.ts'
import { withDeadline } from './deadline.ts'
import { killAsRoot } from './kill.ts'
import { LABEL } from './label.ts'
import { createTail, lastLines, type Podman } from './podman.ts'

export interface TestRunInput {
  /** This run's name in the log. */
  title: string
  /** An image's ID or name. */
  image: string
  /** Whether podman may pull it. */
  mayPull: boolean
  /** The container's name, unique. */
  name: string
  /** What the container runs. */
  command: string[]
  /** The user's options and the recorder's. */
  options: string[]
  /** Those of the options that the user gave, and the log shows. */
  runArgs?: readonly string[]
  /** Changes the command that runs podman as the recorder needs it. */
  wrap: (argv: string[]) => string[]
  /** Where podman runs. */
  directory: string
  timeoutMs: number
  signal: AbortSignal
}

/** How a container ended, or that it never started. */
export interface TestRun {
  exitCode: number
  /** Whether the container's first program was started. */
  started: boolean
  /** The engine's ID for the container; empty if it was never created. */
  id: string
  /** When it ended, in milliseconds since 1970; 0 if it never was created. */
  finishedAt: number
  /** The container's bounding capabilities; empty if it was never created. */
  capabilities: string[]
  /** The end of what podman and the tests wrote to standard error. */
  stderr: string
  /** The end of all that was shown of it: 64 KiB. */
  output: string
}

/** Tests that took too long, or that failed from outside. */
export class TestsFailed extends UserError {
  readonly run: TestRun

  constructor(reason: UserError, run: TestRun) {
    super(reason.message, reason)
    this.run = run
  }
}

/**
 * Runs the tests in a container, which stays until `removeContainer`.
 *
 * @throws TestsFailed if it takes too long
 */
export async function runTests(
  podman: Podman,
  log: Log,
  input: TestRunInput
): Promise<TestRun> {
  const { value: run, timedOut } = await log.group(input.title, show =>
    withDeadline(
      () => runContainer(podman, input, show),
      () => endTests(podman, input.name),
      input
    )
  )
  if (timedOut) throw new TestsFailed(tookTooLong(input), run)
  return run
}

/** The tests did not end in time, with or without a script outside. */
export function tookTooLong({
  timeoutMs
}: Pick<TestRunInput, 'timeoutMs'>): UserError {
  return new UserError(
    `the tests took longer than ${timeoutMs / 60_000} minutes and were stopped`,
    {
      code: 'suite',
      hint: 'Raise `timeout-minutes`, or look in the log for where they hang.'
    }
  )
}

/**
 * Runs a container in the foreground to its end. It stays until
 * `removeContainer`.
 *
 * @param show receives the command line, and then the container's output
 */
export async function runContainer(
  podman: Podman,
  input: Omit<TestRunInput, 'title' | 'timeoutMs' | 'signal'>,
  show: Show
): Promise<TestRun> {
  const args = [
    'run',
    `--name=${input.name}`,
    `--label=${LABEL}=${input.name}`,
    `--pull=${input.mayPull ? 'missing' : 'never'}`,
    // Last, where an option that lacks its value can swallow only the `--`.
    ...input.options,
    '--',
    input.image,
    ...input.command
  ]
  const { directory, wrap, runArgs = [] } = input
  const output = createTail()
  const begin = Date.now()
  const result = await podman.run(args, {
    show: chunk => {
      output.push(chunk)
      show(chunk)
    },
    brief: ['run', ...runArgs, shortImage(input.image), ...input.command],
    cwd: directory,
    wrap
  })
  const found = await inspectContainer(podman, input.name)
  // An old one of the same name that could not be removed does not count.
  const state = found && found.createdAt >= begin ? found : undefined
  return {
    exitCode: state?.started ? state.exitCode : result.exitCode,
    started: state?.started ?? false,
    id: state?.id ?? '',
    finishedAt: state?.finishedAt ?? 0,
    capabilities: state?.capabilities ?? [],
    stderr: result.stderr,
    output: output.text()
  }
}

/** An image's ID as people know it, and podman takes it. */
function shortImage(image: string): string {
  return /^(?:sha256:)?([0-9a-f]{12})[0-9a-f]{52}$/.exec(image)?.[1] ?? image
}

/** The options that run a container under a profile. */
export function underProfile(file: string): string[] {
  return [`--security-opt=seccomp=${file}`]
}

/** How often to look whether a killed run has ended, five times a second. */
const KILL_ROUNDS = 25

/**
 * Ends a test run and leaves its container behind, to see how it ended. If that
 * is not possible, the container is removed.
 */
export async function endTests(podman: Podman, name: string): Promise<void> {
  const { exitCode } = await podman.run(['kill', name])
  for (let round = 0; exitCode === 0 && round < KILL_ROUNDS; round++) {
    if ((await runsOf(name)).length === 0) return
    await sleep(200)
  }
  await stopTests(podman, name)
}

/** The processes that run `podman run` for a container. */
async function runsOf(name: string) {
  return (await listProcesses()).filter(({ argv }) =>
    argv.includes(`--name=${name}`)
  )
}

/**
 * Ends a test run at any stage: a `podman run` that is still pulling or
 * creating has no container yet, and would start one later.
 */
export async function stopTests(podman: Podman, name: string): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const runs = await runsOf(name)
    await removeContainer(podman, name)
    if (runs.length === 0) return
    // Without its container it ends by itself, except in the cases above.
    if (round >= 5) await killAsRoot(podman, pidsOf(runs), 'TERM')
    await sleep(200)
  }
  throw new UserError(`podman run of ${name} cannot be stopped`, {
    code: 'suite',
    hint: 'Look for it on the runner: ps -ef | grep podman'
  })
}

/** How often to try to stop something, five times a second. */
const ROUNDS = 100

/** Removes a container, running or not, if it is there. */
export async function removeContainer(
  podman: Podman,
  name: string
): Promise<void> {
  const args = ['rm', '--force', '--time=0', '--ignore', '--volumes', name]
  const result = await podman.run(args)
  if (result.exitCode !== 0) {
    throw new UserError(
      `the container ${name} could not be removed: ${lastLines(result.stderr, 3)}`,
      {
        code: 'suite',
        hint: `Remove it by hand: ${podman.rootless ? '' : 'sudo '}podman rm --force ${name}`
      }
    )
  }
}

const inspectSchema = v.tuple([
  v.object({
    Id: v.string(),
    Created: v.string(),
    State: v.object({
      StartedAt: v.string(),
      FinishedAt: v.string(),
      ExitCode: v.number()
    }),
    BoundingCaps: v.optional(v.nullable(v.array(v.string())))
  })
])

async function inspectContainer(podman: Podman, name: string) {
  const result = await podman.run(['container', 'inspect', name])
  if (result.exitCode !== 0) return undefined
  const [container] = v.parse(inspectSchema, JSON.parse(result.stdout))
  return {
    id: container.Id,
    createdAt: Date.parse(container.Created),
    finishedAt: Date.parse(container.State.FinishedAt),
    // Go's zero time stands for "never".
    started: !container.State.StartedAt.startsWith('0001-01-01'),
    exitCode: container.State.ExitCode,
    capabilities: container.BoundingCaps ?? []
  }
}

/**
 * Says why a test run failed.
 *
 * @returns undefined if the tests passed
 */
export function explainFailure(
  run: TestRun,
  input: { image: string; command: string[] }
): UserError | undefined {
  const { exitCode, started, stderr } = run
  if (started && exitCode === 0) return undefined
  const said = `podman said:\n${lastLines(stderr)}`
  const program = JSON.stringify(input.command[0])
  if (started) {
    return new UserError(`the tests failed with exit code ${exitCode}`, {
      code: 'suite',
      hint: 'See the log of the tests. The profile was not touched.'
    })
  }
  if (exitCode === 127) {
    return new UserError(
      `input command: ${program} was not found in the image (exit code 127)`,
      { code: 'suite', hint: said }
    )
  }
  if (exitCode === 126) {
    return new UserError(
      `input command: ${program} cannot be executed in the image (exit code 126)`,
      { code: 'suite', hint: said }
    )
  }
  return new UserError(
    `the container of ${input.image} could not be started (exit code ${exitCode})`,
    { code: 'suite', hint: said }
  )
}
