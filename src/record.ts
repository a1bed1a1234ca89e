import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'

import { buildImage } from './container/build.js'
import type { Engine } from './container/engine.js'
import type { Podman } from './container/podman.js'
import { explainFailure, removeContainer, runTests } from './container/run.js'
import { messageOf } from './errors.js'
import type { Inputs } from './inputs.js'
import type { Log } from './log.js'
import { startHook } from './recorders/hook.js'
import type { Recording } from './recorders/recording.js'

/** What a run makes and removes again. */
export interface Leftovers {
  container: string
  scratch: string
}

/** What a recording needs of the world around it. */
export interface RecordWorld {
  log: Log
  /** Where temporary files go, absolute. */
  temporary: string
  /** Ends the run early; its reason is thrown. */
  signal: AbortSignal
  /** Tells what must be cleaned up should this process be killed. */
  onStart: (leftovers: Leftovers) => void
}

/** A recorded test run. */
export interface Recorded {
  image: string
  recording: Recording
  /** The container's bounding capabilities. */
  capabilities: string[]
}

/**
 * Builds the image and runs the tests under the hook. Whatever happens, the
 * container and the temporary directory are gone when it returns or throws.
 *
 * @throws UserError where the build, the tests or the recording fail; Cancelled
 */
export async function record(
  inputs: Inputs,
  world: RecordWorld,
  podman: Podman,
  engine: Engine
): Promise<Recorded> {
  const scratch = await fs.mkdtemp(path.join(world.temporary, 'seccomp-lock-'))
  const container = `seccomp-lock-${randomBytes(8).toString('hex')}`
  world.onStart({ container, scratch })
  try {
    const image = await provideImage(inputs, world, podman, scratch)
    const traced = { image, container, scratch }
    return await trace(inputs, world, podman, engine, traced)
  } finally {
    await fs.rm(scratch, { recursive: true, force: true })
  }
}

async function provideImage(
  { source, timeoutMs }: Inputs,
  { log, signal }: RecordWorld,
  podman: Podman,
  scratch: string
): Promise<string> {
  if (source.kind === 'image') return source.reference
  return buildImage(podman, log, { ...source, scratch, timeoutMs, signal })
}

async function trace(
  inputs: Inputs,
  { log, signal }: RecordWorld,
  podman: Podman,
  engine: Engine,
  { image, container, scratch }: Leftovers & { image: string }
): Promise<Recorded> {
  const hook = await startHook({ ...engine, scratch, signal })
  try {
    const tests = await runTests(podman, log, {
      image,
      mayPull: inputs.source.kind === 'image',
      name: container,
      command: inputs.command,
      options: [...hook.options, ...inputs.runArgs],
      directory: inputs.directory,
      timeoutMs: inputs.timeoutMs,
      signal
    })
    const failure =
      (tests.started ? undefined : await hook.explain(tests.stderr)) ??
      explainFailure(tests, { image, command: inputs.command })
    if (failure) throw failure
    const recording = await hook.finish()
    log.info(`Recorded ${recording.names.length} system calls.`)
    return { image, recording, capabilities: tests.capabilities }
  } finally {
    // A failure here must not hide the run's own; the post step tries again.
    await removeContainer(podman, container).catch((error: unknown) => {
      log.warning(messageOf(error))
    })
    await hook.close()
  }
}
