import fs from 'node:fs/promises'

import { beforeEach, expect, test } from '@jest/globals'

import type { Podman } from '../../../src/container/podman.ts'
import { readInputs } from '../../../src/inputs/inputs.ts'
import { parseProfile } from '../../../src/profile/parse.ts'
import type { Profile } from '../../../src/profile/types.ts'
import {
  enforce,
  type Watching,
  writeForPodman
} from '../../../src/replay/enforce.ts'
import type { Suite } from '../../../src/suite/suite.ts'
import { getter } from '../../support/action-yml.ts'
import { podmanDefault } from '../../support/profiles/podman-default.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const temporary = useTemporaryDirectory()

const ARCHITECTURE = 'SCMP_ARCH_X86_64'
const PROFILE: Profile = {
  defaultAction: 'SCMP_ACT_ERRNO',
  syscalls: [{ names: ['read'], action: 'SCMP_ACT_ALLOW', args: [] }]
}
const NOBODY: Watching = {
  watch: 'nobody',
  host: {
    architecture: ARCHITECTURE,
    kernel: '6.18.0',
    sudo: false,
    rootless: false,
    environment: {}
  },
  outer: podmanDefault,
  capabilities: []
}

/** What podman was asked, and what was warned of. */
let asked: string[][]
let warned: string[]

beforeEach(() => {
  asked = []
  warned = []
})

/** Runs whose podman ends so, and whose container did. */
function runWith(
  run: Podman['run'],
  { exitCode = 0, removal = 0 }: { exitCode?: number; removal?: number } = {}
): Suite {
  const podman: Podman = {
    sudo: false,
    rootless: false,
    environment: {},
    run: (args, options) => {
      asked.push(args)
      if (args[0] === 'run') return run(args, options)
      if (args[0] === 'rm') {
        return Promise.resolve({ exitCode: removal, stdout: '', stderr: '' })
      }
      const state = {
        Id: 'c',
        Created: new Date().toISOString(),
        State: {
          StartedAt: '2026-01-01T00:00:00Z',
          FinishedAt: '2026-01-01T00:00:01Z',
          ExitCode: exitCode
        }
      }
      const stdout = JSON.stringify([state])
      return Promise.resolve({ exitCode: 0, stdout, stderr: '' })
    }
  }
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
    inputs: readInputs(
      getter({ command: './tests', 'run-args': '--env=A=b' }),
      temporary()
    ),
    environment: {},
    world: {
      podman,
      log: {
        info: () => undefined,
        warning: message => warned.push(message),
        debug: () => undefined,
        group: (_, work) => work(() => undefined)
      },
      signal: new AbortController().signal,
      container: 'the container',
      scratch: temporary()
    }
  }
}

const ENDED = { exitCode: 0, stdout: '', stderr: '' }
const enforced = (run: Suite) =>
  enforce(run, PROFILE, '/the/profile.json', 'Replay', NOBODY)

test('the tests run under the profile, once, and the container is removed', async () => {
  const run = runWith((_, { show } = {}) => {
    show?.(Buffer.from('hello'))
    return Promise.resolve(ENDED)
  })
  const { run: ended, ...rest } = await enforced(run)
  expect(rest).toEqual({
    failure: undefined,
    denied: undefined,
    made: undefined
  })
  expect(ended).toMatchObject({ exitCode: 0, output: 'hello' })
  const [[, ...args] = []] = asked
  expect(args).toEqual(
    expect.arrayContaining([
      '--security-opt=seccomp=/the/profile.json',
      '--env=A=b'
    ])
  )
  expect(asked.map(([verb]) => verb)).toEqual(['run', 'container', 'rm'])
})

test('that the tests fail is a value', async () => {
  const run = runWith(() => Promise.resolve(ENDED), { exitCode: 3 })
  const { failure } = await enforced(run)
  expect(failure?.message).toBe('the tests failed with exit code 3')
})

test('whatever podman does, the container is removed', async () => {
  const problem = new TypeError('a bug')
  const run = runWith(() => Promise.reject(problem))
  await expect(enforced(run)).rejects.toBe(problem)
  expect(asked.at(-1)?.[0]).toBe('rm')
})

test('the profile is written as it will be, and again for each try', async () => {
  const run = runWith(() => Promise.resolve(ENDED))
  const file = await writeForPodman(run, PROFILE)
  expect(await writeForPodman(run, { ...PROFILE, syscalls: [] })).toBe(file)
  const text = await fs.readFile(file, 'utf8')
  expect(parseProfile(text, 'p').syscalls).toEqual([])
})
