import { type Meaning, TooComplex } from '../filter/meaning.js'
import { letsThrough } from '../filter/returns.js'

/**
 * A set of combinations of a call's arguments: all, none, or a decision
 * diagram over their bits as in meaning.ts. Of one maker, two sets are equal
 * exactly if they are the same object.
 */
export type ArgumentSet = boolean | Question

interface Question {
  id: number
  bit: number
  no: ArgumentSet
  yes: ArgumentSet
}

/** Whether a set is the wanted one, or larger (union) or smaller at least. */
export type Nearness = 'exact' | 'close' | 'wrong'

/** No real profile comes near; a hostile one must not take all memory. */
const MOST_NODES = 200_000

/** Makes sets that can be compared with one another. */
export class ArgumentSets {
  private readonly questions = new Map<string, Question>()
  private readonly joined = new Map<string, ArgumentSet>()
  private readonly known = new Map<Meaning, ArgumentSet>()

  /** The arguments with which a call is let through. @throws TooComplex */
  letThrough(meaning: Meaning): ArgumentSet {
    if ('returns' in meaning) return letsThrough(Number(meaning.returns))
    const before = this.known.get(meaning)
    if (before !== undefined) return before
    const { bit, no, yes } = meaning
    const set = this.ask(bit, this.letThrough(no), this.letThrough(yes))
    this.known.set(meaning, set)
    return set
  }

  /** @throws TooComplex */
  join(
    how: 'union' | 'intersection',
    a: ArgumentSet,
    b: ArgumentSet
  ): ArgumentSet {
    const winning = how === 'union'
    if (a === b || a === winning || b === !winning) return a
    if (typeof a === 'boolean' || typeof b === 'boolean') return b
    const key = `${how} ${a.id} ${b.id}`
    const before = this.joined.get(key)
    if (before !== undefined) return before
    const bit = Math.min(a.bit, b.bit)
    const side = (answer: 'no' | 'yes') =>
      this.join(
        how,
        a.bit === bit ? a[answer] : a,
        b.bit === bit ? b[answer] : b
      )
    const set = this.ask(bit, side('no'), side('yes'))
    this.joined.set(key, set)
    return set
  }

  /** @throws TooComplex */
  joinAll(
    how: 'union' | 'intersection',
    sets: readonly ArgumentSet[]
  ): ArgumentSet {
    return sets.reduce((a, b) => this.join(how, a, b), how !== 'union')
  }

  /** @throws TooComplex */
  judge(
    how: 'union' | 'intersection',
    wanted: ArgumentSet,
    is: ArgumentSet
  ): Nearness {
    if (wanted === is) return 'exact'
    return this.join(how, wanted, is) === is ? 'close' : 'wrong'
  }

  private ask(bit: number, no: ArgumentSet, yes: ArgumentSet): ArgumentSet {
    if (no === yes) return no
    const key = `${bit} ${idOf(no)} ${idOf(yes)}`
    const known = this.questions.get(key)
    if (known !== undefined) return known
    if (this.questions.size >= MOST_NODES) throw new TooComplex()
    const question = { id: this.questions.size, bit, no, yes }
    this.questions.set(key, question)
    return question
  }
}

function idOf(set: ArgumentSet): string | number {
  return typeof set === 'boolean' ? String(set) : set.id
}
