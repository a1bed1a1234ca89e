import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { exampleProfile } from '../support/example-profile.ts'
import { without } from '../support/private-mounts.ts'
import {
  BASE_IMAGE,
  createScratch,
  HOOK,
  leftovers,
  processesWith,
  type Scratch,
  until
} from '../support/scratch.ts'
import { giveActionTo } from '../support/user-action.ts'
import {
  allow,
  createUser,
  removeUser,
  type TestUser
} from '../support/users.ts'

/** A runner's user who may run podman as root, and nothing else. */
let user: TestUser
let scratch: Scratch
let action: string
let node: string

const PODMAN_ONLY = 'NOPASSWD: /usr/bin/podman'

beforeAll(() => {
  user = createUser()
  allow(user, PODMAN_ONLY)
  scratch = createScratch()
  ;({ action, node } = giveActionTo(user.name, scratch))
})

afterAll(() => {
  scratch.remove()
  removeUser(user.name)
})

const step = (inputs: Record<string, string>, wrap: string[] = []) =>
  scratch.step(inputs, { user, action, node, wrap })

/** Files in the workspace that are not the user's. */
function foreignFiles(): string[] {
  const found = execFileSync(
    'find',
    [scratch.workspace, '-not', '-user', user.name],
    { encoding: 'utf8' }
  )
  return found.split('\n').filter(line => line !== '')
}

test('the whole run works, and the workspace stays the user’s', async () => {
  const result = await step({ command: './test.sh' })
  expect(result).toMatchObject({
    exitCode: 0,
    outputs: { verdict: 'created' }
  })
  expect(result.log).toContain('sudo -n podman run')
  // podman starts the hook; nothing else may be run as root.
  expect(result.log).toContain('Recording with oci-seccomp-bpf-hook.')
  expect(foreignFiles()).toEqual([])
  const again = await step({ command: './test.sh' })
  expect(again.outputs).toMatchObject({ verdict: 'unchanged' })
  expect(foreignFiles()).toEqual([])
})

test('with a line for bpftrace, it records as root does', async () => {
  allow(user, `${PODMAN_ONLY}, NOPASSWD:SETENV: /usr/bin/bpftrace`)
  try {
    const inputs = { command: './test.sh', profile: 'exact.json' }
    const { exitCode, log } = await step(inputs)
    expect(exitCode).toBe(0)
    expect(log).toContain(
      'Recording with bpftrace, checked by oci-seccomp-bpf-hook.'
    )
    const written = path.join(scratch.workspace, 'exact.json')
    expect(fs.readFileSync(written, 'utf8')).toBe(exampleProfile())
    expect(foreignFiles()).toEqual([])
  } finally {
    allow(user, PODMAN_ONLY)
  }
})

test('a profile that the user may not read', async () => {
  const file = path.join(scratch.workspace, 'closed.json')
  fs.writeFileSync(file, '{}', { mode: 0o600 })
  const { exitCode, log } = await step({
    image: BASE_IMAGE,
    command: 'true',
    profile: 'closed.json'
  })
  fs.rmSync(file)
  expect(exitCode).toBe(1)
  expect(log).toContain('closed.json cannot be read: EACCES')
})

test.each(['tests', 'build'])('the %s are stopped', async what => {
  const nap = `sleep 9${Math.floor(Math.random() * 1e6)}`
  const file = path.join(scratch.workspace, 'Napfile')
  fs.writeFileSync(file, `FROM ${BASE_IMAGE}\nRUN ${nap}\n`)
  const inputs: Record<string, string> =
    what === 'tests'
      ? { image: BASE_IMAGE, command: nap }
      : { containerfile: 'Napfile', command: 'true' }
  const started = scratch.start(inputs, { user, action, node })
  await until(nap, () =>
    processesWith(nap).find(line => /^\d+ sleep/.test(line))
  )
  started.child.kill('SIGTERM')
  const { exitCode } = await started.done
  fs.rmSync(file)
  expect(exitCode).toBe(143)
  expect(leftovers(scratch.temporary)).toEqual([])
  expect(processesWith(nap)).toEqual([])
})

test('setup: install says what it lacks the right to install', async () => {
  // Before the user has it: nobody but root may mount.
  const { uid, gid } = user
  const become = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`]
  const { exitCode, log } = await step(
    { image: BASE_IMAGE, command: 'true', setup: 'install' },
    [...without(scratch, path.dirname(HOOK)), ...become, '--init-groups']
  )
  expect(exitCode).toBe(1)
  expect(log).toContain('setup-runner: installing oci-seccomp-bpf-hook')
  expect(log).toContain('the runner could not be set up')
})

test('without the sudoers entry it says which one is needed', async () => {
  allow(user, 'NOPASSWD: /usr/bin/true')
  const { exitCode, log } = await step({ image: BASE_IMAGE, command: 'true' })
  expect(exitCode).toBe(1)
  expect(log).toContain('podman cannot be run as root: sudo:')
  expect(log).toContain('NOPASSWD: /usr/bin/podman')
})
