import type { Check } from './checks/check.ts'
import {
  type Engine,
  inspectEngine,
  readEngineDefault
} from './container/engine.ts'
import type { Trials } from './doctor.ts'
import { UserError } from './errors.ts'
import type { Host } from './host/host.ts'
import { refusalsOf } from './profile/refusals.ts'
import { createRecorders } from './recorders/recorders.ts'
import type { TraceWorld } from './suite/trace.ts'
import { TRIAL, tryEngine, tryRecorder } from './suite/trial.ts'

/** Trials with this machine's podman, one after the other. */
export function createTrials(
  machine: Omit<Host, 'architecture'>,
  world: TraceWorld
): Trials {
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

function unfit(name: string, error: unknown): Check {
  if (!(error instanceof UserError)) throw error
  const { message, hint } = error
  const mend = hint === undefined ? {} : { mend: hint }
  return { name, state: 'missing', found: message, ...mend }
}
