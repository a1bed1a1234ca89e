import { messageOf } from '../errors.ts'
import { ALWAYS_KEPT, RUNTIME_BY_CHANCE } from '../syscalls/kept.ts'
import { SETUP_CALLS } from '../syscalls/setup.ts'
import type { RecorderName } from './known.ts'
import { ABOUT } from './known.ts'
import { namesOf, type Observation } from './recording.ts'

/** A second recorder's view of a run. */
export interface SecondView {
  name: RecorderName
  /** What it saw, or why that is unknown. */
  saw: Observation | Error
  /** The calls that it saw in a container that does nothing. */
  floor: { second: readonly string[] } | undefined
}

/**
 * Compares two recordings of the same run. A call that only one of them has was
 * lost by the other, or was made by the runtime before it loaded the filter,
 * which the second recorder also sees.
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
    return [`The check by ${other} failed: ${messageOf(second.saw)}.`]
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
  // Without a floor, the calls of the runtime are unknown.
  const onlySecond = [...inSecond].filter(
    n => !inFirst.has(n) && !explained.has(n) && second.floor
  )
  const all: [string[], string][] = [
    [onlyFirst, `${other} lost it. The profile has it.`],
    [
      onlySecond,
      `either the runtime made it while setting up the container, or ${first} lost it. The profile does not have it.`
    ]
  ]
  return [
    ...second.saw.lost.map(
      sentence => `The check by ${other} is incomplete: ${sentence}.`
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
