import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

import { abortError } from '../errors.ts'

/**
 * Waits for the work, but only until the signal is aborted.
 *
 * @throws the work's error, or the signal's reason
 */
export async function orAborted<T>(
  work: Promise<T>,
  signal: AbortSignal
): Promise<T> {
  // The rejection of the race's loser must not go unhandled.
  work.catch(() => undefined)
  if (signal.aborted) throw abortError(signal)
  const settled = new AbortController()
  const aborted = once(signal, 'abort', { signal: settled.signal }).then(() => {
    throw abortError(signal)
  })
  aborted.catch(() => undefined)
  try {
    return await Promise.race([work, aborted])
  } finally {
    settled.abort()
  }
}

/** Waits this many milliseconds for the work; undefined if it takes longer. */
export async function within<T extends object>(
  work: Promise<T>,
  ms: number
): Promise<T | undefined> {
  work.catch(() => undefined)
  const settled = new AbortController()
  const late = sleep(ms, undefined, { signal: settled.signal })
  late.catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    settled.abort()
  }
}
