import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { Cancelled } from '../../src/errors.ts'
import type { Asked, Subject } from '../../src/github/base/lineage.ts'
import type { Start } from '../../src/github/base/start.ts'
import {
  checkout,
  commitIn,
  forge,
  gitAt,
  lineageOf,
  NEW,
  OLD,
  requestOf,
  unpack
} from '../support/github/base.ts'
import { FILE, MAIN, useGitHub, wordsOf } from '../support/github/client.ts'
import type { Files } from '../support/github/fast-import.ts'
import { useTemporaryDirectory } from '../support/temporary.ts'

const world = useGitHub()
const directory = useTemporaryDirectory()

const NO_TOKEN: Partial<Asked> = { api: undefined }
const DEPTH = '--depth=1'
const GONE = 'd'.repeat(40)

const work = () => path.join(directory(), 'work')

/** A checkout of a commit. */
const out = (sha: string, ...options: string[]) =>
  checkout(world(), work(), sha, ...options)

const read = (
  start: Start,
  sha: string,
  asked: Partial<Asked> = {},
  subject: Partial<Subject> = {}
) => lineageOf(world(), start, { directory: work(), sha, ...subject }, asked)

/** The same without a token: only git can know. */
const readByGit = (start: Start, sha: string) => read(start, sha, NO_TOKEN)

/** What was asked of GitHub's API. */
const asked = () =>
  world().github.requests.map(
    ({ operation, path }) =>
      operation ?? path.replace(/^.*\/octo\/app\/([^?/]*).*$/, '$1')
  )

const push = (before: string): Start => ({ kind: 'push', before })
const short = (sha: string) => sha.slice(0, 7)

/** Two commits on main, which is checked out. */
async function pushed(
  before: Files,
  after: Files,
  ...options: string[]
): Promise<[before: string, after: string]> {
  const { write } = world()
  const first = await write(MAIN, { README: '1', ...before })
  const second = await write(MAIN, { README: '2', ...after })
  out(second, ...options)
  return [first, second]
}

const file = (text: string, at = FILE) => ({ path: at, text })

/** What is checked out, and whether git or GitHub has the base then. */
const WAYS: [way: string, options: string[], requests: number][] = [
  ['git', [], 0],
  ['the API', [DEPTH], 1]
]

describe('a pull request', () => {
  test.each(WAYS)('as a merge, by %s', async (_, options, requests) => {
    const { base, head, merge, start } = await requestOf(
      world(),
      { [FILE]: OLD },
      { [FILE]: NEW }
    )
    out(merge, ...options)
    const { versions, ...lineage } = await read(start, head)
    expect(lineage).toEqual({
      base: { kind: 'read', name: 'main', commit: base, file: file(OLD) },
      head: { text: NEW },
      isMerge: true
    })
    // The head's file is asked for, too.
    expect(asked()).toHaveLength(requests * 2)
    if (requests === 0) {
      expect(versions).toEqual([
        { commit: head, author: 'A Person', text: NEW }
      ])
    } else {
      expect(versions).toEqual([])
    }
  })

  test('as a merge of what main has changed as well', async () => {
    const { base, merge, head, start } = await requestOf(
      world(),
      { [FILE]: 'a\n' },
      { [FILE]: 'b\n' },
      { [FILE]: 'c\n' }
    )
    out(merge)
    expect(await readByGit(start, head)).toMatchObject({
      base: { commit: base, file: file('c\n') },
      head: { text: 'b\n' },
      isMerge: true
    })
  })

  test('without a token, as a merge that is all there is', async () => {
    const change = await requestOf(world(), { [FILE]: OLD }, { [FILE]: NEW })
    const { base, head, merge, start } = change
    out(merge, DEPTH)
    expect(await readByGit(start, head)).toEqual({
      base: {
        kind: 'unread',
        name: 'main',
        why: `git does not have \`seccomp.json\` of the commit \`${short(base)}\`, and there is no \`github-token\` to ask GitHub with`
      },
      versions: [],
      head: undefined,
      isMerge: true
    })
  })

  test.each(WAYS)('as its head, by %s', async (_, options, requests) => {
    const { fork, head, start } = await requestOf(
      world(),
      { [FILE]: OLD },
      { [FILE]: NEW },
      { [FILE]: 'main has moved on\n' }
    )
    out(head, ...options)
    if (requests === 0) gitAt(work(), 'fetch', '-q', 'origin', 'main')
    const { versions, ...lineage } = await read(start, head)
    expect(lineage).toEqual({
      base: { kind: 'read', name: 'main', commit: fork, file: file(OLD) },
      head: undefined,
      isMerge: false
    })
    expect(versions).toHaveLength(1 - requests)
    expect(asked()).toEqual(requests === 0 ? [] : ['compare', 'File'])
  })

  test('of a fork, whose commits no branch here has', async () => {
    const change = await requestOf(world(), { [FILE]: OLD }, { [FILE]: NEW })
    const { base, head, merge, start } = change
    out(merge, DEPTH)
    const token = world().token({ contents: 'read' })
    const api = () => world().client(token)
    expect(await read(start, head, { api })).toMatchObject({
      base: { commit: base, file: file(OLD) },
      head: { text: NEW }
    })
  })

  test('whose checkout is something else', async () => {
    const change = await requestOf(world(), { [FILE]: OLD }, { [FILE]: NEW })
    const { base, head, start } = change
    out(base)
    const why = `\`${short(base)}\` is checked out, which is neither the head of the pull request nor its merge with the base`
    expect(await read(start, head)).toMatchObject({
      base: { kind: 'unread', name: 'main', why },
      isMerge: false
    })
    expect(asked()).toEqual([])
  })

  test('without a checkout', async () => {
    const change = await requestOf(
      world(),
      { 'app/p.json': OLD },
      { 'app/p.json': NEW }
    )
    const { fork, head, start } = change
    fs.mkdirSync(work())
    const found = await read(start, head, {}, { profile: 'app/p.json' })
    expect(found).toEqual({
      base: {
        kind: 'read',
        name: 'main',
        commit: fork,
        file: file(OLD, 'app/p.json')
      },
      versions: [],
      head: undefined,
      isMerge: false
    })
    expect(asked()).toEqual(['compare', 'File'])
  })
})

