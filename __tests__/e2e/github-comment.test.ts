import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import type { Patience } from '../../src/github/client.ts'
import { keepComment } from '../../src/github/comment.ts'
import { formatMarker, type Marker } from '../../src/github/marker.ts'
import { effort } from '../support/effort.ts'
import {
  BOT,
  useGitHub,
  wordsOf,
  type World
} from '../support/github/client.ts'
import type { Fault, Permissions } from '../support/github/server.ts'

const world = useGitHub()

const SHA = 'a'.repeat(40)

const marker = (id: number, key = 'api'): Marker => ({
  key,
  run: { id, number: id, attempt: 1, sha: SHA }
})

const bodyOf = (run: number, text: string, key?: string) =>
  `${formatMarker(marker(run, key))}\n\n${text}\n`

interface Telling {
  pullRequest?: number
  token?: string
  patience?: Partial<Patience>
  isFinding?: boolean
  key?: string
}

/** A run tells of what it found, or that nothing is left of it. */
async function tell(run: number, text: string, more: Telling = {}) {
  const { client, repository, pullRequest } = world()
  const { key, isFinding = true, token, patience } = more
  return keepComment(
    await client(token, patience),
    repository,
    more.pullRequest ?? pullRequest,
    { marker: marker(run, key), isFinding, body: bodyOf(run, text, key) }
  )
}

/** A comment of ours that is there already. */
const given = (run: number, text: string, author = BOT) =>
  world().github.addComment(world().pullRequest, {
    author,
    body: bodyOf(run, text)
  })

const bodies = (pullRequest = world().pullRequest) =>
  world()
    .github.comments(pullRequest)
    .map(({ body }) => body)

/** Of REST, what was asked to be changed. */
const changes = () =>
  world()
    .github.requests.filter(
      ({ method, operation }) => method !== 'GET' && operation === undefined
    )
    .map(({ method }) => method)

const linkTo = (id: number | undefined) => {
  const { github, pullRequest } = world()
  return `${github.serverUrl}/octo/app/pull/${pullRequest}#issuecomment-${id}`
}

/** Has the pull request, with this head. */
async function opened({ write, git, pullRequest }: World): Promise<string> {
  const sha = await write('refs/heads/topic', { a: `${pullRequest}` })
  await git('update-ref', `refs/pull/${pullRequest}/head`, sha)
  return sha
}

describe('a run', () => {
  test('creates the comment', async () => {
    const outcome = await tell(1, 'bpf')
    const [comment, ...others] = world().github.comments(world().pullRequest)
    expect([comment?.author, comment?.body, others]).toEqual([
      BOT,
      bodyOf(1, 'bpf'),
      []
    ])
    expect(outcome).toEqual({ kind: 'created', url: linkTo(comment?.id) })
    expect(changes()).toEqual(['POST'])
  })

  test('updates it', async () => {
    const id = given(1, 'bpf')
    expect(await tell(2, 'mount')).toEqual({ kind: 'updated', url: linkTo(id) })
    expect(bodies()).toEqual([bodyOf(2, 'mount')])
    expect(changes()).toEqual(['PATCH'])
  })

  test('resolves it', async () => {
    const id = given(1, 'bpf')
    expect(await tell(2, 'resolved', { isFinding: false })).toEqual({
      kind: 'resolved',
      url: linkTo(id)
    })
    expect(bodies()).toEqual([bodyOf(2, 'resolved')])
  })

  test.each<[string, string, () => unknown, Telling]>([
    ['nothing to say', 'fine', () => undefined, { isFinding: false }],
    ['unchanged', 'bpf', () => given(1, 'bpf'), {}],
    ['newer run', 'bpf', () => given(3, 'mount'), {}]
  ])('leaves it: %s', async (why, text, stage, more) => {
    stage()
    const before = bodies()
    expect(await tell(2, text, more)).toEqual({ kind: 'left', why })
    expect(bodies()).toEqual(before)
    expect(changes()).toEqual([])
  })

  test('says nothing where it tested no head any more', async () => {
    await opened(world())
    expect(await tell(1, 'bpf')).toEqual({ kind: 'left', why: 'newer commit' })
    expect([bodies(), changes()]).toEqual([[], []])
  })

  test('says it where it tested the head', async () => {
    const { client, repository, pullRequest } = world()
    const sha = await opened(world())
    const { key, run } = marker(1)
    const outcome = await keepComment(await client(), repository, pullRequest, {
      marker: { key, run: { ...run, sha } },
      isFinding: true,
      body: 'x'
    })
    expect(outcome.kind).toBe('created')
  })

  test('finds it among 1,000 of others', async () => {
    const { github, pullRequest } = world()
    const others = Array.from({ length: 1000 }, (_, i) => ({
      author: [BOT, 'octocat', undefined][i % 3],
      body: i % 3 === 0 ? `of another action ${i}` : bodyOf(1, `quoted ${i}`)
    }))
    for (const other of others.slice(0, 950)) {
      github.addComment(pullRequest, other)
    }
    const id = given(1, 'bpf')
    for (const other of others.slice(950)) github.addComment(pullRequest, other)
    expect(await tell(2, 'mount')).toEqual({ kind: 'updated', url: linkTo(id) })
    expect(changes()).toEqual(['PATCH'])
    expect(bodies().toSorted()).toEqual(
      [...others.map(({ body }) => body), bodyOf(2, 'mount')].toSorted()
    )
    // One page after the other.
    const pages = github.requests.filter(({ path }) =>
      path.includes('per_page')
    )
    expect(pages.length).toBe(11)
  })

  test('heals what two have left', async () => {
    const id = given(1, 'bpf')
    given(2, 'mount')
    given(2, 'bpf', 'octocat')
    given(1, 'bpf')
    expect(await tell(3, 'reboot')).toEqual({
      kind: 'updated',
      url: linkTo(id)
    })
    expect(bodies()).toEqual([bodyOf(3, 'reboot'), bodyOf(2, 'bpf')])
  })

  test('keeps what it has done where it may not heal', async () => {
    const id = given(1, 'bpf')
    given(2, 'mount')
    const answer = { kind: 'status', status: 403 } as const
    world().github.fault({ match: { method: 'DELETE' }, answer })
    expect(await tell(3, 'reboot')).toEqual({
      kind: 'updated',
      url: linkTo(id)
    })
  })

  test('has a comment for each key', async () => {
    await tell(1, 'bpf', { key: 'a' })
    await tell(1, 'bpf', { key: 'b' })
    expect(bodies()).toEqual([bodyOf(1, 'bpf', 'a'), bodyOf(1, 'bpf', 'b')])
  })
})

