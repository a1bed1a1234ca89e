import { execFile } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'

import { GitHub } from '@actions/github/lib/utils'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { effort } from '../support/effort.ts'
import {
  commitFiles,
  fastImport,
  type Files
} from '../support/github/fast-import.ts'
import {
  type Fault,
  startGitHub,
  type TestGitHub
} from '../support/github/server.ts'
import { useTemporaryDirectory } from '../support/temporary.ts'

const run = promisify(execFile)
const directory = useTemporaryDirectory()

let github: TestGitHub
let token: string

beforeEach(async () => {
  github = await startGitHub()
  token = github.issueToken()
})

afterEach(async () => {
  await github.close()
  expect(fs.existsSync(github.repository.bare)).toBe(false)
})

interface Git {
  status: number
  stdout: string
  stderr: string
}

/** Runs git as a step does that has a token, or none, or two. */
async function git(
  cwd: string,
  args: string[],
  tokens: string[] = [token]
): Promise<Git> {
  const settings = [
    ['user.name', 'someone'],
    ['user.email', 'someone@invalid'],
    ['protocol.version', '2'],
    ...tokens.map(text => {
      const pair = Buffer.from(`x-access-token:${text}`).toString('base64')
      return ['http.extraHeader', `AUTHORIZATION: basic ${pair}`]
    })
  ]
  const env = {
    PATH: process.env['PATH'],
    LC_ALL: 'C',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_COUNT: `${settings.length}`,
    ...Object.fromEntries(
      settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value]
      ])
    )
  } as NodeJS.ProcessEnv
  try {
    return { status: 0, ...(await run('git', args, { cwd, env })) }
  } catch (error) {
    const { code, stdout, stderr } = error as Omit<Git, 'status'> & {
      code: number
    }
    return { status: code, stdout, stderr }
  }
}

/** The same, which has to work. */
async function mustGit(cwd: string, ...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await git(cwd, args)
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({
    status: 0,
    stderr: ''
  })
  return stdout.trim()
}

const repositoryUrl = (suffix = '') => `${github.serverUrl}/octo/app${suffix}`

/** A clone with one commit, which is pushed to these refs. */
async function seeded(...refs: string[]): Promise<string> {
  const clone = path.join(directory(), 'clone')
  await mustGit(directory(), 'clone', '--quiet', repositoryUrl(), 'clone')
  await commit(clone, 'README', 'hello\n')
  await push(clone, ...(refs.length > 0 ? refs : ['refs/heads/main']))
  return clone
}

/** Commits on the server itself. @returns the commit */
const write = (ref: string, files: Files) =>
  commitFiles(github.repository.bare, ref, files)

async function commit(clone: string, file: string, text: string) {
  fs.writeFileSync(path.join(clone, file), text)
  await mustGit(clone, 'add', '--all')
  await mustGit(clone, 'commit', '--quiet', '--message', `write ${file}`)
  return mustGit(clone, 'rev-parse', 'HEAD')
}

const push = (clone: string, ...refs: string[]) =>
  mustGit(clone, 'push', '--quiet', 'origin', ...refs.map(ref => `HEAD:${ref}`))

/** What a ref of the server's own repository points to. */
const headOf = async (ref: string) =>
  mustGit(github.repository.bare, 'rev-parse', '--verify', ref)

const client = (as = token) =>
  new GitHub({ auth: `token ${as}`, baseUrl: github.apiUrl })

async function api(
  path: string,
  {
    as = token,
    ...init
  }: { as?: string | undefined; method?: string; body?: string } = {}
) {
  const response = await fetch(`${github.apiUrl}${path}`, {
    ...init,
    headers: as === '' ? {} : { authorization: `Bearer ${as}` }
  })
  const text = await response.text()
  const body = (text === '' ? undefined : JSON.parse(text)) as unknown
  return { status: response.status, headers: response.headers, body }
}

interface Answered {
  data?: Record<string, unknown>
  errors?: { type?: string; path?: string[]; message: string }[]
}

async function graphql(
  query: string,
  variables: Record<string, unknown> = {},
  as = token
): Promise<Answered> {
  const response = await fetch(github.apiUrl.replace(/v3$/, 'graphql'), {
    method: 'POST',
    headers: { authorization: `bearer ${as}` },
    body: JSON.stringify({ query, variables })
  })
  expect(response.status).toBe(200)
  return (await response.json()) as Answered
}

const REPOSITORY = 'repository(owner: "octo", name: "app")'

const CREATE_COMMIT = `
  mutation Create($input: CreateCommitOnBranchInput!) {
    createCommitOnBranch(input: $input) {
      commit { oid url parents(first: 1) { nodes { oid } } }
    }
  }`

