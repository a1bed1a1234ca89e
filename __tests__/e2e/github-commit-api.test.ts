import { describe, expect, test } from '@jest/globals'

import type { Change } from '../../src/github/change.ts'
import type { Patience } from '../../src/github/client.ts'
import { commitThroughApi } from '../../src/github/commit-api.ts'
import {
  changeOf,
  FILE,
  MAIN,
  MOVED,
  OLD,
  useGitHub,
  wordsOf,
  type World
} from '../support/github/client.ts'
import type { Files } from '../support/github/fast-import.ts'
import type { Fault } from '../support/github/server.ts'

const world = useGitHub()

/** Commits, and tells with it what became of the branch. */
async function commit(
  change: Change,
  { token, patience }: { token?: string; patience?: Partial<Patience> } = {}
) {
  const { client, repository, github } = world()
  const outcome = await commitThroughApi(
    await client(token ?? world().token(), patience),
    repository,
    change
  )
  expect(github.forced()).toEqual([])
  return outcome
}

const refused = (why: unknown, ref = MAIN) => ({ kind: 'refused', ref, why })

const matchCommit: Fault['match'] = { operation: 'Commit' }
const matchBranch: Fault['match'] = { operation: 'Branch' }

/** How often the mutation came. */
const attempts = () =>
  world().github.requests.filter(({ operation }) => operation === 'Commit')
    .length

describe('a commit', () => {
  test.each<[string, string, Files, Partial<Change>]>([
    ['of a changed file', MAIN, OLD, {}],
    ['of a new file', MAIN, { README: 'x' }, {}],
    ['of a file further down', MAIN, OLD, { file: 'a/b c/"d"/é.json' }],
    ['beside a file of a like name', MAIN, { 'seccomp.json2': 'x' }, {}],
    ['of an empty body', MAIN, OLD, { message: { headline: 'x', body: '' } }],
    ['on a branch with a slash', 'refs/heads/feature/a', OLD, {}],
    ['on a branch with a quotation mark', 'refs/heads/a"b', OLD, {}],
    ['on a branch like an option', 'refs/heads/-x', OLD, {}],
    ['on a branch that is not ASCII', 'refs/heads/ünïcode', OLD, {}]
  ])('%s', async (_, ref, files, more) => {
    const { write, history, git } = world()
    await write(ref, { other: '1' })
    const sha = await write(ref, files)
    const change = changeOf(sha, { ref, ...more })
    const outcome = await commit(change)
    const [made, parent, ...rest] = await history(ref)
    expect(outcome).toEqual({ kind: 'committed', ref, sha: made?.sha })
    const { headline, body } = change.message
    expect(made).toMatchObject({
      parents: sha,
      message: `${headline}\n\n${body}`.trim(),
      changed: [change.file]
    })
    expect([parent?.sha, rest.length]).toEqual([sha, 1])
    expect(await git('show', `${ref}:${change.file}`)).toBe(change.text)
  })

  test('is of the branch whose full name it is', async () => {
    const { write, history } = world()
    const full = 'refs/heads/refs/heads/x'
    const short = 'refs/heads/x'
    for (const [ref, other] of [
      [full, short],
      [short, full]
    ] as const) {
      // The same commit in both, so that only the name tells them apart.
      const sha = await write(ref, { [FILE]: ref })
      await world().git('update-ref', other, sha)
      const outcome = await commit(changeOf(sha, { ref, text: `${ref}!` }))
      const [made] = await history(ref)
      expect(outcome).toEqual({ kind: 'committed', ref, sha: made?.sha })
      expect((await history(other))[0]?.sha).toBe(sha)
    }
  })

  test('is of no branch whose short name is the full one', async () => {
    const { write, history } = world()
    const ref = 'refs/heads/x'
    const sha = await write(`refs/heads/${ref}`, OLD)
    expect(await commit(changeOf(sha, { ref }))).toEqual({ kind: 'gone', ref })
    expect((await history(`refs/heads/${ref}`))[0]?.sha).toBe(sha)
  })
})

describe('nothing is committed', () => {
  const change = (sha: string) => changeOf(sha)
  test.each<[string, Files, (world: World) => Promise<unknown>, unknown]>([
    ...MOVED,
    [
      'to a file that can be executed',
      { [FILE]: { mode: '100755', text: 'old' } },
      () => Promise.resolve(),
      'needs git'
    ],
    [
      'to a link',
      { [FILE]: { mode: '120000', text: 'elsewhere' } },
      () => Promise.resolve(),
      refused(`\`${FILE}\` is not a regular file on that branch`)
    ],
    [
      'to a directory',
      { [`${FILE}/a`]: 'x' },
      () => Promise.resolve(),
      refused(`\`${FILE}\` is not a regular file on that branch`)
    ]
  ])('%s', async (_, files, stage, expected) => {
    const { write, git } = world()
    const sha = await write(MAIN, files)
    await stage(world())
    const before = await git('for-each-ref')
    expect(await commit(change(sha))).toEqual(expected)
    expect(await git('for-each-ref')).toBe(before)
    expect(attempts()).toBe(0)
  })
})

