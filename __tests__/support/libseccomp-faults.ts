import {
  type Comparison,
  levelOf
} from '../../src/profile/filter/comparisons.ts'
import type { LoadedProfile } from '../../src/profile/filter/load.ts'

/**
 * The calls, as `ARCHITECTURE NUMBER`, for which libseccomp may make a filter
 * that does not do what its own tree of rules says.
 */
export function suspectsOf({ rules }: LoadedProfile): Set<string> {
  // x86-64 and x32 are one part of the program, and share instructions that
  // look alike, though one compares 64 bits and the other 32.
  const shared = rules.has('SCMP_ARCH_X32')
  return new Set(
    [...rules].flatMap(([on, calls]) =>
      [...calls]
        .filter(
          ([, { tree }]) =>
            tree &&
            (mayCompareWrongWord(tree) ||
              (shared && /X32|X86_64/.test(on) && !isLast(tree)))
        )
        .map(([call]) => `${on} ${call}`)
    )
  )
}

/** Whether there is but one comparison, or one for each half of an argument. */
function isLast({ half, ifTrue, ifFalse }: Comparison): boolean {
  return [ifTrue, ifFalse].every(
    next => next === undefined || next.half >> 1 === half >> 1
  )
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
function mayCompareWrongWord(root: Comparison): boolean {
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
