import { errnoOrEperm } from '../errno.ts'
import type { EngineName } from '../resolve.ts'
import type { Action, Profile, Rule } from '../types.ts'

/**
 * A filter's return value for a call, as the kernel reads it: an action in the
 * upper half, an errno or a tracer's message in the lower one (linux/seccomp.h,
 * `SECCOMP_RET_*`). Unsigned, 32 bits.
 */
export type FilterReturn = number

const ERRNO = 0x00050000
const TRACE = 0x7ff00000
const DATA = 0x0000ffff
/**
 * The greatest errno that libseccomp accepts (src/system.c,
 * `sys_chk_seccomp_action`).
 */
const MAX_ERRNO = 4094

const RETURNS: Record<Action, FilterReturn> = {
  SCMP_ACT_KILL_PROCESS: 0x80000000,
  SCMP_ACT_KILL: 0x00000000,
  SCMP_ACT_KILL_THREAD: 0x00000000,
  SCMP_ACT_TRAP: 0x00030000,
  SCMP_ACT_ERRNO: ERRNO,
  SCMP_ACT_NOTIFY: 0x7fc00000,
  SCMP_ACT_TRACE: TRACE,
  SCMP_ACT_LOG: 0x7ffc0000,
  SCMP_ACT_ALLOW: 0x7fff0000
}

export const KILL_THREAD = RETURNS.SCMP_ACT_KILL_THREAD
export const ENOSYS_RETURN = ERRNO + 38

/** Whether the kernel carries out the call. */
export function letsThrough(value: FilterReturn): boolean {
  return value === RETURNS.SCMP_ACT_ALLOW || value === RETURNS.SCMP_ACT_LOG
}

/**
 * Whether a call may get past the filter: it is carried out, or a tracer or a
 * supervisor may have it carried out, or it returns 0 as if it had been
 * (seccomp(2): SECCOMP_RET_TRACE, SECCOMP_RET_USER_NOTIF, SECCOMP_RET_ERRNO).
 */
export function passes(value: FilterReturn): boolean {
  const base = value - (value & DATA)
  return (
    letsThrough(value) ||
    base === TRACE ||
    base === RETURNS.SCMP_ACT_NOTIFY ||
    value === ERRNO
  )
}

/**
 * How much a filter allows: the kernel takes the lowest of several filters'
 * returns, in this order (seccomp(2): kill the process, kill the thread, trap,
 * errno, notify, trace, log, allow).
 *
 * @returns a number; the greater, the more is allowed
 */
export function permissiveness(value: FilterReturn): number {
  // The kernel compares them signed: KILL_PROCESS is the least.
  return value | 0
}

/**
 * The return value of a rule's action. @throws RangeError if the errno has an
 * unknown name or is out of range
 */
export function returnOf(
  rule: Pick<Rule, 'action' | 'errno' | 'errnoRet'>,
  engine: EngineName = 'podman'
): FilterReturn {
  const { action, errno, errnoRet } = rule
  return encode(action, errnoFor(engine, errno, errnoRet))
}

/** The return value of a profile's default. @throws as `returnOf` */
export function defaultReturnOf(
  profile: Profile,
  engine: EngineName = 'podman'
): FilterReturn {
  const { defaultAction, defaultErrno, defaultErrnoRet } = profile
  return encode(defaultAction, errnoFor(engine, defaultErrno, defaultErrnoRet))
}

/** moby does not know errnos by name (its `specs.LinuxSyscall`). */
function errnoFor(
  engine: EngineName,
  name: string | undefined,
  number: number | undefined
): number | string {
  return errnoOrEperm(engine === 'moby' ? undefined : name, number)
}

function encode(action: Action, errno: number | string): FilterReturn {
  if (typeof errno === 'string') throw new RangeError(errno)
  const base = RETURNS[action]
  if (base === ERRNO && (errno & DATA) > MAX_ERRNO) {
    throw new RangeError(String(errno))
  }
  return base === ERRNO || base === TRACE ? base + (errno & DATA) : base
}

/** Whether an engine may let a call past the filter that the rule matches. */
export function mayPass(rule: Pick<Rule, 'action' | 'errno' | 'errnoRet'>) {
  return valuesOf(engine => returnOf(rule, engine)).some(passes)
}

/** Whether an engine may let a call past the filter that no rule matches. */
export function defaultMayPass(profile: Profile): boolean {
  return valuesOf(engine => defaultReturnOf(profile, engine)).some(passes)
}

/** Each engine's return value; none of one that refuses the profile for it. */
export function valuesOf(
  of: (engine: EngineName) => FilterReturn
): FilterReturn[] {
  return ENGINES.flatMap(engine => {
    try {
      return of(engine)
    } catch (error) {
      if (error instanceof RangeError) return []
      throw error
    }
  })
}

const ENGINES: readonly EngineName[] = ['podman', 'moby']

/** A return value in words: `allowed`, `refused with errno 38`. */
export function describeReturn(value: FilterReturn): string {
  const data = value & DATA
  const base = value - data
  if (base === ERRNO) return `refused with errno ${data}`
  if (base === TRACE) return `left to a tracer (message ${data})`
  return WORDS.get(base) ?? `return value ${value}`
}

const WORDS = new Map<FilterReturn, string>([
  [RETURNS.SCMP_ACT_ALLOW, 'allowed'],
  [RETURNS.SCMP_ACT_LOG, 'allowed and logged'],
  [RETURNS.SCMP_ACT_NOTIFY, 'left to a supervisor'],
  [RETURNS.SCMP_ACT_TRAP, 'refused with SIGSYS'],
  [RETURNS.SCMP_ACT_KILL_THREAD, 'ends the thread'],
  [RETURNS.SCMP_ACT_KILL_PROCESS, 'ends the process']
])
