import { cgroupKey } from './key.ts'
import { PATH_LENGTH } from './program.ts'

/** A cgroup that was made while bpftrace watched. */
export interface MadeCgroup {
  /** Its part of the keys of calls, see `cgroupKey`. */
  key: number
  /**
   * Its path from the hierarchy's root, one character per byte, possibly cut
   * off.
   */
  path: string
}

/**
 * The cgroups in the program's map `@cg`, each with the correct reading of its
 * path. Empty also if no reading is correct.
 */
export function madeCgroups(
  map: ReadonlyMap<string, number> = new Map()
): MadeCgroup[] {
  return [...map.keys()].flatMap(text => {
    const { id, level, path } = KEY.exec(text)?.groups ?? {}
    return id !== undefined &&
      path !== undefined &&
      isCorrect(path, Number(level))
      ? [{ key: cgroupKey(id), path }]
      : []
  })
}

const KEY = /^(?<id>\d+),(?<level>\d+),(?<path>.*)$/s

/** A cgroup at level 2 has a path such as `/a/b`. */
function isCorrect(path: string, level: number): boolean {
  const names = path.split('/').length - 1
  return (
    path.startsWith('/') && (isCutOff(path) ? names <= level : names === level)
  )
}

/** Newer versions of bpftrace append two dots to a text that they cut off. */
function isCutOff(path: string): boolean {
  return path.length >= PATH_LENGTH
}

/**
 * The keys of a container's cgroups and of those that it made below them:
 * podman names them after the container's ID. A path that is cut off can still
 * have enough of the ID.
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
        // The cgroup of its monitor is `libpod-conmon-ID.scope`.
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
 * path correctly, or cut paths off too early, or there was none.
 */
export function whyUnseen(
  map: ReadonlyMap<string, number> = new Map()
): 'misread' | 'cut off' | 'none' {
  const made = madeCgroups(map)
  if (map.size > 0 && made.length === 0) return 'misread'
  return made.some(({ path }) => isCutOff(path)) ? 'cut off' : 'none'
}
