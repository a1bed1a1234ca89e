import os from 'node:os'
import path from 'node:path'

import * as core from '@actions/core'
import { exec } from '@actions/exec'

import { setUpRunner } from './checks/install.ts'
import { works } from './checks/trouble.ts'
import { cleanUp } from './container/cleanup.ts'
import { createPodman, type PodmanMode } from './container/podman.ts'
import { examine, tryOut } from './doctor.ts'
import { createTrials } from './doctor-trials.ts'
import { abortError, Cancelled, messageOf, UserError } from './errors.ts'
import { readTarget } from './github/payload.ts'
import { podmanEnvironment } from './host/environment.ts'
import { temporaryDirectory } from './host/temporary.ts'
import { readInputs, readMode, readPodman, readSetup } from './inputs/inputs.ts'
import { readPublishing } from './inputs/publishing.ts'
import { createLog, oneLine } from './log.ts'
import { fileInRepository } from './publish/github.ts'
import { openGitHub } from './publish/github.ts'
import { type GitHub } from './publish/github.ts'
import { publish } from './publish/publish.ts'
import { tell } from './publish/tell.ts'
import { type Replay } from './replay/replay.ts'
import { type Annotation } from './report/annotations.ts'
import { renderDoctor } from './report/examination.ts'
import { verdictOf } from './report/examination.ts'
import { headline } from './report/report.ts'
import { run, type RunResult } from './run.ts'
import { type World } from './suite/preflight.ts'
import { withPlace } from './suite/prepare.ts'
import { type Verification, verifyProfile } from './verify.ts'

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
  const world: World = {
    ...{ exec, environment: process.env, uid, log, setupScript },
    temporary: temporaryDirectory(process.env),
    signal: controller.signal,
    onStart: ({ container, scratch }) => {
      // The post step does nothing without a container's name.
      core.saveState(SCRATCH, scratch)
      core.saveState(PODMAN, readPodman(get))
      core.saveState(CONTAINER, container)
    }
  }
  if (readMode(get) === 'doctor') {
    if (readSetup(get) === 'install') await setUpRunner(world)
    await doctor(readPodman(get), world)
    return
  }
  const inputs = readInputs(get, workspace)
  const publishing = readPublishing(get)
  const target = await readTarget(process.env, publishing)
  if (!target.run.may) {
    const { why, hint } = target.run
    throw new UserError(`not run: ${why}`, { hint })
  }
  const gitHub = await openGitHub(publishing, target, inputs.profile, world)
  if (readMode(get) === 'verify') {
    await showVerified(await verifyProfile(inputs, world), gitHub)
  } else await show(await run(inputs, world), gitHub)
}

/** Says what this runner has and lacks; fails where it cannot record. */
async function doctor(mode: PodmanMode, world: World): Promise<void> {
  const machine = {
    kernel: os.release(),
    sudo: uid !== 0,
    rootless: mode === 'rootless',
    environment: podmanEnvironment(process.env)
  }
  const seen = await examine(machine)
  const examination = works(seen.machine)
    ? await withPlace(world, createPodman(world, mode), place =>
        tryOut(seen, createTrials(machine, place))
      )
    : seen
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
  await core.summary
    .addRaw(text)
    .write()
    .catch((error: unknown) => {
      log.warning(`The summary could not be written: ${messageOf(error)}`)
    })
}

/** Outputs, annotations and summary first; only then may the step fail. */
async function show(result: RunResult, gitHub: GitHub): Promise<void> {
  const published = await unlessCancelled(
    publish(result, gitHub),
    gitHub.signal,
    result.changed
      ? 'the new profile is in the workspace'
      : 'nothing was written'
  )
  const { judgement, diff, replay, profile } = result.findings
  const { publication, fails } = published
  core.setOutput('verdict', judgement.verdict)
  core.setOutput('changed', result.changed)
  core.setOutput('added', diff.added)
  core.setOutput('removed', diff.removed)
  core.setOutput('recording-paths', result.recordingPaths)
  const isCommitted = publication?.kind === 'committed'
  core.setOutput('commit', isCommitted ? publication.sha : '')
  const file = fileInRepository(gitHub, profile)
  await showReplay({ ...published, ...result, replay, profile, file })
  const word = judgement.denied.length > 0 ? 'denied' : judgement.verdict
  const line = `${word}: ${headline(result.findings)}`
  if (replay.failure) failWith(replay.failure)
  else if (fails) core.setFailed(oneLine(line))
  else log.info(line)
}

async function showVerified(
  verification: Verification,
  gitHub: GitHub
): Promise<void> {
  const { replay, headline, sections, profile } = verification
  const told = await unlessCancelled(
    tell(gitHub, {
      ...{ sections, key: `${profile} (verify)`, refused: [] },
      isFinding: replay.failure !== undefined
    }),
    gitHub.signal
  )
  core.setOutput('changed', false)
  const file = fileInRepository(gitHub, profile)
  await showReplay({ ...told, ...verification, file })
  if (replay.failure) failWith(replay.failure)
  else log.info(`verified: ${headline}`)
}

/** Waits for GitHub no longer than until the run is told to stop. */
async function unlessCancelled<T>(
  work: Promise<T>,
  signal: AbortSignal,
  left?: string
): Promise<T> {
  const cancelled = new Promise<never>((_, reject) => {
    const cancel = () => {
      const error = abortError(signal)
      reject(
        error instanceof Cancelled ? new Cancelled(error.signal, left) : error
      )
    }
    if (signal.aborted) cancel()
    else signal.addEventListener('abort', cancel, { once: true })
  })
  return Promise.race([work, cancelled])
}

/** What both modes show: outputs, annotations and summary. */
async function showReplay(shown: {
  replay: Replay
  /** Within the workspace, and within the repository. */
  profile: string
  file: string
  image: string
  reportPath: string
  commentUrl: string | undefined
  annotations: readonly Annotation[]
  summary: string
}): Promise<void> {
  const { replay, profile } = shown
  core.setOutput('replay', replay.result)
  core.setOutput('denied', [...new Set(replay.denied.map(({ name }) => name))])
  core.setOutput('profile-path', profile)
  core.setOutput('report-path', shown.reportPath)
  core.setOutput('comment-url', shown.commentUrl ?? '')
  core.setOutput('image', shown.image)
  for (const { level, place, message } of shown.annotations) {
    core[level](message, {
      title: 'seccomp',
      ...(place && { file: shown.file, startLine: place.line }),
      ...(place?.column !== undefined && { startColumn: place.column })
    })
  }
  await summarize(shown.summary)
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
    core.setFailed(`${error.message}; ${error.left}`)
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
