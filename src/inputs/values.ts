import { UserError } from '../errors.ts'

/** Asks for an input's value, '' where it is not set. */
export type Get = (name: string) => string

/** What an input got, and what is allowed. */
export function invalid(name: string, got: string, allowed: string): UserError {
  return new UserError(
    `input ${name}: ${JSON.stringify(got)} is not ${allowed}`,
    { hint: `Set \`${name}\` in the workflow step to ${allowed}.` }
  )
}

/** An input that has to be set. */
export function empty(name: string): UserError {
  return new UserError(`input ${name}: is required, and empty`, {
    hint: `Set \`${name}\` in the workflow step.`
  })
}

/**
 * One of a few words.
 *
 * @throws UserError
 */
export function oneOf<const T extends string>(
  name: string,
  get: Get,
  allowed: readonly T[]
): T {
  const got = get(name)
  const value = allowed.find(a => a === got)
  if (value === undefined) {
    const choice =
      allowed.length === 1
        ? `\`${allowed.join('')}\``
        : `one of ${allowed.map(a => `\`${a}\``).join(', ')}`
    throw invalid(name, got, choice)
  }
  return value
}

/**
 * A whole number.
 *
 * @throws UserError
 */
export function count(
  name: string,
  get: Get,
  { from, to }: { from: number; to: number }
): number {
  const got = get(name)
  const value = /^\d+$/.test(got) ? Number(got) : NaN
  if (!(value >= from && value <= to)) {
    throw invalid(name, got, `a whole number from ${from} to ${to}`)
  }
  return value
}

/**
 * A time of up to an hour.
 *
 * @returns milliseconds
 * @throws UserError
 */
export function seconds(name: string, get: Get): number {
  const got = get(name)
  const value = /^\d+(\.\d+)?$/.test(got) ? Number(got) : NaN
  if (!(value > 0 && value <= 3600)) {
    throw invalid(name, got, 'a number of seconds above 0 and up to 3600')
  }
  return value * 1000
}

/**
 * A time of up to a day.
 *
 * @returns milliseconds
 * @throws UserError
 */
export function minutes(name: string, get: Get): number {
  const got = get(name)
  const value = /^\d+(\.\d+)?$/.test(got) ? Number(got) : NaN
  if (!(value > 0 && value <= 24 * 60)) {
    throw invalid(name, got, 'a number of minutes above 0 and up to 1440')
  }
  return value * 60_000
}

/**
 * A path's text; control characters in it have never been meant.
 *
 * @throws UserError
 */
export function plainPath(name: string, get: Get): string {
  const got = get(name)
  // eslint-disable-next-line no-control-regex
  if (/[\x00-\x1f\x7f]/.test(got)) {
    throw invalid(name, got, 'a path without control characters')
  }
  return got
}

/** The lines of an input, without the empty ones and the space around. */
export function lines(value: string): string[] {
  return value
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')
}
