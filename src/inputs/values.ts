import { UserError } from '../errors.ts'
import { describeValue } from './input.ts'
import {
  type Choice,
  choicesOf,
  type InputName,
  INPUTS,
  type NameOf
} from './table.ts'

/** Asks for an input's value, '' where it is not set. */
export type Get = (name: InputName) => string

/**
 * The error of an input that is not what the table allows.
 *
 * @param allowed what is allowed, where there is more to say
 */
export function invalid(
  name: InputName,
  got: string,
  allowed = describeValue(INPUTS[name].value)
): UserError {
  return new UserError(
    `input ${name}: ${JSON.stringify(got)} is not ${allowed}`,
    {
      code: 'input',
      hint: `Set \`${name}\` in the workflow step to ${allowed}.`
    }
  )
}

/** The error of an input that has to be set. */
export function empty(name: InputName): UserError {
  return new UserError(`input ${name}: is required, and empty`, {
    code: 'input',
    hint: `Set \`${name}\` in the workflow step.`
  })
}

/**
 * One of the words that the table allows.
 *
 * @throws UserError
 */
export function oneOf<Name extends NameOf<'choice'>>(
  name: Name,
  get: Get
): Choice<Name> {
  const got = get(name)
  const value = choicesOf(name).find(choice => choice === got)
  if (value === undefined) throw invalid(name, got)
  return value
}

/**
 * A whole number.
 *
 * @throws UserError
 */
export function count(name: NameOf<'count'>, get: Get): number {
  const got = get(name)
  const { from, to } = INPUTS[name].value
  const value = /^\d+$/.test(got) ? Number(got) : NaN
  if (!(value >= from && value <= to)) throw invalid(name, got)
  return value
}

/**
 * A time.
 *
 * @returns milliseconds
 * @throws UserError
 */
export function duration(name: NameOf<'duration'>, get: Get): number {
  const got = get(name)
  const { unit, atMost } = INPUTS[name].value
  const value = /^\d+(\.\d+)?$/.test(got) ? Number(got) : NaN
  if (!(value > 0 && value <= atMost)) throw invalid(name, got)
  return value * MILLISECONDS[unit]
}

const MILLISECONDS = { seconds: 1000, minutes: 60_000 }

/**
 * A path's text. Control characters in a path are always a mistake.
 *
 * @throws UserError
 */
export function plainPath(name: NameOf<'path'>, get: Get): string {
  const got = get(name)
  // eslint-disable-next-line no-control-regex
  if (/[\x00-\x1f\x7f]/.test(got)) throw invalid(name, got)
  return got
}

/** The lines of an input, without empty ones and the space around each. */
export function lines(value: string): string[] {
  return value
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')
}
