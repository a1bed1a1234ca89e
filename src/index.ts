import path from 'node:path'

import * as core from '@actions/core'
import { exec } from '@actions/exec'

import { setUpRunner } from './checks/install.ts'
import { cleanUp } from './container/cleanup.ts'
import { createPodman } from './container/podman.ts'
import { examineRunner } from './doctor.ts'
import { Cancelled, UserError } from './errors.ts'
import { readTarget } from './github/payload.ts'
import { temporaryDirectory } from './host/temporary.ts'
import { readInputs, readMode, readPodman, readSetup } from './inputs/inputs.ts'
import { readPublishing } from './inputs/publishing.ts'
import { createLog } from './log.ts'
import {
  showError,
  showExamination,
  showRun,
  showVerification
} from './outputs.ts'
import { fileInRepository, openGitHub } from './publish/github.ts'
import { run } from './run.ts'
import type { World } from './suite/preflight.ts'
import { verifyProfile } from './verify.ts'

const log = createLog(core, chunk => process.stdout.write(chunk))
const uid = process.getuid?.() ?? 0
const get = (name: string) => core.getInput(name)

/** The runner starts this file twice: as the step, and after the job. */
const IS_POST = 'isPost'

/** The state that the step saves for the post step. */
const CONTAINER = 'container'
const SCRATCH = 'scratch'
const PODMAN = 'podman'

async function main(): Promise<void> {
  core.saveState(IS_POST, 'true')
  const workspace = path.resolve(process.env['GITHUB_WORKSPACE'] ?? '.')
  const world = createWorld()
  if (readMode(get) === 'doctor') {
    if (readSetup(get) === 'install') await setUpRunner(world)
    await showExamination(await examineRunner(readPodman(get), world), log)
    return
  }
  const inputs = readInputs(get, workspace)
  const publishing = readPublishing(get)
  const target = await readTarget(process.env, publishing)
  if (!target.run.may) {
    const { why, hint } = target.run
    throw new UserError(`not run: ${why}`, { code: 'github', hint })
  }
  const gitHub = await openGitHub(publishing, target, inputs, world)
  const change = {
    lineage: gitHub.lineage,
    path: fileInRepository(gitHub, path.relative(workspace, inputs.profile)),
    today: new Date().toISOString().slice(0, 10)
  }
  if (readMode(get) === 'verify') {
    const verification = await verifyProfile(inputs, world, change)
    await showVerification(verification, gitHub, log)
  } else {
    await showRun(await run(inputs, world, change), gitHub, log)
  }
}

/** Makes the world; its signal ends the run when the runner cancels it. */
function createWorld(): World {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      controller.abort(new Cancelled(signal))
    })
  }
  return {
    exec,
    environment: process.env,
    uid,
    log,
    // dist/index.js, next to the repository's scripts/
    setupScript: path.resolve(
      path.dirname(process.argv[1] ?? '.'),
      '../scripts/setup-runner.sh'
    ),
    temporary: temporaryDirectory(process.env),
    signal: controller.signal,
    onStart: ({ container, scratch }) => {
      // The post step does nothing without a container's name.
      core.saveState(SCRATCH, scratch)
      core.saveState(PODMAN, readPodman(get))
      core.saveState(CONTAINER, container)
    }
  }
}

async function post(): Promise<void> {
  const container = core.getState(CONTAINER)
  if (!container) return
  const mode = core.getState(PODMAN) === 'rootless' ? 'rootless' : 'root'
  const podman = createPodman({ exec, environment: process.env, uid }, mode)
  const leftovers = { container, scratch: core.getState(SCRATCH) }
  if (await cleanUp(podman, leftovers)) {
    log.info('Cleaned up after the killed step.')
  }
}

try {
  await (core.getState(IS_POST) ? post() : main())
} catch (error) {
  showError(error)
}
