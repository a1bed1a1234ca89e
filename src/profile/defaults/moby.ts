import { parseProfile } from '../parse.ts'
import type { Profile } from '../types.ts'
import copy from './moby-default.json' with { type: 'json' }

let parsed: Profile | undefined

/** Docker's default profile (moby profiles/seccomp/default.json), a copy. */
export function mobyDefault(): Profile {
  parsed ??= parse(copy)
  return parsed
}

/** The copy as the engine has it: without the note on where it is from. */
function parse(copy: object): Profile {
  const profile = Object.entries(copy).filter(([key]) => key !== '$comment')
  const text = JSON.stringify(Object.fromEntries(profile))
  return parseProfile(text, 'moby-default.json')
}
