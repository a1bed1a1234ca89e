import fs from 'node:fs'
import path from 'node:path'

import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'

import type { StepResult } from '../../scripts/local-runner.ts'
import { ALWAYS_KEPT } from '../../src/syscalls/kept.ts'
import { hasBothCgroups } from '../support/engines.ts'
import { createRootlessUser, type RootlessUser } from '../support/rootless.ts'
import {
  BASE_IMAGE,
  createScratch,
  leftovers,
  processesWith,
  type Scratch,
  until
} from '../support/scratch.ts'
import { giveActionTo } from '../support/user-action.ts'

/** A runner's user with a rootless podman, who may run bpftrace as root. */
let rootless: RootlessUser
let scratch: Scratch
let action: string
let node: string

beforeAll(() => {
  rootless = createRootlessUser()
  rootless.allow('/usr/bin/bpftrace')
  scratch = createScratch()
  ;({ action, node } = giveActionTo(rootless.user.name, scratch))
})

afterEach(() => {
  // Its namespaces are those of the test that started it.
  rootless.end()
})

afterAll(() => {
  scratch.remove()
  rootless.remove()
})

const LIST = {
  image: BASE_IMAGE,
  command: 'ls -l /',
  'run-args': '--network=none'
}

const options = (wrap = rootless.wrap(true)) => ({
  user: rootless.user,
  environment: rootless.environment,
  action,
  node,
  wrap
})

const step = (inputs: Record<string, string>, wrap?: string[]) =>
  scratch.step({ podman: 'rootless', ...inputs }, options(wrap))

/** The names of the calls in a step's one recording. */
function recordedBy({ outputs }: StepResult): string[] {
  const [file = ''] = JSON.parse(outputs['recording-paths'] ?? '[]') as string[]
  const { calls } = JSON.parse(fs.readFileSync(file, 'utf8')) as {
    calls: { name: string }[]
  }
  // Those that Go's scheduler makes by chance are kept in any case.
  return calls
    .map(({ name }) => name)
    .filter(name => !ALWAYS_KEPT.includes(name))
    .sort()
}

test('bpftrace records a rootless container as it does root’s', async () => {
  const mine = await step({ ...LIST, profile: 'rootless.json' })
  expect(mine).toMatchObject({ exitCode: 0, outputs: { verdict: 'created' } })
  expect(mine.log).toContain('Recording with bpftrace.')
  expect(mine.log).not.toContain('sudo -n podman')
  expect(rootless.podman('ps', '--all', '--quiet')).toBe('')
  const roots = await scratch.step({
    ...LIST,
    recorder: 'bpftrace',
    profile: 'root.json'
  })
  const calls = recordedBy(mine)
  expect(calls).toEqual(expect.arrayContaining(['execve', 'getdents64']))
  expect(calls).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(mount|pivot_root)$/)])
  )
  expect(calls).toEqual(recordedBy(roots))
})

test('an image is built and tested', async () => {
  const file = path.join(scratch.workspace, 'Shortfile')
  fs.writeFileSync(file, `FROM ${BASE_IMAGE}\nUSER 1234\nRUN test $$ != 0\n`)
  const { exitCode, outputs } = await step({
    containerfile: 'Shortfile',
    command: 'test -O /proc/self',
    'run-args': '--network=none',
    profile: 'built.json'
  })
  expect(exitCode).toBe(0)
  expect(outputs).toMatchObject({ verdict: 'created' })
  const owner = fs.statSync(path.join(scratch.workspace, 'built.json')).uid
  expect(owner).toBe(rootless.user.uid)
})

test.each(['tests', 'build'])('the %s are stopped', async what => {
  const nap = `sleep 9${Math.floor(Math.random() * 1e6)}`
  const file = path.join(scratch.workspace, 'Napfile')
  fs.writeFileSync(file, `FROM ${BASE_IMAGE}\nUSER 1234\nRUN ${nap}\n`)
  const inputs: Record<string, string> =
    what === 'tests'
      ? { ...LIST, command: nap }
      : { containerfile: 'Napfile', command: 'true' }
  const started = scratch.start({ podman: 'rootless', ...inputs }, options())
  await until(nap, () =>
    processesWith(nap).find(line => /^\d+ sleep/.test(line))
  )
  started.child.kill('SIGTERM')
  const { exitCode, log } = await started.done
  fs.rmSync(file)
  expect([exitCode, log]).toEqual([143, expect.any(String)])
  expect(leftovers(scratch.temporary)).toEqual([])
  expect(processesWith(nap)).toEqual([])
  expect(rootless.podman('ps', '--all', '--external', '--quiet')).toBe('')
})

test('a step that was killed is cleaned up after', async () => {
  const nap = `sleep 8${Math.floor(Math.random() * 1e6)}`
  const inputs = { ...LIST, podman: 'rootless', command: nap }
  const started = scratch.start(inputs, options())
  await until(nap, () =>
    processesWith(nap).find(line => /^\d+ sleep/.test(line))
  )
  started.child.kill('SIGKILL')
  await started.done
  const { exitCode, log } = await started.post()
  expect([exitCode, log]).toEqual([
    0,
    expect.stringContaining('Cleaned up after')
  ])
  expect(leftovers(scratch.temporary)).toEqual([])
  expect(processesWith(nap)).toEqual([])
  expect(rootless.podman('ps', '--all', '--quiet')).toBe('')
})

test('a container that gets no cgroup of its own is not recorded', async () => {
  const { exitCode, log } = await step(LIST, rootless.wrap(false))
  expect(exitCode).toBe(1)
  expect(log).toContain('bpftrace did not see the cgroup of the container')
  expect(log).toContain('delegated to its user')
})

// With version 2 of cgroups alone bpftrace can work: whether it sees the
// container's is known when it runs, above.
const cannot = ['hook', 'audit', 'strace']
if (hasBothCgroups()) cannot.push('bpftrace')

test.each(cannot)('%s says where it cannot work', async recorder => {
  // Cgroups as this machine has them.
  const { uid, gid } = rootless.user
  const become = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`]
  const wrap =
    recorder === 'bpftrace' ? [...become, '--init-groups'] : rootless.wrap(true)
  const { exitCode, log } = await step({ ...LIST, recorder }, wrap)
  expect(exitCode).toBe(1)
  expect(log).toContain(`the recorder ${recorder} cannot work`)
  expect(log).toContain('podman: root')
})

test('the doctor shows it', async () => {
  const { exitCode, log } = await step({ mode: 'doctor' })
  expect(exitCode).toBe(0)
  expect(log).toContain('this runner can record with bpftrace')
  expect(log).toContain('is rootless: its hooks run as the user')
})

test('root has no rootless podman', async () => {
  const { exitCode, log } = await scratch.step({ ...LIST, podman: 'rootless' })
  expect(exitCode).toBe(1)
  expect(log).toContain('this is root, whose podman is not rootless')
})