describe('a push', () => {
  test.each(WAYS)('by %s', async (_, options, requests) => {
    const [before, after] = await pushed(
      { [FILE]: OLD },
      { [FILE]: NEW },
      ...options
    )
    expect(await read(push(before), after)).toMatchObject({
      base: {
        kind: 'read',
        name: short(before),
        commit: before,
        file: file(OLD)
      },
      isMerge: false
    })
    expect(asked()).toHaveLength(requests)
  })

  test('of many commits has all versions, the newest first', async () => {
    const { write } = world()
    const before = await write(MAIN, { [FILE]: '0' })
    const commits: string[] = []
    for (const text of ['1', '2', '3']) {
      commits.unshift(await write(MAIN, { [FILE]: text }))
      await write(MAIN, { other: text })
    }
    const gone = await write(MAIN, { [FILE]: null })
    out(gone)
    const author = 'A Person'
    expect(await readByGit(push(before), gone)).toMatchObject({
      base: { file: file('0') },
      versions: [
        { commit: gone, author, text: undefined },
        { commit: commits[0], author, text: '3' },
        { commit: commits[1], author, text: '2' },
        { commit: commits[2], author, text: '1' }
      ]
    })
  })

  test('whose history is cut off has no versions', async () => {
    const { write } = world()
    const before = await write(MAIN, { [FILE]: '0' })
    for (const text of ['1', '2', '3']) await write(MAIN, { [FILE]: text })
    const after = await write(MAIN, { [FILE]: '4' })
    out(after, '--depth=3')
    expect(await read(push(before), after)).toMatchObject({
      base: { file: file('0') },
      versions: []
    })
    // git has what lies between these, however shallow it is.
    const late = gitAt(work(), 'rev-parse', 'HEAD~2')
    const { versions } = await readByGit(push(late), after)
    expect(versions.map(({ text }) => text)).toEqual(['4', '3'])
  })

  test('that was forced, to where before is no ancestor', async () => {
    const { write, git } = world()
    const first = await write(MAIN, { [FILE]: OLD })
    const before = await write(MAIN, { [FILE]: 'lost\n' })
    await git('update-ref', MAIN, first)
    const after = await write(MAIN, { [FILE]: NEW })
    out(after)
    expect(await read(push(before), after)).toMatchObject({
      base: { kind: 'read', commit: before, file: file('lost\n') }
    })
    expect(asked()).toEqual(['File'])
  })

  test('that was forced, and before is gone', async () => {
    const [, after] = await pushed({ [FILE]: OLD }, { [FILE]: NEW })
    expect(await read(push(GONE), after)).toMatchObject({
      base: {
        kind: 'unread',
        name: 'ddddddd',
        why: 'GitHub does not have the commit `ddddddd`'
      }
    })
  })

  test('of which another commit is checked out', async () => {
    const [before, after] = await pushed({ [FILE]: OLD }, { [FILE]: NEW })
    expect(await read(push(before), GONE)).toMatchObject({
      base: {
        kind: 'unread',
        why: `\`${short(after)}\` is checked out, but the event is about \`ddddddd\``
      }
    })
  })

  test('to a repository of SHA-256', async () => {
    fs.mkdirSync(work())
    gitAt(work(), 'init', '-q', '-b', 'main', '--object-format=sha256')
    const before = await commitIn(work(), MAIN, { [FILE]: OLD })
    const after = await commitIn(work(), MAIN, { [FILE]: NEW })
    gitAt(work(), 'checkout', '-q', '--force', 'main')
    expect(await readByGit(push(before), after)).toMatchObject({
      base: { commit: before, file: file(OLD) },
      versions: [{ text: NEW }]
    })
  })
})

