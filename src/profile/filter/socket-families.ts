import type { Architecture } from '../../syscalls/architectures.ts'
import { SOCKET_FAMILIES } from '../../syscalls/danger.ts'
import { syscallNumbers } from '../../syscalls/numbers.ts'
import type { Arg, Profile, Rule } from '../types.ts'
import { loadProfile, loads, type Machine } from './load.ts'
import { type Meaning, Meanings, returnsOf, TooComplex } from './meaning.ts'
import { passes } from './returns.ts'

/**
 * The address families with which socket(2) may get past a profile's filter in
 * some kind of container, whatever its other arguments. The kernel takes the
 * lower 32 bits of the first argument (net/socket.c, `__sys_socket`).
 */
export function openFamilies(
  profile: Profile,
  kinds: readonly Machine[]
): Set<number> {
  const open = new Set<number>()
  for (const kind of kinds.filter(machine => loads(profile, machine))) {
    const { rules, default: byDefault } = loadProfile(profile, kind)
    for (const [architecture, calls] of rules) {
      const { action, tree } = calls.get(numberOn(architecture)) ?? {}
      const meanings = new Meanings()
      const whole = (): Meaning =>
        tree === undefined
          ? meanings.always(action ?? byDefault)
          : meanings.ofTree(tree, byDefault)
      for (const family of SOCKET_FAMILIES) {
        if (open.has(family)) continue
        if (isOpenFor(family, whole)) open.add(family)
      }
    }
  }
  return open
}

const numberOn = (architecture: Architecture) =>
  syscallNumbers(architecture)['socket'] ?? 'socket'

/** Undecidable rules may let it through. */
function isOpenFor(family: number, whole: () => Meaning): boolean {
  try {
    return withFamily(family, whole()).some(meaning =>
      returnsOf(meaning).some(passes)
    )
  } catch (error) {
    if (error instanceof TooComplex) return true
    throw error
  }
}

/**
 * What can be left of a meaning once the lower half of the first argument is
 * known, whatever its upper half.
 */
function withFamily(family: number, whole: Meaning): Meaning[] {
  const left = new Set([whole])
  for (const meaning of left) {
    if ('returns' in meaning || meaning.bit >= 64) continue
    const { bit, no, yes } = meaning
    left.delete(meaning)
    const isSet = ((family >>> (63 - bit)) & 1) === 1
    if (bit < 32 || !isSet) left.add(no)
    if (bit < 32 || isSet) left.add(yes)
  }
  return [...left]
}

/**
 * The families that rules allow by naming them, and not as what is left of all
 * families: a rule that allows at most half of them.
 */
export function namedFamilies(rules: readonly Rule[]): Set<number> {
  return new Set(
    rules
      .filter(rule => rule.names.includes('socket'))
      .flatMap(({ args }) => alternativesOf(args))
      .flatMap(args => {
        const about = args.filter(({ index }) => index === 0)
        const allowed = SOCKET_FAMILIES.filter(family =>
          about.every(arg => holds(arg, BigInt(family)))
        )
        return allowed.length * 2 <= SOCKET_FAMILIES.length ? allowed : []
      })
  )
}

/** Conditions on one argument are alternatives, see `loadProfile`. */
function alternativesOf(args: readonly Arg[]): Arg[][] {
  const isRepeated = new Set(args.map(arg => arg.index)).size < args.length
  return isRepeated ? args.map(arg => [arg]) : [[...args]]
}

/** Whether a condition holds, seccomp_rule_add(3). */
function holds({ op, value, valueTwo }: Arg, argument: bigint): boolean {
  switch (op) {
    case 'SCMP_CMP_NE':
      return argument !== value
    case 'SCMP_CMP_LT':
      return argument < value
    case 'SCMP_CMP_LE':
      return argument <= value
    case 'SCMP_CMP_EQ':
      return argument === value
    case 'SCMP_CMP_GE':
      return argument >= value
    case 'SCMP_CMP_GT':
      return argument > value
    case 'SCMP_CMP_MASKED_EQ':
      return (argument & value) === (valueTwo & value)
  }
}
