import path from 'node:path'

import { UserError } from './errors.ts'
import type { Inputs } from './inputs/inputs.ts'
import { refusalsOf } from './profile/refusals.ts'
import { createRecorders } from './recorders/recorders.ts'
import { proofInput } from './replay/proof-input.ts'
import { verify, withCanary } from './replay/prove.ts'
import { failedReplay, type Replay } from './replay/replay.ts'
import { annotateRefused, type Annotation } from './report/annotations.ts'
import type { Section } from './report/sections.ts'
import { verificationSections, verifiedLine } from './report/verification.ts'
import { fitRecorders } from './suite/fit.ts'
import { preflight, type World } from './suite/preflight.ts'
import { prepareSuite, withPlace } from './suite/prepare.ts'

/** Whether the tests still pass under the committed profile. */
export interface Verification {
  replay: Replay
  headline: string
  /** The profile's path within the workspace. */
  profile: string
  sections: Section[]
  image: string
  annotations: Annotation[]
}

/**
 * Runs the tests under the profile in the repository, as it is, and reports
 * which calls it refuses. Records nothing and writes no profile.
 *
 * @throws UserError, Cancelled
 */
export async function verifyProfile(
  inputs: Inputs,
  world: World
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
  const told = { replay, profile }
  return {
    replay,
    profile,
    headline: verifiedLine(told),
    sections: verificationSections(told),
    image,
    annotations: annotateRefused({ ...told, text: committed.text })
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
