import fs from 'node:fs/promises'
import path from 'node:path'

import { beforeEach, describe, expect, test } from '@jest/globals'

import {
  type CandidateInput,
  deriveCandidate
} from '../../../src/candidate/candidate.ts'
import { parsePolicy } from '../../../src/candidate/policy.ts'
import type { Podman } from '../../../src/container/podman.ts'
import { UserError } from '../../../src/errors.ts'
import { readInputs } from '../../../src/inputs/inputs.ts'
import { allowedNames } from '../../../src/profile/compare/diff.ts'
import { parseProfile } from '../../../src/profile/parse.ts'
import type { Denial } from '../../../src/replay/denials.ts'
import {
  type ProofInput,
  prove,
  verify,
  withCanary
} from '../../../src/replay/prove.ts'
import { MAX_HEALS, SKIPPED } from '../../../src/replay/replay.ts'
import type { Suite } from '../../../src/suite/suite.ts'
import { PODMAN_DEFAULT_CAPABILITIES } from '../../../src/syscalls/capabilities.ts'
import { syscallNumbers } from '../../../src/syscalls/numbers.ts'
import { getter } from '../../support/action-yml.ts'
import { caught } from '../../support/caught.ts'
import { podmanDefault } from '../../support/profiles/podman-default.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const temporary = useTemporaryDirectory()

const ARCHITECTURE = 'SCMP_ARCH_X86_64'
const ID = 'c'.repeat(64)
const CGROUP = 7n

/** What one run of the tests does. */
interface Round {
  /** The calls that they make, and by whom. */
  calls?: string[]
  exitCode?: number
  started?: boolean
  /** What they write. */
  output?: string
  /** Ends the run as a signal does. */
  abort?: boolean
}

/** What happened: log lines, the names allowed in each run. */
let messages: string[]
let rounds: string[][]

beforeEach(() => {
  messages = []
  rounds = []
})

/**
 * A program that stands in for bpftrace: it is ready at once, and prints what
 * the tests' run has written down for it.
 */
async function standIn(): Promise<string> {
  const file = path.join(temporary(), 'bpftrace')
  const script = [
    '#!/bin/sh',
    'echo "seccomp-lock: ready"',
    '/bin/cat > /dev/null',
    `/bin/cat ${temporary()}/printed`
  ]
  await fs.writeFile(file, `${script.join('\n')}\n`, { mode: 0o755 })
  return file
}

/** What bpftrace would print of calls, by the profile that is in force. */
function printed(calls: readonly string[], allowed: ReadonlySet<string>) {
  const keyOf = (name: string) => {
    const number = syscallNumbers(ARCHITECTURE)[name]
    if (number === undefined) throw new Error(`no call: ${name}`)
    // The name `sh`, its bytes as a little-endian number.
    return `${(CGROUP << 32n) | (BigInt(number) << 1n)},26739,0`
  }
  const map = (name: string, entries: [string, number][]) =>
    `{"type": "map", "data": ${JSON.stringify({ [name]: Object.fromEntries(entries) })}}`
  const made = calls.filter(name => allowed.has(name))
  const refused = calls.filter(name => !allowed.has(name))
  return [
    map('@cg', [[`${CGROUP},2,/machine.slice/libpod-${ID}.scope`, 1]]),
    map(
      '@s',
      made.map(name => [keyOf(name), 1])
    ),
    map(
      '@d',
      refused.map(name => [`${keyOf(name)},-38`, 1])
    )
  ].join('\n')
}

