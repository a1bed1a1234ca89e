import type { Architecture } from '../../syscalls/architectures.ts'
import { callKey, COMM_KEY } from './key.ts'

/**
 * One program's calls are counted up to this number; more need not be known.
 */
export const COUNT_LIMIT = 1000

/** The greatest number of entries that the kernel keeps in each map. */
export const MAX_KEYS = 65_536

/** How much bpftrace reads of a cgroup's path, in bytes. */
export const PATH_LENGTH = 127

/** The line that says that every probe is attached. */
export const READY = 'seccomp-lock: ready'

/**
 * Two ways to read a cgroup's path, each in a probe of its own, because 0.17
 * has no room for two texts in one. bpftrace 0.23.0 to 0.23.5 look for the path
 * at four times its offset in the event (bpftrace's pull request 4238); the
 * offset is 28, after all fields (`TRACE_EVENT(cgroup_mkdir)` in the kernel's
 * include/trace/events/cgroup.h). Each path shows which reading is correct: it
 * begins with a slash and has as many names as its cgroup's level.
 */
const PATHS = ['args->path', 'args->path - 84'] as const

/** The refused calls that are watched. */
export interface WatchedDenials {
  /** The errno(3) numbers that the filter returns for refused calls. */
  errnos: readonly number[]
  /** Calls that the filter lets through only with certain arguments. */
  conditional: readonly string[]
}

/**
 * A program for bpftrace 0.17 and later that counts the calls of all processes
 * under a seccomp filter. sys_enter comes after seccomp has let the call
 * through (kernel/entry/common.c, syscall_trace_enter), so the program counts
 * the calls that the filter allowed, and none from before the filter was
 * loaded.
 *
 * Maps: `@cg` has the cgroups that were made, with each reading of their paths;
 * `@s` has calls by `callKey` and program; `@d` has refused calls by the same
 * and by the value returned. A call that was counted often enough is only
 * looked up, which costs half. decodeMaps reads the keys.
 *
 * @param comment a comment to put into the program
 * @param outerFilters how many filters already apply to this process, and so to
 *   the runtime
 */
export function bpftraceProgram(input: {
  architecture: Architecture
  comment?: string
  outerFilters: number
  denials: WatchedDenials | undefined
}): string {
  const { architecture, comment, outerFilters, denials } = input
  const isFiltered =
    outerFilters === 0
      ? 'curtask->seccomp.mode == 2'
      : `curtask->seccomp.filter_count.counter > ${outerFilters}`
  const key = `${callKey(architecture)}, ${COMM_KEY}`
  return [
    ...(comment === undefined ? [] : [`// ${comment.replace(/\s/g, ' ')}`]),
    `BEGIN { printf("${READY}\\n"); }`,
    // The cgroup hierarchy with number 0 is version 2.
    ...PATHS.map(
      path =>
        `tracepoint:cgroup:cgroup_mkdir /args->root == 0/ { @cg[args->id, args->level, str(${path})] = 1; }`
    ),
    `tracepoint:raw_syscalls:sys_enter /${isFiltered} && @s[${key}] < ${COUNT_LIMIT}/ { @s[${key}]++; }`,
    ...(denials ? denialProbes(denials, isFiltered, key) : [])
  ].join('\n')
}

/**
 * A refused call has no sys_enter, but a sys_exit with the filter's errno. The
 * kernel can return the same errno for a call that it did carry out; such a
 * call is also in `@s`. That does not settle it for calls that the filter
 * allows only in part, so these are watched one by one.
 */
function denialProbes(
  { errnos, conditional }: WatchedDenials,
  isFiltered: string,
  key: string
): string[] {
  if (errnos.length === 0) return []
  const isRefused = errnos.map(errno => `args->ret == -${errno}`).join(' || ')
  const probes = (side: string) =>
    conditional.map(name => `tracepoint:syscalls:sys_${side}_${name}`).join(',')
  return [
    // A return from a signal handler has the number -1 and can have any result.
    `tracepoint:raw_syscalls:sys_exit /args->id >= 0 && (${isRefused}) && ${isFiltered}${conditional.length > 0 ? ' && @in[tid] == 0' : ''}/ { @d[${key}, args->ret] = count(); }`,
    ...(conditional.length > 0
      ? [
          `${probes('enter')} /${isFiltered}/ { @in[tid] = 1; }`,
          `${probes('exit')} /@in[tid]/ { delete(@in[tid]); }`
        ]
      : [])
  ]
}
