import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { beforeEach, describe, expect, test } from '@jest/globals'

import { UserError } from '../../../src/errors.ts'
import { temporaryDirectory } from '../../../src/host/temporary.ts'
import {
  readProfile,
  refuseEscape,
  refuseUnwritable,
  writeAtomically
} from '../../../src/workspace/workspace.ts'
import { caught } from '../../support/caught.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const temporary = useTemporaryDirectory()
const at = (...names: string[]) => path.join(temporary(), ...names)

const isRoot = process.getuid?.() === 0
const NOBODY = 65534

/** Does work as a user whom permissions bind. */
async function unprivileged<T>(work: () => Promise<T>): Promise<T> {
  if (!isRoot) return work()
  process.setegid?.(NOBODY)
  process.seteuid?.(NOBODY)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
    process.setegid?.(0)
  }
}

async function refusal(work: () => Promise<unknown>): Promise<string> {
  const error = await caught(work)
  expect(error).toBeInstanceOf(UserError)
  expect((error as UserError).hint).toMatch(/\S/)
  return (error as UserError).message
}

describe('refuseEscape', () => {
  beforeEach(async () => {
    await fs.mkdir(at('outside/deep'), { recursive: true })
    await fs.mkdir(at('workspace/app'), { recursive: true })
    await fs.writeFile(at('outside/secret'), '')
    await fs.writeFile(at('workspace/app/file'), '')
    await fs.symlink('../outside', at('workspace/out'))
    await fs.symlink('../outside/secret', at('workspace/secret'))
    await fs.symlink('app/file', at('workspace/inner'))
    await fs.symlink(temporary(), at('workspace/up'))
    await fs.symlink('workspace', at('alias'))
  })

  const check = (file: string, workspace = 'workspace') =>
    refuseEscape('profile', at(file), at(workspace))

  test.each([
    ['a file', 'workspace/app/file'],
    ['a file that is not there', 'workspace/app/no/such/file'],
    ['the workspace itself', 'workspace'],
    ['a link that stays inside', 'workspace/inner'],
    ['a link that leads out and in again', 'workspace/up/workspace/app'],
    ['a name that begins with dots', 'workspace/..file'],
    ['what the author wrote as outside', 'outside/secret']
  ])('allows %s', async (_, file) => {
    await expect(check(file)).resolves.toBeUndefined()
  })

  test.each([
    ['a link to a file', 'workspace/secret'],
    ['a link to a directory', 'workspace/out'],
    ['a file behind a link', 'workspace/out/secret'],
    ['a file that is not there behind a link', 'workspace/out/deep/a/b']
  ])('refuses %s', async (_, file) => {
    const message = await refusal(() => check(file))
    expect(message).toMatch(
      /^input profile: .* leads out of the workspace, to /
    )
    expect(message).toContain(at('outside'))
  })

  test('a workspace that is itself a link is the workspace', async () => {
    await expect(check('alias/app/file', 'alias')).resolves.toBeUndefined()
    await refusal(() => check('alias/secret', 'alias'))
  })
})

describe('readProfile', () => {
  test('gives the text', async () => {
    await fs.writeFile(at('p.json'), '{"ä": 1}\n')
    await expect(readProfile(at('p.json'))).resolves.toBe('{"ä": 1}\n')
  })

  test('gives nothing where there is no file', async () => {
    await expect(readProfile(at('p.json'))).resolves.toBeUndefined()
    await expect(readProfile(at('no/p.json'))).resolves.toBeUndefined()
  })

  test.each([
    ['a directory', () => fs.mkdir(at('p')), /is a directory$/],
    [
      'a symbolic link',
      () => fs.symlink('/etc/passwd', at('p')),
      /is a symbolic link$/
    ],
    [
      'a link to nowhere',
      () => fs.symlink('nowhere', at('p')),
      /is a symbolic link$/
    ],
    [
      'a huge file',
      () => fs.writeFile(at('p'), Buffer.alloc(4 * 1024 * 1024 + 1)),
      /has 4194305 bytes/
    ]
  ])('refuses %s', async (_, make, message) => {
    await make()
    expect(await refusal(() => readProfile(at('p')))).toMatch(message)
  })

  test('refuses a file in the place of a directory', async () => {
    await fs.writeFile(at('file'), '')
    expect(await refusal(() => readProfile(at('file/p')))).toMatch(
      /cannot be read: ENOTDIR/
    )
  })

  test('refuses an unreadable file', async () => {
    await fs.chmod(temporary(), 0o755)
    await fs.writeFile(at('p'), '{}', { mode: 0o600 })
    await fs.chmod(at('p'), isRoot ? 0o600 : 0o000)
    const message = await refusal(() =>
      unprivileged(() => readProfile(at('p')))
    )
    expect(message).toMatch(/cannot be read: EACCES/)
  })
})