describe('a new branch', () => {
  const start: Start = { kind: 'new branch', defaultBranch: 'main' }

  /** main went on after the branch left it, and after the checkout. */
  async function branched(...options: string[]): Promise<[string, string]> {
    const { write, git } = world()
    const fork = await write(MAIN, { [FILE]: OLD })
    await git('update-ref', 'refs/heads/new', fork)
    const head = await write('refs/heads/new', { [FILE]: NEW })
    await write(MAIN, { [FILE]: 'moved on\n' })
    out(head, ...options)
    return [fork, head]
  }

  test.each([
    ['git', [], ['BaseBranch', 'compare', 'File']],
    ['the API', [DEPTH], ['BaseBranch', 'compare', 'File']]
  ])('by %s', async (way, options, requests) => {
    const [fork, head] = await branched(...options)
    if (way === 'git') gitAt(work(), 'fetch', '-q', 'origin', 'main')
    expect(await read(start, head)).toMatchObject({
      base: { kind: 'read', name: 'main', commit: fork, file: file(OLD) }
    })
    expect(asked()).toEqual(way === 'git' ? requests.slice(0, 1) : requests)
  })

  test('where the checkout has an old main', async () => {
    const [fork, head] = await branched()
    gitAt(work(), 'update-ref', 'refs/remotes/origin/main', head)
    expect(await read(start, head)).toMatchObject({ base: { commit: fork } })
    // Without a token it is all that we have; and so if GitHub refuses.
    expect(await readByGit(start, head)).toMatchObject({
      base: { commit: head }
    })
    const stranger = world().token({ issues: 'read' })
    const api = () => world().client(stranger)
    expect(await read(start, head, { api })).toMatchObject({
      base: { commit: head }
    })
  })

  test('where nobody knows main', async () => {
    const [, head] = await branched()
    expect(await readByGit(start, head)).toMatchObject({
      base: {
        kind: 'unread',
        name: 'main',
        why: 'git does not have the branch `main`, and there is no `github-token` to ask GitHub with'
      }
    })
    const other: Start = { kind: 'new branch', defaultBranch: 'none' }
    expect(await read(other, head)).toMatchObject({
      base: { why: 'GitHub does not have the branch `none`' }
    })
  })

  test('that has nothing in common with main', async () => {
    const { write } = world()
    await write(MAIN, { [FILE]: OLD })
    const head = await write('refs/heads/new', { [FILE]: NEW })
    out(head)
    const { base } = await read(start, head)
    expect(base).toMatchObject({ kind: 'unread', name: 'main' })
  })
})

test.each(WAYS)('a merge group, by %s', async (_, options, requests) => {
  const [base, head] = await pushed({ [FILE]: OLD }, {}, ...options)
  const start: Start = {
    kind: 'merge group',
    base: { name: 'release/1', sha: base }
  }
  expect(await read(start, head)).toMatchObject({
    base: { kind: 'read', name: 'release/1', commit: base, file: file(OLD) }
  })
  expect(asked()).toHaveLength(requests)
})

