import type { LeftOut } from '../candidate/candidate.ts'
import type { Calls } from '../candidate/policy.ts'
import type { PortableCall } from '../candidate/portable.ts'
import type { Origin } from '../floor/floor.ts'
import type { Pending } from '../history/pending.ts'
import type { ProfileDiff } from '../profile/diff.ts'
import type { Treatment } from '../profile/treatment.ts'
import type { DeniedCall, RecordUnder } from '../recorders/recording.ts'
import type { UnitedCall } from '../recorders/unite.ts'
import type { Replay } from '../replay/replay.ts'
import type { Danger } from '../syscalls/danger.ts'
import type { Judgement } from './verdict.ts'

/** The findings of a finished run. */
export interface Findings {
  judgement: Judgement
  diff: ProfileDiff
  /** Whether the profile lets through what it does not list. */
  isDenyList: boolean
  /** The profile's path within the repository. */
  profile: string
  /** How many calls the profile allows, and how many the engine's default. */
  allowed: number
  allowedByDefault: number
  /** How the engine's default profile treats a call. */
  byDefault: (name: string) => Treatment['kind']
  /** How dangerous a call is, and why. */
  danger: (name: string) => Danger
  /** systemd's groups with this call, except those with nearly all calls. */
  groups: (name: string) => readonly string[]
  leftOut: LeftOut[]
  /** Calls in the profile only because of the policy. */
  byPolicy: Calls
  governed: string[]
  /** Calls that were not seen and stay (`removals: report`). */
  unseen: string[]
  /** Calls that were not seen and stay until that is certain. */
  pending: readonly Pending[]
  /** How the tests went under the profile. */
  replay: Replay
  /** Names in the committed profile that are not system calls. */
  unknown: string[]
  /** The recorded calls, sorted; a name can occur once per architecture. */
  calls: readonly (UnitedCall & { origin: Origin })[]
  /** How many recordings there are. */
  runs: number
  /** New calls that the runtime makes and the tests do not. */
  drift: string[]
  /** Calls that are in the profile so that it works elsewhere. */
  portable: PortableCall[]
  /** Calls that the container's filter refused while it was recorded. */
  refused: DeniedCall[]
  recordUnder: RecordUnder
  /** Where two recorders disagreed, one sentence each. */
  doubts: string[]
  /** What the recorder cannot know, one sentence each. */
  blind: string[]
  /** How it was recorded: engine, runtime, kernel, recorder. */
  provenance: string
}

/** Whether there is more to report than that nothing changed. */
export function isFinding({ judgement, replay }: Findings): boolean {
  const { verdict, denied } = judgement
  return (
    verdict !== 'unchanged' || denied.length > 0 || replay.result === 'failed'
  )
}
