import { TooComplex } from '../filter/meaning.js'
import { type CallMerge, fallBack } from './fallback.js'
import {
  anyOf,
  bothOf,
  type Case,
  type Cases,
  conjunctionKey,
  noneOf,
  plainArg,
  TooManyCases
} from './conditions.js'
import { judgeOf } from './judge.js'
import {
  bareRule,
  type CallRule,
  choose,
  isDecisive,
  listKey,
  MOST_ARGS,
  type Said,
  sorted,
  type Stance
} from './rules.js'
import { letsThrough } from '../filter/returns.js'

/** Merges rules without filters, some of which have conditions. */
export function mergeConditions(
  merge: CallMerge,
  stances: readonly Stance[],
  open: readonly Stance[]
): readonly CallRule[] {
  const rules = open.flatMap(stance => stance.rules)
  if (rules.some(rule => rule.args.length > MOST_ARGS)) {
    const why = `a rule has more than ${MOST_ARGS} conditions, which runtimes read differently`
    return fallBack(merge, stances, why)
  }
  try {
    const { cases, isWhole } = mergedCases(merge, open)
    const judge = judgeOf(merge, stances)
    let close: readonly CallRule[] | undefined
    let isLoadable = false
    for (const candidate of candidates(merge, cases)) {
      const judgement = judge(candidate)
      if (judgement === 'exact') return candidate
      if (judgement !== 'refused') isLoadable = true
      if (judgement === 'close') close ??= candidate
    }
    const why = !isLoadable
      ? 'libseccomp does not take the rules that would say it'
      : isWhole
        ? 'rules for some of the arguments stand against each other'
        : 'a rule cannot have two bounds or values for one argument'
    if (close === undefined) return fallBack(merge, stances, why)
    merge.tell(why)
    return close
  } catch (error) {
    const isTooMuch =
      error instanceof TooManyCases || error instanceof TooComplex
    if (!isTooMuch) throw error
    return fallBack(merge, stances, 'the rules would be too many')
  }
}

/**
 * The cases in which the call gets what the result's default does not give,
 * as far as rules can say them. (Of inputs whose rules stand against each
 * other, these may be too many or too few.)
 */
function mergedCases(merge: CallMerge, open: readonly Stance[]): Cases {
  const { how, byDefault } = merge
  const pick = (a: Said, b: Said) => choose(how, a, b)
  const lists = sorted(open, ({ rules }) => listKey(rules)).map(stance =>
    casesOf(stance, !letsThrough(byDefault), pick)
  )
  const isWhole = lists.every(list => list.isWhole)
  if (isDecisive(how, byDefault)) {
    const [first, ...more] = lists
    return more.reduce(
      (all, { cases }) => {
        const both = bothOf(all.cases, cases, pick)
        return { ...both, isWhole: all.isWhole && both.isWhole }
      },
      { cases: first?.cases ?? [], isWhole }
    )
  }
  const cases = lists.flatMap(list => list.cases)
  return { cases: anyOf(cases, pick), isWhole }
}

/** In which cases an input lets a call through, or in which it does not. */
function casesOf(
  { rules, byDefault, first }: Stance,
  letThrough: boolean,
  pick: (a: Said, b: Said) => Said
): Cases {
  const cases = rules.map(rule => ({
    args: rule.args.map(plainArg),
    returns: rule.returns,
    first
  }))
  const isAsked = ({ returns }: Said) => letsThrough(returns) === letThrough
  if (letsThrough(byDefault) !== letThrough) {
    return { cases: anyOf(cases.filter(isAsked), pick), isWhole: true }
  }
  return noneOf(
    cases.filter(one => !isAsked(one)),
    { returns: byDefault, first }
  )
}

/** Lists of rules for the cases, those that say most first. */
function* candidates(
  { how, byDefault }: CallMerge,
  cases: readonly Case[]
): Generator<readonly CallRule[]> {
  const [first, ...more] = cases
  if (first === undefined) {
    yield []
    return
  }
  const orders = [
    // libseccomp comes to an end more often with equalities first, and with
    // shorter rules before longer ones.
    sorted(cases, ({ args }) => {
      const bounds = args.filter(
        ({ op }) => op !== 'SCMP_CMP_EQ' && op !== 'SCMP_CMP_MASKED_EQ'
      )
      return `${bounds.length} ${args.length} ${conjunctionKey(args)}`
    }),
    sorted(cases, ({ args }) => conjunctionKey(args))
  ]
  const one = more.reduce<Said>((a, b) => choose(how, a, b), first).returns
  for (const returnOf of [(of: Case) => of.returns, () => one]) {
    for (const order of orders) {
      yield order
        .map(of => ({ ...bareRule(returnOf(of)), args: of.args }))
        .filter(rule => rule.returns !== byDefault)
    }
  }
}