test('an event about no change asks nobody', async () => {
  const start: Start = { kind: 'none', why: 'the event `x` changes nothing' }
  const git = () => Promise.reject(new Error('nobody is to be asked'))
  expect(await read(start, GONE, { git })).toEqual({
    base: start,
    versions: [],
    head: undefined,
    isMerge: false
  })
  expect(asked()).toEqual([])
})

describe('the old profile', () => {
  const text = `{\n  "defaultAction": "SCMP_ACT_ERRNO"\n${'  \n'.repeat(20)}}\n`
  const changed = text.replace('ERRNO', 'KILL')

  test.each<[what: string, before: Files, after: Files, found: unknown]>([
    [
      'was renamed, and changed',
      { 'old.conf': text, 'gone.json': OLD },
      { 'old.conf': null, 'gone.json': null, [FILE]: changed },
      file(text, 'old.conf')
    ],
    [
      'was deleted',
      { 'b.json': OLD, 'a.json': '{}', 'c.json': NEW, 'a.txt': OLD },
      { 'b.json': null, 'a.json': null, 'c.json': null, [FILE]: '"x"' },
      file(OLD, 'b.json')
    ],
    [
      'was deleted, and has the same name',
      { 'a.json': OLD, 'z/seccomp.json': NEW },
      { 'a.json': null, 'z/seccomp.json': null, [FILE]: '"x"' },
      file(NEW, 'z/seccomp.json')
    ],
    [
      'was renamed to something else',
      { 'old.json': text },
      { 'old.json': null, 'docs/example.json': text, [FILE]: '"x"' },
      file(text, 'old.json')
    ],
    ['was never there', { a: '1' }, { a: null, [FILE]: NEW }, undefined],
    ['is there no more', { [FILE]: OLD }, { [FILE]: null }, file(OLD)],
    ['is there nowhere', { a: '1' }, { a: '2' }, undefined]
  ])('%s', async (_, before, after, found) => {
    const [first, second] = await pushed(before, after)
    const byGit = await readByGit(push(first), second)
    expect(byGit.base).toEqual({
      kind: 'read',
      name: short(first),
      commit: first,
      file: found
    })
    fs.rmSync(work(), { recursive: true })
    out(second, DEPTH)
    expect((await read(push(first), second)).base).toEqual(byGit.base)
  })

  test('in a pull request was renamed there, not on main', async () => {
    const { head, merge, start } = await requestOf(
      world(),
      { 'old.json': text, 'main.json': NEW },
      { 'old.json': null, [FILE]: changed },
      { 'main.json': null }
    )
    for (const options of [[], [DEPTH]]) {
      fs.rmSync(work(), { recursive: true, force: true })
      out(merge, ...options)
      expect(await read(start, head)).toMatchObject({
        base: { file: file(text, 'old.json') }
      })
    }
  })

  test('may have another name that GitHub does not list', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 301 }, (_, i) => [`a/${i}`, `${i}`])
    )
    const [first, second] = await pushed({ z: OLD }, { ...many }, DEPTH)
    const { base } = await read(push(first), second)
    expect(base).toMatchObject({
      kind: 'unread',
      why: expect.stringContaining('more files than GitHub lists (300)')
    })
  })
})

describe('what is not a text', () => {
  const large = `${' '.repeat(4 * 1024 * 1024)}x`
  test.each<[what: string, before: Files, why: string]>([
    [
      'a link',
      { [FILE]: { mode: '120000', text: 'a' } },
      'is not a regular file'
    ],
    ['a directory', { [`${FILE}/a`]: OLD }, 'is not a regular file'],
    [
      'bytes',
      { [FILE]: { mode: '100644', text: Buffer.from([0x7b, 0xff]) } },
      'is not text in UTF-8'
    ],
    ['a large file', { [FILE]: large }, 'is larger than 4 MiB']
  ])('%s', async (_, before, why) => {
    const [first, second] = await pushed(before, { z: '' })
    const expected = {
      kind: 'unread',
      name: short(first),
      why: `\`seccomp.json\` in \`${short(first)}\` ${why}`
    }
    const byGit = await readByGit(push(first), second)
    expect(byGit.base).toEqual(expected)
    fs.rmSync(work(), { recursive: true })
    out(second, DEPTH)
    const byApi = await read(push(first), second)
    expect(byApi.base).toEqual(expected)
  })

  test('a directory above the profile that is a link', async () => {
    const [first, second] = await pushed(
      { app: { mode: '120000', text: 'other' }, 'other/p.json': OLD },
      { 'app2/p.json': OLD }
    )
    const { base } = await read(
      push(first),
      second,
      {},
      { profile: 'app/p.json' }
    )
    expect(base).toMatchObject({ kind: 'read', file: undefined })
  })

  test('a version of it', async () => {
    const [first] = await pushed({ [FILE]: OLD }, { [FILE]: NEW })
    const link = await world().write(MAIN, {
      [FILE]: { mode: '120000', text: 'a' }
    })
    fs.rmSync(work(), { recursive: true })
    out(link)
    const { versions } = await readByGit(push(first), link)
    expect(versions.map(({ text }) => text)).toEqual([undefined, NEW])
  })
})

