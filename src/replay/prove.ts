import type { Candidate } from '../candidate/candidate.ts'
import { works } from '../checks/check.ts'
import { lastLines } from '../container/podman.ts'
import type { UserError } from '../errors.ts'
import type { Host } from '../host/host.ts'
import { errnoOrEperm } from '../profile/errno.ts'
import { serializeProfile } from '../profile/serialize.ts'
import { isDenyList } from '../profile/treatment.ts'
import type { Profile } from '../profile/types.ts'
import type { CheckedRecorder } from '../recorders/recorder.ts'
import { checkRecorder } from '../recorders/recorders.ts'
import type { Suite } from '../suite/suite.ts'
import { NotRecorded, RecorderFailed } from '../suite/trace.ts'
import { proveFilter } from './canary.ts'
import {
  type Denial,
  explainDenials,
  fixable,
  forbidden,
  type InForce
} from './denials.ts'
import {
  enforce,
  type Enforced,
  type Watching,
  writeForPodman
} from './enforce.ts'
import { neverEnough, notAllowed, notFixable, testsFail } from './failure.ts'
import { MAX_HEALS, type Replay, SKIPPED, type WatchName } from './replay.ts'

/** What a replay depends on, besides the profile. */
export interface ProofInput {
  /** Watches that may work, the best first. */
  watches: readonly WatchName[]
  watching: Omit<Watching, 'watch'>
  /** What explains why a call was refused. */
  reasons: Omit<InForce, 'profile'>
  /** What the profile is called in errors. */
  file: string
  /**
   * What the tests wrote when they were recorded; undefined if they were not.
   */
  recordedOutput: string | undefined
}

/** A profile, and how its replay went. */
export interface Proof {
  candidate: Candidate
  replay: Replay
}

/**
 * What can watch for refused calls here, the best first. The last, `nobody`, is
 * no watch and always works.
 *
 * @param recorders those of this machine; the preflight of each includes a
 *   trial
 */
export async function findWatches(
  recorders: readonly CheckedRecorder[],
  host: Host
): Promise<WatchName[]> {
  const isFit = async (watch: WatchName) => {
    const recorder = recorders.find(({ name }) => name === watch)
    return recorder !== undefined && works(await recorder.preflight())
  }
  const hasBpftrace = await isFit('bpftrace')
  // With bpftrace it is hardly ever needed, and not worth a trial.
  const hasAudit = hasBpftrace
    ? works(await checkRecorder('audit', host))
    : await isFit('audit')
  return [
    ...(hasBpftrace ? (['bpftrace'] as const) : []),
    ...(hasAudit ? (['audit'] as const) : []),
    'nobody'
  ]
}

/**
 * Runs the tests under a profile, adds the refused calls that nothing forbids,
 * and repeats this until no such call is refused.
 *
 * @param derive gives the profile with these calls added
 * @throws UserError where the engine does not enforce the profile, or the watch
 *   lost something; Cancelled
 */
export async function prove(
  suite: Suite,
  derive: (healed: readonly Denial[]) => Candidate,
  input: ProofInput
): Promise<Proof> {
  let healed: Denial[] = []
  let candidate = derive(healed)
  let watches = input.watches
  for (let heals = 0; ; heals++) {
    const title =
      heals === 0
        ? 'Replay: run the tests under the new profile'
        : `Replay again, with ${healed.length === 1 ? 'one more call' : `${healed.length} more calls`}`
    const tried = await tryProfile(suite, candidate.profile, title, {
      ...input,
      watches
    })
    watches = tried.watches
    const missing = fixable(tried.denials)
    const replay = replayOf(tried, { healed, heals, input })
    if (missing.length === 0) {
      await showOutputs(suite, tried, input)
      return { candidate, replay }
    }
    const give = (failure: UserError) => ({
      candidate,
      replay: { ...replay, result: 'failed' as const, failure }
    })
    if (heals === MAX_HEALS) return give(neverEnough(missing))
    const next = derive([...healed, ...missing])
    const isSame =
      serializeProfile(next.profile) === serializeProfile(candidate.profile)
    if (isSame) return give(notFixable(missing))
    const names = new Set(missing.map(({ name }) => name))
    suite.world.log.info(`Refused, and added: ${[...names].join(', ')}.`)
    healed = [...healed, ...missing]
    candidate = next
  }
}

/**
 * Runs the tests once under a profile, without changing it.
 *
 * @throws as `prove`
 */
