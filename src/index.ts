import os from 'node:os'
import path from 'node:path'

import * as core from '@actions/core'
import { exec } from '@actions/exec'

import { cleanUp } from './cleanup.js'
import { createPodman, type PodmanMode } from './container/podman.js'
import { Cancelled, UserError } from './errors.js'
import { podmanEnvironment } from './container/environment.js'
import { examine, renderDoctor, verdictOf } from './doctor.js'
import { readInputs, readMode, readPodman, readSetup } from './inputs.js'
import { createLog, oneLine } from './log.js'
import type { World } from './open.js'
import type { Replay } from './replay/replay.js'
import { run, type RunResult } from './run.js'
import { setUpRunner } from './setup.js'
import { type Verification, verifyProfile } from './verify.js'
import { temporaryDirectory } from './workspace.js'

const log = createLog(core, chunk => process.stdout.write(chunk))
const uid = process.getuid?.() ?? 0

/** The runner starts this file twice: as the step, and after the job. */
const IS_POST = 'isPost'
const CONTAINER = 'container'
const SCRATCH = 'scratch'
const PODMAN = 'podman'

async function main(): Promise<void> {
  core.saveState(IS_POST, 'true')
  const workspace = path.resolve(process.env['GITHUB_WORKSPACE'] ?? '.')
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      controller.abort(new Cancelled(signal))
    })
  }
  const get = (name: string) => core.getInput(name)
  // dist/index.js, beside which the repository's scripts stand
  const setupScript = path.resolve(
    path.dirname(process.argv[1] ?? '.'),
    '../scripts/setup-runner.sh'
  )
  if (readMode(get) === 'doctor') {
    const world = { exec, environment: process.env, log, setupScript }
    if (readSetup(get) === 'install') await setUpRunner(world)
    await doctor(readPodman(get))
    return
  }
  const inputs = readInputs(get, workspace)
  const world: World = {
    exec,
    environment: process.env,
    uid,
    log,
    temporary: temporaryDirectory(process.env),
    setupScript,
    signal: controller.signal,
    onStart: ({ container, scratch }) => {
      // The post step does nothing without a container's name.
      core.saveState(SCRATCH, scratch)
      core.saveState(PODMAN, inputs.podman)
      core.saveState(CONTAINER, container)
    }
  }
  const profile = path.relative(workspace, inputs.profile)
  if (readMode(get) === 'verify') {
    await tellVerified(await verifyProfile(inputs, world), profile)
  } else await tell(await run(inputs, world), profile)
}

/** Says what this runner has and lacks; fails where it cannot record. */
async function doctor(podman: PodmanMode): Promise<void> {
  const examination = await examine({
    kernel: os.release(),
    sudo: uid !== 0,
    rootless: podman === 'rootless',
    environment: podmanEnvironment(process.env)
  })
  const table = renderDoctor(examination)
  await log.group('What this runner has', show => {
    show(table)
    return Promise.resolve()
  })
  await summarize(table)
  const line = verdictOf(examination)
  if (examination.recordsWith.length === 0) core.setFailed(oneLine(line))
  else log.info(line)
}

async function summarize(text: string): Promise<void> {
  if (!process.env['GITHUB_STEP_SUMMARY']) return
  await core.summary.addRaw(text).write()
}

/** Outputs, annotations and summary first; only then may the step fail. */
async function tell(result: RunResult, profile: string): Promise<void> {
  const { judgement, diff } = result.findings
  core.setOutput('verdict', judgement.verdict)
  core.setOutput('changed', result.changed)
  core.setOutput('added', diff.added)
  core.setOutput('removed', diff.removed)
  core.setOutput('recording-paths', result.recordingPaths)
  await tellReplay(result.findings.replay, profile, result)
  const { replay } = result.findings
  const word = judgement.denied.length > 0 ? 'denied' : judgement.verdict
  const line = `${word}: ${result.headline}`
  if (replay.failure) failWith(replay.failure)
  else if (judgement.fails) core.setFailed(oneLine(line))
  else log.info(line)
}

async function tellVerified(
  verification: Verification,
  profile: string
): Promise<void> {
  const { replay, headline } = verification
  core.setOutput('changed', false)
  await tellReplay(replay, profile, verification)
  if (replay.failure) failWith(replay.failure)
  else log.info(`verified: ${headline}`)
}

/** What both modes tell: outputs, annotations and summary. */
async function tellReplay(
  replay: Replay,
  profile: string,
  told: Pick<RunResult, 'report' | 'reportPath' | 'image' | 'annotations'>
): Promise<void> {
  core.setOutput('replay', replay.result)
  core.setOutput('denied', [...new Set(replay.denied.map(({ name }) => name))])
  core.setOutput('profile-path', profile)
  core.setOutput('report-path', told.reportPath)
  core.setOutput('image', told.image)
  for (const { level, place, message } of told.annotations) {
    core[level](message, {
      title: 'seccomp',
      ...(place && { file: profile, startLine: place.line }),
      ...(place?.column !== undefined && { startColumn: place.column })
    })
  }
  await summarize(told.report)
}

async function post(): Promise<void> {
  const container = core.getState(CONTAINER)
  if (!container) return
  const mode = core.getState(PODMAN) === 'rootless' ? 'rootless' : 'root'
  const podman = createPodman({ exec, environment: process.env, uid }, mode)
  const leftovers = { container, scratch: core.getState(SCRATCH) }
  if (await cleanUp(podman, leftovers)) {
    log.info('Removed what the killed step had left.')
  }
}

function failWith({ message, hint }: UserError): void {
  core.setFailed(hint === undefined ? message : `${message}\n${hint}`)
}

function fail(error: unknown): void {
  if (error instanceof Cancelled) {
    core.setFailed(`${error.message}; nothing was written`)
    process.exitCode = error.signal === 'SIGINT' ? 130 : 143
  } else if (error instanceof UserError) {
    failWith(error)
  } else {
    core.setFailed(error instanceof Error ? error : String(error))
    core.info('This is a bug in seccomp-lock: please report it with this log.')
    if (error instanceof Error && error.stack) {
      for (const line of error.stack.split('\n')) core.info(oneLine(line))
    }
  }
}

try {
  await (core.getState(IS_POST) ? post() : main())
} catch (error) {
  fail(error)
}
