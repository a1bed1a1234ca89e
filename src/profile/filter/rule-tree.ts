/**
 * The rules about one call on one architecture, as libseccomp stores them.
 *
 * It does not keep a list of rules but a tree of 32-bit comparisons, in an
 * order of its own, and it rejects some sets of rules. Which rule wins, which
 * set is rejected, and on which one the library never finishes, depends on how
 * rules are put into the tree; so this module takes the same steps. The steps
 * are the same from libseccomp 2.5.0 to 2.6.0.
 *
 * Source: libseccomp src/db.c (`_db_rule_gen_64`, `_db_rule_gen_32`,
 * `_db_tree_add`, `db_rule_add`) and src/gen_bpf.c (`_gen_bpf_chain`).
 */
import { argKey } from '../normalize.ts'
import type { Arg } from '../types.ts'
import {
  chain,
  checkLevels,
  type Comparison,
  isLeaf,
  isLess,
  isSame,
  levelOf,
  LONGEST_LEVEL,
  RefusedRules,
  startOf
} from './comparisons.ts'
import type { FilterReturn } from './returns.ts'

/** A call's rules as libseccomp stores them: one action, or a tree. */
export interface RuleTree {
  action?: FilterReturn
  tree?: Comparison
  /** The rules as they were added: the same text gives the same result. */
  text?: string
}

/** How long a profile's rules may be searched for rules that contain others. */
export interface Budget {
  steps: number
}

/** libseccomp takes a few seconds for this many. */
export const newBudget = (): Budget => ({ steps: 2_000_000 })

/**
 * Adds one rule: `action` if all of `args` hold. No index occurs twice.
 *
 * @throws RefusedRules; the tree is unusable afterwards
 */
export function addRule(
  rules: RuleTree,
  args: readonly Arg[],
  action: FilterReturn,
  bits: 32 | 64,
  budget: Budget
): void {
  rules.text = `${rules.text ?? ''}${action}:${args.map(argKey).join()};`
  // An earlier rule without conditions stays; a later one replaces all.
  if (rules.action !== undefined) return
  const fresh = chain(args, action, bits)
  if (fresh === undefined) {
    if (rules.tree !== undefined) checkLevels(rules.tree)
    rules.action = action
    delete rules.tree
  } else {
    const root = rootOf(rules)
    if (!prune(root, fresh, action, budget)) insert(root, fresh)
  }
}

/** A place that holds a level: the tree's root, or a branch of a node. */
interface Slot {
  get: () => Comparison | undefined
  set: (node: Comparison | undefined) => void
}

const rootOf = (rules: RuleTree): Slot => ({
  get: () => rules.tree,
  set: node => {
    if (node === undefined) delete rules.tree
    else rules.tree = node
  }
})

const branch = (node: Comparison, key: 'ifTrue' | 'ifFalse'): Slot => ({
  get: () => node[key],
  set: next => {
    link(node, key, next)
  }
})

function insert(slot: Slot, fresh: Comparison): void {
  if (slot.get() === undefined) {
    slot.set(fresh)
    return
  }
  let steps = 0
  for (let at = slot.get(); at !== undefined; at = at.next) {
    if (steps++ > LONGEST_LEVEL) throw new RefusedRules('endless')
    if (isSame(at, fresh)) {
      join(at, fresh)
      return
    }
    if (isLess(at, fresh)) {
      if (at.previous !== undefined) {
        at.previous.next = fresh
        fresh.previous = at.previous
      }
      at.previous = fresh
      fresh.next = at
      if (slot.get() === at) slot.set(fresh)
      return
    }
    if (at.next === undefined) {
      fresh.previous = at
      at.next = fresh
      return
    }
  }
}

/** Joins the branches of two equal comparisons. */
function join(at: Comparison, fresh: Comparison): void {
  for (const [on, next] of BRANCHES) {
    const action = fresh[on]
    if (action === undefined || action === at[on]) continue
    if (at[on] === undefined) {
      // A shorter rule takes the place of longer ones of the same action.
      if (!actsOnly(at[next], action)) throw new RefusedRules('conflict')
      link(at, next, undefined)
      at[on] = action
    } else {
      const isUpper = fresh.half % 2 === 1
      if (on === 'onTrue' && isUpper && fresh.whole > at.whole) at[on] = action
      if (isLeaf(at) || isLeaf(fresh)) throw new RefusedRules('conflict')
    }
  }
  for (const [on, next] of BRANCHES) {
    const sub = fresh[next]
    if (sub === undefined) continue
    if (at[next] !== undefined) {
      insert(branch(at, next), sub)
    } else if (at[on] === undefined) {
      at[next] = sub
    } else {
      // The existing rule is the shorter one.
      return
    }
  }
}

const BRANCHES = [
  ['onTrue', 'ifTrue'],
  ['onFalse', 'ifFalse']
] as const

/** Whether each action in a branch is this one. */
function actsOnly(node: Comparison | undefined, action: FilterReturn): boolean {
  if (node === undefined) return true
  return levelOf(node).every(
    ({ onTrue = action, onFalse = action, ifTrue, ifFalse }) =>
      onTrue === action &&
      onFalse === action &&
      actsOnly(ifTrue, action) &&
      actsOnly(ifFalse, action)
  )
}

/**
 * The result so far of a search for rules that contain each other, as bits: the
 * two match here; they did at some place; the old or the new rule ends where
 * they match; the old or the new one has comparisons before the match.
 */
