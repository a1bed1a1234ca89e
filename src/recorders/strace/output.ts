import {
  type Architecture,
  SUB_ARCHITECTURES
} from '../../syscalls/architectures.ts'
import { syscallsByNumber } from '../../syscalls/numbers.ts'
import { uniteCalls } from '../counts.ts'
import type { RecordedCall } from '../recording.ts'
import { parseReturn, parseStraceLine, type StraceLine } from './line.ts'

/** What strace saw of a container. */
interface StraceResult {
  /** Whether the container's first process loaded a filter. */
  filtered: boolean
  /** Whether the container's first process was seen to end. */
  ended: boolean
  calls: RecordedCall[]
  lost: string[]
}

export interface StraceReader {
  /** Takes the next line, without its newline. */
  read(line: string): void
  result(): StraceResult
}

/** A thread, by the ID that strace sees. */
interface Task {
  /** The thread group that it is in. */
  process: number
  /** Whether the container's filter holds for it; undefined until it is known. */
  filtered: boolean | undefined
  architecture: Architecture
  /** The call that it is in, where its outcome matters. */
  pending: { name: string; rest: string } | undefined
  /** What it called before its parent was known. */
  calls: Counts
  /** What to do once its parent is known, such as to claim its children. */
  whenClaimed: (() => void)[]
  /** Its name when it was first seen; empty while it was not. */
  comm: string
  ended: boolean
}

/** How often which program made a call, by architecture and name. */
type Counts = Map<string, Map<string, number>>

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
 * Finds the calls that passed the container's filter in all that podman, its
 * runtime and the container did. The filter is the one that the container's
 * first process loads; its children inherit it (seccomp(2)). A call that the
 * filter refused looks like one that failed.
 *
 * A child's number is returned to its parent, often after its own first calls,
 * and not always in strace's PID namespace (a vfork(2) whose child is gone by
 * then). All that the runtime made outside the container is known for sure, so
 * a task that nobody claims is the container's.
 *
 * @param native the machine's own architecture
 * @param first the container's first process
 */
