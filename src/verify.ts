import path from 'node:path'

import { UserError } from './errors.ts'
import type { Inputs } from './inputs/inputs.ts'
import { refusalsOf } from './profile/refusals.ts'
import { isDenyList } from './profile/treatment.ts'
import { createRecorders } from './recorders/recorders.ts'
import { proofInput } from './replay/proof-input.ts'
import { verify, withCanary } from './replay/prove.ts'
import { failedReplay, type Replay } from './replay/replay.ts'
import {
  annotateRefused,
  annotateReview,
  type Annotation
} from './report/annotations.ts'
import type { ReportData } from './report/review/data.ts'
import type { Section } from './report/sections.ts'
import { verificationSections, verifiedLine } from './report/verification.ts'
import { fitRecorders } from './suite/fit.ts'
import { preflight, type World } from './suite/preflight.ts'
import { prepareSuite, withPlace } from './suite/prepare.ts'
import { PODMAN_DEFAULT_CAPABILITIES } from './syscalls/capabilities.ts'
import { machineOf } from './verdict/assess.ts'
import type { Trail } from './verdict/outcome.ts'
import { type Change, type Review, reviewOf } from './verdict/review.ts'
import { fails, failsOnDanger, type Reason } from './verdict/verdict.ts'

/** Whether the tests still pass under the committed profile. */
export interface Verification {
  replay: Replay
  /** What the change does to the profile, and what is dangerous in it. */
  review: Review
  /** Whether the step fails though the tests pass. */
  fails: boolean
  headline: string
  /** The profile's path within the workspace. */
  profile: string
  sections: (trail: Trail) => Section[]
  data: Omit<ReportData, 'trail'>
  image: string
  /** The profile as it is written. */
  text: string
  annotations: Annotation[]
}

/**
 * Runs the tests under the profile in the repository, as it is, and reports
 * which calls it refuses. Records nothing and writes no profile.
 *
 * @param change what the profile is compared with
 * @throws UserError, Cancelled
 */
export async function verifyProfile(
  inputs: Inputs,
  world: World,
  change: Change
): Promise<Verification> {
  const opened = await preflight(inputs, world)
  const { committed, podman, engine, engineDefault, host } = opened
  const { environment } = world
  if (!committed) throw nothingToVerify(inputs.profile)
  const { replay, image } = await withPlace(world, podman, async place => {
    const recorders = fitRecorders(
      createRecorders(host, engineDefault, refusalsOf(engineDefault)),
      undefined,
      { host, engine, environment, world: place }
    )
    const input = await proofInput(inputs, opened, recorders, undefined)
    const run = await prepareSuite(inputs, environment, engine, place)
    const { profile } = committed
    const replay = await verify(run, profile, input)
      .then(tried => withCanary(run, profile, tried))
      .catch(failed)
    return { replay, image: run.image }
  })
  const profile = path.relative(inputs.workspace, inputs.profile)
  const review = reviewOf({
    change,
    file: committed.profile,
    candidate: undefined,
    needed: undefined,
    engineDefault,
    architecture: engine.architecture,
    capabilities: PODMAN_DEFAULT_CAPABILITIES,
    acceptance: inputs.accepted,
    policy: inputs.policy,
    makerOf: () => ({ by: 'unknown' })
  })
  const reasons: Reason[] = [
    ...(replay.failure ? (['replay'] as const) : []),
    ...(failsOnDanger(inputs.failOn, review.unnamed.length)
      ? (['dangerous'] as const)
      : [])
  ]
  const machine = machineOf(engine)
  const isDenied = isDenyList(committed.profile)
  const told = { replay, review, profile, isDenyList: isDenied, image, machine }
  const { text } = committed
  return {
    replay,
    review,
    fails: fails({ reasons }),
    profile,
    headline: verifiedLine(told),
    sections: trail => verificationSections(told, trail),
    data: {
      mode: 'verify',
      profile,
      verdict: undefined,
      reasons,
      replay: replay.result,
      review,
      image,
      machine
    },
    image,
    text,
    annotations: [
      ...annotateRefused({ replay, profile, text }),
      ...annotateReview({ review, reasons, text })
    ]
  }
}

/** Counts a replay that could not be made as failed. */
function failed(error: unknown): Replay {
  if (error instanceof UserError) return failedReplay(error)
  throw error
}

function nothingToVerify(file: string): UserError {
  return new UserError(`mode verify: there is no profile ${file}`, {
    code: 'replay',
    hint: 'Make one with `mode: lock` and commit it, or set `profile` to another file.'
  })
}
