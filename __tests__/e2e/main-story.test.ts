import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import type { StepResult } from '../../scripts/local-runner.ts'
import { commitAll, git } from '../../scripts/scratch-repository.ts'
import { ownRuntime } from '../support/engines.ts'
import { writtenByHook } from '../support/hook.ts'
import {
  BASE_IMAGE,
  createScratch,
  type Scratch,
  tryPodman
} from '../support/scratch.ts'

/**
 * What users do, with what their machine has: the recorders that `auto` finds
 * and podman's own runtime. The tests are steps of one story.
 */
let scratch: Scratch
let recorders: string
let runtime: string
let firstProfile: string

beforeAll(async () => {
  scratch = createScratch()
  git(scratch.workspace, 'init', '--quiet')
  recorders = (await writtenByHook(scratch, BASE_IMAGE, 'true'))
    ? 'bpftrace, checked by oci-seccomp-bpf-hook'
    : 'bpftrace'
  runtime = ownRuntime()
})

afterAll(() => {
  scratch.remove()
})

const TESTS = `opendir my $top, "/" or die; print "it has $_\\n" for readdir $top;`
const FEATURE = `mkdir "/tmp/new" or die "mkdir: $!";`
const commandOf = (program: string) => `perl -e '${program}'`

const step = (inputs: Record<string, string>) =>
  scratch.step({ image: BASE_IMAGE, ...inputs })

const perlUnderIt = (program: string) =>
  tryPodman(
    'run',
    '--rm',
    '--network=none',
    `--security-opt=seccomp=${path.join(scratch.workspace, 'seccomp.json')}`,
    BASE_IMAGE,
    'perl',
    '-e',
    program
  )

function expectRecordedAndProven({ log, summary }: StepResult): void {
  expect(log).toMatch(new RegExp(`^Recording with ${recorders}\\.$`, 'm'))
  expect(log).not.toContain('::warning::')
  expect(summary).toMatch(
    new RegExp(
      `^<sub>Recorded with ${recorders}, under podman \\S+, ${runtime} \\d`,
      'm'
    )
  )
  // By the kernel's count of filters, in a container started for that.
  expect(summary).toMatch(
    /^\*\*Replayed under the profile\*\*: the tests passed; .* 0 refused\. A canary container confirmed that podman enforces it\.$/m
  )
}

test('the first run makes a profile and proves it', async () => {
  const result = await step({ command: commandOf(TESTS) })
  expect(result).toMatchObject({
    exitCode: 0,
    outputs: { verdict: 'created', replay: 'passed', denied: '[]' }
  })
  expectRecordedAndProven(result)
  firstProfile = scratch.profile() ?? ''
  for (const name of ['execve', 'getdents64', 'rt_sigreturn']) {
    expect(firstProfile).toContain(`"${name}"`)
  }
  for (const name of ['mkdir', 'mount', 'pivot_root', 'ptrace']) {
    expect(firstProfile).not.toContain(`"${name}"`)
  }
  commitAll(scratch.workspace, 'The profile')
})

test('containers run under it, and other calls are refused', () => {
  expect(perlUnderIt(TESTS)).toMatchObject({ status: 0, stderr: '' })
  expect(perlUnderIt(FEATURE)).toMatchObject({
    status: 38,
    stderr: expect.stringContaining('mkdir: Function not implemented')
  })
})

test('the same tests change nothing', async () => {
  const result = await step({ command: commandOf(TESTS) })
  expect(result).toMatchObject({
    exitCode: 0,
    outputs: { verdict: 'unchanged', changed: 'false', added: '[]' }
  })
  expectRecordedAndProven(result)
  expect(scratch.profile()).toBe(firstProfile)
})

test('a call that is new fails verification, and is named', async () => {
  const result = await step({
    command: commandOf(TESTS + FEATURE),
    mode: 'verify'
  })
  expect(result).toMatchObject({
    exitCode: 1,
    outputs: { replay: 'failed', denied: '["mkdir"]', changed: 'false' }
  })
  expect(result.log).toContain('mkdir (to "perl")')
  expect(scratch.profile()).toBe(firstProfile)
})

test('a call that is new fails the run, and is proposed', async () => {
  const result = await step({ command: commandOf(TESTS + FEATURE) })
  expect(result).toMatchObject({
    exitCode: 1,
    outputs: {
      verdict: 'added',
      added: '["mkdir","mkdirat"]',
      removed: '[]',
      changed: 'true',
      replay: 'passed'
    }
  })
  expectRecordedAndProven(result)
  expect(result.summary).toMatch(/^\| `mkdir` \|.*`perl` × 1/m)
  expect(scratch.profile()).toContain('"mkdir"')
})

test('what was proposed is verified', async () => {
  const proposed = scratch.profile()
  const result = await step({
    command: commandOf(TESTS + FEATURE),
    mode: 'verify'
  })
  expect(result).toMatchObject({
    exitCode: 0,
    outputs: { replay: 'passed', denied: '[]', changed: 'false' }
  })
  expect(result.log).toContain('verified: the tests pass under `seccomp.json`')
  expect(scratch.profile()).toBe(proposed)
})
