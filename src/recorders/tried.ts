import { type Check, works } from '../checks/check.ts'
import type { CheckedRecorder, Recorder } from './recorder.ts'

/**
 * Makes the preflight of recorders also try to record something, if nothing
 * that they need is missing: one recorder after the other, each once.
 *
 * @param tryIt tries a recorder that has these checks, and gives the result as
 *   a check
 * @param forget forgets a trial that went well in an earlier run
 */
export function withTrials(
  recorders: readonly CheckedRecorder[],
  tryIt: (recorder: Recorder, checks: readonly Check[]) => Promise<Check>,
  forget: (recorder: Recorder, checks: readonly Check[]) => Promise<void>
): CheckedRecorder[] {
  let last: Promise<unknown> = Promise.resolve()
  return recorders.map(recorder => {
    let known: Promise<Check[]> | undefined
    const examine = async () => {
      const checks = await recorder.preflight()
      if (!works(checks)) return checks
      const trial = last.then(() => tryIt(recorder, checks))
      last = trial.catch(() => undefined)
      return [...checks, await trial]
    }
    return {
      ...recorder,
      preflight: () => (known ??= examine()),
      distrust: async () => forget(recorder, await recorder.preflight())
    }
  })
}