describe('others change it meanwhile', () => {
  const isGet = /\/issues\/comments\/\d+$/
  const ours = () =>
    world()
      .github.comments(world().pullRequest)
      .find(({ body }) => body.includes('seccomp-lock'))?.id ?? 0
  const api = async (method: string, body?: string) => {
    const { github, token } = world()
    const url = `${github.apiUrl}/repos/octo/app/issues/comments/${ours()}`
    await fetch(url, {
      method,
      headers: { authorization: `Bearer ${token()}` },
      ...(body !== undefined && { body: JSON.stringify({ body }) })
    })
  }
  test.each<[string, string, () => Promise<void>, string, number]>([
    ['away, before a look', 'GET', () => api('DELETE'), 'created', 2],
    ['away, after it', 'PATCH', () => api('DELETE'), 'created', 2],
    [
      'for a newer run',
      'GET',
      () => api('PATCH', bodyOf(3, 'newer')),
      'left',
      3
    ],
    [
      'for an older run',
      'GET',
      () => api('PATCH', bodyOf(0, 'older')),
      'updated',
      2
    ]
  ])('%s', async (_, when, stage, kind, run) => {
    const { github } = world()
    given(1, 'bpf')
    let done = false
    github.onRequest = async ({ method, path }) => {
      if (done || method !== when || !isGet.test(path)) return
      done = true
      await stage()
    }
    expect((await tell(2, 'mount')).kind).toBe(kind)
    expect(done).toBe(true)
    const text = run === 3 ? 'newer' : 'mount'
    expect(bodies()).toEqual([bodyOf(run, text)])
  })

  test('a list that is late makes no second comment', async () => {
    const { github } = world()
    github.fault({
      match: { method: 'GET', path: /\/comments\?/ },
      times: 2,
      answer: { kind: 'status', status: 200, body: [] }
    })
    expect((await tell(1, 'bpf')).kind).toBe('created')
    expect(bodies()).toEqual([bodyOf(1, 'bpf')])
  })

  test('all the time', async () => {
    const { github } = world()
    given(1, 'bpf')
    let count = 0
    github.onRequest = async ({ method, path }) => {
      if (method !== 'GET' || !isGet.test(path)) return
      await api('PATCH', bodyOf(1, `${++count}`))
    }
    expect(await tell(2, 'mount')).toEqual({
      kind: 'refused',
      why: 'the comment kept changing while it was being updated'
    })
    expect(count).toBe(4)
  })
})

