import type { Accepted } from '../candidate/acceptance.ts'
import type { Policy } from '../candidate/policy.ts'
import { UserError } from '../errors.ts'
import { diffProfiles, type ProfileDiff } from '../profile/compare/diff.ts'
import { diffSettings } from '../profile/compare/settings.ts'
import { mobyDefault } from '../profile/defaults/moby.ts'
import { passes } from '../profile/filter/returns.ts'
import { parseProfile } from '../profile/parse.ts'
import type { Profile } from '../profile/types.ts'
import type { Architecture } from '../syscalls/architectures.ts'
import {
  MOBY_DEFAULT_CAPABILITIES,
  PODMAN_DEFAULT_CAPABILITIES
} from '../syscalls/capabilities.ts'
import type { Base, Lineage } from './base.ts'
import { countCalls, type Counts, treatmentIn } from './counts.ts'
import {
  byDanger,
  dangerOfSubject,
  type Finding,
  isDangerous,
  narrowGroupsOf,
  type Subject
} from './finding.ts'
import type { Maker } from './maker.ts'
import {
  compareWithBase,
  dangerOfOpening,
  openedByRules,
  type Proposal
} from './proposed.ts'
import {
  acceptedBy,
  type Risk,
  risksOf,
  unneededWords,
  type Words
} from './risks.ts'
import { sinceIn } from './since.ts'

/** What a change does to what a container may do, as far as it is known. */
export interface Review {
  /** The file that the change starts from, and whether the change deletes it. */
  base: Exclude<Base, { kind: 'read' }> | ReadBase
  isDeleted: boolean
  /** Both comparisons, the dangerous findings first. */
  findings: Finding[]
  /** All that is dangerous or notable in the profile, the dangerous first. */
  risks: Risk[]
  /** Those that the workflow must name, and does not. They fail the run. */
  unnamed: Risk[]
  /** Words of `accept-dangerous` that nothing needs. */
  unneeded: Accepted[]
  counts: Counts
}

/** A base that was read. */
interface ReadBase {
  kind: 'read'
  name: string
  commit: string
  /** The path there, if it is another one. */
  movedFrom: string | undefined
  hasFile: boolean
}

/** What the event says about a change, and the workflow about dangers. */
export interface Change {
  lineage: Lineage
  /** The profile's path within the repository. */
  path: string
  /** The day, YYYY-MM-DD, in UTC. */
  today: string
}

/** What a review is made of. */
export interface ReviewInput {
  change: Change
  /** The file of the checkout, if there is one. */
  file: Profile | undefined
  /** The profile that this run would write; undefined if it writes none. */
  candidate: Profile | undefined
  /** What the candidate has that the file has not. */
  needed: ProfileDiff | undefined
  engineDefault: Profile
  architecture: Architecture
  capabilities: readonly string[]
  acceptance: readonly Accepted[]
  policy: Policy
  makerOf: (name: string) => Maker
}

/** Compares a change with what the tests need, and with what it starts from. */
export function reviewOf(input: ReviewInput): Review {
  const { change, file, candidate, makerOf } = input
  const words = wordsOf(input)
  const { base, profile: before } = readBase(change)
  const isDeleted = before !== undefined && file === undefined
  const findings = [
    ...(isDeleted ? [deleted(words)] : []),
    ...(file && base.kind === 'read' ? proposedOf(input, before, file) : []),
    ...neededOf(input)
  ].sort(byDanger)
  const profiles = [file, candidate].filter(profile => profile !== undefined)
  const risks = risksOf(profiles, words, makerOf)
  const unnamed = [...risks, ...findings.filter(isOpening).map(riskOf)].filter(
    (risk, index, all) =>
      isDangerous(risk) &&
      risk.accepted === undefined &&
      all.findIndex(other => isSame(other.subject, risk.subject)) === index
  )
  const subjects = [...risks, ...findings].map(({ subject }) => subject)
  return {
    base,
    isDeleted,
    findings,
    risks: risks.toSorted(byLevel),
    unnamed,
    unneeded: unneededWords(subjects, words),
    counts: countCalls({ ...input, before })
  }

  function riskOf({ subject, danger, maker }: Finding): Risk {
    return { subject, danger, maker, ...acceptedBy(subject, words) }
  }
}

const wordsOf = ({ acceptance, policy, change }: ReviewInput): Words => ({
  acceptance,
  policy,
  today: change.today
})

const isOpening = ({ effect }: Finding) => effect === 'opens'

const isSame = (a: Subject, b: Subject) =>
  a.kind === b.kind && a.name === b.name

const byLevel = (a: Risk, b: Risk) =>
  Number(isDangerous(b)) - Number(isDangerous(a))

