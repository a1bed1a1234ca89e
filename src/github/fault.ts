import { errnoCode, messageOf } from '../errors.ts'
import { codeSpan } from '../text/markdown.ts'

/** Why GitHub did not do what was asked. */
export interface Fault {
  /** A sentence part without its full stop, in one line. */
  why: string
  kind:
    /** The token may not; nothing in this run can change that. */
    | 'forbidden'
    /** It does not exist, or the token may not see it. */
    | 'missing'
    /** The state on GitHub changed meanwhile. */
    | 'stale'
    /** GitHub did nothing, and wants no requests for a while. */
    | 'limited'
    /** A retry may succeed, and it may have been done anyway. */
    | 'passing'
    | 'other'
}

/** The parts of Octokit's errors that we read. */
interface RestError extends Error {
  status: number
  response?: {
    headers?: Record<string, string | number | undefined>
  }
}

interface GraphqlError {
  errors: readonly { type?: unknown; message?: unknown }[]
}

/**
 * What an error of a request to GitHub means.
 *
 * @param need the permission that the request needs, as workflows write it,
 *   `contents: write`. The header X-Accepted-GitHub-Permissions is quoted as
 *   well, but if reading is refused it names less than the job will need.
 */
export function faultOf(error: unknown, need: string): Fault {
  if (isGraphql(error)) return graphqlFault(error, need)
  if (!isRest(error)) return { kind: 'other', why: quoted(messageOf(error)) }
  const { status, response } = error
  const said = messageIn(error)
  if (waitOf(error) !== undefined) return LIMITED
  switch (status) {
    case 401:
      return { kind: 'forbidden', why: REJECTED }
    case 403:
      return {
        kind: 'forbidden',
        why: `${forbiddenBy(said, need)}${acceptedBy(error)}`
      }
    case 404:
      return { kind: 'missing', why: unseenWithout(need) }
    default:
      return response === undefined
        ? { kind: 'passing', why: `GitHub cannot be reached: ${quoted(said)}` }
        : {
            kind: status >= 500 ? 'passing' : 'other',
            why: `GitHub answered ${status}: ${quoted(said)}`
          }
  }
}

/**
 * How many seconds GitHub wants us to wait, if an error says so, which it does
 * in several ways:
 * https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
export function waitOf(error: unknown): number | undefined {
  if (!isRest(error) || (error.status !== 403 && error.status !== 429)) {
    return undefined
  }
  const headers = error.response?.headers ?? {}
  const after = Number(headers['retry-after'] ?? NaN)
  if (after >= 0) return after
  if (headers['x-ratelimit-remaining'] === '0') {
    const reset = Number(headers['x-ratelimit-reset'] ?? NaN)
    if (reset >= 0) return Math.max(0, Math.ceil(reset - Date.now() / 1000)) + 1
  }
  return error.status === 429 || /rate limit/i.test(error.message)
    ? A_MINUTE
    : undefined
}

/** GitHub's rule if it does not say how long. */
const A_MINUTE = 60

const LIMITED: Fault = {
  kind: 'limited',
  why: 'GitHub accepts no more requests with this token for now (rate limit)'
}

/** GitHub does not know the token. */
export const REJECTED = 'GitHub rejected the token (401)'

/** What must exist was not found. */
export const unseenWithout = (need: string) =>
  `not found on GitHub, or not visible to this token (404); the job needs \`permissions: ${need}\``

/** Why a token may not: it lacks a permission, or what GitHub says. */
export const forbiddenBy = (said: string, need: string) =>
  /not accessible by|denied to|not granted|^$/i.test(said)
    ? `the token lacks a permission: give the job \`permissions: ${need}\``
    : `GitHub refused: ${quoted(said)}; the job needs \`permissions: ${need}\``

/** What GitHub would accept: `issues=write; pull_requests=write`. */
function acceptedBy({ response }: RestError): string {
  const accepted = response?.headers?.['x-accepted-github-permissions']
  return typeof accepted === 'string' && accepted !== ''
    ? ` (GitHub accepts ${quoted(accepted)} for this request)`
    : ''
}

const STALE: Fault = { kind: 'stale', why: 'the branch has moved on' }

/** GraphQL answers 200, and says in `errors[].type` what is wrong. */
function graphqlFault({ errors }: GraphqlError, need: string): Fault {
  const [first] = errors
  const type = typeof first?.type === 'string' ? first.type : ''
  const message = typeof first?.message === 'string' ? first.message : ''
  const said = quoted(message)
  // Losing the race for the ref has no error type of its own.
  if (/^Ref .* is at \w+ but expected \w+/.test(message)) return STALE
  switch (type) {
    case 'STALE_DATA':
      return STALE
    case 'RATE_LIMITED':
      return LIMITED
    case 'FORBIDDEN':
    case 'INSUFFICIENT_SCOPES':
      return { kind: 'forbidden', why: forbiddenBy(message, need) }
    case 'NOT_FOUND':
      return { kind: 'missing', why: `GitHub says: ${said}` }
    case 'BRANCH_PROTECTION_RULE_VIOLATION':
      return { kind: 'other', why: `the branch is protected: ${said}` }
    default:
      return { kind: 'other', why: `GitHub says: ${said}` }
  }
}

/** What GitHub, or the network, says; without the page that Octokit adds. */
function messageIn(error: RestError): string {
  // If no address answers, there is a code but no message (AggregateError).
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const said = at.message || errnoCode(at)
    if (said !== undefined) return said.replace(/ - https?:\S+$/, '')
  }
  return ''
}

/** Text from outside, safe in Markdown and in the runner's log. */
export const quoted = (text: string) =>
  codeSpan(
    text.replace(/\s+/g, ' ').trim().replace(/\.$/, '') || 'no reason given'
  )

const isRest = (error: unknown): error is RestError =>
  error instanceof Error &&
  'status' in error &&
  typeof error.status === 'number'

const isGraphql = (error: unknown): error is GraphqlError =>
  error instanceof Error &&
  error.name === 'GraphqlResponseError' &&
  'errors' in error &&
  Array.isArray(error.errors)
