import type { Architecture } from '../../syscalls/architectures.ts'
import { addAll, type Counts } from './counts.ts'

/** A thread, by the ID that strace sees. */
export interface Task {
  /** The thread group that it is in. */
  process: number
  /** Whether the container's filter applies to it; undefined until known. */
  filtered: boolean | undefined
  architecture: Architecture
  /** The call that it is making, if the call's result matters. */
  pending: { name: string; rest: string } | undefined
  /** Its calls from before its parent was known. */
  calls: Counts
  /** Steps to take once its parent is known, such as claiming its children. */
  whenClaimed: (() => void)[]
  /** Its name when it was first seen; empty until then. */
  comm: string
  ended: boolean
}

/**
 * Tracks which task is whose child, and so which tasks the container's filter
 * applies to: children inherit it (seccomp(2)).
 *
 * A child's number is returned to its parent, often after its own first calls,
 * and not always in strace's PID namespace (a vfork(2) whose child is gone by
 * then). Every task that the runtime made outside the container is known for
 * certain, so a task that no parent claims belongs to the container.
 */
export class Tasks {
  private readonly native: Architecture
  private readonly first: number
  private readonly tasks = new Map<number, Task>()
  /** Ended tasks whose number was reused. */
  private readonly unclaimed: Task[] = []
  /**
   * The names of tasks outside the container that ended while making another.
   */
  private readonly childless = new Set<string>()
  /** The calls of tasks that the filter applies to. */
  private readonly total: Counts = new Map()

  /**
   * @param native the machine's own architecture
   * @param first the container's first process
   */
  constructor(native: Architecture, first: number) {
    this.native = native
    this.first = first
  }

  /** The task with this number, which may be a new one. */
  of(pid: number, comm: string): Task {
    const known = this.tasks.get(pid)
    if (known && !known.ended) {
      known.comm ||= comm
      return known
    }
    if (known) this.unclaimed.push(known)
    const made: Task = {
      process: pid,
      // podman itself, which has no parent here, opens the output.
      filtered: pid === this.first || this.tasks.size === 0 ? false : undefined,
      architecture: this.native,
      pending: undefined,
      calls: new Map(),
      whenClaimed: [],
      comm,
      ended: false
    }
    this.tasks.set(pid, made)
    return made
  }

  /**
   * The counts that a task's calls go into; undefined if they are not counted.
   */
  countsOf({ filtered, calls }: Task): Counts | undefined {
    if (filtered === undefined) return calls
    return filtered ? this.total : undefined
  }

  /** A task made another, which may have ended already. */
  onChild(parent: Task, pid: number, isThread: boolean): void {
    const child = this.tasks.get(pid) ?? this.of(pid, '')
    this.claim(child, parent, isThread)
    if (child.ended) this.tasks.delete(pid)
  }

  /** A task outside the container made another whose number is unknown. */
  onUnknownChild({ comm }: Task): void {
    this.childless.add(comm)
  }

  /** The filter applies to a task of the first process, or to all of them. */
  onFilter(task: Task, forAllThreads: boolean): void {
    task.filtered = true
    if (!forAllThreads) return
    for (const other of this.tasks.values()) {
      if (other.process === this.first) other.filtered = true
    }
  }

  /** A thread executes a program, and takes the number of its process. */
  onExec(pid: number, by: number): void {
    const executing = this.tasks.get(by)
    if (!executing) return
    executing.process = pid
    this.tasks.delete(by)
    this.tasks.set(pid, executing)
  }

  onEnd(pid: number, gone: Task): void {
    if (gone.pending && !gone.filtered) this.childless.add(gone.comm)
    gone.ended = true
    if (gone.filtered !== undefined) this.tasks.delete(pid)
  }

  /**
   * All calls of the container, and the number of its tasks that have not
   * ended.
   */
  result(): { counts: Counts; outlived: number } {
    const counts: Counts = new Map()
    addAll(counts, this.total)
    let outlived = 0
    for (const left of [...this.unclaimed, ...this.tasks.values()]) {
      const { filtered, comm, calls, ended } = left
      const isOutside = comm === '' || this.childless.has(comm)
      if (filtered === false || isOutside) continue
      addAll(counts, calls)
      if (!ended) outlived++
    }
    return { counts, outlived }
  }

  private claim(child: Task, parent: Task, isThread: boolean): void {
    if (parent.filtered === undefined) {
      parent.whenClaimed.push(() => {
        this.claim(child, parent, isThread)
      })
      return
    }
    if (child.filtered !== undefined) return
    child.filtered = parent.filtered
    if (isThread) child.process = parent.process
    if (child.filtered) addAll(this.total, child.calls)
    child.calls.clear()
    for (const next of child.whenClaimed.splice(0)) next()
  }
}
