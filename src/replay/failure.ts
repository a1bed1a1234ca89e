import { UserError } from '../errors.ts'
import { formatPosition } from '../text/json.ts'
import type { Denial, Why } from './denials.ts'
import { MAX_HEALS, type WatchName } from './replay.ts'

/** A call and the programs it was refused to: `chmod (to "sh")`. */
function sayCall({ name, programs }: Denial): string {
  const who = programs
    .slice(0, 3)
    .map(({ comm }) => JSON.stringify(comm))
    .join(', ')
  return who === '' ? name : `${name} (to ${who})`
}

function names(denials: readonly Denial[]): string {
  return [...new Set(denials.map(({ name }) => name))].join(', ')
}

/** Why a profile refuses a call, as a sentence part. */
export function sayWhy(why: Why, file: string): string {
  switch (why.kind) {
    case 'not recorded':
      return 'it was not recorded'
    case 'rule':
      return `a rule of yours does not allow it in this way${why.at ? `, ${formatPosition(file, why.at)}` : ''}`
    case 'deny':
      return `the input deny names it: ${why.line}`
    case 'default':
      return "podman's default profile also refuses it"
  }
}

/** Tests that are refused different calls each time. */
export function neverEnough(missing: readonly Denial[]): UserError {
  return new UserError(
    `the tests are still refused calls after ${MAX_HEALS} rounds of adding refused calls: ${missing.map(sayCall).join('; ')}`,
    {
      code: 'replay',
      hint: 'They make different calls each time: record them more often (`runs`), or name these calls in `allow`.'
    }
  )
}

/** Refused calls that cannot be added, for whatever reason. */
export function notFixable(missing: readonly Denial[]): UserError {
  return new UserError(
    `the profile refuses calls that the tests make and that cannot be added to it: ${missing.map(sayCall).join('; ')}`,
    {
      code: 'replay',
      hint: 'Change your rules or the architectures in it. (A profile that lists the calls to refuse is left as it is.)'
    }
  )
}

/**
 * Why the tests fail under a profile.
 *
 * @param input.failure how they failed
 * @param input.refused the refused calls that the user forbids
 */
export function testsFail(input: {
  failure: UserError
  refused: readonly Denial[]
  /** Whether the container's first program ran. */
  hasStarted: boolean
  watch: WatchName
  /** The profile, and whether this run recorded the tests for it. */
  file: string
  isRecorded: boolean
}): UserError {
  const { failure, refused, hasStarted, watch, file, isRecorded } = input
  const end = failure.message
  const under = isRecorded ? `under the new ${file}` : `under ${file}`
  if (refused.length > 0) {
    const lines = refused.map(
      call => `- ${sayCall(call)}: ${sayWhy(call.why, file)}`
    )
    return new UserError(
      `the tests fail ${under}, which refuses ${refused.map(sayCall).join('; ')}: ${end}`,
      {
        code: 'replay',
        hint: `Refused:\n${lines.join('\n')}\nSuch calls are never added. Change the rule or the input, or change the program so that it does not need them.`
      }
    )
  }
  const before = isRecorded ? 'passed when they were recorded, and ' : ''
  const unknown =
    'Nothing on this runner can tell which calls were refused: install bpftrace (`setup: install`), which names them.'
  if (!hasStarted) {
    const isWatched = watch !== 'nobody'
    const hints = [
      ...(failure.hint === undefined ? [] : [failure.hint]),
      ...(isWatched ? [] : [unknown])
    ]
    return new UserError(
      `the container does not start ${under}${isWatched ? ', although no refused call was seen' : ''}: ${end}`,
      {
        code: 'replay',
        ...(hints.length > 0 && { hint: hints.join('\n') }),
        cause: failure
      }
    )
  }
  if (watch === 'nobody') {
    return new UserError(`the tests ${before}fail ${under}: ${end}`, {
      code: 'replay',
      hint: unknown
    })
  }
  const unseen =
    watch === 'audit'
      ? ' Audit records do not show calls that one of your rules, or its condition on arguments, refuses; bpftrace does.'
      : ''
  const isFlaky = isRecorded
    ? 'the tests are flaky, or depend on something other than system calls: they '
    : 'the tests '
  return new UserError(
    `${isFlaky}${before}fail ${under}, which was not seen to refuse any call that podman's default profile allows: ${end}`,
    {
      code: 'replay',
      hint: `${isRecorded ? 'Both outputs are at the end of the log, to compare. ' : ''}Run the tests twice by hand: does the first run leave something behind, such as a file, a used port or a database?${unseen}`
    }
  )
}

/**
 * Calls that the tests make and a committed profile does not allow.
 *
 * @param failure how the tests failed, if they did
 */
export function notAllowed(
  missing: readonly Denial[],
  file: string,
  failure: UserError | undefined
): UserError {
  const calls = missing.map(sayCall).join('; ')
  const end = failure ? `: ${failure.message}` : ', although the tests passed'
  const byRuntime = missing.filter(call => call.byRuntime)
  const runtime =
    byRuntime.length === 0
      ? ''
      : `The OCI runtime makes ${names(byRuntime)} to start the container: the calls that it needs (the floor) have changed. `
  return new UserError(
    `${file} refuses calls that the tests make (${calls})${end}`,
    {
      code: 'replay',
      hint: `${runtime}Record the tests again (\`mode: lock\`) and commit ${file}, or undo the change that led to these calls.`
    }
  )
}
