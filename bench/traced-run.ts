import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'

import type { Podman } from '../src/container/podman.ts'
import {
  explainFailure,
  removeContainer,
  runTests
} from '../src/container/run.ts'
import { UserError } from '../src/errors.ts'
import type { Log } from '../src/log.ts'
import type { Recorder, RecorderSession } from '../src/recorders/recorder.ts'
import { namesOf } from '../src/recorders/recording.ts'

/** What all containers of a benchmark have in common. */
export interface BenchWorld {
  podman: Podman
  /** The image's ID. */
  image: string
  /** A directory of the benchmark's own. */
  scratch: string
  signal: AbortSignal
}

/** What a container did, and how long each part of it took, in milliseconds. */
export interface TracedRun {
  output: string
  attach: number
  run: number
  stop: number
}

/**
 * Runs a container as a recording does. Container and recorder are gone when
 * it returns or throws.
 *
 * @param recorder undefined: untraced
 * @param wanted calls that the container makes and a recording must have
 * @param onOutput is given all that the container has printed so far
 * @throws UserError where the container fails, or the recording is not whole
 */
export async function tracedRun(
  { podman, image, scratch, signal }: BenchWorld,
  recorder: Recorder | undefined,
  {
    command,
    wanted,
    options = []
  }: {
    command: string[]
    wanted: readonly string[]
    /** Options of `podman run`. */
    options?: readonly string[] | undefined
  },
  onOutput: (output: string) => void = () => undefined
): Promise<TracedRun> {
  const name = `seccomp-lock-bench-${randomBytes(8).toString('hex')}`
  const directory = await fs.mkdtemp(path.join(scratch, 'run-'))
  const begin = performance.now()
  const session = await recorder?.start({ scratch: directory, signal })
  const attached = performance.now()
  let output = ''
  let ended: number
  try {
    const run = await runTests(podman, quietLog(show), {
      title: '',
      image,
      mayPull: false,
      name,
      command,
      signal,
      directory,
      timeoutMs: 5 * 60_000,
      options: [...(session?.options ?? []), ...options],
      wrap: argv => session?.wrap(argv) ?? argv
    })
    ended = performance.now()
    if (!run.started) {
      const reason = await session?.explain(run.stderr)
      if (reason) throw reason
    }
    const failure = explainFailure(run, { image, command })
    if (failure) throw failure
    if (session) await refuseIncomplete(session, run, wanted)
  } finally {
    try {
      await removeContainer(podman, name)
    } finally {
      await session?.close()
    }
  }
  return {
    output,
    attach: attached - begin,
    run: ended - attached,
    stop: performance.now() - ended
  }

  function show(chunk: Uint8Array | string): void {
    output += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
    onOutput(output)
  }
}

/** A log that says nothing and passes on what containers print. */
export function quietLog(show: (chunk: Uint8Array | string) => void): Log {
  return {
    info: () => undefined,
    warning: () => undefined,
    debug: () => undefined,
    group: <T>(_: string, work: (to: typeof show) => Promise<T>) => work(show)
  }
}

async function refuseIncomplete(
  session: RecorderSession,
  { id, finishedAt }: { id: string; finishedAt: number },
  wanted: readonly string[]
): Promise<void> {
  const observation = await session.finish(id, finishedAt)
  const names = namesOf(observation)
  const missing = wanted.filter(call => !names.includes(call))
  const wrong = [
    ...observation.lost,
    ...(missing.length > 0 ? [`it lacks ${missing.join(', ')}`] : [])
  ]
  if (wrong.length === 0) return
  throw new UserError(`the recording is not complete: ${wrong.join('; ')}`, {
    code: 'runner'
  })
}
