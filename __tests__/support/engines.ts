import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'

import { BASE_IMAGE, processesWith, until } from './scratch.ts'

/** An engine that runs containers, as one would call it on the command line. */
export interface Engine {
  /** The program with what stands before the subcommand. */
  command: readonly string[]
  /** More options for `run`. */
  options: readonly string[]
  /** Ends the daemon, if it has one. */
  stop?: () => Promise<void>
}

/** How a container ended, or that it did not end in time. */
export interface Ended {
  hung: boolean
  code: number | null
  stdout: string
  stderr: string
}

/**
 * crun refuses a host that mounts cgroup v1 and v2 side by side. There it is
 * run in a mount namespace with v2 only, and makes no cgroup.
 */
const ONLY_CGROUP_2 = [
  'unshare',
  '--mount',
  '--propagation=private',
  'sh',
  '-c',
  `umount -R /sys/fs/cgroup || umount -Rl /sys/fs/cgroup
   mount -t cgroup2 cgroup2 /sys/fs/cgroup && exec "$@"`,
  'sh'
]

/** Whether the machine mounts version 1 and 2 of cgroups side by side. */
export function hasBothCgroups(): boolean {
  const mounts = fs.readFileSync('/proc/self/mountinfo', 'utf8')
  return mounts.includes(' - cgroup ') && mounts.includes(' - cgroup2 ')
}

/** The name of podman's own runtime, crun or runc. */
export function ownRuntime(): string {
  return mustRun('podman', 'info', '--format={{.Host.OCIRuntime.Name}}').trim()
}

/** podman with one of its runtimes. */
export function podmanWith(runtime: string): Engine {
  const both = hasBothCgroups()
  const podman = ['podman', '--runtime', runtime]
  // Fails if there is no such runtime.
  mustRun(...podman, 'info')
  return runtime === 'crun' && both
    ? {
        command: [...ONLY_CGROUP_2, ...podman],
        options: ['--cgroups=disabled']
      }
    : { command: podman, options: [] }
}

/** Runs a container of BASE_IMAGE to its end, or ends it after the limit. */
export async function runContainer(
  { command, options }: Engine,
  directory: string,
  args: readonly string[],
  limitMs: number
): Promise<Ended> {
  const idFile = path.join(directory, 'container-id')
  fs.rmSync(idFile, { force: true })
  const { error, status, stdout, stderr } = tryRun(
    [
      ...command,
      'run',
      '--rm',
      '--network=none',
      ...options,
      `--cidfile=${idFile}`,
      ...args
    ],
    limitMs
  )
  const hung = error !== undefined
  if (hung) await removeHung(command, idFile)
  return { hung, code: status, stdout, stderr }
}

/**
 * An engine cannot end a container whose creation hangs. When its innermost
 * process has died, the runtime and the monitor around it end in good order.
 */
async function removeHung(command: readonly string[], idFile: string) {
  const id = fs.existsSync(idFile) ? fs.readFileSync(idFile, 'utf8') : ''
  if (!/^[0-9a-f]{64}$/.test(id)) {
    throw new Error(`${command.join(' ')} hung before it made a container`)
  }
  const around = processesWith(id).map(line => line.split(' ')[0] ?? '')
  for (const pid of new Set(around.flatMap(innermost))) {
    process.kill(Number(pid), 'SIGKILL')
  }
  await until(`the end of ${id}`, () => processesWith(id).length === 0)
  tryRun([...command, 'rm', '--force', id])
}

/** The descendants of a process that have no children; it, if it has none. */
function innermost(pid: string): string[] {
  const children = fs
    .readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter(child => child !== '')
  return children.length === 0 ? [pid] : children.flatMap(innermost)
}

/** Runs a program; ends it, and says so in `error`, after the limit. */
function tryRun([program = '', ...args]: readonly string[], limitMs = 60_000) {
  const result = spawnSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limitMs,
    killSignal: 'SIGKILL'
  })
  const error: NodeJS.ErrnoException | undefined = result.error
  if (error !== undefined && error.code !== 'ETIMEDOUT') throw error
  return result
}

/** The same for a program that must succeed. */
function mustRun(...command: string[]): string {
  const { error, status, stdout, stderr } = tryRun(command)
  if (error !== undefined || status !== 0) {
    throw new Error(`${command.join(' ')}: ${error?.message ?? stderr}`)
  }
  return stdout
}

/** The ids of an engine's containers that carry the label. */
export function labelled({ command }: Engine, label: string): string {
  const filter = `--filter=label=${label}`
  return mustRun(...command, 'ps', '--all', '--quiet', filter)
}

