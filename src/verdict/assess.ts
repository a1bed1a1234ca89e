import path from 'node:path'

import type { Candidate } from '../candidate/candidate.ts'
import type { Engine } from '../container/engine.ts'
import { UserError } from '../errors.ts'
import { originOf } from '../floor/floor.ts'
import type { Pending } from '../history/pending.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { diffProfiles, type ProfileDiff } from '../profile/compare/diff.ts'
import { loads, type Machine, RefusedProfile } from '../profile/filter/load.ts'
import { nativesOf } from '../profile/filter/machines.ts'
import { isDenyList } from '../profile/treatment.ts'
import type { Profile } from '../profile/types.ts'
import { unknownNames } from '../profile/unknown-names.ts'
import type { Recorded } from '../record/recorded.ts'
import { ABOUT } from '../recorders/known.ts'
import type { United } from '../recorders/unite.ts'
import type { Replay } from '../replay/replay.ts'
import type { Finding } from './finding.ts'
import type { Findings } from './findings.ts'
import { makerOf } from './maker.ts'
import { type Change, type Review, reviewOf } from './review.ts'
import { judge } from './verdict.ts'

/** The result of a run, of which the findings are made. */
interface Run {
  inputs: Inputs
  /** The profile in the repository, if there is one. */
  committed: Profile | undefined
  candidate: Candidate
  recorded: Recorded
  /** The recordings as one. */
  united: United
  engine: Engine
  engineDefault: Profile
  replay: Replay
  /** Where the file comes from, for the comparison with the base. */
  change: Change
  /** Calls that stay because it is not certain that they are gone. */
  pending: readonly Pending[]
}

/** Compares the candidate with the committed profile, by the user's policy. */
export function assess(run: Run): Findings {
  const { inputs, committed, candidate, recorded, replay, united } = run
  const diff = diffOf(run)
  const isReport = inputs.removals === 'report'
  const review = reviewOfRun(run, diff)
  return {
    judgement: judge({
      diff,
      opensArchitecture: review.findings.some(opensArchitecture),
      isFirst: committed === undefined,
      failOn: inputs.failOn,
      unnamed: review.unnamed.length,
      denied: candidate.denied,
      hasFailed: replay.result === 'failed'
    }),
    diff,
    review,
    isDenyList: isDenyList(candidate.profile),
    profile: fileOf(inputs),
    leftOut: candidate.leftOut,
    byPolicy: candidate.byPolicy,
    governed: candidate.governed,
    unseen: isReport ? candidate.kept : [],
    pending: isReport ? [] : run.pending,
    replay,
    unknown: committed ? unknownNames(committed) : [],
    drift: diff.added.filter(name => isDrift(name, united, recorded)),
    portable: candidate.portable,
    ...recordingOf(run)
  }
}

/** The profile's path within the workspace. */
function fileOf({ workspace, profile }: Inputs): string {
  return path.relative(workspace, profile)
}

/** How the candidate differs from the committed profile. */
function diffOf(run: Run): ProfileDiff {
  const { inputs, committed, candidate, engine, recorded } = run
  const machines = machinesFor(committed, candidate, {
    architecture: engine.architecture,
    capabilities: recorded.capabilities
  })
  return withoutDenied(
    compare(committed, candidate, machines, fileOf(inputs)),
    candidate
  )
}

/** What the run knows of the change. */
function reviewOfRun(run: Run, diff: ProfileDiff): Review {
  const { inputs, committed, candidate, engine, recorded, replay } = run
  const { calls, runs } = recordingOf(run)
  const { portable, forStart, byPolicy, kept } = candidate
  const makers = { calls, runs, replay, portable, forStart, byPolicy, kept }
  return reviewOf({
    change: run.change,
    file: committed,
    candidate: candidate.profile,
    needed: diff,
    engineDefault: run.engineDefault,
    architecture: engine.architecture,
    capabilities: recorded.capabilities,
    acceptance: inputs.accepted,
    policy: inputs.policy,
    makerOf: name => makerOf(name, makers)
  })
}

