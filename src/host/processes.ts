import fs from 'node:fs/promises'

/** A process as /proc shows it to everyone (proc(5)). */
export interface Process {
  pid: number
  parent: number
  argv: string[]
  /** Whether it runs in a PID namespace below ours, as containers do. */
  isContained: boolean
}

/** All visible processes, without those that end meanwhile. */
export async function listProcesses(): Promise<Process[]> {
  const entries = (await fs.readdir('/proc')).filter(e => /^\d+$/.test(e))
  const processes = await Promise.all(entries.map(readProcess))
  return processes.filter(p => p !== undefined)
}

async function readProcess(entry: string): Promise<Process | undefined> {
  try {
    const [cmdline, status] = await Promise.all([
      fs.readFile(`/proc/${entry}/cmdline`, 'utf8'),
      fs.readFile(`/proc/${entry}/status`, 'utf8')
    ])
    const field = (name: string) =>
      new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1] ?? ''
    return {
      pid: Number(entry),
      parent: Number(field('PPid')),
      argv: cmdline.split('\0'),
      isContained: field('NSpid').split(/\s+/).length > 1
    }
  } catch {
    return undefined
  }
}

/** A process's children, their children, and so on. */
export function descendants(of: number, all: readonly Process[]): Process[] {
  const children = all.filter(p => p.parent === of)
  return children.flatMap(child => [child, ...descendants(child.pid, all)])
}

/** The process IDs alone. */
export function pidsOf(processes: readonly Process[]): number[] {
  return processes.map(({ pid }) => pid)
}