/** The base as a review tells of it, and its profile. */
function readBase({ lineage: { base }, path }: Change): {
  base: Review['base']
  profile: Profile | undefined
} {
  if (base.kind !== 'read') return { base, profile: undefined }
  const { kind, name, commit, file } = base
  try {
    return {
      base: {
        kind,
        name,
        commit,
        movedFrom: file && file.path !== path ? file.path : undefined,
        hasFile: file !== undefined
      },
      profile: file && parseProfile(file.text, file.path)
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const why = 'the file there is not a seccomp profile'
    return { base: { kind: 'unread', name, why }, profile: undefined }
  }
}

/** The file is gone, though the change started from one. */
function deleted(words: Words): Finding {
  const subject = { kind: 'file', name: 'deleted' } as const
  return {
    comparison: 'proposed',
    effect: 'opens',
    subject,
    way: undefined,
    danger: dangerOfSubject(subject, 'opens'),
    groups: [],
    maker: { by: 'nobody' },
    defaults: undefined,
    since: undefined,
    accepted: acceptedBy(subject, words).accepted
  }
}

/** What the change does to the file. */
function proposedOf(
  input: ReviewInput,
  before: Profile | undefined,
  file: Profile
): Finding[] {
  const { architecture } = input
  const finding = findingMaker(input, 'proposed')
  const { versions } = input.change.lineage
  const sinceOf = sinceIn(versions, before, architecture)
  const proposal = before
    ? compareWithBase(before, file, architecture)
    : firstOf(file, input)
  const opens = proposal.opened.map(name =>
    finding(
      { kind: 'call', name },
      'opens',
      proposal.ways.get(name),
      dangerOfOpening(name, before, file, architecture)
    )
  )
  return [
    ...opens,
    ...proposal.changed.map(name =>
      finding({ kind: 'call', name }, 'changes', proposal.ways.get(name))
    ),
    ...proposal.closed.map(name =>
      finding({ kind: 'call', name }, 'narrows', undefined)
    ),
    ...proposal.settings.map(({ setting, effect, text }) =>
      finding({ kind: 'setting', name: setting }, effect, text)
    ),
    ...openedByRules(before, file, proposal).map(name =>
      finding({ kind: 'setting', name }, 'opens', undefined)
    )
  ].map(found => ({ ...found, since: sinceOf(found) }))
}

/** All that a first profile allows. */
function firstOf(
  file: Profile,
  { architecture, capabilities }: ReviewInput
): Proposal {
  const machine = { architecture, capabilities }
  const { added } = diffProfiles(undefined, file, [machine], passes)
  return {
    opened: added,
    closed: [],
    changed: [],
    ways: new Map(),
    settings: []
  }
}

/** What the tests need and the file lacks, and what it has for nothing. */
function neededOf(input: ReviewInput): Finding[] {
  const { needed, file, candidate, architecture, capabilities } = input
  if (!needed || !candidate) return []
  const finding = findingMaker(input, 'needed')
  const machine = { architecture, capabilities }
  const calls = (
    names: readonly string[],
    effect: Finding['effect']
  ): Finding[] =>
    names.map(name =>
      finding(
        { kind: 'call', name },
        effect,
        needed.ways.get(name),
        effect === 'opens'
          ? dangerOfOpening(name, file, candidate, architecture)
          : undefined
      )
    )
  const settings = file ? diffSettings(file, candidate, [machine]) : []
  return [
    ...calls(needed.added, 'opens'),
    ...calls(needed.changed, 'changes'),
    ...calls(needed.removed, 'narrows'),
    ...settings.map(({ setting, effect, text }) =>
      finding({ kind: 'setting', name: setting }, effect, text)
    )
  ]
}

function findingMaker(input: ReviewInput, comparison: Finding['comparison']) {
  const { makerOf, engineDefault, architecture } = input
  const words = wordsOf(input)
  const [podman, docker] = [
    treatmentIn(engineDefault, architecture, PODMAN_DEFAULT_CAPABILITIES),
    treatmentIn(mobyDefault(), architecture, MOBY_DEFAULT_CAPABILITIES)
  ]
  return (
    subject: Subject,
    effect: Finding['effect'],
    way: string | undefined,
    danger = dangerOfSubject(subject, effect)
  ): Finding => ({
    comparison,
    effect,
    subject,
    way,
    danger,
    groups: subject.kind === 'call' ? narrowGroupsOf(subject.name) : [],
    maker: subject.kind === 'call' ? makerOf(subject.name) : { by: 'nobody' },
    defaults:
      subject.kind === 'call'
        ? { podman: podman(subject.name), docker: docker(subject.name) }
        : undefined,
    since: undefined,
    accepted: acceptedBy(subject, words).accepted
  })
}
