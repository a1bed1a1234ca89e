import type { ProfileDiff } from '../profile/diff.ts'
import { codeSpan, prose } from '../text/markdown.ts'
import type { Findings } from '../verdict/findings.ts'
import type { Publication } from '../verdict/publication.ts'
import { isPublished } from '../verdict/publication.ts'
import {
  renderAdded,
  renderByPolicy,
  renderChanged,
  renderDenied,
  renderRemoved,
  renderSettings
} from './calls.ts'
import { renderDrift, renderPortable } from './elsewhere.ts'
import {
  renderDenyList,
  renderGoverned,
  renderPending,
  renderSize,
  renderUnknown,
  renderUnseen
} from './profile.ts'
import { renderAccept, renderPatch } from './publication.ts'
import { renderCalls, renderLeftOut, renderRecording } from './recording.ts'
import { renderReplay } from './replay.ts'
import { joinSections, RANK, type Section } from './sections.ts'
import { callBy, count, some } from './words.ts'

/** The run's one line, for the log and a failed step. */
export function headline(findings: Findings): string {
  return findings.replay.failure?.message ?? verdictLine(findings)
}

/** The same as Markdown, if the replay did not fail. */
function verdictLine(findings: Findings): string {
  const { judgement, diff, profile, isDenyList, governed } = findings
  const file = codeSpan(profile)
  const { denied } = judgement
  if (denied.length > 0) {
    const are = denied.length === 1 ? 'is' : 'are'
    return `${count(denied)} ${are} needed but denied, so ${file} was not written: ${some(denied, ({ name, line }) => callBy(name, line))}`
  }
  if (isDenyList) {
    return governed.length === 0
      ? `${file} denies nothing that the tests used, and lets everything else through`
      : `the tests used ${some(governed, codeSpan)}, which ${file} denies`
  }
  switch (judgement.verdict) {
    case 'created':
      return `${file} was created: it allows ${count(diff.added)}`
    case 'added':
      return `${count(diff.added)} that ${file} did not allow: ${some(diff.added, codeSpan)}`
    case 'removed':
      return `${count(diff.removed)} left ${file}: ${some(diff.removed, codeSpan)}`
    case 'changed':
      return `${file} changes: ${whatChanged(diff)}`
    case 'unchanged':
      return `${file} is what the tests need`
  }
}

function whatChanged({ changed, removed, settings }: ProfileDiff): string {
  const parts = [
    changed.length > 0 ? `${count(changed)} treated differently` : '',
    removed.length > 0 ? `${count(removed)} no longer allowed` : '',
    settings.length > 0 ? settings.map(codeSpan).join(', ') : ''
  ]
  return parts.filter(part => part !== '').join('; ')
}

/** What a run did with the new profile. */
export interface Done {
  /** Whether it was committed; undefined if there is no new profile. */
  publication?: Publication | undefined
  /** The change of the profile for `git apply`; '' or undefined for none. */
  patch?: string | undefined
}

/** The report as GitHub's Markdown, whole. */
export function renderReport(findings: Findings, done: Done = {}): string {
  return joinSections(reportSections(findings, done))
}

/** The report in sections, for summary, comment and file. */
export function reportSections(
  findings: Findings,
  { publication, patch }: Done = {}
): Section[] {
  const { judgement, replay, profile } = findings
  const { verdict, denied } = judgement
  const isDenied = denied.length > 0
  const hasFailed = replay.result === 'failed'
  const line = hasFailed
    ? `the new ${codeSpan(profile)} could not be shown to work, so it was not written`
    : verdictLine(findings)
  const isWritten = verdict !== 'unchanged' && !isDenied && !hasFailed
  const section = (
    rank: keyof typeof RANK,
    name: string,
    text: string
  ): Section => ({ rank: RANK[rank], name, text })
  return [
    section(
      'verdict',
      'the verdict',
      `## ${isDenied || hasFailed ? '⛔' : MARKS[verdict]} seccomp-lock: ${line}`
    ),
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
    section(
      'newCalls',
      'new system calls',
      verdict === 'created' ? renderByPolicy(findings) : renderAdded(findings)
    ),
    section(
      'drift',
      'runner drift',
      verdict === 'created' ? '' : renderDrift(findings)
    ),
    section('removed', 'calls no longer allowed', renderRemoved(findings)),
    section('changed', 'calls treated differently', renderChanged(findings)),
    section('settings', 'settings', renderSettings(findings)),
    section(
      'accept',
      'how to accept it',
      isWritten ? renderAccept(findings, publication) : ''
    ),
    section(
      'patch',
      'the patch',
      isWritten && patch && !isPublished(publication) ? renderPatch(patch) : ''
    ),
    section('unseen', 'calls not seen', renderUnseen(findings)),
    section('pending', 'calls kept for now', renderPending(findings)),
    section(
      'ownRules',
      'calls that your own rules cover',
      renderGoverned(findings)
    ),
    section('denyList', 'the deny-list', renderDenyList(findings)),
    section(
      'unknownNames',
      'names that are not system calls',
      renderUnknown(findings)
    ),
    section(
      'size',
      'the size of the profile',
      isDenied || findings.isDenyList ? '' : renderSize(findings)
    ),
    section(
      'replay',
      'the replay',
      hasFailed ? '' : renderReplay(replay, profile)
    ),
    section('recording', 'notes on the recording', renderRecording(findings)),
    section('makers', 'who made which call', renderCalls(findings)),
    section(
      'portable',
      'calls added for other systems',
      renderPortable(findings)
    ),
    section('leftOut', 'calls left out', renderLeftOut(findings)),
    section(
      'provenance',
      'how it was recorded',
      `<sub>${prose(findings.provenance)}</sub>`
    )
  ]
}

const MARKS = {
  created: '🆕',
  added: '🔺',
  changed: '🔶',
  removed: '🔻',
  unchanged: '✅'
} as const
