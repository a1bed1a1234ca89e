import { spawn } from 'node:child_process'

/** How a program ended. */
export interface Ended {
  /** Undefined where a signal ended it. */
  status: number | undefined
  stdout: Buffer
  stderr: string
}

export interface Run {
  cwd: string
  /** Added to the environment that all programs have. */
  environment?: Record<string, string>
  input?: string | Buffer
}

/** No configuration of the caller's, nor what the caller has in its own. */
const ENVIRONMENT = {
  PATH: process.env['PATH'] ?? '/usr/bin:/bin',
  LC_ALL: 'C',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_TERMINAL_PROMPT: '0'
}

/** The programs that a server runs; none of them outlives it. */
export class Programs {
  readonly #running = new Map<number, Promise<unknown>>()
  #closed = false

  /** Runs a program to its end, whatever that is. */
  async run(
    command: string,
    args: readonly string[],
    { cwd, environment = {}, input = '' }: Run
  ): Promise<Ended> {
    if (this.#closed) throw new Error('the server is closed')
    // A group of its own, so that what it starts can be ended with it.
    const child = spawn(command, args, {
      cwd,
      detached: true,
      env: { ...ENVIRONMENT, ...environment }
    })
    const ended = new Promise<Ended>((resolve, reject) => {
      const stdout: Buffer[] = []
      const stderr: Buffer[] = []
      child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
      child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
      child.on('error', reject)
      child.on('close', status => {
        resolve({
          status: status ?? undefined,
          stdout: Buffer.concat(stdout),
          stderr: Buffer.concat(stderr).toString()
        })
      })
    })
    // It may end without having read everything.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
    const { pid } = child
    if (pid === undefined) return ended
    this.#running.set(pid, ended)
    try {
      return await ended
    } finally {
      this.#running.delete(pid)
    }
  }

  /** Ends all that run; none can be started any more. */
  async close(): Promise<void> {
    this.#closed = true
    for (const pid of this.#running.keys()) {
      try {
        process.kill(-pid, 'SIGKILL')
      } catch {
        // It has just ended.
      }
    }
    await Promise.allSettled(this.#running.values())
  }
}
