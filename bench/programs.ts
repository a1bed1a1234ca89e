import { UserError } from '../src/errors.ts'
import type { Candidate } from './candidates.ts'
import {
  type ProgramTimes,
  programTimes,
  timesBetween,
  withProgramTimes
} from './program-time.ts'
import { short, table } from './table.ts'
import { type BenchWorld, tracedRun } from './traced-run.ts'
import { type Loop, loopCommand, LOOPS, MARK } from './workloads.ts'

const TITLE = 'the BPF programs alone, as the kernel measures them'

/** Time to look at the programs while the container waits, in seconds. */
const PAUSE = 0.3

/** How often each candidate has its turn; the least of them counts. */
const ROUNDS = 3

/**
 * What the BPF programs of tracers take of each loop, without what the kernel
 * takes to call them; or why that is not to be had. Waiting for a CPU is not
 * in it, but a CPU that is slow for a while shows.
 */
export async function benchPrograms(
  world: BenchWorld,
  candidates: readonly Candidate[]
): Promise<string> {
  const found = await withProgramTimes(async () => {
    const looks = new Map(candidates.map(c => [c, [] as ProgramTimes[][]]))
    for (let round = 1; round <= ROUNDS; round++) {
      process.stderr.write(`BPF programs: round ${round} of ${ROUNDS}\n`)
      for (const [candidate, of] of looks) {
        of.push(await look(world, candidate))
      }
    }
    return LOOPS.flatMap((loop, at) =>
      [...looks].map(([candidate, of]) =>
        row(
          candidate,
          loop,
          of.map(marks => timesOf(marks, at))
        )
      )
    )
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
    { command: loopCommand(1, turns, PAUSE), wanted: ['read', 'write'] },
    output => {
      const marks = output.match(MARK)?.length ?? 0
      if (marks > looks.length) looks.push(programTimes(world.scratch))
    }
  )
  if (looks.length !== LOOPS.length + 1) {
    throw new UserError(`${name}: a mark of the container came too late`, {
      code: 'runner'
    })
  }
  return Promise.all(looks)
}

type Times = ReturnType<typeof timesBetween>

/** What the programs took while the loop at a place ran. */
function timesOf(marks: readonly ProgramTimes[], at: number): Times {
  const none: ProgramTimes = new Map()
  return timesBetween(marks[at] ?? none, marks[at + 1] ?? none)
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
