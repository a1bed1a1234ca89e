import fs from 'node:fs/promises'

import { stopBuild } from './container/build.js'
import type { Podman } from './container/podman.js'
import { removeContainer } from './container/run.js'
import type { Leftovers } from './record.js'

/**
 * Removes what a run left that was killed before it could clean up: the
 * build, the container, the temporary directory. Safe to call again.
 */
export async function cleanUp(
  podman: Podman,
  leftovers: Leftovers
): Promise<void> {
  await stopBuild(podman, leftovers.scratch)
  await removeContainer(podman, leftovers.container)
  await fs.rm(leftovers.scratch, { recursive: true, force: true })
}
