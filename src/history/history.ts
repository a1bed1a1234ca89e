const { exp, log } = Math

/** How often the tests made a call, in the runs that were recorded. */
interface Sighting {
  /** Of `runs` runs it was made in so many; both shrink as they grow old. */
  seen: number
  /** From the run that it was first seen in to the one it was last seen in. */
  runs: number
  /** Runs since then, all of which were without it. */
  unseen: number
}

/** What the recorded runs of a test suite tell, those of earlier pushes too. */
export interface History {
  /** How many runs there were. */
  runs: number
  calls: ReadonlyMap<string, Sighting>
}

/** Of a suite that no run of was recorded. */
export const NO_HISTORY: History = { runs: 0, calls: new Map() }

/** How many runs weigh in a sighting, so that the new outweigh the old. */
export const MEMORY = 20

/** However well a call is known, one run without it may be bad luck. */
const LEAST_UNSEEN = 2

/**
 * A call leaves when a call with its past would be unseen for so long in fewer
 * cases than this. With it, a call that is made in one run of four stays for
 * thirty pushes in all but some 2 of 1000 suites.
 */
const BAD_LUCK = 4e-5

/**
 * What is thought before anything is known: half of the calls are made in each
 * run, the others in a share of the runs from a tenth up, any as likely as
 * another. Rarer calls are not waited for, or nothing would ever leave that was
 * seen but once.
 */
const SHARES = Array.from({ length: 18 }, (_, index) => {
  const share = (index + 2) / 20
  return { made: log(share), missed: log(1 - share) }
})

const FIRST: Sighting = { seen: 1, runs: 1, unseen: 0 }

/**
 * The history as a push finds it, before its first run.
 *
 * - Without any run before, each call of the profile counts as seen in the one
 *   run that it came from.
 * - A call of the profile that this history knows nothing of came with a merge
 *   when the history of another branch knows it: that is taken over.
 * - A call that left, and is not in the profile, is forgotten.
 *
 * @param profile the names of the committed profile
 * @param others histories of other branches, those to be asked first, first
 */
export function begin(
  history: History,
  profile: Iterable<string>,
  others: readonly History[] = []
): History {
  const names = new Set(profile)
  const calls = new Map(
    [...history.calls].filter(
      ([name, sighting]) => names.has(name) || !isGone(sighting)
    )
  )
  for (const name of names) {
    if (calls.has(name)) continue
    const known = others
      .map(({ calls }) => calls.get(name))
      .find(sighting => sighting && !isGone(sighting))
    const sighting = known ?? (history.runs === 0 ? FIRST : undefined)
    if (sighting) calls.set(name, sighting)
  }
  return { ...history, calls }
}

/**
 * The history with one more run.
 *
 * @param names the calls that were made in it
 * @param lookedFor the calls that the run can tell of, if not of all: a run
 * under a profile shows none but those that the profile refuses
 */
export function observe(
  history: History,
  names: Iterable<string>,
  lookedFor?: Iterable<string>
): History {
  const made = new Set(names)
  const asked = new Set(lookedFor ?? history.calls.keys())
  const calls = new Map(history.calls)
  for (const [name, sighting] of history.calls) {
    if (asked.has(name) && !made.has(name)) {
      calls.set(name, { ...sighting, unseen: sighting.unseen + 1 })
    }
  }
  for (const name of made) calls.set(name, seenAgain(history.calls.get(name)))
  return { runs: history.runs + 1, calls }
}

/**
 * Whether a call may leave the profile. One that no run showed may leave at
 * once: it is there for another reason, or for none.
 */
export function mayLeave(history: History, name: string): boolean {
  const sighting = sightingOf(history, name)
  return sighting === undefined || isGone(sighting)
}

/** How many runs more, all without the call, it takes until it may leave. */
export function runsNeeded(history: History, name: string): number {
  const sighting = sightingOf(history, name)
  if (!sighting) return 0
  let more = 0
  while (!isGone({ ...sighting, unseen: sighting.unseen + more })) more++
  return more
}

/** Whether none of the runs that this history knows showed a call. */
export function isNews({ runs, calls }: History, name: string): boolean {
  const sighting = calls.get(name)
  return sighting === undefined || sighting.unseen >= runs
}

function sightingOf(history: History, name: string): Sighting | undefined {
  return history.calls.get(name) ?? (history.runs === 0 ? FIRST : undefined)
}

/** What left and came back is new: its past was wrong about it. */
function seenAgain(before: Sighting | undefined): Sighting {
  if (!before || isGone(before)) return FIRST
  const seen = before.seen + 1
  const runs = before.runs + before.unseen + 1
  return runs > MEMORY
    ? { seen: MEMORY * (seen / runs), runs: MEMORY, unseen: 0 }
    : { seen, runs, unseen: 0 }
}

function isGone(sighting: Sighting): boolean {
  return sighting.unseen >= LEAST_UNSEEN && chanceOf(sighting) < BAD_LUCK
}

/**
 * How likely it is that a call that was made in `seen` of `runs` runs, and goes
 * on as before, is not made in the next `unseen`, at least one: the predictive
 * probability by Bayes' theorem.
 */
function chanceOf({ seen, runs, unseen }: Sighting): number {
  // A call that is made in each run is as likely as all the others together,
  // and never unseen.
  let all = seen === runs ? SHARES.length : 0
  let chance = 0
  for (const { made, missed } of SHARES) {
    const likely = exp(seen * made + (runs - seen) * missed)
    all += likely
    chance += likely * exp(unseen * missed)
  }
  return chance / all
}
