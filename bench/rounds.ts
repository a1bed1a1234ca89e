import { setTimeout as sleep } from 'node:timers/promises'

import { UserError } from '../src/errors.ts'
import { type Candidate, UNTRACED } from './candidates.ts'
import { median, short, table } from './table.ts'

/** What was measured of each candidate, by what it is, round by round. */
export type Measured = Map<Candidate, Map<string, number[]>>

/** The engine still clears up after the container before. */
const SETTLE_MS = 500

/**
 * Measures all candidates in turn, once in each round, after a run of the
 * first that warms up. One that fails is left out from then on.
 *
 * @param what what is measured, for people who wait
 * @param measure gives figures by what they are
 * @param onFault is told of a failure
 * @throws what the untraced candidate throws, and what is no UserError
 */
export async function inRounds(
  what: string,
  rounds: number,
  candidates: readonly Candidate[],
  measure: (candidate: Candidate) => Promise<Record<string, number>>,
  onFault: (candidate: Candidate, error: UserError) => void
): Promise<Measured> {
  const measured: Measured = new Map(
    candidates.map(c => [c, new Map<string, number[]>()])
  )
  const [first] = candidates
  if (first) await measure(first)
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`${what}: round ${round + 1} of ${rounds}\n`)
    // Another one first each time: nobody always follows the slowest.
    const at = round % candidates.length
    for (const candidate of [
      ...candidates.slice(at),
      ...candidates.slice(0, at)
    ]) {
      const samples = measured.get(candidate)
      if (!samples) continue
      await sleep(SETTLE_MS)
      try {
        for (const [what, value] of Object.entries(await measure(candidate))) {
          samples.set(what, [...(samples.get(what) ?? []), value])
        }
      } catch (error) {
        if (!(error instanceof UserError) || !candidate.recorder) throw error
        onFault(candidate, error)
        measured.delete(candidate)
      }
    }
  }
  return measured
}

/**
 * A table of one figure: the least of all rounds, then the ratios to the
 * untraced one of the same round, then the ratio of the least to its least.
 * The untraced one's own ratios are to its median: how noisy the machine was.
 */
export function ratioTable(
  measured: Measured,
  what: string,
  unit: string
): string {
  const of = ({ name }: Candidate) => name === UNTRACED
  const base = [...measured].find(([candidate]) => of(candidate))?.[1]
  const untraced = base?.get(what) ?? []
  const rows = [...measured].map(([candidate, samples]) => {
    const values = samples.get(what) ?? []
    const ratios = values.map(
      (value, round) =>
        value / (of(candidate) ? median(untraced) : (untraced[round] ?? NaN))
    )
    const least = Math.min(...values)
    return [
      candidate.name,
      ...[
        least,
        median(ratios),
        Math.min(...ratios),
        Math.max(...ratios),
        least / Math.min(...untraced)
      ].map(short)
    ]
  })
  return table([
    ['', `least ${unit}`, 'median', 'min', 'max', 'least/least'],
    ...rows
  ])
}
