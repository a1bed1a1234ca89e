import type { Denied } from '../candidate/candidate.ts'
import { isManaged } from '../profile/managed.ts'
import { parseProfile } from '../profile/parse.ts'
import { findPlaces } from '../profile/positions.ts'
import { sayWhy } from '../replay/failure.ts'
import type { Replay } from '../replay/replay.ts'
import { dangerOf } from '../syscalls/danger.ts'
import { type JsonPath, parseJson } from '../text/json.ts'
import { codeSpan, oneLine, shortened } from '../text/markdown.ts'
import type { Finding, Subject } from '../verdict/finding.ts'
import type { Review } from '../verdict/review.ts'
import type { Risk } from '../verdict/risks.ts'
import type { Reason } from '../verdict/verdict.ts'
import { sayMaker } from './review/maker.ts'
import { callBy, sayUnknown, some, whyNeeded } from './words.ts'

/** An annotation of the run, on a line of the profile if it is about one. */
export interface Annotation {
  /** `error` only for what fails the run. */
  level: 'error' | 'warning' | 'notice'
  /** In the profile's file; line and column count from 1. */
  place?: { line: number; column?: number } | undefined
  /** In one line, of {@link MAX_MESSAGE} characters at most. */
  message: string
}

/** In UTF-16 units; no reader wants more in the margin. */
const MAX_MESSAGE = 4096

/**
 * GitHub shows ten annotations of a type a step and drops the others. A step
 * that fails adds one error, with its headline; other parts of a run also give
 * warnings.
 */
export const MAX_ANNOTATIONS = { error: 9, warning: 5, notice: 10 } as const

/**
 * An annotation on each call and setting that is new and opens the profile, and
 * on each danger that the workflow does not name, the dangerous ones first.
 *
 * @param review sorted, the dangerous findings first
 */
export function annotateReview(input: {
  review: Review
  /** Why the run fails. */
  reasons: readonly Reason[]
  /** The file that the reader sees, if there is one. */
  text: string | undefined
}): Annotation[] {
  const { review, reasons, text } = input
  const { findings, unnamed } = review
  const isUnnamed = (subject: Subject) =>
    unnamed.some(risk => isSame(risk.subject, subject))
  const opened = findings.filter(({ effect }) => effect === 'opens')
  const old = unnamed.filter(
    ({ subject }) => !opened.some(finding => isSame(finding.subject, subject))
  )
  const isBlamed = ({ subject, comparison }: Finding) =>
    isUnnamed(subject)
      ? reasons.includes('dangerous')
      : comparison === 'needed' && reasons.includes('added')
  const placeOf = findSubjects(text)
  const remark = (risk: Finding | Risk) => ({
    place: placeOf(risk.subject),
    message: sayAnnotation(risk, isUnnamed(risk.subject))
  })
  const onRest = (rest: readonly (Finding | Risk)[]) =>
    `${rest.length} more: ${some(rest, ({ subject }) => subject.name)}.`
  return [
    ...limited(
      reasons.includes('dangerous') ? 'error' : 'notice',
      old,
      remark,
      onRest
    ),
    ...limited('error', opened.filter(isBlamed), remark, onRest),
    ...limited(
      'notice',
      opened.filter(finding => !isBlamed(finding)),
      remark,
      onRest
    )
  ]
}

function sayAnnotation(risk: Finding | Risk, isUnnamed: boolean): string {
  const { subject, danger, maker } = risk
  const { level, brief } = danger
  const kind = KINDS[subject.kind]
  const what = level === 'none' ? `New ${kind}` : `${LEVELS[level]} ${kind}`
  const lets = brief === undefined ? '' : `, which lets an intruder ${brief}`
  const made =
    subject.kind === 'call' && maker.by !== 'unknown'
      ? ` Made by: ${sayMaker(maker)}.`
      : ''
  const way = 'way' in risk && risk.way !== undefined ? ` ${risk.way}.` : ''
  const word = isUnnamed
    ? ' The input `accept-dangerous` does not name it.'
    : ''
  const name = subject.kind === 'file' ? 'the file is deleted' : subject.name
  return `${what}: ${name}${lets}.${way}${made}${word}`
}

const KINDS = {
  call: 'system call',
  setting: 'setting',
  file: 'change'
} as const
const LEVELS = { notable: 'Notable', dangerous: 'Dangerous' } as const

const isSame = (a: Subject, b: Subject) =>
  a.kind === b.kind && a.name === b.name

