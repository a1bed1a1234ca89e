import { isDeepStrictEqual } from 'node:util'

import { type CallRule, ruleKey, ruleOf } from './rules.js'
import type { Rule } from '../types.js'

/** What a rule says to people, or to programs other than engines. */
type Remark = Pick<Rule, 'comment' | 'extra'>

/** The comments and unknown keys that rules of the same meaning all have. */
export class Remarks {
  private readonly remarks = new Map<string, Remark>()

  /** Takes note of a rule, by its `ruleKey`. */
  readonly heed = (rule: Rule, as: CallRule, key: string): void => {
    this.agree(key, rule)
    const everywhere = keyWithoutArches(as)
    if (everywhere !== undefined) this.agree(everywhere, rule)
  }

  private agree(key: string, { comment, extra }: Remark): void {
    const before = this.remarks.get(key)
    if (before === undefined) {
      this.remarks.set(key, {
        ...(comment !== undefined && { comment }),
        ...(extra !== undefined && { extra })
      })
    } else {
      if (before.comment !== comment) delete before.comment
      if (!isDeepStrictEqual(before.extra, extra)) delete before.extra
    }
  }

  /** The rule with the remark that its likes had, on whatever architecture. */
  ruleWith(names: string[], rule: CallRule): Rule {
    const key = keyWithoutArches(rule) ?? ''
    const remark =
      this.remarks.get(ruleKey(rule)) ?? this.remarks.get(key) ?? {}
    return { ...ruleOf(names, rule), ...remark }
  }
}

/** Its `ruleKey` without the filter by architecture; undefined if it has none. */
function keyWithoutArches(rule: CallRule): string | undefined {
  const { arches: on, ...includes } = rule.includes
  const { arches: notOn, ...excludes } = rule.excludes
  if (on === undefined && notOn === undefined) return undefined
  return ruleKey({ ...rule, includes, excludes })
}
