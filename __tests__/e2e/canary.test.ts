import fs from 'node:fs'
import path from 'node:path'

import { exec } from '@actions/exec'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { inspectEngine, readEngineDefault } from '../../src/container/engine.ts'
import { createPodman } from '../../src/container/podman.ts'
import { UserError } from '../../src/errors.ts'
import { podmanEnvironment } from '../../src/host/environment.ts'
import type { Execute } from '../../src/host/execute.ts'
import { readInputs } from '../../src/inputs/inputs.ts'
import { createLog } from '../../src/log.ts'
import { parseProfile } from '../../src/profile/parse.ts'
import { refusalsOf } from '../../src/profile/refusals.ts'
import { serializeProfile } from '../../src/profile/serialize.ts'
import type { Profile } from '../../src/profile/types.ts'
import { createBpftraceRecorder } from '../../src/recorders/bpftrace/recorder.ts'
import type { Recorder } from '../../src/recorders/recorder.ts'
import { proveFilter } from '../../src/replay/canary.ts'
import { nameRefused, tryRuntimes } from '../../src/replay/runtimes.ts'
import type { Suite } from '../../src/suite/suite.ts'
import { getter } from '../support/action-yml.ts'
import { hasBothCgroups, ownRuntime } from '../support/engines.ts'
import {
  BASE_IMAGE,
  createScratch,
  ownContainers,
  processesWith,
  type Scratch,
  until
} from '../support/scratch.ts'

const CONTAINER = `seccomp-lock-test-canary-${process.pid}`
const DEFAULT = '/usr/share/containers/seccomp.json'

let scratch: Scratch
let output: string

beforeEach(() => {
  scratch = createScratch()
  output = ''
})

afterEach(() => {
  const left = [
    ...ownContainers().filter(name => name === CONTAINER),
    ...processesWith(CONTAINER),
    ...processesWith(scratch.temporary)
  ]
  scratch.remove()
  expect(left).toEqual([])
})

/** The tests' run, with podman called as `execute` has it. */
async function runWith(
  execute: Execute,
  runArgs: readonly string[] = [],
  signal = new AbortController().signal
): Promise<Suite> {
  const podman = createPodman(
    { exec: execute, environment: process.env, uid: 0 },
    'root'
  )
  const write = (chunk: Uint8Array | string) => {
    output += Buffer.from(chunk).toString()
  }
  const core = {
    startGroup: write,
    endGroup: () => undefined,
    info: write,
    warning: write,
    debug: write
  }
  return {
    image: BASE_IMAGE,
    engine: await inspectEngine(podman),
    inputs: readInputs(
      getter({
        image: BASE_IMAGE,
        command: 'true',
        'run-args': runArgs.join('\n')
      }),
      scratch.workspace
    ),
    environment: process.env,
    world: {
      podman,
      log: createLog(core, write),
      signal,
      container: CONTAINER,
      scratch: scratch.temporary
    }
  }
}

/** podman, but with its arguments changed. */
const changing =
  (change: (args: string[]) => string[]): Execute =>
  (tool, args = [], options) =>
    exec(tool, change(args), options)

/** podman, but with another profile, or none. */
const withSeccomp = (instead: string[]) =>
  changing(args =>
    args.flatMap(argument =>
      argument.startsWith('--security-opt=seccomp=') ? instead : [argument]
    )
  )

const read = (file: string) => parseProfile(fs.readFileSync(file, 'utf8'), file)

/** The engine's default profile without some calls, in a file. */
function lacking(...names: string[]): { file: string; profile: Profile } {
  const base = read(DEFAULT)
  const profile = {
    ...base,
    syscalls: base.syscalls
      .map(rule => ({
        ...rule,
        names: rule.names.filter(name => !names.includes(name))
      }))
      .filter(rule => rule.names.length > 0)
  }
  const file = path.join(scratch.workspace, 'lacking.json')
  fs.writeFileSync(file, serializeProfile(profile))
  return { file, profile }
}

