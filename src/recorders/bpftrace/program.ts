import type { Architecture } from '../../syscalls/architectures.ts'
import { callKey, COMM_KEY } from './key.ts'

/** How often a call of one program is counted; then it is known well enough. */
export const COUNT_LIMIT = 1000

/** What the kernel keeps at most, each in its map. */
export const MAX_KEYS = 65_536

/** How much bpftrace reads of a cgroup's path, in bytes. */
export const PATH_LENGTH = 127

/** The line that says that every probe is attached. */
export const READY = 'seccomp-lock: ready'

/**
 * Readings of a cgroup's path, each in a probe of its own, since 0.17 has no
 * room for two texts in one. bpftrace 0.23.0 to 0.23.5 look for it at four times
 * its place in the event (its pull request 4238), and that is 28, behind all
 * fields (`TRACE_EVENT(cgroup_mkdir)` in the kernel's
 * include/trace/events/cgroup.h). Which of them is true, each path shows: it
 * begins with a slash, and has as many names as its cgroup's level is.
 */
const PATHS = ['args->path', 'args->path - 84'] as const

/** The calls that the container's filter refuses, as far as it is watched. */
export interface WatchedDenials {
  /** What the filter returns in place of a refused call, errno(3) numbers. */
  errnos: readonly number[]
  /** Calls that it lets through with some arguments only. */
  conditional: readonly string[]
}

/**
 * A program for bpftrace, 0.17 and later, that counts the calls of all
 * processes under a seccomp filter. sys_enter comes after seccomp has let the
 * call through (kernel/entry/common.c, syscall_trace_enter), so it counts what
 * the filter allowed, and nothing from before the filter was loaded.
 *
 * Maps: `@cg` the cgroups that were made, with each reading of their paths; `@s`
 * calls by what `callKey` says and by program; `@d` refused calls by the same
 * and by what was returned. A call
 * that was counted often enough is looked up only: that costs half. Keys are
 * for decodeMaps.
 *
 * @param comment what to write into it that means nothing to bpftrace
 * @param outerFilters filters that this process, and so the runtime, too, is
 *   under already
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
    // Of the hierarchies of cgroups, number 0 is version 2's.
    ...PATHS.map(
      path =>
        `tracepoint:cgroup:cgroup_mkdir /args->root == 0/ { @cg[args->id, args->level, str(${path})] = 1; }`
    ),
    `tracepoint:raw_syscalls:sys_enter /${isFiltered} && @s[${key}] < ${COUNT_LIMIT}/ { @s[${key}]++; }`,
    ...(denials ? denialProbes(denials, isFiltered, key) : [])
  ].join('\n')
}

/**
 * A refused call has no sys_enter, and a sys_exit with the filter's errno. The
 * kernel can return the same errno for a call that it did make: such calls are
 * in `@s`, too. Only for those that the filter allows in part that does not
 * tell, and they are watched one by one.
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
    // A return from a signal handler has the number -1, and any result.
    `tracepoint:raw_syscalls:sys_exit /args->id >= 0 && (${isRefused}) && ${isFiltered}${conditional.length > 0 ? ' && @in[tid] == 0' : ''}/ { @d[${key}, args->ret] = count(); }`,
    ...(conditional.length > 0
      ? [
          `${probes('enter')} /${isFiltered}/ { @in[tid] = 1; }`,
          `${probes('exit')} /@in[tid]/ { delete(@in[tid]); }`
        ]
      : [])
  ]
}
