import { codeSpan } from '../../text/markdown.ts'

/** The commit that a change starts from, as far as the event tells. */
export type Start =
  | {
      kind: 'pull request'
      /** The base branch, and its head when the event happened. */
      base: { name: string; sha: string }
      /** The pull request's own head. */
      head: string
    }
  /** The branch's head before the push. */
  | { kind: 'push'; before: string }
  /** A branch that did not exist before; it starts from the default branch. */
  | { kind: 'new branch'; defaultBranch: string }
  /** The base branch, or the group before in the queue. */
  | { kind: 'merge group'; base: { name: string; sha: string } }
  /** The event is not about a change; a sentence part that says why. */
  | { kind: 'none'; why: string }

/** All that a push tells. */
interface Push {
  ref: string
  before: string
  after: string
  created: boolean
  repository: { default_branch: string }
}

const HEADS = 'refs/heads/'

/**
 * The start of a push ("Webhook events and payloads", `push`, docs.github.com):
 * its commits are zeros where there is none.
 *
 * @param isQueued whether the branch is one of the merge queue
 */
export function startOfPush(push: Push, isQueued: boolean): Start {
  const { ref, before, after, created, repository } = push
  const defaultBranch = repository.default_branch
  if (isZero(after)) return none(`${codeSpan(ref)} was deleted`)
  if (!ref.startsWith(HEADS)) return none(`${codeSpan(ref)} is not a branch`)
  if (isQueued) {
    return none(
      `${codeSpan(ref)} is a branch of the merge queue, and only the event \`merge_group\` tells its base`
    )
  }
  if (!created && !isZero(before)) return { kind: 'push', before }
  return ref === `${HEADS}${defaultBranch}`
    ? none(`it is the first push to ${codeSpan(defaultBranch)}`)
    : { kind: 'new branch', defaultBranch }
}

/** @param request of a pull request's payload */
export const startOfRequest = (request: {
  head: { sha: string }
  base: { ref: string; sha: string }
}): Start => ({
  kind: 'pull request',
  base: { name: request.base.ref, sha: request.base.sha },
  head: request.head.sha
})

/** @param group of a merge group's payload */
export const startOfGroup = (group: {
  base_ref: string
  base_sha: string
}): Start => ({
  kind: 'merge group',
  base: {
    name: group.base_ref.replace(/^refs\/heads\//, ''),
    sha: group.base_sha
  }
})

export const none = (why: string): Start => ({ kind: 'none', why })

/** Whether it stands for no commit. */
export const isZero = (sha: string) => /^0+$/.test(sha)
