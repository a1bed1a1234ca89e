import path from 'node:path'

import { UserError } from './errors.js'
import type { Inputs } from './inputs.js'
import { parseProfile } from './profile/parse.js'
import type { Profile } from './profile/types.js'
import { readProfile, refuseEscape, refuseUnwritable } from './workspace.js'

/** The profile as it stands in the repository. */
export interface Committed {
  text: string
  profile: Profile
}

/**
 * Reads the committed profile, and checks all paths before anything is run.
 *
 * @returns undefined where there is no profile yet
 * @throws UserError
 */
export async function readCommitted(
  inputs: Inputs
): Promise<Committed | undefined> {
  await refuseEscapes(inputs)
  const text = await readProfile(inputs.profile)
  await refuseUnwritable(inputs.profile)
  return text === undefined
    ? undefined
    : { text, profile: parseCommitted(inputs, text) }
}

async function refuseEscapes(inputs: Inputs): Promise<void> {
  const { workspace, source } = inputs
  await refuseEscape('working-directory', inputs.directory, workspace)
  await refuseEscape('profile', inputs.profile, workspace)
  if (source.kind === 'image') return
  await refuseEscape('context', source.context, workspace)
  for (const name of ['Containerfile', 'Dockerfile']) {
    const file = source.containerfile ?? path.join(source.context, name)
    await refuseEscape('containerfile', file, workspace)
  }
}

function parseCommitted(inputs: Inputs, text: string): Profile {
  const file = path.relative(inputs.workspace, inputs.profile)
  const profile = parseProfile(text, file)
  if (profile.defaultAction === 'SCMP_ACT_ALLOW') {
    throw new UserError(
      `${file} allows every call that it does not list (defaultAction SCMP_ACT_ALLOW): there is nothing to lock`,
      {
        hint: 'Let `profile` name another file, or move this one away to have it made anew; its rules can then be copied back.'
      }
    )
  }
  return profile
}
