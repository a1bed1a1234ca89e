/**
 * Measures what the OCI runtimes of this machine need after they have loaded a
 * container's filter, and writes it to src/floor/floor-table.json: with many
 * starts, because runc is a Go program, of which a scheduler makes some calls
 * by chance. Root, bpftrace, podman.
 *
 *     npm run floors -- [STARTS [RUNTIME...]]
 *
 * A runtime is a program's name or path; without any, crun and runc.
 */
import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { noopProgram } from '../src/floor/noop.ts'
import { startBackground } from '../src/host/background.ts'
import { decodeMaps, observationOf } from '../src/recorders/bpftrace/output.ts'
import {
  bpftraceProgram,
  MAX_KEYS,
  READY
} from '../src/recorders/bpftrace/program.ts'

const ARCHITECTURE = 'SCMP_ARCH_X86_64'
const IMAGE = 'docker.io/library/debian:bookworm-slim'
const TABLE = path.resolve(import.meta.dirname, '../src/floor/floor-table.json')
const OPTIONS: readonly (readonly string[])[] = [
  [],
  ['--security-opt=no-new-privileges'],
  ['--user=1000:1000'],
  ['--read-only', '--cap-drop=all']
]

interface Entry {
  runtime: string
  version: string
  options: readonly string[]
  starts: number
  /** In how many of the starts each call was made. */
  calls: Record<string, number>
}

/** crun refuses a host that has both versions of cgroups. */
const ONLY_CGROUP_2 = `
  umount -R /sys/fs/cgroup 2>/dev/null || umount -Rl /sys/fs/cgroup
  mount -t cgroup2 cgroup2 /sys/fs/cgroup
  id=$1; shift
  mkdir "/sys/fs/cgroup/libpod-$id"
  sh -c 'echo $$ > "/sys/fs/cgroup/libpod-$0/cgroup.procs"; exec "$@"' "$id" "$@"
  status=$?
  # The container's monitor may still be in it.
  until rmdir "/sys/fs/cgroup/libpod-$id" 2>/dev/null; do sleep 0.1; done
  exit "$status"`

function hasBothCgroups(): boolean {
  const mounts = fs.readFileSync('/proc/self/mountinfo', 'utf8')
  return mounts.includes(' - cgroup ') && mounts.includes(' - cgroup2 ')
}

/** Starts a container that does nothing; the ID that its cgroup is named by. */
async function startOnce(
  runtime: string,
  options: readonly string[],
  noop: string
): Promise<string> {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'floor-'))
  const idFile = path.join(scratch, 'id')
  const id = randomBytes(32).toString('hex')
  const inOwnCgroup = nameOf(runtime).name === 'crun' && hasBothCgroups()
  const argv = [
    ...(inOwnCgroup
      ? ['unshare', '-m', '--propagation=private', 'sh', '-c', ONLY_CGROUP_2]
      : []),
    ...(inOwnCgroup ? ['sh', id] : []),
    'podman',
    '--runtime',
    runtime,
    'run',
    '--rm',
    '--network=none',
    ...(inOwnCgroup ? ['--cgroups=disabled'] : []),
    `--cidfile=${idFile}`,
    `--volume=${noop}:/noop:ro,Z`,
    '--entrypoint=/noop',
    ...options,
    IMAGE
  ]
  const [program = '', ...args] = argv
  try {
    const child = spawn(program, args, {
      stdio: ['ignore', 'ignore', 'inherit']
    })
    const code = await new Promise(resolve => child.on('close', resolve))
    if (code !== 0)
      throw new Error(`${argv.join(' ')} ended with ${String(code)}`)
    return inOwnCgroup ? id : fs.readFileSync(idFile, 'utf8')
  } finally {
    fs.rmSync(scratch, { recursive: true })
  }
}

async function measure(
  runtime: string,
  options: readonly string[],
  starts: number,
  noop: string
): Promise<Record<string, number>> {
  const environment = { ...(process.env as Record<string, string>) }
  const program = bpftraceProgram({
    architecture: ARCHITECTURE,
    outerFilters: 0,
    denials: undefined
  })
  const tracer = startBackground(
    ['bpftrace', '-f', 'json', '-c', '/bin/cat', '-e', program],
    {
      ...environment,
      BPFTRACE_STRLEN: '128',
      BPFTRACE_MAP_KEYS_MAX: String(MAX_KEYS)
    }
  )
  const read = async () => {
    const { value } = await tracer.lines.next()
    return value
  }
  for (;;) {
    const line = await read()
    if (line === undefined) throw new Error(tracer.stderr())
    if (line.includes(READY)) break
  }
  const ids: string[] = []
  for (let start = 0; start < starts; start++) {
    ids.push(await startOnce(runtime, options, noop))
  }
  tracer.closeInput()
  const lines: string[] = []
  for (;;) {
    const line = await read()
    if (line === undefined) break
    lines.push(line)
  }
  const maps = decodeMaps(lines)
  const counts = new Map<string, number>()
  for (const id of ids) {
    const { isSeen, calls, lost } = observationOf(maps, id, ARCHITECTURE)
    if (!isSeen || lost.length > 0) throw new Error(`lost: ${lost.join()}`)
    for (const { name } of calls) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What a runtime calls itself, and its version. */
function nameOf(runtime: string): { name: string; version: string } {
  const text = execFileSync(runtime, ['--version'], { encoding: 'utf8' })
  const [, name = runtime, version = 'unknown'] =
    /^(\S+) version (\S+)/.exec(text) ?? []
  return { name, version }
}

const [count = '100', ...given] = process.argv.slice(2)
const starts = Number(count)
const runtimes = given.length > 0 ? given : ['crun', 'runc']
const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'floors-'))
try {
  const noop = path.join(directory, 'noop')
  const program = noopProgram(ARCHITECTURE)
  if (!program) throw new Error('no program that does nothing')
  fs.writeFileSync(noop, program, { mode: 0o755 })
  const old = fs.existsSync(TABLE)
    ? (JSON.parse(fs.readFileSync(TABLE, 'utf8')) as { floors: Entry[] }).floors
    : []
  const measured: Entry[] = []
  for (const runtime of runtimes) {
    const { name, version } = nameOf(runtime)
    for (const options of OPTIONS) {
      const calls = await measure(runtime, options, starts, noop)
      measured.push({ runtime: name, version, options, starts, calls })
      process.stdout.write(
        `${name} ${version} ${options.join(' ')}: ${JSON.stringify(calls)}\n`
      )
    }
  }
  const isNew = ({ runtime, version }: Entry) =>
    measured.some(m => m.runtime === runtime && m.version === version)
  const key = (e: Entry) => `${e.runtime} ${e.version}`
  const floors = [...old.filter(entry => !isNew(entry)), ...measured].sort(
    (a, b) => key(a).localeCompare(key(b), 'en', { numeric: true })
  )
  const comment =
    'Made by scripts/measure-floors.ts on x86_64: in how many starts of a container that does nothing the runtime made each call after loading the filter; do not edit.'
  fs.writeFileSync(
    TABLE,
    `${JSON.stringify({ comment, floors }, undefined, 2)}\n`
  )
} finally {
  fs.rmSync(directory, { recursive: true })
}
