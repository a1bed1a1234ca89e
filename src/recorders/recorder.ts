import type { Check } from '../checks/check.ts'
import type { UserError } from '../errors.ts'
import type { RecorderName } from './known.ts'
import type { Observation } from './recording.ts'

/** One container to be traced, before it is made. */
export interface Start {
  /** A directory for this container alone, absolute. */
  scratch: string
  signal: AbortSignal
}

/** One way to record a container's system calls. */
export interface Recorder {
  readonly name: RecorderName
  /**
   * Gets ready: a container started afterwards with the session's options is
   * recorded from its first call on.
   *
   * @throws UserError if it cannot
   */
  start(start: Start): Promise<RecorderSession>
}

/** A recorder that can say whether it works on this machine. */
export interface CheckedRecorder extends Recorder {
  /**
   * Checks each thing that it needs. It works if none of them is `missing`.
   * Starts no container.
   */
  preflight(): Promise<Check[]>
  /** Forgets that it was seen to work in an earlier run. */
  distrust?(): Promise<void>
}

/** The recording of one container, begun before the container starts. */
export interface RecorderSession {
  /** Options of `podman run` that this recorder needs. */
  options: string[]
  /** The command that runs the container, changed as this recorder needs it. */
  wrap(argv: string[]): string[]
  /**
   * Gives the complete recording, once the container has ended.
   *
   * @param containerId the engine's ID of the container, 64 hexadecimal digits
   * @param finishedAt when the container ended, in milliseconds since 1970
   * @throws UserError if nothing reliable can be said
   */
  finish(containerId: string, finishedAt: number): Promise<Observation>
  /** Why a container did not start, if this recorder caused that. */
  explain(stderr: string): Promise<UserError | undefined>
  /** Ends everything that the recorder started. Safe to call again. */
  close(): Promise<void>
}
