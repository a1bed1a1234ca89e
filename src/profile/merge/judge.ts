/** What rules let through, by what libseccomp makes of them. */
import type { Architecture } from '../../syscalls/architectures.js'
import { multiplexed } from '../../syscalls/multiplexed.js'
import { syscallNumbers } from '../../syscalls/numbers.js'
import { loadProfile, RefusedProfile } from '../filter/load.js'
import { Meanings } from '../filter/meaning.js'
import type { CallMerge } from './fallback.js'
import { actionOf, type CallRule, ruleOf, type Stance } from './rules.js'
import { type ArgumentSet, ArgumentSets, type Nearness } from './sets.js'
import type { RuleTree } from '../filter/rule-tree.js'
import type { Rule } from '../types.js'

/** A container, as far as rules are chosen by it. */
interface Container {
  architecture: Architecture
  capabilities: readonly string[]
}

/** Rules, and what is returned where none of them holds. */
type Rules = Omit<Stance, 'first'>

/** Finds out what rules let through. */
export class Reader {
  readonly sets = new ArgumentSets()
  private readonly meanings = new Meanings()

  /**
   * The arguments with which a call is let through.
   *
   * @throws RefusedProfile where libseccomp does not take the rules
   * @throws TooComplex
   */
  read(name: string, rules: Rules, container: Container): ArgumentSet {
    const calls = load(name, rules, { ...container, isShielded: true })
    const number = syscallNumbers(container.architecture)[name]
    const tree =
      number === undefined ? [...calls.values()][0] : calls.get(number)
    return this.letThrough(tree, rules)
  }

  /** The same of the multiplexer's rules that are made of those of a call. */
  readThrough(
    multiplexer: string,
    name: string,
    rules: Rules,
    container: Container
  ): ArgumentSet {
    const calls = load(name, rules, { ...container, isShielded: false })
    const number = syscallNumbers(container.architecture)[multiplexer]
    return this.letThrough(calls.get(number ?? multiplexer), rules)
  }

  private letThrough(
    { action, tree }: RuleTree = {},
    { byDefault }: Rules
  ): ArgumentSet {
    const meaning =
      action === undefined && tree
        ? this.meanings.ofTree(tree, byDefault)
        : this.meanings.always(action ?? byDefault)
    return this.sets.letThrough(meaning)
  }
}

/**
 * What libseccomp makes of the rules about a call, by number.
 *
 * @param how `isShielded` leaves out what it makes of them for a multiplexer
 * @throws RefusedProfile
 */
function load(
  name: string,
  { rules, byDefault }: Rules,
  { isShielded, ...container }: Container & { isShielded: boolean }
): Map<number | string, RuleTree> {
  const { architecture } = container
  const { action, errnoRet } = actionOf(byDefault)
  const hasTable = Object.keys(syscallNumbers(architecture)).length > 0
  // Where we know no numbers, a name that is no call's stands for any call.
  const names = [hasTable ? name : '?']
  const multiplexer = multiplexed(name, architecture)?.by
  const shield: Rule[] =
    isShielded && multiplexer
      ? [
          {
            names: [multiplexer],
            action:
              action === 'SCMP_ACT_TRAP' ? 'SCMP_ACT_KILL' : 'SCMP_ACT_TRAP',
            args: []
          }
        ]
      : []
  const loaded = loadProfile(
    {
      defaultAction: action,
      ...(errnoRet !== undefined && { defaultErrnoRet: errnoRet }),
      syscalls: [...shield, ...rules.map(rule => ruleOf(names, rule))]
    },
    container
  )
  const calls = new Map(loaded.rules.get(architecture))
  if (isShielded && multiplexer) {
    calls.delete(syscallNumbers(architecture)[multiplexer] ?? multiplexer)
  }
  return calls
}

/** What is made, or undefined where libseccomp does not take the rules. */
export function unlessRefused<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch (error) {
    if (error instanceof RefusedProfile) return undefined
    throw error
  }
}

/**
 * Whether libseccomp takes an input's rules as the result's, for architectures
 * that the input itself may not be for, too.
 */
export function isLoadable(
  { name, byDefault, place, isShielded }: CallMerge,
  rules: readonly CallRule[],
  capabilities: readonly string[]
): boolean {
  if (rules.length === 1 && rules.every(rule => rule.args.length === 0)) {
    return true
  }
  // Where a filter is for one of the architectures, the input was taken there.
  const architectures = place.isOne ? place.architectures : []
  return architectures.every(architecture =>
    subsets(capabilities).every(capabilities =>
      unlessRefused(() =>
        load(
          name,
          { rules, byDefault },
          { architecture, capabilities, isShielded }
        )
      )
    )
  )
}

export function subsets<T>(values: readonly T[]): T[][] {
  return values.reduce<T[][]>(
    (sets, value) => sets.flatMap(set => [set, [...set, value]]),
    [[]]
  )
}

/** How near rules come to the inputs, if libseccomp takes them. */
export type Judgement = Nearness | 'refused'

/**
 * Judges rules by what they and those of the inputs let through on every
 * architecture of a machine. An input whose rules libseccomp does not take for
 * an architecture below the machine's own is not for that one.
 *
 * @throws RefusedProfile where libseccomp does not take an input's rules
 * @throws TooComplex
 */
export function judgeOf(
  merge: CallMerge,
  stances: readonly Stance[]
): (rules: readonly CallRule[]) => Judgement {
  const { how, name, byDefault, place } = merge
  const reader = new Reader()
  const views = place.architectures.map((architecture, index) => {
    const container = { architecture, capabilities: [] }
    const read = (stance: Rules) => reader.read(name, stance, container)
    const inputs = stances.flatMap(stance =>
      index === 0 ? read(stance) : (unlessRefused(() => read(stance)) ?? [])
    )
    const wanted = reader.sets.joinAll(how, inputs)
    return { read, wanted, isForAll: inputs.length === stances.length }
  })
  return rules => {
    if (!isLoadable(merge, rules, [])) return 'refused'
    return worst(
      views.map(({ read, wanted, isForAll }) => {
        if (!place.isOne && !isForAll) return 'exact'
        const is = unlessRefused(() => read({ rules, byDefault }))
        if (is === undefined) return 'refused'
        return reader.sets.judge(how, wanted, is)
      })
    )
  }
}

export function worst(judgements: readonly Judgement[]): Judgement {
  const order: readonly Judgement[] = ['refused', 'wrong', 'close']
  return order.find(one => judgements.includes(one)) ?? 'exact'
}
