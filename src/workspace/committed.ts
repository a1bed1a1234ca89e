import path from 'node:path'

import { hostPaths } from '../container/run-args.ts'
import { UserError } from '../errors.ts'
import { isDirectory } from '../host/files.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { loadProfile, RefusedProfile } from '../profile/filter/load.ts'
import { adoptHookProfile } from '../profile/managed.ts'
import { parseProfile } from '../profile/parse.ts'
import type { Profile } from '../profile/types.ts'
import type { Architecture } from '../syscalls/architectures.ts'
import { PODMAN_DEFAULT_CAPABILITIES } from '../syscalls/capabilities.ts'
import { readProfile, refuseEscape } from './workspace.ts'

/** The profile in the repository. */
export interface Committed {
  text: string
  profile: Profile
  /** Whether the hook wrote the file, so that all of it is ours now. */
  adopted: boolean
  /** The base of the candidate: the profile, its rules managed if adopted. */
  base: Profile
}

/**
 * Reads the committed profile, and checks all paths before anything is run.
 *
 * @returns undefined if there is no profile yet
 * @throws UserError
 */
export async function readCommitted(
  inputs: Inputs
): Promise<Committed | undefined> {
  await refuseEscapes(inputs)
  const text = await readProfile(inputs.profile)
  if (text === undefined) return undefined
  const file = path.relative(inputs.workspace, inputs.profile)
  const profile = parseProfile(text, file)
  const base = adoptHookProfile(profile, text)
  return { text, profile, adopted: base !== undefined, base: base ?? profile }
}

/**
 * Finds out before anything is run whether runtimes load the profile: they
 * would also refuse a profile made from it.
 *
 * @throws UserError
 */
export function refuseUnloadable(
  inputs: Inputs,
  { profile }: Committed,
  architecture: Architecture
): void {
  const machine = { architecture, capabilities: PODMAN_DEFAULT_CAPABILITIES }
  try {
    loadProfile(profile, machine)
  } catch (error) {
    if (!(error instanceof RefusedProfile)) throw error
    const file = path.relative(inputs.workspace, inputs.profile)
    const { hint } = error
    throw new UserError(`${file}: ${error.message}`, {
      code: 'profile',
      cause: error,
      ...(hint !== undefined && { hint })
    })
  }
}

async function refuseEscapes(inputs: Inputs): Promise<void> {
  const { workspace, source, directory } = inputs
  if (!(await isDirectory(directory))) {
    throw new UserError(
      `input working-directory: ${directory} is not a directory`,
      { code: 'profile', hint: 'Name a directory of the repository.' }
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
