import type { Findings } from '../verdict/findings.ts'
import {
  annotateDenied,
  annotateRefused,
  annotateReview,
  annotateUnknown,
  type Annotation,
  MAX_ANNOTATIONS
} from './annotations.ts'

/**
 * The annotations of a run on lines of the profile, no more of each level than
 * GitHub shows; the report has the rest.
 *
 * @param text the file that the reader sees, if there is one
 */
export function annotate(
  findings: Findings,
  text: string | undefined
): Annotation[] {
  const { judgement, review, unknown, replay, profile } = findings
  const { reasons, denied } = judgement
  return within([
    ...annotateDenied({ denied, text }),
    ...annotateRefused({ replay, profile, text }),
    ...annotateReview({ review, reasons, text }),
    ...annotateUnknown({ unknown, text })
  ])
}

/** The first of each level, and how many more there are. */
function within(remarks: readonly Annotation[]): Annotation[] {
  return LEVELS.flatMap(level => {
    const all = remarks.filter(remark => remark.level === level)
    const max = MAX_ANNOTATIONS[level]
    if (all.length <= max) return all
    const rest = all.length - (max - 1)
    const message = `${rest} more annotations; the report has everything.`
    return [
      ...all.slice(0, max - 1),
      { level, place: { line: 1 }, message } as const
    ]
  })
}

const LEVELS = ['error', 'warning', 'notice'] as const
