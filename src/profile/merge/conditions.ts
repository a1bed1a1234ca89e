/**
 * Conditions on a call's arguments as sets: their intersection, their union
 * and their complement, as far as the rules of a profile can say them.
 */
import type { Said } from './rules.js'
import { argKey } from '../normalize.js'
import type { Arg, Operator } from '../types.js'

/** Conditions that must all hold, sorted by index, no index twice. */
export type Conjunction = readonly Arg[]

/** What is returned where the conditions hold. */
export interface Case extends Said {
  args: Conjunction
}

/** Any one of several cases; `isWhole` if none had to be left out. */
export interface Cases {
  cases: Case[]
  isWhole: boolean
}

/**
 * Filters with more rules about one call do not fit into the kernel: it takes
 * at most 4096 instructions (linux/bpf_common.h, `BPF_MAXINSNS`), and a rule
 * of libseccomp's has four and more.
 */
export const MOST_CASES = 1000

/** Most of them contain one another; more take too long to look at. */
const MOST_PAIRS = 64 * MOST_CASES

/** There would be more cases than a filter can hold. */
export class TooManyCases extends Error {}

/** A condition without what does not count. */
export function plainArg({ index, value, valueTwo, op }: Arg): Arg {
  const isMasked = op === 'SCMP_CMP_MASKED_EQ'
  return { index, value, valueTwo: isMasked ? valueTwo & value : 0n, op }
}

/** A conjunction as a text that is equal exactly when the conjunction is. */
export function conjunctionKey(args: Conjunction): string {
  return args.map(argKey).join(', ')
}

/**
 * The cases, each once and without those that another one contains.
 *
 * @param choose the return value where two cases have the same conditions
 * @throws TooManyCases
 */
export function anyOf(cases: readonly Case[], choose: Choice): Case[] {
  const known = new Map<string, Case>()
  for (const one of cases) {
    const key = conjunctionKey(one.args)
    const before = known.get(key)
    known.set(key, before ? { ...one, ...choose(before, one) } : one)
    if (known.size > MOST_CASES) throw new TooManyCases()
  }
  return withoutContained([...known.values()])
}

type Choice = (a: Said, b: Said) => Said

/** Drops each case whose conditions are another's and more. */
function withoutContained(cases: Case[]): Case[] {
  const keyed = cases.map(one => ({ one, keys: new Set(one.args.map(argKey)) }))
  return keyed
    .filter(
      ({ one, keys }) =>
        !keyed.some(
          other =>
            other.keys.size < keys.size &&
            other.one.returns === one.returns &&
            [...other.keys].every(key => keys.has(key))
        )
    )
    .map(({ one }) => one)
}

/**
 * The cases of both lists at once. Combinations that no rule can say are left
 * out.
 *
 * @throws TooManyCases
 */
export function bothOf(
  a: readonly Case[],
  b: readonly Case[],
  choose: Choice
): Cases {
  if (a.length * b.length > MOST_PAIRS) throw new TooManyCases()
  const cases: Case[] = []
  let isWhole = true
  for (const one of a) {
    for (const other of b) {
      const args = meet(one.args, other.args)
      if (args === 'unwritable') isWhole = false
      else if (args !== 'never') cases.push({ ...choose(one, other), args })
    }
  }
  return { cases: anyOf(cases, choose), isWhole }
}

/**
 * The cases that hold where none of the given ones does.
 *
 * @param said the return value there
 * @throws TooManyCases
 */
export function noneOf(cases: readonly Case[], said: Said): Cases {
  let rest: Cases = { cases: [{ ...said, args: [] }], isWhole: true }
  for (const { args } of cases) {
    const others = args.flatMap(contraries).map(arg => ({
      ...said,
      args: [arg]
    }))
    const both = bothOf(rest.cases, others, () => said)
    rest = { ...both, isWhole: both.isWhole && rest.isWhole }
  }
  return rest
}

const CONTRARY: Record<Exclude<Operator, 'SCMP_CMP_MASKED_EQ'>, Operator> = {
  SCMP_CMP_EQ: 'SCMP_CMP_NE',
  SCMP_CMP_NE: 'SCMP_CMP_EQ',
  SCMP_CMP_LT: 'SCMP_CMP_GE',
  SCMP_CMP_GE: 'SCMP_CMP_LT',
  SCMP_CMP_LE: 'SCMP_CMP_GT',
  SCMP_CMP_GT: 'SCMP_CMP_LE'
}