/** A program in the background. */
interface Service {
  /** All that it has written. */
  output(): string
  stop(): Promise<void>
}

/** Starts a program and waits until it is ready. Its output is in a file. */
async function startService(
  name: string,
  [program = '', ...args]: readonly string[],
  log: string,
  ready: (output: string) => boolean
): Promise<Service> {
  const file = fs.openSync(log, 'w')
  const child = spawn(program, args, { stdio: ['ignore', file, file] })
  fs.closeSync(file)
  const ended = once(child, 'exit')
  // A program that is not there shows below, as it has no process.
  ended.catch(() => undefined)
  const output = () => fs.readFileSync(log, 'utf8')
  const runs = () =>
    child.pid !== undefined &&
    child.exitCode === null &&
    child.signalCode === null
  const service = {
    output,
    async stop() {
      if (!runs()) return
      child.kill()
      const late = setTimeout(() => child.kill('SIGKILL'), 30_000)
      const [, signal] = (await ended) as [number | null, string | null]
      clearTimeout(late)
      if (signal === 'SIGKILL') throw new Error(`${name} did not stop`)
    }
  }
  try {
    await until(`${name} to start`, () => !runs() || ready(output()))
    if (!runs()) throw new Error(`${name} did not start`)
    return service
  } catch (error) {
    await service.stop()
    throw new Error(`${String(error)}\n${output()}`, { cause: error })
  }
}

/**
 * The kernel's own word on filters. After a call that loads one, it looks
 * whether the process is under a filter, and writes the host name of its
 * container. What engines and runtimes print cannot tell this: a container that
 * dies of its filter at once looks like one that could not be made.
 */
const TRACE = `
BEGIN { printf("ready\\n") }
tracepoint:syscalls:sys_exit_prctl,
tracepoint:syscalls:sys_exit_seccomp
/curtask->seccomp.mode == 2/
{ printf("%s\\n", curtask->nsproxy->uts_ns->name.nodename) }
`

/** Watches which containers load a filter. */
export async function watchFilters(directory: string) {
  const bpftrace = await startService(
    'bpftrace',
    ['bpftrace', '-B', 'line', '-e', TRACE],
    path.join(directory, 'bpftrace.log'),
    output => output.includes('ready\n')
  )
  return {
    /** Whether a container of this host name has loaded a filter. */
    loaded: (host: string) => bpftrace.output().includes(`\n${host}\n`),
    stop: () => bpftrace.stop()
  }
}

/** The parent of the containers' cgroups, which Docker leaves behind. */
const CGROUP = `seccomp-lock-engines-${process.pid}`

/**
 * A daemon of Docker that shares nothing with one of the machine: it has its
 * own directories and socket, no network, and sees no containerd but its own.
 * What it mounts is in a namespace that ends with it.
 */
export async function startDocker(directory: string): Promise<Engine> {
  const at = (name: string) => path.join(directory, name)
  const socket = `unix://${at('docker.sock')}`
  fs.writeFileSync(at('daemon.json'), '{}')
  const alone = `for at in /run /etc/docker; do
      [ ! -d "$at" ] || mount -t tmpfs tmpfs "$at"
    done
    exec dockerd "$@"`
  const daemon = await startService(
    'Docker’s daemon',
    [
      'unshare',
      '--mount',
      '--propagation=private',
      'sh',
      '-c',
      alone,
      'sh',
      `--config-file=${at('daemon.json')}`,
      `--data-root=${at('docker-data')}`,
      `--exec-root=${at('docker-exec')}`,
      `--pidfile=${at('docker.pid')}`,
      `--host=${socket}`,
      '--exec-opt=native.cgroupdriver=cgroupfs',
      `--cgroup-parent=/${CGROUP}`,
      '--bridge=none',
      '--iptables=false',
      '--ip6tables=false',
      '--ip-forward=false',
      '--ip-masq=false'
    ],
    at('docker.log'),
    output => output.includes('API listen on')
  )
  const command = ['docker', '--host', socket]
  const engine = {
    command,
    options: [],
    async stop() {
      await daemon.stop()
      const top = '/sys/fs/cgroup'
      for (const hierarchy of ['', ...fs.readdirSync(top)]) {
        const left = path.join(top, hierarchy, CGROUP)
        if (fs.existsSync(left)) fs.rmdirSync(left)
      }
    }
  }
  try {
    const image = at('image.tar')
    mustRun('podman', 'save', '--quiet', `--output=${image}`, BASE_IMAGE)
    mustRun(...command, 'load', '--quiet', `--input=${image}`)
    return engine
  } catch (error) {
    await engine.stop()
    throw error
  }
}
