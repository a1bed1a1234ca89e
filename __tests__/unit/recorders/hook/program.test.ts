import fs from 'node:fs/promises'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import {
  findHook,
  hookDirectories,
  hookVersion,
  parseHook,
  parseHooksDir,
  parseMissingLibraries
} from '../../../../src/recorders/hook/program.ts'
import { useTemporaryDirectory } from '../../../support/temporary.ts'

const temporary = useTemporaryDirectory()

/** As Debian has it. */
const hookOf = (program: string, key = '^io\\.containers\\.trace-syscall$') =>
  JSON.stringify({
    version: '1.0.0',
    hook: { path: program, args: ['oci-seccomp-bpf-hook', '-s'] },
    when: { annotations: { [key]: '.*' } },
    stages: ['prestart']
  })

describe('parseHook', () => {
  test.each([
    ['Debian', hookOf('/x "y"'), '/x "y"'],
    ['a plain key', hookOf('/x', 'io.containers.trace-syscall'), '/x'],
    ['another hook', hookOf('/x', 'io.other'), undefined],
    ['always', '{"hook":{"path":"/x"},"when":{"always":true}}', undefined],
    ['no JSON', 'io.containers.trace-syscall', undefined],
    ['a list', '[]', undefined]
  ])('%s', (_, text, expected) => {
    expect(parseHook(text)).toBe(expected)
  })
})

describe('findHook', () => {
  test('the first in these directories, and whether it can run', async () => {
    const second = path.join(temporary(), 'b')
    await fs.mkdir(second)
    await fs.writeFile(path.join(second, 'a.txt'), hookOf('/bin/true'))
    await fs.writeFile(path.join(second, 'b.json'), '{')
    await fs.writeFile(path.join(second, 'c.json'), hookOf('/bin/sh'))
    await fs.writeFile(path.join(second, 'd.json'), hookOf('/no/such'))
    const directories = [path.join(temporary(), 'none'), second]
    await expect(findHook(directories)).resolves.toEqual({
      file: path.join(second, 'c.json'),
      program: '/bin/sh',
      isExecutable: true
    })
    await fs.rm(path.join(second, 'c.json'))
    await expect(findHook(directories)).resolves.toMatchObject({
      program: '/no/such',
      isExecutable: false
    })
  })

  test('none', async () => {
    await expect(findHook([temporary()])).resolves.toBeUndefined()
  })
})

describe('parseHooksDir', () => {
  test.each([
    ['[engine]\n', undefined],
    ['[engine]\n#hooks_dir = [\n#  "/a",\n#]\n', undefined],
    ['hooks_dir = ["/a", \'/b c\']', ['/a', '/b c']],
    ['[engine]\nhooks_dir=[\n  # "/no",\n  "/a",\n  "/b"\n]\n', ['/a', '/b']],
    ['hooks_dir = []', []]
  ])('%j', (text, expected) => {
    expect(parseHooksDir(text)).toEqual(expected)
  })
})

test('CONTAINERS_CONF counts, but not through sudo', async () => {
  const file = path.join(temporary(), 'containers.conf')
  await fs.writeFile(file, '[engine]\nhooks_dir = ["/of-mine"]\n')
  const machine = {
    kernel: '6.1.0',
    sudo: false,
    rootless: false,
    environment: { CONTAINERS_CONF: file }
  }
  await expect(hookDirectories(machine)).resolves.toEqual(['/of-mine'])
  await expect(
    hookDirectories({ ...machine, sudo: true })
  ).resolves.not.toContain('/of-mine')
})

describe('hookVersion', () => {
  test.each([
    ['what it says itself', 'echo 1.3.0', 'echo 9.9.9', [1, 3, 0]],
    ['else its package', 'echo', 'echo 1.2.8+ds-1+b5', [1, 2, 8]],
    ['nobody knows', 'exit 2', 'exit 1', undefined]
  ])('%s', async (_, hook, dpkgQuery, expected) => {
    const programs = { hook, 'dpkg-query': dpkgQuery }
    for (const [name, script] of Object.entries(programs)) {
      const file = path.join(temporary(), name)
      await fs.writeFile(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    }
    const machine = {
      kernel: '6.1.0',
      sudo: false,
      rootless: false,
      environment: { PATH: temporary() }
    }
    const program = path.join(temporary(), 'hook')
    await expect(hookVersion(program, machine)).resolves.toEqual(expected)
  })
})

test('what ldd does not find', () => {
  const text = `	linux-vdso.so.1 (0x00007fa14dca1000)
	libbcc.so.0 => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007fa14d61e000)
	libelf.so.1 => not found
`
  expect(parseMissingLibraries(text)).toEqual(['libbcc.so.0', 'libelf.so.1'])
  expect(parseMissingLibraries('	not a dynamic executable\n')).toEqual([])
})