const input = (branch: object, head: string, text = 'locked\n') => ({
  branch,
  expectedHeadOid: head,
  message: { headline: 'Lock', body: 'It was seen.' },
  fileChanges: {
    additions: [
      {
        path: 'seccomp.json',
        contents: Buffer.from(text).toString('base64')
      }
    ]
  }
})

const named = (branchName: string) => ({
  repositoryNameWithOwner: 'octo/app',
  branchName
})

describe('git', () => {
  test.each(['', '.git'])('clones and pushes at app%s', async suffix => {
    const clone = await seeded()
    const second = await commit(clone, 'README', 'hello again\n')
    await push(clone, 'refs/heads/main')
    await mustGit(directory(), 'clone', '-q', repositoryUrl(suffix), 'other')
    const other = path.join(directory(), 'other')
    expect(await mustGit(other, 'rev-parse', 'origin/main')).toBe(second)
    expect(await headOf('refs/heads/main')).toBe(second)
    expect(github.forced()).toEqual([])
  })

  test('fetches without blobs, and a commit that no ref has', async () => {
    const clone = await seeded()
    const gone = await commit(clone, 'README', 'gone\n')
    await push(clone, 'refs/heads/main')
    const url = repositoryUrl()
    await mustGit(directory(), 'clone', '-q', '--filter=blob:none', url, 'thin')
    const thin = path.join(directory(), 'thin')
    await mustGit(clone, 'push', '-q', '--force', 'origin', 'HEAD~:main')
    await mustGit(thin, 'fetch', '-q', '--depth=1', 'origin', gone)
  })

  test('takes what git sends compressed and in chunks', async () => {
    const clone = await seeded()
    const bytes = Array.from({ length: 400_000 }, (_, i) => (i * i) % 9973)
    await commit(clone, 'large', bytes.join(' '))
    await mustGit(clone, '-c', 'http.postBuffer=1000', 'push', '-q', 'origin')
    // Requests of more than 1024 bytes are compressed.
    const refs = Array.from({ length: 40 }, (_, i) => `refs/heads/b${i}`)
    await push(clone, ...refs)
    const head = await mustGit(clone, 'rev-parse', 'HEAD')
    const commits = Array.from({ length: 30 }, (_, i) => [
      'commit refs/heads/many',
      'committer A <a@invalid> 1 +0000',
      'data 1',
      'x',
      ...(i === 0 ? [`from ${head}`] : []),
      'M 100644 inline README',
      'data 2',
      `${i % 10}\n`
    ])
    await fastImport(clone, commits.flat())
    await mustGit(clone, 'fetch', '-q', 'origin')
    await mustGit(clone, 'push', '-q', 'origin', 'many:refs/heads/main')
    expect(await headOf('refs/heads/main~30')).toBe(head)
  })

  test('writes down what is moved other than forward', async () => {
    const clone = await seeded()
    const old = await commit(clone, 'README', 'old\n')
    await push(clone, 'refs/heads/main', 'refs/heads/gone')
    await mustGit(clone, 'reset', '--quiet', '--hard', 'HEAD~')
    const made = await commit(clone, 'README', 'new\n')
    const refused = await git(clone, ['push', 'origin', 'HEAD:main'])
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('non-fast-forward')
    expect(github.forced()).toEqual([])
    await mustGit(clone, 'push', '--quiet', '--force', 'origin', 'HEAD:main')
    await mustGit(clone, 'push', '--quiet', '--delete', 'origin', 'gone')
    expect(github.forced()).toEqual([
      `${old} ${made} refs/heads/main`,
      `${old} ${'0'.repeat(40)} refs/heads/gone`
    ])
  })

  test('refuses what is protected, and what is hidden', async () => {
    const clone = await seeded()
    const head = await headOf('refs/heads/main')
    github.protect('refs/heads/main')
    await commit(clone, 'README', 'more\n')
    const refused = await git(clone, ['push', 'origin', 'HEAD:main'])
    expect(refused.status).toBe(1)
    expect(refused.stderr).toMatch(
      /remote: error: GH006: Protected branch update failed for refs\/heads\/main\./
    )
    expect(refused.stderr).toContain('[remote rejected] HEAD -> main')
    expect(await headOf('refs/heads/main')).toBe(head)
    await push(clone, 'refs/heads/mai', 'refs/heads/main2')
    const hidden = await git(clone, ['push', 'origin', 'HEAD:refs/pull/1/head'])
    expect(hidden.stderr).toContain('deny updating a hidden ref')
  })

  test('wants a token that may do it', async () => {
    const clone = await seeded()
    await commit(clone, 'README', 'more\n')
    const readOnly = github.issueToken({ permissions: { contents: 'read' } })
    const stranger = github.issueToken({ permissions: { issues: 'write' } })
    const fetched = await git(clone, ['fetch', 'origin'], [readOnly])
    expect(fetched.status).toBe(0)
    const cases: [string[], string[], string][] = [
      [['push'], [readOnly], 'Permission to octo/app.git denied to github-'],
      [['push'], [readOnly], 'returned error: 403'],
      [['fetch'], [stranger], 'not found'],
      [['fetch'], [], 'could not read Username'],
      [['fetch'], ['wrong'], 'could not read Username'],
      [['fetch'], [token, token], 'Duplicate header: "Authorization"'],
      [['fetch'], [token, token], 'returned error: 400']
    ]
    for (const [args, tokens, words] of cases) {
      const { status, stderr } = await git(clone, [...args, 'origin'], tokens)
      expect(status).toBe(128)
      expect(stderr).toContain(words)
    }
    const other = `${github.serverUrl}/octo/other`
    const unknown = await git(clone, ['fetch', other])
    expect(unknown.stderr).toContain('not found')
  })

  test('lets one of many win who push at once', async () => {
    const clone = await seeded()
    const commits = await Promise.all(
      Array.from({ length: effort(8, 50) }, async (_, i) => {
        const args = ['commit-tree', 'HEAD^{tree}', '-p', 'HEAD', '-m', `${i}`]
        return mustGit(clone, ...args)
      })
    )
    const pushes = await Promise.all(
      commits.map((oid, i) =>
        git(clone, [
          'push',
          'origin',
          `${oid}:refs/heads/main`,
          `${oid}:refs/heads/own-${i}`
        ])
      )
    )
    const won = pushes.filter(({ status }) => status === 0)
    expect(won).toHaveLength(1)
    expect(commits).toContain(await headOf('refs/heads/main'))
    const list = ['for-each-ref', '--format=%(objectname) %(refname)']
    const refs = await mustGit(github.repository.bare, ...list)
    expect(refs.split('\n')).toEqual(
      expect.arrayContaining(
        commits.map((oid, i) => `${oid} refs/heads/own-${i}`)
      )
    )
    expect(github.forced()).toEqual([])
  }, 120_000)
})

