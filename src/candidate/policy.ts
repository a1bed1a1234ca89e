import { UserError } from '../errors.ts'
import type { Architecture } from '../syscalls/architectures.ts'
import { expandGroup, GROUP_NAMES } from '../syscalls/groups.ts'
import { nearestName } from '../syscalls/nearest.ts'
import { syscallNames, syscallNumbers } from '../syscalls/numbers.ts'

/** Calls, each with the line of the input that names it or its group. */
export type Calls = ReadonlyMap<string, string>

/**
 * What the workflow says about calls, whatever the tests did. No call is in
 * both.
 */
export interface Policy {
  /** Never in the profile; a run that needs one fails. */
  deny: Calls
  /** Always in the profile; of a group, the calls that the architecture has. */
  allow: Calls
  /** Why, by line, in the workflow's words: what follows a line's `#`. */
  reasons: ReadonlyMap<string, string>
}

/** A workflow that says nothing. */
export const NO_POLICY: Policy = {
  deny: new Map(),
  allow: new Map(),
  reasons: new Map()
}

/**
 * Reads the inputs `deny` and `allow`: each line is a call or one of systemd's
 * groups, and `#` starts a reason. Where a group overlaps with the other list,
 * deny wins.
 *
 * @throws UserError for an unknown group or call, or a call that both lists
 *   name
 */
export function parsePolicy(texts: { deny: string; allow: string }): Policy {
  const deny = parseCalls('deny', texts.deny)
  const allow = parseCalls('allow', texts.allow)
  const both = [...allow.keys()].find(
    name => allow.get(name) === name && deny.get(name) === name
  )
  if (both !== undefined) throw contradiction('allow', both)
  const denied = new Set(deny.values())
  return {
    deny,
    allow: new Map([...allow].filter(([name]) => !deny.has(name))),
    reasons: new Map([
      // Of a group that is in both, nothing is left in `allow`.
      ...reasonsOf(texts.allow).filter(([line]) => !denied.has(line)),
      ...reasonsOf(texts.deny)
    ])
  }
}

/** The error of a line that is in `deny` and in another input. */
export function contradiction(input: string, line: string): UserError {
  return new UserError(`inputs deny and ${input}: both name \`${line}\``, {
    code: 'input',
    hint: 'Remove it from one of them.'
  })
}

/** The calls to allow on an architecture; of a group, only those it has. */
export function allowedOn(
  { allow }: Policy,
  architecture: Architecture
): Calls {
  const numbers = syscallNumbers(architecture)
  return new Map(
    [...allow].filter(
      ([name, line]) => line === name || Object.hasOwn(numbers, name)
    )
  )
}

function parseCalls(input: string, text: string): Calls {
  const calls = readLines(text).flatMap(({ line }) =>
    callsOf(input, line).map(name => [name, line] as const)
  )
  // The last entry of a name stays: its own line, or else the first group's.
  const isOwn = ([name, line]: readonly [string, string]) => name === line
  return new Map([
    ...calls.filter(call => !isOwn(call)).reverse(),
    ...calls.filter(isOwn)
  ])
}

function reasonsOf(text: string): [string, string][] {
  return readLines(text)
    .filter(({ comment }) => comment !== '')
    .map(({ line, comment }) => [line, comment])
}

/** The lines that say something, each with the text after its `#`. */
export function readLines(text: string): { line: string; comment: string }[] {
  return text
    .split('\n')
    .map(line => {
      const [said = '', ...comment] = line.split('#')
      return { line: said.trim(), comment: comment.join('#').trim() }
    })
    .filter(({ line }) => line !== '')
}

/**
 * The calls that a line names.
 *
 * @param others what else a line of this input may name, for the hint
 * @throws UserError for an unknown group or call
 */
export function callsOf(input: string, line: string, others = ''): string[] {
  const shown = JSON.stringify(line)
  if (line.startsWith('@')) {
    const members = expandGroup(line)
    if (members) return members
    throw new UserError(
      `input ${input}: ${shown} is not a group of system calls`,
      {
        code: 'input',
        hint: `The groups are systemd's: ${GROUP_NAMES.join(', ')}.`
      }
    )
  }
  if (syscallNames().has(line)) return [line]
  const near = nearestName(line)
  throw new UserError(
    `input ${input}: ${shown} is not a known system call${near === undefined ? '' : `: did you mean \`${near}\`?`}`,
    {
      code: 'input',
      hint: `Write the name of a system call or of a group, such as \`@debug\`${others}, on each line of \`${input}\`.`
    }
  )
}
