import fs from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import * as v from 'valibot'

import { withDeadline } from '../container/deadline.ts'
import { LABEL } from '../container/label.ts'
import { lastLines } from '../container/podman.ts'
import { removeContainer, underProfile } from '../container/run.ts'
import { abortError, UserError } from '../errors.ts'
import { programOptions } from '../floor/measure.ts'
import { spinProgram } from '../floor/noop.ts'
import { descendants, listProcesses } from '../host/processes.ts'
import { withoutNames } from '../profile/rules.ts'
import { serializeProfile } from '../profile/serialize.ts'
import type { Profile, Rule } from '../profile/types.ts'
import type { Suite } from '../suite/suite.ts'
import type { Canary } from './replay.ts'
import { isDone, START_LIMIT_MS, startNoop, stopStart } from './runtimes.ts'

/** What /proc/PID/status says about a process's filters, proc_pid_status(5). */
export interface FilterState {
  /** 0: no seccomp, 1: strict, 2: filters; undefined: the kernel has none. */
  mode: number | undefined
  /** How many filters; undefined before Linux 5.9. */
  filters: number | undefined
  /** Its parent process; 0 for one outside our namespace. */
  parent: number
}

/** Reads the text of /proc/PID/status. */
export function filterState(status: string): FilterState {
  const field = (name: string) => {
    const value = new RegExp(`^${name}:\\s*(\\d+)$`, 'm').exec(status)?.[1]
    return value === undefined ? undefined : Number(value)
  }
  return {
    mode: field('Seccomp'),
    filters: field('Seccomp_filters'),
    parent: field('PPid') ?? 0
  }
}

/** No program starts without one of these, execve(2), execveat(2). */
const EXEC = ['execve', 'execveat']

/**
 * A profile under which no container can start: the same, but it refuses the
 * calls that execute a program. They return an error, whatever the profile does
 * with other calls, because a runtime hangs when one of its threads is killed.
 */
export function withoutExec(profile: Profile): Profile {
  const refusing: Rule = {
    names: EXEC,
    action: 'SCMP_ACT_ERRNO',
    errnoRet: 1,
    args: []
  }
  const others = withoutNames(profile.syscalls, EXEC)
  return { ...profile, syscalls: [...others, refusing] }
}

/**
 * Proves that the engine enforces a profile, using the tests' image and options
 * and containers that do nothing: one that makes no system call must have one
 * filter more than the process that started it, and none may start under a
 * profile that refuses to execute programs.
 *
 * @param suite its image must be on the machine
 * @param profileFile the profile as podman is given it, absolute
 * @param profile the same, read
 * @returns undefined for an architecture that has no such programs
 * @throws UserError that says what was seen, where the profile is not in force
 *   or a container cannot start under it; the signal's reason
 */
export async function proveFilter(
  suite: Suite,
  profileFile: string,
  profile: Profile
): Promise<Canary | undefined> {
  const program = spinProgram(suite.engine.architecture)
  if (!program) return undefined
  const canary = await seeFilter(suite, profileFile, program)
  await seeRefusal(suite, profileFile, profile)
  suite.world.log.info(
    canary.filters === undefined
      ? 'podman enforces the profile: no container starts where it lacks execve.'
      : 'podman enforces the profile: a container has its filter, and none starts where it lacks execve.'
  )
  return canary
}

/** Where the endless program is in the container. */
const PLACE = '/.seccomp-lock-spin'

async function seeFilter(
  suite: Suite,
  profileFile: string,
  program: Buffer
): Promise<Canary> {
  const { world } = suite
  const { podman, signal, container: name, scratch } = world
  const spin = await programOptions(program, PLACE, scratch)
  const stop = () => stopStart(podman, name)
  try {
    const { value } = await withDeadline(
      () => observe(suite, profileFile, spin),
      stop,
      { timeoutMs: START_LIMIT_MS, signal }
    )
    await removeContainer(podman, name)
    return value
  } catch (error) {
    // It may hang; if the run was cancelled, it is gone already.
    await stop()
    throw signal.aborted ? abortError(signal) : error
  }
}

