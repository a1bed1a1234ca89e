import fs from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { UserError } from '../errors.ts'
import {
  descendants,
  listProcesses,
  pidsOf,
  type Process
} from '../host/processes.ts'
import type { Log } from '../log.ts'
import { withDeadline } from './deadline.ts'
import { killAsRoot } from './kill.ts'
import { lastLines, type Podman } from './podman.ts'
import { markOption, removeWorkingContainers } from './working-containers.ts'

export interface BuildInput {
  /** Absolute, a directory. */
  context: string
  /** Absolute; undefined: Containerfile, then Dockerfile, in the context. */
  containerfile: string | undefined
  /** `NAME=value` each. */
  buildArgs: string[]
  target: string | undefined
  /** An empty directory of this run's own. */
  scratch: string
  timeoutMs: number
  signal: AbortSignal
}

/**
 * The file that `podman build` should read.
 *
 * @throws UserError if the context or the file is missing
 */
export async function findContainerfile(
  context: string,
  containerfile: string | undefined
): Promise<string> {
  const kind = await kindOf(context)
  if (kind !== 'a directory') {
    throw new UserError(`input context: ${context} is ${kind}`, {
      code: 'suite',
      hint: 'Name the directory that the image is built from.'
    })
  }
  if (containerfile !== undefined) {
    const found = await kindOf(containerfile)
    if (found === 'a file') return containerfile
    throw new UserError(`input containerfile: ${containerfile} is ${found}`, {
      code: 'suite',
      hint: 'Name the Containerfile, relative to the working directory.'
    })
  }
  for (const name of ['Containerfile', 'Dockerfile']) {
    const file = path.join(context, name)
    if ((await kindOf(file)) === 'a file') return file
  }
  throw new UserError(
    `input containerfile: ${context} has neither a Containerfile nor a Dockerfile`,
    { code: 'suite', hint: 'Set `containerfile`, `context`, or `image`.' }
  )
}

async function kindOf(file: string) {
  const stat = await fs.stat(file).catch(() => undefined)
  if (!stat) return 'missing'
  return stat.isDirectory()
    ? 'a directory'
    : stat.isFile()
      ? 'a file'
      : 'not a regular file'
}

/**
 * Builds the image.
 *
 * @returns its ID
 * @throws UserError if the build fails or takes too long
 */
export async function buildImage(
  podman: Podman,
  log: Log,
  input: BuildInput
): Promise<string> {
  const { context, containerfile } = input
  const file = await findContainerfile(context, containerfile)
  const idFile = path.join(input.scratch, 'image-id')
  const own = [
    ...(input.target === undefined ? [] : [`--target=${input.target}`]),
    ...input.buildArgs.map(arg => `--build-arg=${arg}`)
  ]
  const fileOption = `--file=${csvField(file)}`
  const args = [
    'build',
    `--iidfile=${idFile}`,
    fileOption,
    ...own,
    markOption(input.scratch),
    '--',
    context
  ]
  const shownFile = containerfile === undefined ? [] : [fileOption]
  const brief = ['build', ...shownFile, ...own, context]
  const { value: result, timedOut } = await log.group('Build the image', show =>
    withDeadline(
      () => podman.run(args, { show, brief }),
      () => stopBuild(podman, input.scratch),
      input
    )
  )
  if (timedOut) {
    throw new UserError(
      `the build took longer than ${input.timeoutMs / 60_000} minutes and was stopped`,
      {
        code: 'suite',
        hint: 'Raise `timeout-minutes`, or look in the log for where it hangs.'
      }
    )
  }
  if (result.exitCode !== 0) {
    throw new UserError(
      `the image could not be built: podman build ended with exit code ${result.exitCode}`,
      {
        code: 'suite',
        hint: `The end of its output:\n${lastLines(result.stderr)}`
      }
    )
  }
  return (await fs.readFile(idFile, 'utf8')).trim()
}

/** podman reads `--file` as comma-separated values (RFC 4180). */
function csvField(value: string): string {
  return /[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}

/** How often to try to stop a build, five times a second. */
const ROUNDS = 100

/** A build without a process of its own for two seconds is told to end. */
const ROUNDS_WITHOUT_STEP = 10

/**
 * Stops the build whose files are in `scratch`, if it still runs. A podman
 * build that gets a signal leaves its RUN step running and its working
 * container behind. If instead the process that works for it dies, it cleans up
 * and ends.
 *
 * @throws UserError if it cannot be stopped
 */
export async function stopBuild(
  podman: Podman,
  scratch: string
): Promise<void> {
  let wasRunning = false
  for (let round = 0; round < ROUNDS; round++) {
    const all = await listProcesses()
    const ours = all.filter(
      process =>
        isBuild(process) &&
        process.argv.some(arg => arg.startsWith(`--iidfile=${scratch}/`))
    )
    if (ours.length === 0) {
      // The build mostly did, unless its output was gone or it was told to end.
      if (wasRunning) await removeWorkingContainers(podman, scratch)
      return
    }
    wasRunning = true
    const workers = ours
      .flatMap(build => descendants(build.pid, all))
      .filter(isWorker)
    if (workers.length > 0) {
      await killAsRoot(podman, pidsOf(workers), 'KILL')
    } else if (round >= ROUNDS_WITHOUT_STEP) {
      // It pulls or commits.
      await killAsRoot(podman, pidsOf(ours), 'TERM')
    }
    await sleep(200)
  }
  throw new UserError('podman build cannot be stopped', {
    code: 'suite',
    hint: 'Look for it on the runner: ps -ef | grep podman'
  })
}

function isBuild({ argv }: Process): boolean {
  return Boolean(argv[0]?.endsWith('podman')) && argv.includes('build')
}

/**
 * Whether a build waits for this process: a RUN step, or the copier of COPY
 * and ADD, which buildah starts under such a name (copier/copier.go).
 */
function isWorker({ isContained, argv }: Process): boolean {
  return isContained || Boolean(argv[0]?.startsWith('buildah-copier'))
}
