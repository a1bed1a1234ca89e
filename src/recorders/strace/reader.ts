import {
  type Architecture,
  SUB_ARCHITECTURES
} from '../../syscalls/architectures.ts'
import { syscallsByNumber } from '../../syscalls/numbers.ts'
import type { RecordedCall } from '../recording.ts'
import { count, toCalls } from './counts.ts'
import { parseReturn, parseStraceLine, type StraceLine } from './line.ts'
import { type Task, Tasks } from './tasks.ts'

/** What strace saw of a container. */
interface StraceResult {
  /** Whether the container's first process loaded a filter. */
  filtered: boolean
  /** Whether the container's first process was seen to end. */
  ended: boolean
  calls: RecordedCall[]
  lost: string[]
}

/** Calls that make a task, or load a filter. */
const TELLING = new Set([
  'clone',
  'clone3',
  'fork',
  'vfork',
  'prctl',
  'seccomp'
])

/**
 * Finds the calls that passed the container's filter among all calls of podman,
 * its runtime and the container. The filter is the one that the container's
 * first process loads. A call that the filter refused looks like one that
 * failed.
 */
export class StraceReader {
  private readonly native: Architecture
  private readonly first: number
  private readonly tasks: Tasks
  private filtered = false
  private ended = false
  /** Whether numbers of tasks are translated into strace's PID namespace. */
  private namespaced = false
  private garbled = 0
  private untraced = 0

  /**
   * @param native the machine's own architecture
   * @param first the container's first process
   */
  constructor(native: Architecture, first: number) {
    this.native = native
    this.first = first
    this.tasks = new Tasks(native, first)
  }

  /** Takes the next line, without its newline. */
  read(text: string): void {
    const line = parseStraceLine(text)
    if (!line) this.garbled++
    else if (line.kind !== 'nothing') this.onLine(line)
  }

  result(): StraceResult {
    const { counts, outlived } = this.tasks.result()
    return {
      filtered: this.filtered,
      ended: this.ended,
      calls: toCalls(counts, this.native),
      lost: [
        ...some(this.garbled, 'lines of strace’s output that cannot be read'),
        ...some(
          outlived,
          'processes of the container that outlived the tracing'
        ),
        ...some(
          this.untraced,
          'processes that were made untraceable (CLONE_UNTRACED)'
        )
      ]
    }
  }

  private onLine(line: Exclude<StraceLine, { kind: 'nothing' }>): void {
    const caller = this.tasks.of(line.pid, line.comm)
    switch (line.kind) {
      case 'entry':
        this.onEntry(caller, line)
        break
      case 'return': {
        const { pending } = caller
        caller.pending = undefined
        if (pending) {
          this.onReturn(caller, pending.name, pending.rest, line.rest)
        }
        break
      }
      case 'mode':
        caller.architecture = architectureOfMode(line.mode, this.native)
        break
      case 'exec':
        this.tasks.onExec(line.pid, line.by)
        break
      case 'end':
        if (line.pid === this.first) this.ended = true
        this.tasks.onEnd(line.pid, caller)
        break
    }
  }

  private onEntry(
    caller: Task,
    { comm, number, name, rest }: StraceLine & { kind: 'entry' }
  ): void {
    caller.architecture = architectureOf(
      number,
      name,
      caller.architecture,
      this.native
    )
    const known = syscallsByNumber(caller.architecture).get(number)
    const called = known ?? `#${number}`
    const counts = this.tasks.countsOf(caller)
    if (counts) count(counts, caller.architecture, called, comm)
    caller.pending = undefined
    if (!TELLING.has(called)) return
    if (rest.endsWith(UNFINISHED)) caller.pending = { name: called, rest }
    else this.onReturn(caller, called, rest, rest)
  }

  /**
   * @param rest the call from its arguments on
   * @param end the same, or the end of it that strace wrote later
   */
  private onReturn(
    caller: Task,
    name: string,
    rest: string,
    end: string
  ): void {
    const returned = parseReturn(end)
    if (name === 'prctl' || name === 'seccomp') {
      if (!returned || !loadsFilter(name, rest, returned.pid)) return
      if (caller.process !== this.first) return
      this.filtered = true
      this.tasks.onFilter(caller, FOR_ALL_THREADS.test(rest))
      return
    }
    if (/\bCLONE_UNTRACED\b/.test(rest) && caller.filtered) this.untraced++
    if (!returned) {
      const hasFailed = end.includes(' = -1 ')
      if (!caller.filtered && !hasFailed) this.tasks.onUnknownChild(caller)
      return
    }
    this.namespaced ||= returned.translated !== undefined
    const isInside = caller.filtered === true || caller.process === this.first
    // Inside, a number that was not translated belongs to some other task.
    const isForeign = this.namespaced && returned.translated === undefined
    if (isInside && isForeign) return
    this.tasks.onChild(
      caller,
      returned.translated ?? returned.pid,
      /\bCLONE_THREAD\b/.test(rest)
    )
  }
}

const UNFINISHED = '<unfinished ...>'

/**
 * Whether a call has loaded a filter, seccomp(2): with TSYNC it returns the
 * thread that could not be filtered, with NEW_LISTENER a file descriptor.
 */
function loadsFilter(name: string, rest: string, returned: number): boolean {
  return name === 'prctl'
    ? rest.startsWith('(PR_SET_SECCOMP, SECCOMP_MODE_FILTER,') && returned === 0
    : rest.startsWith('(SECCOMP_SET_MODE_FILTER,') &&
        (returned === 0 || rest.includes('SECCOMP_FILTER_FLAG_NEW_LISTENER'))
}

const FOR_ALL_THREADS = /\bSECCOMP_FILTER_FLAG_TSYNC\b/

/**
 * The table that a call is from. strace reports a process that changes its
 * mode, but not a new process that starts in the mode that another one has:
 * there the number and the name together tell.
 */
function architectureOf(
  number: number,
  name: string,
  current: Architecture,
  native: Architecture
): Architecture {
  const has = (architecture: Architecture) =>
    syscallsByNumber(architecture).get(number) === name
  if (has(current)) return current
  const others = [native, ...(SUB_ARCHITECTURES[native] ?? [])]
  return others.find(has) ?? current
}

function architectureOfMode(mode: string, native: Architecture): Architecture {
  const subs = SUB_ARCHITECTURES[native] ?? []
  if (mode === 'x32') return 'SCMP_ARCH_X32'
  return mode === '64 bit' ? native : (subs[0] ?? native)
}

function some(count: number, what: string): string[] {
  return count === 0 ? [] : [`${what}: ${count}`]
}
