import { type Committed, readCommitted, refuseUnloadable } from '../workspace/committed.js'
import {
  type Engine,
  inspectEngine,
  readEngineDefault
} from '../container/engine.js'
import { podmanEnvironment } from '../host/environment.js'
import { createPodman, type Podman } from '../container/podman.js'
import { type Execute } from '../host/execute.ts'
import type { Host } from '../host/host.js'
import type { Inputs } from '../inputs/inputs.js'
import type { TestWorld } from './prepare.js'
import type { Profile } from '../profile/types.js'
import { setUpRunner } from '../checks/install.js'

/** What a run needs of the world around it. */
export interface World extends TestWorld {
  exec: Execute
  /** Who we are; others than root reach tracers through sudo. */
  uid: number
  /** The path of scripts/setup-runner.sh. */
  setupScript: string
}

/** What is known before anything is built. */
export interface Opened {
  /** The file in the repository; undefined where there is none. */
  committed: Committed | undefined
  podman: Podman
  engine: Engine
  engineDefault: Profile
  host: Host
}

/**
 * Reads the committed profile and finds the engine.
 *
 * @throws UserError where one of them is not what it must be
 */
export async function openRunner(
  inputs: Inputs,
  world: World
): Promise<Opened> {
  const committed = await readCommitted(inputs)
  const podman = createPodman(world, inputs.podman)
  if (inputs.setup === 'install') await setUpRunner(world)
  const engine = await inspectEngine(podman)
  const { architecture, kernel } = engine
  if (committed) refuseUnloadable(inputs, committed, architecture)
  return {
    ...{ committed, podman, engine },
    engineDefault: await readEngineDefault(engine),
    host: {
      ...{ architecture, kernel, sudo: world.uid !== 0 },
      rootless: podman.rootless,
      environment: podmanEnvironment(world.environment)
    }
  }
}
