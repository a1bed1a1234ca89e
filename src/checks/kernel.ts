import fs from 'node:fs/promises'

import { errnoCode } from '../errors.ts'
import { exists } from '../host/files.ts'
import { installHeadersCommand } from '../host/packages.ts'
import type { Check } from './check.ts'
import { cgroupVersion, type Mount, readMounts } from './mounts.ts'

const BTF = '/sys/kernel/btf/vmlinux'

/** The kernel's own types, from which BPF programs learn where fields are. */
export async function checkBtf(): Promise<Check> {
  return (await exists(BTF))
    ? { name: 'BTF', state: 'ok', found: BTF }
    : {
        name: 'BTF',
        state: 'missing',
        found: `this kernel has no ${BTF}`,
        fix: 'Boot a kernel with CONFIG_DEBUG_INFO_BTF=y, as Fedora, Debian 11 or later and Ubuntu 20.10 or later have it.'
      }
}

/** Whether tracers find the tracepoint of system calls. */
export async function checkTracefs(): Promise<Check> {
  const mounts = await readMounts()
  const directory = tracefsOf(mounts)
  if (directory === undefined) return tracefsCheck(undefined, 'gone')
  const tracepoint = `${directory}/events/raw_syscalls/sys_enter`
  return tracefsCheck(directory, await lookFor(tracepoint))
}

/** Where tracefs is; debugfs mounts it in itself when it is looked into. */
export function tracefsOf(mounts: readonly Mount[]): string | undefined {
  const tracefs = mounts.find(({ type }) => type === 'tracefs')
  const debugfs = mounts.find(({ type }) => type === 'debugfs')
  return tracefs?.directory ?? (debugfs && `${debugfs.directory}/tracing`)
}

/** What the mount of tracefs, and the tracepoint in it, mean for the check. */
export function tracefsCheck(
  directory: string | undefined,
  tracepoint: Presence
): Check {
  const name = 'tracefs'
  if (directory === undefined) {
    return {
      name,
      state: 'missing',
      found: 'not mounted',
      fix: 'sudo mount -t tracefs tracefs /sys/kernel/tracing'
    }
  }
  if (tracepoint === 'gone') {
    return {
      name,
      state: 'missing',
      found: `${directory} has no tracepoint raw_syscalls:sys_enter`,
      fix: 'Boot a kernel with CONFIG_FTRACE_SYSCALLS=y.'
    }
  }
  return { name, state: 'ok', found: directory }
}

type Presence = 'there' | 'gone' | 'hidden'

/** Only root may look into tracefs. */
async function lookFor(file: string): Promise<Presence> {
  return fs.access(file).then(
    () => 'there',
    (error: unknown) => (errnoCode(error) === 'ENOENT' ? 'gone' : 'hidden')
  )
}

/** Whether the kernel lets BPF programs read its memory. */
export async function checkLockdown(): Promise<Check> {
  const text = await fs
    .readFile('/sys/kernel/security/lockdown', 'utf8')
    .catch(() => undefined)
  return lockdownCheck(text)
}

/** What /sys/kernel/security/lockdown says, kernel_lockdown(7). */
export function lockdownCheck(text: string | undefined): Check {
  const name = 'kernel lockdown'
  const mode = /\[(\w+)\]/.exec(text ?? '')?.[1]
  if (mode === undefined) return { name, state: 'absent', found: 'none' }
  if (mode !== 'confidentiality') return { name, state: 'ok', found: mode }
  return {
    name,
    state: 'missing',
    found: 'confidentiality: BPF programs may not read kernel memory',
    fix: 'Boot with lockdown=integrity, or without lockdown=.'
  }
}

/** Whether a container can have a cgroup of version 2, to be known by. */
export async function checkCgroup2(): Promise<Check> {
  const found = cgroupVersion(await readMounts())
  return found === 'v2' || found === 'v1 and v2'
    ? { name: 'cgroup v2', state: 'ok', found }
    : {
        name: 'cgroup v2',
        state: 'missing',
        found: `cgroups here: ${found}`,
        fix: 'Boot with systemd.unified_cgroup_hierarchy=1.'
      }
}

/**
 * Whether BPF programs in C can be compiled for a kernel. BCC takes its
 * headers from these places (bcc, `kbuild_helper`, `KERNEL_HEADERS`).
 *
 * @param kernel its release, `uname -r`
 */
export async function checkHeaders(kernel: string): Promise<Check> {
  const name = 'kernel headers'
  const modules = `/lib/modules/${kernel}`
  const places = [
    `${modules}/build/include`,
    `${modules}/source/include`,
    '/sys/kernel/kheaders.tar.xz',
    ...['', '.gz', '.xz', '.zst'].map(
      end => `${modules}/kernel/kernel/kheaders.ko${end}`
    )
  ]
  for (const place of places) {
    if (await exists(place)) return { name, state: 'ok', found: place }
  }
  return {
    name,
    state: 'missing',
    found: `none for ${kernel}: neither ${modules}/build nor the kheaders module`,
    fix: `${await installHeadersCommand(kernel)} (no such package? sudo bash scripts/setup-runner.sh makes them from BTF)`
  }
}