const MATCHES = 1
const HAS_MATCHED = 2
const OLD_ENDS = 4
const NEW_ENDS = 8
const OLD_IS_LONGER = 16
const NEW_IS_LONGER = 32
const REDUNDANT = MATCHES | OLD_ENDS | NEW_IS_LONGER

/** A search through a tree, and how long it may still go on. */
interface Search {
  root: Slot
  action: FilterReturn
  hasRemoved: boolean
  budget: Budget
}

/**
 * Removes the old rules that the new one contains, and finds out whether an old
 * one contains it. libseccomp looks at the comparisons of both rules only, not
 * at which result of them leads on, so that it can drop a new rule that says
 * more than the old one: `[1 == 1]` makes it drop `[0 > 0, 1 != 1]`.
 *
 * Source: libseccomp src/db.c, `_db_tree_prune`.
 *
 * @returns whether the new rule is to be dropped
 */
function prune(
  root: Slot,
  fresh: Comparison,
  action: FilterReturn,
  budget: Budget
): boolean {
  const search = { root, action, hasRemoved: false, budget }
  const found = pruneLevel(search, root.get(), fresh, 0)
  return !search.hasRemoved && (found & REDUNDANT) === REDUNDANT
}

/**
 * Walks both rules together, level by level. Of the old rules `a == 1` and
 * `a == 1, b == 2`, a new `a == 1` is the same as the first (NEW_ENDS and
 * OLD_ENDS: it is redundant) and shorter than the second (NEW_ENDS and
 * OLD_IS_LONGER: that one is taken out, as the new one contains it).
 *
 * @returns the bits so far with those that were found, or without a match
 */
function pruneLevel(
  search: Search,
  old: Comparison | undefined,
  fresh: Comparison | undefined,
  before: number
): number {
  const end = (found: number) =>
    found & MATCHES ? before | found : before & ~MATCHES
  const isBroken = (before & (MATCHES | HAS_MATCHED)) === HAS_MATCHED
  if (old === undefined || fresh === undefined || isBroken) return end(before)
  let found = before
  let next: Comparison | undefined
  for (let at: Comparison | undefined = startOf(old); at; at = next) {
    next = at.next
    if (search.budget.steps-- <= 0) throw new RefusedRules('tangled')
    if (isSame(at, fresh)) {
      found |= MATCHES | HAS_MATCHED
      if (isLeaf(fresh)) found |= NEW_ENDS
      if (isLeaf(at)) found |= OLD_ENDS
      if (hasMore(at, fresh)) return end(found)
      const bothEnd = (found & NEW_ENDS) !== 0 && (found & OLD_ENDS) !== 0
      if (
        bothEnd &&
        (fresh.onTrue !== at.onTrue || fresh.onFalse !== at.onFalse)
      ) {
        return end(found)
      }
      const how = before | MATCHES | HAS_MATCHED
      for (const [, branch] of BRANCHES) {
        if (!fresh[branch]) continue
        const below = pruneLevel(search, at[branch], fresh[branch], how)
        if (below & MATCHES) found |= below
      }
      if (found & NEW_ENDS && found & OLD_IS_LONGER) {
        if (!actsOnly(at, search.action)) continue
        remove(search.root, at)
        search.hasRemoved = true
        if (search.root.get() === undefined) return end(found)
      } else if (found & OLD_ENDS && found & NEW_IS_LONGER) {
        if (actsOnly(at, search.action)) return end(found)
      }
    } else {
      const oldIsLess = isLess(at, fresh)
      const bail = oldIsLess ? NEW_IS_LONGER : OLD_IS_LONGER
      if (before & bail) return end(found)
      const how =
        (before & ~MATCHES) | (oldIsLess ? OLD_IS_LONGER : NEW_IS_LONGER)
      for (const [, branch] of BRANCHES) {
        if (!(oldIsLess ? at : fresh)[branch]) continue
        const below = oldIsLess
          ? pruneLevel(search, at[branch], fresh, how)
          : pruneLevel(search, at, fresh[branch], how)
        if (below & MATCHES) return end(found | below)
      }
    }
  }
  return end(found & ~MATCHES)
}

/** Whether the old comparison leads on where the new one does not. */
function hasMore(at: Comparison, fresh: Comparison): boolean {
  return BRANCHES.some(
    ([on, next]) =>
      (at[on] !== undefined || at[next]) &&
      !(fresh[on] !== undefined || fresh[next])
  )
}

/** Removes a node wherever it hangs, and the nodes that then lead nowhere. */
function remove(slot: Slot, node: Comparison): void {
  const root = slot.get()
  if (root === undefined) return
  for (const at of levelOf(root)) {
    if (at !== node) {
      remove(branch(at, 'ifTrue'), node)
      remove(branch(at, 'ifFalse'), node)
      const leadsSomewhere =
        !isLeaf(at) || at.onTrue !== undefined || at.onFalse !== undefined
      if (leadsSomewhere) continue
    }
    if (slot.get() === at) slot.set(at.previous ?? at.next)
    if (at.previous) link(at.previous, 'next', at.next)
    if (at.next) link(at.next, 'previous', at.previous)
    delete at.previous
    delete at.next
    return
  }
}

function link(
  node: Comparison,
  key: 'previous' | 'next' | 'ifTrue' | 'ifFalse',
  to: Comparison | undefined
): void {
  if (to === undefined) Reflect.deleteProperty(node, key)
  else node[key] = to
}
