import fs from 'node:fs'
import path from 'node:path'

import { exec } from '@actions/exec'

import { inspectEngine, readEngineDefault } from '../../src/container/engine.ts'
import { createPodman } from '../../src/container/podman.ts'
import { podmanEnvironment } from '../../src/host/environment.ts'
import { readInputs } from '../../src/inputs/inputs.ts'
import type { Log } from '../../src/log.ts'
import type { Profile } from '../../src/profile/types.ts'
import type { Suite } from '../../src/suite/suite.ts'
import { PODMAN_DEFAULT_CAPABILITIES } from '../../src/syscalls/capabilities.ts'
import { getter } from './action-yml.ts'
import { BASE_IMAGE, type Scratch } from './scratch.ts'

const silent: Log = {
  info: () => undefined,
  warning: text => {
    throw new Error(text)
  },
  debug: () => undefined,
  group: (_, work) => work(() => undefined)
}

/**
 * A run of the tests for `enforce`, with the real podman.
 *
 * @param number tells runs of one Scratch apart
 */
export async function runOf(
  scratch: Scratch,
  inputs: Record<string, string>,
  number = 0
): Promise<Suite> {
  const podman = createPodman(
    { exec, environment: process.env, uid: 0 },
    'root'
  )
  const { root, temporary, workspace } = scratch
  const directory = path.join(temporary, `of-${number}`)
  fs.mkdirSync(directory)
  return {
    image: inputs['image'] ?? BASE_IMAGE,
    engine: await inspectEngine(podman),
    inputs: readInputs(getter(inputs), workspace),
    environment: process.env,
    world: {
      podman,
      log: silent,
      scratch: directory,
      container: `seccomp-lock-${path.basename(root)}-${number}`,
      signal: new AbortController().signal
    }
  }
}

/** What `enforce` wants to know, with nobody to watch: the test does. */
export async function watching({ engine }: Suite) {
  const { architecture, kernel } = engine
  return {
    watch: 'nobody' as const,
    outer: await readEngineDefault(engine),
    capabilities: PODMAN_DEFAULT_CAPABILITIES,
    host: {
      architecture,
      kernel,
      sudo: false,
      rootless: false,
      environment: podmanEnvironment(process.env)
    }
  }
}

/** The profile without a name. */
export const lacking = (profile: Profile, name: string): Profile => ({
  ...profile,
  syscalls: profile.syscalls
    .map(rule => ({ ...rule, names: rule.names.filter(n => n !== name) }))
    .filter(({ names }) => names.length > 0)
})
