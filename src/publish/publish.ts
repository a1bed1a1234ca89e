import { patchOf } from '../github/patch.ts'
import { annotate } from '../report/annotate.ts'
import { reportSections } from '../report/report.ts'
import { isFinding } from '../verdict/findings.ts'
import type { Found } from '../verdict/outcome.ts'
import { isPublished } from '../verdict/publication.ts'
import { settle } from '../verdict/verdict.ts'
import { commit, sayRefused } from './commit.ts'
import { fileInRepository, type GitHub } from './github.ts'
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
  const { profile, text } = found
  const file = fileInRepository(gitHub, findings.profile)
  const patch = found.changed ? patchOf(file, text.before, text.after) : ''
  return {
    publication,
    fails: findings.judgement.fails,
    annotations: annotate(findings, profile, text, found.failOn),
    ...(await tell(gitHub, {
      sections: reportSections(findings, { publication, patch }),
      key: findings.profile,
      isFinding: isFinding(findings),
      refused: publication?.kind === 'refused' ? [sayRefused(publication)] : []
    }))
  }
}
