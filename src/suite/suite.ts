import type { Engine } from '../container/engine.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { TraceWorld } from './trace.ts'

/** The tests of one image, ready to run. */
export interface Suite {
  image: string
  engine: Engine
  inputs: Inputs
  environment: NodeJS.ProcessEnv
  world: TraceWorld
}
