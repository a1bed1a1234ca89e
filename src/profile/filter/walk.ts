import { type Comparison, levelOf } from './comparisons.ts'
import type { FilterReturn } from './returns.ts'

/**
 * The action that a call with these arguments leads to: a level's comparisons
 * are tried in turn, and one whose branch ends without an action leads on to
 * the next.
 *
 * Source: libseccomp src/gen_bpf.c, `_gen_bpf_chain` (`nxt_jump`).
 *
 * @returns undefined if no rule holds
 */
export function walkTree(
  root: Comparison,
  args: readonly bigint[]
): FilterReturn | undefined {
  for (const node of levelOf(root)) {
    const isTrue = holds(node, args)
    const next = isTrue ? node.ifTrue : node.ifFalse
    const action = isTrue ? node.onTrue : node.onFalse
    const found = next ? walkTree(next, args) : action
    if (found !== undefined) return found
  }
  return undefined
}

/** The return values that occur in a tree. */
export function returnsIn(
  root: Comparison,
  seen = new Set<Comparison>()
): Set<FilterReturn> {
  const returns = new Set<FilterReturn>()
  for (const node of levelOf(root)) {
    if (seen.has(node)) continue
    seen.add(node)
    for (const action of [node.onTrue, node.onFalse]) {
      if (action !== undefined) returns.add(action)
    }
    for (const next of [node.ifTrue, node.ifFalse]) {
      if (next === undefined) continue
      for (const value of returnsIn(next, seen)) returns.add(value)
    }
  }
  return returns
}

function holds(
  { half, test, mask, datum }: Comparison,
  args: readonly bigint[]
): boolean {
  const arg = args[half >> 1] ?? 0n
  const word = Number(BigInt.asUintN(32, half % 2 === 1 ? arg >> 32n : arg))
  const value = (word & mask) >>> 0
  if (test === 'greater') return value > datum
  if (test === 'at least') return value >= datum
  return value === datum
}