describe('contents', () => {
  const main = 'refs/heads/main'
  const repo = { owner: 'octo', repo: 'app' }

  test('compares two commits from where they parted', async () => {
    const fork = await write(main, { old: 'a\nb\nc\n', gone: '1', kept: '1' })
    const base = await write(main, { kept: 'on main' })
    const { bare } = github.repository
    await mustGit(bare, 'update-ref', 'refs/heads/a/b', fork)
    const head = await write('refs/heads/a/b', {
      old: null,
      gone: null,
      new: 'a\nb\nc\nd\n',
      kept: 'there'
    })
    const basehead = `${base}...${head}`
    const compare = client().rest.repos.compareCommitsWithBasehead
    const { data } = await compare({ ...repo, basehead })
    expect(data.merge_base_commit.sha).toBe(fork)
    expect(data.files).toMatchObject([
      { filename: 'gone', status: 'removed' },
      { filename: 'kept', status: 'modified' },
      { filename: 'new', status: 'renamed', previous_filename: 'old' }
    ])
    const orphan = await write('refs/heads/orphan', { x: '' })
    const answers = [
      [`${base}...${orphan}`, /No common ancestor/],
      [`${base}...${'d'.repeat(40)}`, /Not Found/]
    ] as const
    for (const [basehead, message] of answers) {
      await expect(compare({ ...repo, basehead })).rejects.toMatchObject({
        status: 404,
        message: expect.stringMatching(message)
      })
    }
    const stranger = client(github.issueToken({ permissions: {} }))
    await expect(
      stranger.rest.repos.compareCommitsWithBasehead({ ...repo, basehead })
    ).rejects.toMatchObject({ status: 403 })
  })

  test('gives a blob whole, and its text in GraphQL cut off', async () => {
    const long = 'x'.repeat(600_000)
    await write(main, { long })
    const oid = await headOf('main:long')
    const read = client().rest.git.getBlob
    const { data } = await read({ ...repo, file_sha: oid })
    expect(data).toMatchObject({ sha: oid, size: 600_000, encoding: 'base64' })
    expect(Buffer.from(data.content, 'base64').toString()).toBe(long)
    const answered = await graphql(`{ ${REPOSITORY} {
      object(oid: "${oid}") { ... on Blob { isTruncated text } } } }`)
    expect(answered.data?.['repository']).toMatchObject({
      object: { isTruncated: true, text: expect.stringMatching(/^x{512000}$/) }
    })
    const tree = await headOf('main^{tree}')
    for (const file_sha of [tree, 'd'.repeat(40)]) {
      await expect(read({ ...repo, file_sha })).rejects.toMatchObject({
        status: 404
      })
    }
  })
})

