import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

import { exec } from '@actions/exec'
import { beforeEach, describe, expect, test } from '@jest/globals'

import type { Change } from '../../src/github/change.ts'
import { commitThroughGit } from '../../src/github/commit-git.ts'
import { createGit } from '../../src/github/git.ts'
import {
  changeOf,
  FILE,
  gitOf,
  MAIN,
  MOVED,
  OLD,
  useGitHub,
  wordsOf,
  type World
} from '../support/github/client.ts'
import { fastImport, type Files } from '../support/github/fast-import.ts'
import type { Fault } from '../support/github/server.ts'
import { useTemporaryDirectory } from '../support/temporary.ts'

const world = useGitHub()
const directory = useTemporaryDirectory()

const home = () => path.join(directory(), 'home')
/** A name that a careless command line would break at. */
const temporary = () => path.join(directory(), "a 'temporary' -directory")

beforeEach(async () => {
  await fs.mkdir(home())
  await fs.mkdir(temporary())
})

async function commit(
  change: Change,
  {
    token = world().token(),
    git = gitOf(home()),
    repository = world().repository
  } = {}
) {
  const outcome = await commitThroughGit(git, repository, change, {
    token,
    temporary: temporary()
  })
  expect(world().github.forced()).toEqual([])
  expect(await fs.readdir(temporary())).toEqual([])
  return outcome
}

const refused = (why: unknown, ref = MAIN) => ({ kind: 'refused', ref, why })

const READ = /\/info\/refs\?service=git-upload-pack$/
const ASK = /\/info\/refs\?service=git-receive-pack$/
const PUSH = /\/git-receive-pack$/

describe('a commit', () => {
  test.each<[string, string, Files, Partial<Change>]>([
    ['of a changed file', MAIN, OLD, {}],
    [
      'of a new file, on a branch with a slash',
      'refs/heads/feature/a',
      { README: 'x' },
      {}
    ],
    [
      'of a file that can be executed',
      MAIN,
      { [FILE]: { mode: '100755', text: 'old' } },
      {}
    ],
    [
      'of a file further down, on a branch that is not ASCII',
      'refs/heads/ünïcode',
      OLD,
      { file: 'a/b c/"d",\'e\'/é.json' }
    ],
    [
      'of a file like magic, on a branch with a quotation mark',
      'refs/heads/a"b',
      { ':(glob)**': 'old', a: '', b: '' },
      { file: ':(glob)**' }
    ],
    [
      'of a file like an option, on a branch like an option',
      'refs/heads/-x',
      { '-q': 'old' },
      { file: '-q' }
    ]
  ])('%s', async (_, ref, files, more) => {
    const { write, history, git } = world()
    await write(ref, { other: '1' })
    const sha = await write(ref, files)
    const change = changeOf(sha, { ref, ...more })
    const outcome = await commit(change)
    const [made, parent, ...rest] = await history(ref)
    expect(outcome).toEqual({ kind: 'committed', ref, sha: made?.sha })
    expect(made).toMatchObject({
      parents: sha,
      message: 'allow bpf\n\nNewly allowed: bpf',
      changed: [change.file]
    })
    expect([parent?.sha, rest.length]).toEqual([sha, 1])
    expect(await git('show', `${ref}:${change.file}`)).toBe(change.text)
    const was = files[change.file]
    const mode = was && typeof was === 'object' ? was.mode : '100644'
    const line = ['--literal-pathspecs', 'ls-tree', ref, '--', change.file]
    expect(await git(...line)).toMatch(new RegExp(`^${mode} blob `))
    expect(await git('log', '-1', '--format=%an <%ae>, %cn', ref)).toBe(
      'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>, github-actions[bot]\n'
    )
  })

  test('is of the branch whose full name it is', async () => {
    const { write, git } = world()
    const full = 'refs/heads/refs/heads/x'
    const short = 'refs/heads/x'
    const sha = await write(short, { [FILE]: 'old' })
    await git('update-ref', full, sha)
    const outcome = await commit(changeOf(sha, { ref: full }))
    const made = (await git('rev-parse', full)).trim()
    expect(outcome).toEqual({ kind: 'committed', ref: full, sha: made })
    expect(made).not.toBe(sha)
    // And beside such a branch, git itself pushes to no `x`.
    expect(await commit(changeOf(sha, { ref: short }))).toEqual(
      refused(
        `git says: \`error: dst refspec ${short} matches more than one\``,
        short
      )
    )
    expect(await git('rev-parse', short)).toBe(`${sha}\n`)
  })

  test('is of no branch whose short name is the full one', async () => {
    const { write, git } = world()
    const ref = 'refs/heads/x'
    const sha = await write(`refs/heads/${ref}`, OLD)
    expect(await commit(changeOf(sha, { ref }))).toEqual({ kind: 'gone', ref })
    expect(await git('rev-parse', `refs/heads/${ref}`)).toBe(`${sha}\n`)
  })

  test('is made in a repository of SHA-256, too', async () => {
    const bare = path.join(directory(), 'octo', 'app')
    const git = async (...args: string[]) =>
      (await promisify(execFile)('git', args)).stdout
    await git('init', '-q', '--bare', '--object-format=sha256', bare)
    await fastImport(bare, [
      'commit refs/heads/main',
      'committer A <a@invalid> 1 +0000',
      'data 1',
      'x',
      `M 100644 inline ${FILE}`,
      'data 3',
      'old'
    ])
    const head = () => git('-C', bare, 'rev-parse', 'refs/heads/main')
    const sha = (await head()).trim()
    const outcome = await commit(changeOf(sha), {
      repository: { ...world().repository, server: `file://${directory()}` }
    })
    const made = (await head()).trim()
    expect(outcome).toEqual({ kind: 'committed', ref: MAIN, sha: made })
    expect(await git('-C', bare, 'rev-parse', `${made}^`)).toBe(`${sha}\n`)
  })
})

