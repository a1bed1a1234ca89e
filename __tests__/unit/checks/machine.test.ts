import fs from 'node:fs/promises'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import type { Check } from '../../../src/checks/check.ts'
import {
  cgroupCheck,
  checkMachine,
  engineChecks,
  rootCheck,
  selinuxCheck
} from '../../../src/checks/machine.ts'
import type { CgroupVersion } from '../../../src/checks/mounts.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const temporary = useTemporaryDirectory()

describe('checkMachine', () => {
  /** The check of podman on a machine whose podman is this script. */
  async function podmanOf(
    script: string | undefined,
    as = { sudo: false, rootless: false }
  ): Promise<Check[]> {
    if (script !== undefined) {
      const file = path.join(temporary(), 'podman')
      await fs.writeFile(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    }
    const environment = { PATH: temporary() }
    const checks = await checkMachine({
      kernel: '6.1',
      ...as,
      environment
    })
    return checks.slice(
      checks.findIndex(({ name }) => name === 'podman'),
      checks.findIndex(({ name }) => name === 'cgroups')
    )
  }

  const info = (rootless: boolean) =>
    JSON.stringify({
      host: {
        arch: 'arm64',
        kernel: '6.1',
        ociRuntime: { name: 'crun', version: 'crun version 1.21' },
        security: { rootless, seccompEnabled: true }
      },
      version: { Version: '5.4.2' }
    })

  test('none', async () => {
    const [check] = await podmanOf(undefined)
    expect(check).toMatchObject({ state: 'missing', found: 'not installed' })
    expect(check?.fix).toMatch(/ podman$/)
  })

  test('one that works', async () => {
    const checks = await podmanOf(`echo '${info(false)}'`)
    expect(
      checks.map(({ name, state, found }) => [name, state, found])
    ).toEqual([
      ['podman', 'ok', `5.4.2, ${temporary()}/podman`],
      ['OCI runtime', 'ok', 'crun 1.21'],
      ['seccomp', 'ok', 'podman has it'],
      ['architecture', 'ok', 'SCMP_ARCH_AARCH64']
    ])
  })

  test('a rootless one, not through sudo', async () => {
    const as = { sudo: true, rootless: true }
    const [check] = await podmanOf(`echo '${info(true)}'`, as)
    expect(check).toMatchObject({ name: 'podman', state: 'ok' })
  })

  test.each([
    ['root’s', { sudo: false, rootless: true }, true, /this is root/],
    ['not so', { sudo: true, rootless: true }, false, /is not rootless here/]
  ])('a rootless one is wanted, and is %s', async (_, as, is, found) => {
    const [check] = await podmanOf(`echo '${info(is)}'`, as)
    expect(check).toMatchObject({ name: 'podman', state: 'missing' })
    expect(check?.found).toMatch(found)
  })

  test.each([
    ['does not start', 'echo broken >&2; exit 1', /does not run: broken$/],
    ['is rootless', `echo '${info(true)}'`, /rootless/],
    [
      'has no info',
      'case $1 in info) echo a >&2; echo b >&2; exit 1; esac',
      /: a b$/
    ],
    ['prints no JSON', 'echo 5.4.2', /JSON/],
    ['prints other JSON', 'echo {}', /host/]
  ])('one that %s', async (_, script, found) => {
    const checks = await podmanOf(script)
    expect(checks).toHaveLength(1)
    expect(checks[0]).toMatchObject({ name: 'podman', state: 'missing' })
    expect(checks[0]?.found).toMatch(found)
    expect(checks[0]?.fix).toMatch(/\S/)
  })
})

describe('rootCheck of a user', () => {
  test.each([
    [false, 'not root: podman and tracers need sudo'],
    [true, 'not root: bpftrace needs sudo']
  ])('rootless: %s', (rootless, found) => {
    const rights = { privileges: undefined, uidMap: '' }
    expect(rootCheck({ sudo: true, rootless, ...rights }).found).toBe(found)
  })
})

describe('engineChecks', () => {
  const engine = {
    version: '4.3.1',
    rootless: false,
    runtime: 'runc 1.1.5+ds1',
    architecture: 'SCMP_ARCH_X86_64',
    kernel: '6.1',
    defaultProfilePath: undefined
  } as const

  test.each([
    [{}, 'podman', 'ok'],
    [{ version: '4.0.0-rc1' }, 'podman', 'ok'],
    [{ version: '3.4.4' }, 'podman', 'missing'],
    [{ runtime: 'runc' }, 'OCI runtime', 'ok'],
    [{ runtime: 'crun-vm 1.0' }, 'OCI runtime', 'weak'],
    [{ runtime: 'kata 3.0' }, 'OCI runtime', 'weak']
  ])('%j: %s is %s', (members, name, state) => {
    const { checks } = engineChecks(
      { ...engine, ...members },
      '/usr/bin/podman'
    )
    expect(checks.find(check => check.name === name)?.state).toBe(state)
  })
})

describe('rootCheck', () => {
  const ALL = (1n << 41n) - 1n
  const HOST = '         0          0 4294967295\n'
  const USER_NAMESPACE = '         0     100000      65536\n'
  const rights = (capabilities = ALL, noNewPrivileges = false) => ({
    capabilities,
    noNewPrivileges
  })

  test.each([
    ['root', false, rights(), HOST, 'ok'],
    ['sudo', true, rights(), HOST, 'ok'],
    ['no /proc', true, undefined, '', 'ok'],
    ['root, no new privileges', false, rights(ALL, true), HOST, 'ok'],
    ['sudo, no new privileges', true, rights(ALL, true), HOST, 'missing'],
    ['few capabilities', false, rights(0xa80425fbn), HOST, 'missing'],
    ['a user namespace', false, rights(), USER_NAMESPACE, 'missing']
  ] as const)('%s', (_, sudo, privileges, uidMap, state) => {
    const rights = { privileges, uidMap, rootless: false }
    expect(rootCheck({ sudo, ...rights }).state).toBe(state)
  })
})

describe('cgroupCheck', () => {
  test.each<[CgroupVersion, string | undefined, Check['state']]>([
    ['v2', 'crun', 'ok'],
    ['v1', 'crun', 'weak'],
    ['v1 and v2', 'runc', 'ok'],
    ['v1 and v2', undefined, 'ok'],
    ['v1 and v2', 'crun', 'missing'],
    ['none', 'runc', 'missing']
  ])('%s under %s is %s', (version, runtime, state) => {
    expect(cgroupCheck(version, runtime).state).toBe(state)
  })
})

test.each([
  [undefined, 'absent', 'not in use'],
  ['1', 'ok', 'enforcing'],
  ['0', 'ok', 'permissive']
])('SELinux %j', (text, state, found) => {
  expect(selinuxCheck(text)).toEqual({ name: 'SELinux', state, found })
})
