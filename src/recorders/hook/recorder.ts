import fs from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { abortError, UserError } from '../../errors.ts'
import type { Host } from '../../host/host.ts'
import { installHeadersCommand } from '../../host/packages.ts'
import type { Recorder, RecorderSession, Start } from '../recorder.ts'
import { observationOf } from './profile.ts'
import { ANNOTATION } from './program.ts'
import { findTracer, watchTracer } from './tracer.ts'

/**
 * Records with oci-seccomp-bpf-hook, which runs as a hook of the OCI runtime
 * and traces from the runtime's set-up of the container on.
 *
 * @param graceMs how long the file may be missing when no process exists that
 *   could write it. A tracer that ends within this time is not missed: the file
 *   is read again after its end
 */
export function createHookRecorder(host: Host, graceMs = 3_000): Recorder {
  return {
    name: 'hook',
    start: start => startHook(host, start, graceMs)
  }
}

async function startHook(
  { kernel }: Host,
  { scratch, signal }: Start,
  graceMs: number
): Promise<RecorderSession> {
  const output = path.join(scratch, 'profile.json')
  const stderrFile = path.join(scratch, 'hook.stderr')
  // The hook splits its annotation at `;`, podman's older versions at `,`.
  if (/[;,"]/.test(output) || output !== output.trim()) {
    throw new UserError(
      `the hook cannot write to ${output}: the path contains a semicolon, a comma or a quote`,
      {
        code: 'recording',
        hint: 'Give the runner a temporary directory (RUNNER_TEMP) without these characters.'
      }
    )
  }
  // If it does not exist, crun makes it, for root alone.
  await fs.writeFile(stderrFile, '')
  const watch = watchTracer(output)
  return {
    options: [
      `--annotation=${ANNOTATION}=of:${output}`,
      // crun writes the hooks' output to this file; runc quotes it in its
      // error.
      `--annotation=run.oci.hooks.stderr=${stderrFile}`
    ],
    wrap: argv => argv,
    async finish(_, finishedAt) {
      const text = await wholeFile(output, graceMs, signal)
      const { mtimeMs } = await fs.stat(output)
      const observation = observationOf(text)
      if (finishedAt - mtimeMs < EARLY_MS) return observation
      const seconds = ((finishedAt - mtimeMs) / 1000).toFixed(1)
      const early = `the hook stopped ${seconds} s before the container ended, because its first thread had ended`
      return { ...observation, lost: [...observation.lost, early] }
    },
    explain: async stderr => {
      const byHook = await fs.readFile(stderrFile, 'utf8').catch(() => '')
      return explainHook({
        printed: `${stderr}\n${byHook}`,
        crashed: watch.crashed(),
        kernel
      })
    },
    close: async () => {
      watch.stop()
      await awaitEnd(output)
    }
  }
}

/** The hook and the engine see a container end less than this apart. */
const EARLY_MS = 1_000

/*
 * The hook's tracer compiles with clang when the container starts, and if that
 * takes more than 10 s the hook kills it and the container does not start. It
 * writes its file only when it has read the event of the end of the container's
 * first thread, and ends after that. No measurement is behind the times below;
 * each says what it has to cover.
 */

const POLL_MS = 50

/**
 * The file must have stayed the same for this long before it counts as whole,
 * or as cut off. It has to be longer than the time between making the file and
 * filling it, and than several looks.
 */
const SETTLE_MS = 200

/**
 * How long the hook may write after the container has ended: on a busy machine
 * it still has many events to read. If it loses the last event it never ends,
 * and this ends the waiting.
 */
const DEADLINE_MS = 60_000

/**
 * How long the tracer may take to detach its program and end once nothing is
 * wanted of it any more. A step does not fail by it.
 */
const CLOSE_MS = 5_000

/**
 * Waits for the whole file: the hook writes it late and in pieces, and does not
 * report when it is done.
 */
async function wholeFile(
  file: string,
  graceMs: number,
  signal: AbortSignal
): Promise<string> {
  const begin = Date.now()
  let last = ''
  let changedAt = begin
  for (;;) {
    const text = await fs.readFile(file, 'utf8').catch(() => '')
    const now = Date.now()
    if (text !== last) changedAt = now
    last = text
    const settled = now - changedAt >= SETTLE_MS
    if (settled && isJson(text)) return text
    const waited = now - begin
    const orphaned = waited > graceMs && !(await findTracer(file))
    if (waited > DEADLINE_MS || (orphaned && settled)) {
      throw notWhole(text, orphaned)
    }
    await sleep(POLL_MS, undefined, { signal }).catch(() => {
      throw abortError(signal)
    })
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function notWhole(text: string, orphaned: boolean): UserError {
  const hint =
    'See the journal: journalctl -t oci-seccomp-bpf-hook. The profile was not changed.'
  return text === ''
    ? new UserError(
        orphaned
          ? 'the tracing hook ended without writing a profile'
          : `the tracing hook wrote no profile within ${DEADLINE_MS / 1000} s after the container's end`,
        { code: 'recording', hint }
      )
    : new UserError(
        `the tracing hook's profile is cut off after ${text.length} bytes`,
        { code: 'recording', hint }
      )
}

/** Gives the tracer a few seconds to end by itself, which it does if it can. */
async function awaitEnd(output: string): Promise<void> {
  for (let waited = 0; waited < CLOSE_MS; waited += POLL_MS) {
    if (!(await findTracer(output))) return
    await sleep(POLL_MS)
  }
}

async function explainHook({
  printed,
  crashed,
  kernel
}: {
  printed: string
  crashed: boolean
  kernel: string
}): Promise<UserError | undefined> {
  const quoted = `It printed:\n${hookLines(printed)}`
  if (printed.includes('requires root privileges')) {
    return new UserError('the tracing hook is not root here', {
      code: 'recording',
      hint: `Run podman as root, outside a user namespace.\n${quoted}`
    })
  }
  if (printed.includes("didn't compile and attach within")) {
    return crashed
      ? new UserError(
          `the tracing hook cannot compile its BPF program for the kernel ${kernel}`,
          {
            code: 'recording',
            hint: `Versions up to 1.2.11 do not work with kernels from about 6.19 on: update the hook. Or the headers do not match this kernel: ${await installHeadersCommand(kernel)}\n${quoted}`
          }
        )
      : new UserError(
          'the tracing hook timed out: it was still compiling after 10 s',
          {
            code: 'recording',
            hint: `The runner is overloaded: run the job again.\n${quoted}`
          }
        )
  }
  if (
    /error while tracing|error running hook|oci-seccomp-bpf-hook/.test(printed)
  ) {
    return new UserError('the tracing hook failed', {
      code: 'recording',
      hint: `See the journal: journalctl -t oci-seccomp-bpf-hook\n${quoted}`
    })
  }
  return undefined
}

/** The last lines about the hook, or else simply the last lines. */
function hookLines(printed: string): string {
  const lines = printed.trim().split('\n')
  const telling = lines.filter(line => /hook|BPF|level=/.test(line))
  return (telling.length > 0 ? telling : lines).slice(-6).join('\n')
}
