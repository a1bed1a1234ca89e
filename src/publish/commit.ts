import { commitMessage } from '../github/change.ts'
import { commitThroughApi } from '../github/commit-api.ts'
import { commitThroughGit } from '../github/commit-git.ts'
import { codeSpan } from '../text/markdown.ts'
import type { Found } from '../verdict/outcome.ts'
import type { Publication } from '../verdict/publication.ts'
import { type GitHub, refusedBy } from './github.ts'

/** What becomes of a profile that the workspace has anew. */
export async function commit(
  { findings, failOn, changed, text }: Found,
  gitHub: GitHub
): Promise<Publication | undefined> {
  if (!changed) return undefined
  const { publishing, target, checkout, repository, log } = gitHub
  const { verdict, fails } = findings.judgement
  const left = (why: string): Publication => ({ kind: 'left', why })
  if (publishing.commit === 'never') {
    return left('the input `commit` is `never`')
  }
  if (!target.commit.may) return left(target.commit.why)
  if (findings.replay.result === 'skipped') {
    return left('no replay has seen it working (`replay: off`)')
  }
  // Committing it would make the next run take it for accepted.
  if (fails && failOn === 'dangerous') {
    return left(
      'a new call is dangerous, and `fail-on: dangerous` leaves it to people'
    )
  }
  if (publishing.token === '') return left('there is no `github-token`')
  if (!checkout) {
    return left(
      'its directory is no checkout that git can read, so nobody knows which commit was tested'
    )
  }
  if (checkout.head !== target.sha) {
    return left(
      `${codeSpan(checkout.head.slice(0, 12))} is checked out, and the event is about ${codeSpan(target.sha.slice(0, 12))}`
    )
  }
  const change = {
    ref: target.commit.ref,
    sha: target.sha,
    file: checkout.profile,
    text: text.is,
    message: commitMessage({
      wanted: publishing.commitMessage,
      file: checkout.profile,
      verdict,
      diff: findings.diff
    })
  }
  const through = async (): Promise<Publication> => {
    const { token, commitVia } = publishing
    const { git, temporary } = gitHub
    const done =
      commitVia === 'git'
        ? 'needs git'
        : await commitThroughApi(await gitHub.client(), repository, change)
    return done === 'needs git'
      ? commitThroughGit(git, repository, change, { token, temporary })
      : done
  }
  const { ref } = change
  gitHub.signal.throwIfAborted()
  const publication = await through().catch((error: unknown) => ({
    ...refusedBy(error),
    ref
  }))
  if (publication.kind === 'committed') {
    log.info(`Committed to ${change.ref} as ${publication.sha}.`)
  }
  return publication
}

export const sayRefused = ({ ref, why }: Publication & { kind: 'refused' }) =>
  `The profile could not be committed to ${codeSpan(ref)}: ${why}.`
