import { type Candidate, deriveCandidate } from './candidate/candidate.ts'
import { abortError, UserError } from './errors.ts'
import { forgetFloor } from './floor/cache.ts'
import { type History, isNews, mayLeave, observe } from './history/history.ts'
import { recall, remember } from './history/memory.ts'
import { pendingOf } from './history/pending.ts'
import { cacheDirectory } from './host/cache.ts'
import { writeTemporary } from './host/temporary.ts'
import type { Inputs } from './inputs/inputs.ts'
import { allowedNames } from './profile/compare/diff.ts'
import { serializeProfile } from './profile/serialize.ts'
import { confirmRemovals } from './record/confirm.ts'
import { planRecording, record } from './record/record.ts'
import type { Recorded } from './record/recorded.ts'
import { ABOUT } from './recorders/known.ts'
import type { CheckedRecorder } from './recorders/recorder.ts'
import { namesOf, serializeRecording } from './recorders/recording.ts'
import { foreignArchitectures, uniteRecordings } from './recorders/unite.ts'
import type { Denial } from './replay/denials.ts'
import { tryOthers } from './replay/others.ts'
import { proofInput } from './replay/proof-input.ts'
import { type Proof, prove, withCanary } from './replay/prove.ts'
import { failedReplay, SKIPPED } from './replay/replay.ts'
import { type Preflight, preflight, type World } from './suite/preflight.ts'
import { prepareSuite, withPlace } from './suite/prepare.ts'
import type { Suite } from './suite/suite.ts'
import { MAX_LENGTH } from './text/json.ts'
import { assess } from './verdict/assess.ts'
import type { Found } from './verdict/outcome.ts'
import type { Change } from './verdict/review.ts'
import {
  refuseEscape,
  refuseUnwritable,
  writeAtomically
} from './workspace/workspace.ts'

/** The result of a run, and the files that it wrote. */
export interface RunResult extends Found {
  /** The files that the recordings are in, one for each run of the tests. */
  recordingPaths: string[]
  image: string
}

/**
 * The whole story, except for publishing it: inputs, image, recordings,
 * candidate, replay, diff, verdict. Leaves the profile alone unless the tests
 * passed, were recorded completely, passed again under the new profile (unless
 * the replay is off), and need no denied call.
 *
 * @param change what the profile of the checkout is compared with
 * @throws UserError, Cancelled
 */
export async function run(
  inputs: Inputs,
  world: World,
  change: Change
): Promise<RunResult> {
  const opened = await preflight(inputs, world)
  const { committed, podman, engine } = opened
  const { environment } = world
  await refuseUnwritable(inputs.profile)
  const names = committed ? allowedNames(committed.base.syscalls) : []
  const before = await recall(inputs, environment, names)

  const outcome = await withPlace(world, podman, async place => {
    const plan = await planRecording(inputs, opened, environment, place)
    const run = await prepareSuite(inputs, environment, engine, place)
    const confirmed = await confirmRemovals(
      run,
      await record(run, plan),
      before,
      (recorded, history) => candidateOf(inputs, opened, recorded, history, [])
    )
    const { recorded, history } = confirmed
    const { recorders } = plan
    const proof = await replay(run, opened, recorders, recorded, history)
    return { recorded, history, ...proof }
  })
  const { recorded, candidate, replay: tried } = outcome
  const history = afterReplay(outcome)
  if (world.signal.aborted) throw abortError(world.signal)
  await remember(inputs, environment, history)

  const findings = assess({
    inputs,
    committed: committed?.profile,
    candidate,
    recorded,
    united: uniteRecordings(recorded.recordings),
    engine,
    engineDefault: opened.engineDefault,
    replay: tried,
    change,
    pending: pendingOf(history, candidate.kept)
  })
  const text = serializeProfile(candidate.profile)
  refuseTooLong(text, findings.profile)
  const { verdict, denied } = findings.judgement
  const isGood = denied.length === 0 && tried.result !== 'failed'
  const changed = isGood && verdict !== 'unchanged' && text !== committed?.text
  if (changed) await writeProfile(inputs, text)
  return {
    findings,
    changed,
    text: { after: text, before: committed?.text },
    recordingPaths: await Promise.all(
      recorded.recordings.map(recording =>
        writeTemporary(
          world.temporary,
          'recording',
          'json',
          serializeRecording(recording)
        )
      )
    ),
    image: recorded.image
  }
}

