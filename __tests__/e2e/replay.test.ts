import { createHash } from 'node:crypto'
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
import {
  enforce,
  type Enforced,
  writeForPodman
} from '../../src/replay/enforce.js'
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
import {
  nodeWithout,
  noBpftrace,
  standIn,
  SYSTEM_PATH
} from '../support/stand-in.js'
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
async function runOf(
  inputs: Record<string, string>,
  number = 0
): Promise<RecordRun> {
  const podman = createPodman(
    { exec, environment: process.env, uid: 0 },
    'root'
  )
  const { temporary, workspace } = scratch
  const directory = path.join(temporary, `of-${number}`)
  fs.mkdirSync(directory)
  return {
    image: inputs['image'] ?? BASE_IMAGE,
    engine: await inspectEngine(podman),
    inputs: readInputs(getter(inputs), workspace),
    environment: process.env,
    world: {
      ...{ podman, log: silent, scratch: directory },
      container: `seccomp-lock-${path.basename(scratch.root)}-${number}`,
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
      /^\*\*Replayed under the profile\*\*: the tests passed; \d{2,} different system calls, 0 refused\. podman was seen to enforce it\.$/m
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

    const both = { ...inputs, 'timeout-minutes': '0.25' }
    const run = await runOf(both)
    const options = await watching(run)
    const { architecture } = run.engine
    const { value: ends, of } = await underOneBpftrace(
      architecture,
      refusalsOf(profile),
      async () => {
        const ends: (Enforced & { name: string; lacking: Profile })[] = []
        const left = [...names]
        // Four at a time: many hang, or wait for a server that does not start.
        await Promise.all(
          [1, 2, 3, 4].map(async number => {
            const run = await runOf(both, number)
            for (let name = left.shift(); name; name = left.shift()) {
              const lacking = without(profile, name)
              const file = await writeForPodman(run, lacking)
              const end = await enforce(run, lacking, file, name, options)
              ends.push({ name, lacking, ...end })
            }
          })
        )
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
        denied: mendable(denials).map(denial => denial.name)
      }
    })
    const caught = found.filter(({ denied }) => denied.length > 0)
    const others = found.filter(({ denied }) => denied.length === 0)
    // What a program does about a refusal may need calls that are new, too:
    // to write an error message, say. Nothing else is said to be refused.
    const wrong = caught.filter(
      ({ name, denied }) =>
        !denied.includes(name) ||
        denied.some(other => other !== name && all.has(other))
    )
    expect(wrong).toEqual([])
    expect(others.filter(({ fails }) => fails)).toEqual([])
    const more = caught
      .filter(({ denied }) => denied.length > 1)
      .map(({ name, denied }) => `\n  ${name}: ${denied.join(', ')}`)
    process.stderr.write(
      `${caught.length} of ${names.length} refused calls caught, ${caught.filter(({ fails }) => !fails).length} of which fail no test; never needed: ${others.map(({ name }) => name).join(', ') || 'none'}; with others:${more.join('')}\n`
    )
  })

  describe('is verified', () => {
    const verify = () => step({ ...inputs, mode: 'verify' })

    test('as it is', async () => {
      const expectUntouched = given(text)
      const { exitCode, outputs, log, summary } = await verify()
      expect(exitCode).toBe(0)
      expect(outputs).toMatchObject({
        ...{ changed: 'false', replay: 'passed', denied: '[]' }
      })
      expect(log).toContain(
        'verified: the tests pass under `seccomp.json`, which refuses them nothing that they need'
      )
      expect(log).not.toContain('Recorded ')
      expect(summary).toContain('**Replayed under the profile**: ')
      expectUntouched()
    })

    test('and fails without a call, which is named', async () => {
      const lacking = without(profile, 'accept4')
      const expectUntouched = given(serializeProfile(lacking))
      const { exitCode, outputs, log, summary } = await verify()
      expect(exitCode).toBe(1)
      expect(outputs).toMatchObject({
        ...{ changed: 'false', replay: 'failed', denied: '["accept4"]' }
      })
      // Without it, gunicorn serves by accept, or not in time.
      expect(log).toMatch(
        /^::error::seccomp\.json refuses the tests calls \(accept4 \(to "gunicorn"\)\)(: the tests failed with exit code 1|, though they passed)%0ARecord the tests anew/m
      )
      expect(summary).toMatch(
        /^\| `accept4` \| `gunicorn` × .* \| ENOSYS \| `it was not recorded` \|$/m
      )
      expectUntouched()
    })

    test('and is not compared with a recording that nobody made', async () => {
      const expectUntouched = given(text)
      const command = "sh -c 'exit 3'"
      const result = await step({ ...inputs, command, mode: 'verify' })
      expect(result.exitCode).toBe(1)
      expect(result.outputs).toMatchObject({ replay: 'failed', denied: '[]' })
      expect(result.log).toMatch(/^::error::.*failed with exit code 3/m)
      expect(result.log).not.toContain('when they were recorded')
      expect(result.log).not.toContain('outputs are in the report')
      expectUntouched()
    })

    test('where there is one', async () => {
      const { exitCode, log, outputs } = await verify()
      expect(exitCode).toBe(1)
      expect(log).toMatch(
        /^::error::mode verify: there is no profile .*seccomp\.json/m
      )
      expect(outputs).toEqual({})
      expect(scratch.profile()).toBeUndefined()
    })
  })
})

