import fs from 'node:fs/promises'
import path from 'node:path'

import { engineName } from '../container/engine.ts'
import { explainFailure, underProfile } from '../container/run.ts'
import { withoutValue } from '../container/run-args.ts'
import type { Floor } from '../floor/floor.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Log } from '../log.ts'
import { refusalsOf } from '../profile/refusals.ts'
import { serializeProfile } from '../profile/serialize.ts'
import type { Profile } from '../profile/types.ts'
import { type Choice, chooseRecorders } from '../recorders/choose.ts'
import { doubtsOf } from '../recorders/cross-check.ts'
import { ABOUT } from '../recorders/known.ts'
import type { CheckedRecorder } from '../recorders/recorder.ts'
import { createRecorders } from '../recorders/recorders.ts'
import {
  namesOf,
  type Observation,
  type Recording
} from '../recorders/recording.ts'
import { fitRecorders } from '../suite/fit.ts'
import type { Preflight } from '../suite/preflight.ts'
import { runTestsOnce } from '../suite/run-suite.ts'
import type { Suite } from '../suite/suite.ts'
import {
  Incomplete,
  NotRecorded,
  RecorderFailed,
  type Trace,
  trace,
  type TraceWorld
} from '../suite/trace.ts'
import { provideFloor } from './measure-floor.ts'
import type { Recorded } from './recorded.ts'

/** What will record, as far as is known before anything runs. */
export interface Plan {
  choice: Choice
  recorders: readonly CheckedRecorder[]
}

/**
 * Finds out what can record here. A recorder of which that is not known yet
 * records a test container.
 *
 * @throws UserError if nothing can; Cancelled
 */
export async function planRecording(
  inputs: Inputs,
  { host, engine, engineDefault }: Preflight,
  environment: NodeJS.ProcessEnv,
  world: TraceWorld
): Promise<Plan> {
  const underAll = inputs.recordUnder === 'allow-all'
  const all = createRecorders(
    host,
    underAll ? ALLOW_ALL : engineDefault,
    underAll || inputs.denials === 'ignore'
      ? undefined
      : refusalsOf(engineDefault)
  )
  const named = inputs.recorder === 'auto' ? undefined : inputs.recorder
  const place = { host, engine, environment, world }
  const recorders = fitRecorders(all, named, place)
  return {
    recorders,
    choice: await chooseRecorders(inputs.recorder, recorders)
  }
}

/** A profile that lets everything through but is a filter. */
const ALLOW_ALL: Profile = { defaultAction: 'SCMP_ACT_ALLOW', syscalls: [] }

/** What was recorded, and a way to record again. */
export interface Records {
  recorded: Recorded
  /**
   * Runs the tests again under the same recorder.
   *
   * @param title what the log calls this run
   * @throws as `record`
   */
  again: (recorded: Recorded, title: string) => Promise<Recorded>
}

/**
 * Measures the floor and runs the tests under a recorder. With `auto`, another
 * recorder takes over from one that turns out not to work. Whatever happens,
 * the containers are gone when it returns or throws.
 *
 * @throws UserError if the tests or the recording fail; Cancelled
 */
export async function record(
  suite: Suite,
  { choice, recorders }: Plan
): Promise<Records> {
  const { inputs, world } = suite
  try {
    announce(choice, inputs, world.log)
    return await recordWith(suite, choice)
  } catch (error) {
    const hasFailed = error instanceof RecorderFailed
    if (hasFailed || error instanceof NotRecorded) {
      await distrust(choice, recorders)
    }
    if (!hasFailed || inputs.recorder !== 'auto') throw error
    const why = [error.message, ...(error.hint?.split('\n') ?? [])]
    world.log.warning(
      [`The recorder ${error.recorder} does not work here:`, ...why].join('\n')
    )
    const failed = [...choice.failed, { name: error.recorder, why }]
    const next = await chooseRecorders('auto', recorders, failed)
    return record(suite, { choice: next, recorders })
  }
}

/**
 * What did not record is tried again before another run relies on it: podman's
 * settings can have changed in a way that no check sees.
 */
