import { abortError } from '../errors.ts'

/**
 * Runs `work`, and `stop` if that takes longer than `timeoutMs` or the run is
 * cancelled. Always waits for `work` to end.
 *
 * @throws the signal's reason if the run was cancelled
 */
export async function withDeadline<T>(
  work: () => Promise<T>,
  stop: () => Promise<unknown>,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal }
): Promise<{ value: T; timedOut: boolean }> {
  refuseAborted(signal)
  let timedOut = false
  let stopping: Promise<unknown> = Promise.resolve()
  const end = () => {
    stopping = stop()
    // A failure to stop comes out below; here it must not go unhandled.
    stopping.catch(() => undefined)
  }
  const timer = setTimeout(() => {
    timedOut = true
    end()
  }, timeoutMs)
  signal.addEventListener('abort', end, { once: true })
  try {
    const value = await work()
    await stopping
    refuseAborted(signal)
    return { value, timedOut }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', end)
  }
}

function refuseAborted(signal: AbortSignal): void {
  if (signal.aborted) throw abortError(signal)
}
