import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A program that runs beside the containers, such as a tracer. */
export interface Background {
  pid: number | undefined
  /**
   * The lines of its standard output that were not read yet, one character per
   * byte (latin1): a program's name need not be UTF-8.
   */
  lines: AsyncIterator<string, undefined>
  /** The end of its standard error. */
  stderr(): string
  /** How it ended; pending while it runs. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** Whether it has not ended. */
  isRunning(): boolean
  /** Closes its standard input, which tells our own programs to end. */
  closeInput(): void
  kill(signal: NodeJS.Signals): void
  /** Forgets it, so that this process can end while it runs on. */
  abandon(): void
}

/** How a program ended, for the end of a sentence: `by SIGKILL`. */
export function howEnded({
  code,
  signal
}: Awaited<Background['ended']>): string {
  return signal === null ? `with exit code ${code ?? '?'}` : `by ${signal}`
}

/** How much of standard error is kept, in characters. */
const STDERR_KEPT = 16 * 1024

/**
 * Starts a program in the background, its standard input open and empty. Its
 * standard input also closes when this process dies, however it dies.
 *
 * @param argv the program and its arguments
 * @param environment all of its environment
 */
export function startBackground(
  [program = '', ...args]: readonly string[],
  environment: Record<string, string>
): Background {
  const child = spawn(program, args, {
    env: environment,
    stdio: ['pipe', 'pipe', 'pipe']
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-STDERR_KEPT)
  })
  // Input written after its end: it has no reader.
  child.stdin.on('error', () => undefined)
  // Also when we may not kill a process of root's. `ended` gets the first one.
  child.on('error', () => undefined)
  const ended = endOf(child).catch((error: unknown) => {
    stderr += String(error)
    return { code: 127, signal: null }
  })
  return {
    pid: child.pid,
    lines: createInterface(child.stdout.setEncoding('latin1'))[
      Symbol.asyncIterator
    ](),
    stderr: () => stderr,
    ended,
    isRunning: () =>
      child.pid !== undefined &&
      child.exitCode === null &&
      child.signalCode === null,
    closeInput: () => child.stdin.end(),
    kill: signal => child.kill(signal),
    abandon: () => {
      child.unref()
      for (const stream of [child.stdin, child.stdout, child.stderr]) {
        stream.destroy()
      }
    }
  }
}

async function endOf(child: ChildProcess) {
  const [code, signal] = (await once(child, 'close')) as [
    number | null,
    NodeJS.Signals | null
  ]
  return { code, signal }
}
