import type { Profile } from '../profile/types.js'
import {
  annotateAdded,
  annotateDenied,
  annotateRefused,
  annotateUnknown,
  type Annotation
} from './annotations.js'
import type { Findings } from './findings.js'

/**
 * The remarks of a run on the profile's lines.
 *
 * @param profile the new profile
 * @param text the new profile's text, and the committed one's
 */
export function remarks(
  findings: Findings,
  profile: Profile,
  text: { is: string; was: string | undefined }
): Annotation[] {
  const { judgement, diff, byPolicy, danger, unknown } = findings
  const { drift, portable, replay } = findings
  const { verdict, fails, denied } = judgement
  const isNew =
    verdict === 'added' && denied.length === 0 && replay.result !== 'failed'
  const { added, ways } = diff
  return [
    ...annotateDenied({ denied, danger, text: text.was }),
    ...annotateRefused({
      ...{ replay, profile: findings.profile, text: text.was }
    }),
    ...(isNew
      ? annotateAdded({
          ...{ profile, text: text.is, added, ways, byPolicy, fails },
          ...{ drift, portable }
        })
      : []),
    ...annotateUnknown({ unknown, text: text.was })
  ]
}
