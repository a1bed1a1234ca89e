import type { Engine } from '../container/engine.js'
import type { Inputs } from '../inputs/inputs.js'
import type { TraceWorld } from './trace.js'

/** The tests of one image, to be recorded. */
export interface RecordRun {
  image: string
  engine: Engine
  inputs: Inputs
  environment: NodeJS.ProcessEnv
  world: TraceWorld
}

