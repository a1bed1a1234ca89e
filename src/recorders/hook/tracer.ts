import { listProcesses } from '../../host/processes.ts'

/**
 * The hook's tracing process for one output path, which is on its command line
 * (`oci-seccomp-bpf-hook -r PID -o PATH -i ''`).
 *
 * @returns its process ID, or undefined if there is none
 */
export async function findTracer(output: string): Promise<number | undefined> {
  const tracer = (await listProcesses()).find(
    ({ argv }) => argv[1] === '-r' && argv[3] === '-o' && argv[4] === output
  )
  return tracer?.pid
}

/** A watch on the tracing process while the container starts. */
export interface TracerWatch {
  /**
   * Whether the tracing process ended early: it compiles for up to 10 s, and if
   * it dies meanwhile, that is reported only when they are over.
   */
  crashed(): boolean
  stop(): void
}

const POLL_MS = 500

/** A tracing process that has existed for this long has attached. */
const ATTACHED_MS = 12_000

/** A tracing process that has not been seen for this long is gone. */
const GONE_MS = 3_000

/** Looks for the tracing process until it has attached, or until stopped. */
export function watchTracer(output: string): TracerWatch {
  let firstSeen: number | undefined
  let lastSeen = 0
  let isLooking = false
  const timer = setInterval(() => {
    if (isLooking) return
    isLooking = true
    const look = findTracer(output).then(pid => {
      isLooking = false
      if (pid === undefined) return
      lastSeen = Date.now()
      firstSeen ??= lastSeen
      if (lastSeen - firstSeen > ATTACHED_MS) clearInterval(timer)
    })
    // If /proc cannot be read, there is nothing to see.
    look.catch(() => undefined)
  }, POLL_MS)
  timer.unref()
  return {
    crashed: () => Date.now() - lastSeen > GONE_MS,
    stop: () => {
      clearInterval(timer)
    }
  }
}
