import { setUpRunner } from '../checks/install.ts'
import {
  type Engine,
  inspectEngine,
  readEngineDefault
} from '../container/engine.ts'
import { createPodman, type Podman } from '../container/podman.ts'
import { podmanEnvironment } from '../host/environment.ts'
import type { Execute } from '../host/execute.ts'
import type { Host } from '../host/host.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Profile } from '../profile/types.ts'
import {
  type Committed,
  readCommitted,
  refuseUnloadable
} from '../workspace/committed.ts'
import type { TestWorld } from './prepare.ts'

/** What a run needs of the world around it. */
export interface World extends TestWorld {
  exec: Execute
  /** Our user ID; users other than root reach tracers through sudo. */
  uid: number
  /** The path of scripts/setup-runner.sh. */
  setupScript: string
}

/** What is known before anything is built. */
export interface Preflight {
  /** The file in the repository; undefined if there is none. */
  committed: Committed | undefined
  podman: Podman
  engine: Engine
  engineDefault: Profile
  host: Host
}

/**
 * Reads the committed profile and finds the engine.
 *
 * @throws UserError if either cannot be used
 */
export async function preflight(
  inputs: Inputs,
  world: World
): Promise<Preflight> {
  const committed = await readCommitted(inputs)
  const podman = createPodman(world, inputs.podman)
  if (inputs.setup === 'install') await setUpRunner(world)
  const engine = await inspectEngine(podman)
  const { architecture, kernel } = engine
  if (committed) refuseUnloadable(inputs, committed, architecture)
  return {
    committed,
    podman,
    engine,
    engineDefault: await readEngineDefault(engine),
    host: {
      architecture,
      kernel,
      sudo: world.uid !== 0,
      rootless: podman.rootless,
      environment: podmanEnvironment(world.environment)
    }
  }
}
