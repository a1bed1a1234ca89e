import fs from 'node:fs/promises'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import type { Check } from '../../../src/checks/check.ts'
import { rootlessCgroupCheck } from '../../../src/checks/rootless.ts'
import { checkRecorder } from '../../../src/recorders/recorders.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const temporary = useTemporaryDirectory()

const machine = () => ({
  kernel: '6.1.0',
  sudo: true,
  rootless: true,
  environment: { PATH: temporary() }
})

test.each(['hook', 'audit', 'strace'] as const)(
  '%s cannot work, and one line says so',
  async name => {
    const [check, ...others] = await checkRecorder(name, machine())
    expect(others).toEqual([])
    expect(check).toMatchObject({ name: 'podman', state: 'missing' })
    expect(check?.found).toMatch(/^is rootless: /)
    expect(check?.fix).toContain('`podman: root`')
  }
)

describe('the cgroup that bpftrace knows a container by', () => {
  test.each<[string, Check['state'], RegExp]>([
    ['v2 systemd\n', 'ok', /systemd/],
    ['v2 cgroupfs\n', 'weak', /delegated/],
    ['v1 cgroupfs\n', 'missing', /^podman has v1/],
    ['', 'missing', /does not say/]
  ])('%j is %s', (text, state, found) => {
    const check = rootlessCgroupCheck(text)
    expect(check).toMatchObject({ name: 'cgroup v2', state })
    expect(check.found).toMatch(found)
    expect(check.fix === undefined).toBe(state === 'ok')
  })

  test('podman is asked as the user', async () => {
    const script = '#!/bin/sh\necho v1 cgroupfs\n'
    const file = path.join(temporary(), 'podman')
    await fs.writeFile(file, script, { mode: 0o755 })
    const checks = await checkRecorder('bpftrace', machine())
    const check = checks.find(({ name }) => name === 'cgroup v2')
    expect(check).toMatchObject({ state: 'missing' })
    expect(check?.fix).toContain('`podman: root`')
  })
})
