import os from 'node:os'

import path from 'path'

/** Where floors are kept on the runner, XDG Base Directory Specification. */
export function floorDirectory(environment: NodeJS.ProcessEnv): string {
  const { XDG_CACHE_HOME: cache, HOME: home } = environment
  const base =
    cache && path.isAbsolute(cache)
      ? cache
      : path.join(home ? path.resolve(home) : os.homedir(), '.cache')
  return path.join(base, 'seccomp-lock')
}
