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
}

/** A workflow that says nothing. */
export const NO_POLICY: Policy = { deny: new Map(), allow: new Map() }

/**
 * Reads the inputs `deny` and `allow`: each line is a call or one of systemd's
 * groups, and `#` starts a comment. Where a group overlaps with the other list,
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
  if (both !== undefined) {
    throw new UserError(`inputs deny and allow: both name \`${both}\``, {
      code: 'input',
      hint: 'Remove it from one of them.'
    })
  }
  return {
    deny,
    allow: new Map([...allow].filter(([name]) => !deny.has(name)))
  }
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
  const lines = text
    .split('\n')
    .map(line => line.replace(/#.*/s, '').trim())
    .filter(line => line !== '')
  const calls = lines.flatMap(line =>
    callsOf(input, line).map(name => [name, line] as const)
  )
  // The last entry of a name stays: its own line, or else the first group's.
  const isOwn = ([name, line]: readonly [string, string]) => name === line
  return new Map([
    ...calls.filter(call => !isOwn(call)).reverse(),
    ...calls.filter(isOwn)
  ])
}

/**
 * The calls that a line names: itself, or those of systemd's group.
 *
 * @throws UserError for an unknown group or call
 */
export function callsOf(input: string, line: string): string[] {
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
      hint: `Write the name of a system call or of a group, such as \`@debug\`, on each line of \`${input}\`.`
    }
  )
}