/** Lets the requests of runs through one by one, in the order chosen. */
async function interleaved<T>(
  choices: readonly number[],
  all: readonly (() => Promise<T>)[]
): Promise<T[]> {
  const { github } = world()
  const waiting: (() => void)[] = []
  let running = all.length
  let turn = 0
  const next = () => {
    if (waiting.length < running || waiting.length === 0) return
    const choice = choices[turn++ % choices.length] ?? 0
    const [go] = waiting.splice(choice % waiting.length, 1)
    go?.()
  }
  github.onRequest = () =>
    new Promise(resolve => {
      waiting.push(resolve)
      next()
    })
  const ended = await Promise.all(
    all.map(run =>
      run().finally(() => {
        running -= 1
        next()
      })
    )
  )
  delete github.onRequest
  return ended
}

describe('two runs at once', () => {
  test('that both find no comment leave one', async () => {
    const { github } = world()
    let looked = 0
    let go: () => void = () => undefined
    const both = new Promise<void>(resolve => {
      go = resolve
    })
    github.onRequest = async ({ method }) => {
      if (method !== 'POST' || ++looked <= 2) return
      // The first two are the questions who they are.
      if (looked === 4) go()
      await both
    }
    await Promise.all([tell(1, 'older'), tell(2, 'newer')])
    expect(changes().filter(method => method === 'POST')).toHaveLength(2)
    expect(bodies()).toEqual([bodyOf(2, 'newer')])
  })

  test('leave one in whatever order, and it tells of the newer', async () => {
    let pullRequest = 10_000
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(1), { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        async (choices, isSame) => {
          pullRequest += 1
          const texts = isSame ? ['same', 'same'] : ['older', 'newer']
          const ended = await interleaved(
            choices,
            texts.map((text, i) => () => tell(i + 1, text, { pullRequest }))
          )
          const left = world().github.comments(pullRequest)
          expect(left.map(({ body }) => body.split('\n')[2])).toEqual([
            texts[1]
          ])
          // Who links to a comment, links to that one.
          for (const outcome of ended) {
            if ('url' in outcome) expect(outcome.url).toMatch(`${left[0]?.id}`)
          }
          expect(ended.map(({ kind }) => kind)).not.toContain('refused')
        }
      ),
      { numRuns: effort(15, 40) }
    )
  })
})

describe('by chance', () => {
  const post = { method: 'POST', path: /\/comments$/ }
  test.each<[string, Fault, string]>([
    [
      'it is created, and the connection breaks',
      { match: post, answer: { kind: 'applied, then', status: 'reset' } },
      'left'
    ],
    [
      'it is created, and answered 502',
      { match: post, answer: { kind: 'applied, then', status: 502 } },
      'left'
    ],
    [
      'it is not created at first',
      { match: post, times: 2, answer: { kind: 'status', status: 502 } },
      'created'
    ],
    [
      'GitHub asks to come back soon',
      {
        match: post,
        times: 2,
        answer: { kind: 'status', status: 429, headers: { 'retry-after': '0' } }
      },
      'created'
    ],
    [
      'the list is not whole',
      {
        match: { method: 'GET' },
        answer: { kind: 'status', status: 200, body: '[' }
      },
      'created'
    ],
    [
      'the first question is answered 500',
      {
        match: { operation: 'Viewer' },
        answer: { kind: 'status', status: 500 }
      },
      'created'
    ]
  ])('%s', async (_, fault, kind) => {
    world().github.fault(fault)
    expect((await tell(1, 'bpf')).kind).toBe(kind)
    expect(bodies()).toEqual([bodyOf(1, 'bpf')])
  })

  test.each<[string, Fault['answer']]>([
    ['breaks off', { kind: 'applied, then', status: 'reset' }],
    ['is 502', { kind: 'applied, then', status: 502 }]
  ])('the answer to an update %s', async (_, answer) => {
    const id = given(1, 'bpf')
    world().github.fault({ match: { method: 'PATCH' }, answer })
    expect(await tell(2, 'mount')).toEqual({ kind: 'updated', url: linkTo(id) })
    expect(bodies()).toEqual([bodyOf(2, 'mount')])
  })

  test('a list that ends too early hides no comment', async () => {
    const id = given(1, 'bpf')
    world().github.fault({
      match: { method: 'GET', path: /per_page/ },
      answer: {
        kind: 'status',
        status: 200,
        body: [],
        headers: { 'content-length': '99' }
      }
    })
    const patience = { requestMs: 500 }
    expect(await tell(2, 'mount', { patience })).toEqual({
      kind: 'updated',
      url: linkTo(id)
    })
    expect(changes()).toEqual(['PATCH'])
    expect(bodies()).toEqual([bodyOf(2, 'mount')])
  })
})

