import fs from 'node:fs/promises'

import { beforeEach, describe, expect, test } from '@jest/globals'

import type { Check } from '../../../src/checks/check.ts'
import type { Engine } from '../../../src/container/engine.ts'
import type { Podman } from '../../../src/container/podman.ts'
import { Cancelled, UserError } from '../../../src/errors.ts'
import type { Log } from '../../../src/log.ts'
import type { RecorderName } from '../../../src/recorders/known.ts'
import type { CheckedRecorder } from '../../../src/recorders/recorder.ts'
import type { Observation } from '../../../src/recorders/recording.ts'
import { fitRecorders } from '../../../src/suite/fit.ts'
import { caught } from '../../support/caught.ts'
import { named, observation } from '../../support/recordings.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const temporary = useTemporaryDirectory()

const ENGINE: Engine = {
  version: '5.4.2',
  rootless: false,
  runtime: 'crun 1.21',
  architecture: 'SCMP_ARCH_X86_64',
  kernel: '6.18.0',
  defaultProfilePath: undefined
}

const SEEN = observation({
  calls: [{ name: 'exit_group', programs: [{ comm: 'noop', count: 1 }] }]
})

/** How our container ends; podman's own code where it never starts. */
let exitCode: number
let starts: boolean
/** The command lines of podman, and what was warned of. */
let runs: string[][]
let warnings: string[]

beforeEach(() => {
  exitCode = 0
  starts = true
  runs = []
  warnings = []
})

const inspected = () => ({
  Id: 'c'.repeat(64),
  Created: new Date().toISOString(),
  State: {
    StartedAt: starts ? new Date().toISOString() : '0001-01-01T00:00:00Z',
    FinishedAt: new Date().toISOString(),
    ExitCode: exitCode
  }
})

const podman: Podman = {
  sudo: false,
  rootless: false,
  environment: {},
  run: args => {
    if (args[0] === 'run') runs.push(args)
    const stdout = args[0] === 'container' ? JSON.stringify([inspected()]) : ''
    const failed = args[0] === 'run' ? exitCode : 0
    return Promise.resolve({ exitCode: failed, stdout, stderr: 'no space' })
  }
}

const log: Log = {
  info: () => undefined,
  warning: message => warnings.push(message),
  debug: () => undefined,
  group: (_, work) => work(() => undefined)
}

/** A recorder that sees this, or fails with it. */
const recorder = (
  name: RecorderName,
  saw: Observation | Error,
  checks: Check[] = [{ name, state: 'ok', found: '1.0' }]
): CheckedRecorder => ({
  name,
  preflight: () => Promise.resolve(checks),
  start: () =>
    Promise.resolve({
      options: [`--env=BY=${name}`],
      wrap: argv => argv,
      explain: () => Promise.resolve(undefined),
      finish: () =>
        saw instanceof Error ? Promise.reject(saw) : Promise.resolve(saw),
      close: () => Promise.resolve()
    })
})

const fit = (
  recorders: CheckedRecorder[],
  members: { named?: RecorderName; engine?: Engine } = {}
) =>
  fitRecorders(recorders, members.named, {
    engine: members.engine ?? ENGINE,
    host: {
      architecture: ENGINE.architecture,
      kernel: ENGINE.kernel,
      sudo: false,
      rootless: false,
      environment: {}
    },
    environment: { XDG_CACHE_HOME: `${temporary()}/cache` },
    world: {
      podman,
      log,
      container: 'the container',
      scratch: temporary(),
      signal: new AbortController().signal
    }
  })

/** The trial's row of a recorder alone. */
async function trial(...given: Parameters<typeof fit>) {
  const checks = await fit(...given)[0]?.preflight()
  return checks?.find(({ name }) => name === 'trial')
}

const BLIND: [string, Observation | Error][] = [
  ['sees nothing', observation()],
  ['does not see ours', observation({ calls: named('execve', 'exit') })],
  [
    "sees others' alone",
    observation({
      calls: [{ name: 'exit_group', programs: [{ comm: 'crun', count: 1 }] }]
    })
  ],
  ['lost something', { ...SEEN, lost: ['It lost something'] }],
  ['fails', new UserError('it died', { code: 'recording', hint: 'Mend\nit.' })]
]

