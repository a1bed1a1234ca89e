import { messageOf } from '../errors.ts'
import { ALWAYS_KEPT, RUNTIME_BY_CHANCE } from '../syscalls/kept.ts'
import { SETUP_CALLS } from '../syscalls/setup.ts'
import type { RecorderName } from './known.ts'
import { ABOUT } from './known.ts'
import { namesOf, type Observation } from './recording.ts'

/** What a second recorder has to say of a run. */
export interface SecondView {
  name: RecorderName
  /** What it saw, or why that is not known. */
  saw: Observation | Error
  /** What it saw of a container that does nothing. */
  floor: { second: readonly string[] } | undefined
}

/**
 * Holds two recordings of the same run against each other: each call that only
 * one of them has was lost by the other, or is the runtime's from before the
 * filter was loaded, which the second one sees, too.
 *
 * @returns a sentence for each disagreement
 */
export function doubtsOf(
  name: RecorderName,
  saw: Pick<Observation, 'calls'>,
  second: SecondView
): string[] {
  const [first, other] = [ABOUT[name].called, ABOUT[second.name].called]
  if (second.saw instanceof Error) {
    return [`There was no check by ${other}: ${messageOf(second.saw)}.`]
  }
  const inFirst = new Set(namesOf(saw))
  const inSecond = new Set(namesOf(second.saw))
  const explained = new Set([
    ...ALWAYS_KEPT,
    ...RUNTIME_BY_CHANCE,
    ...SETUP_CALLS,
    ...(second.floor?.second ?? [])
  ])
  const onlyFirst = [...inFirst].filter(n => !inSecond.has(n))
  // Without a floor nobody knows what the runtime did.
  const onlySecond = [...inSecond].filter(
    n => !inFirst.has(n) && !explained.has(n) && second.floor
  )
  const all: [string[], string][] = [
    [onlyFirst, `${other} lost it, and the profile has it.`],
    [
      onlySecond,
      `either the runtime made it as it set the container up, or ${first} lost it. The profile does not have it.`
    ]
  ]
  return [
    ...second.saw.lost.map(
      sentence => `As a check, ${other} fell short: ${sentence}.`
    ),
    ...all.flatMap(([names, meaning], index) =>
      names.length === 0
        ? []
        : [
            `Only ${index === 0 ? first : other} saw ${names.map(n => `\`${n}\``).join(', ')}: ${meaning}`
          ]
    )
  ]
}
