import { listProcesses } from '../processes.js'

/**
 * The hook's tracing process for one output path, which is on its command
 * line (`oci-seccomp-bpf-hook -r PID -o PATH -i ''`).
 *
 * @returns its process ID, or undefined where there is none
 */
export async function findTracer(output: string): Promise<number | undefined> {
  const tracer = (await listProcesses()).find(
    ({ argv }) => argv[1] === '-r' && argv[3] === '-o' && argv[4] === output
  )
  return tracer?.pid
}

/** A look-out for the tracing process while the container starts. */
export interface TracerWatch {
  /**
   * Whether the tracing process has ended before its time: it compiles for up
   * to 10 s, and one that dies in it is reported only when these are over.
   */
  crashed(): boolean
  stop(): void
}

const POLL_MS = 200

/** Looks for the tracing process every 200 ms until stopped. */
export function watchTracer(output: string): TracerWatch {
  let present = false
  let looks = 0
  const timer = setInterval(() => {
    void findTracer(output).then(pid => {
      present = pid !== undefined
      // One look each while a failing start goes on; it lasts 10 s.
      looks = present ? 0 : looks + 1
    })
  }, POLL_MS)
  timer.unref()
  return {
    crashed: () => !present && looks >= 10,
    stop: () => {
      clearInterval(timer)
    }
  }
}