describe('tests that do not do the same each time', () => {
  test.each([
    // The number of the first run, how it ends, whether the profile has it.
    [1, 'passed', false],
    [2, 'healed', true],
    [3, 'passed', true]
  ])(
    'a call in each third run, from the run %d on: %s',
    async (first, replay, isIn) => {
      const result = await step(
        counting('[ $((n % 3)) != 0 ] || mkdir /tmp/a', first)
      )
      expect(result.exitCode).toBe(0)
      expect(result.outputs).toMatchObject({
        ...{ replay, denied: '[]', verdict: 'created', changed: 'true' }
      })
      expect(replayed(result).at(-1)).toMatch(/ made, 0 refused\.$/)
      expect(allowed().has('mkdir')).toBe(isIn)
      expect(result.summary.includes('### Seen in a replay only')).toBe(
        replay === 'healed'
      )
      if (replay === 'healed') {
        expect(result.summary).toContain('- `mkdir`: `mkdir` × 1\n')
        expect(result.summary).toContain(
          '**Replayed under the profile**, 2 times: the tests passed;'
        )
      }
    }
  )

  test('a call that fails nothing is healed, too', async () => {
    const script = '[ $n != 2 ] || mkdir /tmp/a || true'
    const result = await step(counting(script))
    expect(result.outputs).toMatchObject({ replay: 'healed', denied: '[]' })
    expect(replayed(result)).toEqual([
      expect.stringMatching(/ 1 refused\.$/),
      expect.stringMatching(/ 0 refused\.$/)
    ])
    expect(allowed()).toContain('mkdir')
  })

  test('another call each time: given up after three rounds', async () => {
    const expectUntouched = given(LIST)
    const script =
      'case $n in 2) mkdir /tmp/a;; 3) chmod 700 /tmp;; 4) ln -s a /tmp/b;; 5) mkfifo /tmp/c;; esac'
    const result = await step(counting(script))
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ replay: 'failed', changed: 'false' })
    expect(list(result.outputs['denied'])).toContain('mknodat')
    expect(result.log).toMatch(
      /^::error::the tests are still refused calls after 3 rounds of adding those that were: .*mknodat \(to "mkfifo"\)/m
    )
    expect(result.summary).toContain('### The replay failed')
    expect(runs()).toBe(5)
    expectUntouched()
  })
})

describe('calls that somebody forbids', () => {
  test("a rule of the user's is named with its place", async () => {
    const expectUntouched = given(
      ruled({
        names: ['fchmod', 'fchmodat', 'fchmodat2', 'chmod'],
        ...{ action: 'SCMP_ACT_ERRNO', errnoRet: 1 }
      })
    )
    const result = await step({ command: 'chmod 700 /tmp' })
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({
      ...{ replay: 'failed', changed: 'false', denied: '["fchmodat"]' }
    })
    const lines = (scratch.profile() ?? '').split('\n')
    const line = lines.findIndex(text => text.includes('"fchmodat"')) + 1
    const column = (lines[line - 1]?.indexOf('"') ?? 0) + 1
    const place = `a rule of yours .*, seccomp\\.json:${line}:${column}`
    expect(result.log).toMatch(
      new RegExp(
        '^::error::the tests fail under the new seccomp\\.json, which refuses fchmodat \\(to "chmod"\\): the tests failed with exit code 1%0A' +
          `Refused:%0A- fchmodat \\(to "chmod"\\): ${place}%0A`,
        'm'
      )
    )
    expect(result.log).toContain(
      `::error title=seccomp,file=seccomp.json,line=${line},col=${column}::Refused: \`fchmodat\`, to \`chmod\``
    )
    expectUntouched()
  })

  test('so is a line of the input deny, for a call of the replay only', async () => {
    const expectUntouched = given(LIST)
    const result = await step({
      ...counting('[ $n = 1 ] || mkdir /tmp/a'),
      deny: 'mkdir\nmkdirat'
    })
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({
      ...{ replay: 'failed', changed: 'false', denied: '["mkdir"]' }
    })
    expect(result.log).toMatch(
      /^::error::the tests fail under the new seccomp\.json, which refuses mkdir \(to "mkdir"\): the tests failed with exit code 1%0ARefused:%0A- mkdir \(to "mkdir"\): the input deny names it: mkdir%0A/m
    )
    expect(runs()).toBe(2)
    expectUntouched()
  })

  test('tests that do without the call pass', async () => {
    const result = await step({
      ...counting('[ $n = 1 ] || mkdir /tmp/a || true'),
      deny: 'mkdir\nmkdirat'
    })
    expect(result.exitCode).toBe(0)
    expect(result.outputs).toMatchObject({
      ...{ replay: 'passed', changed: 'true', denied: '["mkdir"]' }
    })
    expect(allowed()).not.toContain('mkdir')
  })
})

