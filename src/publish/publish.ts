import { patchOf } from '../github/patch.ts'
import { annotate } from '../report/annotate.ts'
import { reportSections } from '../report/report.ts'
import { dataOf, renderJson } from '../report/review/data.ts'
import { type Findings, isFinding } from '../verdict/findings.ts'
import type { Found } from '../verdict/outcome.ts'
import { isPublished } from '../verdict/publication.ts'
import { fails, settle } from '../verdict/verdict.ts'
import { commit, sayRefused } from './commit.ts'
import { fileInRepository, type GitHub, isAccepted, trailOf } from './github.ts'
import { writeSarif } from './sarif.ts'
import { type Published, tell } from './tell.ts'

/**
 * Commits the new profile if it may, and reports the findings: in a file, the
 * summary, and the pull request's comment. If GitHub refuses something, that is
 * a warning and a line in the summary; it never changes the verdict.
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
  const { text } = found
  const file = fileInRepository(gitHub, findings.profile)
  // The branch's own file, where a merge is checked out: people patch that.
  const { head } = gitHub.lineage
  const seen = head ? head.text : text.before
  const patch = found.changed ? patchOf(file, seen, text.after) : ''
  const done = {
    publication,
    patch,
    label: labelFor(gitHub, findings),
    isAsked: gitHub.target.commit.may || isAccepted(gitHub),
    trail: trailOf(gitHub)
  }
  await writeSarif(findings.review, { file, text: text.before }, gitHub)
  return {
    publication,
    fails: fails(findings.judgement),
    annotations: annotate(findings, text.before),
    ...(await tell(gitHub, {
      sections: reportSections(findings, done),
      key: findings.profile,
      isFinding: isFinding(findings),
      proposal: found.changed ? text.after : undefined,
      data: renderJson({ ...dataOf(findings), trail: done.trail }),
      refused: publication?.kind === 'refused' ? [sayRefused(publication)] : []
    }))
  }
}

/** The label that accepts a profile here; undefined where none can. */
function labelFor(
  { publishing, target }: GitHub,
  { replay }: Findings
): string | undefined {
  const { acceptLabel, token, commit } = publishing
  const can =
    target.kind === 'pull request' &&
    commit !== 'never' &&
    replay.result !== 'skipped' &&
    acceptLabel !== '' &&
    token !== ''
  return can ? acceptLabel : undefined
}
