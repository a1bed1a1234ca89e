import { cgroupKey } from './key.ts'
import { PATH_LENGTH } from './program.ts'

/** A cgroup that was made while bpftrace watched. */
export interface MadeCgroup {
  /** What stands for it in the keys of calls. */
  key: number
  /** From the hierarchy's root on, a character a byte; maybe cut off. */
  path: string
}

/**
 * The cgroups of the program's map `@cg`, each by the reading of its path that
 * is true. Empty also where there was none that is.
 */
export function madeCgroups(
  map: ReadonlyMap<string, number> = new Map()
): MadeCgroup[] {
  return [...map.keys()].flatMap(text => {
    const { id, level, path } = KEY.exec(text)?.groups ?? {}
    return id !== undefined && path !== undefined && isTrue(path, Number(level))
      ? [{ key: cgroupKey(id), path }]
      : []
  })
}

const KEY = /^(?<id>\d+),(?<level>\d+),(?<path>.*)$/s

/** A cgroup at level 2 is `/a/b`. */
function isTrue(path: string, level: number): boolean {
  const names = path.split('/').length - 1
  return (
    path.startsWith('/') && (isCutOff(path) ? names <= level : names === level)
  )
}

/** Newer versions of bpftrace write two dots behind a text that they cut. */
function isCutOff(path: string): boolean {
  return path.length >= PATH_LENGTH
}

/**
 * The keys of the cgroups of a container and of what it made below: podman
 * names them after the container's ID. A path can be cut off behind enough of
 * that.
 */
export function cgroupsOf(
  made: readonly MadeCgroup[],
  containerId: string
): Set<number> {
  const short = containerId.slice(0, 32)
  return new Set(
    made
      .filter(({ path }) => {
        const own = path.indexOf(short)
        const isCut = path.length - own < containerId.length
        // Its monitor's is `libpod-conmon-ID.scope`.
        return (
          own > 0 &&
          !path.slice(0, own).endsWith('conmon-') &&
          (isCut || path.includes(containerId))
        )
      })
      .map(({ key }) => key)
  )
}

/**
 * Why a container's cgroup is not among those that were made: bpftrace read no
 * path right, or cut all off too early, or there was none.
 */
export function whyUnseen(
  map: ReadonlyMap<string, number> = new Map()
): 'misread' | 'cut off' | 'none' {
  const made = madeCgroups(map)
  if (map.size > 0 && made.length === 0) return 'misread'
  return made.some(({ path }) => isCutOff(path)) ? 'cut off' : 'none'
}
