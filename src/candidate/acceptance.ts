import { UserError } from '../errors.ts'
import {
  architectureSetting,
  OPENING_SETTINGS
} from '../profile/compare/settings.ts'
import { ARCHITECTURES } from '../syscalls/architectures.ts'
import { nearestName } from '../syscalls/nearest.ts'
import { type Calls, callsOf, contradiction, readLines } from './policy.ts'

/** A word of the input `accept-dangerous`. */
export interface Accepted {
  /**
   * As the workflow names it: `ptrace`, `@debug`, `default-action`,
   * `architecture: x86`.
   */
  word: string
  /** The text after the `#`, without the date; undefined for none. */
  reason: string | undefined
  /** The last day (UTC) that it counts, YYYY-MM-DD. */
  until: string | undefined
  /** The calls that a call or group names; empty for a setting. */
  calls: ReadonlySet<string>
}

/**
 * Reads the input `accept-dangerous`: each line is a call, one of systemd's
 * groups or a setting, then perhaps `until` and a date, then perhaps `#` and a
 * reason, which may end with the date instead.
 *
 * @param deny what the workflow denies
 * @throws UserError for an unknown word, a word that is there twice or also in
 *   `deny`, and a date that does not exist
 */
export function parseAcceptance(
  text: string,
  deny: Calls = new Map()
): Accepted[] {
  const accepted = readLines(text).map(parseLine)
  const words = accepted.map(({ word }) => word)
  const twice = words.find((word, index) => words.indexOf(word) !== index)
  if (twice !== undefined) {
    throw invalid(`names \`${twice}\` twice`, 'Remove one of the two lines.')
  }
  const denied = new Set(deny.values())
  const both = words.find(word => denied.has(word))
  if (both !== undefined) throw contradiction(INPUT, both)
  // What is denied is not accepted with the rest of its group.
  return accepted.map(one => ({
    ...one,
    calls: new Set([...one.calls].filter(name => !deny.has(name)))
  }))
}

/** Whether its last day is over; `today` (UTC) is written like `until`. */
export function hasExpired({ until }: Accepted, today: string): boolean {
  return until !== undefined && until < today
}

const INPUT = 'accept-dangerous'

/** Settings of a profile, and its deletion, that open a container. */
const SETTINGS: readonly string[] = [...OPENING_SETTINGS, 'deleted']
const EXAMPLES = [...SETTINGS, 'architecture: x86']
  .map(word => `\`${word}\``)
  .join(', ')

/** The words for architectures, by each way to name one, in lower case. */
const ARCHITECTURE_WORDS = new Map(
  ARCHITECTURES.flatMap((architecture): [string, string][] => {
    const word = architectureSetting(architecture)
    return [
      [word, word],
      [`architecture: ${architecture.toLowerCase()}`, word]
    ]
  })
)

function parseLine(read: { line: string; comment: string }): Accepted {
  const { word, until } = splitLine(read.line)
  const { reason, until: late } = splitComment(read.comment)
  if (until !== undefined && late !== undefined) {
    throw invalid(`${show(word)} has two dates`, 'Remove one of them.')
  }
  return { ...resolveWord(word), reason, until: until ?? late }
}

/** The word before the `#`, and the date behind it. */
function splitLine(line: string): { word: string; until: string | undefined } {
  const [word = '', until, date, ...more] = line
    .replace(/^architecture\s*:\s*/, 'architecture:')
    .split(/\s+/)
  if (until === undefined) return { word, until: undefined }
  if (until !== 'until' || date === undefined || more.length > 0) {
    const rest = [until, date, ...more].filter(part => part !== undefined)
    throw invalid(
      `${show(rest.join(' '))} follows ${show(word)}`,
      `Only \`until\` and a date may follow, such as \`${EXAMPLE}\`; a reason goes behind a \`#\`, and the next word on the next line.`
    )
  }
  return { word, until: existing(date) }
}

/** The reason behind the `#`, and the date at its end. */
function splitComment(comment: string): Pick<Accepted, 'reason' | 'until'> {
  const found = DATED.exec(comment)
  const [, date, rest = ''] = found ?? []
  if (found === null || date === undefined) {
    return { reason: comment || undefined, until: undefined }
  }
  if (!/^[).]*$/.test(rest)) {
    throw invalid(
      `the date in ${show(comment)} is not at its end`,
      `Write \`${EXAMPLE}\` before the \`#\`, or at the end of the reason.`
    )
  }
  const reason = comment.slice(0, found.index).replace(/[\s,;(]+$/, '')
  return { reason: reason || undefined, until: existing(date) }
}

/** Anything that someone may mean as a date: one that is misread would never end. */
const DATED =
  /\buntil\s+(\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?|\d{1,2}[-./]\d{1,2}[-./]\d{4})(.*)$/is
const EXAMPLE = 'until 2027-06-30'

function existing(date: string): string {
  const day = new Date(`${date}T00:00:00Z`)
  // JavaScript takes February 30 for March 2.
  const exists =
    /^\d{4}-\d{2}-\d{2}$/.test(date) &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(date)
  if (exists) return date
  throw invalid(
    `${show(date)} is not a date`,
    `Write the last day that it counts as in \`${EXAMPLE}\`.`
  )
}

function resolveWord(word: string): Pick<Accepted, 'word' | 'calls'> {
  if (SETTINGS.includes(word)) return { word, calls: new Set() }
  if (/^architecture(:|$)/.test(word)) return resolveArchitecture(word)
  if (/^[^@].*[-:]/.test(word) && nearestName(word) === undefined) {
    throw invalid(
      `${show(word)} is not a setting`,
      `The settings are ${EXAMPLES}.`
    )
  }
  const calls = callsOf(INPUT, word, `, or a setting (${EXAMPLES})`)
  return { word, calls: new Set(calls) }
}

function resolveArchitecture(word: string): Pick<Accepted, 'word' | 'calls'> {
  const name = word.slice('architecture:'.length)
  const known = ARCHITECTURE_WORDS.get(`architecture: ${name.toLowerCase()}`)
  if (known !== undefined) return { word: known, calls: new Set() }
  const names = [...new Set(ARCHITECTURE_WORDS.values())].map(
    value => value.split(' ')[1]
  )
  throw invalid(
    `${show(name)} is not an architecture`,
    `Write one as in \`architecture: x86\`: ${names.join(', ')}.`
  )
}

function invalid(message: string, hint: string): UserError {
  return new UserError(`input ${INPUT}: ${message}`, { code: 'input', hint })
}

function show(text: string): string {
  return JSON.stringify(text)
}
