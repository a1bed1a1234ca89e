import fs from 'node:fs/promises'

import { stopBuild } from './container/build.js'
import type { Podman } from './container/podman.js'
import { stopTests } from './container/run.js'
import { exists } from './files.js'
import type { Leftovers } from './record.js'

/**
 * Removes what a run left that was killed before it could clean up: the
 * build, the container, the temporary directory. Safe to call again.
 *
 * @returns whether the run had not cleaned up by itself
 */
export async function cleanUp(
  podman: Podman,
  leftovers: Leftovers
): Promise<boolean> {
  const wasKilled = await exists(leftovers.scratch)
  try {
    await stopBuild(podman, leftovers.scratch)
  } finally {
    try {
      await stopTests(podman, leftovers.container)
    } finally {
      await fs.rm(leftovers.scratch, { recursive: true, force: true })
    }
  }
  return wasKilled
}
