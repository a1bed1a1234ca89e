import type { FailOn } from '../inputs/inputs.ts'
import type { Profile } from '../profile/types.ts'
import type { Findings } from '../verdict/findings.ts'
import {
  annotateAdded,
  annotateDenied,
  annotateRefused,
  annotateUnknown,
  type Annotation,
  MAX_ANNOTATIONS
} from './annotations.ts'

/**
 * The annotations of a run on lines of the profile, no more of each level than
 * GitHub shows; the report has the rest.
 *
 * @param profile the new profile
 * @param text the new profile's text, and the committed one's
 * @param failOn decides which of the new calls a failing run fails for
 */
export function annotate(
  findings: Findings,
  profile: Profile,
  text: { after: string; before: string | undefined },
  failOn: FailOn
): Annotation[] {
  const { judgement, diff, byPolicy, danger, unknown } = findings
  const { drift, portable, replay } = findings
  const { verdict, fails, denied } = judgement
  const isNew =
    verdict === 'added' && denied.length === 0 && replay.result !== 'failed'
  const { added, ways } = diff
  const isBlamed = (name: string) =>
    fails && (failOn !== 'dangerous' || danger(name).level === 'dangerous')
  const about = { profile, text: text.after, ways, byPolicy, drift, portable }
  const annotationsOn = (names: readonly string[], fails: boolean) =>
    annotateAdded({ ...about, added: names, fails })
  return within([
    ...annotateDenied({ denied, danger, text: text.before }),
    ...annotateRefused({
      replay,
      profile: findings.profile,
      text: text.before
    }),
    ...(isNew
      ? [
          ...annotationsOn(added.filter(isBlamed), true),
          ...annotationsOn(
            added.filter(name => !isBlamed(name)),
            false
          )
        ]
      : []),
    ...annotateUnknown({ unknown, text: text.before })
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