describe('comments', () => {
  test('come in pages', async () => {
    for (let i = 0; i < 250; i++) {
      github.addComment(7, { author: 'someone', body: `${i}` })
    }
    github.addComment(8, { author: 'someone', body: 'elsewhere' })
    const target = { owner: 'octo', repo: 'app', issue_number: 7 }
    const octokit = client()
    const all = await octokit.paginate(octokit.rest.issues.listComments, {
      ...target,
      per_page: 100
    })
    expect(all.map(({ body }) => body)).toEqual(
      Array.from({ length: 250 }, (_, i) => `${i}`)
    )
    expect(
      github.requests.map(({ path }) => path.replace(/^.*\?/, ''))
    ).toEqual(['per_page=100', 'per_page=100&page=2', 'per_page=100&page=3'])
    const first = await octokit.rest.issues.listComments(target)
    expect(first.data).toHaveLength(30)
    const many = { ...target, per_page: 1000, page: 2 }
    const second = await octokit.rest.issues.listComments(many)
    expect(second.data).toHaveLength(100)
    const url = `${github.apiUrl}/repositories/${github.repository.id}`
    const at = `${url}/issues/7/comments?per_page=1000&page=`
    expect(second.headers.link).toBe(
      `<${at}1>; rel="prev", <${at}3>; rel="next", ` +
        `<${at}3>; rel="last", <${at}1>; rel="first"`
    )
    const beyond = await octokit.rest.issues.listComments({ ...many, page: 9 })
    expect(beyond.data).toEqual([])
  })

  test('are made, changed and deleted', async () => {
    const { issues } = client().rest
    const repository = { owner: 'octo', repo: 'app' }
    const old = github.addComment(7, { body: 'of nobody' })
    const made = await issues.createComment({
      ...repository,
      issue_number: 7,
      body: 'one'
    })
    expect(made.status).toBe(201)
    expect(made.data.user?.login).toBe('github-actions[bot]')
    const comment_id = made.data.id
    await issues.updateComment({ ...repository, comment_id, body: 'two' })
    const { data } = await issues.getComment({ ...repository, comment_id })
    expect(data).toMatchObject({ id: comment_id, body: 'two' })
    const list = await issues.listComments({ ...repository, issue_number: 7 })
    expect(list.data.map(({ user }) => user?.type)).toEqual([undefined, 'Bot'])
    expect(list.data[0]?.user).toBeNull()
    expect(github.comments(7)).toEqual([
      { id: old, author: undefined, body: 'of nobody' },
      { id: comment_id, author: 'github-actions[bot]', body: 'two' }
    ])
    await issues.deleteComment({ ...repository, comment_id })
    await expect(
      issues.getComment({ ...repository, comment_id })
    ).rejects.toMatchObject({ status: 404 })
    expect(
      github.requests.map(({ method, status }) => [method, status])
    ).toEqual([
      ['POST', 201],
      ['PATCH', 200],
      ['GET', 200],
      ['GET', 200],
      ['DELETE', 204],
      ['GET', 404]
    ])
  })

  test('are at most as long as GitHub has them', async () => {
    const send = (body: string) =>
      api('/repos/octo/app/issues/7/comments', {
        method: 'POST',
        body: JSON.stringify({ body })
      })
    // Of two UTF-16 units each.
    expect(await send('😀'.repeat(65_536))).toMatchObject({ status: 201 })
    expect(await send('a'.repeat(65_537))).toMatchObject({
      status: 422,
      body: {
        message: 'Validation Failed',
        errors: [
          {
            resource: 'IssueComment',
            code: 'unprocessable',
            message: 'Body is too long (maximum is 65536 characters)'
          }
        ],
        status: '422'
      }
    })
    expect(await send(' ')).toMatchObject({ status: 422 })
    const path = '/repos/octo/app/issues/7/comments'
    const post = (body: string) => api(path, { method: 'POST', body })
    expect(await post('{}')).toMatchObject({ status: 422 })
    expect(await post('{')).toMatchObject({ status: 400 })
    expect(github.comments(7)).toHaveLength(1)
  })

  test('want a token that may do it', async () => {
    const id = github.addComment(7, { author: 'someone', body: 'x' })
    const list = '/repos/octo/app/issues/7/comments'
    const one = `/repos/octo/app/issues/comments/${id}`
    const reader = github.issueToken({ permissions: { issues: 'read' } })
    const other = github.issueToken({ permissions: { contents: 'write' } })
    const writer = github.issueToken({
      permissions: { 'pull-requests': 'write' }
    })
    const status = async (as: string, path: string, method = 'GET') => {
      const body = JSON.stringify({ body: 'y' })
      const init = method === 'GET' ? {} : { body }
      return (await api(path, { as, method, ...init })).status
    }
    expect(await status('', list)).toBe(401)
    expect(await status('wrong', list)).toBe(401)
    expect(await status(reader, list)).toBe(200)
    expect(await status(reader, one)).toBe(200)
    expect(await status(other, list)).toBe(403)
    expect(await status(reader, list, 'POST')).toBe(403)
    expect(await status(reader, one, 'PATCH')).toBe(403)
    expect(await status(reader, one, 'DELETE')).toBe(403)
    expect(await status(writer, one, 'PATCH')).toBe(200)
    expect(await status(writer, list, 'POST')).toBe(201)
    expect(await status(writer, '/repos/octo/other/issues/7/comments')).toBe(
      404
    )
    expect(await status(writer, '/repositories/1/issues/7/comments')).toBe(404)
    expect(await status(writer, '/user')).toBe(403)
    expect(await status(writer, '/repos/Octo/App')).toBe(200)
    const refused = await api(list, { as: reader, method: 'POST', body: '{}' })
    expect(refused.body).toMatchObject({
      message: 'Resource not accessible by integration',
      status: '403'
    })
    expect(refused.headers.get('x-accepted-github-permissions')).toBe(
      'issues=write; pull_requests=write'
    )
    expect(refused.headers.get('x-ratelimit-remaining')).toMatch(/^\d+$/)
    expect((await api(list, { as: 'wrong' })).body).toMatchObject({
      message: 'Bad credentials'
    })
  })
})

