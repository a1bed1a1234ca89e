import { exec } from '@actions/exec'
import { afterEach, beforeEach, expect, test } from '@jest/globals'

import { works } from '../../src/checks/check.ts'
import { inspectEngine, readEngineDefault } from '../../src/container/engine.ts'
import { createPodman } from '../../src/container/podman.ts'
import { runContainer } from '../../src/container/run.ts'
import { podmanEnvironment } from '../../src/host/environment.ts'
import type { Log } from '../../src/log.ts'
import type { Profile } from '../../src/profile/types.ts'
import { createAuditRecorder } from '../../src/recorders/audit/recorder.ts'
import { checkRecorder } from '../../src/recorders/recorders.ts'
import { refusedOf } from '../../src/replay/audit-watch.ts'
import { refusalLogProfile } from '../../src/replay/logging-profile.ts'
import { trace } from '../../src/suite/trace.ts'
import { PODMAN_DEFAULT_CAPABILITIES } from '../../src/syscalls/capabilities.ts'
import {
  BASE_IMAGE,
  createScratch,
  ownContainers,
  processesWith,
  type Scratch
} from '../support/scratch.ts'

const CONTAINER = `seccomp-lock-test-audit-watch-${process.pid}`
const COMMAND = ['sh', '-c', 'mkdir /tmp/a; chmod 700 /tmp/a; ls /']

let scratch: Scratch

beforeEach(() => {
  scratch = createScratch()
})

afterEach(() => {
  const left = [
    ...ownContainers().filter(name => name === CONTAINER),
    ...processesWith(scratch.temporary)
  ]
  scratch.remove()
  expect(left).toEqual([])
})

/** The profile without some calls, with another errno by default. */
function lacking(profile: Profile, names: readonly string[]): Profile {
  const { defaultErrno, ...rest } = profile
  return {
    ...rest,
    ...(defaultErrno !== undefined && { defaultErrno: 'ENOSYS' }),
    defaultErrnoRet: 38,
    syscalls: profile.syscalls
      .map(rule => ({
        ...rule,
        names: rule.names.filter(name => !names.includes(name))
      }))
      .filter(rule => rule.names.length > 0)
  }
}

/** Runs the command under a candidate's logging profile. */
async function watch(
  candidateOf: (engineDefault: Profile) => Profile,
  under: 'default' | 'allow-all' = 'default'
) {
  const podman = createPodman(
    { exec, environment: process.env, uid: 0 },
    'root'
  )
  const engine = await inspectEngine(podman)
  const engineDefault = await readEngineDefault(engine)
  const candidate = candidateOf(engineDefault)
  const machine = {
    architecture: engine.architecture,
    capabilities: PODMAN_DEFAULT_CAPABILITIES
  }
  const host = {
    architecture: engine.architecture,
    kernel: engine.kernel,
    sudo: false,
    rootless: false,
    environment: podmanEnvironment(process.env)
  }
  const recorder = createAuditRecorder(host, {
    profile: candidate,
    logging: candidate =>
      refusalLogProfile(
        candidate,
        under === 'default' ? engineDefault : undefined,
        machine
      )
  })
  expect(works(await checkRecorder('audit', host))).toBe(true)
  let output = ''
  const log: Log = {
    info: () => undefined,
    warning: text => {
      throw new Error(text)
    },
    debug: () => undefined,
    group: (_, work) => work(() => undefined)
  }
  const { run, first } = await trace(
    { first: recorder, second: undefined },
    {
      podman,
      log,
      container: CONTAINER,
      scratch: scratch.temporary,
      signal: new AbortController().signal
    },
    ({ options, wrap }) =>
      runContainer(
        podman,
        {
          image: BASE_IMAGE,
          mayPull: false,
          name: CONTAINER,
          command: COMMAND,
          options,
          wrap,
          directory: scratch.workspace
        },
        chunk => {
          output += Buffer.from(chunk).toString()
        }
      ),
    () => undefined
  )
  expect(run.capabilities.toSorted()).toEqual(
    PODMAN_DEFAULT_CAPABILITIES.toSorted()
  )
  return {
    exitCode: run.exitCode,
    lost: first.lost,
    denied: refusedOf(first, candidate, machine),
    output
  }
}

const MISSING = ['mkdir', 'mkdirat', 'chmod', 'fchmodat']

const madeDirectory = {
  name: expect.stringMatching(/^mkdir(at)?$/),
  programs: [{ comm: 'mkdir', count: 1 }],
  errno: 38
}

const changedMode = {
  name: expect.stringMatching(/^(chmod|fchmodat)$/),
  programs: [{ comm: 'chmod', count: 1 }],
  errno: 38
}

test.each(['default', 'allow-all'] as const)(
  'names what the candidate refuses, and lets it through: %s',
  async under => {
    const { denied, exitCode, lost, output } = await watch(
      engineDefault => lacking(engineDefault, MISSING),
      under
    )
    expect(output).toContain('\nusr\n')
    expect({ exitCode, lost }).toEqual({ exitCode: 0, lost: [] })
    expect(denied).toHaveLength(2)
    expect(denied).toEqual(expect.arrayContaining([madeDirectory, changedMode]))
  }
)

test("a user's rule still refuses, and is not named", async () => {
  const { denied, exitCode, output } = await watch(engineDefault => {
    const narrow = lacking(engineDefault, MISSING)
    const rule = {
      names: ['chmod', 'fchmodat'],
      action: 'SCMP_ACT_ERRNO' as const,
      errnoRet: 1,
      args: []
    }
    return { ...narrow, syscalls: [rule, ...narrow.syscalls] }
  })
  expect(output).toContain('Operation not permitted')
  expect(exitCode).toBe(0)
  expect(denied).toEqual([madeDirectory])
})

test('nothing refused is no failure', async () => {
  const { denied, exitCode } = await watch(profile => profile)
  expect({ denied, exitCode }).toEqual({ denied: [], exitCode: 0 })
})
