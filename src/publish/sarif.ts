import path from 'node:path'

import manifest from '../../package.json' with { type: 'json' }
import { renderSarif } from '../report/review/sarif.ts'
import type { Review } from '../verdict/review.ts'
import { refuseEscape, writeAtomically } from '../workspace/workspace.ts'
import { type GitHub, refusedBy } from './github.ts'

/**
 * Writes the findings for code scanning, if the workflow wants them. If that
 * fails, it is a warning.
 *
 * @param shown the profile's path in the repository, and its text there
 */
export async function writeSarif(
  review: Review,
  shown: { file: string; text: string | undefined },
  { sarif, log }: GitHub
): Promise<void> {
  if (sarif === undefined) return
  const { file, workspace } = sarif
  const { version } = manifest
  try {
    // The tests may have had the workspace mounted.
    await refuseEscape('sarif-path', file, workspace)
    await writeAtomically(file, renderSarif(review, { ...shown, version }))
    log.info(`SARIF: ${path.relative(workspace, file)}`)
  } catch (error) {
    const { why } = refusedBy(error)
    log.warning(`The SARIF file could not be written: ${why}.`)
  }
}