/** A world in which the tests do this, run by run; the last one again. */
async function world(...todo: Round[]): Promise<Suite> {
  await standIn()
  const controller = new AbortController()
  let round: Round = {}
  const podman: Podman = {
    sudo: false,
    rootless: false,
    environment: {},
    run: async (args, { show } = {}) => {
      if (args[0] === 'run') {
        round = todo[Math.min(rounds.length, todo.length - 1)] ?? {}
        const option = args.find(arg => arg.startsWith('--security-opt='))
        const file = option?.replace('--security-opt=seccomp=', '') ?? ''
        const profile = parseProfile(await fs.readFile(file, 'utf8'), 'p')
        const names = allowedNames(profile.syscalls)
        rounds.push([...names])
        await fs.writeFile(
          path.join(temporary(), 'printed'),
          `${printed(round.calls ?? [], names)}\n`
        )
        show?.(Buffer.from(round.output ?? ''))
        if (round.abort) controller.abort()
        return {
          exitCode: round.exitCode ?? 0,
          stdout: '',
          stderr: 'said this'
        }
      }
      const isStarted = round.started ?? true
      const state = {
        Id: ID,
        Created: new Date().toISOString(),
        State: {
          StartedAt: isStarted
            ? '2026-01-01T00:00:00Z'
            : '0001-01-01T00:00:00Z',
          FinishedAt: '2026-01-01T00:00:01Z',
          ExitCode: round.exitCode ?? 0
        },
        BoundingCaps: PODMAN_DEFAULT_CAPABILITIES
      }
      return { exitCode: 0, stdout: JSON.stringify([state]), stderr: '' }
    }
  }
  const inputs = readInputs(getter({ command: './tests' }), temporary())
  return {
    image: 'image',
    engine: {
      version: '5.0',
      rootless: false,
      runtime: 'crun 1.8.1',
      architecture: ARCHITECTURE,
      kernel: '6.18.0',
      defaultProfilePath: undefined
    },
    inputs,
    environment: {},
    world: {
      podman,
      log: {
        info: message => messages.push(message),
        warning: message => messages.push(`warning: ${message}`),
        debug: () => undefined,
        group: (title, work) => {
          messages.push(title)
          return work(chunk => messages.push(Buffer.from(chunk).toString()))
        }
      },
      signal: controller.signal,
      container: 'the container',
      scratch: temporary()
    }
  }
}

const INPUT: CandidateInput = {
  recorded: ['read'],
  sees: 'allowed',
  recordUnder: 'default',
  floor: [],
  portability: 'off',
  architecture: ARCHITECTURE,
  capabilities: PODMAN_DEFAULT_CAPABILITIES,
  engineDefault: podmanDefault,
  committed: undefined,
  removals: 'apply',
  defaultErrno: undefined
}

const derive = (healed: readonly Denial[]) =>
  deriveCandidate({ ...INPUT, replayed: healed.map(({ name }) => name) })

const input = (members: Partial<ProofInput> = {}): ProofInput => ({
  watches: ['bpftrace', 'nobody'],
  watching: {
    host: {
      architecture: ARCHITECTURE,
      kernel: '6.18.0',
      sudo: false,
      rootless: false,
      environment: { PATH: temporary() }
    },
    outer: podmanDefault,
    capabilities: PODMAN_DEFAULT_CAPABILITIES
  },
  reasons: {
    engineDefault: podmanDefault,
    recordUnder: 'default',
    architecture: ARCHITECTURE,
    capabilities: PODMAN_DEFAULT_CAPABILITIES,
    runtimePrograms: [],
    locate: () => undefined
  },
  file: 'seccomp.json',
  recordedOutput: 'as recorded',
  ...members
})

const namesOf = (some: readonly { name: string }[]) =>
  some.map(({ name }) => name)

describe('a profile is proved', () => {
  test('when the tests pass under it, and it refuses nothing', async () => {
    const run = await world({ calls: ['read'] })
    const { candidate, replay } = await prove(run, derive, input())
    expect(replay).toMatchObject({
      result: 'passed',
      watch: 'bpftrace',
      rounds: 1,
      made: 1,
      denied: [],
      healed: [],
      failure: undefined
    })
    expect(rounds).toEqual([[...allowedNames(candidate.profile.syscalls)]])
  })

  test('with the calls that it refused, and the tests ran under what is given', async () => {
    const run = await world(
      { calls: ['read', 'chmod'], exitCode: 1 },
      {
        calls: ['read', 'chmod', 'mkdir']
      }
    )
    const { candidate, replay } = await prove(run, derive, input())
    expect(replay).toMatchObject({ result: 'healed', rounds: 3, denied: [] })
    expect(namesOf(replay.healed)).toEqual(['chmod', 'mkdir'])
    const names = [...allowedNames(candidate.profile.syscalls)]
    expect(names).toEqual(expect.arrayContaining(['chmod', 'mkdir', 'read']))
    expect(rounds.at(-1)).toEqual(names)
  })

  test('by nobody who watched: it passes unseen', async () => {
    const run = await world({ calls: ['chmod'] })
    const unwatched = input({ watches: ['nobody'] })
    const { replay } = await prove(run, derive, unwatched)
    expect(replay).toMatchObject({
      result: 'passed',
      watch: 'nobody',
      made: undefined,
      denied: []
    })
  })

  test("though the default's refusals go on", async () => {
    const run = await world({ calls: ['read', 'bpf'] })
    const { candidate, replay } = await prove(run, derive, input())
    expect(replay).toMatchObject({ result: 'passed', rounds: 1 })
    expect(namesOf(replay.denied)).toEqual(['bpf'])
    expect(allowedNames(candidate.profile.syscalls).has('bpf')).toBe(false)
  })
})