/**
 * Where a file says something, or would say it: a call on its own line, or on
 * that of the name before it in the managed rule; a setting on that of its key.
 */
function findSubjects(
  text: string | undefined
): (subject: Subject) => Annotation['place'] {
  if (text === undefined) return () => undefined
  const { first } = findPlaces(text)
  const { positionOf } = parseJson(text, 'the profile')
  const { syscalls } = parseProfile(text, 'the profile')
  const names = syscalls.find(isManaged)?.names.toSorted() ?? []
  return ({ kind, name }) => {
    if (kind === 'setting') return keyPlace(name, positionOf)
    if (kind === 'file') return { line: 1 }
    const before = names.findLast(other => other < name)
    const near = before === undefined ? undefined : first(before)
    return first(name) ?? { line: near?.line ?? 1 }
  }
}

function keyPlace(
  setting: string,
  positionOf: (path: JsonPath) => { line: number }
): { line: number } {
  const key = setting.startsWith('architecture')
    ? 'architectures'
    : (KEYS[setting] ?? 'defaultAction')
  return { line: positionOf([key]).line }
}

const KEYS: Record<string, string> = {
  'errno-0': 'defaultErrnoRet',
  listener: 'listenerPath',
  flags: 'flags'
}

/** An annotation on each needed but denied call, where the file names it. */
export function annotateDenied(input: {
  denied: readonly Denied[]
  /** The committed profile, if there is one. */
  text: string | undefined
}): Annotation[] {
  const { denied, text } = input
  if (denied.length === 0) return []
  const placeOf = findPlaces(text).first
  return limited(
    'error',
    denied,
    call => {
      const { why } = dangerOf(call.name)
      return {
        place: placeOf(call.name),
        message: `Denied: ${callBy(call.name, call.line)}, but ${whyNeeded(call)}. ${why === undefined ? '' : `${why} `}The profile was not written; the report says what to do.`
      }
    },
    rest =>
      `${rest.length} more denied calls that are needed: ${some(rest, ({ name }) => codeSpan(name))}.`
  )
}

/**
 * An annotation on each call that was wrongly refused, where the file names it,
 * or on the first line.
 */
export function annotateRefused({
  replay: { denied, result },
  profile,
  text
}: {
  replay: Replay
  profile: string
  /** The committed profile, if there is one. */
  text: string | undefined
}): Annotation[] {
  if (result !== 'failed') return []
  const { first } = findPlaces(text)
  return limited(
    'error',
    denied.filter(({ why }) => why.kind !== 'default'),
    ({ name, programs, why }) => ({
      place:
        (why.kind === 'rule' ? why.at : first(name)) ??
        (text === undefined ? undefined : { line: 1 }),
      message: `Refused: ${codeSpan(name)}${programs.length > 0 ? `, made by ${some(programs, ({ comm }) => codeSpan(comm))}` : ''}: ${sayWhy(why, profile)}.`
    }),
    rest =>
      `${rest.length} more refused calls: ${some(rest, ({ name }) => codeSpan(name))}.`
  )
}

/** An annotation on each name of the committed profile that is not a call. */
export function annotateUnknown(input: {
  unknown: readonly string[]
  /** The committed profile, if there is one. */
  text: string | undefined
}): Annotation[] {
  const { unknown, text } = input
  if (unknown.length === 0) return []
  const placeOf = findPlaces(text).first
  return limited(
    'warning',
    unknown,
    name => ({ place: placeOf(name), message: sayUnknown(name) }),
    rest =>
      `${rest.length} more names are not system calls that we know: ${some(rest, codeSpan)}.`
  )
}

/** An annotation on each item; of too many, the last one sums up the rest. */
function limited<T>(
  level: Annotation['level'],
  items: readonly T[],
  remark: (item: T) => Omit<Annotation, 'level'>,
  onRest: (rest: readonly T[]) => string
): Annotation[] {
  const max = MAX_ANNOTATIONS[level]
  const shown = items.length > max ? items.slice(0, max - 1) : items
  const rest = items.slice(shown.length)
  const remarks = [
    ...shown.map(remark),
    ...(rest.length > 0 ? [{ place: { line: 1 }, message: onRest(rest) }] : [])
  ]
  return remarks.map(({ place, message }) => ({
    level,
    place,
    message: shortened(oneLine(message), MAX_MESSAGE - 1)
  }))
}