describe('GitHub refuses it', () => {
  const need = '`permissions: pull-requests: write`'
  const EVIL = '`@all` <b>evil</b>\n\n# [evil](http://evil.invalid)'
  const post = { method: 'POST', path: /\/comments$/ }
  const mayNot = (level: string) =>
    `the token lacks a permission: give the job ${need} (GitHub accepts \`issues=${level}; pull_requests=${level}\` for this request)`

  test.each<[string, Permissions, string]>([
    ['create', { 'pull-requests': 'read' }, mayNot('write')],
    ['read', { contents: 'read' }, mayNot('read')]
  ])('to %s', async (_, permissions, why) => {
    const token = world().token(permissions)
    expect(await tell(1, 'bpf', { token })).toEqual({ kind: 'refused', why })
    expect(bodies()).toEqual([])
  })

  test('nothing where the pull request cannot be read', async () => {
    await opened(world())
    // The head is not known to such a token.
    const token = world().token({ issues: 'write' })
    expect((await tell(1, 'bpf', { token })).kind).toBe('created')
  })

  test('a token that it does not know', async () => {
    expect(await tell(1, 'bpf', { token: 'ghs_no' })).toEqual({
      kind: 'refused',
      why: 'GitHub rejected the token (401)'
    })
  })

  const limit =
    'GitHub accepts no more requests with this token for now (rate limit)'
  const refusals: [string, Fault, string, number][] = [
    [
      'a locked conversation',
      {
        match: post,
        answer: {
          kind: 'status',
          status: 403,
          headers: {
            'x-accepted-github-permissions': 'issues=write; pull_requests=write'
          },
          body: {
            message: 'Unable to create comment because issue is locked.',
            documentation_url: 'https://docs.github.com/x'
          }
        }
      },
      `GitHub refused: \`Unable to create comment because issue is locked\`; the job needs ${need} (GitHub accepts \`issues=write; pull_requests=write\` for this request)`,
      1
    ],
    [
      '404',
      { match: { method: 'GET' }, answer: { kind: 'status', status: 404 } },
      `not found on GitHub, or not visible to this token (404); the job needs ${need}`,
      0
    ],
    [
      '422',
      {
        match: post,
        answer: { kind: 'status', status: 422, body: { message: EVIL } }
      },
      'GitHub answered 422: `` `@all` <b>evil</b> # [evil](http://evil.invalid) ``',
      1
    ],
    [
      '502 for ever',
      { match: post, times: 4, answer: { kind: 'status', status: 502 } },
      'GitHub answered 502: `Fault 502`',
      4
    ],
    [
      '503 for ever',
      { match: {}, times: 3, answer: { kind: 'status', status: 503 } },
      'GitHub answered 503: `Fault 503`',
      0
    ],
    [
      'no connection',
      { match: post, times: 4, answer: { kind: 'reset' } },
      'GitHub cannot be reached: §',
      4
    ],
    [
      'a limit for longer than a run can wait',
      {
        match: post,
        answer: {
          kind: 'status',
          status: 403,
          headers: { 'retry-after': '60' },
          body: { message: 'You have exceeded a secondary rate limit' }
        }
      },
      limit,
      1
    ]
  ]
  test.each(refusals)('%s', async (_, fault, why, times) => {
    world().github.fault(fault)
    const outcome = await tell(1, 'bpf')
    if (outcome.kind !== 'refused') throw new Error(JSON.stringify(outcome))
    const words = wordsOf(outcome.why)
    expect(why.includes('§') ? words : outcome.why).toBe(why)
    expect(words).not.toMatch(/evil/)
    expect([bodies(), changes().length]).toEqual([[], times])
  })

  test('where it never answers', async () => {
    world().github.fault({
      match: { method: 'GET' },
      times: 3,
      answer: { kind: 'hang' }
    })
    const patience = { requestMs: 100 }
    expect(await tell(1, 'bpf', { patience })).toEqual({
      kind: 'refused',
      why: expect.stringMatching(/^GitHub cannot be reached: `/)
    })
  })

  test('a body that is too long', async () => {
    expect(await tell(1, 'x'.repeat(70_000))).toEqual({
      kind: 'refused',
      why: expect.stringMatching(/^GitHub answered 422: `.*Body is too long/)
    })
  })
})
