import type { UserError } from '../errors.ts'
import type { DeniedCall } from '../recorders/recording.ts'
import type { Denial } from './denials.ts'

/**
 * How it went: the tests passed under the profile; they did after calls were
 * added that it had refused; they did not; they were not run.
 */
export const REPLAY_RESULTS = ['passed', 'healed', 'failed', 'skipped'] as const
export type ReplayResult = (typeof REPLAY_RESULTS)[number]

/** What watched for refused calls: nobody can where there are neither. */
export const WATCHES = ['bpftrace', 'audit', 'nobody'] as const
export type WatchName = (typeof WATCHES)[number]

/** How often refused calls are added and the tests run again. */
export const MAX_HEALS = 3

/** What shows that a profile is in force. */
export interface Canary {
  /**
   * How many filters a container's process has beyond those of the process
   * that started it: one. Undefined where that cannot be seen.
   */
  filters: number | undefined
}

/** The OCI runtimes that podman's packages bring, by podman's names for them. */
export const RUNTIMES = ['crun', 'runc'] as const

/** How a container that does nothing fared under another OCI runtime. */
export type RuntimeTrial = {
  /** Its name and version, `crun 1.8.1`. */
  runtime: string
} & (
  | { result: 'starts' }
  | ({ result: 'refused' } & Refused)
  /** It starts no container on this machine, so nothing is known. */
  | { result: 'not here'; said: string }
)

/** A container that could not start. */
export interface Refused {
  /** What podman said last. */
  said: string
  /**
   * The calls that the filter refused meanwhile, also such as the runtime can
   * do without; undefined where nobody watched, or could tell.
   */
  denied?: DeniedCall[]
}

/** The tests, run under the profile that is to be published. */
export interface Replay {
  result: ReplayResult
  watch: WatchName
  /** How often the tests were run. */
  rounds: number
  /** Different calls that the last run made; undefined where nobody watched. */
  made: number | undefined
  /** What the last run was refused. */
  denied: readonly Denial[]
  /** Calls that only replays showed, and that are in the profile now. */
  healed: readonly Denial[]
  /** Calls that other runtimes of this machine were refused, and that are. */
  forOthers: readonly Denial[]
  /** Why it failed. */
  failure: UserError | undefined
  canary: Canary | undefined
  runtimes: readonly RuntimeTrial[]
}

/** A replay that could not be made or believed. */
export function failedReplay(failure: UserError): Replay {
  return { ...SKIPPED, result: 'failed', failure }
}

/** No replay: it was not wanted, or there is no profile to try. */
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
