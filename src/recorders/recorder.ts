import type { Check } from '../checks/check.ts'
import type { UserError } from '../errors.ts'
import type { RecorderName } from './known.ts'
import type { Observation } from './recording.ts'

/** One traced container, before it has been made. */
export interface Start {
  /** A directory of this container's own, absolute. */
  scratch: string
  signal: AbortSignal
}

/** One way to record a container's system calls. */
export interface Recorder {
  readonly name: RecorderName
  /**
   * Gets ready: what is started afterwards with the session's options is
   * recorded from its first call on.
   *
   * @throws UserError where it cannot
   */
  start(start: Start): Promise<RecorderSession>
}

/** A recorder that can say whether it works on this machine. */
export interface CheckedRecorder extends Recorder {
  /**
   * Each thing that it needs, and whether it is there. It works when none of
   * them is `missing`. Starts no container.
   */
  preflight(): Promise<Check[]>
  /** Forgets that it was seen to work in an earlier run. */
  distrust?(): Promise<void>
}

/** The recording of one container, from before its start on. */
export interface RecorderSession {
  /** Options of `podman run` that this recorder needs. */
  options: string[]
  /** The command that runs the container, as this recorder must have it run. */
  wrap(argv: string[]): string[]
  /**
   * What was recorded, complete, once the container has ended.
   *
   * @param containerId the engine's ID of the container, 64 hexadecimal digits
   * @param finishedAt when the container ended, in milliseconds since 1970
   * @throws UserError where nothing true can be said
   */
  finish(containerId: string, finishedAt: number): Promise<Observation>
  /** Why a container did not start, where that was this recorder's doing. */
  explain(stderr: string): Promise<UserError | undefined>
  /** Ends everything that the recorder started. Safe to call again. */
  close(): Promise<void>
}
