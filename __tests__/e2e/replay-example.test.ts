import fs from 'node:fs'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { StepResult } from '../../scripts/local-runner.ts'
import { allowedNames } from '../../src/profile/compare/diff.ts'
import { parseProfile } from '../../src/profile/parse.ts'
import { refusalsOf } from '../../src/profile/refusals.ts'
import { serializeProfile } from '../../src/profile/serialize.ts'
import type { Profile } from '../../src/profile/types.ts'
import { parseRecording } from '../../src/recorders/recording.ts'
import { explainDenials, fixable } from '../../src/replay/denials.ts'
import {
  enforce,
  type Enforced,
  writeForPodman
} from '../../src/replay/enforce.ts'
import { effort, some } from '../support/effort.ts'
import { lacking, runOf, watching } from '../support/enforcement.ts'
import { EXAMPLE_IMAGE } from '../support/example-image.ts'
import { underOneBpftrace } from '../support/one-bpftrace.ts'
import { BASE_IMAGE, createScratch, type Scratch } from '../support/scratch.ts'
import { list, useReplay } from '../support/use-replay.ts'

const { scratch, step, given } = useReplay()

describe('the example app', () => {
  let example: Scratch
  let first: StepResult
  let text: string
  let profile: Profile

  const inputs = { image: EXAMPLE_IMAGE, command: './test.sh' }

  beforeAll(async () => {
    example = createScratch()
    first = await example.step({ ...inputs, recorder: 'bpftrace' })
    if (first.exitCode !== 0) throw new Error(first.log)
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
      /^\*\*Replayed under the profile\*\*: the tests passed; \d{2,} different system calls, 0 refused\. A canary container confirmed that podman enforces it\.$/m
    )
  })

  test('each call of its tests is named when it is refused', async () => {
    const [file = ''] = list(first.outputs['recording-paths'])
    const { calls } = parseRecording(fs.readFileSync(file, 'utf8'), file)
    const made = calls
      .filter(({ programs }) =>
        programs.some(({ comm }) => !comm.startsWith('runc:'))
      )
      .map(({ name }) => name)
      .sort()
    expect(made.length).toBeGreaterThan(50)
    const all = allowedNames(profile.syscalls)
    expect(made.filter(name => !all.has(name))).toEqual([])
    const names = some(made, 4)

    const both = { ...inputs, 'timeout-minutes': '0.25' }
    const run = await runOf(scratch, both)
    const options = await watching(run)
    const { architecture } = run.engine
    const { value: ends, of } = await underOneBpftrace(
      architecture,
      refusalsOf(profile),
      async () => {
        const ends: (Enforced & { name: string; profile: Profile })[] = []
        const left = [...names]
        // Four at a time: many hang, or wait for a server that does not start.
        await Promise.all(
          [1, 2, 3, 4].map(async number => {
            const run = await runOf(scratch, both, number)
            for (let name = left.shift(); name; name = left.shift()) {
              const profileWithout = lacking(profile, name)
              const file = await writeForPodman(run, profileWithout)
              const end = await enforce(
                run,
                profileWithout,
                file,
                name,
                options
              )
              ends.push({ name, profile: profileWithout, ...end })
            }
          })
        )
        return ends
      }
    )
    const found = ends.map(({ name, profile, failure, run: { id } }) => {
      const seen = of(id)
      const denials = explainDenials(seen.denied, {
        profile,
        engineDefault: options.outer,
        recordUnder: 'default',
        architecture,
        capabilities: options.capabilities,
        runtimePrograms: ['runc:[2:INIT]'],
        locate: () => undefined
      })
      return {
        name,
        fails: failure !== undefined,
        denied: fixable(denials).map(denial => denial.name)
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
        changed: 'false',
        replay: 'passed',
        denied: '[]'
      })
      expect(log).toContain(
        'verified: the tests pass under `seccomp.json`, which refuses nothing that they need'
      )
      expect(log).not.toContain('Recorded ')
      expect(summary).toContain('**Replayed under the profile**: ')
      expectUntouched()
    })

    test('and fails without a call, which is named', async () => {
      const narrow = lacking(profile, 'accept4')
      const expectUntouched = given(serializeProfile(narrow))
      const { exitCode, outputs, log, summary } = await verify()
      expect(exitCode).toBe(1)
      expect(outputs).toMatchObject({
        changed: 'false',
        replay: 'failed',
        denied: '["accept4"]'
      })
      // Without it, gunicorn serves by accept, or not in time.
      expect(log).toMatch(
        /^::error::seccomp\.json refuses calls that the tests make \(accept4 \(to "gunicorn"\)\)(: the tests failed with exit code 1|, although the tests passed)%0ARecord the tests again/m
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
      expect(result.log).not.toContain('Both outputs')
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

test('replays under a healthy profile pass', async () => {
  expect((await step({ command: 'ls -l /' })).exitCode).toBe(0)
  const run = await runOf(scratch, { image: BASE_IMAGE, command: 'ls -l /' })
  const profile = parseProfile(scratch.profile() ?? '', 'seccomp.json')
  const file = await writeForPodman(run, profile)
  const options = await watching(run)
  const times = effort(5, 50)
  const { value: ended, of } = await underOneBpftrace(
    run.engine.architecture,
    refusalsOf(profile),
    async () => {
      const ended: Enforced[] = []
      for (let time = 0; time < times; time++) {
        ended.push(await enforce(run, profile, file, `${time}`, options))
      }
      return ended
    }
  )
  expect(ended.map(({ failure }) => failure)).toEqual(
    Array.from({ length: times }, () => undefined)
  )
  expect(ended.flatMap(({ run }) => of(run.id).denied)).toEqual([])
})
