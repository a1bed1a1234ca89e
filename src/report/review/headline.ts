import { codeSpan } from '../../text/markdown.ts'
import { type Finding, isDangerous } from '../../verdict/finding.ts'
import type { Findings } from '../../verdict/findings.ts'
import type { Review } from '../../verdict/review.ts'
import type { Risk } from '../../verdict/risks.ts'
import { callBy, count, some } from '../words.ts'
import { few, saySetting } from './subject.ts'

/** A result in one line of Markdown, and the mark before it. */
export interface Headline {
  mark: string
  line: string
}

/** The result of a run. */
export function headlineOf(findings: Findings): Headline {
  const { judgement, review, replay, isDenyList } = findings
  const file = codeSpan(findings.profile)
  const { denied } = judgement
  if (replay.result === 'failed') {
    const line = `the new ${file} could not be shown to work, so it was not written`
    return { mark: '⛔', line }
  }
  if (denied.length > 0) {
    const are = denied.length === 1 ? 'is' : 'are'
    const line = `${count(denied)} ${are} needed but denied, so ${file} was not written: ${some(denied, ({ name, line }) => callBy(name, line))}`
    return { mark: '⛔', line }
  }
  if (review.unnamed.length > 0) {
    return { mark: '❌', line: sayUnnamed(review, file) }
  }
  if (isDenyList) return { mark: '⚠️', line: sayDenyList(findings, file) }
  return neededLine(findings, file) ?? proposedLine(review, file)
}

/** The result of `mode: verify` where the tests pass. */
export function verifiedHeadline(
  review: Review,
  profile: string,
  isDenyList: boolean,
  isWatched: boolean
): Headline {
  const file = codeSpan(profile)
  if (review.unnamed.length > 0) {
    return { mark: '❌', line: sayUnnamed(review, file) }
  }
  const proposed =
    review.findings.length > 0 ? proposedLine(review, file) : undefined
  if (proposed) {
    const mark = isDenyList ? '⚠️' : proposed.mark
    return { mark, line: proposed.line.replace('locked', 'verified') }
  }
  if (isDenyList) {
    const line = `the tests pass under ${file}, which lets through whatever it does not list`
    return { mark: '⚠️', line }
  }
  const refuses = isWatched ? ', which refuses nothing that they need' : ''
  return { mark: '✅', line: `the tests pass under ${file}${refuses}` }
}

/** Dangers that the workflow does not name. */
function sayUnnamed({ unnamed, findings }: Review, file: string): string {
  if (unnamed.some(({ subject }) => subject.kind === 'file')) {
    return `this change deletes ${file}`
  }
  const settings = unnamed.filter(({ subject }) => subject.kind === 'setting')
  const calls = unnamed.filter(({ subject }) => subject.kind === 'call')
  const said = [
    ...settings.map(({ subject }) => `${file} ${saySetting(subject.name)}`),
    ...(calls.length > 0 ? [sayCalls(calls, findings, file)] : [])
  ]
  return said.join('; ')
}

function sayCalls(
  calls: readonly Risk[],
  findings: readonly Finding[],
  file: string
): string {
  const names = calls.map(({ subject }) => subject.name)
  const opened = namesOf(findings.filter(isNewCall))
  const dangerous = `${calls.length} dangerous call${calls.length === 1 ? '' : 's'}`
  if (!names.every(name => opened.includes(name))) {
    return `${dangerous} in ${file} that the workflow does not name: ${few(names)}`
  }
  const among =
    opened.length === names.length
      ? `${calls.length} new dangerous call${calls.length === 1 ? '' : 's'}`
      : `${dangerous} among ${opened.length} new ones`
  return `${among} in ${file}: ${few(names)}`
}

const isNewCall = ({ subject, effect }: Finding) =>
  subject.kind === 'call' && effect === 'opens'

/** The names of findings, each once. */
const namesOf = (findings: readonly Finding[]) => [
  ...new Set(findings.map(({ subject }) => subject.name))
]