describe('GraphQL', () => {
  test('is of a token, by Octokit too', async () => {
    const asked = client().graphql('query Who { viewer { login } }')
    expect(await asked).toEqual({ viewer: { login: 'github-actions[bot]' } })
    expect(github.requests).toMatchObject([
      { path: '/api/graphql', operation: 'Who', status: 200 }
    ])
    await graphql('{ viewer { login } }')
    expect(github.requests[1]?.operation).toBe('viewer')
    await expect(
      client('wrong').graphql('{ viewer { login } }')
    ).rejects.toMatchObject({ status: 401 })
    await expect(
      client().graphql(`{ repository(owner: "octo", name: "x") { id } }`)
    ).rejects.toMatchObject({ errors: [{ type: 'NOT_FOUND' }] })
  })

  test('refuses a query that is wrong', async () => {
    for (const query of [
      '{ viewer { loginn } }',
      '{ viewer { login }',
      `{ ${REPOSITORY} { ref { id } } }`,
      'query ($x: Int!) { viewer { login } }'
    ]) {
      const { data, errors } = await graphql(query)
      expect(data).toBeUndefined()
      expect(errors).toHaveLength(1)
    }
    // A field of GitHub's that is not made here is not just null.
    const { errors } = await graphql('{ viewer { bio } }')
    expect(errors).toMatchObject([{ message: /no User\.bio/ }])
  })

  test('tells of refs, commits and files', async () => {
    const main = 'refs/heads/main'
    const first = await write(main, { README: 'hello\n' })
    const head = await write(main, {
      'run.sh': { mode: '100755', text: '#!/bin/sh\n' },
      'a/bin': 'a\0b'
    })
    const { data, errors } = await graphql(`{ ${REPOSITORY} {
      nameWithOwner
      none: ref(qualifiedName: "refs/heads/none") { id }
      short: ref(qualifiedName: "main") { name prefix }
      ref(qualifiedName: "refs/heads/main") { name prefix target {
        oid
        ... on Commit {
          message
          author { name }
          parents(first: 10) { nodes { oid } }
          run: file(path: "run.sh") {
            mode type path oid
            object { ... on Blob { text byteSize isBinary } }
          }
          readme: file(path: "README") { mode }
          bin: file(path: "a/bin") {
            name object { ... on Blob { text isBinary } }
          }
          directory: file(path: "a") { type mode }
          nothing: file(path: "b") { mode }
          outside: file(path: "../b") { mode }
          tree { entries { name } }
        }
      } }
      byOid: object(oid: "${first}") { __typename oid }
      byName: object(expression: "main:README") { ... on Blob { text } }
      noObject: object(expression: "-x") { oid }
    } }`)
    expect(errors).toBeUndefined()
    expect(data?.['repository']).toEqual({
      nameWithOwner: 'octo/app',
      none: null,
      short: { name: 'main', prefix: 'refs/heads/' },
      ref: {
        name: 'main',
        prefix: 'refs/heads/',
        target: {
          oid: head,
          message: 'x',
          author: { name: 'A Person' },
          parents: { nodes: [{ oid: first }] },
          run: {
            mode: 33261,
            type: 'blob',
            path: 'run.sh',
            oid: await headOf('main:run.sh'),
            object: { text: '#!/bin/sh\n', byteSize: 10, isBinary: false }
          },
          readme: { mode: 33188 },
          bin: { name: 'bin', object: { text: null, isBinary: true } },
          directory: { type: 'tree', mode: 0o40000 },
          nothing: null,
          outside: null,
          tree: {
            entries: [{ name: 'README' }, { name: 'a' }, { name: 'run.sh' }]
          }
        }
      },
      byOid: { __typename: 'Commit', oid: first },
      byName: { text: 'hello\n' },
      noObject: null
    })
    const stranger = github.issueToken({ permissions: { issues: 'write' } })
    const query = `{ ${REPOSITORY} { ref(qualifiedName: "main") { id } } }`
    expect(await graphql(query, {}, stranger)).toMatchObject({
      data: { repository: { ref: null } },
      errors: [{ type: 'FORBIDDEN', path: ['repository', 'ref'] }]
    })
    const unbounded = `{ ${REPOSITORY} { object(oid: "${head}") {
      ... on Commit { parents { totalCount } } } } }`
    expect(await graphql(unbounded)).toMatchObject({
      errors: [{ type: 'MISSING_PAGINATION_BOUNDARIES' }]
    })
  })
})

