import { UserError } from '../errors.ts'
import { ENGINE_NAMES } from '../profile/resolve.ts'
import { OPENING_SETTINGS } from '../profile/settings.ts'
import { type Architecture, ARCHITECTURES } from '../syscalls/architectures.ts'
import { callsOf, type Policy } from './policy.ts'

/** A word of the input `accept-dangerous`. */
export interface Accepted {
  /**
   * A call, a group of calls, a setting, or `deleted` for the file itself:
   * `ptrace`, `@debug`, `default-action`, `architecture: x86`.
   */
  word: string
  /** What follows the `#`, without the date. */
  reason: string | undefined
  /** The last day on which it counts, YYYY-MM-DD, in UTC. */
  until: string | undefined
  /** The calls that it names; none for a setting. */
  calls: ReadonlySet<string>
}

const INPUT = 'accept-dangerous'

/** What can be named besides calls, groups and architectures. */
const SETTINGS: readonly string[] = [...OPENING_SETTINGS, 'deleted']

/**
 * Reads the input `accept-dangerous`: a word a line, then perhaps `until` and a
 * day, then perhaps `#` and a reason, which may end with the `until`.
 *
 * @throws UserError for a word or a day that does not exist, a word that is
 *   there twice, and one that `deny` names, too
 */
export function parseAcceptance(
  text: string,
  { deny }: Pick<Policy, 'deny'>
): Accepted[] {
  const all = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(readLine)
  for (const [index, { word }] of all.entries()) {
    if (all.findIndex(other => other.word === word) < index) {
      throw wrong(`names \`${word}\` twice`, 'Remove one of the lines.')
    }
    if (deny.get(word) === word) {
      throw new UserError(`inputs deny and ${INPUT}: both name \`${word}\``, {
        code: 'input',
        hint: 'Remove it from one of them.'
      })
    }
  }
  return all
}

/** Whether a word's last day has passed. */
export const hasExpired = ({ until }: Accepted, today: string): boolean =>
  until !== undefined && until < today

/** A day at the end of a text, and what is before it. */
const UNTIL = /^(.*?)(?:^|[\s,;(])until\s+(\S*?)[.)]?$/s

function readLine(line: string): Accepted {
  const [what = '', ...rest] = line.split('#')
  const said = rest.join('#').trim()
  const before = splitDay(what.trim())
  const behind = splitDay(said)
  const reason = behind.text.replace(/[\s,;(]+$/, '')
  const days = [before.day, behind.day].filter(day => day !== undefined)
  return {
    ...readWord(before.text.trim()),
    reason: reason === '' ? undefined : reason,
    // The earlier one, if there are two.
    until: days.sort()[0]
  }
}

function splitDay(text: string): { text: string; day: string | undefined } {
  const [, before, day] = UNTIL.exec(text) ?? []
  if (before === undefined || day === undefined) return { text, day: undefined }
  if (!isDay(day)) {
    throw wrong(
      `${JSON.stringify(day)} is not a day`,
      'Write it as `until 2027-06-30`.'
    )
  }
  return { text: before, day }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function readWord(text: string): Pick<Accepted, 'word' | 'calls'> {
  const [, name] = /^architecture\s*:\s*(.*)$/i.exec(text) ?? []
  if (name !== undefined) {
    const word = `architecture: ${architectureOf(name)}`
    return { word, calls: new Set() }
  }
  if (SETTINGS.includes(text)) return { word: text, calls: new Set() }
  if (text.includes('-') && !text.startsWith('@')) {
    throw wrong(
      `${JSON.stringify(text)} is not a setting`,
      `The settings are ${[...SETTINGS, 'architecture: x86'].join(', ')}.`
    )
  }
  return { word: text, calls: new Set(callsOf(INPUT, text)) }
}

/** The name that engines use, of that name or libseccomp's constant. */
function architectureOf(text: string): string {
  const named = ARCHITECTURES.find(
    architecture =>
      architecture === text.toUpperCase() ||
      nameOf(architecture) === text.toLowerCase()
  )
  if (named) return nameOf(named)
  throw wrong(
    `${JSON.stringify(text)} is not an architecture`,
    `The architectures are ${ARCHITECTURES.map(nameOf).join(', ')}.`
  )
}

const nameOf = (architecture: Architecture) =>
  ENGINE_NAMES[architecture] ?? architecture

function wrong(what: string, hint: string): UserError {
  return new UserError(`input ${INPUT}: ${what}`, { code: 'input', hint })
}