describe('nothing is committed', () => {
  const notThere = refused(`\`${FILE}\` is not a regular file on that branch`)
  test.each<[string, Files, (world: World) => Promise<unknown>, unknown]>([
    ...MOVED,
    [
      'to a link',
      { [FILE]: { mode: '120000', text: 'elsewhere' } },
      () => Promise.resolve(),
      notThere
    ],
    [
      'to a directory',
      { [`${FILE}/a`]: 'x' },
      () => Promise.resolve(),
      notThere
    ]
  ])('%s', async (_, files, stage, expected) => {
    const { write, git } = world()
    const sha = await write(MAIN, files)
    await stage(world())
    const before = await git('for-each-ref')
    expect(await commit(changeOf(sha))).toEqual(expected)
    expect(await git('for-each-ref')).toBe(before)
  })

  test('into a directory that is a file there', async () => {
    const { write, git } = world()
    const sha = await write(MAIN, { a: 'a file' })
    const outcome = await commit(changeOf(sha, { file: 'a/b' }))
    expect(outcome).toEqual(
      refused(expect.stringMatching(/^git says: `.*a\/b/))
    )
    expect(await git('rev-parse', MAIN)).toBe(`${sha}\n`)
  })
})

describe('others push meanwhile', () => {
  const other = ({ write }: World) => write(MAIN, { b: '1' })
  const same = ({ write }: World) => write(MAIN, { [FILE]: changeOf('').text })
  /** As after a merge: the commit is still there, so the branch can be made. */
  const end = async ({ git }: World) => {
    await git('update-ref', 'refs/heads/merged', MAIN)
    await git('update-ref', '-d', MAIN)
  }
  const superseded = { kind: 'superseded', ref: MAIN }
  const there = { kind: 'there', ref: MAIN }
  const gone = { kind: 'gone', ref: MAIN }
  test.each<
    [string, RegExp, number, (world: World) => Promise<unknown>, object]
  >([
    ['another file, before the fetch', READ, 2, other, superseded],
    ['this very file, before the fetch', READ, 2, same, there],
    ['the end, before the fetch', READ, 2, end, gone],
    ['another file, before the push', ASK, 1, other, superseded],
    ['this very file, before the push', ASK, 1, same, there],
    ['the end, before the push', ASK, 1, end, gone],
    ['another file, during the push', PUSH, 1, other, superseded],
    ['this very file, during the push', PUSH, 1, same, there],
    ['the end, during the push', PUSH, 1, end, gone]
  ])('%s', async (_, when, number, stage, expected) => {
    const { github, write, git } = world()
    const sha = await write(MAIN, OLD)
    let count = 0
    let after = ''
    github.onRequest = async ({ path }) => {
      if (!when.test(path) || ++count !== number) return
      await stage(world())
      after = await git('for-each-ref')
    }
    expect(await commit(changeOf(sha))).toEqual(expected)
    expect(count).toBeGreaterThanOrEqual(number)
    expect(await git('for-each-ref')).toBe(after)
  })

  test.each<[string, Fault['answer']]>([
    ['breaks off', { kind: 'applied, then', status: 'reset' }],
    ['is 502', { kind: 'applied, then', status: 502 }]
  ])('and the answer to the push %s', async (_, answer) => {
    const { github, write, history } = world()
    const sha = await write(MAIN, OLD)
    github.fault({ match: { path: PUSH }, answer })
    const outcome = await commit(changeOf(sha))
    const [made, ...rest] = await history(MAIN)
    expect(outcome).toEqual({ kind: 'committed', ref: MAIN, sha: made?.sha })
    expect(rest.map(({ sha }) => sha)).toEqual([sha])
  })
})

describe('the server refuses it', () => {
  const need = '`permissions: contents: write`'
  const EVIL = '`@all` <b>evil</b> [evil](http://evil.invalid)'
  const unseen = `not found on GitHub, or not visible to this token (404); the job needs ${need}`
  const status = (status: number, body: string, path: RegExp): Fault => ({
    match: { path },
    answer: {
      kind: 'status',
      status,
      body: Buffer.from(body),
      headers: { 'content-type': 'text/plain; charset=utf-8' }
    }
  })
  const gitSays = (code: number) =>
    new RegExp(`^git says: \`(fatal|error): .* returned error: ${code}\`$`)
  test.each<[string, Fault, string | RegExp]>([
    ['404', status(404, 'Not Found', READ), unseen],
    ['503', status(503, '', READ), gitSays(503)],
    ['429', status(429, '', READ), gitSays(429)],
    ['503 to the push', status(503, '', PUSH), gitSays(503)],
    [
      'no answer',
      { match: { path: READ }, answer: { kind: 'reset' } },
      /^git says: `fatal: unable to access /
    ],
    [
      'what is no answer of git',
      status(200, `${EVIL}\n`, READ),
      /^git says: `+fatal: .*not valid: is this a git repository/
    ],
    [
      'an archive',
      status(403, 'This repository was archived so it is read-only.', ASK),
      `GitHub refused: \`This repository was archived so it is read-only\`; the job needs ${need}`
    ],
    [
      'hostile words',
      status(403, EVIL, ASK),
      `GitHub refused: \`\` ${EVIL} \`\`; the job needs ${need}`
    ]
  ])('%s', async (_, fault, why) => {
    const { github, write, git } = world()
    const sha = await write(MAIN, OLD)
    github.fault(fault)
    const outcome = await commit(changeOf(sha))
    expect(outcome).toEqual(
      refused(typeof why === 'string' ? why : expect.stringMatching(why))
    )
    const words = wordsOf('why' in outcome ? outcome.why : '')
    expect(words).not.toMatch(/evil/)
    expect(await git('rev-parse', MAIN)).toBe(`${sha}\n`)
  })

  test('a protected branch', async () => {
    const { github, write } = world()
    const ref = 'refs/heads/protected'
    const sha = await write(ref, OLD)
    github.protect(ref)
    expect(await commit(changeOf(sha, { ref }))).toEqual(
      refused(
        `GitHub says: \`GH006: Protected branch update failed for ${ref}. - Changes must be made through a pull request\``,
        ref
      )
    )
  })

  test.each<[string, () => string, string]>([
    [
      'who may only read',
      () => world().token({ contents: 'read' }),
      `the token lacks a permission: give the job ${need}`
    ],
    ['who may not even read', () => world().token({}), unseen],
    ['nobody', () => 'ghs_no', 'GitHub rejected the token (401)']
  ])('%s', async (_, token, why) => {
    const sha = await world().write(MAIN, OLD)
    expect(await commit(changeOf(sha), { token: token() })).toEqual(
      refused(why)
    )
  })

  test.each([
    ['never answers', READ],
    ['never answers the push', PUSH]
  ])('who %s is given up', async (_, path) => {
    const { github, write } = world()
    const sha = await write(MAIN, OLD)
    github.fault({ match: { path }, answer: { kind: 'hang' } })
    const outcome = await commit(changeOf(sha), { git: gitOf(home(), 1) })
    expect(outcome).toEqual(refused('git took too long'))
  })
})

describe('the job around it', () => {
  test('neither its settings nor its hooks play a part', async () => {
    const { github, write, history } = world()
    const sha = await write(MAIN, OLD)
    const hooks = path.join(directory(), 'hooks')
    const trace = path.join(directory(), 'trace')
    const program = `#!/bin/sh\necho "$0" >>'${trace}'\nexit 1\n`
    await fs.mkdir(path.join(hooks, 'hooks'), { recursive: true })
    const hook = path.join(hooks, 'program')
    await fs.writeFile(hook, program, { mode: 0o755 })
    for (const name of ['pre-push', 'reference-transaction', 'pre-auto-gc']) {
      await fs.copyFile(hook, path.join(hooks, name))
      await fs.copyFile(hook, path.join(hooks, 'hooks', name))
    }
    const theirs = Buffer.from('x-access-token:theirs').toString('base64')
    const header = `extraheader = AUTHORIZATION: basic ${theirs}`
    await fs.writeFile(
      path.join(home(), '.gitconfig'),
      [
        // As actions/checkout writes it, and worse.
        `[http "${github.serverUrl}/"]`,
        header,
        `[http "${github.serverUrl}/octo/app"]`,
        header,
        '[http]',
        header,
        '[core]',
        `hooksPath = ${hooks}`,
        `askPass = ${hook}`,
        '[init]',
        `templateDir = ${hooks}`,
        'defaultObjectFormat = sha256',
        'defaultRefFormat = reftable',
        '[credential]',
        `helper = ${hook}`,
        '[commit]',
        'gpgSign = true',
        '[push]',
        'gpgSign = true',
        '[gpg]',
        `program = ${hook}`,
        '[safe]',
        'bareRepository = explicit',
        // Another server, by another's name.
        '[url "http://secret@127.0.0.1:9/"]',
        `insteadOf = ${github.serverUrl}/`,
        '[url "http://other@127.0.0.1:9/"]',
        `pushInsteadOf = ${github.serverUrl}/octo/`
      ].join('\n')
    )
    const outcome = await commit(changeOf(sha))
    const [made, ...rest] = await history(MAIN)
    expect(outcome).toEqual({ kind: 'committed', ref: MAIN, sha: made?.sha })
    expect(rest.map(({ sha }) => sha)).toEqual([sha])
    await expect(fs.readFile(trace)).rejects.toThrow('ENOENT')
  })

  test('no command line has the token', async () => {
    const { github, write, token } = world()
    const sha = await write(MAIN, OLD)
    const text = token()
    const lines: string[] = []
    github.onRequest = async () => {
      for (const pid of await fs.readdir('/proc')) {
        if (!/^\d+$/.test(pid)) continue
        const file = `/proc/${pid}/cmdline`
        lines.push(await fs.readFile(file, 'utf8').catch(() => ''))
      }
    }
    const watched: typeof exec = (command, args, options) => {
      lines.push([command, ...(args ?? [])].join('\0'))
      return exec(command, args, options)
    }
    const environment = { ...process.env, HOME: home() }
    const git = createGit({ exec: watched, environment })
    const outcome = await commit(changeOf(sha), { token: text, git })
    expect(outcome.kind).toBe('committed')
    const all = lines.join('\n')
    expect(all).toContain('git-remote-http')
    expect(all).toContain('push')
    expect(all).not.toContain(text)
    for (const user of ['x-access-token:', ':', '']) {
      const coded = Buffer.from(`${user}${text}`).toString('base64')
      expect(all).not.toContain(coded.slice(0, -4))
    }
  })
})
