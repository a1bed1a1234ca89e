import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'

import type { Check } from '../checks/check.ts'
import { troubles } from '../checks/trouble.ts'
import { type Engine, engineName } from '../container/engine.ts'
import { cacheDirectory } from '../host/cache.ts'
import { keepText } from '../host/files.ts'
import type { Host } from '../host/host.ts'
import type { RecorderName } from '../recorders/known.ts'
import type { CheckedRecorder, Recorder } from '../recorders/recorder.ts'
import { withTrials } from '../recorders/tried.ts'
import type { TraceWorld } from './trace.ts'
import { TRIAL, tryRecorder } from './trial.ts'

/** What trying the recorders of a run takes. */
export interface FitWorld {
  engine: Engine
  host: Host
  environment: NodeJS.ProcessEnv
  world: TraceWorld
}

/**
 * Recorders that count as fit only once they were seen to work: each records a
 * test container before it is relied on, in this run or in an earlier one under
 * the same conditions. Logs why one does not work, except for the one that the
 * workflow names, whose failure is an error.
 */
export function fitRecorders(
  recorders: readonly CheckedRecorder[],
  named: RecorderName | undefined,
  { engine, host, environment, world }: FitWorld
): CheckedRecorder[] {
  const directory = cacheDirectory(environment)
  const keyOf = (recorder: Recorder, checks: readonly Check[]) =>
    trialKey(recorder.name, checks, engine, host)
  const tryIt = async (recorder: Recorder, checks: readonly Check[]) => {
    const key = keyOf(recorder, checks)
    if (await isKept(directory, key)) {
      return {
        name: TRIAL,
        state: 'ok' as const,
        found: 'recorded a test program in an earlier run'
      }
    }
    const trial = await tryRecorder(recorder, engine.architecture, world)
    if (trial.state === 'ok') await keepText(fileOf(directory, key), key)
    else if (recorder.name !== named) tell(recorder.name, trial, world)
    return trial
  }
  return withTrials(recorders, tryIt, async (recorder, checks) => {
    await fs.rm(fileOf(directory, keyOf(recorder, checks)), { force: true })
  })
}

function tell(name: RecorderName, trial: Check, { log }: TraceWorld): void {
  const [why] = troubles([trial])
  if (why === undefined) return
  log.warning(`The recorder ${name} does not work here: ${why}`)
}

/**
 * What a trial depends on: everything that was found for the recorder,
 * including its version, and what runs the container.
 */
function trialKey(
  name: RecorderName,
  checks: readonly Check[],
  engine: Engine,
  { sudo, rootless }: Pick<Host, 'sudo' | 'rootless'>
): string {
  const { runtime, kernel } = engine
  return JSON.stringify([
    'seccomp-lock trial',
    1,
    name,
    engineName(engine),
    runtime,
    kernel,
    sudo,
    rootless,
    checks.map(check => [check.name, check.found])
  ])
}

async function isKept(directory: string, key: string): Promise<boolean> {
  const kept = fs.readFile(fileOf(directory, key), 'utf8')
  return (await kept.catch(() => '')) === key
}

function fileOf(directory: string, key: string): string {
  const digest = createHash('sha256').update(key).digest('hex')
  return path.join(directory, `trial-${digest.slice(0, 16)}.json`)
}