test('tests that fail without a refused call are flaky', async () => {
  const expectUntouched = given(LIST)
  const result = await step(
    counting('echo "this is run $n"; [ $n = 1 ] || exit 3')
  )
  expect(result.exitCode).toBe(1)
  expect(result.outputs).toMatchObject({
    ...{ replay: 'failed', changed: 'false', denied: '[]' }
  })
  expect(result.log).toMatch(
    /^::error::the tests are flaky, .* not seen to refuse them a call .*: the tests failed with exit code 3/m
  )
  const [, ...ends] = result.log.split('::group::To compare: the end of the ')
  expect(ends).toEqual([
    expect.stringMatching(/^output when .* recorded\n[^]*\nthis is run 1\n/),
    expect.stringMatching(/^output under the new .*\n[^]*\nthis is run 2\n/)
  ])
  expectUntouched()
})

const SERVER = `
import os, signal, sys
from http.server import BaseHTTPRequestHandler, HTTPServer
with open("/state/n") as file:
    n = int(file.read())
with open("/state/n", "w") as file:
    file.write(str(n + 1))
class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if n == 2:
            os.mkdir("/tmp/new")
        self.send_response(200)
        self.end_headers()
signal.signal(signal.SIGTERM, lambda *_: sys.exit())
HTTPServer(("", 8000), Handler).serve_forever()
`

test('tests from outside are replayed and healed', async () => {
  scratch.write('state/n', '1')
  scratch.write('state/server.py', SERVER)
  const result = await step({
    image: IMAGE,
    command: 'python3 /state/server.py',
    'run-args': `--publish=127.0.0.1::8000\n--user=0\n--volume=${scratch.workspace}/state:/state`,
    'test-script': `
exec 3<>"/dev/tcp/127.0.0.1/$PORT_8000"
printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3
grep '^HTTP/1.0 200' <&3
`,
    ready: '127.0.0.1:$PORT_8000'
  })
  expect(result.exitCode).toBe(0)
  expect(result.outputs).toMatchObject({ replay: 'healed', denied: '[]' })
  expect(result.summary).toContain('- `mkdir`: `python3` × 1\n')
  expect(replayed(result).at(-1)).toMatch(/ 0 refused\.$/)
  expect(allowed()).toContain('mkdir')
  expect(runs()).toBe(3)
})

test('a podman that ignores the profile is found out', async () => {
  const expectUntouched = given(LIST)
  const ignoring = standIn(
    scratch,
    'podman',
    `#!/bin/bash
words=()
for word in "$@"; do
  [[ $word == --security-opt=seccomp=* ]] || words+=("$word")
done
exec /usr/bin/podman "\${words[@]}"
`
  )
  const result = await step({ command: 'ls -d /' }, { environment: ignoring })
  expect(result.exitCode).toBe(1)
  expect(result.log).toMatch(/^::error::podman does not enforce the profile /m)
  expect(result.outputs).toMatchObject({ changed: 'false', replay: 'failed' })
  expectUntouched()
})