test.each([
  ['a text over a megabyte', `"${'ü'.repeat(700_000)}"`],
  ['a text with NUL', 'a\0b'],
  ['no text', '']
])('by the API: %s', async (_, text) => {
  const [first, second] = await pushed({ [FILE]: text }, { z: '' }, DEPTH)
  const { base } = await read(push(first), second)
  expect(base).toMatchObject({ kind: 'read', file: { text } })
  expect(asked()).toEqual(text === '' ? ['File'] : ['File', 'git'])
})

describe('a repository that others have changed', () => {
  /** A file that nobody may make. */
  const trap = () => path.join(directory(), 'trap')
  const trapped = () => {
    const script = path.join(directory(), 'trap.sh')
    const text = `#!/bin/sh\necho "$0 $*" >> ${trap()}\nexit 1\n`
    fs.writeFileSync(script, text, { mode: 0o755 })
    return script
  }

  /** Everything that git could run, or ask. */
  function settle(at: string): void {
    const script = trapped()
    const settings = {
      'log.showSignature': 'true',
      'gpg.program': script,
      'gpg.format': 'openpgp',
      'core.sshCommand': script,
      'core.fsmonitor': script,
      'core.hooksPath': path.dirname(script),
      'core.pager': script,
      'core.alternateRefsCommand': script,
      'diff.external': script,
      'diff.x.command': script,
      'diff.x.textconv': script,
      'credential.helper': `!${script}`,
      'protocol.allow': 'always',
      'remote.origin.url': `ext::${script}`,
      'remote.origin.uploadpack': script,
      'remote.origin.promisor': 'true',
      'remote.origin.partialclonefilter': 'blob:none',
      'extensions.partialClone': 'origin',
      'core.repositoryFormatVersion': '1',
      'core.attributesFile': path.join(at, '.gitattributes')
    }
    for (const [name, value] of Object.entries(settings)) {
      gitAt(at, 'config', name, value)
    }
    fs.writeFileSync(path.join(at, '.git/info/attributes'), '* diff=x\n')
  }

  const nothingRan = () => {
    expect(fs.existsSync(trap())).toBe(false)
  }

  test('runs nothing of its settings', async () => {
    const change = await requestOf(
      world(),
      { 'old.json': OLD },
      { 'old.json': null, [FILE]: NEW }
    )
    const { head, merge, start } = change
    out(merge)
    settle(work())
    const found = await readByGit(start, head)
    expect(found.base).toMatchObject({ file: file(OLD, 'old.json') })
    expect(found.versions).toHaveLength(1)
    nothingRan()
  })

  test('asks no server for what a partial clone lacks', async () => {
    const [first, second] = await pushed(
      { 'old.json': `${OLD}\n\n\n\n` },
      { 'old.json': null, [FILE]: `${OLD}\n\n\n` },
      '--filter=blob:none'
    )
    settle(work())
    const { base } = await readByGit(push(first), second)
    expect(base).toMatchObject({ kind: 'unread' })
    nothingRan()
    const byApi = await read(push(first), second)
    expect(byApi.base).toMatchObject({
      file: file(`${OLD}\n\n\n\n`, 'old.json')
    })
    nothingRan()
    // It is one that git by itself asks for.
    expect(() =>
      gitAt(work(), 'cat-file', 'blob', `${first}:old.json`)
    ).toThrow()
    expect(fs.existsSync(trap())).toBe(true)
  })

  test('has no say with replaced objects, grafts and a commit-graph', async () => {
    const [first, second] = await pushed({ [FILE]: OLD }, { [FILE]: NEW })
    const ids = [first, second].map(sha =>
      gitAt(work(), 'rev-parse', `${sha}:${FILE}`)
    )
    gitAt(work(), 'replace', ids[0] ?? '', ids[1] ?? '')
    gitAt(work(), 'replace', first, second)
    gitAt(work(), 'commit-graph', 'write', '--reachable')
    const grafts = path.join(work(), '.git/info/grafts')
    fs.writeFileSync(grafts, `${second}\n`)
    const found = await readByGit(push(first), second)
    expect(found.base).toMatchObject({ file: file(OLD) })
    expect(found.versions).toMatchObject([{ commit: second, text: NEW }])
  })

  test.each<[what: string, name: string, by: string]>([
    ['blob', 'HEAD~:seccomp.json', 'HEAD:seccomp.json'],
    ['tree', 'HEAD~^{tree}', 'HEAD^{tree}'],
    ['commit', 'HEAD~', 'HEAD']
  ])('has a forged %s, which GitHub has right', async (_, name, by) => {
    const [first, second] = await pushed({ [FILE]: OLD }, { [FILE]: NEW })
    unpack(work())
    const idOf = (of: string) => gitAt(work(), 'rev-parse', of)
    forge(work(), idOf(name), idOf(by))
    expect(await readByGit(push(first), second)).toMatchObject({
      base: { kind: 'unread', why: expect.stringMatching(/^git does not have/) }
    })
    expect(await read(push(first), second)).toMatchObject({
      base: { kind: 'read', file: file(OLD) }
    })
  })

  test('has a forged history, in which the head is the base', async () => {
    const change = await requestOf(world(), { [FILE]: OLD }, { [FILE]: NEW })
    const { fork, base, head } = change
    // git checks the commits that it is given, and not those behind them.
    const sha = await world().write(MAIN, { other: '2' })
    const start: Start = {
      kind: 'pull request',
      base: { name: 'main', sha },
      head
    }
    out(head)
    gitAt(work(), 'fetch', '-q', 'origin', 'main')
    unpack(work())
    const tree = gitAt(work(), 'rev-parse', 'HEAD^{tree}')
    const forged = gitAt(work(), 'commit-tree', tree, '-p', head, '-m', 'x')
    forge(work(), base, forged)
    expect(gitAt(work(), 'merge-base', sha, head)).toBe(head)
    expect(await readByGit(start, head)).toMatchObject({
      base: { kind: 'unread' }
    })
    expect(await read(start, head)).toMatchObject({ base: { commit: fork } })
  })

  test('has an object that is broken', async () => {
    const [first, second] = await pushed({ [FILE]: OLD }, { [FILE]: NEW })
    unpack(work())
    const tree = gitAt(work(), 'rev-parse', 'HEAD~^{tree}')
    const loose = `.git/objects/${tree.slice(0, 2)}/${tree.slice(2)}`
    fs.rmSync(path.join(work(), loose))
    fs.writeFileSync(path.join(work(), loose), 'junk')
    expect(await read(push(first), second)).toMatchObject({
      base: { kind: 'read', file: file(OLD) }
    })
  })

  test('has names for authors that are no names', async () => {
    const [first, second] = await pushed({ [FILE]: OLD }, { [FILE]: NEW })
    const raw = gitAt(work(), 'cat-file', 'commit', second)
    const names = [`\u202e<b>@x\r${'ü'.repeat(200)}`, '', 'a <b@c> d']
    let head = first
    for (const name of names) {
      const text = raw
        .replace(/^parent .*$/m, `parent ${head}`)
        .replace(/^author .*$/m, `author ${name} <e@invalid> 1 +0000`)
      const hash = [
        'hash-object',
        '-t',
        'commit',
        '-w',
        '--stdin',
        '--literally'
      ]
      head = execFileSync('git', ['-C', work(), ...hash], { input: text })
        .toString()
        .trim()
    }
    gitAt(work(), 'checkout', '-q', '--detach', head)
    const { versions } = await readByGit(push(first), head)
    // All three have the same file: only the first has changed it.
    expect(versions).toHaveLength(1)
    expect(versions[0]?.author).toMatch(/^\ufffd<b>@x\ufffdü+…$/)
    expect(versions[0]?.author).toHaveLength(100)
  })
})

