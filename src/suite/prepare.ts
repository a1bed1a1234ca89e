import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'

import { buildImage } from '../container/build.ts'
import type { Leftovers } from '../container/cleanup.ts'
import type { Engine } from '../container/engine.ts'
import type { Podman } from '../container/podman.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Log } from '../log.ts'
import type { Suite } from './suite.ts'
import type { TraceWorld } from './trace.ts'

/** What running the tests needs of the world around it. */
export interface TestWorld {
  environment: NodeJS.ProcessEnv
  log: Log
  /** Where temporary files go, absolute. */
  temporary: string
  /** Ends the run early; its reason is thrown. */
  signal: AbortSignal
  /** Tells what must be cleaned up if this process is killed. */
  onStart: (leftovers: Leftovers) => void
}

/**
 * Does the work with its own temporary directory and container name. The
 * directory is gone when this returns or throws; the post step removes both if
 * this process is killed.
 */
export async function withPlace<T>(
  { log, signal, temporary, onStart }: Omit<TestWorld, 'environment'>,
  podman: Podman,
  work: (world: TraceWorld) => Promise<T>
): Promise<T> {
  const scratch = await fs.mkdtemp(path.join(temporary, 'seccomp-lock-'))
  const container = `seccomp-lock-${randomBytes(8).toString('hex')}`
  onStart({ container, scratch })
  try {
    return await work({ podman, log, signal, container, scratch })
  } finally {
    await fs.rm(scratch, { recursive: true, force: true })
  }
}

/**
 * Builds the image of the tests, if it has to be built.
 *
 * @throws UserError if the build fails; Cancelled
 */
export async function prepareSuite(
  inputs: Inputs,
  environment: NodeJS.ProcessEnv,
  engine: Engine,
  world: TraceWorld
): Promise<Suite> {
  const { podman, log, scratch, signal } = world
  const { source, timeoutMs } = inputs
  const image =
    source.kind === 'image'
      ? source.reference
      : await buildImage(podman, log, {
          ...source,
          scratch,
          timeoutMs,
          signal
        })
  return { image, engine, inputs, environment, world }
}
