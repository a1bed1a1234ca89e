/**
 * Rules about one call, without its name: what merging needs of them, in a
 * form in which equal rules are equal texts.
 */
import { argKey, sortedUnique } from '../normalize.js'
import {
  type FilterReturn,
  letsThrough,
  permissiveness,
  returnOf
} from '../filter/returns.js'
import {
  ACTIONS,
  type Action,
  type Arg,
  type Filter,
  type Rule
} from '../types.js'

/** crun heeds no more conditions of one rule (libcrun/seccomp.c). */
export const MOST_ARGS = 6

/** What inputs that agree say of a call. */
export interface Stance {
  /** Their rules about it. */
  rules: readonly CallRule[]
  byDefault: FilterReturn
  /** The place of the first of the inputs. */
  first: number
}

/** What one rule says of a call. */
export interface CallRule {
  returns: FilterReturn
  args: readonly Arg[]
  includes: Readonly<Filter>
  excludes: Readonly<Filter>
}

/** Whether a call is let through by the result if any or if all inputs do so. */
export type How = 'union' | 'intersection'

/** A return value, and the place of the first input that has it. */
export interface Said {
  returns: FilterReturn
  first: number
}

/**
 * Which of two return values the result has: the more permissive one in a
 * union, the less permissive one in an intersection, and of two with the same
 * action that of the input that comes first.
 */
export function choose<T extends Said>(how: How, a: T, b: T): T {
  // The action is in the upper half.
  const [x, y] = [a, b].map(({ returns }) => permissiveness(returns) >> 16)
  if (x === y || x === undefined || y === undefined) {
    return a.first <= b.first ? a : b
  }
  return x > y === (how === 'union') ? a : b
}

/**
 * What a rule says of a call. Where an index stands twice among the conditions,
 * each of them becomes a rule of its own, as runtimes do it, so that their
 * order is kept; but not where there are so many that runtimes differ.
 *
 * @throws RangeError as `returnOf`
 */
export function callRules(rule: Rule): CallRule[] {
  const args = rule.args.map(withoutExtra)
  const indexes = new Set(args.map(arg => arg.index))
  const areAlternatives = indexes.size < args.length
  const lists =
    areAlternatives && args.length <= MOST_ARGS
      ? args.map(arg => [arg])
      : [args]
  const includes = filterOf(rule.includes)
  const excludes = filterOf(rule.excludes)
  return lists.map(list => ({
    returns: returnOf(rule),
    args: list.every(arg => isNoCondition(arg, 64))
      ? []
      : list.length > MOST_ARGS
        ? list
        : list.sort((a, b) => a.index - b.index),
    includes,
    excludes
  }))
}

/** A mask without bits leaves nothing to compare (libseccomp src/db.c). */
function isNoCondition({ op, value }: Arg, bits: 32 | 64): boolean {
  return op === 'SCMP_CMP_MASKED_EQ' && BigInt.asUintN(bits, value) === 0n
}

function withoutExtra({ index, value, valueTwo, op }: Arg): Arg {
  return { index, value, valueTwo, op }
}

function filterOf({ caps, arches, minKernel }: Filter = {}): Filter {
  return {
    ...(caps?.length && { caps: sortedUnique(caps) }),
    ...(arches?.length && { arches: sortedUnique(arches) }),
    ...(minKernel && { minKernel })
  }
}

/** A rule as a text that is equal exactly when the rule is. */
export function ruleKey({
  returns,
  args,
  includes,
  excludes
}: CallRule): string {
  const filters = [includes, excludes].map(filterKey).join(' - ')
  return args.length === 0 && filters === ' - '
    ? String(returns)
    : `${returns} (${args.map(argKey).join(', ')}) ${filters}`
}

function filterKey({ caps = [], arches = [], minKernel = '' }: Filter): string {
  return caps.length + arches.length + minKernel.length === 0
    ? ''
    : JSON.stringify([caps, arches, minKernel])
}

/** A list of rules as a text that is equal exactly when the list is. */
export function listKey(rules: readonly CallRule[]): string {
  return rules.map(ruleKey).join('; ')
}

export function isFiltered({ includes, excludes }: CallRule): boolean {
  return [includes, excludes].some(filter => Object.keys(filter).length > 0)
}

/** Whether a rule holds for all containers and all arguments. */
export function isBare(rule: CallRule): boolean {
  return rule.args.length === 0 && !isFiltered(rule)
}

/**
 * What a call gets whatever its arguments and in whatever container; undefined
 * where that depends, or where it takes a closer look.
 */
export function settledReturn({
  rules,
  byDefault
}: Stance): FilterReturn | undefined {
  if (rules.length === 0) return byDefault
  // The first rule without conditions holds, conditions before it or not.
  const bare = rules.find(isBare)
  if (bare === undefined) return undefined
  const before = rules.slice(0, rules.indexOf(bare)).filter(mayBeBare)
  return before.every(rule => rule.returns === bare.returns)
    ? bare.returns
    : undefined
}

/** Whether a rule may have no conditions for some container. */
function mayBeBare({ args }: CallRule): boolean {
  return (
    args.length === 0 ||
    args.length > MOST_ARGS ||
    args.some(arg => isNoCondition(arg, 32))
  )
}

export function bareRule(returns: FilterReturn): CallRule {
  return { returns, args: [], includes: {}, excludes: {} }
}

export const ALLOW = returnOf({ action: 'SCMP_ACT_ALLOW' })
export const LOG = returnOf({ action: 'SCMP_ACT_LOG' })
export const REFUSE = returnOf({ action: 'SCMP_ACT_ERRNO' })

/** Whether one input's return value settles whether a call is let through. */
export function isDecisive(how: How, returns: FilterReturn): boolean {
  return letsThrough(returns) === (how === 'union')
}

/** The action and the errno of a return value; the errno if it is not 1. */
export function actionOf(returns: FilterReturn): {
  action: Action
  errnoRet?: number
} {
  const before = ACTIONS_OF.get(returns)
  if (before !== undefined) return before
  const errnoRet = returns & 0xffff
  for (const action of ACTIONS) {
    if (returnOf({ action, errnoRet }) !== returns) continue
    const found = {
      action,
      ...(returnOf({ action }) !== returns && { errnoRet })
    }
    ACTIONS_OF.set(returns, found)
    return found
  }
  throw new RangeError(`no action returns ${returns}`)
}

const ACTIONS_OF = new Map<
  FilterReturn,
  { action: Action; errnoRet?: number }
>()

/** A rule as it stands in a profile. */
export function ruleOf(names: string[], rule: CallRule): Rule {
  const { returns, args, includes, excludes } = rule
  return {
    names,
    ...actionOf(returns),
    args: [...args],
    ...(Object.keys(includes).length > 0 && { includes }),
    ...(Object.keys(excludes).length > 0 && { excludes })
  }
}

/**
 * What a call gets that is treated in one way only: by a union the most, by an
 * intersection the least that any input's rule or default gives.
 */
export function extremeReturn(
  how: How,
  stances: readonly Stance[]
): FilterReturn {
  return stances
    .flatMap(({ rules, byDefault, first }) =>
      [byDefault, ...rules.map(rule => rule.returns)].map(returns => ({
        returns,
        first
      }))
    )
    .reduce((a, b) => choose(how, a, b)).returns
}

/** Sorted by a text, so that the order of the inputs does not matter. */
export function sorted<T>(
  values: readonly T[],
  keyOf: (value: T) => string
): T[] {
  return values
    .map(value => [keyOf(value), value] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, value]) => value)
}