export function createStraceReader(
  native: Architecture,
  first: number
): StraceReader {
  const tasks = new Map<number, Task>()
  const unclaimed: Task[] = []
  /** The names of tasks outside that ended while they made another. */
  const childless = new Set<string>()
  const total: Counts = new Map()
  let [filtered, ended, namespaced] = [false, false, false]
  let [garbled, untraced] = [0, 0]

  const task = (pid: number, comm: string): Task => {
    const known = tasks.get(pid)
    if (known && !known.ended) {
      known.comm ||= comm
      return known
    }
    // The number has been given out again.
    if (known) unclaimed.push(known)
    const made: Task = {
      process: pid,
      // podman itself, which has no parent here, opens the output.
      filtered: pid === first || tasks.size === 0 ? false : undefined,
      architecture: native,
      pending: undefined,
      calls: new Map(),
      whenClaimed: [],
      comm,
      ended: false
    }
    tasks.set(pid, made)
    return made
  }

  const claim = (child: Task, parent: Task, isThread: boolean) => {
    if (parent.filtered === undefined) {
      parent.whenClaimed.push(() => {
        claim(child, parent, isThread)
      })
      return
    }
    if (child.filtered !== undefined) return
    child.filtered = parent.filtered
    if (isThread) child.process = parent.process
    if (child.filtered) addAll(total, child.calls)
    child.calls.clear()
    for (const next of child.whenClaimed.splice(0)) next()
  }

  const onReturn = (caller: Task, name: string, rest: string, end: string) => {
    const returned = parseReturn(end)
    if (name === 'prctl' || name === 'seccomp') {
      if (!returned || !loadsFilter(name, rest, returned.pid)) return
      if (caller.process !== first) return
      filtered = true
      caller.filtered = true
      if (!FOR_ALL_THREADS.test(rest)) return
      for (const other of tasks.values()) {
        if (other.process === first) other.filtered = true
      }
      return
    }
    if (/\bCLONE_UNTRACED\b/.test(rest) && caller.filtered) untraced++
    if (!returned) {
      if (!caller.filtered && !end.includes(' = -1 '))
        childless.add(caller.comm)
      return
    }
    namespaced ||= returned.translated !== undefined
    const isInside = caller.filtered === true || caller.process === first
    // Inside, a number that was not translated is some other task's.
    if (isInside && namespaced && returned.translated === undefined) return
    const pid = returned.translated ?? returned.pid
    const child = tasks.get(pid) ?? task(pid, '')
    claim(child, caller, /\bCLONE_THREAD\b/.test(rest))
    if (child.ended) tasks.delete(pid)
  }

  const onEntry = (
    caller: Task,
    { comm, number, name, rest }: StraceLine & { kind: 'entry' }
  ) => {
    caller.architecture = architectureOf(
      number,
      name,
      caller.architecture,
      native
    )
    const known = syscallsByNumber(caller.architecture).get(number)
    const called = known ?? `#${number}`
    if (caller.filtered !== false) {
      const counts = caller.filtered ? total : caller.calls
      add(counts, `${caller.architecture} ${called}`, comm, 1)
    }
    caller.pending = undefined
    if (!TELLING.has(called)) return
    if (rest.endsWith(UNFINISHED)) caller.pending = { name: called, rest }
    else onReturn(caller, called, rest, rest)
  }

  const onEnd = (pid: number, gone: Task) => {
    if (pid === first) ended = true
    if (gone.pending && !gone.filtered) childless.add(gone.comm)
    gone.ended = true
    if (gone.filtered !== undefined) tasks.delete(pid)
  }

  const onExec = (pid: number, by: number) => {
    const executing = tasks.get(by)
    if (!executing) return
    executing.process = pid
    tasks.delete(by)
    tasks.set(pid, executing)
  }

  return {
    read(text) {
      const line = parseStraceLine(text)
      if (!line) {
        garbled++
        return
      }
      if (line.kind === 'nothing') return
      const caller = task(line.pid, line.comm)
      if (line.kind === 'entry') onEntry(caller, line)
      if (line.kind === 'return' && caller.pending) {
        const { name, rest } = caller.pending
        caller.pending = undefined
        onReturn(caller, name, rest, line.rest)
      }
      if (line.kind === 'mode') {
        caller.architecture = architectureOfMode(line.mode, native)
      }
      if (line.kind === 'exec') onExec(line.pid, line.by)
      if (line.kind === 'end') onEnd(line.pid, caller)
    },
    result() {
      const counts: Counts = new Map()
      addAll(counts, total)
      let outlived = 0
      for (const left of [...unclaimed, ...tasks.values()]) {
        const { filtered, comm, calls } = left
        if (filtered === false || comm === '' || childless.has(comm)) continue
        addAll(counts, calls)
        if (!left.ended) outlived++
      }
      return {
        filtered,
        ended,
        calls: toCalls(counts, native),
        lost: [
          ...some(garbled, 'lines of strace’s output that cannot be read'),
          ...some(
            outlived,
            'processes of the container that outlived the tracing'
          ),
          ...some(
            untraced,
            'processes that were made untraceable (CLONE_UNTRACED)'
          )
        ]
      }
    }
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
 * The table that a call is from. strace tells when a process changes its mode,
 * but not of a new process that starts in the mode that another one has: there
 * number and name together tell.
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

function add(counts: Counts, call: string, comm: string, count: number): void {
  let programs = counts.get(call)
  if (!programs) counts.set(call, (programs = new Map<string, number>()))
  programs.set(comm, (programs.get(comm) ?? 0) + count)
}

function addAll(to: Counts, from: Counts): void {
  for (const [call, programs] of from) {
    for (const [comm, count] of programs) add(to, call, comm, count)
  }
}

function toCalls(counts: Counts, native: Architecture): RecordedCall[] {
  return uniteCalls(
    [...counts].map(([key, programs]) => {
      const [architecture, name] = key.split(' ') as [Architecture, string]
      return {
        name,
        ...(architecture === native ? {} : { architecture }),
        programs: [...programs]
          .filter(([comm]) => comm !== '')
          .map(([comm, count]) => ({ comm, count }))
      }
    })
  )
}

function some(count: number, what: string): string[] {
  return count === 0 ? [] : [`${what}: ${count}`]
}
