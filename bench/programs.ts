import { UserError } from '../src/errors.js'
import type { Candidate } from './candidates.js'
import {
  programTimes,
  type ProgramTimes,
  timesBetween,
  withProgramTimes
} from './program-time.js'
import { short, table } from './table.js'
import { type BenchWorld, tracedRun } from './traced-run.js'
import { type Loop, loopCommand, LOOPS, MARK } from './workloads.js'

const TITLE = 'the BPF programs alone, as the kernel measures them'

/** Time to look at the programs while the container waits, in seconds. */
const PAUSE = 0.5

/** How often each loop runs; the least of them counts. */
const TIMES = 3

/**
 * What the BPF programs of tracers take of each loop: the kernel's figures,
 * hardly touched by what else is going on on the machine. Or why they are not
 * to be had.
 */
export async function benchPrograms(
  world: BenchWorld,
  candidates: readonly Candidate[]
): Promise<string> {
  const found = await withProgramTimes(async () => {
    const rows: string[][] = []
    for (const candidate of candidates) {
      const looks = await look(world, candidate)
      rows.push(
        ...LOOPS.map((loop, at) => row(candidate, loop, windows(looks, at)))
      )
    }
    return rows
  })
  if (typeof found === 'string') return `${TITLE}: not to be had, ${found}\n`
  const head = ['', 'loop', 'ns a call', 'runs a call', 'ns a run of each']
  return `${TITLE}\n${table([head, ...found])}\n`
}

/** Looks at the programs at each mark of a container. */
async function look(
  world: BenchWorld,
  { name, recorder, turns }: Candidate
): Promise<ProgramTimes[]> {
  const looks: Promise<ProgramTimes>[] = []
  await tracedRun(
    world,
    recorder,
    { command: loopCommand(TIMES, turns, PAUSE), wanted: ['read', 'write'] },
    output => {
      const marks = output.match(MARK)?.length ?? 0
      if (marks > looks.length) looks.push(programTimes(world.scratch))
    }
  )
  if (looks.length !== TIMES * LOOPS.length + 1) {
    throw new UserError(`${name}: a mark of the container came too late`)
  }
  return Promise.all(looks)
}

type Times = ReturnType<typeof timesBetween>

/** What the programs took each time that the loop at a place ran. */
function windows(looks: readonly ProgramTimes[], at: number): Times[] {
  return Array.from({ length: TIMES }, (_, time) => {
    const begin = time * LOOPS.length + at
    const none: ProgramTimes = new Map()
    return timesBetween(looks[begin] ?? none, looks[begin + 1] ?? none)
  })
}

function row(
  { name, turns }: Candidate,
  loop: Loop,
  all: readonly Times[]
): string[] {
  const calls = turns[loop.name] * loop.callsEach
  const sum = (times: Times, of: 'ns' | 'runs') =>
    times.reduce((total, each) => total + each[of], 0)
  const [best = []] = [...all].sort((a, b) => sum(a, 'ns') - sum(b, 'ns'))
  return [
    name,
    loop.name,
    short(sum(best, 'ns') / calls),
    short(sum(best, 'runs') / calls),
    best
      // Others run when a cgroup is made, or a process ends.
      .filter(({ runs }) => runs > calls / 10)
      .map(({ ns, runs }) => short(ns / runs))
      .join(' + ')
  ]
}
