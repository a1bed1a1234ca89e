import type { Denied } from '../candidate/candidate.ts'
import { nearestName } from '../syscalls/nearest.ts'
import { codeSpan } from '../text/markdown.ts'

/** `2 system calls`. */
export const count = (names: readonly unknown[]) =>
  `${names.length} system call${names.length === 1 ? '' : 's'}`

/** The first few of a list's items, each as this text, for a line. */
export function some<T>(
  items: readonly T[],
  textOf: (item: T) => string
): string {
  const rest = items.length - 8
  const shown = items.slice(0, 8).map(textOf).join(', ')
  return rest > 0 ? `${shown} and ${rest} more` : shown
}

/** A call, and the policy's group that named it, if one did. */
export function callBy(name: string, line: string): string {
  const call = codeSpan(name)
  return line === name ? call : `${call} (by ${codeSpan(line)})`
}

/** Why a denied call is needed, as a sentence part. */
export function whyNeeded({ why }: Denied): string {
  return why.map(reason => NEEDS[reason]).join('; ')
}

const NEEDS = {
  recorded: 'it was recorded in the tests',
  'needed to start any container': 'it is needed to start any container',
  'allowed by a user rule': 'one of your rules in the profile allows it',
  'not denied by the deny-list':
    'the profile lets through everything that it does not deny'
} as const

/** A sentence about a name in a profile that is not a system call. */
export function sayUnknown(name: string): string {
  const near = nearestName(name)
  const guess = near === undefined ? '' : `: did you mean ${codeSpan(near)}?`
  return `${codeSpan(name)} is not a system call that we know${guess || '.'}`
}

/** The name of an error that profiles return, errno(3). */
export function sayErrno(errno: number): string {
  return errno === 38 ? 'ENOSYS' : errno === 1 ? 'EPERM' : `errno ${errno}`
}

/** A list of names under a title; '' where there are none. */
export function renderList(
  title: string,
  items: readonly string[],
  text: string
): string {
  if (items.length === 0) return ''
  return `### ${title}\n\n${text}\n\n${items.map(codeSpan).join(', ')}`
}
