import type { Replay } from '../replay/replay.ts'
import { codeSpan } from '../text/markdown.ts'
import type { Trail } from '../verdict/outcome.ts'
import type { Review } from '../verdict/review.ts'
import { renderReplay } from './replay.ts'
import { detail, renderHeading, section } from './report.ts'
import {
  renderDangers,
  renderNumbers,
  renderOrdinary,
  renderOthers,
  renderRisks,
  renderUnneeded
} from './review/changes.ts'
import { renderDecision } from './review/decide.ts'
import { type Headline, verifiedHeadline } from './review/headline.ts'
import { renderTrail } from './review/trail.ts'
import { joinSections, type Section } from './sections.ts'

/** The tests, run under the committed profile, unchanged. */
export interface Verified {
  replay: Replay
  review: Review
  /** The profile's path within the repository. */
  profile: string
  /** Whether the profile lets through what it does not list. */
  isDenyList: boolean
  image: string
  machine: string
}

/** The one line of a verification, also for the log and a failed step. */
export function verifiedLine(verified: Verified): string {
  return verified.replay.failure?.message ?? headlineOf(verified).line
}

function headlineOf(verified: Verified): Headline {
  const { replay, review, profile, isDenyList } = verified
  if (replay.failure) {
    const line = `the tests do not work under ${codeSpan(profile)}`
    return { mark: '⛔', line }
  }
  const isWatched = replay.watch !== 'nobody'
  return verifiedHeadline(review, profile, isDenyList, isWatched)
}

/** The report of a verification, as GitHub's Markdown. */
export function renderVerification(verified: Verified): string {
  return joinSections(verificationSections(verified))
}

/** The same in sections. */
export function verificationSections(
  verified: Verified,
  trail?: Trail
): Section[] {
  const { replay, review, profile } = verified
  const decision = renderDecision({
    review,
    profile,
    isFirst: false,
    hasNew: false,
    publication: undefined,
    label: undefined,
    hasPatch: false
  })
  return [
    section('verdict', 'the result', renderHeading(headlineOf(verified))),
    section(
      'numbers',
      'the numbers',
      renderNumbers(review, replay.failure ? 'failed' : 'passed')
    ),
    section('dangers', 'what is dangerous', renderDangers(review)),
    section('ordinary', 'ordinary calls', renderOrdinary(review)),
    section('others', 'other differences', renderOthers(review)),
    section('accept', 'how to accept it', decision),
    section('unneeded', 'words that nothing needs', renderUnneeded(review)),
    section('replay', 'the replay', renderReplay(replay, profile)),
    detail('risks', 'the dangers of the profile', renderRisks(review)),
    section('trail', 'where it ran', trail ? renderTrail(trail, verified) : '')
  ]
}
