import type { Arg, Rule } from '../../../src/profile/types.ts'

/**
 * Whether rules let a call through with these arguments, by the definition of
 * seccomp_rule_add(3) and the engines' handling of an index that stands twice
 * (every condition becomes a rule of its own).
 */
export function permits(
  rules: readonly Rule[],
  name: string,
  values: readonly bigint[]
): boolean {
  return rules.some(
    ({ names, action, args }) =>
      ['SCMP_ACT_ALLOW', 'SCMP_ACT_LOG'].includes(action) &&
      names.includes(name) &&
      matches(args, values)
  )
}

function matches(args: readonly Arg[], values: readonly bigint[]): boolean {
  const indexes = new Set(args.map(arg => arg.index))
  return indexes.size < args.length
    ? args.some(arg => holds(arg, values))
    : args.every(arg => holds(arg, values))
}

function holds(arg: Arg, values: readonly bigint[]): boolean {
  const is = values[arg.index] ?? 0n
  switch (arg.op) {
    case 'SCMP_CMP_NE':
      return is !== arg.value
    case 'SCMP_CMP_LT':
      return is < arg.value
    case 'SCMP_CMP_LE':
      return is <= arg.value
    case 'SCMP_CMP_EQ':
      return is === arg.value
    case 'SCMP_CMP_GE':
      return is >= arg.value
    case 'SCMP_CMP_GT':
      return is > arg.value
    case 'SCMP_CMP_MASKED_EQ':
      return (is & arg.value) === arg.valueTwo
  }
}
