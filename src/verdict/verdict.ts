import type { Denied } from '../candidate/candidate.ts'
import type { FailOn } from '../inputs/inputs.ts'
import { isEmptyDiff, type ProfileDiff } from '../profile/compare/diff.ts'

/** The kinds of change, the gravest first. */
export type Verdict = 'created' | 'added' | 'changed' | 'removed' | 'unchanged'

/** Why a run fails. */
export type Reason =
  /** Calls are needed and denied. */
  | 'denied'
  /** The tests fail under the new profile. */
  | 'replay'
  /** Something dangerous is not named by the workflow. */
  | 'dangerous'
  /** The file lacks calls that are needed. */
  | 'added'
  /** The file differs from the new one, or there is none. */
  | 'changed'

export interface Judgement {
  verdict: Verdict
  /** The run fails if there is one. */
  reasons: readonly Reason[]
  /** Calls that are needed and denied: the profile must not be written. */
  denied: readonly Denied[]
}

/**
 * Judges a run by the user's policy, a ladder:
 *
 * - `never`: nothing that differs fails;
 * - `dangerous`: something dangerous that the workflow does not name fails,
 *   whoever put it there;
 * - `added`: also calls that became allowed, and the calls of another
 *   architecture;
 * - `changed`: also any other difference, and a first file.
 *
 * A call that is needed but denied always fails, and so does a profile under
 * which the tests fail.
 */
export function judge(input: {
  diff: ProfileDiff
  /** Whether the new profile is for one architecture more. */
  opensArchitecture: boolean
  isFirst: boolean
  failOn: FailOn
  /** How many dangerous things the workflow does not name. */
  unnamed: number
  denied: readonly Denied[]
  /** Whether the tests fail under the new profile. */
  hasFailed: boolean
}): Judgement {
  const { isFirst, failOn, denied, hasFailed, unnamed } = input
  const verdict = isFirst ? 'created' : verdictOf(input)
  const reasons: [Reason, boolean][] = [
    ['denied', denied.length > 0],
    ['replay', hasFailed],
    ['dangerous', failsOnDanger(failOn, unnamed)],
    ['added', isFrom('added', failOn) && verdict === 'added'],
    ['changed', isFrom('changed', failOn) && verdict !== 'unchanged']
  ]
  return {
    verdict,
    reasons: reasons.filter(([, holds]) => holds).map(([reason]) => reason),
    denied
  }
}

/** Whether dangers that the workflow does not name fail a run. */
export const failsOnDanger = (failOn: FailOn, unnamed: number): boolean =>
  unnamed > 0 && isFrom('dangerous', failOn)

/** Whether a run fails. */
export const fails = ({ reasons }: Pick<Judgement, 'reasons'>): boolean =>
  reasons.length > 0

const LADDER: readonly FailOn[] = ['never', 'dangerous', 'added', 'changed']

const isFrom = (step: FailOn, failOn: FailOn) =>
  LADDER.indexOf(failOn) >= LADDER.indexOf(step)

/**
 * The judgement once it is known whether the branch has the profile: what this
 * run committed does not fail it.
 */
export function settle(judgement: Judgement, isPublished: boolean): Judgement {
  if (!isPublished) return judgement
  const reasons = judgement.reasons.filter(
    reason => reason !== 'added' && reason !== 'changed'
  )
  return { ...judgement, reasons }
}

function verdictOf({
  diff,
  opensArchitecture
}: {
  diff: ProfileDiff
  opensArchitecture: boolean
}): Verdict {
  if (isEmptyDiff(diff)) return 'unchanged'
  if (diff.added.length > 0 || opensArchitecture) return 'added'
  if (diff.changed.length > 0 || diff.settings.length > 0) return 'changed'
  return 'removed'
}
