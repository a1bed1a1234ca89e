import fs from 'node:fs/promises'
import path from 'node:path'

import type { Check } from '../checks/check.ts'
import { lastLines } from '../container/podman.ts'
import { runTests, type TestRun } from '../container/run.ts'
import { UserError } from '../errors.ts'
import { noopProgram } from '../floor/noop.ts'
import type { Recorder } from '../recorders/recorder.ts'
import type { Observation } from '../recorders/recording.ts'
import type { Architecture } from '../syscalls/architectures.ts'
import type { Traced, TraceWorld } from './trace.ts'
import { NotRecorded, RecorderFailed, trace, untraced } from './trace.ts'

/** The name of a trial's row. */
export const TRIAL = 'trial'

/** Our program's name in its container, and its one call. */
const PROGRAM = 'noop'
const CALL = 'exit_group'

/** How long a container that does nothing may take. */
const LIMIT_MS = 120_000

/** No container ran, so nothing is known about the recorder. */
class NotTried extends UserError {}

/**
 * Lets a recorder record a test container, in which a program makes one system
 * call. That a recorder starts does not show that it sees anything.
 *
 * @param world its container's name is free again afterwards
 * @returns `missing` if the recorder did not see the call, `weak` if no
 *   container was made and nothing is known
 * @throws Cancelled
 */
export async function tryRecorder(
  recorder: Recorder,
  architecture: Architecture,
  world: TraceWorld
): Promise<Check> {
  const root = await makeRoot(architecture, world.scratch)
  if (!root) return noProgram(architecture)
  try {
    const { first } = await trace(
      { first: recorder, second: undefined },
      world,
      traced => runNoop(world, root, `Try ${recorder.name}`, traced),
      refuseFailed
    )
    return trialCheck(first)
  } catch (error) {
    return failedCheck(error)
  }
}

/**
 * Starts the same container without a recorder, to see whether podman can.
 *
 * @returns `missing` if it cannot
 * @throws Cancelled
 */
export async function tryEngine(
  architecture: Architecture,
  world: TraceWorld
): Promise<Check> {
  const name = 'container'
  const root = await makeRoot(architecture, world.scratch)
  if (!root) return { ...noProgram(architecture), name }
  try {
    refuseFailed(
      await untraced(world, traced =>
        runNoop(world, root, 'Try podman', traced)
      )
    )
    return { name, state: 'ok', found: 'podman started a test container' }
  } catch (error) {
    return { ...failedCheck(error), name, state: 'missing' }
  }
}

/** What a recording of the test container means for the check. */
function trialCheck({ calls }: Pick<Observation, 'calls'>): Check {
  const programs = calls.find(({ name }) => name === CALL)?.programs
  const ours = `${CALL} by ${PROGRAM}`
  const recorded = (what: string): Check => ({
    name: TRIAL,
    state: 'ok',
    found: `recorded a test program: ${what}`
  })
  if (programs?.some(({ comm }) => comm === PROGRAM)) return recorded(ours)
  // The hook does not name programs.
  if (programs?.length === 0) return recorded(CALL)
  return {
    name: TRIAL,
    state: 'missing',
    found: `did not record a test program: ${ours} is not among the ${calls.length} recorded calls`,
    fix: 'Use another version of it, or another `recorder`.'
  }
}

function failedCheck(error: unknown): Check {
  if (!(error instanceof UserError)) throw error
  const { message, hint } = error
  const isKnown =
    error instanceof RecorderFailed || error instanceof NotRecorded
  return {
    name: TRIAL,
    state: isKnown ? 'missing' : 'weak',
    found: asLine(isKnown ? message : `not tried: ${message}`),
    ...(hint !== undefined && { fix: asLine(hint) })
  }
}

function asLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}

function noProgram(architecture: Architecture): Check {
  return {
    name: TRIAL,
    state: 'absent',
    found: `not tried: there is no test program for ${architecture}`
  }
}

/**
 * A directory that contains our program and nothing else.
 *
 * @returns undefined for an architecture that has no such program
 */
async function makeRoot(
  architecture: Architecture,
  scratch: string
): Promise<string | undefined> {
  const program = noopProgram(architecture)
  if (!program) return undefined
  const root = path.join(scratch, 'rootfs')
  const file = path.join(root, PROGRAM)
  await fs.mkdir(root, { recursive: true })
  await fs.writeFile(file, program)
  // The umask may have taken it from a container's user.
  for (const entry of [root, file]) await fs.chmod(entry, 0o755)
  return root
}

/** Runs the test container on an overlay, so the directory stays unchanged. */
async function runNoop(
  { podman, log, signal, container, scratch }: TraceWorld,
  root: string,
  title: string,
  { options, wrap }: Traced
): Promise<TestRun> {
  return runTests(podman, log, {
    title: `${title}: start a container that does nothing`,
    name: container,
    signal,
    wrap,
    mayPull: false,
    image: `${root}:O`,
    command: [`/${PROGRAM}`],
    options: [
      ...options,
      '--rootfs',
      '--network=none',
      '--log-driver=none',
      '--security-opt=label=disable'
    ],
    directory: scratch,
    timeoutMs: LIMIT_MS
  })
}

function refuseFailed({ started, exitCode, stderr }: TestRun): void {
  if (started && exitCode === 0) return
  throw new NotTried(
    `podman could not run a container that does nothing (exit code ${exitCode})`,
    { code: 'recording', hint: `podman said: ${lastLines(stderr, 3)}` }
  )
}
