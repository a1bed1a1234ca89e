import type { Execute } from '../host/execute.ts'
import { commitMessage } from '../github/change.js'
import { type Checkout, readCheckout } from '../github/checkout.js'
import {
  type Client,
  createClient,
  readRepository,
  type Repository
} from '../github/client.js'
import { type CommentOutcome, keepComment } from '../github/comment.js'
import { commitThroughApi } from '../github/commit-api.js'
import { commitThroughGit } from '../github/commit-git.js'
import type { Target } from '../github/event.js'
import { Cancelled, messageOf } from '../errors.js'
import { createGit, type Git } from '../github/git.js'
import { formatMarker, readRun, type Run } from '../github/marker.js'
import { MAX_KEY } from '../inputs/publishing.ts'
import { patchOf } from '../github/patch.js'
import type { Log } from '../log.js'
import type { Publishing } from '../inputs/publishing.js'
import { isFinding } from '../verdict/findings.js'
import type { Annotation } from '../report/annotations.js'
import { codeSpan } from '../text/markdown.js'
import { isPublished } from '../verdict/publication.ts'
import { type Publication } from '../verdict/publication.ts'
import { remarks } from '../report/annotate.js'
import { reportSections } from '../report/report.js'
import {
  COMMENT_LIMIT,
  fitSections,
  joinSections,
  type Section,
  SUMMARY_LIMIT
} from '../report/sections.js'
import { settle } from '../verdict/verdict.js'
import { writeTemporary } from '../host/temporary.ts'
import type { Found } from '../verdict/outcome.ts'

/** GitHub, as far as a run may and is to speak to it. */
export interface GitHub {
  publishing: Publishing
  target: Target
  repository: Repository
  run: Run
  /** What was checked out when the run began. */
  checkout: Checkout | undefined
  /** The client, made when it is first asked for. */
  client: () => Promise<Client>
  git: Git
  log: Log
  /** A directory for temporary files. */
  temporary: string
  /** Nothing more is asked of GitHub once this is aborted. */
  signal: AbortSignal
}

/** What was told, and what is to be told by the step itself. */
export interface Published {
  publication: Publication | undefined
  /** Whether the step fails by the verdict. */
  fails: boolean
  annotations: Annotation[]
  reportPath: string
  /** The report as far as a job's summary has room. */
  summary: string
  /** The comment's page, if one was written. */
  commentUrl: string | undefined
}

/** Prepares for GitHub, before the tests can change anything. */
export async function openGitHub(
  publishing: Publishing,
  target: Target,
  profile: string,
  world: {
    exec: Execute
    environment: NodeJS.ProcessEnv
    log: Log
    temporary: string
    signal: AbortSignal
  }
): Promise<GitHub> {
  const git = createGit(world)
  let client: Promise<Client> | undefined
  return {
    ...{ publishing, target, git, log: world.log },
    ...{ temporary: world.temporary, signal: world.signal },
    repository: readRepository(world.environment),
    run: readRun(world.environment, target.sha),
    checkout: await readCheckout(git, profile),
    client: () =>
      (client ??= createClient(publishing.token, { signal: world.signal }))
  }
}

/**
 * Commits the new profile where it may, and tells what was found: in a report
 * file, the summary, and the pull request's comment. What GitHub refuses is a
 * warning and stands in the summary; it never changes the verdict.
 */
export async function publish(
  found: Found,
  gitHub: GitHub
): Promise<Published> {
  const publication = await commit(found, gitHub)
  const findings = {
    ...found.findings,
    judgement: settle(found.findings.judgement, isPublished(publication))
  }
  const { profile, text } = found
  const file = fileInRepository(gitHub, findings.profile)
  const patch = found.changed ? patchOf(file, text.was, text.is) : ''
  return {
    publication,
    fails: findings.judgement.fails,
    annotations: remarks(findings, profile, text, found.failOn),
    ...(await tell(gitHub, {
      sections: reportSections(findings, { publication, patch }),
      key: findings.profile,
      isFinding: isFinding(findings),
      refused: publication?.kind === 'refused' ? [sayRefused(publication)] : []
    }))
  }
}

