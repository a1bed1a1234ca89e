import { execFileSync } from 'node:child_process'
import path from 'node:path'

import { ACTION } from '../../scripts/local-runner.ts'
import type { Architecture } from '../../src/syscalls/architectures.ts'
import { PODMAN_DEFAULT_CAPABILITIES } from '../../src/syscalls/capabilities.ts'

/** Profiles, as texts so that no number of theirs is touched on the way. */
export interface Task {
  profiles: string[]
  machine?: Architecture
  capabilities?: readonly string[]
  /** How many combinations of arguments are tried for a call. */
  combinations?: number
}

/** A call that was tried: its six arguments are unsigned, in digits. */
export type Call = [Architecture, number, string[]]

/** What libseccomp makes of a task's profiles; see judge.py. */
export interface Judgement {
  /** For each profile, null or what went wrong. */
  loaded: (string | null)[]
  calls: Call[]
  /** For each profile what its filter returns for each call. */
  returns: number[][]
}

/** Asks the real libseccomp. */
export function judge(tasks: readonly Task[]): Judgement[] {
  const input = tasks.map(
    ({
      profiles,
      machine = 'SCMP_ARCH_X86_64',
      capabilities = PODMAN_DEFAULT_CAPABILITIES,
      combinations = 3000
    }) => {
      const rest = JSON.stringify({ machine, capabilities, combinations })
      return `{"profiles":[${profiles.join(',')}],${rest.slice(1)}`
    }
  )
  const output = execFileSync(
    '/usr/bin/python3',
    [path.join(ACTION, '__tests__/support/judge.py')],
    { input: `[${input.join(',')}]`, encoding: 'utf8', maxBuffer: 2 ** 31 }
  )
  return JSON.parse(output) as Judgement[]
}

/** The calls for which a task's two profiles return something else. */
export function differences({ calls, returns }: Judgement): Call[] {
  const [a = [], b = []] = returns
  return calls.filter((_, i) => a[i] !== b[i])
}

const LETS = [0x7fff0000, 0x7ffc0000]

/** The calls that the second profile lets through and the first does not. */
export function wider({ calls, returns }: Judgement): Call[] {
  const [a = [], b = []] = returns
  return calls.filter(
    (_, i) => LETS.includes(b[i] ?? 0) && !LETS.includes(a[i] ?? 0)
  )
}