describe('createCommitOnBranch', () => {
  test('writes a commit', async () => {
    const head = await write('refs/heads/main', {
      README: 'hello\n',
      gone: '',
      'seccomp.json': { mode: '100755', text: '{}\n' }
    })
    const wanted = input(named('main'), head)
    const { data, errors } = await graphql(CREATE_COMMIT, {
      input: {
        ...wanted,
        fileChanges: { ...wanted.fileChanges, deletions: [{ path: 'gone' }] }
      }
    })
    expect(errors).toBeUndefined()
    const made = await headOf('refs/heads/main')
    expect(data).toEqual({
      createCommitOnBranch: {
        commit: {
          oid: made,
          url: `${repositoryUrl()}/commit/${made}`,
          parents: { nodes: [{ oid: head }] }
        }
      }
    })
    const { bare } = github.repository
    const show = (format: string) =>
      mustGit(bare, 'show', '-s', `--format=${format}`, made)
    expect(await show('%an <%ae> %cn')).toBe(
      'github-actions[bot] <41898282+github-actions[bot]' +
        '@users.noreply.github.com> GitHub'
    )
    expect(await show('%B')).toBe('Lock\n\nIt was seen.')
    expect(await mustGit(bare, 'show', `${made}:seccomp.json`)).toBe('locked')
    const tree = await mustGit(
      bare,
      'ls-tree',
      '--format=%(objectmode) %(path)',
      made
    )
    // The bit that made the file executable is lost, as with GitHub.
    expect(tree.split('\n')).toEqual(['100644 README', '100644 seccomp.json'])
    expect(github.forced()).toEqual([])
    expect(fs.readdirSync(bare).join()).not.toContain('index')
  })

  test('refuses, and moves nothing', async () => {
    const [main, closed] = ['refs/heads/main', 'refs/heads/closed']
    const old = await write(main, { README: 'hello\n' })
    const head = await write(main, { 'a/b': '' })
    await mustGit(github.repository.bare, 'update-ref', closed, head)
    github.protect(closed)
    const reader = github.issueToken({ permissions: { contents: 'read' } })
    const change = (fileChanges: object) => ({
      ...input(named('main'), head),
      fileChanges
    })
    const contents = ''
    const cases: [object, string, string | RegExp, string?][] = [
      [
        input(named('main'), old),
        'STALE_DATA',
        `Expected branch to point to "${old}" but it did not.  ` +
          'Pull and try again.'
      ],
      [
        input(named('main'), head),
        'FORBIDDEN',
        'Resource not accessible by integration',
        reader
      ],
      [
        input(named('closed'), head),
        'BRANCH_PROTECTION_RULE_VIOLATION',
        'Changes must be made through a pull request.'
      ],
      [input(named('none'), head), 'NOT_FOUND', /Ref/],
      [input(named('main^'), head), 'NOT_FOUND', /Ref/],
      [input({ id: 'REF_none' }, head), 'NOT_FOUND', /global id/],
      [
        input({ ...named('main'), repositoryNameWithOwner: 'octo/x' }, head),
        'NOT_FOUND',
        /Repository/
      ],
      [
        change({ deletions: [{ path: 'none' }] }),
        'NOT_FOUND',
        /^A path was requested for deletion which does not exist/
      ],
      [change({ additions: [{ path: 'a', contents }] }), 'UNPROCESSABLE', /a/],
      [
        change({ additions: [{ path: '../x', contents }] }),
        'UNPROCESSABLE',
        /file/
      ],
      [
        change({ additions: [{ path: '.git/config', contents }] }),
        'UNPROCESSABLE',
        /file/
      ]
    ]
    for (const [input, type, message, as] of cases) {
      const answered = await graphql(CREATE_COMMIT, { input }, as)
      expect(answered).toMatchObject({
        data: { createCommitOnBranch: null },
        errors: [{ type, path: ['createCommitOnBranch'] }]
      })
      const said = answered.errors?.[0]?.message ?? ''
      if (typeof message === 'string') expect(said).toBe(message)
      else expect(said).toMatch(message)
    }
    expect(await headOf(main)).toBe(head)
    expect(await headOf(closed)).toBe(head)
  })

  test.each(['a"b', '-x', 'ünïcode', 'feature/a'])(
    'takes the branch %s by its name and by its id',
    async name => {
      const head = await write(`refs/heads/${name}`, { README: 'hello\n' })
      const first = await graphql(CREATE_COMMIT, {
        input: input(named(name), head)
      })
      expect(first.errors).toBeUndefined()
      const { data } = await graphql(
        `query ($name: String!) { ${REPOSITORY} {
          ref(qualifiedName: $name) { id name target { oid } } } }`,
        { name: `refs/heads/${name}` }
      )
      const { ref } = data?.['repository'] as {
        ref: { id: string; name: string; target: { oid: string } }
      }
      expect(ref.name).toBe(name)
      const second = await graphql(CREATE_COMMIT, {
        input: input({ id: ref.id }, ref.target.oid, 'again\n')
      })
      expect(second.errors).toBeUndefined()
      const log = ['log', '--format=%s', `refs/heads/${name}`]
      expect(await mustGit(github.repository.bare, ...log)).toBe(
        'Lock\nLock\nx'
      )
    }
  )

  test('takes a branch named refs/heads/x by its id only', async () => {
    const ref = 'refs/heads/refs/heads/x'
    const head = await write(ref, { README: 'hello\n' })
    const byName = await graphql(CREATE_COMMIT, {
      input: input(named('refs/heads/x'), head)
    })
    expect(byName.errors).toMatchObject([{ type: 'NOT_FOUND' }])
    const { data } = await graphql(
      `{ ${REPOSITORY} { ref(qualifiedName: "${ref}") { id } } }`
    )
    const { id } = (data?.['repository'] as { ref: { id: string } }).ref
    const byId = await graphql(CREATE_COMMIT, { input: input({ id }, head) })
    expect(byId.errors).toBeUndefined()
    expect(await headOf(`${ref}~`)).toBe(head)
  })

  test('lets one of many win who commit at once', async () => {
    const head = await write('refs/heads/main', { README: 'hello\n' })
    const many = effort(8, 20)
    const answers = await Promise.all(
      Array.from({ length: many }, (_, i) =>
        graphql(CREATE_COMMIT, { input: input(named('main'), head, `${i}\n`) })
      )
    )
    const lost = answers.flatMap(({ errors }) => errors ?? [])
    expect(lost).toHaveLength(many - 1)
    for (const { type, message } of lost) {
      expect(['STALE_DATA', 'UNPROCESSABLE']).toContain(type)
      expect(message).toMatch(/^Expected branch|^Ref refs\/heads\/main is at/)
    }
    expect(await headOf('main~')).toBe(head)
    expect(github.forced()).toEqual([])
  })
})

