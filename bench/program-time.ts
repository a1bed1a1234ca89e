import fs from 'node:fs/promises'

import { descendants, listProcesses } from '../src/host/processes.ts'

const SWITCH = '/proc/sys/kernel/bpf_stats_enabled'

/** How long the BPF programs ran, each by its ID. */
export type ProgramTimes = Map<string, { runs: number; ns: number }>

/**
 * Has the kernel measure how long BPF programs take, for as long as `work`
 * takes (kernel.bpf_stats_enabled in the kernel's
 * Documentation/admin-guide/sysctl/kernel.rst).
 *
 * @returns why it is not to be had, else what `work` gave
 */
export async function withProgramTimes<T>(
  work: () => Promise<T>
): Promise<T | string> {
  const before = await fs.readFile(SWITCH, 'utf8').catch(() => undefined)
  if (before === undefined) return `this kernel has no ${SWITCH}`
  try {
    await fs.writeFile(SWITCH, '1')
  } catch {
    return `only root may write to ${SWITCH}`
  }
  try {
    return await work()
  } finally {
    await fs.writeFile(SWITCH, before)
  }
}

/**
 * The times of all BPF programs that tracers of ours hold: children of this
 * process, and what has a file in `scratch` on its command line (proc(5),
 * /proc/PID/fdinfo; bpf_prog_show_fdinfo in kernel/bpf/syscall.c).
 */
export async function programTimes(scratch: string): Promise<ProgramTimes> {
  const all = await listProcesses()
  const ours = new Set([
    ...descendants(process.pid, all),
    ...all.filter(({ argv }) => argv.some(a => a.startsWith(`${scratch}/`)))
  ])
  const times: ProgramTimes = new Map()
  for (const { pid } of ours) {
    const directory = `/proc/${pid}/fdinfo`
    for (const file of await fs.readdir(directory).catch(() => [])) {
      const text = await fs
        .readFile(`${directory}/${file}`, 'utf8')
        .catch(() => '')
      const field = (name: string) =>
        new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(text)?.[1]
      const id = field('prog_id')
      if (id === undefined) continue
      const [runs, ns] = [field('run_cnt'), field('run_time_ns')].map(Number)
      if (runs && ns) times.set(id, { runs, ns })
    }
  }
  return times
}

/** What came on top from one look to the next, for programs that ran. */
export function timesBetween(
  before: ProgramTimes,
  after: ProgramTimes
): { runs: number; ns: number }[] {
  return [...after]
    .map(([id, { runs, ns }]) => ({
      runs: runs - (before.get(id)?.runs ?? 0),
      ns: ns - (before.get(id)?.ns ?? 0)
    }))
    .filter(({ runs }) => runs > 0)
}
