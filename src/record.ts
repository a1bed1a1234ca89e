import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'

import { buildImage } from './container/build.js'
import { type Engine, engineName } from './container/engine.js'
import { podmanEnvironment } from './container/environment.js'
import type { Podman } from './container/podman.js'
import {
  explainFailure,
  runContainer,
  runTests,
  stopTests,
  type TestRun
} from './container/run.js'
import { serve } from './container/serve.js'
import type { Floor } from './floor/floor.js'
import type { Inputs } from './inputs.js'
import type { Log } from './log.js'
import { provideFloor } from './provide-floor.js'
import type { Recorded, RecordRun } from './record-run.js'
import { withoutValue } from './run-args.js'
import { refusalsOf } from './profile/refusals.js'
import { serializeProfile } from './profile/serialize.js'
import type { Profile } from './profile/types.js'
import { type Choice, chooseRecorders } from './recorders/choose.js'
import { doubtsOf } from './recorders/cross-check.js'
import type { Recorder } from './recorders/recorder.js'
import { createRecorders } from './recorders/recorders.js'
import {
  CALLED,
  namesOf,
  type Observation,
  type RecorderName,
  type Recording
} from './recorders/recording.js'
import { RecorderFailed, trace, type Traced } from './trace.js'

/** What a run makes and removes again. */
export interface Leftovers {
  container: string
  scratch: string
}

/** What a recording needs of the world around it. */
export interface RecordWorld {
  environment: NodeJS.ProcessEnv
  /** Who we are; others than root reach tracers through sudo. */
  uid: number
  log: Log
  /** Where temporary files go, absolute. */
  temporary: string
  /** Ends the run early; its reason is thrown. */
  signal: AbortSignal
  /** Tells what must be cleaned up should this process be killed. */
  onStart: (leftovers: Leftovers) => void
}

/**
 * Builds the image, measures the floor and runs the tests under a recorder.
 * Whatever happens, the containers and the temporary directory are gone when it
 * returns or throws.
 *
 * @throws UserError where the build, the tests or the recording fail, or
 *   nothing can record here; Cancelled
 */
export async function record(
  inputs: Inputs,
  world: RecordWorld,
  podman: Podman,
  engine: Engine,
  engineDefault: Profile
): Promise<Recorded> {
  const underAll = inputs.recordUnder === 'allow-all'
  const recorders = createRecorders(
    {
      architecture: engine.architecture,
      kernel: engine.kernel,
      sudo: world.uid !== 0,
      rootless: podman.rootless,
      environment: podmanEnvironment(world.environment)
    },
    underAll ? ALLOW_ALL : engineDefault,
    underAll || inputs.denials === 'ignore'
      ? undefined
      : refusalsOf(engineDefault)
  )
  // Before the build, which can take long.
  const choice = await chooseRecorders(inputs.recorder, recorders)
  const scratch = await fs.mkdtemp(path.join(world.temporary, 'seccomp-lock-'))
  const container = `seccomp-lock-${randomBytes(8).toString('hex')}`
  world.onStart({ container, scratch })
  try {
    const image = await provideImage(inputs, world, podman, scratch)
    const { log, signal } = world
    const run = {
      ...{ image, engine, inputs, environment: world.environment },
      world: { podman, log, signal, container, scratch }
    }
    return await recordSomehow(run, choice, recorders)
  } finally {
    await fs.rm(scratch, { recursive: true, force: true })
  }
}

/** A profile that lets everything through, and yet is a filter. */
const ALLOW_ALL: Profile = { defaultAction: 'SCMP_ACT_ALLOW', syscalls: [] }

async function provideImage(
  { source, timeoutMs }: Inputs,
  { log, signal }: RecordWorld,
  podman: Podman,
  scratch: string
): Promise<string> {
  if (source.kind === 'image') return source.reference
  return buildImage(podman, log, { ...source, scratch, timeoutMs, signal })
}

/** Records; under `auto`, with what works where something turns out not to. */
async function recordSomehow(
  run: RecordRun,
  choice: Choice,
  recorders: readonly Recorder[]
): Promise<Recorded> {
  const { inputs, world } = run
  try {
    announce(choice, inputs, world.log)
    return await recordWith(run, choice)
  } catch (error) {
    const hasFailed = error instanceof RecorderFailed
    if (!hasFailed || inputs.recorder !== 'auto') throw error
    const why = [error.message, ...(error.hint?.split('\n') ?? [])]
    world.log.warning(
      [`The recorder ${error.recorder} does not work here:`, ...why].join('\n')
    )
    const failed = [...choice.failed, { name: error.recorder, why }]
    const next = await chooseRecorders('auto', recorders, failed)
    return recordSomehow(run, next, recorders)
  }
}

