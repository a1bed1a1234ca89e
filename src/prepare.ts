import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'

import { buildImage } from './container/build.js'
import type { Engine } from './container/engine.js'
import type { Podman } from './container/podman.js'
import type { Inputs } from './inputs.js'
import type { Log } from './log.js'
import type { RecordRun } from './record-run.js'

/** What a run makes and removes again. */
export interface Leftovers {
  container: string
  scratch: string
}

/** What running the tests needs of the world around it. */
export interface TestWorld {
  environment: NodeJS.ProcessEnv
  log: Log
  /** Where temporary files go, absolute. */
  temporary: string
  /** Ends the run early; its reason is thrown. */
  signal: AbortSignal
  /** Tells what must be cleaned up should this process be killed. */
  onStart: (leftovers: Leftovers) => void
}

/**
 * Builds the image and does the work with it, in a temporary directory that
 * is gone when it returns or throws.
 *
 * @throws UserError where the build fails; Cancelled; what the work throws
 */
export async function withImage<T>(
  inputs: Inputs,
  world: TestWorld,
  podman: Podman,
  engine: Engine,
  work: (run: RecordRun) => Promise<T>
): Promise<T> {
  const { environment, log, signal, temporary, onStart } = world
  const scratch = await fs.mkdtemp(path.join(temporary, 'seccomp-lock-'))
  const container = `seccomp-lock-${randomBytes(8).toString('hex')}`
  onStart({ container, scratch })
  try {
    const { source, timeoutMs } = inputs
    const image =
      source.kind === 'image'
        ? source.reference
        : await buildImage(podman, log, {
            ...{ ...source, scratch, timeoutMs, signal }
          })
    return await work({
      ...{ image, engine, inputs, environment },
      world: { podman, log, signal, container, scratch }
    })
  } finally {
    await fs.rm(scratch, { recursive: true, force: true })
  }
}