describe('a profile is not proved', () => {
  test('when the tests fail though nothing was refused: both outputs are shown', async () => {
    const run = await world({ calls: ['read'], exitCode: 3, output: 'now' })
    const { replay } = await prove(run, derive, input())
    expect(replay).toMatchObject({ result: 'failed' })
    expect(messages).toEqual(expect.arrayContaining(['as recorded', 'now']))
    expect(replay.failure?.message).toContain('exit code 3')
  })

  test('when it does what the workflow forbids', async () => {
    const policy = parsePolicy({ deny: 'chmod', allow: '' })
    const { reasons } = input()
    const run = await world({ calls: ['chmod'], exitCode: 1 })
    const { candidate, replay } = await prove(
      run,
      derive,
      input({ reasons: { ...reasons, policy } })
    )
    expect(replay).toMatchObject({ result: 'failed', rounds: 1, healed: [] })
    expect(replay.failure?.message).toContain('chmod (to "sh")')
    expect(allowedNames(candidate.profile.syscalls).has('chmod')).toBe(false)
  })

  test('when other calls are refused each time', async () => {
    const calls = ['chmod', 'mkdir', 'rmdir', 'unlink', 'link']
    const run = await world(...calls.map(name => ({ calls: [name] })))
    const { replay } = await prove(run, derive, input())
    expect(replay).toMatchObject({ result: 'failed', rounds: MAX_HEALS + 1 })
    expect(rounds).toHaveLength(MAX_HEALS + 1)
    expect(replay.failure?.message).toContain('unlink')
    expect(namesOf(replay.healed)).toEqual(calls.slice(0, MAX_HEALS))
  })

  test('when the calls cannot be added', async () => {
    const run = await world({ calls: ['chmod'] })
    const { replay } = await prove(run, () => derive([]), input())
    expect(replay).toMatchObject({ result: 'failed', rounds: 1 })
    expect(replay.failure?.message).toContain('cannot be added')
  })

  test('when its container does not start', async () => {
    const run = await world({ started: false, exitCode: 126 })
    const { replay } = await prove(run, derive, input())
    expect(replay.result).toBe('failed')
    expect(replay.failure?.message).toContain('does not start')
    expect(replay.failure?.hint).toContain('said this')
  })

  test('when the run is cancelled', async () => {
    const run = await world({ abort: true })
    const error = await caught(() => prove(run, derive, input()))
    expect(error).not.toBeInstanceOf(UserError)
  })
})

test('a watch that cannot start gives way to the next, once', async () => {
  const run = await world({ exitCode: 1 })
  await fs.writeFile(path.join(temporary(), 'bpftrace'), '#!/bin/sh\nexit 1\n')
  const { replay } = await prove(run, derive, input())
  expect(replay).toMatchObject({ result: 'failed', watch: 'nobody' })
  const warnings = messages.filter(message => message.startsWith('warning: '))
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).toContain('bpftrace could not watch')
})

test('where it is the last one, that is an error', async () => {
  const run = await world({})
  await fs.rm(path.join(temporary(), 'bpftrace'))
  const alone = input({ watches: ['bpftrace'] })
  expect(await caught(() => prove(run, derive, alone))).toBeInstanceOf(
    UserError
  )
})

describe('a committed profile is verified', () => {
  const { profile } = derive([])
  const unrecorded = () => input({ recordedOutput: undefined })

  test('as it is: what it refuses is a failure, and is not added', async () => {
    const run = await world({ calls: ['read', 'chmod'] })
    const replay = await verify(run, profile, unrecorded())
    expect(replay).toMatchObject({ result: 'failed', rounds: 1, healed: [] })
    expect(replay.failure?.message).toBe(
      'seccomp.json refuses calls that the tests make (chmod (to "sh")), although the tests passed'
    )
    expect(rounds).toEqual([[...allowedNames(profile.syscalls)]])
  })

  test('and passes where it does', async () => {
    const replay = await verify(
      await world({ calls: ['read'] }),
      profile,
      unrecorded()
    )
    expect(replay).toMatchObject({ result: 'passed', failure: undefined })
  })

  test('and nothing is said of a recording that never was', async () => {
    const run = await world({ calls: ['read'], exitCode: 3 })
    const { failure } = await verify(run, profile, unrecorded())
    expect(failure?.message).toContain('exit code 3')
    expect(failure?.message).not.toContain('recorded')
  })
})

test('a profile that failed needs no proof that it is in force', async () => {
  const run = await world({})
  const replay = { ...SKIPPED, result: 'failed' as const }
  expect(await withCanary(run, derive([]).profile, replay)).toBe(replay)
  expect(rounds).toEqual([])
})