describe('others push between the look and the commit', () => {
  test.each<[string, (world: World) => Promise<unknown>, unknown, number]>([
    [
      'another file',
      ({ write }) => write(MAIN, { b: '1' }),
      { kind: 'superseded', ref: MAIN },
      1
    ],
    [
      'this very file',
      ({ write }) => write(MAIN, { [FILE]: changeOf('').text }),
      { kind: 'there', ref: MAIN },
      1
    ],
    [
      'the end of the branch',
      ({ git }) => git('update-ref', '-d', MAIN),
      { kind: 'gone', ref: MAIN },
      1
    ]
  ])('%s', async (_, stage, expected, times) => {
    const { github, write, git } = world()
    const sha = await write(MAIN, OLD)
    let after = ''
    github.onRequest = async ({ operation }) => {
      if (operation !== 'Commit' || after !== '') return
      await stage(world())
      after = await git('for-each-ref')
    }
    expect(await commit(changeOf(sha))).toEqual(expected)
    expect(await git('for-each-ref')).toBe(after)
    expect(attempts()).toBe(times)
  })

  test('and the branch looks as before for all that', async () => {
    const { github, write } = world()
    const sha = await write(MAIN, OLD)
    const message = `Ref ${MAIN} is at ${'1'.repeat(40)} but expected ${sha}`
    github.fault({
      match: matchCommit,
      times: 3,
      answer: {
        kind: 'graphql errors',
        errors: [{ type: 'UNPROCESSABLE', message }]
      }
    })
    expect(await commit(changeOf(sha))).toEqual({
      kind: 'superseded',
      ref: MAIN
    })
    expect(attempts()).toBe(3)
  })
})

describe('by chance', () => {
  const committed = { kind: 'committed', ref: MAIN }
  const there = { kind: 'there', ref: MAIN }
  test.each<[string, Fault, object]>([
    [
      'a look is answered 502 at first',
      { match: matchBranch, times: 2, answer: { kind: 'status', status: 502 } },
      committed
    ],
    [
      'a look is not answered at first',
      { match: matchBranch, times: 2, answer: { kind: 'reset' } },
      committed
    ],
    [
      'a commit is answered 502 at first',
      { match: matchCommit, times: 2, answer: { kind: 'status', status: 502 } },
      committed
    ],
    [
      'a commit is not answered at first',
      { match: matchCommit, answer: { kind: 'reset' } },
      committed
    ],
    [
      'GitHub went wrong while it executed',
      {
        match: matchCommit,
        answer: {
          kind: 'graphql errors',
          errors: [
            { message: 'Something went wrong while executing your query. x' }
          ]
        }
      },
      committed
    ],
    [
      'a page comes for an answer',
      {
        match: matchBranch,
        answer: {
          kind: 'status',
          status: 200,
          headers: { 'content-type': 'text/html' },
          body: '<html>'
        }
      },
      committed
    ],
    [
      'a commit is made, and the connection breaks',
      {
        match: matchCommit,
        answer: { kind: 'applied, then', status: 'reset' }
      },
      there
    ],
    [
      'a commit is made, and answered 502',
      { match: matchCommit, answer: { kind: 'applied, then', status: 502 } },
      there
    ],
    [
      'GitHub asks to come back at once (429)',
      {
        match: matchCommit,
        answer: { kind: 'status', status: 429, headers: { 'retry-after': '0' } }
      },
      committed
    ],
    [
      'GitHub asks to come back at once (403)',
      {
        match: matchBranch,
        answer: {
          kind: 'status',
          status: 403,
          headers: { 'retry-after': '0' },
          body: { message: 'You have exceeded a secondary rate limit. Wait.' }
        }
      },
      committed
    ],
    [
      'the limit of an hour ends just now',
      {
        match: matchBranch,
        answer: {
          kind: 'status',
          status: 403,
          headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' },
          body: { message: 'API rate limit exceeded for installation.' }
        }
      },
      committed
    ]
  ])('%s', async (_, fault, expected) => {
    const { github, write, history } = world()
    const sha = await write(MAIN, OLD)
    github.fault(fault)
    expect(await commit(changeOf(sha))).toMatchObject(expected)
    const [made, parent] = await history(MAIN)
    expect([made?.parents, parent?.parents]).toEqual([sha, ''])
  })

  test('a commit is made, and no answer ever says so', async () => {
    const { github, write, history } = world()
    const sha = await write(MAIN, OLD)
    github.fault({
      match: matchCommit,
      answer: { kind: 'applied, then', status: 'reset' }
    })
    github.fault({
      match: matchCommit,
      times: 2,
      answer: { kind: 'status', status: 504 }
    })
    expect(await commit(changeOf(sha))).toEqual(there)
    expect((await history(MAIN)).length).toBe(2)
  })
})

