import { randomUUID } from 'node:crypto'

/** The parts of @actions/core that the run's log is made of. */
export interface LogSink {
  startGroup(name: string): void
  endGroup(): void
  info(message: string): void
  warning(message: string): void
}

/** The run's log, in which untrusted output cannot speak to the runner. */
export interface Log {
  /** A line of our own words. */
  info(message: string): void
  warning(message: string): void
  /**
   * A fold with output that is not ours. What `show` is given lands in the
   * log as it is, but the runner obeys no `::command::` in it.
   */
  group<T>(
    name: string,
    work: (show: (chunk: Uint8Array | string) => void) => Promise<T>
  ): Promise<T>
}

/** A log on top of @actions/core and the standard output. */
export function createLog(
  core: LogSink,
  write: (chunk: Uint8Array | string) => void
): Log {
  return {
    info: message => {
      core.info(oneLine(message))
    },
    warning: message => {
      core.warning(message)
    },
    async group(name, work) {
      // "Stopping and starting workflow commands" in GitHub's documentation:
      // nobody who does not know the token can end the stop.
      const token = randomUUID()
      let lastByte = NEWLINE
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
        write(`::${token}::\n`)
        core.endGroup()
      }
    }
  }
}

const NEWLINE = '\n'.charCodeAt(0)

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
