import type { components } from '@octokit/openapi-types'

import type { BareRepository } from './bare-repository.ts'
import type { Comments, Stored } from './comments.ts'
import { answerBlob, answerComparison } from './contents.ts'
import { type Answer, type Incoming, refusal } from './exchange.ts'
import { pageOf, type PageSize } from './pages.ts'
import { isNamed, type Place } from './place.ts'
import { may, type Token } from './tokens.ts'

type Schemas = components['schemas']

/** What the REST API tells of. */
export interface Rest {
  place: Place
  bare: BareRepository
  comments: Comments
  pageSize: PageSize
}

/** GitHub's limit, of characters and not of UTF-16 units. */
const MAX_BODY = 65_536

/**
 * Answers a request to the REST API.
 *
 * @param path - below the API's URL
 */
export async function answerRest(
  rest: Rest,
  incoming: Incoming,
  path: string,
  token: Token | undefined
): Promise<Answer> {
  if (!token) {
    return incoming.authorizations.length > 0
      ? refusal(401, 'Bad credentials')
      : refusal(401, 'Requires authentication')
  }
  // The user of an installation's token cannot be asked for.
  if (path === '/user') return refusal(403, NOT_ACCESSIBLE)
  const below = belowRepository(rest.place, path)
  const asked = `${incoming.method} ${below ?? path}`
  const list = /^(GET|POST) \/issues\/(\d+)\/comments$/.exec(asked)
  const one = /^(GET|PATCH|DELETE) \/issues\/comments\/(\d+)$/.exec(asked)
  const [, method, number] = list ?? one ?? []
  if (below !== undefined && method !== undefined) {
    const level = method === 'GET' ? 'read' : 'write'
    const headers = {
      'x-accepted-github-permissions': `issues=${level}; pull_requests=${level}`
    }
    const answer = !may(token, level, 'issues', 'pull-requests')
      ? refusal(403, NOT_ACCESSIBLE)
      : list
        ? answerList(rest, incoming, below, Number(number), token)
        : answerOne(rest, incoming, Number(number))
    return { ...answer, headers: { ...headers, ...answer.headers } }
  }
  const contents = await answerContents(rest, asked, token)
  if (contents) return contents
  if (asked === 'GET ') return { status: 200, body: toRepository(rest.place) }
  return refusal(404, 'Not Found')
}

/** What there is of the repository's objects; undefined for other requests. */
async function answerContents(
  rest: Rest,
  asked: string,
  token: Token
): Promise<Answer | undefined> {
  const [, blob] = /^GET \/git\/blobs\/([^/]+)$/.exec(asked) ?? []
  const [, basehead] = /^GET \/compare\/([^/]+)$/.exec(asked) ?? []
  const name = blob ?? basehead
  if (name === undefined) return undefined
  const answer = !may(token, 'read', 'contents')
    ? refusal(403, NOT_ACCESSIBLE)
    : blob === undefined
      ? await answerComparison(rest, decodeURIComponent(name))
      : await answerBlob(rest, name)
  const headers = { 'x-accepted-github-permissions': 'contents=read' }
  return { ...answer, headers: { ...headers, ...answer.headers } }
}

const NOT_ACCESSIBLE = 'Resource not accessible by integration'

/** What follows the repository in a path; undefined if it is of another. */
function belowRepository(place: Place, path: string): string | undefined {
  const byId = /^\/repositories\/(\d+)(\/.*|)$/.exec(path)
  if (byId) return Number(byId[1]) === place.id ? byId[2] : undefined
  const byName = /^\/repos\/([^/]+)\/([^/]+)(\/.*|)$/.exec(path)
  const [, owner = '', name = '', below] = byName ?? []
  return isNamed(place, owner, name) ? below : undefined
}

function answerList(
  { place, comments, pageSize }: Rest,
  incoming: Incoming,
  below: string,
  pullRequest: number,
  { login }: Token
): Answer {
  if (incoming.method === 'POST') {
    const body = bodyOf(incoming)
    if (typeof body !== 'string') return body
    const made = comments.add(pullRequest, { author: login, body })
    const comment = toComment(place, made)
    return { status: 201, headers: { location: comment.url }, body: comment }
  }
  // GitHub's links name the repository by its id.
  const { search } = incoming.url
  const url = new URL(
    `${place.apiUrl}/repositories/${place.id}${below}${search}`
  )
  const { items, link } = pageOf(comments.of(pullRequest), url, pageSize)
  return {
    status: 200,
    ...(link !== undefined && { headers: { link } }),
    body: items.map(comment => toComment(place, comment))
  }
}

