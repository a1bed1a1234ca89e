import { messageOf } from '../errors.js'
import { codeSpan } from '../report/escape.js'

/** Why GitHub did not do what was asked. */
export interface Fault {
  /** A sentence part without an end, in one line. */
  why: string
  kind:
    /** The token may not; nothing mends that in this run. */
    | 'forbidden'
    /** What was asked about is not there, or the token may not see it. */
    | 'missing'
    /** It does not fit what is there now. */
    | 'stale'
    /** It may go well another time. */
    | 'passing'
    | 'other'
}

/** The parts of Octokit's errors that are read here. */
interface RestError {
  status: number
  response?: {
    headers?: Record<string, string | number | undefined>
    data?: unknown
  }
}

interface GraphqlError {
  errors: readonly { type?: unknown; message?: unknown }[]
}

/**
 * What an error of a request to GitHub means.
 *
 * @param need the permission that the request needs, as workflows write it,
 *   `contents: write`
 */
export function faultOf(error: unknown, need: string): Fault {
  if (isGraphql(error)) return graphqlFault(error, need)
  if (!isRest(error)) return { kind: 'other', why: quoted(messageOf(error)) }
  const { status, response } = error
  const message = messageOf(error)
  const said = quoted(message)
  switch (status) {
    case 401:
      return { kind: 'forbidden', why: `GitHub does not take the token (401)` }
    case 403:
    case 429: {
      if (status === 429 || /rate limit/i.test(message)) {
        return {
          kind: 'passing',
          why: `GitHub asks to wait longer (${status})`
        }
      }
      const accepted = response?.headers?.['x-accepted-github-permissions']
      return forbidden(
        typeof accepted === 'string' ? permissionsOf(accepted) : need
      )
    }
    case 404:
      return {
        kind: 'missing',
        why: `GitHub finds nothing there that the token may see (404); the job needs \`${need}\``
      }
    default:
      return response === undefined
        ? { kind: 'passing', why: `GitHub cannot be reached: ${said}` }
        : {
            kind: status >= 500 ? 'passing' : 'other',
            why: `GitHub answered ${status}: ${said}`
          }
  }
}

const forbidden = (need: string): Fault => ({
  kind: 'forbidden',
  why: `the token may not: give the job \`permissions: ${need}\``
})

/**
 * The header X-Accepted-GitHub-Permissions, `issues=write; pull_requests=write`
 * (one of these sets is enough), as workflows write it; of several sets the one
 * that speaks of pull requests.
 */
function permissionsOf(header: string): string {
  const sets = header.split(';').map(set => set.trim())
  const set = sets.find(s => s.includes('pull_requests')) ?? sets[0] ?? ''
  return set
    .replaceAll(/[^\w=,]/g, '')
    .replaceAll('_', '-')
    .replaceAll('=', ': ')
    .replaceAll(',', ', ')
}

const STALE: Fault = { kind: 'stale', why: 'the branch has moved on' }

/** GraphQL answers 200, and says in `errors[].type` what is wrong. */
function graphqlFault({ errors }: GraphqlError, need: string): Fault {
  const [first] = errors
  const type = typeof first?.type === 'string' ? first.type : ''
  const message =
    typeof first?.message === 'string' ? first.message : 'no reason'
  const said = quoted(message)
  // Who loses the race for the ref itself is told so by no type of its own.
  if (/^Ref .* is at \w+ but expected \w+/.test(message)) return STALE
  switch (type) {
    case 'STALE_DATA':
      return STALE
    case 'FORBIDDEN':
    case 'INSUFFICIENT_SCOPES':
      return forbidden(need)
    case 'NOT_FOUND':
      return { kind: 'missing', why: `GitHub says: ${said}` }
    case 'BRANCH_PROTECTION_RULE_VIOLATION':
      return { kind: 'other', why: `the branch is protected: ${said}` }
    default:
      return { kind: 'other', why: `GitHub says: ${said}` }
  }
}

/** Others' words, with nothing that Markdown or the runner could make of them. */
const quoted = (text: string) =>
  codeSpan(text.replace(/\s+/g, ' ').trim().replace(/\.$/, ''))

const isRest = (error: unknown): error is RestError =>
  error instanceof Error &&
  'status' in error &&
  typeof error.status === 'number'

const isGraphql = (error: unknown): error is GraphqlError =>
  error instanceof Error &&
  error.name === 'GraphqlResponseError' &&
  'errors' in error &&
  Array.isArray(error.errors)
