import fs from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { abortError, UserError } from '../errors.js'
import { exists } from '../files.js'
import type { Architecture } from '../syscalls/architectures.js'
import { installCommand, installHeadersCommand } from '../runner.js'
import { recordingOf } from './hook-profile.js'
import type { Recording } from './recording.js'
import { findTracer, watchTracer } from './tracer.js'

/** Where engines look for hooks, containers.conf(5) `hooks_dir`. */
const HOOK_DIRECTORIES = [
  '/usr/share/containers/oci/hooks.d',
  '/etc/containers/oci/hooks.d'
]

const ANNOTATION = 'io.containers.trace-syscall'

const HOOK_PACKAGE = 'oci-seccomp-bpf-hook'

/**
 * Says why the hook cannot work on this runner, before anything is run.
 *
 * @throws UserError where the hook or the kernel's headers are missing
 */
export async function preflightHook(kernel: string): Promise<void> {
  if ((await findHook()) === undefined) {
    throw new UserError(
      `the tracing hook is missing: no hook for ${ANNOTATION} in ${HOOK_DIRECTORIES.join(' or ')}`,
      { hint: `Install it: ${await installCommand(HOOK_PACKAGE)}` }
    )
  }
  if (!(await hasKernelHeaders(kernel))) {
    throw new UserError(
      `the tracing hook cannot compile: the headers of the kernel ${kernel} are missing (neither /lib/modules/${kernel}/build nor the kheaders module)`,
      {
        hint: `Install them: ${await installHeadersCommand(kernel)}\nor let scripts/setup-runner.sh (\`setup: install\`) lay them down from the kernel's BTF.`
      }
    )
  }
}

/** The path of the hook's program, if an engine would find and run it. */
async function findHook(): Promise<string | undefined> {
  for (const directory of HOOK_DIRECTORIES) {
    const files = await fs.readdir(directory).catch(() => [])
    for (const file of files.filter(f => f.endsWith('.json'))) {
      const text = await fs
        .readFile(path.join(directory, file), 'utf8')
        .catch(() => '')
      // The key is a regular expression, with its dots escaped.
      if (!text.replaceAll('\\', '').includes(ANNOTATION)) continue
      const program = /"path"\s*:\s*"([^"]+)"/.exec(text)?.[1]
      if (program && (await exists(program))) return program
    }
  }
  return undefined
}

/** BCC takes headers from these places (bcc, `kbuild_helper`, `KERNEL_HEADERS`). */
async function hasKernelHeaders(kernel: string): Promise<boolean> {
  const modules = `/lib/modules/${kernel}`
  const found = await Promise.all(
    [
      `${modules}/build/include`,
      `${modules}/source/include`,
      '/sys/kernel/kheaders.tar.xz',
      ...['', '.gz', '.xz', '.zst'].map(
        end => `${modules}/kernel/kernel/kheaders.ko${end}`
      )
    ].map(exists)
  )
  return found.includes(true)
}

/** One container's recording by the hook, from before its start on. */
export interface HookSession {
  /** Options of `podman run` that make the hook record. */
  options: string[]
  /**
   * Waits until the profile is whole.
   *
   * @throws UserError where it does not come, or cannot be true
   */
  finish(): Promise<Recording>
  /** Why a container did not start, where that was the hook's doing. */
  explain(stderr: string): Promise<UserError | undefined>
  /** Waits until the hook's process is gone, so that it leaves nothing. */
  close(): Promise<void>
}

/**
 * Prepares a recording.
 *
 * @param scratch a directory of this run's own, absolute
 * @throws UserError where the hook cannot take its path
 */
export async function startHook(input: {
  scratch: string
  architecture: Architecture
  kernel: string
  signal: AbortSignal
  /** How long a file may be missing when no process is there to write it. */
  graceMs?: number
}): Promise<HookSession> {
  const { scratch, architecture, kernel, signal, graceMs = 3_000 } = input
  const output = path.join(scratch, 'profile.json')
  const stderrFile = path.join(scratch, 'hook.stderr')
  // The hook splits its annotation at `;`, podman's older versions at `,`.
  if (/[;,"]/.test(output) || output !== output.trim()) {
    throw new UserError(
      `the hook cannot write to ${output}: the path has a semicolon, a comma or a quote in it`,
      { hint: 'Give the runner a temporary directory (RUNNER_TEMP) without.' }
    )
  }
  // crun makes it root's alone if it is not there.
  await fs.writeFile(stderrFile, '')
  const watch = watchTracer(output)
  return {
    options: [
      `--annotation=${ANNOTATION}=of:${output}`,
      // crun writes what hooks print to these; runc quotes it in its error.
      `--annotation=run.oci.hooks.stderr=${stderrFile}`
    ],
    finish: async () =>
      recordingOf(await wholeFile(output, graceMs, signal), architecture),
    explain: async stderr => {
      const printed = await fs.readFile(stderrFile, 'utf8').catch(() => '')
      return explainHook({
        said: `${stderr}\n${printed}`,
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

const POLL_MS = 50
/** The file must have kept its size for so long. */
const SETTLE_MS = 200
/** How long the hook may write after the container has ended. */
const DEADLINE_MS = 60_000

/** The hook writes late and piece by piece, and tells nobody when it is done. */
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
    'Look into the journal: journalctl -t oci-seccomp-bpf-hook. The profile was not touched.'
  return text === ''
    ? new UserError(
        orphaned
          ? 'the tracing hook ended without writing a profile'
          : `the tracing hook wrote no profile within ${DEADLINE_MS / 1000} s after the container's end`,
        { hint }
      )
    : new UserError(
        `the tracing hook's profile is cut off after ${text.length} bytes`,
        { hint }
      )
}

/** Gives the tracer some seconds to end by itself; it does when it can. */
async function awaitEnd(output: string): Promise<void> {
  for (let waited = 0; waited < 5_000; waited += POLL_MS) {
    if (!(await findTracer(output))) return
    await sleep(POLL_MS)
  }
}

async function explainHook({
  said,
  crashed,
  kernel
}: {
  said: string
  crashed: boolean
  kernel: string
}): Promise<UserError | undefined> {
  const quoted = `It printed:\n${hookLines(said)}`
  if (said.includes('requires root privileges')) {
    return new UserError('the tracing hook is not root here', {
      hint: `Run podman as root and outside of a user namespace.\n${quoted}`
    })
  }
  if (said.includes("didn't compile and attach within")) {
    return crashed
      ? new UserError(
          `the tracing hook cannot compile its BPF program for the kernel ${kernel}`,
          {
            hint: `Its versions up to 1.2.11 do not fit kernels from about 6.19 on: update it. Or the headers do not belong to this kernel: ${await installHeadersCommand(kernel)}\n${quoted}`
          }
        )
      : new UserError(
          'the tracing hook timed out: it was still compiling after 10 s',
          { hint: `The runner is overloaded: run the job again.\n${quoted}` }
        )
  }
  if (
    /error while tracing|error running hook|oci-seccomp-bpf-hook/.test(said)
  ) {
    return new UserError('the tracing hook failed', {
      hint: `Look into the journal: journalctl -t oci-seccomp-bpf-hook\n${quoted}`
    })
  }
  return undefined
}

/** The last lines that tell of the hook, or simply the last. */
function hookLines(said: string): string {
  const lines = said.trim().split('\n')
  const telling = lines.filter(line => /hook|BPF|level=/.test(line))
  return (telling.length > 0 ? telling : lines).slice(-6).join('\n')
}
