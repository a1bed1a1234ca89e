import { UserError } from '../errors.ts'
import { type Choice, INPUTS } from './table.ts'
import { type Get, oneOf } from './values.ts'

/** What the step may do on GitHub. */
export interface Publishing {
  commit: Choice<'commit'>
  commitVia: Choice<'commit-via'>
  /** '' for one that says what changed. */
  commitMessage: string
  comment: Choice<'comment'>
  /** Tells the comments of several jobs apart; '' for the profile's path. */
  commentKey: string
  allowForks: boolean
  /** '' for none: GitHub is then sent nothing. */
  token: string
}

/**
 * Reads the inputs that are about GitHub.
 *
 * @throws UserError
 */
export function readPublishing(get: Get): Publishing {
  return {
    commit: oneOf('commit', get),
    commitVia: oneOf('commit-via', get),
    commitMessage: get('commit-message').replace(/\r\n?/g, '\n').trim(),
    comment: oneOf('comment', get),
    commentKey: readKey(get),
    allowForks: oneOf('allow-forks', get) === 'true',
    token: readToken(get)
  }
}

/** Not quoted in the error: it may be another secret, put here by mistake. */
function readToken(get: Get): string {
  const token = get('github-token')
  if (/^[\x21-\x7e]*$/.test(token)) return token
  throw new UserError(
    'input github-token: not a token: it contains spaces, line breaks or other invalid characters',
    {
      code: 'input',
      hint: 'Set `github-token` to a token, or remove it to use that of the job.'
    }
  )
}

function readKey(get: Get): string {
  const key = get('comment-key')
  if (key.length <= MAX_KEY) return key
  throw new UserError(
    `input comment-key: has ${key.length} characters, more than ${MAX_KEY}`,
    { code: 'input', hint: 'Choose a shorter `comment-key`.' }
  )
}

/** How many UTF-16 units a key may have, so that a comment has room for it. */
export const MAX_KEY = INPUTS['comment-key'].value.maxLength
