import { UserError } from '../errors.ts'
import { type Choice, INPUTS } from './table.ts'
import { type Get, invalid, oneOf } from './values.ts'

/** What the step may do on GitHub. */
export interface Publishing {
  commit: Choice<'commit'>
  commitVia: Choice<'commit-via'>
  /** '' for one that says what changed. */
  commitMessage: string
  comment: Choice<'comment'>
  /** Tells the comments of several jobs apart; '' for the profile's path. */
  commentKey: string
  /** The label that accepts a pull request's profile; '' for none. */
  acceptLabel: string
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
    commentKey: short('comment-key', get),
    acceptLabel: readLabel(get),
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

/** Labels have one line; any other would never be set. */
function readLabel(get: Get): string {
  const label = short('accept-label', get)
  // eslint-disable-next-line no-control-regex
  if (!/[\x00-\x1f\x7f]/.test(label)) return label
  throw invalid('accept-label', label, 'a label without control characters')
}

function short(name: 'comment-key' | 'accept-label', get: Get): string {
  const text = get(name)
  const { maxLength } = INPUTS[name].value
  if (text.length <= maxLength) return text
  throw new UserError(
    `input ${name}: has ${text.length} characters, more than ${maxLength}`,
    { code: 'input', hint: `Choose a shorter \`${name}\`.` }
  )
}

/** How many UTF-16 units a key may have, so that a comment has room for it. */
export const MAX_KEY = INPUTS['comment-key'].value.maxLength