function answerOne(
  { place, comments }: Rest,
  incoming: Incoming,
  id: number
): Answer {
  const found = comments.find(id)
  if (!found) return refusal(404, 'Not Found')
  if (incoming.method === 'DELETE') {
    comments.remove(found)
    return { status: 204 }
  }
  if (incoming.method === 'PATCH') {
    const body = bodyOf(incoming)
    if (typeof body !== 'string') return body
    comments.change(found, body)
  }
  return { status: 200, body: toComment(place, found) }
}

/** The comment in a request, or why there is none. */
function bodyOf(incoming: Incoming): string | Answer {
  let parsed: unknown
  try {
    parsed = JSON.parse(incoming.body.toString())
  } catch {
    return refusal(400, 'Problems parsing JSON')
  }
  const { body } = (parsed ?? {}) as { body?: unknown }
  if (typeof body !== 'string') {
    return refusal(422, 'Invalid request.\n\n"body" wasn\'t supplied.')
  }
  if (body.trim() === '') return invalid('Body cannot be blank')
  // Not every UTF-16 unit is a character.
  if (Array.from(body).length > MAX_BODY) {
    return invalid(`Body is too long (maximum is ${MAX_BODY} characters)`)
  }
  return body
}

/** As seen in https://github.com/vebr/jest-lcov-reporter/issues/14. */
function invalid(message: string): Answer {
  const error = {
    resource: 'IssueComment',
    code: 'unprocessable',
    field: 'data',
    message
  } satisfies NonNullable<Schemas['validation-error']['errors']>[number]
  return refusal(422, 'Validation Failed', { errors: [error] })
}

/** A comment as GitHub's schema has it. */
function toComment(
  place: Place,
  { id, pullRequest, author, body, created, updated }: Stored
): Schemas['issue-comment'] {
  const repository = `${place.apiUrl}/repos/${place.owner}/${place.name}`
  const site = `${place.serverUrl}/${place.owner}/${place.name}`
  const url = `${repository}/issues/comments/${id}`
  return {
    id,
    node_id: `IC_${id}`,
    url,
    html_url: `${site}/pull/${pullRequest}#issuecomment-${id}`,
    issue_url: `${repository}/issues/${pullRequest}`,
    body,
    user: author === undefined ? null : toUser(place, author),
    created_at: created,
    updated_at: updated,
    author_association: 'NONE',
    performed_via_github_app: null,
    reactions: {
      url: `${url}/reactions`,
      total_count: 0,
      '+1': 0,
      '-1': 0,
      laugh: 0,
      confused: 0,
      heart: 0,
      hooray: 0,
      eyes: 0,
      rocket: 0
    }
  }
}

function toUser(
  { apiUrl, serverUrl }: Place,
  login: string
): Schemas['simple-user'] {
  const url = `${apiUrl}/users/${encodeURIComponent(login)}`
  const isBot = login.endsWith('[bot]')
  return {
    login,
    id: 41_898_282,
    node_id: `U_${login}`,
    avatar_url: `${serverUrl}/avatars/${encodeURIComponent(login)}`,
    gravatar_id: '',
    url,
    html_url: `${serverUrl}/${isBot ? 'apps/' : ''}${login.replace('[bot]', '')}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: isBot ? 'Bot' : 'User',
    site_admin: false
  }
}

function toRepository({ owner, name, id, apiUrl, serverUrl }: Place) {
  return {
    id,
    node_id: `R_${id}`,
    name,
    full_name: `${owner}/${name}`,
    private: true,
    fork: false,
    url: `${apiUrl}/repos/${owner}/${name}`,
    html_url: `${serverUrl}/${owner}/${name}`,
    clone_url: `${serverUrl}/${owner}/${name}.git`,
    default_branch: 'main'
  } satisfies Partial<Schemas['full-repository']>
}