async function observe(
  { image, inputs, world }: Suite,
  profileFile: string,
  spin: readonly string[]
): Promise<Canary> {
  const { podman, signal, container: name } = world
  const args = [
    'run',
    '--detach',
    `--name=${name}`,
    `--label=${LABEL}=${name}`,
    '--pull=never',
    ...underProfile(profileFile),
    ...inputs.runArgs,
    ...spin,
    '--',
    image
  ]
  const start = await podman.run(args, {
    brief: ['run', ...inputs.runArgs, image],
    cwd: inputs.directory
  })
  if (start.exitCode !== 0) throw notStarted(profileFile, start.stderr)
  for (const end = Date.now() + SEEN_LIMIT_MS; ;) {
    signal.throwIfAborted()
    const pid = await runningPid(world)
    if (pid === 0) {
      const { stdout, stderr } = await podman.run(['logs', name])
      throw notStarted(profileFile, stdout + stderr)
    }
    const seen = await lookAt(pid)
    if (seen === 'hidden') return { filters: undefined }
    if (seen) return judge(seen, profileFile)
    if (Date.now() > end) {
      const late = `nothing; its program had not started after ${SEEN_LIMIT_MS / 1000} s`
      throw notStarted(profileFile, late)
    }
    await sleep(PAUSE_MS, undefined, { signal })
  }
}

/** The runtime may load the filter after podman calls the container started. */
const SEEN_LIMIT_MS = 5_000
const PAUSE_MS = 20

const stateSchema = v.tuple([
  v.object({ State: v.object({ Pid: v.number(), Running: v.boolean() }) })
])

/** The container's first process; 0 if it has ended. */
async function runningPid({
  podman,
  container
}: Suite['world']): Promise<number> {
  const result = await podman.run(['container', 'inspect', container])
  if (result.exitCode !== 0) return 0
  const [{ State }] = v.parse(stateSchema, JSON.parse(result.stdout))
  return State.Running ? State.Pid : 0
}

/** The endless program, and the process that started its container. */
interface Seen {
  pid: number
  program: FilterState
  /** Undefined if it is outside our namespace. */
  starter: FilterState | undefined
}

/**
 * Looks at the container's endless program: the first process, or its child
 * with `--init`.
 *
 * @returns undefined if it does not run yet, or has ended
 */
async function lookAt(first: number): Promise<Seen | 'hidden' | undefined> {
  const all = await listProcesses()
  const [top] = all.filter(({ pid }) => pid === first)
  if (!top) return (await hidesProcesses()) ? 'hidden' : undefined
  const own = [top, ...descendants(first, all)]
  const pid = own.find(({ argv }) => argv[0] === PLACE)?.pid
  const program = pid && (await readState(pid))
  const parent = (await readState(first))?.parent
  if (!pid || !program || parent === undefined) return undefined
  return { pid, program, starter: parent ? await readState(parent) : undefined }
}

/** Whether root's processes, such as the first one, are hidden from us. */
async function hidesProcesses(): Promise<boolean> {
  return (await readState(1)) === undefined
}

async function readState(pid: number): Promise<FilterState | undefined> {
  const status = await fs
    .readFile(`/proc/${pid}/status`, 'utf8')
    .catch(() => undefined)
  return status === undefined ? undefined : filterState(status)
}

function judge({ pid, program, starter }: Seen, profileFile: string): Canary {
  const [own, outer] = [program.filters, starter?.filters]
  const filters =
    own === undefined || outer === undefined ? undefined : own - outer
  if (program.mode === 2 && (filters === undefined || filters > 0)) {
    return { filters }
  }
  const fields = ({ mode, filters: count }: FilterState) =>
    `Seccomp: ${mode ?? 'not there'}, Seccomp_filters: ${count ?? 'not there'}`
  throw notEnforced(
    profileFile,
    `a container started under it has this in /proc/${pid}/status: ${fields(program)}` +
      (starter
        ? `; the process that started it has this: ${fields(starter)}`
        : '')
  )
}

async function seeRefusal(
  suite: Suite,
  profileFile: string,
  profile: Profile
): Promise<void> {
  const file = path.join(suite.world.scratch, 'no-exec.json')
  await fs.writeFile(file, serializeProfile(withoutExec(profile)))
  const start = await startNoop(suite, { options: underProfile(file) })
  if (!start || !isDone(start)) return
  throw notEnforced(
    profileFile,
    'a container started under the same profile without execve and execveat, which every program needs to start'
  )
}

function notEnforced(profileFile: string, seen: string): UserError {
  return new UserError(
    `podman does not enforce the profile ${profileFile}: ${seen}`,
    {
      code: 'replay',
      hint: 'No profile protects containers on this machine. Find out what removes `--security-opt=seccomp=`: `run-args`, `seccomp_profile` or `runtime` in containers.conf, or a program that replaces podman (`type -a podman`).'
    }
  )
}

function notStarted(profileFile: string, said: string): UserError {
  return new UserError(
    `a container that does nothing cannot start under the profile ${profileFile}`,
    { code: 'replay', hint: `podman said:\n${lastLines(said) || 'nothing'}` }
  )
}
