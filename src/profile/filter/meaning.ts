import type { Comparison } from './comparisons.ts'
import { levelOf } from './comparisons.ts'
import type { FilterReturn } from './returns.ts'

/**
 * A filter's return value for each combination of a call's arguments, as a
 * decision diagram: bits of the arguments are tested one after another, always
 * in the same order, and no two nodes are equal. So two sets of rules mean the
 * same exactly if their diagrams are the same object.
 */
export type Meaning = Leaf | Question

interface Leaf {
  id: number
  returns: FilterReturn | boolean
}

interface Question {
  id: number
  /** Counts 64 for each earlier argument; upper bits come first. */
  bit: number
  no: Meaning
  yes: Meaning
}

/** The rules about a call are too many and too complex to compare. */
export class TooComplex extends Error {}

/** The limit for one call; more would take a second, and much memory. */
const MOST_STEPS = 100_000

/** The limit for all calls of a comparison, which stops hostile profiles. */
export const newSteps = (): Steps => ({ left: 1_000_000 })

/** The steps that a comparison has left. */
export interface Steps {
  left: number
}

/** Makes meanings that can be compared with one another. */
export class Meanings {
  private readonly leaves = new Map<FilterReturn | boolean, Leaf>()
  private readonly questions = new Map<string, Question>()
  private readonly choices = new Map<string, Meaning>()
  private ids = 0

  private readonly steps: Steps

  constructor(steps: Steps = newSteps()) {
    this.steps = steps
  }

  /** The same return value whatever the arguments. */
  always(returns: FilterReturn): Meaning {
    return this.leaf(returns)
  }

  /**
   * The return values of libseccomp's tree, with `byDefault` where no rule
   * holds.
   *
   * @throws TooComplex
   */
  ofTree(root: Comparison, byDefault: FilterReturn): Meaning {
    return this.level(root, this.leaf(byDefault), new Map())
  }

  private level(
    root: Comparison,
    after: Meaning,
    known: Map<string, Meaning>,
    names = new Map<Comparison, number>()
  ): Meaning {
    // A branch can hang in several places.
    const name = names.get(root) ?? names.size
    names.set(root, name)
    const key = `${name} ${after.id}`
    const before = known.get(key)
    if (before !== undefined) return before
    let meaning = after
    for (const node of levelOf(root).toReversed()) {
      const { onTrue, onFalse, ifTrue, ifFalse } = node
      const rest = meaning
      const lead = (next?: Comparison, action?: FilterReturn) => {
        if (next !== undefined) return this.level(next, rest, known, names)
        return action === undefined ? rest : this.leaf(action)
      }
      meaning = this.choose(
        this.condition(node),
        lead(ifTrue, onTrue),
        lead(ifFalse, onFalse)
      )
    }
    known.set(key, meaning)
    return meaning
  }

  /** True for the arguments for which the comparison holds. */
  private condition({ half, test, mask, datum }: Comparison): Meaning {
    const [yes, no] = [this.leaf(true), this.leaf(false)]
    let meaning: Meaning = test === 'greater' ? no : yes
    const first = (half >> 1) * 64 + (half % 2 === 1 ? 0 : 32)
    for (let power = 0; power < 32; power++) {
      if (((mask >>> power) & 1) === 0) continue
      const isSet = ((datum >>> power) & 1) === 1
      const bit = first + 31 - power
      if (test === 'equal' || test === 'masked') {
        meaning = this.ask(bit, isSet ? no : meaning, isSet ? meaning : no)
      } else {
        meaning = this.ask(bit, isSet ? no : meaning, isSet ? meaning : yes)
      }
    }
    return meaning
  }

  private leaf(returns: FilterReturn | boolean): Leaf {
    const known = this.leaves.get(returns)
    if (known !== undefined) return known
    const leaf = { id: this.ids++, returns }
    this.leaves.set(returns, leaf)
    return leaf
  }

  private ask(bit: number, no: Meaning, yes: Meaning): Meaning {
    if (no === yes) return no
    const key = `${bit} ${no.id} ${yes.id}`
    const known = this.questions.get(key)
    if (known !== undefined) return known
    const question = { id: this.ids++, bit, no, yes }
    this.questions.set(key, question)
    return question
  }

  /** `yes` where `condition` is true, `no` elsewhere. */
  private choose(condition: Meaning, yes: Meaning, no: Meaning): Meaning {
    if ('returns' in condition) return condition.returns === true ? yes : no
    if (yes === no) return yes
    const key = `${condition.id} ${yes.id} ${no.id}`
    const known = this.choices.get(key)
    if (known !== undefined) return known
    const isTooMuch = this.choices.size >= MOST_STEPS || this.steps.left <= 0
    if (isTooMuch) throw new TooComplex()
    this.steps.left--
    const bit = Math.min(bitOf(condition), bitOf(yes), bitOf(no))
    const meaning = this.ask(
      bit,
      this.choose(
        side(condition, bit, 'no'),
        side(yes, bit, 'no'),
        side(no, bit, 'no')
      ),
      this.choose(
        side(condition, bit, 'yes'),
        side(yes, bit, 'yes'),
        side(no, bit, 'yes')
      )
    )
    this.choices.set(key, meaning)
    return meaning
  }
}

function bitOf(meaning: Meaning): number {
  return 'returns' in meaning ? Infinity : meaning.bit
}

function side(meaning: Meaning, bit: number, answer: 'no' | 'yes'): Meaning {
  return !('returns' in meaning) && meaning.bit === bit
    ? meaning[answer]
    : meaning
}

/** Two return values that the same arguments get from two filters. */
export type Pair = readonly [before: FilterReturn, after: FilterReturn]

/** All pairs of return values that some arguments get, each once. */
export function pairsOf(before: Meaning, after: Meaning): Pair[] {
  const pairs = new Map<string, Pair>()
  const seen = new Set<string>()
  const visit = (a: Meaning, b: Meaning): void => {
    const key = `${a.id} ${b.id}`
    if (seen.has(key)) return
    seen.add(key)
    if ('returns' in a && 'returns' in b) {
      pairs.set(key, [Number(a.returns), Number(b.returns)])
      return
    }
    const bit = Math.min(bitOf(a), bitOf(b))
    visit(side(a, bit, 'no'), side(b, bit, 'no'))
    visit(side(a, bit, 'yes'), side(b, bit, 'yes'))
  }
  visit(before, after)
  return [...pairs.values()]
}

/** The return values that some arguments get, each once. */
export function returnsOf(meaning: Meaning): FilterReturn[] {
  return pairsOf(meaning, meaning).map(([returns]) => returns)
}
