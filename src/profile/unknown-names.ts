import { syscallNames } from '../syscalls/numbers.ts'
import type { Profile } from './types.ts'

/**
 * The names in a profile's rules that are not a system call of any
 * architecture, each once, in file order: misspelt, or newer than the tables.
 * Engines ignore them, so a misspelt rule does nothing.
 */
export function unknownNames(profile: Profile): string[] {
  const known = syscallNames()
  const names = profile.syscalls.flatMap(rule => rule.names)
  return [...new Set(names)].filter(name => !known.has(name))
}