/** Derives the profile from recordings and replays. */
function candidateOf(
  inputs: Inputs,
  { committed, engine, engineDefault }: Preflight,
  recorded: Recorded,
  history: History,
  healed: readonly Denial[]
): Candidate {
  const united = uniteRecordings(recorded.recordings)
  const { capabilities, floor } = recorded
  const input = {
    recorded: namesOf(united),
    replayed: healed.map(({ name }) => name),
    sees: ABOUT[recorded.recorder].sees,
    recordUnder: inputs.recordUnder,
    floor: floor?.names ?? [],
    portability: inputs.portability,
    architecture: engine.architecture,
    alsoOn: foreignArchitectures({ calls: [...united.calls, ...healed] }),
    capabilities,
    engineDefault,
    committed: committed?.base,
    removals: inputs.removals,
    policy: inputs.policy,
    defaultErrno:
      inputs.defaultErrno ?? (committed?.adopted ? 'ENOSYS' : undefined)
  } as const
  if (inputs.confirmRemovals === 0) return deriveCandidate(input)
  // Calls that portability added leave with it, whatever the tests did.
  const portable = new Set(
    deriveCandidate({ ...input, portability: 'on' }).portable.map(c => c.name)
  )
  return deriveCandidate({
    ...input,
    isUncertain: name =>
      !(portable.has(name) && isNews(history, name)) && !mayLeave(history, name)
  })
}

/**
 * Replays the tests under the profile, unless the replay is off or the profile
 * will not be written anyway.
 */
async function replay(
  run: Suite,
  opened: Preflight,
  recorders: readonly CheckedRecorder[],
  recorded: Recorded,
  history: History
): Promise<Proof> {
  const { inputs } = run
  const derive = (healed: readonly Denial[]) =>
    candidateOf(inputs, opened, recorded, history, healed)
  const candidate = derive([])
  if (inputs.replay === 'off' || candidate.denied.length > 0) {
    return { candidate, replay: SKIPPED }
  }
  const input = await proofInput(inputs, opened, recorders, recorded)
  try {
    const { runtimes, healed: forOthers } = await tryOthers(run, derive, input)
    const proof = await prove(run, h => derive([...forOthers, ...h]), input)
    const { profile } = proof.candidate
    const proven = await withCanary(run, profile, proof.replay)
    if (proven.healed.some(({ byRuntime }) => byRuntime) && recorded.floor) {
      run.world.log.warning(FLOOR_CHANGED)
      const directory = cacheDirectory(run.environment)
      await forgetFloor(directory, recorded.floor.key)
    }
    return {
      candidate: proof.candidate,
      replay: { ...proven, forOthers, runtimes }
    }
  } catch (error) {
    // The recording is still worth a report.
    if (!(error instanceof UserError)) throw error
    return { candidate, replay: failedReplay(error) }
  }
}

const FLOOR_CHANGED =
  'The profile refused system calls that the OCI runtime now makes: the runtime has changed since it was measured. The calls were added, and the runtime is measured again on the next run.'

/** The replay is one more look at calls that left the profile. */
function afterReplay({
  history,
  candidate,
  replay: { watch, result, healed }
}: Proof & { history: History }): History {
  if (watch === 'nobody' || result === 'failed') return history
  const kept = new Set(allowedNames(candidate.profile.syscalls))
  const lookedFor = [...history.calls.keys()].filter(name => !kept.has(name))
  const seen = healed.map(({ name }) => name)
  return observe(history, seen, lookedFor)
}

/** The next run must be able to read the file that this run writes. */
function refuseTooLong(text: string, file: string): void {
  if (text.length <= MAX_LENGTH) return
  throw new UserError(
    `the new ${file} would have ${text.length} characters; the limit is ${MAX_LENGTH}`,
    {
      code: 'profile',
      hint: 'It was not written. Remove some of your own rules from it.'
    }
  )
}

async function writeProfile(inputs: Inputs, text: string): Promise<void> {
  // Again: the tests may have had the workspace mounted.
  await refuseEscape('profile', inputs.profile, inputs.workspace)
  await writeAtomically(inputs.profile, text)
}
