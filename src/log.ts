import { randomUUID } from 'node:crypto'

/** The parts of @actions/core that the run's log is made of. */
export interface LogSink {
  startGroup(name: string): void
  endGroup(): void
  info(message: string): void
  warning(message: string): void
  debug(message: string): void
}

/** Takes output as it comes. */
export type Show = (chunk: Uint8Array | string) => void

/** The run's log, in which untrusted output cannot speak to the runner. */
export interface Log {
  /** A line of our own words. */
  info(message: string): void
  warning(message: string): void
  /**
   * Shown only where debug logging is on. In a group, where the runner obeys
   * nobody, it waits for the group's end.
   */
  debug(message: string): void
  /**
   * A collapsible group for output that we did not write. What `show` is given
   * lands in the log as it is, but the runner obeys no `::command::` in it. The
   * last line says how long the work took.
   */
  group<T>(name: string, work: (show: Show) => Promise<T>): Promise<T>
}

/**
 * A log on top of @actions/core and the standard output.
 *
 * @param now the time, in milliseconds since whenever
 */
export function createLog(
  core: LogSink,
  write: Show,
  now: () => number = () => performance.now()
): Log {
  let openGroups = 0
  let held: string[] = []
  return {
    info: message => {
      core.info(oneLine(message))
    },
    warning: message => {
      core.warning(message)
    },
    debug: message => {
      if (openGroups > 0) held.push(message)
      else core.debug(message)
    },
    async group(name, work) {
      // "Stopping and starting workflow commands" in GitHub's documentation:
      // nobody who does not know the token can end the stop.
      const token = randomUUID()
      let lastByte = NEWLINE
      const begin = now()
      openGroups++
      core.startGroup(oneLine(name))
      write(`::stop-commands::${token}\n`)
      try {
        return await work(chunk => {
          const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
          lastByte = bytes.at(-1) ?? lastByte
          write(bytes)
        })
      } finally {
        if (lastByte !== NEWLINE) write('\n')
        const elapsed = now() - begin
        if (elapsed >= SHOWN_FROM_MS) write(`(${duration(elapsed)})\n`)
        write(`::${token}::\n`)
        openGroups--
        if (openGroups === 0) {
          for (const message of held) core.debug(message)
          held = []
        }
        core.endGroup()
      }
    }
  }
}

/** A group that takes less only shows something. */
const SHOWN_FROM_MS = 50

const NEWLINE = '\n'.charCodeAt(0)

/** A span of time as a person reads it: 1.8 s, 42 s, 2 min 5 s. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  return whole < 60
    ? `${whole} s`
    : `${Math.floor(whole / 60)} min ${whole % 60} s`
}

/**
 * Text with no way to start a line of its own or a runner command: control
 * characters are written as escapes, and the runner's two marks are broken.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]/gu, c => {
      return `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`
    })
    .replace(/^(\s*):(?=:)/, '$1\\x3a')
    .replaceAll('##[', '##\\x5b')
}

/** An argument vector as one line that a person can read and a shell can run. */
export function displayCommand(argv: readonly string[]): string {
  return argv.map(quote).join(' ')
}

function quote(argument: string): string {
  if (/^[\w@%+=:,./-]+$/.test(argument)) return argument
  return `'${argument.replaceAll("'", `'\\''`)}'`
}
