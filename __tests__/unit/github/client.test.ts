import http from 'node:http'
import type { AddressInfo } from 'node:net'

import { describe, expect, test } from '@jest/globals'

import { createClient, readRepository } from '../../../src/github/client.ts'
import { faultOf } from '../../../src/github/fault.ts'
import { PATIENCE, useGitHub } from '../../support/github/client.ts'

const world = useGitHub()

/** What a request comes to, and how often it was made. */
async function get(patience = {}, options: { request?: object } = {}) {
  const { client, token, github } = world()
  const { rest } = await client(token(), patience)
  const asked = await rest.repos
    .get({ owner: 'octo', repo: 'app', ...options })
    .then(({ status }) => status)
    .catch((error: unknown) => faultOf(error, 'x: read').kind)
  return [asked, github.requests.length]
}

describe('a client', () => {
  const limit = (seconds: string) =>
    ({
      kind: 'status',
      status: 429,
      headers: { 'retry-after': seconds }
    }) as const
  const bad = (status: number) => ({ kind: 'status', status }) as const

  test.each([
    ['asks again after 503', bad(503), 2, {}, [200, 3]],
    ['asks again no more than twice', bad(503), 3, {}, ['passing', 3]],
    ['asks once where nothing changes', bad(422), 1, {}, ['other', 1]],
    ['waits as it is told', limit('0'), 2, {}, [200, 3]],
    ['waits no more than twice', limit('0'), 3, {}, ['limited', 3]],
    ['waits no longer than it may', limit('3'), 1, {}, ['limited', 1]],
    [
      'does not wait where it does not have to',
      limit('1'),
      1,
      { waitSeconds: 0 },
      ['limited', 1]
    ],
    ['asks only once', bad(503), 1, { retries: 0 }, ['passing', 1]]
  ])('%s', async (_, answer, times, patience, expected) => {
    world().github.fault({ match: {}, times, answer })
    expect(await get(patience)).toEqual(expected)
  })

  test('waits a second and not less', async () => {
    world().github.fault({ match: {}, answer: limit('1') })
    const start = Date.now()
    expect(await get()).toEqual([200, 2])
    expect(Date.now() - start).toBeGreaterThanOrEqual(990)
  })

  test('waits by the clock, whatever its pauses are', async () => {
    world().github.fault({ match: {}, answer: limit('1') })
    const start = Date.now()
    expect(await get({ pauseMs: 400 })).toEqual([200, 2])
    expect(Date.now() - start).toBeGreaterThanOrEqual(990)
  })

  test('pauses longer each time', async () => {
    world().github.fault({ match: {}, times: 2, answer: bad(500) })
    const start = Date.now()
    expect(await get({ pauseMs: 100 })).toEqual([200, 3])
    expect(Date.now() - start).toBeGreaterThanOrEqual(490)
  })

  test('asks once where one request asks for that', async () => {
    world().github.fault({ match: {}, answer: bad(503) })
    const options = { request: { retries: 0 } }
    expect(await get({}, options)).toEqual(['passing', 1])
  })

  test('gives each try its own time', async () => {
    world().github.fault({ match: {}, times: 2, answer: { kind: 'hang' } })
    const start = Date.now()
    expect(await get({ requestMs: 500 })).toEqual([200, 3])
    expect(Date.now() - start).toBeGreaterThanOrEqual(990)
  })

  test('says why nobody answers', async () => {
    const server = http.createServer().listen(0)
    await new Promise(resolve => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise(resolve => server.close(resolve))
    // More than one address, if the machine has IPv6.
    const url = `http://localhost:${port}`
    const { rest } = await createClient('t', {
      patience: { ...PATIENCE, retries: 0 },
      apiUrl: url
    })
    const error: unknown = await rest.meta
      .get()
      .catch((error: unknown) => error)
    expect(faultOf(error, 'x: read')).toEqual({
      kind: 'passing',
      why: expect.stringMatching(/^GitHub cannot be reached: `.*ECONNREFUSED/)
    })
  })

  test('goes where the environment says', async () => {
    const { github, token } = world()
    const was = process.env['GITHUB_API_URL']
    try {
      process.env['GITHUB_API_URL'] = github.apiUrl
      const { rest } = await createClient(token())
      await rest.repos.get({ owner: 'octo', repo: 'app' })
      delete process.env['GITHUB_API_URL']
      const { request } = await createClient(token())
      expect(request.endpoint.DEFAULTS.baseUrl).toBe('https://api.github.com')
    } finally {
      if (was !== undefined) process.env['GITHUB_API_URL'] = was
    }
    expect(github.requests.map(({ path }) => path)).toEqual([
      '/api/v3/repos/octo/app'
    ])
  })
})

describe('the repository', () => {
  test.each([
    ['octo/app', 'octo', 'app'],
    ['a-b/.c_d.e', 'a-b', '.c_d.e']
  ])('%s', (text, owner, name) => {
    const server = 'https://ghe.invalid'
    expect(
      readRepository({ GITHUB_REPOSITORY: text, GITHUB_SERVER_URL: server })
    ).toEqual({ owner, name, server })
    expect(readRepository({ GITHUB_REPOSITORY: text }).server).toBe(
      'https://github.com'
    )
  })

  test.each(['', 'octo', 'octo/', '/app', 'a/b/c', 'a b/c', 'a/b\n', 'a/ü'])(
    'is not %j',
    text => {
      expect(() => readRepository({ GITHUB_REPOSITORY: text })).toThrow(
        /^GITHUB_REPOSITORY is not a repository: "/
      )
    }
  )
})
