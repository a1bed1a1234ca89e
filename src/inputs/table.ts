import { GITHUB } from './groups/github.ts'
import { IMAGE } from './groups/image.ts'
import { POLICY } from './groups/policy.ts'
import { RECORDING } from './groups/recording.ts'
import { RUNNER } from './groups/runner.ts'
import { TESTS } from './groups/tests.ts'
import type { Value } from './input.ts'

/**
 * The table of inputs: a file of `groups/` for each heading. The checks take
 * what is allowed from it, and `npm run inputs` generates docs/inputs.md and
 * the inputs of action.yml from it.
 */
export const GROUPS = [TESTS, IMAGE, POLICY, RECORDING, GITHUB, RUNNER] as const

/** All inputs by name. */
export const INPUTS = {
  ...TESTS.inputs,
  ...IMAGE.inputs,
  ...POLICY.inputs,
  ...RECORDING.inputs,
  ...GITHUB.inputs,
  ...RUNNER.inputs
}

export type InputName = keyof typeof INPUTS

/** The names of all inputs with a kind of value. */
export type NameOf<Kind extends Value['kind']> = {
  [Name in InputName]: (typeof INPUTS)[Name]['value']['kind'] extends Kind
    ? Name
    : never
}[InputName]

/** The words that an input can be set to. */
export type Choice<Name extends NameOf<'choice'>> =
  keyof (typeof INPUTS)[Name]['value']['meanings'] & string

/** The words that an input can be set to, in the table's order. */
export function choicesOf<Name extends NameOf<'choice'>>(
  name: Name
): Choice<Name>[] {
  return Object.keys(INPUTS[name].value.meanings) as Choice<Name>[]
}
