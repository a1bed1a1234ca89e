/**
 * What libseccomp makes of the rules about one call on one architecture.
 *
 * It keeps no list of rules but a tree of 32-bit comparisons, in an order of
 * its own, and does not take every set of rules. Which rule wins, which set
 * is refused, and on which one the library never comes to an end, follows
 * from how a rule is put into the tree; so this module does the same steps.
 * The steps are the same from libseccomp 2.5.0 to 2.6.0.
 *
 * Source: libseccomp src/db.c (`_db_rule_gen_64`, `_db_rule_gen_32`,
 * `_db_tree_add`, `db_rule_add`) and src/gen_bpf.c (`_gen_bpf_chain`).
 */
import {
  chain,
  checkLevels,
  type Comparison,
  isBefore,
  isLeaf,
  isSame,
  levelOf,
  LONGEST_LEVEL,
  RefusedRules
} from './comparisons.js'
import type { FilterReturn } from './returns.js'
import type { Arg } from './types.js'

/** What libseccomp makes of a call's rules: one action, or a tree. */
export interface RuleTree {
  action?: FilterReturn
  tree?: Comparison
}

/**
 * Adds one rule: `action` where all of `args` hold. No index stands twice.
 *
 * @throws RefusedRules; then the tree is of no use any more
 */
export function addRule(
  rules: RuleTree,
  args: readonly Arg[],
  action: FilterReturn,
  bits: 32 | 64
): void {
  // An earlier rule without conditions stays; a later one replaces all.
  if (rules.action !== undefined) return
  const fresh = chain(args, action, bits)
  if (fresh === undefined) {
    if (rules.tree !== undefined) checkLevels(rules.tree)
    rules.action = action
    delete rules.tree
  } else {
    const root = rootOf(rules)
    if (!prune(root, fresh, action)) insert(root, fresh)
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
    if (isBefore(at, fresh)) {
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

/** Joins what two equal comparisons lead to. */
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
      // What is there already is the shorter rule.
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

/** What a search for rules that contain each other has come to. */
interface Search {
  action: FilterReturn
  /** Whether this branch matches so far, and whether any did. */
  isMatch: boolean
  hasMatched: boolean
  /** Whether the old or the new rule ends where they match. */
  oldEnds: boolean
  newEnds: boolean
  /** Whether the old or the new rule has comparisons before the match. */
  oldIsLonger: boolean
  newIsLonger: boolean
}

/**
 * Takes away the old rules that the new one contains, and finds out whether
 * an old one contains it. libseccomp looks at the comparisons of both rules
 * only, not at which result of them leads on, so that it can drop a new rule
 * that says more than the old one: `[1 == 1]` makes it drop `[0 > 0, 1 != 1]`.
 *
 * Source: libseccomp src/db.c, `_db_tree_prune`.
 *
 * @returns whether the new rule is to be dropped
 */
function prune(root: Slot, fresh: Comparison, action: FilterReturn): boolean {
  const search: Search = {
    action,
    isMatch: false,
    hasMatched: false,
    oldEnds: false,
    newEnds: false,
    oldIsLonger: false,
    newIsLonger: false
  }
  const removed = pruneLevel(root, root.get(), fresh, search)
  return !removed && search.isMatch && search.oldEnds && search.newIsLonger
}

/** @returns whether something was removed */
function pruneLevel(
  root: Slot,
  old: Comparison | undefined,
  fresh: Comparison | undefined,
  search: Search
): boolean {
  const found = { ...search }
  const leave = (removed: boolean) => {
    if (found.isMatch) Object.assign(search, found)
    else search.isMatch = false
    return removed
  }
  const isBroken = !search.isMatch && search.hasMatched
  if (old === undefined || fresh === undefined || isBroken) return leave(false)
  let removed = false
  const descend = (
    below: Comparison | undefined,
    next: Comparison | undefined,
    how: Partial<Search>
  ) => {
    const sub = { ...search, ...how }
    if (pruneLevel(root, below, next, sub)) removed = true
    if (sub.isMatch) merge(found, sub)
    return sub.isMatch
  }
  for (const at of levelOf(old)) {
    if (isSame(at, fresh)) {
      found.isMatch = found.hasMatched = true
      if (isLeaf(fresh)) found.newEnds = true
      if (isLeaf(at)) found.oldEnds = true
      const hasMore = BRANCHES.some(
        ([on, next]) =>
          (at[on] !== undefined || at[next]) &&
          !(fresh[on] !== undefined || fresh[next])
      )
      if (hasMore) return leave(removed)
      const bothEnd = found.newEnds && found.oldEnds
      if (bothEnd && BRANCHES.some(([on]) => fresh[on] !== at[on])) {
        return leave(removed)
      }
      const matched = { isMatch: true, hasMatched: true }
      for (const [, next] of BRANCHES) {
        if (fresh[next]) descend(at[next], fresh[next], matched)
      }
      if (actsOnly(at, search.action)) {
        if (found.newEnds && found.oldIsLonger) {
          remove(root, at)
          removed = true
          if (root.get() === undefined) return leave(removed)
        } else if (found.oldEnds && found.newIsLonger) {
          return leave(removed)
        }
      }
    } else if (isBefore(at, fresh)) {
      if (search.newIsLonger) return leave(removed)
      const how = { isMatch: false, oldIsLonger: true }
      for (const [, next] of BRANCHES) {
        if (at[next] && descend(at[next], fresh, how)) return leave(removed)
      }
    } else {
      if (search.oldIsLonger) return leave(removed)
      const how = { isMatch: false, newIsLonger: true }
      for (const [, next] of BRANCHES) {
        if (fresh[next] && descend(at, fresh[next], how)) return leave(removed)
      }
    }
  }
  found.isMatch = false
  return leave(removed)
}

function merge(into: Search, from: Search): void {
  into.isMatch ||= from.isMatch
  into.hasMatched ||= from.hasMatched
  into.oldEnds ||= from.oldEnds
  into.newEnds ||= from.newEnds
  into.oldIsLonger ||= from.oldIsLonger
  into.newIsLonger ||= from.newIsLonger
}

/** Takes a node out wherever it hangs, and those that lead nowhere then. */
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
