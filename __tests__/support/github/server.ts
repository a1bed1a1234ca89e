/** A GitHub of our own, for tests: its APIs and git over a real repository. */
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'

import { BareRepository } from './bare-repository.ts'
import { Comments } from './comments.ts'
import {
  type Answer,
  type Incoming,
  inWords,
  readRequest,
  refusal,
  writeAnswer
} from './exchange.ts'
import { befall, type Fault, Faults } from './faults.ts'
import { answerGraphql } from './graphql.ts'
import { PAGE_SIZE, type PageSize } from './pages.ts'
import { isNamed, type Place } from './place.ts'
import { Programs } from './programs.ts'
import { RateLimits } from './rate-limits.ts'
import { answerRest } from './rest.ts'
import { answerGit } from './smart-http.ts'
import { type Permissions, type Token, Tokens } from './tokens.ts'

export type { Fault } from './faults.ts'
export type { Permissions } from './tokens.ts'

/** A request that came. */
export interface Requested {
  method: string
  /** With the query. */
  path: string
  /** The login of the token that came along. */
  login: string | undefined
  /** Of GraphQL: the operation's name, or its first field's. */
  operation: string | undefined
  /** What was answered; undefined where nothing was, or is not yet. */
  status: number | undefined
  body: string
}

/** A GitHub with one repository, every number of which is a pull request. */
export interface TestGitHub {
  /** For GITHUB_API_URL; as of an Enterprise Server. */
  apiUrl: string
  /** For GITHUB_SERVER_URL. */
  serverUrl: string
  repository: {
    owner: string
    name: string
    id: number
    /** The directory of the repository itself. */
    bare: string
  }
  /**
   * A token. Permissions that are not named are none, as in a workflow; if
   * `permissions` is not given, all of them are to write.
   */
  issueToken(options?: { login?: string; permissions?: Permissions }): string
  /** Refuses pushes and commits to a ref, given by its full name. */
  protect(ref: string): void
  /** Without an author, one whose account is deleted. @returns its id */
  addComment(
    pullRequest: number,
    comment: { author?: string | undefined; body: string }
  ): number
  comments(
    pullRequest: number
  ): { id: number; author: string | undefined; body: string }[]
  /** All that came, in that order. */
  requests: readonly Requested[]
  /** Of those that match a request and have times left, the first is used. */
  fault(fault: Fault): void
  /** Awaited before a request is looked at, to stage races. */
  onRequest?: (request: Requested) => Promise<void> | void
  /** The moves of refs other than forward, deletions too: `old new ref`. */
  forced(): string[]
  /** Ends everything, and fails if the server itself had failed. */
  close(): Promise<void>
}

/** Starts one, with an empty repository. */
export async function startGitHub({
  owner = 'octo',
  name = 'app',
  pageSize = PAGE_SIZE
}: {
  owner?: string
  name?: string
  /** Smaller pages than GitHub's, for lists of many. */
  pageSize?: PageSize
} = {}): Promise<TestGitHub> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'lock-github-'))
  const programs = new Programs()
  const directory = path.join(root, owner, `${name}.git`)
  const bare = await BareRepository.create(directory, programs)
  const server = http.createServer()
  // Clients keep connections, and must not find them closed.
  server.keepAliveTimeout = 0
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const serverUrl = `http://127.0.0.1:${port}`
  const apiUrl = `${serverUrl}/api/v3`
  const id = 76_543_210
  const place: Place = { owner, name, id, apiUrl, serverUrl }
  const tokens = new Tokens()
  const comments = new Comments()
  const faults = new Faults()
  const requests: Requested[] = []
  const failures: unknown[] = []
  const site: Site = {
    place,
    bare,
    root,
    programs,
    tokens,
    comments,
    pageSize,
    limits: new RateLimits()
  }
  const github: TestGitHub = {
    apiUrl,
    serverUrl,
    repository: { owner, name, id, bare: directory },
    requests,
    issueToken: options => tokens.issue(options),
    protect: ref => {
      bare.protect(ref)
    },
    addComment: (pullRequest, { author, body }) =>
      comments.add(pullRequest, { author, body }).id,
    comments: pullRequest =>
      comments
        .of(pullRequest)
        .map(({ id, author, body }) => ({ id, author, body })),
    fault: fault => {
      faults.add(fault)
    },
    forced: () => bare.forced(),
    async close() {
      const closed = new Promise(resolve => server.close(resolve))
      server.closeAllConnections()
      await programs.close()
      await closed
      fs.rmSync(root, { recursive: true, force: true, maxRetries: 3 })
      if (failures.length > 0) {
        throw new AggregateError(failures, 'the server failed')
      }
    }
  }

  const serve = async (
    incoming: Incoming,
    response: http.ServerResponse
  ): Promise<void> => {
    const [authorization] = incoming.authorizations
    const token = tokens.ofApi(authorization)
    const requested: Requested = {
      method: incoming.method,
      path: incoming.path,
      login: token?.login,
      operation: incoming.operation,
      status: undefined,
      body: incoming.body.toString()
    }
    requests.push(requested)
    await github.onRequest?.(requested)
    const fault = faults.take(incoming)
    const work = () => answer(site, incoming, token)
    const outcome = await (fault ? befall(fault, work) : work())
    if (outcome === 'hang') return
    if (outcome === 'reset') {
      response.socket?.resetAndDestroy()
      return
    }
    requested.status = outcome.status
    writeAnswer(response, outcome)
  }

  server.on('request', (request, response) => {
    void readRequest(request)
      // Who does not send everything gets no answer.
      .catch(() => undefined)
      .then(incoming => incoming && serve(incoming, response))
      .catch((error: unknown) => {
        if (!server.listening) return
        failures.push(error)
        writeAnswer(response, refusal(500, String(error)))
      })
  })
  return github
}

/** All that answers are made of. */
interface Site {
  place: Place
  bare: BareRepository
  root: string
  programs: Programs
  tokens: Tokens
  comments: Comments
  pageSize: PageSize
  limits: RateLimits
}

/** Does what is asked for. */
async function answer(
  site: Site,
  incoming: Incoming,
  token: Token | undefined
): Promise<Answer> {
  const { pathname } = incoming.url
  if (incoming.authorizations.length > 1) {
    return inWords(400, 'Duplicate header: "Authorization"')
  }
  if (/^(?:\/api)?\/graphql$/.test(pathname)) {
    const answered = !token
      ? refusal(401, 'Bad credentials')
      : incoming.method === 'POST'
        ? await answerGraphql({ ...site, token }, incoming)
        : refusal(404, 'Not Found')
    return site.limits.counted(answered, 'graphql', token)
  }
  const [, api] = /^\/api\/v3(\/.*)$/.exec(pathname) ?? []
  if (api !== undefined) {
    const answered = await answerRest(site, incoming, api, token)
    return site.limits.counted(answered, 'core', token)
  }
  const git = /^\/([^/]+)\/([^/]+?)(?:\.git)?(\/.*)$/.exec(pathname)
  const [, owner = '', name = '', below = ''] = git ?? []
  return isNamed(site.place, owner, name)
    ? answerGit(site, incoming, below)
    : inWords(404, 'Not Found')
}
