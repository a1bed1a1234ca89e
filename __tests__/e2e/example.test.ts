import fs from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { StepResult } from '../../scripts/local-runner.ts'
import {
  addFeature,
  commitAll,
  createRepository,
  git
} from '../../scripts/scratch-repository.ts'
import { effort, some } from '../support/effort.ts'
import { ownRuntime } from '../support/engines.ts'
import { exampleProfile } from '../support/example-profile.ts'
import { createScratch, type Scratch, tryPodman } from '../support/scratch.ts'

/** The example app under real podman, the real hook and the real kernel. */
describe('the example app', () => {
  let scratch: Scratch
  let first: StepResult
  let firstProfile: string
  const inputs = { command: './test.sh' }
  const names = (json = '[]') => JSON.parse(json) as string[]
  const seccomp = () =>
    `--security-opt=seccomp=${path.join(scratch.workspace, 'seccomp.json')}`

  beforeAll(async () => {
    scratch = createScratch()
    createRepository(scratch.workspace)
    first = await scratch.step(inputs)
    firstProfile = scratch.profile() ?? ''
    commitAll(scratch.workspace, 'profile')
  })

  afterAll(() => {
    scratch.remove()
  })

  test('the first run creates the profile', () => {
    expect(first.exitCode).toBe(0)
    expect(first.outputs).toMatchObject({
      verdict: 'created',
      changed: 'true',
      removed: '[]',
      'profile-path': 'seccomp.json'
    })
    expect(names(first.outputs['added'])).toEqual(
      expect.arrayContaining(['execve', 'openat', 'accept4', 'rt_sigreturn'])
    )
    expect(first.outputs['image']).toMatch(/^sha256:[0-9a-f]{64}$/)
    const report = first.outputs['report-path'] ?? ''
    expect(fs.readFileSync(report, 'utf8')).toBe(first.summary)
    expect(first.summary).toContain('🆕 a first `seccomp.json`: ')
  })

  test('the set-up of the container is not in the profile', () => {
    for (const name of ['mount', 'umount2', 'pivot_root', 'sethostname']) {
      expect(firstProfile).not.toContain(`"${name}"`)
    }
  })

  test('the report says who made the calls', () => {
    expect(first.summary).toMatch(/^\| `accept4` \| tests \| `gunicorn` × /m)
    expect(first.summary).toMatch(/^\| `capset` \| runtime \| `/m)
    // What the other runtime needs besides.
    expect(first.summary).toContain(
      ownRuntime() === 'runc' ? '- `setresuid`: crun 1.' : '- `capget`: runc 1.'
    )
  })

  test('the profile in the repository is what the action writes', () => {
    expect(exampleProfile()).toBe(firstProfile)
  })

  test('more runs change not one byte', async () => {
    for (let run = 0; run < effort(1, 3); run++) {
      const { exitCode, outputs } = await scratch.step(inputs)
      expect({ exitCode, ...outputs }).toMatchObject({
        exitCode: 0,
        verdict: 'unchanged',
        changed: 'false',
        added: '[]',
        removed: '[]'
      })
      expect(scratch.profile()).toBe(firstProfile)
    }
    expect(git(scratch.workspace, 'status', '--short')).toBe('')
  })

  test.each(['auto', 'bpftrace', 'hook'])(
    'first runs with %s write the same bytes',
    async recorder => {
      // What was written, and the log of the first run that wrote it.
      const written = new Map<string, string>()
      // Three at a time, each in a workspace of its own.
      let left = effort(recorder === 'hook' ? 2 : 1, 20)
      const someRuns = async () => {
        const own = createScratch()
        try {
          while (left-- > 0) {
            fs.rmSync(path.join(own.workspace, 'seccomp.json'), { force: true })
            // Built once is enough; and neither looking for refused calls nor
            // trying the profile changes anything.
            const { exitCode, log } = await own.step({
              ...inputs,
              image: first.outputs['image'] ?? '',
              recorder,
              denials: recorder === 'bpftrace' ? 'ignore' : 'report',
              replay: 'off'
            })
            if (exitCode !== 0) throw new Error(log)
            const profile = own.profile() ?? ''
            if (!written.has(profile)) written.set(profile, log)
          }
        } finally {
          own.remove()
        }
      }
      await Promise.all([someRuns(), someRuns(), someRuns()])
      expect(differences(written)).toEqual([])
      const [profile] = written.keys()
      for (const name of ['mount', 'umount2', 'pivot_root', 'sethostname']) {
        expect(profile).not.toContain(`"${name}"`)
      }
      if (recorder !== 'hook') expect(profile).toBe(firstProfile)
    }
  )

  test('the suite passes under the profile, and other calls are refused', () => {
    const image = first.outputs['image'] ?? ''
    for (let run = 0; run < effort(2, 5); run++) {
      const suite = tryPodman('run', '--rm', seccomp(), image, './test.sh')
      expect(suite).toMatchObject({ status: 0 })
      expect(suite.stdout).toContain('6 passed')
    }
    const mkdir = ['run', '--rm', seccomp(), image, 'mkdir', '/tmp/new']
    expect(tryPodman(...mkdir)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Function not implemented')
    })
  })

  test('a new call fails the run and is named, after all is written', async () => {
    addFeature(scratch.workspace)
    const { exitCode, outputs, log, summary } = await scratch.step(inputs)
    expect(exitCode).toBe(1)
    expect(outputs).toMatchObject({
      verdict: 'added',
      changed: 'true',
      added: '["mkdir","mkdirat"]',
      removed: '[]'
    })
    // The file that the reader sees has the call before it.
    const lines = git(scratch.workspace, 'show', 'HEAD:seccomp.json').split(
      '\n'
    )
    const line = lines.findIndex(text => text.includes('"lstat"')) + 1
    expect(log).toContain(
      `::error title=seccomp-lock,file=seccomp.json,line=${line}::New system call: mkdir.`
    )
    expect(summary).toContain('\n`mkdir` (files), made by `gunicorn` × 1.\n')
    expect(summary).toContain('\n`mkdirat` comes with `mkdir`: ')
  })

  test('fail-on: never accepts it, changed does not', async () => {
    const ends = [
      ['never', 0],
      ['dangerous', 0],
      ['changed', 1]
    ] as const
    for (const [failOn, exitCode] of some(ends, 2)) {
      git(scratch.workspace, 'checkout', '--quiet', '--', 'seccomp.json')
      const result = await scratch.step({
        ...inputs,
        'fail-on': failOn,
        replay: 'off'
      })
      expect(result.exitCode).toBe(exitCode)
      expect(result.outputs['verdict']).toBe('added')
    }
  })

  test('calls that are gone leave, or are only reported', async () => {
    const withFeature = scratch.profile()
    git(scratch.workspace, 'checkout', '--quiet', '--', 'app.py', 'tests')
    const reported = await scratch.step({
      ...inputs,
      removals: 'report',
      replay: 'off'
    })
    expect(reported.outputs).toMatchObject({ verdict: 'unchanged' })
    expect(reported.summary).toContain('### Not seen, kept')
    expect(scratch.profile()).toBe(withFeature)
    const applied = await scratch.step({ ...inputs, 'confirm-removals': '0' })
    expect(applied.exitCode).toBe(0)
    expect(applied.outputs).toMatchObject({
      verdict: 'removed',
      removed: '["mkdir","mkdirat"]'
    })
    expect(scratch.profile()).toBe(firstProfile)
  })

  test("a person's rules and keys stay", async () => {
    const profile = JSON.parse(firstProfile) as { syscalls: unknown[] }
    const rule = {
      comment: 'mine',
      names: ['kill'],
      action: 'SCMP_ACT_ERRNO',
      errnoRet: 1
    }
    const edited = {
      $schema: 'https://example.invalid/schema.json',
      ...profile,
      defaultErrnoRet: 1,
      syscalls: [rule, ...profile.syscalls]
    }
    scratch.write('seccomp.json', JSON.stringify(edited))
    const failed = await scratch.step(inputs)
    expect(failed).toMatchObject({ exitCode: 1, outputs: { replay: 'failed' } })
    expect(failed.log).toMatch(
      /which refuses kill \(to "test\.sh"\): .*seccomp\.json:1:\d+/
    )
    expect(scratch.profile()).toBe(JSON.stringify(edited))
    const untried = { ...inputs, replay: 'off' }
    const { outputs, summary } = await scratch.step(untried)
    expect(outputs).toMatchObject({
      verdict: 'removed',
      added: '[]',
      removed: '["kill"]'
    })
    const written = JSON.parse(scratch.profile() ?? '') as typeof edited
    expect(written.$schema).toBe(edited.$schema)
    expect(written.defaultErrnoRet).toBe(1)
    expect(written.syscalls[0]).toEqual(rule)
    expect(JSON.stringify(written.syscalls.slice(1))).not.toContain('"kill"')
    expect(summary).toContain('### Covered by your own rules')
    scratch.write('seccomp.json', firstProfile)
  })
})

/** How profiles differ from the first one, each with its run's log. */
function differences(written: ReadonlyMap<string, string>): string[] {
  const lines = (text: string) => text.split('\n')
  const [[first, log] = ['', ''], ...others] = written
  return others.flatMap(([other, otherLog]) => {
    const less = lines(first).filter(line => !lines(other).includes(line))
    const more = lines(other).filter(line => !lines(first).includes(line))
    return [`-${less.join()} +${more.join()}`, log, otherLog]
  })
}
