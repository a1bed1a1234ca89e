import path from 'node:path'

import type { Inputs } from '../inputs/inputs.ts'
import { findPlaces } from '../profile/positions.ts'
import type { Recorded } from '../record/recorded.ts'
import type { CheckedRecorder } from '../recorders/recorder.ts'
import type { Preflight } from '../suite/preflight.ts'
import { PODMAN_DEFAULT_CAPABILITIES } from '../syscalls/capabilities.ts'
import { findWatches, type ProofInput } from './prove.ts'

/**
 * The names of OCI runtimes while they start a container, if they were not
 * measured: runc sets its own (libcontainer/nsenter), and crun executes a copy
 * of itself by a file descriptor, whose number is then its name.
 */
const RUNTIME_PROGRAMS = ['runc:[2:INIT]', 'crun', '3']

/**
 * What a replay needs to know about the run so far.
 *
 * @param recorders what can watch, and whether each works
 * @param recorded undefined if nothing was recorded
 */
export async function proofInput(
  inputs: Inputs,
  { committed, engine, engineDefault, host }: Preflight,
  recorders: readonly CheckedRecorder[],
  recorded: Pick<Recorded, 'capabilities' | 'floor' | 'output'> | undefined
): Promise<ProofInput> {
  const { architecture } = engine
  // Without a recording, podman's own set is a good guess.
  const capabilities = recorded?.capabilities ?? PODMAN_DEFAULT_CAPABILITIES
  const { recordUnder, policy } = inputs
  return {
    watches: await findWatches(recorders, host),
    watching: {
      host,
      outer: recordUnder === 'default' ? engineDefault : undefined,
      capabilities
    },
    reasons: {
      engineDefault,
      recordUnder,
      architecture,
      capabilities,
      policy,
      runtimePrograms: recorded?.floor?.programs ?? RUNTIME_PROGRAMS,
      locate: findPlaces(committed?.text).inUserRule
    },
    file: path.relative(inputs.workspace, inputs.profile),
    recordedOutput: recorded?.output
  }
}