/** The profile, but it kills a thread for what it does not list. */
function killing(profile: Profile): Profile {
  const killing: Profile = { ...profile, defaultAction: 'SCMP_ACT_KILL' }
  delete killing.defaultErrno
  delete killing.defaultErrnoRet
  return killing
}

async function failure(work: Promise<unknown>): Promise<UserError> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown
  )
  if (!(error instanceof UserError)) throw new Error(`threw ${String(error)}`)
  return error
}

describe('the canary', () => {
  test.each([
    ['nothing else', []],
    ['no new privileges', ['--security-opt=no-new-privileges']],
    ['another user', ['--user=1000:1000', '--read-only', '--cap-drop=all']],
    ["the host's processes", ['--pid=host']]
  ])('sees one filter more, with %s', async (_, runArgs) => {
    const run = await runWith(exec, runArgs)
    const profile = await readEngineDefault(run.engine)
    expect(await proveFilter(run, DEFAULT, profile)).toEqual({ filters: 1 })
    expect(output).toContain(
      'podman enforces the profile: a container has its filter'
    )
  })

  test('sees the program behind an init', async () => {
    const init = path.join(scratch.workspace, 'init')
    fs.writeFileSync(init, '#!/bin/sh\nshift\n"$@"\n', { mode: 0o755 })
    const run = await runWith(exec, ['--init', `--init-path=${init}`])
    const proof = proveFilter(run, DEFAULT, read(DEFAULT))
    expect(await proof).toEqual({ filters: 1 })
  })

  test('finds out a podman that runs without any filter', async () => {
    const execute = withSeccomp(['--security-opt=seccomp=unconfined'])
    const run = await runWith(execute)
    const error = await failure(proveFilter(run, DEFAULT, read(DEFAULT)))
    expect(error.message).toMatch(
      /^podman does not enforce the profile \/usr\/share\/containers\/seccomp\.json: .*\/proc\/\d+\/status: Seccomp: 0, Seccomp_filters: 0; .* has this: Seccomp: 0, Seccomp_filters: 0$/
    )
    expect(error.hint).toContain('containers.conf')
  })

  test('finds out a podman that stays with its default', async () => {
    const run = await runWith(withSeccomp([]))
    const error = await failure(proveFilter(run, DEFAULT, read(DEFAULT)))
    expect(error.message).toContain('started under the same profile without')
  })

  test.each([['execve'], ['capset']])(
    'tells of a profile without %s that no container starts',
    async name => {
      const run = await runWith(exec)
      const { file, profile } = lacking(name, `${name}at`)
      const error = await failure(proveFilter(run, file, profile))
      expect(error.message).toContain('cannot start under the profile')
      expect(error.hint).toMatch(/podman said:\n.*\S/)
    }
  )

  test('a profile that kills leaves nothing behind', async () => {
    const run = await runWith(exec)
    const profile = killing(read(DEFAULT))
    const file = path.join(scratch.workspace, 'killing.json')
    fs.writeFileSync(file, serializeProfile(profile))
    expect(await proveFilter(run, file, profile)).toEqual({ filters: 1 })
    // runc hangs where one of its threads is killed, and podman with it.
    const { syscalls } = lacking('execve', 'execveat').profile
    fs.writeFileSync(file, serializeProfile({ ...profile, syscalls }))
    const error = await failure(proveFilter(run, file, profile))
    // crun has one thread, and ends.
    expect(error.hint).toContain(
      ownRuntime() === 'runc'
        ? 'its program had not started after 5 s'
        : 'podman said:\nnothing'
    )
  })

  test('a run that is cancelled ends at once', async () => {
    const stop = new AbortController()
    let asked = false
    // Another endless program, which is not the one that is waited for.
    const execute = changing(args => {
      asked ||= args[0] === 'container'
      return args[0] === 'run'
        ? [...args.map(a => a.replace(/^(--entrypoint=).*/, '$1sleep')), '600']
        : args
    })
    const run = await runWith(execute, [], stop.signal)
    const proof = proveFilter(run, DEFAULT, read(DEFAULT)).catch(
      (error: unknown) => error
    )
    await until('the container', () => asked)
    const reason = new Error('enough')
    stop.abort(reason)
    await until('its end', () => !ownContainers().includes(CONTAINER))
    expect(await proof).toBe(reason)
  })
})

