import { UserError } from '../errors.ts'
import { type Get, oneOf } from './values.ts'

export const COMMITS = ['on-push', 'never'] as const
export const COMMITS_VIA = ['api', 'git'] as const
export const COMMENTS = ['on-change', 'always', 'never'] as const
export const ALLOW_FORKS = ['false', 'true'] as const

/** What is told to GitHub, as the workflow wants it. */
export interface Publishing {
  commit: (typeof COMMITS)[number]
  commitVia: (typeof COMMITS_VIA)[number]
  /** '' for one of our own. */
  commitMessage: string
  comment: (typeof COMMENTS)[number]
  /** Tells the comments of two jobs apart; '' for the profile's path. */
  commentKey: string
  allowForks: boolean
  /** '' for none; then nothing is asked of GitHub. */
  token: string
}

/**
 * Reads the inputs that are about GitHub.
 *
 * @throws UserError
 */
export function readPublishing(get: Get): Publishing {
  return {
    commit: oneOf('commit', get, COMMITS),
    commitVia: oneOf('commit-via', get, COMMITS_VIA),
    commitMessage: get('commit-message').replace(/\r\n?/g, '\n').trim(),
    comment: oneOf('comment', get, COMMENTS),
    commentKey: readKey(get),
    allowForks: oneOf('allow-forks', get, ALLOW_FORKS) === 'true',
    token: readToken(get)
  }
}

/** It is not quoted: what was meant for something else can be a secret, too. */
function readToken(get: Get): string {
  const token = get('github-token')
  if (/^[\x21-\x7e]*$/.test(token)) return token
  throw new UserError(
    'input github-token: is no token: it has spaces, line ends or characters that no token has',
    {
      hint: 'Set `github-token` to a token, or leave it out for that of the job.'
    }
  )
}

function readKey(get: Get): string {
  const key = get('comment-key')
  if (key.length <= MAX_KEY) return key
  throw new UserError(
    `input comment-key: longer than ${MAX_KEY} characters: it has ${key.length}`,
    { hint: 'Choose a shorter `comment-key`.' }
  )
}

/** Of a key's UTF-16 units; a comment has room for more than its marker. */
export const MAX_KEY = 200
