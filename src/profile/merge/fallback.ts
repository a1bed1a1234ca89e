import type { Place } from './places.js'
import {
  bareRule,
  type CallRule,
  extremeReturn,
  type How,
  isDecisive,
  type Stance
} from './rules.js'
import { type FilterReturn, letsThrough } from '../filter/returns.js'

/** What is to be merged, and for what. */
export interface CallMerge {
  how: How
  name: string
  /** What the result returns where no rule holds. */
  byDefault: FilterReturn
  place: Pick<Place, 'architectures' | 'isOne'>
  /**
   * Whether the result has a rule about the multiplexer, if there is one, by
   * which the call is made, too (see merge-multiplexers.ts).
   */
  isShielded: boolean
  /** Is told why the result is not exact. */
  tell: (why: string) => void
}

/** A union lets all arguments through, an intersection none. */
export function fallBack(
  { how, byDefault, tell }: CallMerge,
  stances: readonly Stance[],
  why: string
): readonly CallRule[] {
  const returns = extremeReturn(how, stances)
  if (isDecisive(how, returns)) tell(why)
  return letsThrough(returns) === letsThrough(byDefault)
    ? []
    : [bareRule(returns)]
}
