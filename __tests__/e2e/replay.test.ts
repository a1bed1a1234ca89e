import fs from 'node:fs'
import path from 'node:path'

import { exec } from '@actions/exec'
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  jest,
  test
} from '@jest/globals'

import {
  ACTION,
  startStep,
  type StepOptions,
  type StepResult
} from '../../scripts/local-runner.js'
import { inspectEngine, readEngineDefault } from '../../src/container/engine.js'
import { podmanEnvironment } from '../../src/container/environment.js'
import { createPodman } from '../../src/container/podman.js'
import { enforce, writeForPodman } from '../../src/enforce.js'
import { keepHistory } from '../../src/history/file.js'
import { readInputs } from '../../src/inputs.js'
import type { Log } from '../../src/log.js'
import { allowedNames } from '../../src/profile/diff.js'
import { parseProfile } from '../../src/profile/parse.js'
import { refusalsOf } from '../../src/profile/refusals.js'
import { serializeProfile } from '../../src/profile/serialize.js'
import type { Profile } from '../../src/profile/types.js'
import type { RecordRun } from '../../src/record-run.js'
import { parseRecording } from '../../src/recorders/recording.js'
import { explainDenials, mendable } from '../../src/replay/denials.js'
import { PODMAN_DEFAULT_CAPABILITIES } from '../../src/syscalls/capabilities.js'
import { underOneBpftrace } from '../support/one-bpftrace.js'
import {
  BASE_IMAGE,
  createScratch,
  leftovers,
  podman,
  processesWith,
  type Scratch,
  until
} from '../support/scratch.js'
import { nodeWithout, noBpftrace, standIn } from '../support/stand-in.js'
import { getter } from '../unit/support/action-yml.js'

jest.setTimeout(600_000)

/** The example app's image; its tag is removed at the end. */
const IMAGE = 'localhost/lock-test-replay'

let scratch: Scratch

beforeAll(() => {
  podman('build', '--quiet', `--tag=${IMAGE}`, `${ACTION}/example-app`)
})

afterAll(() => {
  podman('untag', IMAGE)
})

beforeEach(() => {
  scratch = createScratch()
})

afterEach(() => {
  scratch.remove()
})

/** A step with a memory of the scratch's own. */
const step = (
  inputs: Record<string, string>,
  { environment, ...options }: Partial<StepOptions> = {}
) => {
  const image = BASE_IMAGE
  const own = { XDG_CACHE_HOME: path.join(scratch.root, 'cache') }
  return scratch.step(
    { image, recorder: 'bpftrace', 'fail-on': 'never', ...inputs },
    { ...options, environment: { ...own, ...environment } }
  )
}

/**
 * Inputs for tests that know the number of their run, `$n`: it is in a file
 * that they have mounted.
 *
 * @param script what they do beside listing a directory
 * @param first the number of the first run
 */
function counting(script: string, first = 1): Record<string, string> {
  scratch.write('state/n', `${first}\n`)
  return {
    command: `sh -c 'read n < /state/n; echo $((n + 1)) > /state/n; ls -d /; ${script}'`,
    'run-args': `--volume=${scratch.workspace}/state:/state`
  }
}

/** How often such tests were run. */
const runs = () =>
  Number(fs.readFileSync(path.join(scratch.workspace, 'state/n'), 'utf8')) - 1

const profileFile = () => path.join(scratch.workspace, 'seccomp.json')

/** The names that the written profile allows. */
const allowed = () =>
  allowedNames(parseProfile(scratch.profile() ?? '', 'f').syscalls)

const list = (json = '') => JSON.parse(json) as string[]

/** Puts a profile into the workspace; tells whether nobody touched it. */
function given(text: string): () => void {
  scratch.write('seccomp.json', text)
  const look = () => {
    const { mtimeMs, ino } = fs.statSync(profileFile())
    return { text: scratch.profile(), mtimeMs, ino }
  }
  const before = look()
  return () => {
    expect(look()).toEqual(before)
  }
}

/** A list of one rule of the user's. */
const ruled = (rule: object) =>
  `${JSON.stringify(
    { defaultAction: 'SCMP_ACT_ERRNO', defaultErrnoRet: 38, syscalls: [rule] },
    undefined,
    2
  )}\n`

/** Lists which calls are allowed, none of them needed. */
const LIST = ruled({ names: ['acct'], action: 'SCMP_ACT_ALLOW' })

/** What a step says of each run under the profile. */
const replayed = ({ log }: StepResult) => log.match(/^Replayed: .*$/gm) ?? []

