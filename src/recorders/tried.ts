import type { Check } from '../checks/check.ts'
import { works } from '../checks/trouble.ts'
import type { CheckedRecorder, Recorder } from './recorder.ts'

/**
 * Recorders whose preflight also lets them record something, where nothing
 * that they need is missing: one after the other, each once.
 *
 * @param tryIt what the trial of a recorder whose checks are these comes to
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
