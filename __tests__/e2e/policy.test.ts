import fs from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createRepository } from '../../scripts/scratch-repository.ts'
import { EXAMPLE_IMAGE } from '../support/example-image.ts'
import { exampleProfile, refusesVsock } from '../support/example-profile.ts'
import { createScratch, type Scratch, tryPodman } from '../support/scratch.ts'

describe('the policy of a workflow', () => {
  let scratch: Scratch
  let committed: string
  const inputs = {
    image: EXAMPLE_IMAGE,
    command: './test.sh',
    recorder: 'bpftrace',
    replay: 'off'
  }

  beforeAll(() => {
    scratch = createScratch()
    createRepository(scratch.workspace)
    committed = exampleProfile()
    scratch.write('seccomp.json', committed)
  })

  afterAll(() => {
    scratch.remove()
  })

  test('a denied call that the tests need fails even with fail-on: never', async () => {
    const deny = 'socket\n@debug # which the tests do not need'
    const policy = { ...inputs, deny, 'fail-on': 'never' }
    const { exitCode, outputs, log, summary } = await scratch.step(policy)
    expect(exitCode).toBe(1)
    expect(outputs).toMatchObject({
      verdict: 'unchanged',
      changed: 'false',
      removed: '[]'
    })
    expect(scratch.profile()).toBe(committed)
    const line =
      committed.split('\n').findIndex(text => text.includes('"socket"')) + 1
    expect(log).toMatch(
      new RegExp(
        `^::error title=seccomp-lock,file=seccomp.json,line=${line},col=\\d+::Denied: \`socket\`, but it was recorded`,
        'm'
      )
    )
    expect(log).toContain(
      '::error::denied: 1 system call is needed but denied, so `seccomp.json` was not written: `socket`'
    )
    expect(summary).toContain('### Needed but denied')
  })

  test('a denied call leaves no first profile behind', async () => {
    fs.rmSync(path.join(scratch.workspace, 'seccomp.json'))
    const { exitCode, outputs } = await scratch.step({
      ...inputs,
      deny: 'socket'
    })
    expect(exitCode).toBe(1)
    expect(outputs).toMatchObject({ verdict: 'created', changed: 'false' })
    expect(scratch.profile()).toBeUndefined()
    scratch.write('seccomp.json', committed)
  })

  test('an allowed call is added once, and stays', async () => {
    const policy = { ...inputs, allow: 'ptrace' }
    const { exitCode, outputs, summary } = await scratch.step(policy)
    expect(exitCode).toBe(1)
    expect(outputs).toMatchObject({ verdict: 'added', added: '["ptrace"]' })
    expect(summary).toContain('the input `allow: ptrace` names it |')
    const written = scratch.profile()
    expect(written).toContain('"ptrace"')

    const again = await scratch.step(policy)
    expect(again.exitCode).toBe(0)
    expect(again.outputs).toMatchObject({
      verdict: 'unchanged',
      changed: 'false'
    })
    expect(scratch.profile()).toBe(written)
  })

  test('a name of no system call is warned of, on its line', async () => {
    const rule = { comment: 'mine', names: ['raed'], action: 'SCMP_ACT_ALLOW' }
    const profile = JSON.parse(committed) as { syscalls: unknown[] }
    const edited = { ...profile, syscalls: [...profile.syscalls, rule] }
    const text = `${JSON.stringify(edited, null, 2)}\n`
    scratch.write('seccomp.json', text)
    const line = text.split('\n').findIndex(l => l.includes('"raed"')) + 1
    const { exitCode, log, summary } = await scratch.step(inputs)
    expect(exitCode).toBe(0)
    const message =
      '`raed` is not a system call that we know: did you mean `read`?'
    expect(log).toContain(
      `::warning title=seccomp-lock,file=seccomp.json,line=${line},col=9::${message}`
    )
    expect(summary).toContain(message)
    expect(scratch.profile()).toBe(text)
  })
})

describe('a committed file of another kind', () => {
  let scratch: Scratch
  const inputs = {
    image: EXAMPLE_IMAGE,
    command: './test.sh',
    recorder: 'bpftrace'
  }

  beforeAll(() => {
    scratch = createScratch()
    createRepository(scratch.workspace)
  })

  afterAll(() => {
    scratch.remove()
  })

  test('a deny-list is compared and stays', async () => {
    const text = JSON.stringify({
      defaultAction: 'SCMP_ACT_ALLOW',
      syscalls: [
        { names: ['socket', 'ptrace'], action: 'SCMP_ACT_ERRNO', errnoRet: 1 }
      ]
    })
    scratch.write('seccomp.json', text)
    const { exitCode, outputs, summary, log } = await scratch.step({
      ...inputs,
      'accept-dangerous': 'default-action',
      replay: 'off'
    })
    expect(exitCode).toBe(0)
    expect(outputs).toMatchObject({ verdict: 'unchanged', changed: 'false' })
    expect(scratch.profile()).toBe(text)
    const told = 'the tests used `socket`, which `seccomp.json` denies'
    expect(summary).toContain(told)
    expect(log).toContain(told)
  })

  // podman's rules about socket contradict each other behind socketcall(2). Of
  // the newer default's, which refuse AF_VSOCK, nothing is made yet that loads:
  // a fault that is known, and this test will tell when it is mended.
  const testHere = refusesVsock() ? test.failing : test

  testHere('one that names x86, too, is written so that it loads', async () => {
    const text = JSON.stringify({
      defaultAction: 'SCMP_ACT_ERRNO',
      architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'],
      syscalls: []
    })
    scratch.write('seccomp.json', text)
    const { outputs } = await scratch.step({ ...inputs, 'fail-on': 'never' })
    expect(outputs).toMatchObject({ verdict: 'added', changed: 'true' })
    expect(scratch.profile()).toContain('"SCMP_ARCH_X86"')
    const again = await scratch.step(inputs)
    expect(again.outputs).toMatchObject({ verdict: 'unchanged' })
    const { status, stderr } = tryPodman(
      'run',
      '--rm',
      `--security-opt=seccomp=${path.join(scratch.workspace, 'seccomp.json')}`,
      EXAMPLE_IMAGE,
      './test.sh'
    )
    expect({ status, stderr }).toMatchObject({ status: 0 })
  })
})
