import { headOfBranch, mergeBaseOf, type Sources } from './sources.ts'
import type { Start } from './start.ts'
import { commitSpan, shortId, Unread } from './unread.ts'

/** A start that is a commit. */
export type Known = Exclude<Start, { kind: 'none' }>

/** What is checked out. */
export interface Out {
  /** undefined without a checkout. */
  head: string | undefined
  /** Its parents; undefined if git cannot read it. */
  parents: readonly string[] | undefined
  /** The commit that the event is about. */
  sha: string
}

/**
 * Whether the merge of a pull request's head with its base is checked out: what
 * actions/checkout takes by default ("Events that trigger workflows",
 * `pull_request`, docs.github.com). Its first parent is the base.
 */
export const isMergeOf = (start: Start, { head, parents }: Out): boolean =>
  start.kind === 'pull request' &&
  head !== start.head &&
  parents?.length === 2 &&
  parents[1] === start.head

/**
 * The commit that a change starts from.
 *
 * @throws Unread
 */
export async function startingCommit(
  start: Known,
  out: Out,
  sources: Sources
): Promise<string> {
  const { head, parents, sha } = out
  if (start.kind === 'pull request') {
    const [first] = parents ?? []
    if (isMergeOf(start, out) && first !== undefined) return first
    if (head === undefined || head === start.head) {
      return mergeBaseOf(sources, start.base.sha, start.head)
    }
    throw new Unread(
      parents
        ? `${commitSpan(head)} is checked out, which is neither the head of the pull request nor its merge with the base`
        : `git cannot read the commit ${commitSpan(head)}, which is checked out`
    )
  }
  if (head !== undefined && head !== sha) {
    throw new Unread(
      `${commitSpan(head)} is checked out, but the event is about ${commitSpan(sha)}`
    )
  }
  switch (start.kind) {
    case 'push':
      return start.before
    case 'merge group':
      return start.base.sha
    case 'new branch': {
      const base = await headOfBranch(sources, start.defaultBranch)
      return mergeBaseOf(sources, base, sha)
    }
  }
}

/** What people know the base by. */
export function nameOf(start: Known): string {
  switch (start.kind) {
    case 'push':
      return shortId(start.before)
    case 'new branch':
      return start.defaultBranch
    case 'pull request':
    case 'merge group':
      return start.base.name
  }
}
