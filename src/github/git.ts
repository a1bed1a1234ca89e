import { podmanEnvironment } from '../host/environment.ts'
import type { Execute } from '../host/execute.ts'

/** How a git command ended, and what it said. */
export interface GitResult {
  exitCode: number
  stdout: string
  /** stdout as it came, for what need not be text. */
  bytes: Buffer
  stderr: string
}

/** Runs git without a shell, and returns whatever exit code it has. */
export type Git = (
  args: readonly string[],
  options?: { input?: string; environment?: Record<string, string> }
) => Promise<GitResult>

/** git is stopped after this: a hanging server must not hold up the run. */
const LIMIT_SECONDS = 60

/**
 * A git that gets only paths, language and proxies from the job's environment,
 * and never prompts.
 */
export function createGit(
  host: { exec: Execute; environment: NodeJS.ProcessEnv },
  limitSeconds = LIMIT_SECONDS
): Git {
  return async (args, { input, environment = {} } = {}) => {
    const out: Buffer[] = []
    const err: Buffer[] = []
    const limit = ['--kill-after=5', String(limitSeconds)]
    const exitCode = (await host.exec('timeout', [...limit, 'git', ...args], {
      env: {
        ...podmanEnvironment(host.environment),
        GIT_TERMINAL_PROMPT: '0',
        LC_ALL: 'C',
        ...environment
      },
      silent: true,
      ignoreReturnCode: true,
      ...(input !== undefined && { input: Buffer.from(input) }),
      listeners: {
        stdout: chunk => out.push(chunk),
        stderr: chunk => err.push(chunk)
      }
    })) as number | null
    const bytes = Buffer.concat(out)
    return {
      exitCode: exitCode ?? 128,
      stdout: bytes.toString(),
      bytes,
      stderr: Buffer.concat(err).toString()
    }
  }
}

/** Settings for one command, in no file and on no command line. */
export function gitSettings(
  settings: readonly (readonly [name: string, value: string])[]
): Record<string, string> {
  // git-config(1), "ENVIRONMENT"
  const entries = settings.flatMap(([name, value], i) => [
    [`GIT_CONFIG_KEY_${i}`, name],
    [`GIT_CONFIG_VALUE_${i}`, value]
  ])
  return {
    GIT_CONFIG_COUNT: String(settings.length),
    ...(Object.fromEntries(entries) as Record<string, string>)
  }
}
