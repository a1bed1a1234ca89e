import { UserError } from '../../errors.ts'
import type { Architecture } from '../../syscalls/architectures.ts'
import { multiplexed } from '../../syscalls/multiplexed.ts'
import {
  syscallNames,
  syscallNumbers,
  syscallsByNumber
} from '../../syscalls/numbers.ts'
import { type ResolveContext, resolveRules } from '../resolve.ts'
import type { Arg, Profile, Rule } from '../types.ts'
import { checkLevels, RefusedRules } from './comparisons.ts'
import {
  defaultReturnOf,
  ENOSYS_RETURN,
  type FilterReturn,
  KILL_THREAD,
  letsThrough,
  returnOf
} from './returns.ts'
import { addRule, type Budget, newBudget, type RuleTree } from './rule-tree.ts'
import { walkTree } from './walk.ts'

/** Where a profile is loaded: the container, its engine and its runtime. */
export interface Machine extends ResolveContext {
  /** crun by default. */
  runtime?: 'crun' | 'runc'
}

/**
 * A profile as the runtime loads it into the kernel for one container: the
 * exact one of two models. ../treatment.ts is the plain one, and says when to
 * use which.
 */
export interface LoadedProfile {
  /** The architectures whose calls it knows, the machine's own first. */
  architectures: readonly Architecture[]
  /** The return value for a call that no rule names. */
  default: FilterReturn
  /**
   * The rules about each call of an architecture, by its number; by its name if
   * our tables have no number for it on any architecture.
   */
  rules: ReadonlyMap<Architecture, ReadonlyMap<number | string, RuleTree>>
  /**
   * The profile's return value for a call.
   *
   * @param call a name, or a number of the architecture's
   * @param args its arguments, unsigned 64-bit; those left out are 0
   * @returns undefined for a name that the architecture does not have
   */
  decide(
    architecture: Architecture,
    call: number | string,
    args?: readonly bigint[]
  ): FilterReturn | undefined
}

/** No runtime can load the profile. */
export class RefusedProfile extends UserError {
  constructor(message: string, hint: string) {
    super(message, { code: 'profile', hint })
  }
}

/**
 * Loads a profile as the engine and the runtime do it: the rules that count for
 * the container, one by one into libseccomp, for the machine's own architecture
 * and those that the profile names with it.
 *
 * - A rule whose action is the default is skipped.
 * - If an index occurs twice in a rule's conditions, each condition becomes a
 *   rule of its own (so they are alternatives).
 * - A call that the architecture does not have is skipped there. A call that
 *   can also be made through socketcall(2) or ipc(2) gets a second rule for
 *   that, which cannot look at the arguments behind the pointer.
 * - A call of an architecture that the filter does not know ends the thread.
 * - runc returns ENOSYS for calls that are newer than any that the profile
 *   names (its `patchbpf`).
 *
 * Source: containers/common pkg/seccomp, moby profiles/seccomp, runc
 * libcontainer/seccomp, crun src/libcrun/seccomp.c, libseccomp src/db.c.
 *
 * @throws RefusedProfile
 */
export function loadProfile(profile: Profile, machine: Machine): LoadedProfile {
  const resolved = resolveRules(profile.syscalls, machine)
  const { engine } = machine
  const byDefault = value(() => defaultReturnOf(profile, engine))
  const architectures = architecturesOn(profile, machine)
  refuseMixedEndianness(architectures)
  const rules = new Map(
    architectures.map(architecture => [
      architecture,
      new Map<number | string, RuleTree>()
    ])
  )
  const budget = newBudget()
  for (const rule of resolved) {
    const action = value(() => returnOf(rule, engine))
    if (action === byDefault) continue
    for (const name of rule.names) {
      for (const [architecture, calls] of rules) {
        const isNative = architecture === machine.architecture
        for (const args of alternatives(rule.args, machine)) {
          add(calls, { name, args, action, architecture, isNative }, budget)
        }
      }
    }
  }
  refuseEndless(rules)
  const hasStub =
    machine.runtime === 'runc' &&
    !letsThrough(byDefault) &&
    profile.defaultAction !== 'SCMP_ACT_TRACE'
  const newest = hasStub
    ? newestNamed(resolved, architectures)
    : new Map<Architecture, number>()
  const decide: LoadedProfile['decide'] = (architecture, call, args = []) => {
    const numbers = syscallNumbers(architecture)
    const calls = rules.get(architecture)
    const number =
      typeof call === 'string' && Object.hasOwn(numbers, call)
        ? numbers[call]
        : call
    if (number === undefined || calls === undefined) return KILL_THREAD
    if (typeof number === 'string' && !calls.has(number)) return undefined
    if (typeof number === 'number') {
      if (isForX32(architecture, number)) return KILL_THREAD
      if (number > (newest.get(architecture) ?? Infinity)) return ENOSYS_RETURN
    }
    const { action, tree } = calls.get(number) ?? {}
    if (action !== undefined) return action
    return (tree && walkTree(tree, args)) ?? byDefault
  }
  return { architectures, default: byDefault, rules, decide }
}

