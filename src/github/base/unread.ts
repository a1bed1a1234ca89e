import { codeSpan } from '../../text/markdown.ts'

/**
 * The base cannot be read. The message is a sentence part without its full
 * stop, safe in Markdown.
 */
export class Unread extends Error {
  override readonly name = 'Unread'
}

/** A commit as people write it. */
export const shortId = (sha: string) => sha.slice(0, 7)

/** The same in a sentence. */
export const commitSpan = (sha: string) => codeSpan(shortId(sha))
