import type { Candidate } from '../candidate/candidate.ts'
import { type History, observe } from '../history/history.ts'
import { namesOf } from '../recorders/recording.ts'
import type { Suite } from '../suite/suite.ts'
import type { Records } from './record.ts'
import type { Recorded } from './recorded.ts'

/**
 * Records the tests again while the profile has a call that was not seen but
 * may be made in some runs only, as often as the workflow allows.
 *
 * @param before the history up to the first of these recordings
 * @param derive gives the profile, by recordings and a history that has them
 * @throws as the recording does
 */
export async function confirmRemovals(
  suite: Suite,
  { recorded: first, again }: Records,
  before: History,
  derive: (recorded: Recorded, history: History) => Candidate
): Promise<{ recorded: Recorded; history: History }> {
  const { removals, confirmRemovals: most } = suite.inputs
  let recorded = first
  let history = withRecordings(before, recorded.recordings)
  for (let index = 1; index <= most && removals === 'apply'; index++) {
    // Calls that stay because it is not certain that they are gone.
    const open = derive(recorded, history).kept
    if (open.length === 0) break
    suite.world.log.info(
      `Not seen this time: ${open.join(', ')}. Recording again to find out whether that was chance.`
    )
    const title = `Run the tests again, ${index} of up to ${most}`
    recorded = await again(recorded, title)
    history = withRecordings(history, recorded.recordings.slice(-1))
  }
  return { recorded, history }
}

function withRecordings(
  history: History,
  recordings: Recorded['recordings']
): History {
  return recordings.reduce(
    (known, recording) => observe(known, namesOf(recording)),
    history
  )
}
