import {
  bareRule,
  type CallRule,
  choose,
  isDecisive,
  isFiltered,
  listKey,
  ruleKey,
  sorted,
  settledReturn,
  type Said,
  type Stance
} from './rules.js'
import { mergeConditions } from './cases.js'
import { isLoadable } from './judge.js'
import { type CallMerge, fallBack } from './fallback.js'
import { sortedUnique } from '../normalize.js'
import { letsThrough } from '../filter/returns.js'
import type { Filter } from '../types.js'

/** More make too many combinations; podman's default has one for a call. */
export const MOST_CAPABILITIES = 5

/**
 * The rules that say of a call what the inputs say together, on one machine.
 * Where no rules can, a union's let through more arguments and an
 * intersection's fewer, and `tell` is called.
 *
 * @throws RefusedProfile where an input's rules must be looked into and
 *   libseccomp does not take them
 */
export function mergeCall(
  merge: CallMerge,
  stances: readonly Stance[]
): readonly CallRule[] {
  return mergeStances(merge, stances, 0)
}

function mergeStances(
  merge: CallMerge,
  stances: readonly Stance[],
  depth: number
): readonly CallRule[] {
  const { how, byDefault } = merge
  const open: Stance[] = []
  let settled: Said | undefined
  for (const stance of stances) {
    const returns = settledReturn(stance)
    if (returns === undefined) {
      open.push(stance)
    } else {
      const said = { returns, first: stance.first }
      settled = settled ? choose(how, settled, said) : said
    }
  }
  if (settled && (open.length === 0 || isDecisive(how, settled.returns))) {
    return settled.returns === byDefault ? [] : [bareRule(settled.returns)]
  }
  const said = settled
  const kept = keptRules(merge, open)
  if (kept && said && letsThrough(said.returns)) {
    // Only an intersection comes here: what is logged by one is logged.
    return kept.map(rule => ({
      ...rule,
      ...(letsThrough(rule.returns) && {
        returns: choose(how, { ...rule, first: 0 }, said).returns
      })
    }))
  }
  if (kept) return kept
  const filtered = filteredAllows(merge, open)
  if (filtered) {
    const others = stances.map(stance => ({
      ...stance,
      rules: stance.rules.filter(rule => !isFiltered(rule))
    }))
    const unfiltered = mergeStances(merge, others, depth)
    // One that refuses would hold before those with filters.
    const allowing = unfiltered.filter(rule => letsThrough(rule.returns))
    return [...allowing, ...filtered]
  }
  if (filtersOf(open).some(filter => filter.minKernel !== undefined)) {
    return fallBack(
      merge,
      stances,
      'the inputs ask for different kernels (minKernel)'
    )
  }
  const [capability] = capabilitiesOf(open)
  if (capability === undefined) return mergeConditions(merge, stances, open)
  if (depth === MOST_CAPABILITIES) {
    return fallBack(
      merge,
      stances,
      `the inputs ask for more than ${MOST_CAPABILITIES} capabilities`
    )
  }
  const suppose = (has: boolean) =>
    mergeStances(
      merge,
      stances.map(stance => supposing(stance, capability, has)),
      depth + 1
    )
  const [withIt, withoutIt] = [suppose(true), suppose(false)]
  if (listKey(withIt) === listKey(withoutIt)) return withIt
  return [
    ...withIt.map(rule => ({
      ...rule,
      includes: withCapability(rule.includes, capability)
    })),
    ...withoutIt.map(rule => ({
      ...rule,
      excludes: withCapability(rule.excludes, capability)
    }))
  ]
}

/**
 * The rules of inputs that all have the same, if the same rules mean the same
 * in the result.
 */
function keptRules(
  merge: CallMerge,
  stances: readonly Stance[]
): readonly CallRule[] | undefined {
  const { byDefault } = merge
  const [one] = stances
  if (one === undefined) return undefined
  const key = listKey(one.rules)
  const isKept = stances.every(
    stance =>
      listKey(stance.rules) === key &&
      letsThrough(stance.byDefault) === letsThrough(byDefault)
  )
  // A rule that says what the default says is passed over by engines.
  const isMoot = one.rules.some(({ returns }) => returns === byDefault)
  const { rules } = one
  const capabilities = capabilitiesOf(stances)
  return isKept && !isMoot && isLoadable(merge, rules, capabilities)
    ? rules
    : undefined
}

/**
 * The filtered rules of a union in which rules only allow: each of them allows
 * what it allowed, whatever the others say. Undefined where that is not so.
 */
function filteredAllows(
  { how, byDefault }: CallMerge,
  stances: readonly Stance[]
): CallRule[] | undefined {
  const rules = stances.flatMap(stance => stance.rules)
  const filtered = rules.filter(isFiltered)
  const returns = new Set(rules.map(rule => rule.returns))
  const isSimple =
    how === 'union' &&
    !letsThrough(byDefault) &&
    filtered.length > 0 &&
    returns.size === 1 &&
    [...returns].every(letsThrough) &&
    filtered.every(rule => rule.args.length === 0)
  if (!isSimple) return undefined
  const known = new Map(filtered.map(rule => [ruleKey(rule), rule]))
  return sorted([...known.values()], ruleKey)
}

function filtersOf(stances: readonly Stance[]): Filter[] {
  return stances.flatMap(({ rules }) =>
    rules.flatMap(rule => [rule.includes, rule.excludes])
  )
}

/** The capabilities that rules ask for, sorted. */
export function capabilitiesOf(stances: readonly Stance[]): string[] {
  return sortedUnique(filtersOf(stances).flatMap(filter => filter.caps ?? []))
}

/** What is left of the rules for containers with or without a capability. */
function supposing(stance: Stance, capability: string, has: boolean): Stance {
  const rules = stance.rules.flatMap(rule => {
    const { includes, excludes } = rule
    const contrary = has ? excludes : includes
    if (contrary.caps?.includes(capability)) return []
    return {
      ...rule,
      includes: withoutCapability(includes, capability),
      excludes: withoutCapability(excludes, capability)
    }
  })
  return { ...stance, rules }
}

function withCapability(filter: Filter, capability: string): Filter {
  return { ...filter, caps: [capability, ...(filter.caps ?? [])].sort() }
}

function withoutCapability({ caps, ...rest }: Filter, capability: string) {
  const others = (caps ?? []).filter(cap => cap !== capability)
  return others.length > 0 ? { ...rest, caps: others } : rest
}
