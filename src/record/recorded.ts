import type { Floor } from '../floor/floor.ts'
import type { RecorderName } from '../recorders/known.ts'
import type { Recording } from '../recorders/recording.ts'

/** Recorded test runs. */
export interface Recorded {
  image: string
  /** One for each run of the tests. */
  recordings: Recording[]
  /** What recorded them. */
  recorder: RecorderName
  /** What checked them, if anything did. */
  checkedBy: RecorderName | undefined
  /** Where the two disagree, one sentence each. */
  doubts: string[]
  /** What the runtime needs by itself; undefined if that is not known. */
  floor: Floor | undefined
  /** The container's bounding capabilities. */
  capabilities: string[]
  /** The end of what the tests wrote, the last time. */
  output: string
}
