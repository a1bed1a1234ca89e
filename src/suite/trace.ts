import fs from 'node:fs/promises'
import path from 'node:path'

import type { Podman } from '../container/podman.ts'
import { removeContainer, type TestRun } from '../container/run.ts'
import { messageOf, UserError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Choice } from '../recorders/choose.ts'
import type { RecorderName } from '../recorders/known.ts'
import type { RecorderSession } from '../recorders/recorder.ts'
import type { Observation } from '../recorders/recording.ts'

/** A recorder cannot record here, as its first container showed. */
export class RecorderFailed extends UserError {
  readonly recorder: RecorderName

  constructor(recorder: RecorderName, reason: UserError) {
    super(reason.message, {
      code: reason.code,
      hint: reason.hint,
      cause: reason
    })
    this.recorder = recorder
  }
}

/** A container ran, but its recording cannot be used. */
export class NotRecorded extends UserError {}

/** Its recorder lost something, which need not happen again. */
export class Incomplete extends NotRecorded {}

/** What a traced container needs of the world around it. */
export interface TraceWorld {
  podman: Podman
  log: Log
  signal: AbortSignal
  /** The container's name; it is free again afterwards. */
  container: string
  /** A directory of the run's own. */
  scratch: string
}

/** How to run a container so that it is recorded. */
export interface Traced {
  options: string[]
  wrap: (argv: string[]) => string[]
}

/** A container that was run and recorded. */
export interface Trace {
  run: TestRun
  /** What the recorder whose recording counts saw. */
  first: Observation
  /** What the other one saw, if there is one, or why it failed. */
  second: Observation | UserError | undefined
}

/**
 * Runs a container under one recorder, or under two, the second as a check on
 * the first. Whatever happens, container and recorders are gone when it returns
 * or throws.
 *
 * @param run runs the container to its end
 * @param check throws if the run failed
 * @throws RecorderFailed if a recorder kept the container from starting, or
 *   cannot start itself; Incomplete if the recorder lost something
 */
export async function trace(
  { first, second }: Pick<Choice, 'first' | 'second'>,
  world: TraceWorld,
  run: (traced: Traced) => Promise<TestRun>,
  check: (run: TestRun) => void
): Promise<Trace> {
  const { podman, log, container } = world
  const sessions: { name: RecorderName; session: RecorderSession }[] = []
  try {
    for (const recorder of second ? [first, second] : [first]) {
      const { name } = recorder
      const scratch = await fs.mkdtemp(path.join(world.scratch, `${name}-`))
      const session = await recorder
        .start({ scratch, signal: world.signal })
        .catch(failedAs(name))
      sessions.push({ name, session })
    }
    const all = sessions.map(({ session }) => session)
    const ended = await run({
      options: all.flatMap(({ options }) => options),
      wrap: argv => all.reduce((wrapped, one) => one.wrap(wrapped), argv)
    })
    if (!ended.started) {
      for (const { name, session } of sessions) {
        const reason = await session.explain(ended.stderr)
        if (reason) throw new RecorderFailed(name, reason)
      }
    }
    check(ended)
    const [counts, checks] = all
    if (!counts) throw new Error('nothing recorded')
    const { id, finishedAt } = ended
    const observation = await counts.finish(id, finishedAt).catch(notRecorded)
    refuseLost(observation)
    const other = await checks?.finish(id, finishedAt).catch(
      // It is only a check, whatever it lost.
      (error: unknown) => {
        if (error instanceof UserError) return error
        throw error
      }
    )
    return { run: ended, first: observation, second: other }
  } finally {
    await removeTraced(podman, log, container)
    for (const { session } of sessions) {
      await session.close().catch((error: unknown) => {
        log.warning(messageOf(error))
      })
    }
  }
}

/**
 * Runs a container without a recorder. It is gone when this returns or throws.
 *
 * @param run runs it to its end
 */
export async function untraced<T>(
  { podman, log, container }: Omit<TraceWorld, 'scratch'>,
  run: (traced: Traced) => Promise<T>
): Promise<T> {
  try {
    return await run({ options: [], wrap: argv => argv })
  } finally {
    await removeTraced(podman, log, container)
  }
}

/**
 * A failure here must not hide the run's failure; the post step tries again.
 */
async function removeTraced(
  podman: Podman,
  log: Log,
  container: string
): Promise<void> {
  await removeContainer(podman, container).catch((error: unknown) => {
    log.warning(messageOf(error))
  })
}

function notRecorded(error: unknown): never {
  if (!(error instanceof UserError)) throw error
  throw new NotRecorded(error.message, error)
}

function failedAs(recorder: RecorderName) {
  return (error: unknown): never => {
    throw error instanceof UserError
      ? new RecorderFailed(recorder, error)
      : error
  }
}

/** An incomplete recording would make a profile that breaks production. */
function refuseLost({ lost }: Observation): void {
  if (lost.length === 0) return
  const what = lost.map(sentence => sentence.replace(/\.$/, '')).join('; ')
  throw new Incomplete(`the recording is not complete: ${what}`, {
    code: 'recording',
    hint: 'It was not used, and the profile was not touched. Run the job again; if that does not help, try another `recorder`.'
  })
}
