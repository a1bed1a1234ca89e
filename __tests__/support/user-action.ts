import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { ACTION } from '../../scripts/local-runner.ts'
import { createRepository } from '../../scripts/scratch-repository.ts'
import type { Scratch } from './scratch.ts'

/**
 * Puts the action into a Scratch as the runner checks it out, readable for a
 * user, with a repository that is the user's.
 */
export function giveActionTo(
  name: string,
  scratch: Scratch
): { action: string; node: string } {
  const action = path.join(scratch.root, 'action')
  for (const part of ['action.yml', 'dist', 'scripts']) {
    fs.cpSync(path.join(ACTION, part), path.join(action, part), {
      recursive: true
    })
  }
  const node = path.join(scratch.root, 'node')
  fs.copyFileSync(path.join(ACTION, 'node_modules/node/bin/node'), node)
  createRepository(scratch.workspace)
  execFileSync('chown', ['-R', name, scratch.workspace, scratch.temporary])
  fs.chmodSync(scratch.root, 0o755)
  return { action, node }
}
