import { createHash } from 'node:crypto'

import type { ProfileDiff } from '../profile/diff.js'

/** A new profile, to be committed. */
export interface Change {
  /** The full ref of the branch. */
  ref: string
  /** The commit that the profile was made of, and must follow upon. */
  sha: string
  /** The file within the repository, with `/`. */
  file: string
  text: string
  message: CommitMessage
}

export interface CommitMessage {
  headline: string
  body: string
}

/** A file at a branch's head. */
export interface CommittedFile {
  /** Its mode, as a number: 0o100644. */
  mode: number
  /** Its blob's id. */
  oid: string
}

/** A regular file that nobody executes. */
export const PLAIN_MODE = 0o100644

/** How a branch stands to a change: fit for it, or why not. */
export function standingOf(
  head: string,
  file: CommittedFile | undefined,
  { sha, text }: Change
): 'ready' | 'there' | 'superseded' {
  if (file?.oid === blobId(text, head)) return 'there'
  return head === sha ? 'ready' : 'superseded'
}

/**
 * The id that git gives a file's content (gitformat-loose(5)).
 *
 * @param like an id of the same repository, which tells SHA-1 from SHA-256
 */
export function blobId(text: string, like: string): string {
  const bytes = Buffer.from(text)
  return createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex')
}

/**
 * The message of the commit: what the workflow says (`commit-message`), or
 * what changed; then the calls, unless the workflow's message has a body.
 */
export function commitMessage(
  wanted: string,
  file: string,
  verdict: string,
  diff: ProfileDiff
): CommitMessage {
  const [headline = '', ...rest] = wanted.trim().split('\n')
  const body = rest.join('\n').trim()
  return {
    headline: headline === '' ? headlineOf(file, verdict, diff) : headline,
    body: body === '' ? callsOf(diff) : body
  }
}

/** git-commit(1), "DISCUSSION", wants 50 characters; hosts cut after 72. */
const MAX_HEADLINE = 72

function headlineOf(file: string, verdict: string, diff: ProfileDiff): string {
  const name = plain(file.split('/').at(-1) ?? file)
  const added = diff.added.filter(isName)
  const removed = diff.removed.filter(isName)
  const line =
    verdict === 'created'
      ? `chore(seccomp): create ${name}`
      : added.length > 0
        ? `chore(seccomp): allow ${added.join(', ')}`
        : removed.length > 0
          ? `chore(seccomp): no longer allow ${removed.join(', ')}`
          : `chore(seccomp): update ${name}`
  if (line.length <= MAX_HEADLINE) return line
  const calls = added.length > 0 ? added : removed
  const many = `${calls.length} system call${calls.length === 1 ? '' : 's'}`
  return `chore(seccomp): ${added.length > 0 ? 'allow' : 'no longer allow'} ${many}`
}

function callsOf({ added, removed, changed, settings }: ProfileDiff): string {
  const list = (title: string, names: readonly string[]) => {
    const safe = names.filter(isName)
    return safe.length === 0 ? [] : [wrapped(`${title}: ${safe.join(', ')}`)]
  }
  return [
    ...list('Newly allowed', added),
    ...list('No longer allowed', removed),
    ...list('Allowed in another way', changed),
    ...list('Settings', settings)
  ].join('\n')
}

/** Lines of 72 characters at most, for no name is longer. */
const wrapped = (text: string) =>
  text.replace(/(.{1,72})(?: |$)/g, '$1\n').trim()

/** Nothing else than a name: a message can mention people and close issues. */
const isName = (name: string) => /^\w+$/.test(name)

const plain = (name: string) => (/^[\w.-]+$/.test(name) ? name : 'the profile')
