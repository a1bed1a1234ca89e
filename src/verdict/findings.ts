import type { LeftOut } from '../candidate/candidate.ts'
import type { Calls } from '../candidate/policy.ts'
import type { PortableCall } from '../candidate/portable.ts'
import type { Origin } from '../floor/floor.ts'
import type { Pending } from '../history/pending.ts'
import type { ProfileDiff } from '../profile/compare/diff.ts'
import type { DeniedCall, RecordUnder } from '../recorders/recording.ts'
import type { UnitedCall } from '../recorders/unite.ts'
import type { Replay } from '../replay/replay.ts'
import type { Review } from './review.ts'
import type { Judgement } from './verdict.ts'

/** The findings of a finished run. */
export interface Findings {
  judgement: Judgement
  diff: ProfileDiff
  /** What the change does, and what is dangerous in the profile. */
  review: Review
  /** Whether the profile lets through what it does not list. */
  isDenyList: boolean
  /** The profile's path within the repository. */
  profile: string
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
  /** The image, by its id or name. */
  image: string
  /** The versions that it ran under: `podman 5.6.2, crun 1.24, kernel 6.17`. */
  machine: string
}

/** Whether there is more to report than that nothing changed. */
export function isFinding({ judgement, review, replay }: Findings): boolean {
  const { verdict, denied } = judgement
  return (
    verdict !== 'unchanged' ||
    denied.length > 0 ||
    replay.result === 'failed' ||
    isWorthTelling(review)
  )
}

/** Whether a change does something to the file, or lacks a word for it. */
export const isWorthTelling = ({ findings, unnamed }: Review): boolean =>
  findings.length > 0 || unnamed.length > 0
