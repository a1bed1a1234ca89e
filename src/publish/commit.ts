import { type Change, commitMessage } from '../github/change.ts'
import type { Checkout } from '../github/checkout.ts'
import { readMarker } from '../github/comment.ts'
import { commitThroughApi } from '../github/commit-api.ts'
import { commitThroughGit } from '../github/commit-git.ts'
import { proposalOf } from '../github/marker.ts'
import type { ProfileDiff } from '../profile/compare/diff.ts'
import { codeSpan } from '../text/markdown.ts'
import type { Found } from '../verdict/outcome.ts'
import type { Publication } from '../verdict/publication.ts'
import { type GitHub, isAccepted, keyOf, refusedBy } from './github.ts'

/** Commits a profile that is new in the workspace, unless it must not. */
export async function commit(
  found: Found,
  gitHub: GitHub
): Promise<Publication | undefined> {
  if (!found.changed) return undefined
  const change = changeOf(found, gitHub)
  if (typeof change === 'string') return { kind: 'left', why: change }
  gitHub.signal.throwIfAborted()
  const { ref } = change
  const { profile } = found.findings
  const publication = await pushIfSeen(change, gitHub, profile).catch(
    (error: unknown) => ({ ...refusedBy(error), ref })
  )
  if (publication.kind === 'committed') {
    gitHub.log.info(`Committed to ${ref} as ${publication.sha}.`)
  }
  return publication
}

/** The change to commit, or why there is none: a sentence without its end. */
function changeOf({ findings, text }: Found, gitHub: GitHub): Change | string {
  const { publishing, target, checkout } = gitHub
  const { verdict } = findings.judgement
  if (publishing.commit === 'never') return 'the input `commit` is `never`'
  const ref = branchOf(gitHub)
  if (typeof ref !== 'string') return ref.why
  if (findings.replay.result === 'skipped') return NOT_REPLAYED
  const { unnamed, isDeleted } = findings.review
  // Only a person may say that it is wanted.
  if (unnamed.length > 0) return isDeleted ? DELETED : DANGEROUS
  if (publishing.token === '') return 'there is no `github-token`'
  if (!checkout) return NO_CHECKOUT
  if (!isTested(gitHub, checkout)) return sayOther(checkout.head, target.sha)
  return {
    ref,
    sha: target.sha,
    file: checkout.profile,
    text: text.after,
    message: commitMessage({
      wanted: publishing.commitMessage,
      file: checkout.profile,
      verdict,
      diff: dangerousFirst(findings)
    })
  }
}

/** The diff, its new calls in the order in which people should read them. */
function dangerousFirst({ diff, review }: Found['findings']): ProfileDiff {
  const order = review.findings.map(({ subject }) => subject.name)
  const added = diff.added.toSorted(
    (a, b) => order.indexOf(a) - order.indexOf(b)
  )
  return { ...diff, added }
}

/** The branch to commit to, or why there is none. */
function branchOf(gitHub: GitHub): string | { why: string } {
  const { commit, ref } = gitHub.target
  if (commit.may) return commit.ref
  return isAccepted(gitHub) && ref !== undefined ? ref : commit
}

/** Whether the commit that the event is about was tested, or its merge. */
const isTested = ({ target, lineage }: GitHub, { head }: Checkout): boolean =>
  head === target.sha || lineage.isMerge

const NOT_REPLAYED = 'no replay has shown that it works (`replay: off`)'
const DANGEROUS =
  'it has something dangerous that the input `accept-dangerous` does not name'
const DELETED = 'this change deletes the file, which a person has to accept'
const NO_CHECKOUT =
  'its directory is not a checkout that git can read, so the tested commit is unknown'

function sayOther(head: string, tested: string): string {
  const short = (sha: string) => codeSpan(sha.slice(0, 12))
  return `${short(head)} is checked out, but the event is about ${short(tested)}`
}

/**
 * A label accepts what its giver could see: if the comment shows another
 * profile than this one, nothing is committed.
 */
async function pushIfSeen(
  change: Change,
  gitHub: GitHub,
  profile: string
): Promise<Publication> {
  const { target, repository } = gitHub
  if (!target.commit.may && target.comment.may) {
    const { pullRequest } = target.comment
    const marker = await readMarker(
      await gitHub.client(),
      repository,
      pullRequest,
      keyOf(gitHub, profile)
    )
    if (marker && marker.proposal !== proposalOf(change.text)) {
      return { kind: 'left', why: UNSEEN }
    }
  }
  return push(change, gitHub)
}

const UNSEEN =
  'the comment showed another profile when the label was set; look at it again, then take the label off and set it again'

/** Commits through the API, or with git where that is wanted or needed. */
async function push(
  change: Change,
  { publishing, repository, git, temporary, client }: GitHub
): Promise<Publication> {
  const { token, commitVia } = publishing
  const done =
    commitVia === 'git'
      ? 'needs git'
      : await commitThroughApi(await client(), repository, change)
  return done === 'needs git'
    ? commitThroughGit(git, repository, change, { token, temporary })
    : done
}

export const sayRefused = ({ ref, why }: Publication & { kind: 'refused' }) =>
  `The profile could not be committed to ${codeSpan(ref)}: ${why}.`
