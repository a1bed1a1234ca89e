import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { exec } from '@actions/exec'
import { expect, test } from '@jest/globals'

import { readCheckout } from '../../../src/github/checkout.ts'
import { createGit } from '../../../src/github/git.ts'
import { gitOf } from '../../support/github/client.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const directory = useTemporaryDirectory()

const at = (...names: string[]) => path.join(directory(), 'work', ...names)

const gitIn = (environment: Record<string, string>, ...args: string[]) =>
  execFileSync('git', ['-C', at(), '-c', 'user.name=a', ...args], {
    env: {
      ...process.env,
      EMAIL: 'a@invalid',
      GIT_CONFIG_GLOBAL: '/dev/null',
      ...environment
    },
    stdio: 'pipe'
  })
    .toString()
    .trim()

const git = (...args: string[]) => gitIn({}, ...args)

/** A workspace with one commit, and these directories. */
function checkedOut(...directories: string[]): string {
  for (const name of ['', ...directories]) {
    fs.mkdirSync(at(name), { recursive: true })
  }
  git('init', '--quiet')
  git('commit', '--quiet', '--allow-empty', '--message=x')
  return git('rev-parse', 'HEAD')
}

const read = (file: string) => readCheckout(gitOf(directory()), file)

/** What git's own tests set, to be taken for somebody else by git. */
const SOMEBODY_ELSE = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }

test.each([
  ['the root', ''],
  ['a directory below', 'a/b'],
  ['one with an odd name', 'a b/"ü\'/:(glob)*']
])('%s', async (_, below) => {
  const head = checkedOut(below)
  expect(await read(at(below, 'seccomp.json'))).toEqual({
    head,
    profile: path.join(below, 'seccomp.json')
  })
})

test('a link into the repository is what it points to', async () => {
  const head = checkedOut('real')
  fs.symlinkSync(at('real'), at('link'))
  expect(await read(at('link', 'seccomp.json'))).toEqual({
    head,
    profile: 'real/seccomp.json'
  })
})

test('a detached head, as actions/checkout leaves it', async () => {
  const head = checkedOut()
  git('checkout', '--quiet', '--detach')
  git('commit', '--quiet', '--allow-empty', '--message=y')
  git('checkout', '--quiet', head)
  expect(await read(at('seccomp.json'))).toMatchObject({ head })
})

test('a repository in the repository is its own', async () => {
  checkedOut('inner')
  git('-C', 'inner', 'init', '--quiet')
  git('-C', 'inner', 'commit', '--quiet', '--allow-empty', '--message=inner')
  const head = git('-C', 'inner', 'rev-parse', 'HEAD')
  expect(await read(at('inner', 'seccomp.json'))).toEqual({
    head,
    profile: 'seccomp.json'
  })
})

test.each<[string, () => unknown]>([
  ['that is no repository', () => fs.mkdirSync(at(), { recursive: true })],
  ['that is not there', () => undefined],
  [
    'that has no commit',
    () => {
      fs.mkdirSync(at())
      git('init', '--quiet')
    }
  ],
  ['with a line end in its name', () => checkedOut('a\nb')]
])('a directory %s', async (_, stage) => {
  stage()
  const below = fs.existsSync(at('a\nb')) ? 'a\nb' : ''
  expect(await read(at(below, 'seccomp.json'))).toBe(undefined)
})

test('a workspace of somebody else', async () => {
  const head = checkedOut('a')
  // It is one that git by itself does not read.
  expect(() =>
    gitIn(SOMEBODY_ELSE, '-c', 'safe.directory=', 'rev-parse', 'HEAD')
  ).toThrow(/dubious ownership/)
  const asThem: typeof exec = (command, args, options) =>
    exec(command, args, {
      ...options,
      env: { ...options?.env, ...SOMEBODY_ELSE }
    })
  const theirs = createGit({ exec: asThem, environment: process.env })
  expect(await readCheckout(theirs, at('a', 'seccomp.json'))).toEqual({
    head,
    profile: 'a/seccomp.json'
  })
})

test.each([
  ['git', 'timeout'],
  ['timeout and git', '']
])('a machine without %s', async (_, there) => {
  checkedOut()
  const bin = path.join(directory(), 'bin')
  fs.mkdirSync(bin)
  if (there !== '') {
    const file = execFileSync('sh', ['-c', `command -v ${there}`])
    fs.symlinkSync(file.toString().trim(), path.join(bin, there))
  }
  const was = process.env['PATH']
  try {
    process.env['PATH'] = bin
    const git = createGit({ exec, environment: { PATH: bin } })
    expect(await readCheckout(git, at('seccomp.json'))).toBe(undefined)
  } finally {
    process.env['PATH'] = was
  }
})
