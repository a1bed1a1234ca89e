import { parseJson } from '../profile/json.js'
import { isManaged } from '../profile/managed.js'
import type { Profile } from '../profile/types.js'

/** A remark on a line of the profile. */
export interface Annotation {
  /** `error` only for what fails the run. */
  level: 'error' | 'notice'
  /** In the file as written; counts from 1. */
  line: number
  message: string
}

/** GitHub shows ten annotations of a type a step and drops the others. */
const MAX_ANNOTATIONS = 10

/** A remark on the line of each new call, at most ten. */
export function annotate(input: {
  /** The profile, and the text that it was written as. */
  profile: Profile
  text: string
  added: readonly string[]
  fails: boolean
}): Annotation[] {
  const { profile, text, added, fails } = input
  const { positionOf } = parseJson(text, 'the profile')
  const level: Annotation['level'] = fails ? 'error' : 'notice'
  const lineOf = (name: string) => {
    const rule = profile.syscalls.findIndex(
      r => isManaged(r) && r.names.includes(name)
    )
    const index = profile.syscalls[rule]?.names.indexOf(name) ?? 0
    return positionOf(['syscalls', rule, 'names', index]).line
  }
  const shown =
    added.length > MAX_ANNOTATIONS ? added.slice(0, MAX_ANNOTATIONS - 1) : added
  const rest = added.length - shown.length
  return [
    ...shown.map(name => ({
      level,
      line: lineOf(name),
      message: `New system call: ${name}. The tests made it, and the committed profile does not allow it.`
    })),
    ...(rest > 0
      ? [{ level, line: 1, message: `${rest} more new system calls.` }]
      : [])
  ]
}
