import path from 'node:path'

import { type Git, gitSettings } from './git.ts'

/** What the workspace has checked out. */
export interface Checkout {
  /** The commit. */
  head: string
  /** The profile's path within the repository, with `/`. */
  profile: string
}

/**
 * The commit that the profile's directory is checked out from, which need not
 * be the workspace's root.
 *
 * @param profile the absolute path of the profile
 * @returns undefined if that is not a checkout, or git is missing
 */
export async function readCheckout(
  git: Git,
  profile: string
): Promise<Checkout | undefined> {
  const directory = path.dirname(profile)
  const { exitCode, stdout } = await git(
    ['-C', directory, 'rev-parse', '--show-prefix', 'HEAD'],
    // The workspace may belong to another user than the runner's.
    { environment: gitSettings([['safe.directory', '*']]) }
  ).catch(() => NOTHING)
  const [, prefix, head] = /^(.*)\n([0-9a-f]{40,64})\n$/.exec(stdout) ?? []
  if (exitCode !== 0 || prefix === undefined || head === undefined) {
    return undefined
  }
  return { head, profile: `${prefix}${path.basename(profile)}` }
}

const NOTHING = { exitCode: 1, stdout: '' }
