import { createHash } from 'node:crypto'

import type { ProfileDiff } from '../profile/compare/diff.ts'
import { dangerOf } from '../syscalls/danger.ts'
import { codeSpan } from '../text/markdown.ts'
import type { Publication } from '../verdict/publication.ts'
import type { Verdict } from '../verdict/verdict.ts'

/** A new profile, to be committed. */
export interface Change {
  /** The full ref of the branch. */
  ref: string
  /** The commit that was tested; the new commit must be its child. */
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

/** A branch's head, and the profile there. */
export interface Branch {
  head: string
  file: CommittedFile | undefined
}

/** What a path names in a commit, which need not be a file. */
export interface CommittedFile {
  /** Its mode, as a number: 0o100644. */
  mode: number
  /** Its object's id. */
  oid: string
}

/** A regular file that is not executable. */
export const PLAIN_MODE = 0o100644

/**
 * Whether a branch can take a change, or what happens instead.
 *
 * @param branch undefined where there is none
 */
export function standingOf<B extends Branch>(
  branch: B | undefined,
  { ref, sha, file, text }: Change
): Publication | { kind: 'ready'; branch: B } {
  if (!branch) return { kind: 'gone', ref }
  const { head, file: there } = branch
  if (there?.oid === blobId(text, head)) return { kind: 'there', ref }
  if (head !== sha) return { kind: 'superseded', ref }
  // The profile would become a link's target, or replace a directory.
  return there && (there.mode & 0o170000) !== REGULAR
    ? {
        kind: 'refused',
        ref,
        why: `${codeSpan(file)} is not a regular file on that branch`
      }
    : { kind: 'ready', branch }
}

/** The hash that a repository's ids are made with, gitformat-hash. */
export const hashOf = (id: string) => (id.length === 64 ? 'sha256' : 'sha1')

/** The kind of file that a mode tells of, inode(7): a regular one. */
const REGULAR = 0o100000

/**
 * The id that git gives a file's content.
 *
 * @param like an id of the same repository
 */
export const blobId = (text: string, like: string) =>
  objectId('blob', Buffer.from(text), like)

/**
 * The id that git gives an object (gitformat-loose(5)).
 *
 * @param like an id of the same repository, which tells SHA-1 from SHA-256
 */
export const objectId = (type: string, body: Buffer, like: string) =>
  createHash(hashOf(like))
    .update(`${type} ${body.length}\0`)
    .update(body)
    .digest('hex')

/**
 * The message of the commit: what the workflow says (`commit-message`), or
 * what changed; then the calls, unless the workflow's message has a body.
 */
export function commitMessage({
  wanted,
  file,
  verdict,
  diff
}: {
  /** The input `commit-message`, or ''. */
  wanted: string
  /** The profile within the repository, with `/`. */
  file: string
  verdict: Verdict
  diff: ProfileDiff
}): CommitMessage {
  const [headline = '', ...rest] = wanted.trim().split('\n')
  const body = rest.join('\n').trim()
  return {
    headline: headline === '' ? headlineOf(file, verdict, diff) : headline,
    body: body === '' ? callsOf(diff) : body
  }
}

/** git-commit(1), "DISCUSSION", wants 50 characters; hosts cut after 72. */
const MAX_HEADLINE = 72

function headlineOf(file: string, verdict: Verdict, diff: ProfileDiff): string {
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
    ...list(
      'Dangerous',
      added.filter(name => dangerOf(name).level === 'dangerous')
    ),
    ...list('Newly allowed', added),
    ...list('No longer allowed', removed),
    ...list('Allowed differently', changed),
    ...list('Settings', settings)
  ].join('\n')
}

/** Lines of 72 characters at most, for no name is longer. */
const wrapped = (text: string) =>
  text.replace(/(.{1,72})(?: |$)/g, '$1\n').trim()

/** Nothing but a name: a message can mention people and close issues. */
const isName = (name: string) => /^\w+$/.test(name)

const plain = (name: string) =>
  /^[\w.-]{1,40}$/.test(name) ? name : 'the profile'
