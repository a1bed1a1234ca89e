/**
 * `npm run bench -- recorders`: what each recorder costs a container, beside
 * the same container untraced; `npm run bench -- replay`: the same of a replay. The recorders take turns, so that a machine's
 * slow minutes hit all alike. Fails for a wrong result only.
 */
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { exec } from '@actions/exec'

import { buildImage } from '../src/container/build.ts'
import { inspectEngine } from '../src/container/engine.ts'
import { killAsRoot } from '../src/container/kill.ts'
import { createPodman, type Podman } from '../src/container/podman.ts'
import { Cancelled, UserError } from '../src/errors.ts'
import { listProcesses, pidsOf } from '../src/host/processes.ts'
import { temporaryDirectory } from '../src/host/temporary.ts'
import {
  type Candidate,
  listCandidates,
  listReplays,
  reasonsAgainst
} from './candidates.ts'
import { benchPrograms } from './programs.ts'
import { inRounds, type Measured, ratioTable } from './rounds.ts'
import { median, table } from './table.ts'
import { type BenchWorld, quietLog, tracedRun } from './traced-run.ts'
import {
  loopCommand,
  LOOPS,
  loopTimes,
  TEST_COMMAND,
  testTime
} from './workloads.ts'

const LOOP_ROUNDS = 5
const TEST_ROUNDS = process.argv[2] === 'replay' ? 9 : 5
/** How often a container runs each loop; the least of them counts. */
const TIMES = 3

const EXAMPLE = path.resolve(import.meta.dirname, '../example-app')
const PROFILE = path.join(EXAMPLE, 'seccomp.json')
const IS_REPLAY = process.argv[2] === 'replay'
const PARTS = ['attach', 'run', 'stop'] as const

const faults: string[] = []

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

async function main(signal: AbortSignal): Promise<void> {
  const uid = process.getuid?.() ?? 0
  const podman = createPodman({ exec, environment: process.env, uid }, 'root')
  const engine = await inspectEngine(podman)
  const { version, runtime, kernel } = engine
  const [load = 0] = os.loadavg()
  print(
    `podman ${version}, ${runtime}, Linux ${kernel}, ${os.availableParallelism()} CPUs, load ${load.toFixed(1)}`
  )
  const candidates: Candidate[] = []
  const listed = IS_REPLAY
    ? await listReplays(engine, podman.sudo, PROFILE)
    : await listCandidates(engine, podman.sudo)
  for (const candidate of listed) {
    const reasons = await reasonsAgainst(candidate, engine, podman.sudo)
    if (reasons.length === 0) candidates.push(candidate)
    else print(`left out: ${candidate.name}: ${reasons.join('; ')}`)
  }
  const temporary = temporaryDirectory(process.env)
  const scratch = await fs.mkdtemp(path.join(temporary, 'seccomp-lock-bench-'))
  try {
    const image = await buildImage(
      podman,
      quietLog(() => undefined),
      {
        context: EXAMPLE,
        containerfile: undefined,
        buildArgs: [],
        target: undefined,
        scratch,
        timeoutMs: 10 * 60_000,
        signal
      }
    )
    const world = { podman, image, scratch, signal }
    print(
      `\nRatios are to the untraced container of the same round, those of the untraced one to its own median; ${IS_REPLAY ? '' : `${LOOP_ROUNDS} rounds of loops, `}${TEST_ROUNDS} of tests.\n`
    )
    if (!IS_REPLAY) print(loopTables(await measureLoops(world, candidates)))
    print(testTables(await measureTests(world, candidates)))
    const tracers = candidates.filter(({ isBpf }) => isBpf)
    if (!IS_REPLAY) print(await benchPrograms(world, tracers))
  } finally {
    await endLeftovers(podman, scratch)
    await fs.rm(scratch, { recursive: true, force: true })
  }
}

/** Ends tracers that could not be stopped; that was reported as a fault. */
async function endLeftovers(podman: Podman, scratch: string): Promise<void> {
  const left = (await listProcesses()).filter(({ argv }) =>
    argv.some(argument => argument.includes(`${scratch}/`))
  )
  if (left.length > 0) await killAsRoot(podman, pidsOf(left), 'KILL')
}

function onFault({ name }: Candidate, { message }: UserError): void {
  faults.push(`${name}: ${message}`)
}

function measureLoops(
  world: BenchWorld,
  candidates: readonly Candidate[]
): Promise<Measured> {
  return inRounds(
    'loops',
    LOOP_ROUNDS,
    candidates,
    async ({ recorder, turns }) => {
      const { output } = await tracedRun(world, recorder, {
        command: loopCommand(TIMES, turns),
        wanted: ['read', 'write']
      })
      return Object.fromEntries(
        LOOPS.map(loop => [
          loop.name,
          Math.min(...loopTimes(output, loop, turns, TIMES))
        ])
      )
    },
    onFault
  )
}

function measureTests(
  world: BenchWorld,
  candidates: readonly Candidate[]
): Promise<Measured> {
  return inRounds(
    'tests',
    TEST_ROUNDS,
    candidates,
    async ({ recorder, options }) => {
      const { output, attach, run, stop } = await tracedRun(world, recorder, {
        command: TEST_COMMAND,
        options,
        wanted: ['bind', 'listen']
      })
      const whole = attach + run + stop
      return { tests: testTime(output), whole, attach, run, stop }
    },
    onFault
  )
}

function loopTables(measured: Measured): string {
  return LOOPS.map(
    ({ name, title }) =>
      `${title}\n${ratioTable(measured, name, 'ns a call')}\n`
  ).join('\n')
}

function testTables(measured: Measured): string {
  const rows = [...measured].map(([{ name }, samples]) => [
    name,
    ...PARTS.map(part => median(samples.get(part) ?? []).toFixed(0))
  ])
  return [
    `the example's tests, in the container`,
    `${ratioTable(measured, 'tests', 'ms')}\n`,
    'attach, run and stop a container with these tests',
    `${ratioTable(measured, 'whole', 'ms')}\n`,
    'its parts, medians in ms',
    `${table([['', ...PARTS], ...rows])}\n`
  ].join('\n')
}

const controller = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    controller.abort(new Cancelled(signal))
  })
}
try {
  await main(controller.signal)
} catch (error) {
  if (!(error instanceof UserError || error instanceof Cancelled)) throw error
  faults.push(error.message)
  if (error instanceof UserError && error.hint) faults.push(error.hint)
}
const reason: unknown = controller.signal.reason
if (reason instanceof Cancelled) {
  // What a tracer says that was ended, too, is no fault.
  process.stderr.write(`${reason.message}\n`)
  process.exitCode = reason.signal === 'SIGINT' ? 130 : 143
} else {
  for (const fault of faults) process.stderr.write(`wrong: ${fault}\n`)
  if (faults.length > 0) process.exitCode = 1
}