/** Whether runtimes can load a profile there. */
export function loads(profile: Profile, machine: Machine): boolean {
  try {
    loadProfile(profile, machine)
    return true
  } catch (error) {
    if (error instanceof RefusedProfile) return false
    throw error
  }
}

/** libseccomp src/db.c, `db_col_db_add`. */
function refuseMixedEndianness(architectures: readonly Architecture[]): void {
  const [native] = architectures
  const other = architectures.find(
    a => BIG_ENDIAN.has(a) !== BIG_ENDIAN.has(native ?? a)
  )
  if (native === undefined || other === undefined) return
  throw new RefusedProfile(
    `libseccomp refuses the profile: on ${native} it makes no filter for ${other}, which has the other byte order`,
    'Use `archMap`, where each entry has the architectures of one machine.'
  )
}

/** libseccomp src/arch-*.c. */
const BIG_ENDIAN: ReadonlySet<Architecture> = new Set([
  'SCMP_ARCH_M68K',
  'SCMP_ARCH_MIPS',
  'SCMP_ARCH_MIPS64',
  'SCMP_ARCH_MIPS64N32',
  'SCMP_ARCH_PARISC',
  'SCMP_ARCH_PARISC64',
  'SCMP_ARCH_PPC',
  'SCMP_ARCH_PPC64',
  'SCMP_ARCH_S390',
  'SCMP_ARCH_S390X',
  'SCMP_ARCH_SHEB'
])

function value(of: () => FilterReturn): FilterReturn {
  try {
    return of()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new RefusedProfile(
      `engines refuse the profile: ${error.message} is not an errno`,
      'Use an errno of Linux, such as EPERM or ENOSYS; as a number, up to 4094.'
    )
  }
}

/** The architectures that a filter is made for, the machine's own first. */
export function architecturesOn(
  { architectures = [], archMap = [] }: Profile,
  { architecture: native, engine = 'podman' }: ResolveContext
): Architecture[] {
  const mapped =
    engine === 'moby' || MAPPED_BY_PODMAN.has(native)
      ? archMap.find(entry => entry.architecture === native)
      : undefined
  return [
    ...new Set([native, ...architectures, ...(mapped?.subArchitectures ?? [])])
  ]
}

/** Where podman uses `archMap` (containers/common, `nativeToSeccomp`). */
const MAPPED_BY_PODMAN: ReadonlySet<Architecture> = new Set([
  'SCMP_ARCH_X86_64',
  'SCMP_ARCH_AARCH64',
  'SCMP_ARCH_MIPS64',
  'SCMP_ARCH_MIPS64N32',
  'SCMP_ARCH_MIPSEL64',
  'SCMP_ARCH_MIPSEL64N32',
  'SCMP_ARCH_S390X'
])

/** Sets of conditions: the rule holds if all conditions of any one set hold. */
function alternatives(args: readonly Arg[], { runtime }: Machine): Arg[][] {
  const indexes = new Set(args.map(arg => arg.index))
  if (indexes.size === args.length) return [[...args]]
  // crun has room for six.
  const counted = runtime === 'runc' ? args : args.slice(0, 6)
  return counted.map(arg => [arg])
}

interface NewRule {
  name: string
  args: Arg[]
  action: FilterReturn
  architecture: Architecture
  isNative: boolean
}