function announce(
  { first, second, failed }: Choice,
  { recorder }: Inputs,
  log: Log
): void {
  const check = second ? `, checked by ${CALLED[second.name]}` : ''
  log.info(`Recording with ${CALLED[first.name]}${check}.`)
  const slow = SLOW[first.name]
  if (slow === undefined) return
  log.warning(
    [
      `${CALLED[first.name]} is slow: ${slow}`,
      ...(recorder === 'auto'
        ? failed.flatMap(({ name, why }) => [
            `${name} does not work here:`,
            ...why.map(line => `    ${line}`)
          ])
        : [])
    ].join('\n')
  )
}

/** Measured with a program that does nothing but system calls: docs/recorders.md. */
const SLOW: Partial<Record<RecorderName, string>> = {
  audit:
    'a program that does nothing but system calls takes some 25 times as long.',
  strace:
    'a program that does nothing but system calls takes several hundred times as long.'
}

async function recordWith(run: RecordRun, choice: Choice): Promise<Recorded> {
  const { image, inputs, world } = run
  const under = await underOptions(run, choice)
  const floor = await provideFloor(run, choice, under)
  const recordings: Recording[] = []
  const doubts = new Set<string>()
  let capabilities: string[] = []
  for (let index = 1; index <= inputs.runs; index++) {
    const {
      first,
      second,
      run: ended
    } = await trace(
      choice,
      world,
      traced => runOnce(run, traced, under, index),
      tests => {
        const failure = explainFailure(tests, {
          image,
          command: inputs.tests.command
        })
        if (failure) throw failure
      }
    )
    capabilities = ended.capabilities
    recordings.push(recordingOf(run, choice, withoutRuntime(first, floor)))
    world.log.info(`Recorded ${namesOf(first).length} system calls.`)
    const checker = choice.second?.name
    if (checker && second) {
      const check = { name: checker, saw: second, floor }
      for (const doubt of doubtsOf(choice.first.name, first, check)) {
        doubts.add(doubt)
      }
    }
  }
  return {
    image,
    recordings,
    recorder: choice.first.name,
    checkedBy: choice.second?.name,
    doubts: [...doubts],
    floor,
    capabilities
  }
}

/** Options that load the profile to record under, if it is not the default. */
async function underOptions(
  { inputs, world }: RecordRun,
  { first }: Choice
): Promise<string[]> {
  // The audit recorder makes a profile of its own of it.
  if (inputs.recordUnder === 'default' || first.name === 'audit') return []
  const file = path.join(world.scratch, 'allow-all.json')
  await fs.writeFile(file, serializeProfile(ALLOW_ALL))
  return [`--security-opt=seccomp=${file}`]
}

function runOnce(
  { image, inputs, environment, world }: RecordRun,
  traced: Traced,
  under: readonly string[],
  index: number
): Promise<TestRun> {
  const { podman, log, signal, container: name } = world
  const { tests, directory, timeoutMs, runs } = inputs
  const of = runs > 1 ? `, run ${index} of ${runs}` : ''
  const container = {
    image,
    name,
    directory,
    command: tests.command,
    mayPull: inputs.source.kind === 'image',
    options: [...traced.options, ...under, ...inputs.runArgs],
    wrap: traced.wrap
  }
  if (tests.kind === 'inside') {
    const title = `Run the tests${of}`
    return runTests(podman, log, { ...container, title, timeoutMs, signal })
  }
  return serve(podman, log, {
    ...{ ...tests, name, directory, environment, timeoutMs, signal },
    run: show => runContainer(podman, container, show),
    kill: () => stopTests(podman, name)
  })
}

function recordingOf(
  { engine, inputs }: RecordRun,
  { first }: Choice,
  observation: Observation
): Recording {
  return {
    format: 'seccomp-lock recording',
    version: 1,
    recorder: first.name,
    recordedUnder: inputs.recordUnder,
    architecture: engine.architecture,
    kernel: engine.kernel,
    engine: engineName(engine),
    runtime: engine.runtime,
    options: inputs.runArgs.map(withoutValue),
    ...observation
  }
}

/** What the runtime tries in vain is nobody's business. */
function withoutRuntime(
  observation: Observation,
  floor: Floor | undefined
): Observation {
  const isOwn = ({ comm }: { comm: string }) =>
    floor?.programs.includes(comm) ?? false
  const denied = observation.denied
    .map(call => ({
      ...call,
      programs: call.programs.filter(program => !isOwn(program))
    }))
    .filter(({ programs }) => programs.length > 0)
  return { ...observation, denied }
}
