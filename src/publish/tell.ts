import { type CommentOutcome, keepComment } from '../github/comment.ts'
import { formatMarker, proposalOf } from '../github/marker.ts'
import { writeTemporary } from '../host/temporary.ts'
import type { Annotation } from '../report/annotations.ts'
import {
  COMMENT_LIMIT,
  fitSections,
  joinSections,
  RANK,
  type Section,
  SUMMARY_LIMIT
} from '../report/sections.ts'
import { codeSpan } from '../text/markdown.ts'
import type { Publication } from '../verdict/publication.ts'
import { type GitHub, keyOf, refusedBy } from './github.ts'

/** What was published, and what the step itself has yet to show. */
export interface Published {
  publication: Publication | undefined
  /** Whether the step fails by the verdict. */
  fails: boolean
  annotations: Annotation[]
  reportPath: string
  /** The same as data. */
  reportJson: string
  /** The report, as much as fits in a job summary. */
  summary: string
  /** The comment's page, if one was written. */
  commentUrl: string | undefined
}

/** What to publish, whatever the mode. */
export interface Telling {
  sections: readonly Section[]
  /** The comment's key, if the workflow does not set one. */
  key: string
  /** Whether there is more to report than that all is well. */
  isFinding: boolean
  /** The new profile that it shows; undefined for none. */
  proposal: string | undefined
  /** The report as JSON. */
  data: string
  /** What GitHub has refused already. */
  refused: readonly string[]
}

/** Publishes it as a file, a summary, and a comment on the pull request. */
export async function tell(
  gitHub: GitHub,
  telling: Telling
): Promise<
  Pick<Published, 'reportPath' | 'reportJson' | 'summary' | 'commentUrl'>
> {
  const { sections, data } = telling
  const { log, temporary } = gitHub
  const report = joinSections(sections)
  const [written, json] = await Promise.all([
    writeTemporary(temporary, 'report', 'md', report).catch(refusedBy),
    writeTemporary(temporary, 'report', 'json', data).catch(refusedBy)
  ])
  const comment = await commentOn(gitHub, telling).catch(refusedBy)
  const refused = [
    ...telling.refused,
    ...[written, json].flatMap(file =>
      typeof file === 'object'
        ? [`The report could not be written: ${file.why}.`]
        : []
    ),
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
    reportJson: typeof json === 'object' ? '' : json,
    summary: fitSections(sections, {
      limit: SUMMARY_LIMIT,
      elsewhere: `The whole report is in the file that the output ${codeSpan('report-path')} names.`
    }),
    commentUrl: url
  }
}

async function commentOn(
  gitHub: GitHub,
  { sections, key, isFinding, proposal }: Telling
): Promise<CommentOutcome | undefined> {
  const { publishing, target, repository, run } = gitHub
  const { comment, token } = publishing
  if (!target.comment.may || comment === 'never') return undefined
  const isAlways = comment === 'always'
  if (token === '') {
    return isFinding || isAlways
      ? { kind: 'refused', why: 'there is no `github-token`' }
      : undefined
  }
  gitHub.signal.throwIfAborted()
  const marker = {
    key: keyOf(gitHub, key),
    run,
    ...(proposal !== undefined && { proposal: proposalOf(proposal) })
  }
  const short = sections.filter(({ isDetail }) => !isDetail)
  return keepComment(
    await gitHub.client(),
    repository,
    target.comment.pullRequest,
    {
      marker,
      isFinding: isFinding || isAlways,
      body: fitSections(isFinding || isAlways ? short : resolved(short), {
        limit: COMMENT_LIMIT,
        elsewhere: 'The whole report is in the job summary.',
        marker: formatMarker(marker)
      })
    }
  )
}

/** For a comment that reported something that is resolved now. */
function resolved(sections: readonly Section[]): Section[] {
  const text = 'The earlier finding in this comment is **resolved**.'
  return [
    ...sections.slice(0, 1),
    { rank: RANK.resolved, name: 'what became of the finding', text }
  ]
}
