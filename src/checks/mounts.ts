import fs from 'node:fs/promises'

/** What is mounted where, proc_pid_mounts(5). */
export interface Mount {
  directory: string
  type: string
}

/** Which version of cgroups a machine has mounted, cgroups(7). */
export type CgroupVersion = 'v1' | 'v2' | 'v1 and v2' | 'none'

/** What this process sees mounted. */
export async function readMounts(): Promise<Mount[]> {
  const text = await fs.readFile('/proc/self/mounts', 'utf8').catch(() => '')
  return parseMounts(text)
}

/** The lines of /proc/self/mounts, fstab(5). */
export function parseMounts(text: string): Mount[] {
  return text.split('\n').flatMap(line => {
    const [, directory, type] = line.split(' ')
    if (directory === undefined || type === undefined) return []
    return [{ directory: unescape(directory), type }]
  })
}

function unescape(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(parseInt(octal, 8))
  )
}

/** As OCI runtimes tell them apart (crun, `libcrun_get_cgroup_mode`). */
export function cgroupVersion(mounts: readonly Mount[]): CgroupVersion {
  const typeOf = (directory: string) =>
    mounts.findLast(mount => mount.directory === directory)?.type
  if (typeOf('/sys/fs/cgroup') === 'cgroup2') return 'v2'
  if (typeOf('/sys/fs/cgroup/unified') === 'cgroup2') return 'v1 and v2'
  return mounts.some(({ type }) => type === 'cgroup') ? 'v1' : 'none'
}
