import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

import { UserError } from '../../errors.ts'
import { startBackground } from '../../host/background.ts'
import type { Host } from '../../host/host.ts'
import { installCommand } from '../../host/packages.ts'
import { listProcesses, pidsOf } from '../../host/processes.ts'
import type { Recorder, RecorderSession } from '../recorder.ts'
import type { Observation } from '../recording.ts'
import { StraceReader } from './reader.ts'

const BLIND = [
  'strace cannot tell a call that the filter refused from one that failed: refused calls are among the recorded ones.',
  'Processes that `podman exec` or a health check started in the container were not traced.',
  'A traced program cannot trace others itself: debuggers and the like fail under strace.'
]

/**
 * Records with strace(1), which needs neither BPF nor audit, and slows system
 * calls down a hundredfold or more. It follows podman, its runtime and the
 * container; the calls under the container's filter are picked out later.
 */
export function createStraceRecorder(host: Host): Recorder {
  return {
    name: 'strace',
    start: async ({ scratch }) => {
      const output = path.join(scratch, 'strace.out')
      // Made here, so that we may read what root writes.
      await fs.writeFile(output, '')
      return session(host, output, path.join(scratch, 'container.pid'))
    }
  }
}

function session(host: Host, output: string, pidFile: string): RecorderSession {
  return {
    options: [`--pidfile=${pidFile}`],
    wrap: argv => {
      const at = argv.indexOf('podman')
      return [...argv.slice(0, at), ...straceCommand(output), ...argv.slice(at)]
    },
    finish: async () => {
      await awaitEnd(output)
      return observe(host, output, await firstProcess(pidFile))
    },
    explain: explainStrace,
    close: () => stop(host, output)
  }
}

/** Options of strace 5.15 and later. */
function straceCommand(output: string): string[] {
  return [
    'strace',
    // Runs beside podman, so that podman's exit code and end are seen as usual.
    '--daemonize',
    // A signal ends it, even while it writes to a file.
    '-I',
    '2',
    '--follow-forks',
    '--syscall-number',
    '--decode-pids=comm,pidns',
    '--quiet=attach',
    '--string-limit=0',
    `--output=${output}`,
    '/bin/sh',
    '-c',
    WRAPPER,
    'sh'
  ]
}

/**
 * Ends strace when podman has ended: strace would wait for the processes that
 * podman leaves behind, such as a network's name server. It passes the signal
 * on to the shell, which must ignore it. TracerPid 0 means no tracer, and kill
 * would take it for our own process group.
 */
const WRAPPER = `"$@"
code=$?
trap '' TERM
while read -r key value; do
  if [ "$key" = TracerPid: ] && [ "$value" != 0 ]; then kill -TERM "$value"; fi
done </proc/$$/status
exit "$code"`

async function firstProcess(pidFile: string): Promise<number> {
  const text = await fs.readFile(pidFile, 'utf8').catch(() => '')
  const pid = Number(text.trim())
  if (Number.isInteger(pid) && pid > 0) return pid
  throw new UserError(
    'podman did not report the process ID of the container’s first process',
    { code: 'recording', hint: 'Leave `--pidfile` out of input run-args.' }
  )
}

async function observe(
  { architecture }: Host,
  output: string,
  first: number
): Promise<Observation> {
  const reader = new StraceReader(architecture, first)
  // If it may not trace, strace still runs the program.
  if ((await fs.stat(output)).size === 0) {
    throw new UserError('strace could not trace podman', {
      code: 'recording',
      hint: MAY_NOT
    })
  }
  // Plain ASCII: strace escapes everything else.
  const stream = createReadStream(output, 'latin1')
  for await (const line of createInterface(stream)) reader.read(line)
  const { filtered, ended, calls, lost } = reader.result()
  if (!filtered) {
    throw new UserError(
      'strace did not see the container load a seccomp filter',
      {
        code: 'recording',
        hint: 'Leave `--privileged` and `--security-opt seccomp=unconfined` out of input run-args.'
      }
    )
  }
  if (!ended) {
    throw new UserError(
      'the output of strace is cut off before the end of the container',
      {
        code: 'recording',
        hint: `strace was ended early, or the disk of ${path.dirname(output)} is full.`
      }
    )
  }
  return { calls, denied: [], lost, blind: BLIND }
}

const MAY_NOT =
  'Tracing needs CAP_SYS_PTRACE and kernel.yama.ptrace_scope below 3 (sysctl): see the output of strace in the log.'

/**
 * @returns why podman did not start, if strace caused that: the lines that it
 *   prints begin with its name
 */
async function explainStrace(stderr: string): Promise<UserError | undefined> {
  const printed = stderr
    .split('\n')
    .filter(line => /^(?:strace: |\S*sudo: )/.test(line))
    .join('\n')
  const quoted = `It printed:\n${printed}`
  if (
    /strace: command not found|Cannot find executable.*strace/.test(printed)
  ) {
    return new UserError('strace is missing', {
      code: 'recording',
      hint: `Install it: ${await installCommand('strace')}`
    })
  }
  if (/^\S*sudo: /m.test(printed)) {
    return new UserError('strace cannot be started through sudo', {
      code: 'recording',
      hint: `Allow the runner's user to run strace in sudoers.\n${quoted}`
    })
  }
  if (/(?:unrecognized|invalid|unknown) option|invalid --/i.test(printed)) {
    return new UserError('strace is too old: 5.15 or later is needed', {
      code: 'recording',
      hint: `Update it: ${await installCommand('strace')}\n${quoted}`
    })
  }
  if (/ptrace|attach/i.test(printed) && /not permitted|denied/.test(printed)) {
    return new UserError('strace may not trace here', {
      code: 'recording',
      hint: `${MAY_NOT}\n${quoted}`
    })
  }
  return printed === ''
    ? undefined
    : new UserError('strace failed', { code: 'recording', hint: quoted })
}

const POLL_MS = 50
const ROUNDS = 100

/** Waits a few seconds for strace to end. */
async function awaitEnd(output: string): Promise<number[]> {
  let running = await tracers(output)
  for (let round = 0; round < ROUNDS && running.length > 0; round++) {
    await sleep(POLL_MS)
    running = await tracers(output)
  }
  return running
}

async function tracers(output: string): Promise<number[]> {
  const all = await listProcesses()
  return pidsOf(all.filter(({ argv }) => argv.includes(`--output=${output}`)))
}

/** Ends strace if its shell did not; the traced processes go on without it. */
async function stop(host: Host, output: string): Promise<void> {
  let left = await tracers(output)
  // At SIGTERM it detaches from the processes that it traces. If it waits for a
  // process that is just dying, the kernel detaches it when it is killed.
  for (const signal of ['-TERM', '-KILL']) {
    if (left.length === 0) return
    const kill = ['kill', signal, ...left.map(String)]
    await startBackground(
      host.sudo ? ['sudo', '-n', ...kill] : kill,
      host.environment
    ).ended
    left = await awaitEnd(output)
  }
  if (left.length > 0) {
    throw new UserError(`strace cannot be stopped: ${left.join(', ')}`, {
      code: 'recording',
      hint: 'Stop it by hand: sudo kill -KILL followed by these numbers.'
    })
  }
}