/** The profile's path in the repository, which can be below the workspace. */
export const fileInRepository = (
  { checkout }: Pick<GitHub, 'checkout'>,
  inWorkspace: string
): string => checkout?.profile ?? inWorkspace

/** What is to be told, whatever the mode. */
interface Telling {
  sections: readonly Section[]
  /** Whose comment it is, where the workflow does not say. */
  key: string
  /** Whether there is more to say than that all is well. */
  isFinding: boolean
  /** What GitHub has refused already. */
  refused: readonly string[]
}

/** Tells it in a file, in the summary, and in the pull request. */
export async function tell(
  gitHub: GitHub,
  telling: Telling
): Promise<Pick<Published, 'reportPath' | 'summary' | 'commentUrl'>> {
  const { sections } = telling
  const { log, temporary } = gitHub
  const report = joinSections(sections)
  const written = await writeTemporary(temporary, 'report', 'md', report).catch(
    refusedBy
  )
  const comment = await commentOn(gitHub, telling).catch(refusedBy)
  const refused = [
    ...telling.refused,
    ...(typeof written === 'object'
      ? [`The report could not be written: ${written.why}.`]
      : []),
    ...(comment?.kind === 'refused'
      ? [`The comment could not be written: ${comment.why}.`]
      : [])
  ]
  if (refused.length > 0) {
    log.warning(`${refused.join(' ')} The job summary has everything.`)
  }
  const url = comment && 'url' in comment ? comment.url : undefined
  if (url !== undefined) log.info(`The comment was ${comment?.kind}: ${url}`)
  return {
    reportPath: typeof written === 'object' ? '' : written,
    summary: fitSections(sections, {
      limit: SUMMARY_LIMIT,
      elsewhere: `The whole report is in the file that the output ${codeSpan('report-path')} names.`
    }),
    commentUrl: url
  }
}

async function commentOn(
  gitHub: GitHub,
  { sections, key, isFinding }: Telling
): Promise<CommentOutcome | undefined> {
  const { publishing, target, repository, run } = gitHub
  const { comment, commentKey, token } = publishing
  if (!target.comment.may || comment === 'never') return undefined
  const isAlways = comment === 'always'
  if (token === '') {
    return isFinding || isAlways
      ? { kind: 'refused', why: 'there is no `github-token`' }
      : undefined
  }
  gitHub.signal.throwIfAborted()
  const marker = { key: commentKey || key.slice(-MAX_KEY), run }
  return keepComment(
    await gitHub.client(),
    repository,
    target.comment.pullRequest,
    {
      marker,
      isFinding: isFinding || isAlways,
      body: fitSections(isFinding || isAlways ? sections : resolved(sections), {
        limit: COMMENT_LIMIT,
        elsewhere: 'The whole report is in the summary of the job.',
        marker: formatMarker(marker)
      })
    }
  )
}

/** For a comment that told of something which is gone now. */
function resolved(sections: readonly Section[]): Section[] {
  const text = 'What this comment said before is **resolved**.'
  return [
    ...sections.slice(0, 1),
    { rank: 99, name: 'what became of it', text }
  ]
}

/** What becomes of a profile that the workspace has anew. */
async function commit(
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
    ...{ ref: target.commit.ref, sha: target.sha },
    ...{ file: checkout.profile, text: text.is },
    message: commitMessage(
      ...([publishing.commitMessage, checkout.profile] as const),
      ...([verdict, findings.diff] as const)
    )
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

/** What is told of an error that nobody foresaw: telling fails no run. */
function refusedBy(error: unknown): { kind: 'refused'; why: string } {
  if (error instanceof Cancelled) throw error
  return { kind: 'refused', why: codeSpan(messageOf(error)) }
}

const sayRefused = ({ ref, why }: Publication & { kind: 'refused' }) =>
  `The profile could not be committed to ${codeSpan(ref)}: ${why}.`