/** The recorder that watches what a profile refuses. */
function watching(run: Suite, profile: Profile): Recorder {
  return createBpftraceRecorder(
    {
      architecture: run.engine.architecture,
      kernel: run.engine.kernel,
      sudo: false,
      rootless: false,
      environment: podmanEnvironment(process.env)
    },
    refusalsOf(profile)
  )
}

const hasBoth = hasBothCgroups()

/** podman where only version 2 of cgroups is mounted, as crun wants it. */
const onlyCgroup2: Execute = (tool, args = [], options) => {
  if (!hasBoth) return exec(tool, args, options)
  const alone = `umount -R /sys/fs/cgroup || umount -Rl /sys/fs/cgroup
    mount -t cgroup2 cgroup2 /sys/fs/cgroup && exec "$@"`
  const at = args.indexOf('run')
  const changed =
    at < 0
      ? args
      : [...args.slice(0, at + 1), '--cgroups=disabled', ...args.slice(at + 1)]
  const inside = ['sh', '-c', alone, 'sh', tool, ...changed]
  return exec('unshare', ['-m', '--propagation=private', ...inside], options)
}

/** The other one of the two is the engine's own. */
const asOwn = (run: Suite, runtime: string): Suite => ({
  ...run,
  engine: { ...run.engine, runtime }
})

describe('another runtime', () => {
  test('crun starts where it can, and what it cannot do without is refused', async () => {
    const run = asOwn(await runWith(onlyCgroup2), 'runc 1.1.5')
    expect(await tryRuntimes(run, DEFAULT)).toEqual([
      { runtime: expect.stringMatching(/^crun \d/), result: 'starts' }
    ])
    const { file, profile } = lacking('capset')
    const [trial] = await tryRuntimes(run, file, watching(run, profile))
    expect(trial).toMatchObject({
      result: 'refused',
      said: expect.stringMatching(/\S/)
    })
  })

  const onlyHere = hasBoth ? test : test.skip

  onlyHere('crun is not blamed on a host that it refuses', async () => {
    const run = asOwn(await runWith(exec), 'runc 1.1.5')
    expect(await tryRuntimes(run, lacking('capset').file)).toEqual([
      {
        runtime: expect.stringMatching(/^crun \d/),
        result: 'not here',
        said: expect.stringContaining('cgroups in hybrid mode not supported')
      }
    ])
  })

  test('runc starts, and what it cannot do without is named', async () => {
    const run = asOwn(await runWith(exec), 'crun 1.8.1')
    expect(await tryRuntimes(run, DEFAULT)).toEqual([
      { runtime: expect.stringMatching(/^runc \d/), result: 'starts' }
    ])
    const { file, profile } = lacking('capset')
    const [trial] = await tryRuntimes(run, file, watching(run, profile))
    expect(trial).toMatchObject({
      result: 'refused',
      said: expect.stringMatching(/\S/),
      denied: expect.arrayContaining([
        expect.objectContaining({ name: 'capset' })
      ])
    })
  })

  test("the engine's own: what is refused is named, and what starts is not", async () => {
    const run = await runWith(exec)
    const { file, profile } = lacking('execve', 'execveat')
    const refused = await nameRefused(run, file, watching(run, profile))
    expect(refused?.denied?.map(({ name }) => name)).toContain('execve')
    expect(
      await nameRefused(run, DEFAULT, watching(run, profile))
    ).toBeUndefined()
  })

  test('one that hangs is ended', async () => {
    const run = asOwn(await runWith(exec), 'crun 1.8.1')
    const { file, profile } = lacking('execve', 'execveat')
    fs.writeFileSync(file, serializeProfile(killing(profile)))
    expect(await tryRuntimes(run, file)).toMatchObject([
      {
        result: 'refused',
        said: expect.stringContaining('not end within 30 s')
      }
    ])
  })
})
