import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import path from 'node:path'

import {
  afterEach,
  beforeEach,
  describe,
  expect,
  jest,
  test
} from '@jest/globals'

import { killAsRoot } from '../../../src/container/kill.ts'
import type { Podman } from '../../../src/container/podman.ts'
import { UserError } from '../../../src/errors.ts'
import { caught } from '../../support/caught.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const temporary = useTemporaryDirectory()

let child: ChildProcess
let pid: number
/** What podman, and the sudo beside it, run with. */
let environment: Record<string, string>
let podmanRuns: string[][]

const podman = (members: Pick<Podman, 'sudo' | 'rootless'>): Podman => ({
  ...members,
  environment,
  run: args => {
    podmanRuns.push(args)
    return Promise.resolve({ exitCode: 0, stdout: '', stderr: '' })
  }
})

beforeEach(() => {
  podmanRuns = []
  environment = {}
  child = spawn('sleep', ['60'])
  pid = child.pid ?? 0
})

afterEach(() => {
  jest.restoreAllMocks()
  child.kill('SIGKILL')
})

const ended = async () => ((await once(child, 'exit')) as unknown[])[1]

test.each([false, true])('our own, rootless: %s', async rootless => {
  const end = ended()
  await killAsRoot(podman({ sudo: false, rootless }), [pid], 'TERM')
  await expect(end).resolves.toBe('SIGTERM')
  // Nor is it an error to do it again.
  await killAsRoot(podman({ sudo: false, rootless }), [pid], 'KILL')
  expect(podmanRuns).toEqual([])
})

test('from a container, where sudo is for podman', async () => {
  await killAsRoot(podman({ sudo: true, rootless: false }), [pid], 'KILL')
  expect(podmanRuns).toHaveLength(1)
  expect(podmanRuns[0]).toContain('--pid=host')
})

describe('root’s, with a rootless podman', () => {
  /** Puts a sudo into the environment, and has us be a user. */
  async function asUser(sudo: string): Promise<void> {
    const file = path.join(temporary(), 'sudo')
    await fs.writeFile(file, `#!/bin/sh\n${sudo}\n`, { mode: 0o755 })
    const directories = process.env['PATH'] ?? ''
    environment = { PATH: `${temporary()}:${directories}` }
    jest.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error('kill EPERM'), { code: 'EPERM' })
    })
  }

  test('through sudo', async () => {
    await asUser('shift; "$@"')
    const end = ended()
    await killAsRoot(podman({ sudo: false, rootless: true }), [pid], 'KILL')
    await expect(end).resolves.toBe('SIGKILL')
    expect(podmanRuns).toEqual([])
  })

  test('are named, where sudo refuses', async () => {
    await asUser('echo "sudo: a password is required" >&2; exit 1')
    const error = await caught(() =>
      killAsRoot(podman({ sudo: false, rootless: true }), [pid], 'KILL')
    )
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toContain('a password is required')
    expect((error as UserError).hint).toContain(String(pid))
  })
})
