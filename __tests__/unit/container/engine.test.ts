import fs from 'node:fs/promises'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import {
  type Engine,
  engineName,
  inspectEngine,
  readEngineDefault
} from '../../../src/container/engine.ts'
import type { Podman } from '../../../src/container/podman.ts'
import { UserError } from '../../../src/errors.ts'
import { caught } from '../../support/caught.ts'
import {
  podmanDefault,
  podmanDefaultText
} from '../../support/profiles/podman-default.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const temporary = useTemporaryDirectory()

/** `podman info --format json` of podman 4.3.1, as far as it is read. */
const INFO = {
  host: {
    arch: 'amd64',
    kernel: '6.18.0',
    ociRuntime: {
      name: 'crun',
      version: 'crun version 1.8.1\ncommit: f8a096be\n+SYSTEMD +SELINUX'
    },
    security: {
      rootless: false,
      seccompEnabled: true,
      seccompProfilePath: '/usr/share/containers/seccomp.json'
    }
  },
  version: { Version: '4.3.1' }
}

const answering = (
  info: unknown,
  { exitCode = 0, stderr = '', sudo = false, rootless = false } = {}
): Podman => ({
  sudo,
  rootless,
  environment: {},
  run: () => Promise.resolve({ exitCode, stdout: JSON.stringify(info), stderr })
})

async function refusal(work: () => Promise<unknown>): Promise<UserError> {
  const error = await caught(work)
  expect(error).toBeInstanceOf(UserError)
  return error as UserError
}

describe('inspectEngine', () => {
  const { host } = INFO

  test('what a run depends on', async () => {
    await expect(inspectEngine(answering(INFO))).resolves.toEqual({
      version: '4.3.1',
      rootless: false,
      runtime: 'crun 1.8.1',
      architecture: 'SCMP_ARCH_X86_64',
      kernel: '6.18.0',
      defaultProfilePath: '/usr/share/containers/seccomp.json'
    })
  })

  test.each([
    ['runc version 1.1.5+ds1', 'runc 1.1.5+ds1'],
    ['', 'runc'],
    [undefined, 'runc']
  ])('a runtime that says %j is %s', async (version, runtime) => {
    const ociRuntime = { name: 'runc', version }
    const info = { ...INFO, host: { ...host, ociRuntime } }
    await expect(inspectEngine(answering(info))).resolves.toMatchObject({
      runtime
    })
  })

  test.each([
    [
      'rootless',
      { security: { ...host.security, rootless: true } },
      /rootless/
    ],
    [
      'no seccomp',
      { security: { ...host.security, seccompEnabled: false } },
      /without seccomp/
    ],
    [
      'an unknown architecture',
      { arch: 'vax' },
      /^the architecture vax is not supported$/
    ]
  ])('%s is refused', async (_, members, message) => {
    const info = { ...INFO, host: { ...host, ...members } }
    const error = await refusal(() => inspectEngine(answering(info)))
    expect(error.message).toMatch(message)
  })

  describe('rootless', () => {
    const security = { ...host.security, rootless: true }
    const info = { ...INFO, host: { ...host, security } }

    test('is taken where it is wanted', async () => {
      const podman = answering(info, { rootless: true })
      const engine = await inspectEngine(podman)
      expect(engine).toMatchObject({ version: '4.3.1', rootless: true })
      // Floors and recordings of the two are not the same.
      expect(engineName(engine)).toBe('podman 4.3.1 (rootless)')
      expect(engineName({ ...engine, rootless: false })).toBe('podman 4.3.1')
    })

    test('is refused elsewhere, with the input that would take it', async () => {
      const error = await refusal(() => inspectEngine(answering(info)))
      expect(error.hint).toContain('`podman: rootless`')
    })

    test('that is wanted, and podman is not', async () => {
      const podman = answering(INFO, { rootless: true })
      const error = await refusal(() => inspectEngine(podman))
      expect(error.message).toMatch(/^input podman: .* is not rootless here$/)
      expect(error.hint).toMatch(/^Leave `podman` out/)
    })

    test('that does not work is mended as the user', async () => {
      const podman = answering({}, { exitCode: 1, rootless: true })
      const error = await refusal(() => inspectEngine(podman))
      expect(error.hint).toContain("as the runner's user")
    })
  })

  test.each([
    [
      true,
      'sudo: a password is required',
      /^podman cannot be run as root: sudo: a password is required$/
    ],
    [
      true,
      'Error: broken storage',
      /^podman does not work here: Error: broken storage$/
    ],
    [false, 'Error: broken storage', /^podman does not work here: /]
  ])('sudo: %s, %s', async (sudo, stderr, message) => {
    const podman = answering({}, { exitCode: 1, stderr, sudo })
    const error = await refusal(() => inspectEngine(podman))
    expect(error.message).toMatch(message)
  })
})

describe('readEngineDefault', () => {
  const engine = (defaultProfilePath: string | undefined): Engine => ({
    version: '4.3.1',
    rootless: false,
    runtime: 'crun 1.8.1',
    architecture: 'SCMP_ARCH_X86_64',
    kernel: '6.18.0',
    defaultProfilePath
  })

  test('reads the file', async () => {
    const file = path.join(temporary(), 'seccomp.json')
    await fs.writeFile(file, podmanDefaultText)
    await expect(readEngineDefault(engine(file))).resolves.toEqual(
      podmanDefault
    )
  })

  test.each([undefined, '', 'default', '/no/such/file'])(
    'has no answer to %j but what to do',
    async file => {
      const error = await refusal(() => readEngineDefault(engine(file)))
      expect(error.hint).toMatch(/\S/)
    }
  )
})
