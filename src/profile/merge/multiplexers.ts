/**
 * The merge of rules about socketcall(2) and ipc(2), by which other calls are
 * made on some architectures. An input without a rule about them does not
 * simply do by default what they are for: libseccomp makes rules about them of
 * those about `socket`, `shmat` and so on. One about themselves that has no
 * conditions replaces all of these.
 */
import type { Architecture } from '../../syscalls/architectures.js'
import { multiplexed, type Multiplexed } from '../../syscalls/multiplexed.js'
import { syscallNumbers } from '../../syscalls/numbers.js'
import { TooComplex } from '../filter/meaning.js'
import { capabilitiesOf, mergeCall, MOST_CAPABILITIES } from './call.js'
import type { CallMerge } from './fallback.js'
import {
  type Judgement,
  Reader,
  subsets,
  unlessRefused,
  worst
} from './judge.js'
import type { Group, GroupStance } from './mentions.js'
import {
  ALLOW,
  bareRule,
  type CallRule,
  choose,
  extremeReturn,
  type How,
  isDecisive,
  LOG,
  REFUSE,
  type Said,
  settledReturn,
  type Stance
} from './rules.js'
import { ENOSYS_RETURN, type FilterReturn, letsThrough } from '../filter/returns.js'

/** What is said of a call that is made through a multiplexer on a machine. */
interface ThroughCall {
  stances: readonly GroupStance[]
  /** The result's rules about it. */
  rules: readonly CallRule[]
}

/** The same of all such calls, by name. */
export type Through = ReadonlyMap<string, ThroughCall>

/** By which call another is made, on architectures that have the former. */
export function multiplexerOf(name: string): Multiplexed['by'] | undefined {
  return multiplexed(name, 'SCMP_ARCH_X86')?.by
}

/**
 * As `mergeCall`, for a multiplexer.
 *
 * @param stances what the inputs say of the multiplexer itself
 */
export function mergeMultiplexer(
  merge: CallMerge,
  stances: readonly GroupStance[],
  through: Through
): readonly CallRule[] {
  const { how, byDefault, tell } = merge
  const [only, ...others] = stances
  if (only && others.length === 0 && only.rules.length > 0) return only.rules
  const own = ownReturn(how, stances)
  if (own !== undefined) {
    if (hasConditions(stances)) tell('the inputs have conditions for it')
    const rules = [...through.values()].flatMap(call => call.rules)
    const isMoot = rules.every(
      ({ args, returns }) =>
        args.length === 0 && letsThrough(returns) === letsThrough(own)
    )
    return own === byDefault && isMoot ? [] : [always(merge, own)]
  }
  const said = [...through.values()].flatMap(call => call.stances)
  if ([...stances, ...said].every(({ rules }) => rules.length === 0)) {
    const rules = mergeCall(merge, stances)
    const isMoot = ({ returns }: CallRule) =>
      letsThrough(returns) === letsThrough(byDefault)
    return rules.every(isMoot) ? [] : rules
  }
  const judgement = judgeThrough(merge, stances, through)
  if (judgement === 'exact') return []
  if (judgement === 'close') {
    tell('some inputs have rules about it and others about what it does')
    return []
  }
  tell('libseccomp does not take the rules about what it does')
  return [always(merge, how === 'union' ? ALLOW : ENOSYS_RETURN)]
}

/**
 * What a multiplexer gets by a rule of its own in the result; undefined where
 * it goes by the rules about the other calls.
 */
export function ownReturn(
  how: How,
  stances: readonly Stance[]
): FilterReturn | undefined {
  if (hasConditions(stances)) {
    const returns = extremeReturn(how, stances)
    const safe = how === 'union' ? ALLOW : ENOSYS_RETURN
    return isDecisive(how, returns) ? returns : safe
  }
  const own = stances.flatMap((stance): Said[] => {
    const returns = settledReturn(stance)
    const isSilent = stance.rules.length === 0 || returns === undefined
    return isSilent ? [] : [{ returns, first: stance.first }]
  })
  const [first, ...more] = own
  if (first === undefined) return undefined
  const { returns } = more.reduce((a, b) => choose(how, a, b), first)
  const isForAll = own.length === stances.length || isDecisive(how, returns)
  return isForAll ? returns : undefined
}

function hasConditions(stances: readonly Stance[]): boolean {
  return stances.some(stance => settledReturn(stance) === undefined)
}

/** A rule that holds whatever is said of the calls that are made through it. */
function always({ byDefault }: CallMerge, returns: FilterReturn): CallRule {
  if (returns !== byDefault) return bareRule(returns)
  // Engines pass over a rule that says what the default says.
  if (letsThrough(returns)) return bareRule(returns === ALLOW ? LOG : ALLOW)
  return bareRule(returns === REFUSE ? ENOSYS_RETURN : REFUSE)
}

/**
 * Judges a result without a rule about the multiplexer. It goes by the rules
 * about the other calls, of those inputs, too, that have one about the
 * multiplexer.
 */
function judgeThrough(
  merge: CallMerge,
  stances: readonly GroupStance[],
  through: Through
): Judgement {
  const { how, byDefault, name, place } = merge
  const isSilent = ({ rules }: GroupStance) => rules.length === 0
  const silent = new Set(stances.filter(isSilent).map(({ group }) => group))
  const isMixed = stances.some(of => !isSilent(of) && silent.has(of.group))
  const reader = new Reader()
  const defaults = [...silent].map(group => letsThrough(group.byDefault))
  const otherwise = reader.sets.judge(
    how,
    reader.sets.joinAll(how, defaults),
    letsThrough(byDefault)
  )
  const judgements = place.architectures
    .filter(architecture => Object.hasOwn(syscallNumbers(architecture), name))
    .flatMap(architecture => [
      otherwise,
      isMixed ? ('close' as const) : ('exact' as const),
      ...[...through].flatMap(([call, said]) =>
        judgeCall(merge, silent, { reader, architecture, call, said })
      )
    ])
  return worst(judgements)
}

/** Judges what is made of the rules about one call, for each container. */
function judgeCall(
  { how, byDefault, name, place }: CallMerge,
  silent: ReadonlySet<Group>,
  one: {
    reader: Reader
    architecture: Architecture
    call: string
    said: ThroughCall
  }
): Judgement[] {
  const { reader, architecture, call } = one
  const { stances, rules } = one.said
  const { sets } = reader
  const asked = capabilitiesOf(stances)
  if (asked.length > MOST_CAPABILITIES) return ['wrong']
  const judge = (capabilities: readonly string[]): Judgement => {
    const container = { architecture, capabilities }
    const read = (of: Omit<Stance, 'first'>) =>
      unlessRefused(() => reader.readThrough(name, call, of, container))
    // An input that libseccomp does not take is not for the architecture.
    const all = stances.flatMap(of => {
      const set = read(of)
      return set === undefined ? [] : { set, isHeard: silent.has(of.group) }
    })
    if (!place.isOne && all.length < stances.length) return 'exact'
    const is = read({ rules, byDefault })
    if (is === undefined) return 'refused'
    const heard = all.filter(({ isHeard }) => isHeard)
    const [byAll, byHeard] = [all, heard].map(some => {
      const wanted = some.map(({ set }) => set)
      return sets.judge(how, sets.joinAll(how, wanted), is)
    })
    const isSafe = byAll !== 'wrong' && heard.length > 0
    return (isSafe ? byHeard : byAll) ?? 'wrong'
  }
  try {
    return subsets(asked).map(judge)
  } catch (error) {
    if (error instanceof TooComplex) return ['wrong']
    throw error
  }
}
