import type { Replay } from '../../replay/replay.ts'
import type { Findings } from '../../verdict/findings.ts'
import type { Trail } from '../../verdict/outcome.ts'
import type { Review } from '../../verdict/review.ts'
import type { Reason, Verdict } from '../../verdict/verdict.ts'

/** A report as data: docs/report.schema.json describes it. */
export interface ReportData {
  mode: 'lock' | 'verify'
  /** The profile's path in the workspace. */
  profile: string
  /** What the tests need of the file; undefined where nothing is recorded. */
  verdict: Verdict | undefined
  reasons: readonly Reason[]
  replay: Replay['result']
  review: Review
  image: string
  machine: string
  trail: Trail | undefined
}

/** The data of a run. */
export const dataOf = (findings: Findings): Omit<ReportData, 'trail'> => ({
  mode: 'lock',
  profile: findings.profile,
  verdict: findings.judgement.verdict,
  reasons: findings.judgement.reasons,
  replay: findings.replay.result,
  review: findings.review,
  image: findings.image,
  machine: findings.machine
})

/** The schema that the report follows. */
const SCHEMA =
  'https://github.com/seccomp-lock/seccomp-lock/blob/main/docs/report.schema.json'

/** A report as JSON, in lines. Members that are not known are left out. */
export function renderJson({ review, ...data }: ReportData): string {
  const { base, isDeleted, findings, risks, unnamed, unneeded, counts } = review
  const report = {
    $schema: SCHEMA,
    version: 1,
    ...data,
    base,
    isDeleted,
    counts,
    findings,
    risks,
    unnamed: unnamed.map(({ subject }) => subject.name),
    unneeded: unneeded.map(({ word }) => word)
  }
  return `${JSON.stringify(report, withoutSets, 2)}\n`
}

/** A word's calls follow from the word. */
const withoutSets = (_: string, value: unknown) =>
  value instanceof Set ? undefined : value
