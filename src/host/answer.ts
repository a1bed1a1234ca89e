import { spawn } from 'node:child_process'

import { errnoCode } from '../errors.ts'

/** What a program printed, and whether it succeeded. */
export interface Answer {
  /** Whether it could be started and ended in time with exit code 0. */
  ok: boolean
  stdout: string
  /** Its standard error, or the reason why it did not run. */
  stderr: string
}

/** How much of an answer is kept, in characters. */
const KEPT = 1024 * 1024

/**
 * Runs a program for its answer, with nothing on standard input. Never throws:
 * there is an answer even if the program is missing, fails or takes too long.
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
    const output = { stdout: '', stderr: '' }
    const end = (ok: boolean, why = '') => {
      clearTimeout(timer)
      resolve({ ok, stdout: output.stdout, stderr: output.stderr + why })
    }
    const child = spawn(program, args, {
      env: { ...environment, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe']
    })
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        if (output[name].length < KEPT) output[name] += text
      })
    }
    const timer = setTimeout(() => {
      // Under sudo it cannot be signalled; then we stop waiting for it.
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