describe('a checkout', () => {
  test('that is sparse', async () => {
    const { write } = world()
    const first = await write(MAIN, { 'a/p.json': OLD, 'b/x': '' })
    const second = await write(MAIN, { 'a/p.json': NEW })
    out(second)
    gitAt(work(), 'sparse-checkout', 'set', '--no-cone', 'b')
    expect(fs.existsSync(path.join(work(), 'a'))).toBe(false)
    const directory = path.join(work(), 'b')
    const subject = { directory, profile: 'a/p.json', head: second }
    const found = await read(push(first), second, NO_TOKEN, subject)
    expect(found).toMatchObject({ base: { file: file(OLD, 'a/p.json') } })
  })

  test('that is a linked worktree', async () => {
    const [first, second] = await pushed({ [FILE]: OLD }, { [FILE]: NEW })
    const linked = path.join(directory(), 'linked')
    gitAt(work(), 'worktree', 'add', '-q', '--detach', linked, second)
    const found = await read(push(first), second, NO_TOKEN, {
      directory: linked
    })
    expect(found).toMatchObject({ base: { file: file(OLD) } })
  })

  test.each(['-x/ü "p".json', 'a*/:(glob)?[p].json'])(
    'with a profile at %s',
    async profile => {
      const [first, second] = await pushed(
        { [profile]: OLD },
        { [profile]: NEW }
      )
      const where = { directory: path.join(work(), path.dirname(profile)) }
      const subject = { ...where, profile, head: second }
      const found = await read(push(first), second, NO_TOKEN, subject)
      expect(found).toMatchObject({
        base: { file: file(OLD, profile) },
        versions: [{ text: NEW }]
      })
    }
  )

  test('leaves nothing behind, and changes nothing', async () => {
    const [first, second] = await pushed({ [FILE]: OLD }, { [FILE]: NEW })
    const list = () => fs.readdirSync(work(), { recursive: true }).sort()
    const before = list()
    await read(push(first), second)
    expect(list()).toEqual(before)
    expect(fs.readdirSync(directory())).toEqual(['work'])
  })
})