function sayDenyList({ governed }: Findings, file: string): string {
  return governed.length === 0
    ? `${file} denies nothing that the tests used, and lets everything else through`
    : `the tests used ${some(governed, codeSpan)}, which ${file} denies`
}

/** What the tests need of the file, if anything. */
function neededLine(
  { judgement, review, diff }: Findings,
  file: string
): Headline | undefined {
  const needed = review.findings.filter(f => f.comparison === 'needed')
  switch (judgement.verdict) {
    case 'created': {
      const line = `a first ${file}: ${count(diff.added)}, ${sayDanger(needed)}`
      return { mark: '🆕', line }
    }
    case 'added':
      return { mark: '🔺', line: sayNew(needed, file) }
    case 'removed': {
      const line = `${count(diff.removed)} left ${file}: ${few(diff.removed)}`
      return { mark: '🔻', line }
    }
    case 'changed': {
      const line = `${file} changes: ${sayChanges(needed)}`
      return { mark: '🔶', line }
    }
    case 'unchanged':
      return undefined
  }
}

function sayNew(needed: readonly Finding[], file: string): string {
  const calls = needed.filter(isNewCall)
  if (calls.length === 0) return `${file} ${saySettings(needed)}`
  const are = `${calls.length} new call${calls.length === 1 ? '' : 's'}`
  return `${are} in ${file}, ${sayDanger(calls)}: ${few(namesOf(calls))}`
}

const saySettings = (findings: readonly Finding[]) =>
  findings
    .filter(f => f.subject.kind === 'setting' && f.effect === 'opens')
    .map(({ subject }) => saySetting(subject.name))
    .join(', ')

/** How many are dangerous; all of them are accepted, or this is not said. */
function sayDanger(findings: readonly Finding[]): string {
  const dangerous = findings.filter(isNewCall).filter(isDangerous).length
  return dangerous === 0 ? 'none dangerous' : `${dangerous} dangerous, accepted`
}

function sayChanges(findings: readonly Finding[]): string {
  const calls = (effect: Finding['effect']) =>
    findings.filter(f => f.subject.kind === 'call' && f.effect === effect)
  const [changed, closed] = [calls('changes'), calls('narrows')]
  const settings = findings.filter(f => f.subject.kind === 'setting')
  return [
    changed.length > 0
      ? `${count(changed)} treated differently: ${few(namesOf(changed))}`
      : '',
    closed.length > 0
      ? `${count(closed)} no longer allowed: ${few(namesOf(closed))}`
      : '',
    ...new Set(settings.map(({ way }) => codeSpan(way ?? '')))
  ]
    .filter(part => part !== '')
    .join('; ')
}

/** What the change does to the file, where the tests need nothing more. */
function proposedLine({ findings, base }: Review, file: string): Headline {
  if (findings.length === 0) {
    return { mark: '✅', line: `${file} is what the tests need` }
  }
  const calls = findings.filter(isNewCall)
  const isFirst = base.kind === 'read' && !base.hasFile
  const says = (what: string) => ({
    mark: '✅',
    line: `locked. This change ${what}`
  })
  if (isFirst) {
    return says(`adds a first ${file}: ${count(calls)}, ${sayDanger(calls)}`)
  }
  const settings = saySettings(findings)
  if (calls.length === 0 && settings === '') {
    const isNarrower = findings.every(({ effect }) => effect === 'narrows')
    return says(
      `${isNarrower ? 'makes' : 'changes'} ${file}${isNarrower ? ' narrower' : ''}: ${sayChanges(findings)}`
    )
  }
  if (calls.length === 0) return says(`opens ${file}, which now ${settings}`)
  const dangerous = calls.filter(isDangerous).length
  const more = `${calls.length}${dangerous === calls.length ? ' dangerous' : ''} call${calls.length === 1 ? '' : 's'}`
  const among =
    dangerous > 0 && dangerous < calls.length ? `, ${dangerous} dangerous` : ''
  const also = settings === '' ? '' : `; it ${settings}`
  return says(`adds ${more} to ${file}${among}: ${few(namesOf(calls))}${also}`)
}