function add(
  calls: Map<number | string, RuleTree>,
  rule: NewRule,
  budget: Budget
): void {
  const { name, args, action, architecture, isNative } = rule
  const numbers = syscallNumbers(architecture)
  const bits = BITS_32.has(architecture) ? 32 : 64
  const addTo = (call: number | string, conditions: Arg[]) => {
    const tree = calls.get(call) ?? {}
    calls.set(call, tree)
    try {
      addRule(tree, conditions, action, bits, budget)
    } catch (error) {
      throw refused(name, error)
    }
  }
  const through = multiplexed(name, architecture)
  const multiplexer = through && numbers[through.by]
  if (through && multiplexer !== undefined) {
    const { call } = through
    const which: Arg = {
      index: 0,
      value: BigInt(call),
      valueTwo: 0n,
      op: 'SCMP_CMP_EQ'
    }
    addTo(multiplexer, [which, ...args.filter(arg => arg.index !== 0)])
  }
  const number = Object.hasOwn(numbers, name) ? numbers[name] : undefined
  if (number !== undefined) addTo(number, args)
  else if (isNative && !syscallNames().has(name)) addTo(name, args)
}

/** Walks through all trees once, to find one without an end. */
function refuseEndless(rules: LoadedProfile['rules']): void {
  for (const [architecture, calls] of rules) {
    for (const [call, { tree }] of calls) {
      try {
        if (tree) checkLevels(tree)
      } catch (error) {
        const names = syscallsByNumber(architecture)
        const name = typeof call === 'number' ? names.get(call) : call
        throw refused(name ?? '', error)
      }
    }
  }
}

function refused(call: string, error: unknown): unknown {
  if (!(error instanceof RefusedRules)) return error
  const name = `\`${call}\``
  return error.why === 'conflict'
    ? new RefusedProfile(
        `libseccomp refuses the profile: its rules about ${name} contradict each other`,
        'Two rules with different actions hold for the same arguments. Keep one of them, or put the one with fewer conditions first.'
      )
    : error.why === 'tangled'
      ? new RefusedProfile(
          `the profile has too many rules with conditions about ${name}: libseccomp would take minutes`,
          'Remove some of them, or allow the call outright.'
        )
      : new RefusedProfile(
          `libseccomp never finishes with the profile's rules about ${name}`,
          'Several rules share a condition with LT, LE, GT, GE or NE and differ in later ones. Put those with EQ or MASKED_EQ first, or remove some of them.'
        )
}

/** The architectures whose arguments have 32 bits (libseccomp src/arch-*.c). */
const BITS_32: ReadonlySet<Architecture> = new Set([
  'SCMP_ARCH_X86',
  'SCMP_ARCH_X32',
  'SCMP_ARCH_ARM',
  'SCMP_ARCH_M68K',
  'SCMP_ARCH_MIPS',
  'SCMP_ARCH_MIPS64N32',
  'SCMP_ARCH_MIPSEL',
  'SCMP_ARCH_MIPSEL64N32',
  'SCMP_ARCH_PPC',
  'SCMP_ARCH_S390',
  'SCMP_ARCH_SH',
  'SCMP_ARCH_SHEB',
  'SCMP_ARCH_PARISC'
])

/** Calls of the x32 ABI have this bit set (asm/unistd.h, X32_SYSCALL_BIT). */
function isForX32(architecture: Architecture, number: number): boolean {
  return architecture === 'SCMP_ARCH_X86_64' && number >= 0x40000000
}

/**
 * For each architecture, the greatest number of a call that rules name. runc
 * refuses those above it with ENOSYS.
 */
function newestNamed(
  rules: readonly Rule[],
  architectures: readonly Architecture[]
): Map<Architecture, number> {
  const newest = new Map<Architecture, number>()
  for (const architecture of architectures) {
    const numbers = syscallNumbers(architecture)
    for (const name of rules.flatMap(rule => rule.names)) {
      // libseccomp gives such a call a negative number.
      if (multiplexed(name, architecture)) continue
      const number = Object.hasOwn(numbers, name) ? (numbers[name] ?? 0) : 0
      if (number > (newest.get(architecture) ?? 0)) {
        newest.set(architecture, number)
      }
    }
  }
  return newest
}
