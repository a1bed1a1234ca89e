import { spawn } from 'node:child_process'

import { errnoCode } from '../errors.ts'

/** What a program said. */
export interface Answer {
  /** Whether it could be started and ended in time with exit code 0. */
  ok: boolean
  stdout: string
  /** What it wrote to standard error, or why it did not run. */
  stderr: string
}

/** How much of an answer is kept, in characters. */
const KEPT = 1024 * 1024

/**
 * Runs a program for its answer, with nothing to read. Never throws: a program
 * that is missing, fails or takes too long has an answer, too.
 *
 * @param argv the program and its arguments
 * @param environment its environment; the language of its answer is English
 */
export async function ask(
  [program = '', ...args]: readonly string[],
  environment: Record<string, string>,
  timeoutMs = 5_000
): Promise<Answer> {
  return new Promise(resolve => {
    const said = { stdout: '', stderr: '' }
    const end = (ok: boolean, why = '') => {
      clearTimeout(timer)
      resolve({ ok, stdout: said.stdout, stderr: said.stderr + why })
    }
    const child = spawn(program, args, {
      env: { ...environment, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe']
    })
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        if (said[name].length < KEPT) said[name] += text
      })
    }
    const timer = setTimeout(() => {
      // Below sudo it cannot be signalled; then nobody waits for it any more.
      child.kill()
      child.stdout.destroy()
      child.stderr.destroy()
      child.unref()
      end(false, `no answer within ${timeoutMs / 1000} s`)
    }, timeoutMs)
    child.on('error', error => {
      end(false, `${program} cannot be started: ${errnoCode(error) ?? '?'}`)
    })
    child.on('close', code => {
      end(code === 0)
    })
  })
}
