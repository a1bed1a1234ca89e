import { UserError } from '../src/errors.ts'

/** Programs that do nothing but system calls, each with a time of its own. */
export const LOOPS = [
  {
    name: 'dd',
    title: 'dd if=/dev/zero of=/dev/null bs=1, which does nothing else',
    /** read(2) and write(2) for each byte. */
    callsEach: 2,
    /** What dd says at its end, in seconds. */
    time: /copied, (\S+) s/g
  },
  {
    name: 'stat',
    title: 'os.stat in Python, whose own work comes on top',
    callsEach: 1,
    time: /^stat (\S+)$/gm
  }
] as const
export type Loop = (typeof LOOPS)[number]

/** How often each loop goes round. */
export type Turns = Record<Loop['name'], number>

const STAT = `import os, sys, time
turns = range(int(sys.argv[1]))
begin = time.perf_counter()
for _ in turns: os.stat("/")
print("stat", time.perf_counter() - begin, flush=True)`

/** Standard output and error in one, lest lines get mixed up. */
const LOOP_SCRIPT = `exec 2>&1
export LC_ALL=C
pause=$4
mark() { echo mark; sleep "$pause"; }
for _ in $(seq "$1"); do
  mark
  dd if=/dev/zero of=/dev/null bs=1 count="$2" || exit
  mark
  python3 -c '${STAT}' "$3" || exit
done
mark`

/** A line that a container prints before each loop and at the end. */
export const MARK = /^mark$/gm

/**
 * A container's command that runs all loops in their order, a few times.
 *
 * @param pause seconds to wait after each mark
 */
export function loopCommand(times: number, turns: Turns, pause = 0): string[] {
  const numbers = [times, turns.dd, turns.stat, pause].map(String)
  return ['/bin/sh', '-c', LOOP_SCRIPT, 'sh', ...numbers]
}

/** The example's tests, with the time that they took, in nanoseconds. */
export const TEST_COMMAND = [
  '/bin/sh',
  '-c',
  `begin=$(date +%s%N)
./test.sh || exit
echo "tests $(($(date +%s%N) - begin))"`
]

/**
 * The times of a loop, from what the container printed.
 *
 * @returns nanoseconds a system call, one for each time that the loop ran
 * @throws UserError where it ran another number of times
 */
export function loopTimes(
  output: string,
  loop: Loop,
  turns: Turns,
  times: number
): number[] {
  const found = [...output.matchAll(loop.time)].map(([, s]) => Number(s))
  if (found.length !== times || !found.every(s => s > 0)) {
    throw new UserError(
      `the container printed no ${times} times of ${loop.name}:\n${output}`,
      { code: 'runner' }
    )
  }
  const calls = turns[loop.name] * loop.callsEach
  return found.map(seconds => (seconds * 1e9) / calls)
}

/**
 * How long the tests took, from what the container printed.
 *
 * @returns milliseconds
 * @throws UserError where it does not say so
 */
export function testTime(output: string): number {
  const nanoseconds = /^tests (\d+)$/m.exec(output)?.[1]
  if (nanoseconds === undefined) {
    throw new UserError(`the container printed no time:\n${output}`, {
      code: 'runner'
    })
  }
  return Number(nanoseconds) / 1e6
}
