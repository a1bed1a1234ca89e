import { type Change, commitMessage } from '../github/change.ts'
import { commitThroughApi } from '../github/commit-api.ts'
import { commitThroughGit } from '../github/commit-git.ts'
import { codeSpan } from '../text/markdown.ts'
import type { Found } from '../verdict/outcome.ts'
import type { Publication } from '../verdict/publication.ts'
import { type GitHub, refusedBy } from './github.ts'

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
  const publication = await push(change, gitHub).catch((error: unknown) => ({
    ...refusedBy(error),
    ref
  }))
  if (publication.kind === 'committed') {
    gitHub.log.info(`Committed to ${ref} as ${publication.sha}.`)
  }
  return publication
}

/** The change to commit, or why there is none: a sentence without its end. */
function changeOf(
  { findings, text }: Found,
  { publishing, target, checkout, lineage }: GitHub
): Change | string {
  const { verdict } = findings.judgement
  if (publishing.commit === 'never') return 'the input `commit` is `never`'
  if (!target.commit.may) return target.commit.why
  if (findings.replay.result === 'skipped') return NOT_REPLAYED
  // Only a person may say that it is wanted.
  if (findings.review.unnamed.length > 0) return DANGEROUS
  if (publishing.token === '') return 'there is no `github-token`'
  if (!checkout) return NO_CHECKOUT
  if (checkout.head !== target.sha && !lineage.isMerge) {
    return sayOther(checkout.head, target.sha)
  }
  return {
    ref: target.commit.ref,
    sha: target.sha,
    file: checkout.profile,
    text: text.after,
    message: commitMessage({
      wanted: publishing.commitMessage,
      file: checkout.profile,
      verdict,
      diff: findings.diff
    })
  }
}

const NOT_REPLAYED = 'no replay has shown that it works (`replay: off`)'
const DANGEROUS =
  'it has something dangerous that the input `accept-dangerous` does not name'
const NO_CHECKOUT =
  'its directory is not a checkout that git can read, so the tested commit is unknown'

function sayOther(head: string, tested: string): string {
  const short = (sha: string) => codeSpan(sha.slice(0, 12))
  return `${short(head)} is checked out, but the event is about ${short(tested)}`
}

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
