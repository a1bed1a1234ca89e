import os from 'node:os'
import path from 'node:path'

/**
 * The runner's directory for floors and histories.
 *
 * Source: XDG Base Directory Specification, XDG_CACHE_HOME.
 */
export function cacheDirectory(environment: NodeJS.ProcessEnv): string {
  const { XDG_CACHE_HOME: cache, HOME: home } = environment
  const base =
    cache && path.isAbsolute(cache)
      ? cache
      : path.join(home ? path.resolve(home) : os.homedir(), '.cache')
  return path.join(base, 'seccomp-lock')
}