describe('a recorder that lacks nothing', () => {
  test('is tried with a program of ours, once', async () => {
    const [one] = fit([recorder('bpftrace', SEEN)])
    const checks = await Promise.all([one?.preflight(), one?.preflight()])
    expect(checks[0]?.at(-1)).toEqual({
      name: 'trial',
      state: 'ok',
      found: 'recorded a test program: exit_group by noop'
    })
    expect(runs).toHaveLength(1)
    expect(runs[0]).toContain('--env=BY=bpftrace')
    expect(runs[0]?.slice(-3)).toEqual([
      '--',
      `${temporary()}/rootfs:O`,
      '/noop'
    ])
    const program = await fs.stat(`${temporary()}/rootfs/noop`)
    expect(program.mode & 0o777).toBe(0o755)
  })

  test('need not know of programs', async () => {
    const saw = observation({ calls: named('exit_group') })
    expect(await trial([recorder('hook', saw)])).toMatchObject({ state: 'ok' })
  })

  test.each(BLIND)('and %s is not fit', async (_, saw) => {
    const found = await trial([recorder('bpftrace', saw)])
    expect(found).toMatchObject({ state: 'missing' })
    expect(found?.fix).not.toMatch(/\n|^$/)
    expect(warnings).toEqual([
      expect.stringMatching(
        /^The recorder bpftrace does not work here: trial: [^\n]+$/
      )
    ])
  })

  test.each(BLIND)('that is named, and %s, fails without', async (_, saw) => {
    await trial([recorder('bpftrace', saw)], { named: 'bpftrace' })
    expect(warnings).toEqual([])
  })

  test.each([
    [125, false],
    [1, true]
  ])('is not judged by a container that ends with %i', async (code, begun) => {
    exitCode = code
    starts = begun
    const found = await trial([recorder('bpftrace', SEEN)])
    expect(found).toMatchObject({
      state: 'weak',
      fix: 'podman said: no space'
    })
    expect(warnings).toEqual([])
  })

  test('is not judged when the run is cancelled', async () => {
    const error = new Cancelled('SIGTERM')
    expect(await caught(() => trial([recorder('strace', error)]))).toBe(error)
  })
})

test('what turned out not to record is tried again in the next run', async () => {
  const given = [recorder('bpftrace', SEEN)]
  const [first] = fit(given)
  await first?.preflight()
  await first?.distrust?.()
  expect(runs).toHaveLength(1)
  await trial(given)
  expect(runs).toHaveLength(2)
  await trial(given)
  expect(runs).toHaveLength(2)
})

test('a recorder that lacks something is not tried', async () => {
  const missing: Check = { name: 'hook', state: 'missing', found: 'none' }
  const [one] = fit([recorder('hook', SEEN, [missing])])
  expect(await one?.preflight()).toEqual([missing])
  expect(runs).toEqual([])
})

test('they are tried one after the other: the container has one name', async () => {
  let running = 0
  const alone = (name: RecorderName): CheckedRecorder => ({
    ...recorder(name, SEEN),
    start: async start => {
      expect(running++).toBe(0)
      const session = await recorder(name, SEEN).start(start)
      const close = () => {
        running--
        return Promise.resolve()
      }
      return { ...session, close }
    }
  })
  const all = fit([alone('bpftrace'), alone('hook')])
  const checks = await Promise.all(all.map(one => one.preflight()))
  expect(checks.flat().filter(({ state }) => state === 'ok')).toHaveLength(4)
  expect(runs).toHaveLength(2)
})

describe('a trial is kept', () => {
  test('where all is as it was', async () => {
    await trial([recorder('bpftrace', SEEN)])
    expect(await trial([recorder('bpftrace', SEEN)])).toEqual({
      name: 'trial',
      state: 'ok',
      found: 'recorded a test program in an earlier run'
    })
    expect(runs).toHaveLength(1)
  })

  test.each<[string, Parameters<typeof fit>]>([
    ['recorder', [[recorder('audit', SEEN)]]],
    [
      'version of it',
      [
        [
          recorder('bpftrace', SEEN, [
            { name: 'bpftrace', state: 'ok', found: '1.1' }
          ])
        ]
      ]
    ],
    [
      'podman',
      [
        [recorder('bpftrace', SEEN)],
        { engine: { ...ENGINE, version: '5.8.6' } }
      ]
    ],
    [
      'runtime',
      [
        [recorder('bpftrace', SEEN)],
        { engine: { ...ENGINE, runtime: 'runc 1.3.6' } }
      ]
    ],
    [
      'kernel',
      [
        [recorder('bpftrace', SEEN)],
        { engine: { ...ENGINE, kernel: '6.19.0' } }
      ]
    ]
  ])('and another %s is tried again', async (_, other) => {
    await trial([recorder('bpftrace', SEEN)])
    await trial(...other)
    expect(runs).toHaveLength(2)
  })

  test('where it was seen to record, and never else', async () => {
    await trial([recorder('bpftrace', observation())])
    exitCode = 125
    await trial([recorder('bpftrace', SEEN)])
    exitCode = 0
    await trial([recorder('bpftrace', SEEN)])
    expect(runs).toHaveLength(3)
  })
})
