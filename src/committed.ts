import path from 'node:path'

import { UserError } from './errors.js'
import { isDirectory } from './files.js'
import type { Inputs } from './inputs.js'
import { adoptHookProfile } from './profile/managed.js'
import { parseProfile } from './profile/parse.js'
import type { Profile } from './profile/types.js'
import { hostPaths } from './run-args.js'
import { readProfile, refuseEscape, refuseUnwritable } from './workspace.js'

/** The profile as it stands in the repository. */
export interface Committed {
  text: string
  profile: Profile
  /** Whether the hook wrote the file, so that all of it is ours now. */
  adopted: boolean
  /** What the candidate is built on: the profile, its rules managed if adopted. */
  base: Profile
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
  if (text === undefined) return undefined
  const profile = parseCommitted(inputs, text)
  const base = adoptHookProfile(profile, text)
  return { text, profile, adopted: base !== undefined, base: base ?? profile }
}

async function refuseEscapes(inputs: Inputs): Promise<void> {
  const { workspace, source, directory } = inputs
  if (!(await isDirectory(directory))) {
    throw new UserError(
      `input working-directory: ${directory} is not a directory`,
      { hint: 'Name a directory of the repository.' }
    )
  }
  await refuseEscape('working-directory', inputs.directory, workspace)
  await refuseEscape('profile', inputs.profile, workspace)
  for (const file of hostPaths(inputs.runArgs)) {
    await refuseEscape('run-args', path.resolve(directory, file), workspace)
  }
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
  const { defaultAction } = profile
  if (defaultAction === 'SCMP_ACT_ALLOW' || defaultAction === 'SCMP_ACT_LOG') {
    throw new UserError(
      `${file} lets every call through that it does not list (defaultAction ${defaultAction}): there is nothing to lock`,
      {
        hint: 'Let `profile` name another file, or move this one away to have it made anew; its rules can then be copied back.'
      }
    )
  }
  return profile
}