describe('faults', () => {
  const list = '/repos/octo/app/issues/7/comments'
  const post = () =>
    api(list, { method: 'POST', body: JSON.stringify({ body: 'x' }) })
  const fault = (answer: Fault['answer'], times = 1) => {
    github.fault({ match: { method: 'POST', path: /comments/ }, times, answer })
  }

  test('answer otherwise, so often', async () => {
    const headers = { 'retry-after': '1' }
    fault({ kind: 'status', status: 502, headers, body: { a: 1 } }, 2)
    fault({ kind: 'status', status: 403 })
    expect(await api(list)).toMatchObject({ status: 200 })
    const first = await post()
    expect(first).toMatchObject({ status: 502, body: { a: 1 } })
    expect(first.headers.get('retry-after')).toBe('1')
    expect(await post()).toMatchObject({ status: 502 })
    expect(await post()).toMatchObject({ status: 403 })
    expect(github.comments(7)).toEqual([])
    expect(await post()).toMatchObject({ status: 201 })
    const statuses = github.requests.map(({ status }) => status)
    expect(statuses).toEqual([200, 502, 502, 403, 201])
  })

  test('reset the connection', async () => {
    fault({ kind: 'reset' })
    await expect(post()).rejects.toMatchObject({
      cause: { code: 'ECONNRESET' }
    })
    expect(github.comments(7)).toEqual([])
    expect(github.requests[0]?.status).toBeUndefined()
  })

  test('do not answer, and do not hinder the end', async () => {
    fault({ kind: 'hang' })
    const asked = post()
    const settled = expect(asked).rejects.toThrow()
    while (github.requests.length === 0) {
      await new Promise(resolve => setTimeout(resolve, 10))
    }
    await github.close()
    await settled
  })

  test('do what is asked for, then say otherwise', async () => {
    fault({ kind: 'applied, then', status: 502 })
    fault({ kind: 'applied, then', status: 'reset' })
    expect(await post()).toMatchObject({ status: 502 })
    await expect(post()).rejects.toThrow()
    expect(github.comments(7)).toHaveLength(2)
  })

  test('befall git, too', async () => {
    const clone = await seeded()
    const head = await commit(clone, 'README', 'more\n')
    const match = { method: 'POST', path: /git-receive-pack/ }
    github.fault({ match, answer: { kind: 'status', status: 500 } })
    github.fault({ match, answer: { kind: 'applied, then', status: 'reset' } })
    const first = await git(clone, ['push', 'origin', 'HEAD:main'])
    expect(first.stderr).toContain('500')
    expect(await headOf('main')).not.toBe(head)
    const second = await git(clone, ['push', 'origin', 'HEAD:main'])
    expect(second.status).not.toBe(0)
    expect(await headOf('main')).toBe(head)
  })

  test('are errors of GraphQL', async () => {
    const error = { type: 'X', message: 'no', path: ['createCommitOnBranch'] }
    github.fault({
      match: { operation: 'Create' },
      answer: { kind: 'graphql errors', errors: [error] }
    })
    expect(await graphql('{ viewer { login } }')).toMatchObject({ data: {} })
    expect(await graphql(CREATE_COMMIT)).toEqual({
      data: { createCommitOnBranch: null },
      errors: [error]
    })
  })

  test('can be races', async () => {
    const head = await write('refs/heads/main', { README: 'hello\n' })
    github.onRequest = async ({ operation }) => {
      if (operation !== 'Create') return
      await write('refs/heads/main', { README: 'faster\n' })
    }
    const { errors } = await graphql(CREATE_COMMIT, {
      input: input(named('main'), head)
    })
    expect(errors).toMatchObject([{ type: 'STALE_DATA' }])
  })

  test('of the server itself do not pass unseen', async () => {
    const failing = await startGitHub()
    failing.onRequest = () => {
      throw new Error('of the test')
    }
    const response = await fetch(failing.apiUrl)
    expect(response.status).toBe(500)
    await expect(failing.close()).rejects.toThrow('the server failed')
  })
})

test('two Authorization headers are refused by the API, too', async () => {
  const { port } = new URL(github.apiUrl)
  const status = await new Promise((resolve, reject) => {
    const headers = ['Authorization', 'a', 'authorization', 'b']
    http
      .get({ port, host: '127.0.0.1', path: '/api/v3/user', headers })
      .on('response', response => {
        response.resume()
        resolve(response.statusCode)
      })
      .on('error', reject)
  })
  expect(status).toBe(400)
})

test('lists can be made long with few comments', async () => {
  const small = await startGitHub({
    owner: 'a',
    name: 'b',
    pageSize: { default: 2, max: 2 }
  })
  try {
    for (const body of ['1', '2', '3']) small.addComment(1, { body })
    const octokit = new GitHub({
      auth: `token ${small.issueToken()}`,
      baseUrl: small.apiUrl
    })
    const target = { owner: 'a', repo: 'b', issue_number: 1, per_page: 100 }
    const list = octokit.rest.issues.listComments
    expect(await octokit.paginate(list, target)).toHaveLength(3)
    expect(small.requests).toHaveLength(2)
  } finally {
    await small.close()
  }
})