describe('a replay that is ended', () => {
  let nap: string

  /** Starts a step and waits until the replay sleeps. */
  async function asleep() {
    nap = `sleep 8${Math.floor(Math.random() * 1e6)}`
    const step = startStep({
      workspace: scratch.workspace,
      temporary: scratch.temporary,
      inputs: {
        ...{ image: BASE_IMAGE, recorder: 'bpftrace' },
        ...counting(`[ $n = 1 ] || exec ${nap}`)
      },
      environment: { XDG_CACHE_HOME: path.join(scratch.root, 'cache') }
    })
    await until(nap, () => processesWith(nap).some(p => /^\d+ sleep/.test(p)))
    return step
  }

  function expectNothingLeft() {
    expect(leftovers(scratch.temporary)).toEqual([])
    expect(processesWith(nap)).toEqual([])
  }

  test('by SIGTERM', async () => {
    const expectUntouched = given(LIST)
    const step = await asleep()
    step.child.kill('SIGTERM')
    const { exitCode, log, outputs } = await step.done
    expect(exitCode).toBe(143)
    expect(log).toContain('cancelled by SIGTERM; nothing was written')
    expect(outputs).toEqual({})
    expectNothingLeft()
    expect((await step.post()).exitCode).toBe(0)
    expectUntouched()
  })

  test('by SIGKILL, and the post step cleans up', async () => {
    const expectUntouched = given(LIST)
    const step = await asleep()
    step.child.kill('SIGKILL')
    await step.done
    expect(leftovers(scratch.temporary)).not.toEqual([])
    const { exitCode, log } = await step.post()
    expect(log).toContain('Removed what the killed step had left.')
    expect(exitCode).toBe(0)
    expectNothingLeft()
    expectUntouched()
  })

  test('by its timeout', async () => {
    const expectUntouched = given(LIST)
    const result = await step({
      ...counting('[ $n = 1 ] || sleep 60'),
      'timeout-minutes': '0.2'
    })
    expect(result.exitCode).toBe(1)
    expect(result.log).toContain('the tests took longer than 0.2 minutes')
    expect(result.outputs).toMatchObject({ replay: 'failed' })
    expectUntouched()
  })
})

describe('without bpftrace', () => {
  const inputs = () => ({
    ...counting('[ $n = 1 ] || mkdir /tmp/a'),
    recorder: 'hook'
  })

  test('audit names what is refused, by a second run', async () => {
    const result = await step(inputs(), { environment: noBpftrace(scratch) })
    expect(result.exitCode).toBe(0)
    expect(result.outputs).toMatchObject({ replay: 'healed', denied: '[]' })
    expect(
      result.log.match(/^::group::Run the tests with refused calls/gm)
    ).toHaveLength(2)
    expect(replayed(result)).toEqual([
      'Replayed: 1 refused, by a second run in which they were let through.',
      'Replayed: 0 refused, by a second run in which they were let through.'
    ])
    expect(result.summary).toContain('- `mkdir`: `mkdir` × 1\n')
    expect(allowed()).toContain('mkdir')
    // A recording, and two replays of two runs.
    expect(runs()).toBe(5)
  })

  test('nobody says that nothing was refused in the run before', async () => {
    const expectUntouched = given(LIST)
    const result = await step(
      { ...inputs(), ...counting('[ $n != 2 ] || mkdir /tmp/a') },
      { environment: noBpftrace(scratch) }
    )
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ replay: 'failed', denied: '[]' })
    expect(result.log).toContain("directory '/tmp/a': Function not implemented")
    expect(result.log).not.toContain('refused them no call')
    expectUntouched()
  })

  test('nor audit, it is said that nothing can tell', async () => {
    const hiding = {
      node: nodeWithout(scratch, ['/usr/bin/bpftrace', '/usr/bin/python3']),
      environment: { PATH: SYSTEM_PATH }
    }
    const blind = await step({ ...counting('true'), recorder: 'hook' }, hiding)
    expect(blind.exitCode).toBe(0)
    expect(blind.outputs).toMatchObject({ replay: 'passed', denied: '[]' })
    expect(blind.summary).toContain(
      'the tests passed; nothing on this runner can tell which calls were refused (bpftrace can).'
    )
    expect(replayed(blind)).toEqual([])
    const expectUntouched = given(scratch.profile() ?? '')
    const result = await step(inputs(), hiding)
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ replay: 'failed', denied: '[]' })
    expect(result.log).toMatch(
      /^::error::the tests passed when they were recorded, and fail under the new seccomp\.json: .*%0ANothing on this runner can tell which calls were refused: install bpftrace/m
    )
    expectUntouched()
  })
})

