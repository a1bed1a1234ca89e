import os from 'node:os'

import { type Check, works } from './checks/check.ts'
import { checkMachine } from './checks/machine.ts'
import type { Machine } from './checks/program.ts'
import {
  type Engine,
  inspectEngine,
  readEngineDefault
} from './container/engine.ts'
import { createPodman, type PodmanMode } from './container/podman.ts'
import { UserError } from './errors.ts'
import { podmanEnvironment } from './host/environment.ts'
import { refusalsOf } from './profile/refusals.ts'
import { recordersOfAuto } from './recorders/choose.ts'
import { RECORDER_NAMES, type RecorderName } from './recorders/known.ts'
import { checkRecorder, createRecorders } from './recorders/recorders.ts'
import type { Examination } from './report/examination.ts'
import type { World } from './suite/preflight.ts'
import { withPlace } from './suite/prepare.ts'
import type { TraceWorld } from './suite/trace.ts'
import { TRIAL, tryEngine, tryRecorder } from './suite/trial.ts'

/** Checks that need a container. */
export interface Trials {
  /** Whether podman can start one. */
  engine(): Promise<Check>
  /** Whether a recorder sees the calls in one. */
  recorder(name: RecorderName): Promise<Check>
}

/**
 * Finds out what this runner has and lacks for recording: by looking and, if
 * nothing is missing, by recording containers of our own.
 */
export async function examineRunner(
  mode: PodmanMode,
  world: World
): Promise<Examination> {
  const machine = {
    kernel: os.release(),
    sudo: world.uid !== 0,
    rootless: mode === 'rootless',
    environment: podmanEnvironment(world.environment)
  }
  const seen = await examine(machine)
  if (!works(seen.machine)) return seen
  return withPlace(world, createPodman(world, mode), place =>
    tryOut(seen, createTrials(machine, place))
  )
}

/**
 * Checks the machine and everything that each recorder needs of it. Starts no
 * container, changes nothing, and does not throw.
 */
export async function examine(machine: Machine): Promise<Examination> {
  const [ofMachine, ...recorders] = await Promise.all([
    checkMachine(machine),
    ...RECORDER_NAMES.map(async name => ({
      name,
      checks: await checkRecorder(name, machine)
    }))
  ])
  return concluded(ofMachine, recorders)
}

/**
 * Adds the results of trials to the examination: podman's, and those of each
 * recorder that lacks nothing.
 *
 * @throws the trials' errors
 */
export async function tryOut(
  { machine, recorders }: Examination,
  trials: Trials
): Promise<Examination> {
  const tried = [...machine, await trials.engine()]
  if (!works(tried)) return concluded(tried, recorders)
  const all: Examination['recorders'] = []
  for (const { name, checks } of recorders) {
    const trial = works(checks) ? [await trials.recorder(name)] : []
    all.push({ name, checks: [...checks, ...trial] })
  }
  return concluded(tried, all)
}

function concluded(
  machine: Check[],
  recorders: Examination['recorders']
): Examination {
  const working = recorders.filter(({ checks }) => works(checks))
  return {
    machine,
    recorders,
    recordsWith: works(machine)
      ? recordersOfAuto(working.map(({ name }) => name))
      : []
  }
}

/** Trials with this machine's podman, one after the other. */
function createTrials(machine: Machine, world: TraceWorld): Trials {
  const { podman } = world
  let engine: Engine | undefined
  return {
    async engine() {
      try {
        engine = await inspectEngine(podman)
        return await tryEngine(engine.architecture, world)
      } catch (error) {
        return unfit('container', error)
      }
    },
    async recorder(name) {
      try {
        engine ??= await inspectEngine(podman)
        const { architecture } = engine
        const profile = await readEngineDefault(engine)
        const recorder = createRecorders(
          { ...machine, architecture },
          profile,
          refusalsOf(profile)
        ).find(one => one.name === name)
        if (!recorder) throw new Error(`no recorder ${name}`)
        return await tryRecorder(recorder, architecture, world)
      } catch (error) {
        return unfit(TRIAL, error)
      }
    }
  }
}

/** Turns a user's error into a check; a bug stays an error. */
function unfit(name: string, error: unknown): Check {
  if (!(error instanceof UserError)) throw error
  const { message, hint } = error
  return {
    name,
    state: 'missing',
    found: message,
    ...(hint !== undefined && { fix: hint })
  }
}
