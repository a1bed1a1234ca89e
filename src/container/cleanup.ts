import fs from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

import { exists } from '../host/files.ts'
import { listProcesses, pidsOf } from '../host/processes.ts'
import { stopBuild } from './build.ts'
import { killAsRoot } from './kill.ts'
import type { Podman } from './podman.ts'
import { stopTests } from './run.ts'

/**
 * Removes what a run left behind if it was killed before it could clean up: the
 * build, the container, the tracers, the temporary directory. Safe to call
 * again.
 *
 * @returns whether there was anything left
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
      await endTracers(podman, leftovers.scratch)
    } finally {
      await fs.rm(leftovers.scratch, { recursive: true, force: true })
    }
  }
  return wasKilled
}

/** How long tracers may take to end by themselves, as they do after us. */
const ENDING_MS = 15_000

/** A tracer has a path below the run's directory on its command line. */
async function endTracers(podman: Podman, scratch: string): Promise<void> {
  // Anything but such a path would name other people's processes.
  if (!/^\/.*\/seccomp-lock-\w+$/.test(scratch)) return
  const find = async () =>
    (await listProcesses()).filter(
      ({ pid, argv }) =>
        pid !== process.pid && argv.some(text => text.includes(scratch))
    )
  const deadline = Date.now() + ENDING_MS
  while ((await find()).length > 0) {
    if (Date.now() > deadline) {
      await killAsRoot(podman, pidsOf(await find()), 'KILL')
      return
    }
    await sleep(100)
  }
}

/** What a run makes and removes again. */
export interface Leftovers {
  container: string
  scratch: string
}