/** The profile without a name. */
const without = (profile: Profile, name: string): Profile => ({
  ...profile,
  syscalls: profile.syscalls
    .map(rule => ({ ...rule, names: rule.names.filter(n => n !== name) }))
    .filter(({ names }) => names.length > 0)
})

const silent: Log = {
  info: () => undefined,
  warning: text => {
    throw new Error(text)
  },
  group: (_, work) => work(() => undefined)
}

/** What `enforce` runs, with the real podman. */
async function runOf(inputs: Record<string, string>): Promise<RecordRun> {
  const podman = createPodman(
    { exec, environment: process.env, uid: 0 },
    'root'
  )
  const { temporary, workspace } = scratch
  return {
    image: inputs['image'] ?? BASE_IMAGE,
    engine: await inspectEngine(podman),
    inputs: readInputs(getter(inputs), workspace),
    environment: process.env,
    world: {
      ...{ podman, log: silent, scratch: temporary },
      container: `seccomp-lock-${path.basename(scratch.root)}`,
      signal: new AbortController().signal
    }
  }
}

async function watching({ engine }: RecordRun) {
  const { architecture, kernel } = engine
  return {
    watch: 'nobody' as const,
    outer: await readEngineDefault(engine),
    capabilities: PODMAN_DEFAULT_CAPABILITIES,
    host: {
      ...{ architecture, kernel, sudo: false, rootless: false },
      environment: podmanEnvironment(process.env)
    }
  }
}

describe('the example app', () => {
  let example: Scratch
  let first: StepResult
  let text: string
  let profile: Profile

  const inputs = { image: IMAGE, command: './test.sh' }

  beforeAll(async () => {
    example = createScratch()
    first = await example.step(
      { ...inputs, recorder: 'bpftrace' },
      { environment: { XDG_CACHE_HOME: path.join(example.root, 'cache') } }
    )
    text = example.profile() ?? ''
    profile = parseProfile(text, 'seccomp.json')
  })

  afterAll(() => {
    example.remove()
  })

  test('passes under its profile', () => {
    expect(first.exitCode).toBe(0)
    expect(first.outputs).toMatchObject({
      verdict: 'created',
      changed: 'true',
      replay: 'passed',
      denied: '[]'
    })
    expect(first.summary).toMatch(
      /^\*\*Replayed under the profile\*\*: the tests passed; \d{2,} different system calls, 0 refused\. That its filter is in force was seen\.$/m
    )
  })

  test('each call of its tests is named when it is refused', async () => {
    const [file = ''] = list(first.outputs['recording-paths'])
    const { calls } = parseRecording(fs.readFileSync(file, 'utf8'), file)
    const names = calls
      .filter(({ programs }) =>
        programs.some(({ comm }) => !comm.startsWith('runc:'))
      )
      .map(({ name }) => name)
      .sort()
    expect(names.length).toBeGreaterThan(50)
    const all = allowedNames(profile.syscalls)
    expect(names.filter(name => !all.has(name))).toEqual([])

    const run = await runOf({ ...inputs, 'timeout-minutes': '0.5' })
    const options = await watching(run)
    const { architecture } = run.engine
    const { value: ends, of } = await underOneBpftrace(
      architecture,
      refusalsOf(profile),
      async () => {
        const ends = []
        for (const name of names) {
          const lacking = without(profile, name)
          const under = await writeForPodman(run, lacking)
          const end = await enforce(run, lacking, under, name, options)
          ends.push({ name, lacking, ...end })
        }
        return ends
      }
    )
    const found = ends.map(({ name, lacking, failure, run: { id } }) => {
      const seen = of(id)
      const denials = explainDenials(seen.denied, {
        profile: lacking,
        engineDefault: options.outer,
        recordUnder: 'default',
        ...{ architecture, capabilities: options.capabilities },
        runtimePrograms: ['runc:[2:INIT]'],
        locate: () => undefined
      })
      return {
        name,
        fails: failure !== undefined,
        denied: mendable(denials).map(denial => denial.name),
        made: seen.calls.map(call => call.name)
      }
    })
    const caught = found.filter(({ denied }) => denied.length > 0)
    const others = found.filter(({ denied }) => denied.length === 0)
    process.stderr.write(
      `${caught.length} of ${names.length} caught, of which the suite passed without ${caught.filter(({ fails }) => !fails).length}; never needed: ${others.map(({ name }) => name).join(', ') || 'none'}\n` +
        caught.filter(({denied}) => denied.length > 1).map(({name, denied}) => `${name}: ${denied.join(' ')}\n`).join('')
    )
  })
})
