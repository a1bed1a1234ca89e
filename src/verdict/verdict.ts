import type { Denied } from '../candidate/candidate.ts'
import type { FailOn } from '../inputs/inputs.ts'
import { isEmptyDiff, type ProfileDiff } from '../profile/diff.ts'

/** The kinds of change, the gravest first. */
export type Verdict = 'created' | 'added' | 'changed' | 'removed' | 'unchanged'

export interface Judgement {
  verdict: Verdict
  fails: boolean
  /** Calls that are needed and denied: the profile must not be written. */
  denied: readonly Denied[]
}

/**
 * Judges a diff by the user's policy.
 *
 * - `added` fails when calls became allowed that the committed file refuses;
 * - `changed` fails when anything differs, a new file included;
 * - `dangerous` fails when one of the new calls is dangerous;
 * - `never` does not fail.
 *
 * A first file (`created`) fails only under `changed`: there was nothing yet
 * that anyone could have accepted. A call that is needed but denied always
 * fails, and so does a profile under which the tests fail.
 */
export function judge(input: {
  diff: ProfileDiff
  isFirst: boolean
  failOn: FailOn
  isDangerous: (name: string) => boolean
  denied: readonly Denied[]
  /** Whether the tests fail under the new profile. */
  hasFailed: boolean
}): Judgement {
  const { diff, isFirst, failOn, isDangerous, denied, hasFailed } = input
  const verdict = isFirst ? 'created' : verdictOf(diff)
  const failsOn = {
    added: verdict === 'added',
    changed: verdict !== 'unchanged',
    dangerous: verdict === 'added' && diff.added.some(isDangerous),
    never: false
  }
  const isUnfit = denied.length > 0 || hasFailed
  return { verdict, fails: isUnfit || failsOn[failOn], denied }
}

/**
 * The judgement once it is known whether the branch has the profile: what this
 * run committed does not fail it.
 */
export function settle(judgement: Judgement, isPublished: boolean): Judgement {
  return isPublished ? { ...judgement, fails: false } : judgement
}

function verdictOf(diff: ProfileDiff): Verdict {
  if (isEmptyDiff(diff)) return 'unchanged'
  if (diff.added.length > 0) return 'added'
  if (diff.changed.length > 0 || diff.settings.length > 0) return 'changed'
  return 'removed'
}
