import fs from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

import { type Background, startBackground } from '../background.js'
import { checkBpftrace } from '../checks/tracers.js'
import { abortError, UserError } from '../errors.js'
import { decodeMaps, observationOf } from './bpftrace-output.js'
import {
  bpftraceProgram,
  MAX_KEYS,
  READY,
  type WatchedDenials
} from './bpftrace-program.js'
import type { Host, Recorder, RecorderSession, Start } from './recorder.js'

/**
 * Records with bpftrace: exactly the calls that pass the container's filter.
 *
 * @param denials what to watch of what the filter refuses, if anything; that
 *   makes every call of the container slower once more
 */
export function createBpftraceRecorder(
  host: Host,
  denials: WatchedDenials | undefined
): Recorder {
  return {
    name: 'bpftrace',
    preflight: () => checkBpftrace(host),
    start: start => startBpftrace(host, denials, start)
  }
}

/**
 * Longer names of cgroups are cut off; more does not fit on the BPF stack
 * beside the rest. Older and newer versions call the settings by other names.
 */
const SETTINGS = {
  BPFTRACE_STRLEN: '128',
  BPFTRACE_MAX_STRLEN: '128',
  BPFTRACE_MAP_KEYS_MAX: String(MAX_KEYS),
  BPFTRACE_MAX_MAP_KEYS: String(MAX_KEYS)
}

/** How long bpftrace may take to attach, and to print what it has. */
const LIMIT_MS = 60_000

async function startBpftrace(
  host: Host,
  denials: WatchedDenials | undefined,
  { signal }: Start
): Promise<RecorderSession> {
  const { architecture, sudo, environment } = host
  // Ends when its input is closed: by us, or because we are no more.
  const sentinel = startBackground(['cat'], environment)
  const program = bpftraceProgram({
    architecture,
    sentinel: sentinel.pid ?? 0,
    outerFilters: await outerFilters(),
    denials
  })
  const command = ['bpftrace', '-f', 'json', '-e', program]
  const settings = Object.entries(SETTINGS).map(pair => pair.join('='))
  const tracer = startBackground(
    sudo ? ['sudo', '-n', ...settings, ...command] : command,
    { ...environment, ...SETTINGS }
  )
  const close = async () => {
    sentinel.closeInput()
    if (await endsWithin(tracer, LIMIT_MS)) return
    // Without sudo it is ours to end.
    tracer.kill('SIGKILL')
  }
  try {
    await untilReady(tracer, signal)
  } catch (error) {
    await close()
    throw error
  }
  return {
    options: [],
    wrap: argv => argv,
    explain: () => Promise.resolve(undefined),
    close,
    async finish(containerId) {
      if (!tracer.isRunning()) throw await died(tracer)
      const missed = await missedEvents(tracer.pid)
      sentinel.closeInput()
      const lines = await withinLimit(rest(tracer), 'print what it recorded')
      const { code } = await tracer.ended
      if (code !== 0) throw await died(tracer)
      const { isSeen, calls, denied, lost } = observationOf(
        decodeMaps(lines),
        containerId,
        architecture,
        denials?.conditional
      )
      if (!isSeen) {
        throw new UserError(
          `bpftrace did not see the cgroup of the container ${containerId.slice(0, 12)}`,
          {
            hint: 'The container must have a cgroup (version 2) of its own: leave `--cgroups` and `--cgroup-parent` out of `run-args`.'
          }
        )
      }
      return {
        calls,
        denied,
        lost: [
          ...lost,
          ...(calls.some(({ name }) => name.startsWith('execve'))
            ? []
            : ['bpftrace saw no `execve`, with which every container starts']),
          ...(missed ? [missedSentence(missed)] : [])
        ],
        blind:
          missed === undefined
            ? [
                'bpftrace runs through sudo here, so whether the kernel passed over events for it could not be looked up.'
              ]
            : []
      }
    }
  }
}

/** Filters that this process is under, proc_pid_status(5), since Linux 5.9. */
async function outerFilters(): Promise<number> {
  const status = await fs.readFile('/proc/self/status', 'utf8')
  return Number(/^Seccomp_filters:\s*(\d+)/m.exec(status)?.[1] ?? 0)
}

async function untilReady(tracer: Background, signal: AbortSignal) {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(abortError(signal))
    })
  })
  aborted.catch(() => undefined)
  const ready = async () => {
    for (;;) {
      const { value: line, done } = await tracer.lines.next()
      if (done) throw await died(tracer)
      if (line.includes(READY)) return
    }
  }
  await Promise.race([withinLimit(ready(), 'attach'), aborted])
}

async function rest({ lines }: Background): Promise<string[]> {
  const all: string[] = []
  for (;;) {
    const { value, done } = await lines.next()
    if (done) return all
    all.push(value)
  }
}

async function withinLimit<T>(work: Promise<T>, what: string): Promise<T> {
  const timer = new AbortController()
  const late = sleep(LIMIT_MS, undefined, { signal: timer.signal }).then(() => {
    throw new UserError(
      `bpftrace did not ${what} within ${LIMIT_MS / 1000} s`,
      { hint: 'The runner is overloaded: run the job again.' }
    )
  })
  late.catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    timer.abort()
  }
}

async function endsWithin(tracer: Background, ms: number): Promise<boolean> {
  const timer = new AbortController()
  // Nobody else reads what is left, and a full pipe would keep it from ending.
  void rest(tracer)
  try {
    return await Promise.race([
      tracer.ended.then(() => true),
      sleep(ms, false, { signal: timer.signal })
    ])
  } finally {
    timer.abort()
  }
}

async function died(tracer: Background): Promise<UserError> {
  void rest(tracer)
  const { code, signal } = await tracer.ended
  const how = signal === null ? `with exit code ${code ?? '?'}` : `by ${signal}`
  const said = tracer
    .stderr()
    .split('\n')
    .filter(line => line !== '' && !line.includes('RLIMIT_MEMLOCK'))
    .slice(-6)
    .join('\n')
  return new UserError(`bpftrace ended before its time, ${how}`, {
    hint: `The recording is not complete, and nothing was written.${said === '' ? '' : ` It said:\n${said}`}`
  })
}

/**
 * How many events the kernel passed over for a process's BPF programs, because
 * another one was at work on the same CPU (trace_call_bpf in
 * kernel/trace/bpf_trace.c; `recursion_misses` in the file descriptor's
 * /proc/PID/fdinfo). Undefined where we may not look.
 */
async function missedEvents(
  pid: number | undefined
): Promise<number | undefined> {
  const directory = `/proc/${pid ?? 'self'}/fdinfo`
  try {
    const files = await fs.readdir(directory)
    const texts = await Promise.all(
      files.map(file =>
        fs.readFile(`${directory}/${file}`, 'utf8').catch(() => '')
      )
    )
    const misses = texts.flatMap(
      text => /^recursion_misses:\s*(\d+)/m.exec(text)?.[1] ?? []
    )
    return misses.length === 0
      ? undefined
      : misses.reduce((sum, count) => sum + Number(count), 0)
  } catch {
    return undefined
  }
}

function missedSentence(count: number): string {
  return `the kernel passed over ${count} events, because another BPF program was at work on the same CPU`
}
