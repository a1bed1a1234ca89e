import type { Denied } from '../candidate/candidate.ts'
import type { Calls } from '../candidate/policy.ts'
import { isManaged } from '../profile/managed.ts'
import { findPlaces } from '../profile/positions.ts'
import type { Profile } from '../profile/types.ts'
import { sayWhy } from '../replay/failure.ts'
import type { Replay } from '../replay/replay.ts'
import type { Danger } from '../syscalls/danger.ts'
import { parseJson } from '../text/json.ts'
import { codeSpan, oneLine, shortened } from '../text/markdown.ts'
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

/** An annotation on the line of each new call. */
export function annotateAdded(input: {
  /** The profile, and the text that it was written as. */
  profile: Profile
  text: string
  added: readonly string[]
  /** How a call's treatment changed that was allowed in part before. */
  ways: ReadonlyMap<string, string>
  /** Calls in the profile only because of the policy. */
  byPolicy: Calls
  /** Calls that the runner's runtime makes. */
  drift: readonly string[]
  /** Calls added so that the profile works elsewhere. */
  portable: readonly { name: string }[]
  fails: boolean
}): Annotation[] {
  const { profile, text, added, ways, byPolicy, fails } = input
  const drift = new Set(input.drift)
  const portable = new Set(input.portable.map(({ name }) => name))
  const { positionOf } = parseJson(text, 'the profile')
  const level = fails ? 'error' : 'notice'
  const lineOf = (name: string) => {
    const rule = profile.syscalls.findIndex(
      r => isManaged(r) && r.names.includes(name)
    )
    // A user's own rule may have changed what the call means.
    if (rule < 0) return findPlaces(text).first(name)?.line ?? 1
    const index = profile.syscalls[rule]?.names.indexOf(name) ?? 0
    return positionOf(['syscalls', rule, 'names', index]).line
  }
  const whence = (name: string) => {
    const line = byPolicy.get(name)
    if (line !== undefined) {
      return `It was added because of ${codeSpan(`allow: ${line}`)}`
    }
    if (drift.has(name)) {
      return "The runner's runtime makes it to start a container"
    }
    return portable.has(name)
      ? 'It was added so that the profile works with another runtime, libc or kernel'
      : 'The tests made it'
  }
  const saidOf = (name: string) => {
    const way = ways.get(name)
    return way === undefined
      ? `New system call: ${name}. ${whence(name)}, and the committed profile does not allow it.`
      : `System call allowed in more ways: ${name}. ${way}.`
  }
  return limited(
    level,
    added,
    name => ({
      place: { line: lineOf(name) },
      message: saidOf(name)
    }),
    rest => `${rest.length} more new system calls.`
  )
}

/** An annotation on each needed but denied call, where the file names it. */
export function annotateDenied(input: {
  denied: readonly Denied[]
  danger: (name: string) => Danger
  /** The committed profile, if there is one. */
  text: string | undefined
}): Annotation[] {
  const { denied, danger, text } = input
  if (denied.length === 0) return []
  const placeOf = findPlaces(text).first
  return limited(
    'error',
    denied,
    call => {
      const { why } = danger(call.name)
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
