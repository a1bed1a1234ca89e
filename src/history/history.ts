const { exp, log } = Math

/** How often the tests made a call, in the runs that were recorded. */
interface Sighting {
  /** It was made in this many of `runs` runs; both shrink with age. */
  seen: number
  /** The runs from the first that showed it to the last that did. */
  runs: number
  /** The runs since then, all without it. */
  unseen: number
}

/** What the recorded runs of a suite showed, earlier pushes included. */
export interface History {
  /** How many runs there were. */
  runs: number
  calls: ReadonlyMap<string, Sighting>
}

/** The history of a suite that was never recorded. */
export const NO_HISTORY: History = { runs: 0, calls: new Map() }

/** How many runs a sighting counts, so that new runs outweigh old ones. */
export const MEMORY = 20

/** However steady a call was, one run without it may be bad luck. */
const LEAST_UNSEEN = 2

/**
 * A call is removed when a call with its past would be missing for so long with
 * a probability below this. A call that is made in one run of four then stays
 * for thirty pushes in all but about 2 of 1000 suites.
 */
const BAD_LUCK = 4e-5

/**
 * The prior: half of the calls are made in each run, the others in a share of
 * the runs from a tenth up, all shares equally likely. Rarer calls are not
 * waited for, or a call that was seen once would never be removed.
 */
const SHARES = Array.from({ length: 18 }, (_, index) => {
  const share = (index + 2) / 20
  return { made: log(share), missed: log(1 - share) }
})

const FIRST: Sighting = { seen: 1, runs: 1, unseen: 0 }

/**
 * The history as a push finds it, before its first run.
 *
 * - If there was no run before, each call of the profile counts as seen in the
 *   one run that it came from.
 * - A call of the profile that is new to this history but known to that of
 *   another branch came with a merge: its history is taken over.
 * - A call that was removed and is not in the profile is forgotten.
 *
 * @param profile the names of the committed profile
 * @param others histories of other branches, in the order to ask them
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
 * @param lookedFor the calls that the run could show, if not all: a run under a
 * profile shows only those that the profile refuses
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
 * Whether a call may be removed from the profile. One that no run showed may be
 * removed at once: it has another reason, or none.
 */
export function mayLeave(history: History, name: string): boolean {
  const sighting = sightingOf(history, name)
  return sighting === undefined || isGone(sighting)
}

/** How many more runs without the call until it may be removed. */
export function runsNeeded(history: History, name: string): number {
  const sighting = sightingOf(history, name)
  if (!sighting) return 0
  let more = 0
  while (!isGone({ ...sighting, unseen: sighting.unseen + more })) more++
  return more
}

/** Whether no run of this history showed a call. */
export function isNews({ runs, calls }: History, name: string): boolean {
  const sighting = calls.get(name)
  return sighting === undefined || sighting.unseen >= runs
}

function sightingOf(history: History, name: string): Sighting | undefined {
  return history.calls.get(name) ?? (history.runs === 0 ? FIRST : undefined)
}

/** A call that was removed and came back is new: its past misled us. */
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
 * How likely it is that a call that was made in `seen` of `runs` runs is
 * missing from the next `unseen` (at least one) if nothing changed: the
 * predictive probability by Bayes' theorem.
 */
function chanceOf({ seen, runs, unseen }: Sighting): number {
  // A call that is made in every run is as likely as all the others together,
  // and never missing.
  let all = seen === runs ? SHARES.length : 0
  let chance = 0
  for (const { made, missed } of SHARES) {
    const likely = exp(seen * made + (runs - seen) * missed)
    all += likely
    chance += likely * exp(unseen * missed)
  }
  return chance / all
}