describe('GitHub refuses it', () => {
  const EVIL = '`@all` <b>evil</b>\n\n# [evil](http://evil.invalid)'
  const need = '`permissions: contents: write`'
  const always = (
    answer: Fault['answer'],
    times = 1,
    match: Fault['match'] = matchCommit
  ): Fault => ({ match, times, answer })
  const error = (type: string, message: string) =>
    always({ kind: 'graphql errors', errors: [{ type, message }] })
  test.each<[string, Fault | undefined, string, number]>([
    [
      'a rule of the repository',
      error(
        'UNPROCESSABLE',
        'Repository rule violations found\n\nChanges must be made through a pull request.\n\n'
      ),
      'GitHub says: `Repository rule violations found Changes must be made through a pull request`',
      1
    ],
    [
      'hostile words',
      error('UNPROCESSABLE', EVIL),
      'GitHub says: `` `@all` <b>evil</b> # [evil](http://evil.invalid) ``',
      1
    ],
    [
      'a rule for who may ask at all',
      error('FORBIDDEN', 'the `org` has an IP allow list'),
      `GitHub refused: \`\`the \`org\` has an IP allow list\`\`; the job needs ${need}`,
      1
    ],
    [
      'no more for now',
      error('RATE_LIMITED', 'API rate limit exceeded'),
      'GitHub accepts no more requests with this token for now (rate limit)',
      1
    ],
    [
      '401',
      always({ kind: 'status', status: 401 }),
      'GitHub rejected the token (401)',
      1
    ],
    [
      '403',
      always({
        kind: 'status',
        status: 403,
        body: { message: 'Resource not accessible by integration' }
      }),
      `the token lacks a permission: give the job ${need}`,
      1
    ],
    [
      '404',
      always({ kind: 'status', status: 404 }, 3),
      `not found on GitHub, or not visible to this token (404); the job needs ${need}`,
      3
    ],
    [
      '422',
      always({ kind: 'status', status: 422, body: { message: EVIL } }),
      'GitHub answered 422: `` `@all` <b>evil</b> # [evil](http://evil.invalid) ``',
      1
    ],
    [
      '502 for ever',
      always({ kind: 'status', status: 502 }, 9),
      'GitHub answered 502: `Fault 502`',
      9
    ],
    [
      '502 for ever, and nothing is seen',
      always({ kind: 'status', status: 502 }, 3, {}),
      'GitHub answered 502: `Fault 502`',
      0
    ],
    [
      'no connection',
      always({ kind: 'reset' }, 3, {}),
      'GitHub cannot be reached: §',
      0
    ],
    [
      'a page for each answer',
      always({ kind: 'status', status: 200, body: 'hello' }, 3, {}),
      'GitHub cannot be reached: `the answer is incomplete or is not JSON`',
      0
    ],
    [
      'a limit for longer than a run can wait',
      always({
        kind: 'status',
        status: 403,
        headers: { 'retry-after': '3600' },
        body: { message: 'You have exceeded a secondary rate limit.' }
      }),
      'GitHub accepts no more requests with this token for now (rate limit)',
      1
    ],
    [
      'a limit that does not end',
      always(
        { kind: 'status', status: 429, headers: { 'retry-after': '0' } },
        3
      ),
      'GitHub accepts no more requests with this token for now (rate limit)',
      3
    ]
  ])('%s', async (_, fault, why, times) => {
    const { github, write, history } = world()
    const sha = await write(MAIN, OLD)
    if (fault) github.fault(fault)
    const outcome = await commit(changeOf(sha))
    if (typeof outcome === 'string' || outcome.kind !== 'refused') {
      throw new Error(JSON.stringify(outcome))
    }
    const words = wordsOf(outcome.why)
    expect(why.includes('§') ? words : outcome.why).toBe(why)
    expect(words).not.toMatch(/evil/)
    expect(attempts()).toBe(times)
    expect((await history(MAIN)).length).toBe(1)
  })

  test('a protected branch', async () => {
    const { github, write } = world()
    const ref = 'refs/heads/protected'
    const sha = await write(ref, OLD)
    github.protect(ref)
    expect(await commit(changeOf(sha, { ref }))).toEqual(
      refused(
        'the branch is protected: `Changes must be made through a pull request`',
        ref
      )
    )
  })

  test.each([[{ contents: 'read' }], [{ issues: 'write' }]] as const)(
    'a token with %j',
    async permissions => {
      const { token, write } = world()
      const sha = await write(MAIN, OLD)
      expect(
        await commit(changeOf(sha), { token: token(permissions) })
      ).toEqual(refused(`the token lacks a permission: give the job ${need}`))
    }
  )

  test('an unknown token', async () => {
    const sha = await world().write(MAIN, OLD)
    expect(await commit(changeOf(sha), { token: 'ghs_no' })).toEqual(
      refused('GitHub rejected the token (401)')
    )
  })

  test.each<[string, Fault['answer']]>([
    ['answers at all', { kind: 'hang' }],
    [
      'ends its answer',
      { kind: 'status', status: 200, headers: { 'content-length': '999' } }
    ]
  ])('where it never %s', async (_, answer) => {
    const { github, write } = world()
    const sha = await write(MAIN, OLD)
    github.fault({ match: {}, times: 3, answer })
    const outcome = await commit(changeOf(sha), {
      patience: { requestMs: 100 }
    })
    expect(outcome).toEqual(
      refused(expect.stringMatching(/^GitHub cannot be reached: `/))
    )
    expect(github.requests.length).toBe(3)
  })
})
