import type { UserError } from '../errors.ts'
import type { DeniedCall } from '../recorders/recording.ts'
import type { Denial } from './denials.ts'

/**
 * How the replay went: the tests passed under the profile; they passed after
 * refused calls were added; they failed; they were not run.
 */
type ReplayResult = 'passed' | 'healed' | 'failed' | 'skipped'

/** What watched for refused calls; `nobody` if neither can. */
export type WatchName = 'bpftrace' | 'audit' | 'nobody'

/** How many times refused calls are added and the tests run again. */
export const MAX_HEALS = 3

/** What shows that a profile is in force. */
export interface Canary {
  /**
   * How many filters more a container's process has than the process that
   * started it: one. Undefined if that cannot be seen.
   */
  filters: number | undefined
}

/**
 * The OCI runtimes that podman's packages bring, by podman's names for them.
 */
export const RUNTIMES = ['crun', 'runc'] as const

/** How a container that does nothing fared under another OCI runtime. */
export type RuntimeTrial = {
  /** Its name and version, `crun 1.8.1`. */
  runtime: string
} & (
  | { result: 'starts' }
  | ({ result: 'refused' } & Refused)
  /** It cannot start any container on this machine, so nothing is known. */
  | { result: 'not here'; said: string }
)

/** A container that could not start. */
export interface Refused {
  /** What podman said last. */
  said: string
  /**
   * The calls that the filter refused meanwhile, including those that the
   * runtime can do without; undefined if nothing could watch.
   */
  denied?: DeniedCall[]
}

/** The tests, run under the profile that is to be published. */
export interface Replay {
  result: ReplayResult
  watch: WatchName
  /** How many times the tests were run. */
  rounds: number
  /**
   * Different calls that the last run made; undefined if they were not seen.
   */
  made: number | undefined
  /** The calls that the last run was refused. */
  denied: readonly Denial[]
  /** Calls that only replays showed, and that were added to the profile. */
  healed: readonly Denial[]
  /**
   * Calls that other runtimes of this machine were refused, and that were
   * added.
   */
  forOthers: readonly Denial[]
  /** Why it failed. */
  failure: UserError | undefined
  canary: Canary | undefined
  runtimes: readonly RuntimeTrial[]
}

/** A replay that could not be made, or not trusted. */
export function failedReplay(failure: UserError): Replay {
  return { ...SKIPPED, result: 'failed', failure }
}

/** No replay: it was switched off, or there is no profile to try. */
export const SKIPPED: Replay = {
  result: 'skipped',
  watch: 'nobody',
  rounds: 0,
  made: undefined,
  denied: [],
  healed: [],
  forOthers: [],
  failure: undefined,
  canary: undefined,
  runtimes: []
}
