import { NO_POLICY } from '../../src/candidate/policy.ts'
import { SKIPPED } from '../../src/replay/replay.ts'
import {
  dangerOfSubject,
  type Finding,
  narrowGroupsOf,
  type Subject
} from '../../src/verdict/finding.ts'
import type { Findings } from '../../src/verdict/findings.ts'
import type { Review } from '../../src/verdict/review.ts'
import { acceptedBy, type Risk } from '../../src/verdict/risks.ts'

/** What a run found: no difference, and what is given. */
export const findings = (members: Partial<Findings> = {}): Findings => ({
  judgement: { verdict: 'unchanged', reasons: [], denied: [] },
  diff: {
    added: [],
    removed: [],
    changed: [],
    ways: new Map<string, string>(),
    settings: []
  },
  review: review(),
  isDenyList: false,
  profile: 'seccomp.json',
  leftOut: [],
  byPolicy: new Map(),
  governed: [],
  unseen: [],
  pending: [],
  replay: SKIPPED,
  unknown: [],
  calls: [],
  runs: 1,
  drift: [],
  portable: [],
  refused: [],
  recordUnder: 'default',
  doubts: [],
  blind: [],
  provenance: 'Recorded somewhere.',
  image: 'alpine',
  machine: 'podman 5.6.2, crun 1.24, kernel 6.17',
  ...members
})

/** A change that does nothing to a file on `main`, and what is given. */
export const review = (members: Partial<Review> = {}): Review => ({
  base: {
    kind: 'read',
    name: 'main',
    commit: '0123456789abcdef',
    movedFrom: undefined,
    hasFile: true
  },
  isDeleted: false,
  findings: [],
  risks: [],
  unnamed: [],
  unneeded: [],
  counts: { before: 62, after: 62, podman: 310, docker: 305, known: 371 },
  ...members
})

/** A call by its name, or another subject. */
const subjectOf = (about: string | Subject): Subject =>
  typeof about === 'string' ? { kind: 'call', name: about } : about

const TESTS = { by: 'tests', programs: [], runs: 1, of: 1 } as const

/**
 * A call that the tests need and the file lacks, and what is given; its danger
 * and groups are those that it has.
 */
export function finding(
  about: string | Subject,
  members: Partial<Finding> = {}
): Finding {
  const subject = subjectOf(about)
  const { effect = 'opens' } = members
  const isCall = subject.kind === 'call'
  return {
    comparison: 'needed',
    effect,
    subject,
    way: undefined,
    danger: dangerOfSubject(subject, effect),
    groups: isCall ? narrowGroupsOf(subject.name) : [],
    maker: isCall ? TESTS : { by: 'nobody' },
    defaults: isCall ? { podman: 'allowed', docker: 'allowed' } : undefined,
    since: undefined,
    accepted: undefined,
    ...members
  }
}

/** A call or setting of the profile that the workflow does not name. */
export function risk(
  about: string | Subject,
  members: Partial<Risk> = {}
): Risk {
  const { subject, danger, maker } = finding(about)
  const words = { acceptance: [], policy: NO_POLICY, today: '2026-01-01' }
  return { subject, danger, maker, ...acceptedBy(subject, words), ...members }
}

/** Recorded calls, as findings have them. */
export const callsOf = (
  ...calls: Findings['calls'][number][]
): Findings['calls'] => calls
