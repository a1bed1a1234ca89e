import type { Replay } from '../replay/replay.ts'
import { codeSpan } from '../text/markdown.ts'
import { renderReplay } from './replay.ts'
import { joinSections, RANK, type Section } from './sections.ts'

/** The tests, run under the committed profile, unchanged. */
export interface Verified {
  replay: Replay
  /** The profile's path within the repository. */
  profile: string
}

/** The one line of a verification, also for the log and a failed step. */
export function verifiedLine({ replay, profile }: Verified): string {
  const { failure, watch } = replay
  if (failure) return failure.message
  return watch === 'nobody'
    ? `the tests pass under ${codeSpan(profile)}`
    : `the tests pass under ${codeSpan(profile)}, which refuses nothing that they need`
}

/** The report of a verification, as GitHub's Markdown. */
export function renderVerification(verified: Verified): string {
  return joinSections(verificationSections(verified))
}

/** The same in sections. */
export function verificationSections(verified: Verified): Section[] {
  const { replay, profile } = verified
  const line = replay.failure
    ? `the tests do not work under ${codeSpan(profile)}`
    : verifiedLine(verified)
  const mark = replay.failure ? '⛔' : '✅'
  return [
    {
      rank: RANK.verdict,
      name: 'the result',
      text: `## ${mark} seccomp-lock: ${line}`
    },
    {
      rank: RANK.replay,
      name: 'the replay',
      text: renderReplay(replay, profile)
    }
  ]
}
