import http from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createEmulator, type Emulator } from 'emulate'

import { createClient, type Repository } from '../../../src/github/client.ts'
import { keepComment } from '../../../src/github/comment.ts'
import { formatMarker, type Marker } from '../../../src/github/marker.ts'
import { BOT, PATIENCE, useGitHub } from '../../support/github/client.ts'

/*
 * The same runs, against our server and another's, which know nothing of each
 * other: https://github.com/vercel-labs/emulate. It has no GraphQL, of which
 * a comment needs who we are; so a proxy in front of it says that.
 */

const world = useGitHub()

const TOKEN = 'judge'

let emulator: Emulator
let proxy: http.Server
let emulated: string

beforeAll(async () => {
  const port = await freePort()
  emulated = `http://127.0.0.1:${port}`
  proxy = await startProxy()
  const { port: front } = proxy.address() as AddressInfo
  emulator = await createEmulator({
    service: 'github',
    port,
    // Pages link to each other by this.
    baseUrl: `http://127.0.0.1:${front}`,
    seed: {
      tokens: { [TOKEN]: { login: BOT, scopes: ['repo'] } },
      github: {
        users: [{ login: BOT }, { login: 'octo' }],
        repos: [{ owner: 'octo', name: 'app', auto_init: true }]
      }
    }
  })
})

afterAll(async () => {
  proxy.closeAllConnections()
  await new Promise(resolve => proxy.close(resolve))
  await emulator.close()
})

const freePort = async () => {
  const server = http.createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

async function startProxy(): Promise<http.Server> {
  const server = http.createServer((request, response) => {
    if (request.url === '/graphql') {
      request.resume()
      const data = { viewer: { login: BOT }, repository: null }
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ data }))
      return
    }
    const { method, headers, url = '' } = request
    const there = http.request(
      `${emulated}${url}`,
      { ...(method !== undefined && { method }), headers },
      answer => {
        response.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(response)
      }
    )
    request.pipe(there)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return server
}

/** A server with a new pull request. */
interface Judge {
  apiUrl: string
  token: string
  repository: Repository
  pullRequest: number
}

function ours(): Judge {
  const { github, token, repository, pullRequest } = world()
  return {
    apiUrl: github.apiUrl,
    token: token(),
    repository,
    pullRequest
  }
}

async function theirs(): Promise<Judge> {
  const { port } = proxy.address() as AddressInfo
  const apiUrl = `http://127.0.0.1:${port}`
  const client = await createClient(TOKEN, { patience: PATIENCE, apiUrl })
  const { data } = await client.rest.issues.create({
    owner: 'octo',
    repo: 'app',
    title: 'x'
  })
  return {
    apiUrl,
    token: TOKEN,
    pullRequest: data.number,
    repository: { owner: 'octo', name: 'app', server: apiUrl }
  }
}

const marker = (id: number, key = 'api'): Marker => ({
  key,
  run: { id, number: id, attempt: 1, sha: 'a' }
})

const bodyOf = (id: number, text: string, key?: string) =>
  `${formatMarker(marker(id, key))}\n\n${text}\n`

/** What a run says, or what somebody else writes or removes. */
type Step =
  | { run: number; text: string; isFinding?: boolean; key?: string }
  | { write: string[] }
  | { remove: number }

/** What came of each step, and the comments in the end. */
async function play(judge: Judge, steps: readonly Step[]) {
  const { apiUrl, token, repository, pullRequest } = judge
  const client = await createClient(token, { patience: PATIENCE, apiUrl })
  const issue = { owner: 'octo', repo: 'app', issue_number: pullRequest }
  const { issues } = client.rest
  const list = () =>
    client.paginate(issues.listComments, { ...issue, per_page: 100 })
  const outcomes: unknown[] = []
  for (const step of steps) {
    if ('write' in step) {
      for (const body of step.write) {
        await issues.createComment({ ...issue, body })
      }
    } else if ('remove' in step) {
      const id = (await list())[step.remove]?.id ?? 0
      await issues.deleteComment({ ...issue, comment_id: id })
    } else {
      const { run, text, isFinding = true, key } = step
      const outcome = await keepComment(client, repository, pullRequest, {
        marker: marker(run, key),
        isFinding,
        body: bodyOf(run, text, key)
      })
      const all = await list()
      // Links are where the servers are.
      outcomes.push(
        'url' in outcome
          ? [
              outcome.kind,
              all.findIndex(({ html_url }) => html_url === outcome.url)
            ]
          : outcome
      )
    }
  }
  const left = (await list()).map(({ body, user }) => [user?.login, body])
  return { outcomes, left }
}

const stories: [string, Step[], unknown[]][] = [
  [
    'a comment is created, left, updated and resolved',
    [
      { run: 1, text: 'fine', isFinding: false },
      { run: 2, text: 'bpf' },
      { run: 3, text: 'bpf' },
      { run: 4, text: 'mount' },
      { run: 3, text: 'late' },
      { run: 5, text: 'resolved', isFinding: false }
    ],
    [
      { kind: 'left', why: 'nothing to say' },
      ['created', 0],
      { kind: 'left', why: 'unchanged' },
      ['updated', 0],
      { kind: 'left', why: 'newer run' },
      ['resolved', 0]
    ]
  ],
  [
    'it is found on the second page',
    [
      { write: Array.from({ length: 100 }, (_, i) => `others ${i}`) },
      { run: 1, text: 'bpf' },
      { write: ['more', `> ${bodyOf(1, 'quoted')}`] },
      { run: 2, text: 'mount 😀 `@all`\r\n\r\n| a |' }
    ],
    [
      ['created', 100],
      ['updated', 100]
    ]
  ],
  [
    'what says the same is removed, and what was removed comes again',
    [
      { write: [bodyOf(1, 'a'), 'other', bodyOf(1, 'b'), bodyOf(2, 'c')] },
      { run: 3, text: 'd' },
      { remove: 0 },
      { run: 4, text: 'e' }
    ],
    [
      ['updated', 0],
      ['created', 1]
    ]
  ],
  [
    'two keys are two comments',
    [
      { run: 1, text: 'x', key: 'a' },
      { run: 1, text: 'x', key: 'b-->\n' },
      { run: 2, text: 'y', key: 'b-->\n' }
    ],
    [
      ['created', 0],
      ['created', 1],
      ['updated', 1]
    ]
  ]
]

describe('both servers agree', () => {
  test.each(stories)('%s', async (_, steps, expected) => {
    const here = await play(ours(), steps)
    const there = await play(await theirs(), steps)
    expect(here.outcomes).toEqual(expected)
    expect(there).toEqual(here)
  })

  test('that there is no such pull request, or repository', async () => {
    const judge = await theirs()
    const client = await createClient(TOKEN, {
      patience: PATIENCE,
      apiUrl: judge.apiUrl
    })
    const want = { marker: marker(1), isFinding: true, body: bodyOf(1, 'x') }
    const missing = {
      kind: 'refused',
      why: expect.stringMatching(/^not found on GitHub, .* \(404\);/)
    }
    const none = { ...judge.repository, name: 'none' }
    expect([
      await keepComment(client, judge.repository, 999, want),
      await keepComment(client, none, judge.pullRequest, want),
      // Of ours every number is a pull request.
      await keepComment(await world().client(), none, 1, want)
    ]).toEqual([missing, missing, expect.objectContaining({ kind: 'refused' })])
  })
})
