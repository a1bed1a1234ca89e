import type { FilterReturn } from './returns.js'
import { type Comparison, levelOf } from './comparisons.js'

/**
 * The action at which a call with these arguments arrives: a level's
 * comparisons are tried in turn, and one whose branch ends without an action
 * leads on to the next.
 *
 * Source: libseccomp src/gen_bpf.c, `_gen_bpf_chain` (`nxt_jump`).
 *
 * @returns undefined where no rule holds
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

/**
 * Whether libseccomp may make a filter of these rules that compares the wrong
 * word. Where a comparison needs the same word as its neighbour, libseccomp
 * writes no load for it, for the neighbour has left the word in the register.
 * But the branches of the neighbour that lead nowhere come back to it with
 * another word there, and libseccomp puts the load in afterwards for one way
 * into the comparison only. Seen with 2.5.4: a call was allowed that no rule
 * allows. Source: src/gen_bpf.c, `_gen_bpf_node`, `_gen_bpf_build_bpf`.
 */
export function mayCompareWrongWord(root: Comparison): boolean {
  const level = levelOf(root)
  return level.some((node, index) => {
    const before = level[index - 1]
    const isUnloaded =
      before?.half === node.half && (node.mask & ~before.mask) === 0
    return (
      (isUnloaded && branchesOf(before).some(b => comesBack(b, node))) ||
      branchesOf(node).some(mayCompareWrongWord)
    )
  })
}

function branchesOf({ ifTrue, ifFalse }: Comparison): Comparison[] {
  return [ifTrue, ifFalse].filter(branch => branch !== undefined)
}

/** Whether a branch leads on to `node` with another word in the register. */
function comesBack(branch: Comparison, node: Comparison): boolean {
  return levelOf(branch).some(
    ({ half, mask, onTrue, onFalse, ifTrue, ifFalse, next }) => {
      const isEnd =
        next === undefined &&
        ((!ifTrue && onTrue === undefined) ||
          (!ifFalse && onFalse === undefined))
      return (
        (isEnd && (half !== node.half || mask !== node.mask)) ||
        [ifTrue, ifFalse].some(b => b !== undefined && comesBack(b, node))
      )
    }
  )
}