const opensArchitecture = ({ comparison, effect, subject }: Finding) =>
  comparison === 'needed' &&
  effect === 'opens' &&
  subject.kind === 'setting' &&
  subject.name.startsWith('architecture: ')

/** What the recordings show, and what they leave open. */
function recordingOf({
  inputs,
  recorded,
  united,
  engine
}: Run): Pick<
  Findings,
  | 'calls'
  | 'runs'
  | 'refused'
  | 'recordUnder'
  | 'doubts'
  | 'blind'
  | 'provenance'
  | 'image'
  | 'machine'
> {
  const { floor, doubts } = recorded
  return {
    calls: united.calls.map(call => ({
      ...call,
      origin: originOf(call, floor)
    })),
    runs: united.runs,
    refused: united.denied,
    recordUnder: inputs.recordUnder,
    doubts: [...doubts, ...unnamed(united)],
    blind: united.blind,
    provenance: provenanceOf(recorded, engine),
    image: recorded.image,
    machine: machineOf(engine)
  }
}

/**
 * Whether the runtime makes a new call by itself, and the tests do not.
 */
function isDrift(
  name: string,
  { calls }: United,
  { floor }: Pick<Recorded, 'floor'>
): boolean {
  const made = calls.filter(call => call.name === name)
  return (
    (floor?.names.includes(name) ?? false) &&
    made.length > 0 &&
    made.every(call => originOf(call, floor) === 'runtime')
  )
}

/** A number without a known name cannot be written to a profile. */
function unnamed({ calls }: United): string[] {
  const numbers = calls.map(({ name }) => name).filter(n => n.startsWith('#'))
  if (numbers.length === 0) return []
  return [
    `The tests made calls whose numbers have no known name, so the profile does not allow them: ${numbers.map(n => n.slice(1)).join(', ')}.`
  ]
}

function provenanceOf(
  { recorder, checkedBy }: Recorded,
  engine: Engine
): string {
  const check = checkedBy ? `, checked by ${ABOUT[checkedBy].called}` : ''
  return `Recorded with ${ABOUT[recorder].called}${check}, under ${machineOf(engine)}, ${engine.architecture}.`
}

/** The versions that a container ran under. */
export const machineOf = ({ version, runtime, kernel }: Engine): string =>
  `podman ${version}, ${runtime}, kernel ${kernel}`

/**
 * The machine that the tests ran on, and the others that the profiles mention,
 * if the committed profile can be loaded there.
 */
function machinesFor(
  committed: Profile | undefined,
  { profile }: Candidate,
  own: Machine
): Machine[] {
  const profiles = [...(committed ? [committed] : []), profile]
  const others = new Set(profiles.flatMap(nativesOf))
  others.delete(own.architecture)
  return [
    own,
    ...[...others]
      .map(architecture => ({ ...own, architecture }))
      .filter(machine => loads(committed ?? profile, machine))
  ]
}

/** @throws UserError if no runtime can load the new profile */
function compare(
  committed: Profile | undefined,
  candidate: Candidate,
  machines: readonly Machine[],
  file: string
): ProfileDiff {
  try {
    return diffProfiles(committed, candidate.profile, machines)
  } catch (error) {
    if (!(error instanceof RefusedProfile)) throw error
    throw new UserError(
      `the new ${file} could not be loaded: ${error.message}`,
      {
        code: 'profile',
        cause: error,
        hint: `It was not written. Its managed rules conflict with your own: change your rules for the call, or the architectures in ${file}.`
      }
    )
  }
}

/** A needed but denied call stays in the file, which is not written. */
function withoutDenied(diff: ProfileDiff, { denied }: Candidate): ProfileDiff {
  const names = new Set(denied.map(({ name }) => name))
  return { ...diff, removed: diff.removed.filter(name => !names.has(name)) }
}
