import fs from 'node:fs/promises'

import { UserError } from '../../errors.ts'
import { orAborted, within } from '../../host/abort.ts'
import {
  type Background,
  howEnded,
  startBackground
} from '../../host/background.ts'
import type { Host } from '../../host/host.ts'
import { syscallNumbers } from '../../syscalls/numbers.ts'
import type { Recorder, RecorderSession, Start } from '../recorder.ts'
import { whyUnseen } from './cgroups.ts'
import { decodeMaps, lossesOf, type Maps, observationOf } from './output.ts'
import {
  bpftraceProgram,
  MAX_KEYS,
  PATH_LENGTH,
  READY,
  type WatchedDenials
} from './program.ts'

/**
 * Records with bpftrace: exactly the calls that pass the container's filter.
 *
 * @param denials which refused calls to watch, if any; watching slows down
 *   every call of the container further
 * @param options.mayNotStart whether the filter may refuse the calls that start
 *   the container
 */
export function createBpftraceRecorder(
  host: Host,
  denials: WatchedDenials | undefined,
  { mayNotStart = false } = {}
): Recorder {
  return {
    name: 'bpftrace',
    start: start => startBpftrace(host, denials, mayNotStart, start)
  }
}

/**
 * Longer paths of cgroups are cut off: more does not fit on the BPF stack
 * beside the rest. Each setting is here under its older and its newer name.
 */
const SETTINGS = {
  BPFTRACE_STRLEN: String(PATH_LENGTH + 1),
  BPFTRACE_MAX_STRLEN: String(PATH_LENGTH + 1),
  BPFTRACE_MAP_KEYS_MAX: String(MAX_KEYS),
  BPFTRACE_MAX_MAP_KEYS: String(MAX_KEYS)
}

const ROOTLESS_HINT =
  " A rootless podman makes one only if the runner's cgroup is delegated to its user: see docs/runner.md, or set `podman: root`."

/** How long bpftrace may take to attach, and to print its maps. */
const LIMIT_MS = 60_000

async function startBpftrace(
  host: Host,
  denials: WatchedDenials | undefined,
  mayNotStart: boolean,
  { scratch, signal }: Start
): Promise<RecorderSession> {
  const { architecture, sudo, environment } = host
  const program = bpftraceProgram({
    architecture,
    // It shows whose program this is, in case we are killed.
    comment: scratch,
    outerFilters: await outerFilters(),
    denials: denials && {
      ...denials,
      // A probe that does not exist would be an error.
      conditional: denials.conditional.filter(name =>
        Object.hasOwn(syscallNumbers(architecture), name)
      )
    }
  })
  // bpftrace ends with its child, which ends when its input closes, because we
  // close it or because we are gone. Versions up to 0.17 can miss a signal, and
  // only root may send one.
  const command = ['bpftrace', '-f', 'json', '-c', '/bin/cat', '-e', program]
  const settings = Object.entries(SETTINGS).map(pair => pair.join('='))
  const tracer = startBackground(
    sudo ? ['sudo', '-n', ...settings, ...command] : command,
    { ...environment, ...SETTINGS }
  )
  const close = async () => {
    tracer.closeInput()
    if (await within(tracer.ended, LIMIT_MS)) return
    tracer.kill('SIGKILL')
    if (!(await within(tracer.ended, 5_000))) tracer.abandon()
  }
  let lines: Promise<string[]>
  try {
    await orAborted(withinLimit(untilReady(tracer), 'attach'), signal)
    // Read all the time: a full pipe would block bpftrace.
    lines = rest(tracer)
  } catch (error) {
    void rest(tracer)
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
      tracer.closeInput()
      const printed = await withinLimit(lines, 'print what it recorded')
      const { code } = await tracer.ended
      if (code !== 0) throw await died(tracer)
      const maps = decodeMaps(printed)
      const { isSeen, calls, denied, lost } = observationOf(
        maps,
        containerId,
        architecture,
        denials?.conditional
      )
      if (!isSeen) throw notSeen(maps, containerId, host)
      return {
        calls,
        denied,
        lost: [
          ...lost,
          ...lossesOf(printed),
          ...(mayNotStart || calls.some(({ name }) => name.startsWith('execve'))
            ? []
            : [
                'bpftrace saw no `execve`, although every container starts with one'
              ]),
          ...(missed ? [missedSentence(missed)] : [])
        ],
        blind:
          missed === undefined
            ? [
                'bpftrace runs through sudo here, so it is unknown whether the kernel skipped events.'
              ]
            : []
      }
    }
  }
}

function notSeen(maps: Maps, containerId: string, host: Host): UserError {
  const what = `the cgroup of the container ${containerId.slice(0, 12)}`
  switch (whyUnseen(maps.get('@cg'))) {
    case 'misread':
      return new UserError(
        `bpftrace cannot read the paths of cgroups here, so it did not find ${what}`,
        {
          code: 'recording',
          hint: 'Install another version of bpftrace, or set another `recorder`.'
        }
      )
    case 'cut off':
      return new UserError(
        `bpftrace did not see ${what}: some cgroup paths are longer than the ${PATH_LENGTH} bytes that it reads`,
        {
          code: 'recording',
          hint: 'Start the runner in a cgroup nearer to the root, or set another `recorder`.'
        }
      )
    case 'none':
      return new UserError(`bpftrace did not see ${what}`, {
        code: 'recording',
        hint: `The container must have a cgroup (version 2) of its own: leave \`--cgroups\` and \`--cgroup-parent\` out of \`run-args\`.${host.rootless ? ROOTLESS_HINT : ''}`
      })
  }
}

/**
 * How many filters apply to this process, proc_pid_status(5), since Linux 5.9.
 */
async function outerFilters(): Promise<number> {
  const status = await fs.readFile('/proc/self/status', 'utf8')
  return Number(/^Seccomp_filters:\s*(\d+)/m.exec(status)?.[1] ?? 0)
}

/** Reads its output until it says that its probes are attached. */
async function untilReady(tracer: Background): Promise<object> {
  for (;;) {
    const line = await tracer.lines.next()
    if (line.done) throw await died(tracer)
    if (line.value.includes(READY)) return line
  }
}

async function rest({ lines }: Background): Promise<string[]> {
  const all: string[] = []
  for (;;) {
    const { value, done } = await lines.next()
    if (done) return all
    all.push(value)
  }
}

async function withinLimit<T extends object>(
  work: Promise<T>,
  what: string
): Promise<T> {
  const done = await within(work, LIMIT_MS)
  if (done !== undefined) return done
  throw new UserError(`bpftrace did not ${what} within ${LIMIT_MS / 1000} s`, {
    code: 'recording',
    hint: 'The runner is overloaded: run the job again.'
  })
}

async function died(tracer: Background): Promise<UserError> {
  const how = howEnded(await tracer.ended)
  const lastWords = tracer
    .stderr()
    .split('\n')
    .filter(line => line !== '' && !line.includes('RLIMIT_MEMLOCK'))
    .slice(-6)
    .join('\n')
  return new UserError(`bpftrace ended early, ${how}`, {
    code: 'recording',
    hint: `The recording is not complete, and nothing was written.${lastWords === '' ? '' : ` It printed:\n${lastWords}`}`
  })
}

/**
 * How many events the kernel skipped for a process's BPF programs, because
 * another one was running on the same CPU (trace_call_bpf in
 * kernel/trace/bpf_trace.c; `recursion_misses` in the file descriptor's
 * /proc/PID/fdinfo). Undefined if we may not look.
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
  return `the kernel skipped ${count} events, because another BPF program was running on the same CPU`
}