async function distrust(
  { first, second }: Choice,
  recorders: readonly CheckedRecorder[]
): Promise<void> {
  for (const recorder of recorders) {
    const { name } = recorder
    if (name === first.name || name === second?.name) {
      await recorder.distrust?.().catch(() => undefined)
    }
  }
}

function announce(
  { first, second, failed }: Choice,
  { recorder }: Inputs,
  log: Log
): void {
  const check = second ? `, checked by ${ABOUT[second.name].called}` : ''
  log.info(`Recording with ${ABOUT[first.name].called}${check}.`)
  const slow = ABOUT[first.name].slow
  if (slow === undefined) return
  log.warning(
    [
      `${ABOUT[first.name].called} is slow: ${slow}`,
      ...(recorder === 'auto'
        ? failed.flatMap(({ name, why }) => [
            `${name} does not work here:`,
            ...why.map(line => `    ${line}`)
          ])
        : [])
    ].join('\n')
  )
}

async function recordWith(suite: Suite, choice: Choice): Promise<Records> {
  const under = await underOptions(suite, choice)
  const floor = await provideFloor(suite, choice, under)
  const again = (recorded: Recorded, title: string) =>
    recordOnce(suite, choice, under, recorded, title)
  let recorded: Recorded = {
    image: suite.image,
    recordings: [],
    recorder: choice.first.name,
    checkedBy: choice.second?.name,
    doubts: [],
    floor,
    capabilities: [],
    output: ''
  }
  const { runs } = suite.inputs
  for (let index = 1; index <= runs; index++) {
    const of = runs > 1 ? `, run ${index} of ${runs}` : ''
    recorded = await again(recorded, `Run the tests${of}`)
  }
  return { recorded, again }
}

/** Runs the tests and adds what was recorded. */
async function recordOnce(
  suite: Suite,
  choice: Choice,
  under: readonly string[],
  recorded: Recorded,
  title: string
): Promise<Recorded> {
  const { floor } = recorded
  const traced = await traceTests(suite, choice, under, title)
  const { first, second } = traced
  suite.world.log.info(`Recorded ${namesOf(first).length} system calls.`)
  const recording = recordingOf(suite, choice, withoutRuntime(first, floor))
  return {
    ...recorded,
    recordings: [...recorded.recordings, recording],
    doubts: [
      ...new Set([
        ...recorded.doubts,
        ...doubtsAbout(choice, first, second, floor)
      ])
    ],
    capabilities: traced.run.capabilities,
    output: traced.run.output
  }
}

/**
 * Runs the tests under the recorder. What it loses on a busy machine it need
 * not lose again, so a recording that is not complete is made once more.
 */
async function traceTests(
  suite: Suite,
  choice: Choice,
  under: readonly string[],
  title: string
): Promise<Trace> {
  const { image, inputs, world } = suite
  const attempt = (called: string) =>
    trace(
      choice,
      world,
      ({ options, wrap }) =>
        runTestsOnce(suite, called, { options: [...options, ...under], wrap }),
      tests => {
        const { command } = inputs.tests
        const failure = explainFailure(tests, { image, command })
        if (failure) throw failure
      }
    )
  try {
    return await attempt(title)
  } catch (error) {
    if (!(error instanceof Incomplete)) throw error
    world.log.info(`${error.message}. It is made once more.`)
    return attempt(`${title}, once more`)
  }
}

function doubtsAbout(
  { first, second }: Choice,
  saw: Observation,
  other: Trace['second'],
  floor: Floor | undefined
): string[] {
  if (!second || !other) return []
  return doubtsOf(first.name, saw, { name: second.name, saw: other, floor })
}

/** Options that load the profile to record under, unless it is the default. */
async function underOptions(
  { inputs, world }: Suite,
  { first }: Choice
): Promise<string[]> {
  // The audit recorder makes its own profile from it.
  if (inputs.recordUnder === 'default' || first.name === 'audit') return []
  const file = path.join(world.scratch, 'allow-all.json')
  await fs.writeFile(file, serializeProfile(ALLOW_ALL))
  return underProfile(file)
}

function recordingOf(
  { engine, inputs }: Suite,
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

/** What the runtime tries and is refused is irrelevant to the profile. */
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