describe('calls that the tests did not make this time', () => {
  /** Tests that make mkdir(2) in runs whose number has a file. */
  function lucky(numbers: readonly number[], first = 1) {
    for (const number of numbers) scratch.write(`state/lucky/${number}`, '')
    // The audit's recordings are the quickest.
    return {
      ...counting('[ ! -e /state/lucky/$n ] || mkdir /tmp/a', first),
      recorder: 'audit'
    }
  }

  const memory = (name: string) => ({
    environment: {
      XDG_CACHE_HOME: path.join(scratch.root, name),
      GITHUB_REPOSITORY: 'octo/app',
      GITHUB_REF_NAME: 'main'
    }
  })

  test('one of four runs makes a call: once seen, it stays', async () => {
    const numbers = Array.from({ length: 100 }, (_, index) => index + 1)
    const made = numbers.filter(n => isLucky(n))
    const inputs = { ...lucky(made, FIRST), replay: 'off' }
    let isSeen = false
    let pending = 0
    for (let push = 1; push <= PUSHES; push++) {
      const before = runs()
      const { exitCode, outputs, summary } = await step(inputs)
      expect(exitCode).toBe(0)
      const saw = made.some(n => n > before && n <= runs())
      const isNew = saw && !isSeen
      isSeen ||= saw
      expect({ push, removed: outputs['removed'] }).toEqual({
        push,
        removed: '[]'
      })
      expect(list(outputs['added']).includes('mkdir')).toBe(isNew)
      expect(allowed().has('mkdir')).toBe(isSeen)
      if (/^- `mkdir`: not made in the last \d+ runs; leaves/m.test(summary)) {
        pending++
      }
    }
    expect(isSeen).toBe(true)
    // Or it would have been no trial.
    expect(pending).toBeGreaterThan(0)
    process.stderr.write(
      `${PUSHES} pushes, ${runs()} runs, pending after ${pending}\n`
    )
  })

  test('with no memory it stays, with a good one it leaves', async () => {
    const inputs = lucky([1])
    await step(inputs, memory('any'))
    const text = scratch.profile() ?? ''
    expect(allowed()).toContain('mkdir')

    const fresh = await step(inputs, memory('none'))
    expect(fresh.outputs).toMatchObject({
      ...{ verdict: 'unchanged', removed: '[]', replay: 'passed' }
    })
    expect(scratch.profile()).toBe(text)
    expect(fresh.summary).toContain('### Not seen, and perhaps not gone')
    expect(fresh.summary).toMatch(
      /^- `mkdir`: not made in the last 4 runs; leaves after \d+ more without it$/m
    )
    // Twice a recording and a replay, and what confirms.
    expect(runs()).toBe(2 + 2 + 3)

    const { environment } = memory('good')
    await keepHistory(
      path.join(environment.XDG_CACHE_HOME, 'seccomp-lock'),
      { suite: ['octo/app', 'seccomp.json'], ref: 'main' },
      {
        runs: 20,
        calls: new Map([['mkdir', { seen: 20, runs: 20, unseen: 0 }]])
      }
    )
    const gone = await step(inputs, { environment })
    expect(gone.outputs).toMatchObject({
      ...{ verdict: 'removed', removed: '["mkdir","mkdirat"]', added: '[]' }
    })
    expect(allowed()).not.toContain('mkdir')
    expect(gone.summary).not.toContain('### Not seen, and perhaps not gone')
    // Three recordings, and a replay.
    expect(runs()).toBe(7 + 4)
  })

  test('with confirm-removals: 0 it leaves at once', async () => {
    const inputs = { ...lucky([1]), replay: 'off' }
    await step(inputs)
    expect(allowed()).toContain('mkdir')
    const { outputs } = await step({ ...inputs, 'confirm-removals': '0' })
    expect(outputs).toMatchObject({ removed: '["mkdir","mkdirat"]' })
    expect(allowed()).not.toContain('mkdir')
    expect(runs()).toBe(2)
  })
})

/** The second push makes the call. */
const FIRST = 7
const PUSHES = 12

/** Whether a number is one of four, without any order in it. */
function isLucky(number: number): boolean {
  const digest = createHash('sha256').update(`${number}`).digest()
  return (digest[0] ?? 0) < 64
}

test('fifty replays under a healthy profile pass', async () => {
  expect((await step({ command: 'ls -l /' })).exitCode).toBe(0)
  const run = await runOf({ image: BASE_IMAGE, command: 'ls -l /' })
  const profile = parseProfile(scratch.profile() ?? '', 'seccomp.json')
  const file = await writeForPodman(run, profile)
  const options = await watching(run)
  const { value: ended, of } = await underOneBpftrace(
    run.engine.architecture,
    refusalsOf(profile),
    async () => {
      const ended: Enforced[] = []
      for (let time = 0; time < 50; time++) {
        ended.push(await enforce(run, profile, file, `${time}`, options))
      }
      return ended
    }
  )
  expect(ended.map(({ failure }) => failure)).toEqual(
    Array.from({ length: 50 }, () => undefined)
  )
  expect(ended.flatMap(({ run }) => of(run.id).denied)).toEqual([])
})
