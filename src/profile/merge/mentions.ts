import { type CallRule, callRules, ruleKey, type Stance } from './rules.js'
import { type Machines, machinesOf } from './machines.js'
import { defaultReturnOf, type FilterReturn } from '../filter/returns.js'
import type { Profile, Rule } from '../types.js'

/** Profiles with one default and one set of machines. */
export interface Group {
  byDefault: FilterReturn
  machines: Machines | undefined
  /** Their places among all profiles, rising. */
  places: number[]
}

/** What profiles of one group that agree say of a call. */
export type GroupStance = Stance & { group: Group }

/** What the profiles of one group say of one call. */
interface Mention {
  group: Group
  /** How many of the group speak of it before the first that does not. */
  leading: number
  said: { list: RuleList; first: number }[]
}

/** What all profiles say of a call: the same object for calls named together. */
export interface Mentioned {
  mentions: Mention[]
  /** Whether it is so far of one profile, and can be several calls'. */
  isShared: boolean
}

/**
 * A list of rules that grows by one rule at a time. Two lists that grew from
 * one root by the same rules are the same object, so that lists are compared
 * at no cost.
 */
class RuleList {
  private longer: Map<string, RuleList> | undefined
  private whole: readonly CallRule[] | undefined

  constructor(
    private readonly before?: RuleList,
    private readonly last?: CallRule,
    private readonly key?: string
  ) {}

  with(rule: CallRule, key: string): RuleList {
    // A rule that is there already says nothing new.
    if (key === this.key) return this
    this.longer ??= new Map()
    const known = this.longer.get(key)
    if (known !== undefined) return known
    const list = new RuleList(this, rule, key)
    this.longer.set(key, list)
    return list
  }

  get rules(): readonly CallRule[] {
    return (this.whole ??= RuleList.unrolled(this))
  }

  private static unrolled(list: RuleList): readonly CallRule[] {
    const rules: CallRule[] = []
    for (let at: RuleList | undefined = list; at?.last; at = at.before) {
      rules.push(at.last)
    }
    return rules.reverse()
  }
}

/**
 * What many profiles say of each call, gathered in one pass: most profiles of
 * a merge say the same, and what they say is kept once.
 */
export class Mentions {
  readonly groups: Group[] = []
  private readonly byKey = new Map<string, Group>()
  /** The calls that some profile speaks of. */
  readonly calls = new Map<string, Mentioned>()
  private readonly root = new RuleList()

  /**
   * @param place the profile's place among all, greater than those before
   * @param heed is told of each rule, with its `ruleKey`
   * @throws RangeError for an errno by a name that is none
   */
  add(
    profile: Profile,
    place: number,
    heed: (rule: Rule, as: CallRule, key: string) => void
  ): void {
    const group = this.groupOf(profile)
    const ordinal = group.places.push(place) - 1
    const lists = new Map<string, RuleList>()
    for (const rule of profile.syscalls) {
      for (const as of callRules(rule)) {
        const key = ruleKey(as)
        heed(rule, as, key)
        // A rule that says what the default says is passed over by engines.
        if (as.returns === group.byDefault) continue
        for (const name of rule.names) {
          lists.set(name, (lists.get(name) ?? this.root).with(as, key))
        }
      }
    }
    const fresh = new Map<RuleList, Mentioned>()
    for (const [name, list] of lists) {
      const known = this.calls.get(name)
      if (known !== undefined) {
        const own = known.isShared ? this.unshared(name, known) : known
        mention(own, { group, ordinal, list, place })
        continue
      }
      let shared = fresh.get(list)
      if (shared === undefined) {
        shared = { mentions: [], isShared: true }
        mention(shared, { group, ordinal, list, place })
        fresh.set(list, shared)
      }
      this.calls.set(name, shared)
    }
  }

  private unshared(name: string, { mentions }: Mentioned): Mentioned {
    const own = {
      mentions: mentions.map(one => ({ ...one, said: [...one.said] })),
      isShared: false
    }
    this.calls.set(name, own)
    return own
  }

  private groupOf(profile: Profile): Group {
    const { architectures, archMap } = profile
    const byDefault = defaultReturnOf(profile)
    const key = JSON.stringify([byDefault, architectures, archMap])
    const known = this.byKey.get(key)
    if (known !== undefined) return known
    const group = { byDefault, machines: machinesOf(profile), places: [] }
    this.byKey.set(key, group)
    this.groups.push(group)
    return group
  }

  /** What the profiles say of a call, each thing once for each group. */
  stances({ mentions }: Mentioned): GroupStance[] {
    return this.groups.flatMap(group => {
      const { byDefault, places } = group
      const mention = mentions.find(mention => mention.group === group)
      const stances = (mention?.said ?? []).map(({ list, first }) => ({
        group,
        rules: list.rules,
        byDefault,
        first
      }))
      const silent = places[mention?.leading ?? 0]
      return silent === undefined
        ? stances
        : [...stances, { group, rules: [], byDefault, first: silent }]
    })
  }
}

/** Of a call of which no profile speaks. */
export const NOTHING: Mentioned = { mentions: [], isShared: true }

/** Adds what one profile says; `ordinal` is its place in its group. */
function mention(
  { mentions }: Mentioned,
  one: { group: Group; ordinal: number; list: RuleList; place: number }
): void {
  const { group, ordinal, list, place } = one
  let known = mentions.find(mention => mention.group === group)
  if (known === undefined) {
    known = { group, leading: 0, said: [] }
    mentions.push(known)
  }
  if (known.leading === ordinal) known.leading++
  if (!known.said.some(said => said.list === list)) {
    known.said.push({ list, first: place })
  }
}