describe('GitHub', () => {
  /** A sentence part, and only code spans in it are not ours. */
  async function whyNot(
    stage: (api: string) => void,
    token?: string
  ): Promise<string> {
    const [first, second] = await pushed({ [FILE]: OLD }, { z: '' }, DEPTH)
    stage(first)
    const api = () => world().client(token, { retries: 0 })
    const { base } = await read(push(first), second, { api })
    expect(base).toMatchObject({ kind: 'unread', name: short(first) })
    return wordsOf(base.kind === 'unread' ? base.why : '')
  }

  test('does not let the token read', async () => {
    const token = world().token({ issues: 'write' })
    expect(await whyNot(() => undefined, token)).toBe(
      'the token lacks a permission: give the job §'
    )
  })

  test.each([
    [401, 'GitHub rejected the token (401)'],
    [
      404,
      'not found on GitHub, or not visible to this token (404); the job needs §'
    ],
    [502, 'GitHub answered 502: §']
  ])('answers %d', async (status, why) => {
    const fault = { match: {}, answer: { kind: 'status', status } } as const
    expect(
      await whyNot(() => {
        world().github.fault(fault)
      })
    ).toBe(why)
  })

  test('refuses the blob, or a comparison', async () => {
    const long = 'x'.repeat(600_000)
    const [first, second] = await pushed({ [FILE]: long }, { z: '' }, DEPTH)
    const fault = {
      match: { path: /blobs|compare/ },
      times: 2,
      answer: { kind: 'status', status: 404 }
    } as const
    world().github.fault(fault)
    const not = { kind: 'unread', why: expect.stringContaining('(404)') }
    expect(await read(push(first), second)).toMatchObject({ base: not })
    const subject = { profile: 'p.json' }
    expect(await read(push(first), second, {}, subject)).toMatchObject({
      base: not
    })
  })

  test('is not asked any more once the run is cancelled', async () => {
    const [first, second] = await pushed({ [FILE]: OLD }, { z: '' }, DEPTH)
    const stop = new Cancelled('SIGTERM')
    const controller = new AbortController()
    world().github.onRequest = () => {
      controller.abort(stop)
    }
    const { signal } = controller
    await expect(read(push(first), second, { signal })).rejects.toBe(stop)
    expect(fs.readdirSync(directory())).toEqual(['work'])
  })
})

test('without git, GitHub is asked', async () => {
  const [first, second] = await pushed({ [FILE]: OLD }, { z: '' })
  const git = () => Promise.reject(new Error('no such program'))
  expect(await read(push(first), second, { git })).toMatchObject({
    base: { file: file(OLD) }
  })
})