export async function verify(
  suite: Suite,
  profile: Profile,
  input: ProofInput
): Promise<Replay> {
  const title = `Replay: run the tests under ${input.file}`
  const tried = await tryProfile(suite, profile, title, input)
  const replay = replayOf(tried, { healed: [], heals: 0, input })
  const missing = fixable(tried.denials)
  return missing.length === 0
    ? replay
    : {
        ...replay,
        result: 'failed',
        failure: notAllowed(missing, input.file, tried.enforced.failure)
      }
}

/**
 * If the tests failed under the profile, shows what they wrote with and without
 * it: only in the log, where the runner masks secrets.
 */
async function showOutputs(
  { world }: Suite,
  { enforced }: Tried,
  { recordedOutput }: ProofInput
): Promise<void> {
  if (!enforced.failure || recordedOutput === undefined) return
  const ends = {
    'To compare: the end of the output when the tests were recorded':
      recordedOutput,
    'To compare: the end of the output under the new profile':
      enforced.run.output
  }
  for (const [title, text] of Object.entries(ends)) {
    await world.log.group(title, show => {
      show(lastLines(text, COMPARED_LINES))
      return Promise.resolve()
    })
  }
}

/** How many lines of each output are shown again. */
const COMPARED_LINES = 60

/** Proves that the engine enforces the profile, if its replay succeeded. */
export async function withCanary(
  suite: Suite,
  profile: Profile,
  replay: Replay
): Promise<Replay> {
  if (replay.result === 'failed') return replay
  const file = await writeForPodman(suite, profile)
  return { ...replay, canary: await proveFilter(suite, file, profile) }
}

/** One run of the tests under a profile. */
interface Tried {
  enforced: Enforced
  denials: Denial[]
  /** The watch that worked is the first of these. */
  watches: readonly WatchName[]
}

/** Runs the tests with the first watch that works. */
async function tryProfile(
  suite: Suite,
  profile: Profile,
  title: string,
  input: ProofInput
): Promise<Tried> {
  const [watch = 'nobody', ...others] = input.watches.filter(
    name => name !== 'bpftrace' || isSeen(profile)
  )
  const file = await writeForPodman(suite, profile)
  const watching = { ...input.watching, watch }
  const { log } = suite.world
  try {
    const enforced = await enforce(suite, profile, file, title, watching)
    // What it really had, `--cap-add` and all.
    const { capabilities } = enforced.run
    const inForce = {
      ...input.reasons,
      profile,
      ...(capabilities.length > 0 && { capabilities })
    }
    const denials = explainDenials(enforced.denied ?? [], inForce)
    log.info(summary(enforced, denials))
    return { enforced, denials, watches: [watch, ...others] }
  } catch (error) {
    const hasFailed =
      error instanceof RecorderFailed || error instanceof NotRecorded
    if (!hasFailed || others.length === 0) throw error
    log.warning(
      `${watch} could not watch for refused calls: ${error.message.replace(/\.$/, '')}. ${others[0] === 'nobody' ? 'Continuing without a watch.' : `Continuing with ${others[0] ?? 'none'}.`}`
    )
    return tryProfile(suite, profile, title, { ...input, watches: others })
  }
}

/**
 * Whether a refused call returns an error, by which bpftrace knows it. It does
 * not see a call that kills the process.
 */
function isSeen({ defaultAction, defaultErrno, defaultErrnoRet }: Profile) {
  const errno = errnoOrEperm(defaultErrno, defaultErrnoRet)
  return (
    isDenyList({ defaultAction }) ||
    (defaultAction === 'SCMP_ACT_ERRNO' && errno !== 0)
  )
}

function summary({ denied, made }: Enforced, denials: readonly Denial[]) {
  if (denied === undefined) {
    return 'Replayed; nothing on this runner can tell which calls were refused.'
  }
  const missing = fixable(denials).length
  const others = denials.length - missing
  const onPurpose = others > 0 ? `, and ${others} refused on purpose` : ''
  return made
    ? `Replayed: ${made.length} different system calls made, ${missing} refused${onPurpose}.`
    : `Replayed: ${missing} refused${onPurpose}, as a second run showed that let them through.`
}

function replayOf(
  { enforced, denials, watches }: Tried,
  {
    healed,
    heals,
    input
  }: { healed: readonly Denial[]; heals: number; input: ProofInput }
): Replay {
  const { run: ended, failure, made } = enforced
  const [watch = 'nobody'] = watches
  const reason =
    failure &&
    testsFail({
      failure,
      refused: forbidden(denials),
      hasStarted: ended.started,
      watch,
      file: input.file,
      isRecorded: input.recordedOutput !== undefined
    })
  return {
    ...SKIPPED,
    result: reason ? 'failed' : healed.length > 0 ? 'healed' : 'passed',
    watch,
    rounds: heals + 1,
    made: made?.length,
    denied: denials,
    healed,
    failure: reason
  }
}
