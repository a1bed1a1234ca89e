import { isPlain, prose } from '../text/markdown.ts'
import type { Findings } from '../verdict/findings.ts'
import type { Trail } from '../verdict/outcome.ts'
import type { Publication } from '../verdict/publication.ts'
import { isPublished } from '../verdict/publication.ts'
import { renderDenied } from './denied.ts'
import { renderDrift, renderPortable } from './elsewhere.ts'
import {
  renderDenyList,
  renderGoverned,
  renderPending,
  renderUnknown,
  renderUnseen
} from './profile.ts'
import { renderPatch, sayPublication } from './publication.ts'
import { renderCalls, renderLeftOut, renderRecording } from './recording.ts'
import { renderReplay } from './replay.ts'
import {
  renderDangers,
  renderNumbers,
  renderOrdinary,
  renderOthers,
  renderRisks,
  renderUnneeded
} from './review/changes.ts'
import { renderDecision } from './review/decide.ts'
import { type Headline, headlineOf } from './review/headline.ts'
import { renderTrail } from './review/trail.ts'
import { joinSections, RANK, type Section } from './sections.ts'

/** The run's one line, for the log and a failed step. */
export function headline(findings: Findings): string {
  return findings.replay.failure?.message ?? headlineOf(findings).line
}

/** What a run did with the new profile, and what people can do. */
export interface Done {
  /** Whether it was committed; undefined if there is no new profile. */
  publication?: Publication | undefined
  /** The change of the profile for `git apply`; '' or undefined for none. */
  patch?: string | undefined
  /** The label that accepts it; undefined where none can. */
  label?: string | undefined
  trail?: Trail | undefined
  /** Whether this run was to commit it. */
  isAsked?: boolean
}

/** The report as GitHub's Markdown, whole. */
export function renderReport(findings: Findings, done: Done = {}): string {
  return joinSections(reportSections(findings, done))
}

/** A result as a heading. */
export const renderHeading = ({ mark, line }: Headline): string =>
  `### 🔒 seccomp-lock: ${mark} ${line}`

/** The report in sections, for summary, comment and file. */
export function reportSections(
  findings: Findings,
  { publication, patch, label, trail, isAsked = false }: Done = {}
): Section[] {
  const { judgement, replay, profile, review } = findings
  const { verdict, denied } = judgement
  const isDenied = denied.length > 0
  const hasFailed = replay.result === 'failed'
  const isUnfit = isDenied || hasFailed
  const hasNew = verdict !== 'unchanged' && !isUnfit
  const hasPatch = hasNew && Boolean(patch) && !isPublished(publication)
  return [
    section('verdict', 'the verdict', renderHeading(headlineOf(findings))),
    section('numbers', 'the numbers', renderNumbers(review, triedOf(findings))),
    section(
      'failedReplay',
      'the replay',
      hasFailed ? renderReplay(replay, profile) : ''
    ),
    section(
      'denied',
      'needed but denied',
      isDenied ? renderDenied(findings) : ''
    ),
    section('dangers', 'what is dangerous', renderDangers(review)),
    section('ordinary', 'ordinary calls', renderOrdinary(review)),
    section('others', 'other differences', renderOthers(review)),
    section('denyList', 'the deny-list', renderDenyList(findings)),
    section(
      'accept',
      'how to accept it',
      isUnfit
        ? ''
        : renderDecision({
            review,
            profile,
            isFirst: verdict === 'created',
            hasNew,
            publication,
            label,
            hasPatch: hasPatch && isPlain(patch ?? '')
          })
    ),
    section('patch', 'the patch', hasPatch && patch ? renderPatch(patch) : ''),
    (isAsked ? section : detail)(
      'left',
      'why it is not committed',
      publication?.kind === 'left'
        ? `<sub>${sayPublication(publication)}</sub>`
        : ''
    ),
    section('unneeded', 'words that nothing needs', renderUnneeded(review)),
    detail(
      'drift',
      'runner drift',
      verdict === 'created' ? '' : renderDrift(findings)
    ),
    detail('risks', 'the dangers of the profile', renderRisks(review)),
    detail('unseen', 'calls not seen', renderUnseen(findings)),
    detail('pending', 'calls kept for now', renderPending(findings)),
    detail(
      'ownRules',
      'calls that your own rules cover',
      renderGoverned(findings)
    ),
    detail(
      'unknownNames',
      'names that are not system calls',
      renderUnknown(findings)
    ),
    detail(
      'replay',
      'the replay',
      hasFailed ? '' : renderReplay(replay, profile)
    ),
    detail('recording', 'notes on the recording', renderRecording(findings)),
    detail('makers', 'who made which call', renderCalls(findings)),
    detail(
      'portable',
      'calls added for other systems',
      renderPortable(findings)
    ),
    detail('leftOut', 'calls left out', renderLeftOut(findings)),
    detail(
      'provenance',
      'how it was recorded',
      `<sub>${prose(findings.provenance)}</sub>`
    ),
    section('trail', 'where it ran', trail ? renderTrail(trail, findings) : '')
  ]
}

const triedOf = ({ replay: { result } }: Findings) =>
  result === 'failed' ? 'failed' : result === 'skipped' ? 'not tried' : 'passed'

/** A section for everywhere. */
export const section = (
  rank: keyof typeof RANK,
  name: string,
  text: string
): Section => ({ rank: RANK[rank], name, text })

/** A section for the summary and the file alone. */
export const detail = (
  rank: keyof typeof RANK,
  name: string,
  text: string
): Section => ({ ...section(rank, name, text), isDetail: true })
