import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import type { StepResult } from '../../scripts/local-runner.ts'
import { RECORDER_NAMES } from '../../src/recorders/known.ts'
import { behindMounts } from '../support/private-mounts.ts'
import {
  BASE_IMAGE,
  HOOK,
  leftovers,
  processesWith,
  until
} from '../support/scratch.ts'
import { blindBpftrace } from '../support/stand-in.ts'
import { useScratch } from '../support/use-scratch.ts'

const scratch = useScratch()

/** What a doctor's summary says of a recorder: its headline and its trial. */
function saidOf({ summary }: StepResult, recorder: string) {
  const section = summary
    .split('\n### ')
    .find(text => text.startsWith(`${recorder}: `))
  const [headline = ''] = section?.split('\n') ?? []
  const row = /^\| trial +\| (.*)$/m.exec(section ?? '')?.[1]
  return { headline, row: row?.replace(/ {2,}/g, ' ') }
}

const BLIND =
  'bpftrace cannot read the paths of cgroups here, so it did not find the cgroup of the container'

/** A hook that is there, runs and writes nothing. */
function idleHook(): [source: string, target: string] {
  const { hook } = JSON.parse(fs.readFileSync(HOOK, 'utf8')) as {
    hook: { path: string }
  }
  return ['/usr/bin/true', hook.path]
}

/** A ctypes that cannot be imported. */
function noCtypes(): [source: string, target: string] {
  const code = 'import ctypes; print(ctypes.__file__)'
  const file = execFileSync('/usr/bin/python3', ['-c', code], {
    encoding: 'utf8'
  })
  const other = path.join(scratch.root, 'ctypes.py')
  fs.writeFileSync(other, "raise ImportError('there is no ctypes')\n")
  return [other, file.trim()]
}

describe('the doctor', () => {
  test('tries each recorder, and needs nothing else', async () => {
    const result = await scratch.step({ mode: 'doctor' })
    expect(result.exitCode).toBe(0)
    expect(result.log).toContain(
      'this runner can record with bpftrace and oci-seccomp-bpf-hook, both at once'
    )
    expect(RECORDER_NAMES.map(name => saidOf(result, name))).toEqual(
      [
        'bpftrace: works, and is used',
        'hook: works, and is used',
        'audit: works, and is not needed',
        'strace: works, and is not needed'
      ].map(headline => ({
        headline,
        row: `✅ ok | \`recorded a test program: exit_group${headline.startsWith('hook') ? '' : ' by noop'}\` | |`
      }))
    )
    expect(result.outputs).toEqual({})
    expect(scratch.profile()).toBeUndefined()
  })

  test('tells recorders that start and see nothing', async () => {
    const result = await scratch.step(
      { mode: 'doctor' },
      {
        environment: blindBpftrace(scratch),
        wrap: behindMounts([idleHook(), noCtypes()])
      }
    )
    expect(result.exitCode).toBe(0)
    expect(result.log).toContain('this runner can record with strace')
    const rows = RECORDER_NAMES.map(name => saidOf(result, name))
    expect(rows.map(({ headline }) => headline)).toEqual([
      'bpftrace: cannot work; recording would be better with it',
      'hook: cannot work; recording would be better with it',
      'audit: cannot work; recording would be better with it',
      'strace: works, and is used'
    ])
    expect(rows.map(({ row = '' }) => row)).toEqual([
      expect.stringContaining(BLIND),
      expect.stringContaining(
        'the tracing hook ended without writing a profile'
      ),
      expect.stringContaining('there is no ctypes'),
      expect.stringMatching(/^✅ ok/)
    ])
  })

  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'that is ended by %s leaves nothing',
    async signal => {
      const { temporary } = scratch
      const step = scratch.start({ mode: 'doctor' })
      await until('a trial', () => processesWith(`${temporary}/`).length > 1)
      step.child.kill(signal)
      expect(await step.done).toMatchObject(
        signal === 'SIGTERM' ? { exitCode: 143 } : { signal }
      )
      await step.post()
      expect(leftovers(temporary)).toEqual([])
    }
  )
})

describe('a run with a bpftrace that sees nothing', () => {
  /** A build that shows in the log. */
  const inputs = () => {
    scratch.write('Containerfile', `FROM ${BASE_IMAGE}\nRUN true\n`)
    return { command: 'true', 'confirm-removals': '0' }
  }

  test('goes on with the hook, and says why', async () => {
    const { exitCode, log, summary } = await scratch.step(inputs(), {
      environment: blindBpftrace(scratch)
    })
    expect(exitCode).toBe(0)
    const [warning = '', ...others] = log.match(/^::warning::.*$/gm) ?? []
    expect(warning).toContain('The recorder bpftrace does not work here: ')
    expect(warning).toContain(BLIND)
    expect(others).toEqual([])
    expect(log).toContain('Recording with oci-seccomp-bpf-hook.')
    expect(summary).toContain('Recorded with oci-seccomp-bpf-hook')
  })

  test('fails before anything is built where it is named', async () => {
    const { exitCode, log } = await scratch.step(
      { ...inputs(), recorder: 'bpftrace' },
      { environment: blindBpftrace(scratch) }
    )
    expect(exitCode).toBe(1)
    expect(log).toMatch(
      /^::error::the recorder bpftrace cannot work on this runner%0A/m
    )
    expect(log).toContain(BLIND)
    expect(log).not.toContain('podman build')
    expect(scratch.profile()).toBeUndefined()
  })
})
