import { UserError } from '../errors.ts'
import { parseProfile } from '../profile/parse.ts'
import type { Profile } from '../profile/types.ts'
import type { Architecture } from '../syscalls/architectures.ts'
import type { Version } from './base.ts'
import type { Finding, Since, Subject } from './finding.ts'
import { compareWithBase } from './proposed.ts'

/** More versions are not looked through for where a call came from. */
const MAX_VERSIONS = 20

/**
 * Finds the newest commit that opened something, by what its file and the one
 * before it do.
 *
 * @param versions of the profile since the base, the newest first
 * @param base the profile that they started from, if there was one
 * @param architecture that of the machine that this runs on
 */
export function sinceIn(
  versions: readonly Version[],
  base: Profile | undefined,
  architecture: Architecture
): (finding: Finding) => Since | undefined {
  const known = versions.length > MAX_VERSIONS ? [] : versions
  const openings = new Map<number, (subject: Subject) => boolean>()
  return ({ subject, effect }) => {
    if (effect !== 'opens') return undefined
    const found = known.find((version, index) => {
      const next = known[index + 1]
      const opens =
        openings.get(index) ??
        openingOf(version, next ? profileIn(next) : base, architecture)
      openings.set(index, opens)
      return opens(subject)
    })
    return found && { commit: found.commit, author: found.author }
  }
}

/** What a version opens, by its file and the one before. */
function openingOf(
  version: Version,
  before: Profile | undefined,
  architecture: Architecture
): (subject: Subject) => boolean {
  const after = profileIn(version)
  if (!after) return () => false
  if (!before) return () => true
  const { opened, settings } = compareWithBase(before, after, architecture)
  return ({ kind, name }) =>
    kind === 'call'
      ? opened.includes(name)
      : settings.some(
          ({ setting, effect }) => setting === name && effect === 'opens'
        )
}

function profileIn({ commit, text }: Version): Profile | undefined {
  if (text === undefined) return undefined
  try {
    return parseProfile(text, commit)
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}
