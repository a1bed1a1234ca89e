/**
 * A rule about a call as libseccomp sees it: 32-bit comparisons, linked.
 *
 * Source: libseccomp src/db.c, `_db_rule_gen_64`, `_db_rule_gen_32`,
 * `_db_chain_lt`, `_db_chain_eq`.
 */
import type { Arg, Operator } from '../types.ts'
import type { FilterReturn } from './returns.ts'

/**
 * A 32-bit comparison, where it leads, and its neighbours on the same level.
 */
export interface Comparison {
  /** Twice the argument's index, and one more for its upper 32 bits. */
  half: number
  test: 'equal' | 'masked' | 'greater' | 'at least'
  mask: number
  datum: number
  onTrue?: FilterReturn
  onFalse?: FilterReturn
  ifTrue?: Comparison
  ifFalse?: Comparison
  /** The operator as it was written, and the whole value compared with. */
  written: Operator
  whole: bigint
  previous?: Comparison
  next?: Comparison
}

/** libseccomp rejects these rules together. */
export class RefusedRules extends Error {
  readonly why: 'conflict' | 'endless' | 'tangled'

  constructor(why: RefusedRules['why']) {
    super(why)
    this.why = why
  }
}

/** The comparisons of one rule, linked so that a match leads to its action. */
export function chain(
  args: readonly Arg[],
  action: FilterReturn,
  bits: 32 | 64
): Comparison | undefined {
  const compare = bits === 64 ? compare64 : compare32
  let first: Comparison | undefined
  let exits: Exit[] = []
  for (const arg of args.toSorted((a, b) => a.index - b.index)) {
    if (alwaysHolds(arg, bits)) continue
    const condition = compare(arg)
    for (const [node, holds] of exits) {
      node[holds ? 'ifTrue' : 'ifFalse'] = condition.first
    }
    first ??= condition.first
    exits = condition.exits
  }
  for (const [node, holds] of exits) {
    node[holds ? 'onTrue' : 'onFalse'] = action
  }
  return first
}

/** A comparison, and the result of it that means a match. */
type Exit = [Comparison, boolean]

/** A mask without bits leaves nothing to compare, whatever the value. */
function alwaysHolds({ op, value }: Arg, bits: 32 | 64): boolean {
  return op === 'SCMP_CMP_MASKED_EQ' && BigInt.asUintN(bits, value) === 0n
}

/**
 * The operands: all bits are compared with the value, or some with the second.
 */
function operands({ op, value, valueTwo }: Arg) {
  return op === 'SCMP_CMP_MASKED_EQ'
    ? { mask: value, whole: valueTwo }
    : { mask: 2n ** 64n - 1n, whole: value }
}

const low = (value: bigint) => Number(BigInt.asUintN(32, value))
const high = (value: bigint) => low(value >> 32n)

function comparison(
  arg: Arg,
  word: 'high' | 'low',
  test: Comparison['test']
): Comparison {
  const { mask, whole } = operands(arg)
  const part = word === 'high' ? high : low
  return {
    half: arg.index * 2 + (word === 'high' ? 1 : 0),
    test,
    mask: part(mask),
    datum: part(whole & mask),
    written: arg.op,
    whole
  }
}

/** The test behind an operator, and the result that means a match. */
const TESTS: Record<Operator, [Comparison['test'], boolean]> = {
  SCMP_CMP_EQ: ['equal', true],
  SCMP_CMP_NE: ['equal', false],
  SCMP_CMP_MASKED_EQ: ['masked', true],
  SCMP_CMP_GT: ['greater', true],
  SCMP_CMP_LE: ['greater', false],
  SCMP_CMP_GE: ['at least', true],
  SCMP_CMP_LT: ['at least', false]
}

function compare32(arg: Arg): { first: Comparison; exits: Exit[] } {
  const [test, holds] = TESTS[arg.op]
  const first = comparison(arg, 'low', test)
  return { first, exits: [[first, holds]] }
}

function compare64(arg: Arg): { first: Comparison; exits: Exit[] } {
  const [test, holds] = TESTS[arg.op]
  const lower = comparison(arg, 'low', test)
  if (test === 'equal' || test === 'masked') {
    const upper = comparison(arg, 'high', test)
    upper.ifTrue = lower
    const exits: Exit[] = [[lower, holds]]
    return { first: upper, exits: holds ? exits : [[upper, false], ...exits] }
  }
  const greater = comparison(arg, 'high', 'greater')
  const equal = comparison(arg, 'high', 'equal')
  greater.ifFalse = equal
  equal.ifTrue = lower
  return {
    first: greater,
    exits: [
      [holds ? greater : equal, holds],
      [lower, holds]
    ]
  }
}

export function isLeaf(node: Comparison): boolean {
  return node.ifTrue === undefined && node.ifFalse === undefined
}

export function isSame(a: Comparison, b: Comparison): boolean {
  return (
    a.half === b.half &&
    a.test === b.test &&
    a.datum === b.datum &&
    a.mask === b.mask
  )
}

/** The order of a level, the greatest first (`_db_chain_lt`). */
export function isLess(a: Comparison, b: Comparison): boolean {
  if (a.half !== b.half) return a.half < b.half
  const [rankA, rankB] = [RANKS[a.written], RANKS[b.written]]
  if (rankA !== rankB) return rankA < rankB
  return a.written === 'SCMP_CMP_LE' || a.written === 'SCMP_CMP_LT'
    ? a.datum > b.datum
    : a.datum < b.datum
}

const RANKS: Record<Operator, number> = {
  SCMP_CMP_EQ: 3,
  SCMP_CMP_NE: 3,
  SCMP_CMP_MASKED_EQ: 3,
  SCMP_CMP_LE: 2,
  SCMP_CMP_LT: 2,
  SCMP_CMP_GE: 1,
  SCMP_CMP_GT: 1
}

/**
 * The comparisons on a node's level, in their order.
 *
 * @throws RefusedRules if the links of the level run in a circle. libseccomp
 *   lets that happen when one branch hangs under two comparisons and gets the
 *   same neighbour before it from each of them, and then loops for ever (seen
 *   with 2.5.4).
 */
export function levelOf(node: Comparison): Comparison[] {
  const level: Comparison[] = []
  for (let at: Comparison | undefined = startOf(node); at; at = at.next) {
    if (level.length > LONGEST_LEVEL) throw new RefusedRules('endless')
    level.push(at)
  }
  return level
}

/** The first comparison of a level. @throws as `levelOf` */
export function startOf(node: Comparison): Comparison {
  let start = node
  for (let steps = 0; start.previous !== undefined; steps++) {
    if (steps > LONGEST_LEVEL) throw new RefusedRules('endless')
    start = start.previous
  }
  return start
}

/** No profile has more rules about one call: the links run in a circle. */
export const LONGEST_LEVEL = 100_000

/**
 * Walks through all levels once, to find one without an end.
 *
 * @throws RefusedRules
 */
export function checkLevels(
  root: Comparison,
  seen = new Set<Comparison>()
): void {
  for (const node of levelOf(root)) {
    if (seen.has(node)) return
    seen.add(node)
    if (node.ifTrue) checkLevels(node.ifTrue, seen)
    if (node.ifFalse) checkLevels(node.ifFalse, seen)
  }
}