/** Conditions of which one holds exactly where the given one does not. */
function contraries(arg: Arg): Arg[] {
  if (arg.op !== 'SCMP_CMP_MASKED_EQ') return [{ ...arg, op: CONTRARY[arg.op] }]
  // Some bit of the mask is another.
  return Array.from({ length: 64 }, (_, power) => 1n << BigInt(power))
    .filter(bit => (arg.value & bit) !== 0n)
    .map(bit => ({ ...arg, value: bit, valueTwo: ~arg.valueTwo & bit }))
}

/** All conditions of both. */
function meet(
  a: Conjunction,
  b: Conjunction
): Conjunction | 'never' | 'unwritable' {
  const byIndex = new Map(a.map(arg => [arg.index, arg]))
  let isWritable = true
  for (const arg of b) {
    const other = byIndex.get(arg.index)
    const both = other ? meetArgs(other, arg) : arg
    if (both === 'never') return 'never'
    if (both === 'unwritable') isWritable = false
    else byIndex.set(arg.index, both)
  }
  if (!isWritable) return 'unwritable'
  return [...byIndex.values()].sort((a, b) => a.index - b.index)
}

const MOST = 2n ** 64n - 1n

interface Range {
  low: bigint
  high: bigint
}

/** Two conditions on one argument as one. */
function meetArgs(a: Arg, b: Arg): Arg | 'never' | 'unwritable' {
  if (argKey(a) === argKey(b)) return a
  const [inA, inB] = [rangeOf(a), rangeOf(b)]
  if (inA && inB) {
    const low = inA.low > inB.low ? inA.low : inB.low
    const high = inA.high < inB.high ? inA.high : inB.high
    // As it was written, where one says it all.
    if (low === inA.low && high === inA.high) return a
    if (low === inB.low && high === inB.high) return b
    return argOf(a.index, { low, high })
  }
  if (inA) return meetRange(a, inA, b)
  if (inB) return meetRange(b, inB, a)
  if (a.op === 'SCMP_CMP_NE') return meetNotEqual(a, b)
  if (b.op === 'SCMP_CMP_NE') return meetNotEqual(b, a)
  if (((a.valueTwo ^ b.valueTwo) & a.value & b.value) !== 0n) return 'never'
  return {
    ...a,
    value: a.value | b.value,
    valueTwo: a.valueTwo | b.valueTwo
  }
}

/** @param other NE or MASKED_EQ */
function meetRange(
  arg: Arg,
  { low, high }: Range,
  other: Arg
): Arg | 'never' | 'unwritable' {
  if (low > high) return 'never'
  if (low === 0n && high === MOST) return other
  if (low === high) return matches(other, low) ? arg : 'never'
  if (other.op !== 'SCMP_CMP_NE') return 'unwritable'
  if (other.value < low || other.value > high) return arg
  if (other.value === low) return argOf(arg.index, { low: low + 1n, high })
  if (other.value === high) return argOf(arg.index, { low, high: high - 1n })
  return 'unwritable'
}

/** @param other NE or MASKED_EQ, and not the same */
function meetNotEqual(notEqual: Arg, other: Arg): Arg | 'unwritable' {
  const isMoot =
    other.op === 'SCMP_CMP_MASKED_EQ' && !matches(other, notEqual.value)
  return isMoot ? other : 'unwritable'
}

/** Whether NE or MASKED_EQ holds for a value. */
function matches({ op, value, valueTwo }: Arg, of: bigint): boolean {
  return op === 'SCMP_CMP_NE' ? of !== value : (of & value) === valueTwo
}

/** The values for which a condition holds, if they lie side by side. */
function rangeOf({ op, value, valueTwo }: Arg): Range | undefined {
  switch (op) {
    case 'SCMP_CMP_EQ':
      return { low: value, high: value }
    case 'SCMP_CMP_GE':
      return { low: value, high: MOST }
    case 'SCMP_CMP_GT':
      return { low: value + 1n, high: MOST }
    case 'SCMP_CMP_LE':
      return { low: 0n, high: value }
    case 'SCMP_CMP_LT':
      return { low: 0n, high: value - 1n }
    case 'SCMP_CMP_NE':
      return undefined
    case 'SCMP_CMP_MASKED_EQ':
      if (value === 0n) return { low: 0n, high: MOST }
      return value === MOST ? { low: valueTwo, high: valueTwo } : undefined
  }
}

/** The condition for a range, which has room for one bound only. */
function argOf(
  index: number,
  { low, high }: Range
): Arg | 'never' | 'unwritable' {
  const arg = (op: Operator, value: bigint): Arg => ({
    index,
    value,
    valueTwo: 0n,
    op
  })
  if (low > high) return 'never'
  if (low === high) return arg('SCMP_CMP_EQ', low)
  if (high === MOST) return arg('SCMP_CMP_GE', low)
  return low === 0n ? arg('SCMP_CMP_LE', high) : 'unwritable'
}