describe('refuseUnwritable', () => {
  test('leaves nothing behind', async () => {
    await fs.writeFile(at('p'), 'old')
    await refuseUnwritable(at('p'))
    await refuseUnwritable(at('new'))
    await expect(fs.readdir(temporary())).resolves.toEqual(['p'])
    await expect(fs.readFile(at('p'), 'utf8')).resolves.toBe('old')
  })

  test('refuses a directory that is not there', async () => {
    expect(await refusal(() => refuseUnwritable(at('no/p')))).toMatch(
      /^input profile: .*no is not a directory$/
    )
  })

  test('refuses a file in the place of a directory', async () => {
    await fs.writeFile(at('file'), '')
    expect(await refusal(() => refuseUnwritable(at('file/p')))).toMatch(
      /file is not a directory$/
    )
  })

  test('refuses a directory that may not be written', async () => {
    await fs.chmod(temporary(), 0o755)
    await fs.mkdir(at('d'), { mode: 0o555 })
    const message = await refusal(() =>
      unprivileged(() => refuseUnwritable(at('d/p')))
    )
    expect(message).toMatch(/cannot be written: EACCES/)
    await expect(fs.readdir(at('d'))).resolves.toEqual([])
  })
})

describe('writeAtomically', () => {
  test.each(['p.json', `it's "$(id)".json`, '-rf', 'ü.json'])(
    'writes %s',
    async name => {
      await writeAtomically(at(name), 'text\n')
      await expect(fs.readdir(temporary())).resolves.toEqual([name])
      await expect(fs.readFile(at(name), 'utf8')).resolves.toBe('text\n')
    }
  )

  test.each([0o600, 0o640, 0o755, 0o666])('keeps the mode %i', async mode => {
    await fs.writeFile(at('p'), 'old')
    await fs.chmod(at('p'), mode)
    await writeAtomically(at('p'), 'new')
    expect((await fs.stat(at('p'))).mode & 0o7777).toBe(mode)
  })

  const owner = isRoot
    ? { uid: 1234, gid: 5678 }
    : { uid: process.getuid?.(), gid: process.getgid?.() }

  test('keeps the owner of the file', async () => {
    await fs.writeFile(at('p'), 'old')
    if (isRoot) await fs.chown(at('p'), 1234, 5678)
    await writeAtomically(at('p'), 'new')
    expect(await fs.stat(at('p'))).toMatchObject(owner)
  })

  test('gives a new file the owner of the directory', async () => {
    if (isRoot) await fs.chown(temporary(), 1234, 5678)
    await writeAtomically(at('p'), 'new')
    expect(await fs.stat(at('p'))).toMatchObject(owner)
  })

  test('refuses a link that came in its place', async () => {
    await fs.writeFile(at('target'), 'old')
    await fs.symlink('target', at('p'))
    const message = await refusal(() => writeAtomically(at('p'), 'new'))
    expect(message).toMatch(/p is a symbolic link$/)
    await expect(fs.readFile(at('target'), 'utf8')).resolves.toBe('old')
  })

  test('a directory in its place stays, and no temporary file', async () => {
    await fs.mkdir(at('p/inside'), { recursive: true })
    const message = await refusal(() => writeAtomically(at('p'), 'new'))
    expect(message).toMatch(/^input profile: .*p is a directory$/)
    await expect(fs.readdir(temporary())).resolves.toEqual(['p'])
    await expect(fs.readdir(at('p'))).resolves.toEqual(['inside'])
  })

  test('a directory that is not there', async () => {
    expect(await refusal(() => writeAtomically(at('no/p'), 'new'))).toMatch(
      /cannot be written: ENOENT/
    )
  })

  test('who reads meanwhile reads one text or the other, whole', async () => {
    const texts = ['a', 'b'].map(c => c.repeat(1024 * 1024))
    await fs.writeFile(at('p'), texts[0] ?? '')
    const seen = new Set<string>()
    const write = async () => {
      for (let i = 0; i < 10; i++) {
        await writeAtomically(at('p'), texts[i % 2] ?? '')
      }
    }
    const read = async () => {
      for (let i = 0; i < 100; i++) {
        seen.add(await fs.readFile(at('p'), 'utf8'))
      }
    }
    await Promise.all([write(), read(), read()])
    expect([...seen].filter(text => !texts.includes(text))).toEqual([])
    await expect(fs.readdir(temporary())).resolves.toEqual(['p'])
  })
})

test.each([
  [{ RUNNER_TEMP: '/runner/temp' }, '/runner/temp'],
  [{ RUNNER_TEMP: 'relative' }, path.resolve('relative')],
  [{ RUNNER_TEMP: '' }, os.tmpdir()],
  [{}, os.tmpdir()]
])('temporaryDirectory(%j) is %s', (environment, directory) => {
  expect(temporaryDirectory(environment)).toBe(directory)
})
