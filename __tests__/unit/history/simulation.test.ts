import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import {
  begin,
  type History,
  mayLeave,
  NO_HISTORY,
  observe
} from '../../../src/history/history.ts'
import { effort } from '../../support/effort.ts'

/** The default of `confirm-removals`. */
const CONFIRMATIONS = 3

const PROFILE = ['bind']
const MADE = ['bind']
const NOT_MADE: string[] = []

const { imul } = Math

/** Numbers from 0 to 1, always the same (mulberry32, public domain). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = imul(state ^ (state >>> 15), 1 | state)
    t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Pushes a suite that has one call in its profile.
 *
 * @param isMade whether the call is made in the next run
 * @returns how often it left the profile
 */
function push(pushes: number, isMade: () => boolean, start: History): number {
  let history = start
  let removals = 0
  let isIn = true
  const run = () => {
    const made = isMade()
    history = observe(history, made ? MADE : NOT_MADE)
    return made
  }
  for (let count = 0; count < pushes; count++) {
    history = begin(history, isIn ? PROFILE : [])
    let isSeen = run()
    if (!isIn) {
      isIn = isSeen
      continue
    }
    let isGone = !isSeen && mayLeave(history, 'bind')
    for (let more = 0; more < CONFIRMATIONS && !isSeen && !isGone; more++) {
      isSeen = run()
      isGone = !isSeen && mayLeave(history, 'bind')
    }
    // In the replay the call is refused, and so it is seen when it is made.
    if (isGone && !run()) {
      isIn = false
      removals++
    }
  }
  return removals
}

/** Of many suites, how many lost the call in thirty pushes, and how often. */
function simulate(
  share: number,
  start: History,
  suites = effort(2000, 10_000)
) {
  const random = chance(1)
  const isMade = () => random() < share
  let once = 0
  let again = 0
  for (let suite = 0; suite < suites; suite++) {
    const removals = push(30, isMade, start)
    if (removals > 0) once++
    if (removals > 1) again++
  }
  return { once: once / suites, again: again / suites }
}

const SEEN_ONCE = begin(NO_HISTORY, PROFILE)
const STABLE = Array.from({ length: 40 }).reduce<History>(
  history => observe(history, MADE),
  NO_HISTORY
)

describe('thirty pushes of a call that is made', () => {
  test('in one run of four: it leaves in fewer than 1 of 200', () => {
    expect(simulate(1 / 4, SEEN_ONCE).once).toBeLessThan(1 / 200)
  })

  test.each([
    [1 / 2, 0.005],
    [3 / 4, 0.003],
    [9 / 10, 0.002],
    [1 / 10, 0.05],
    [1 / 20, 0.25]
  ])('in a share of %d of the runs', (share, most) => {
    expect(simulate(share, SEEN_ONCE, 2000).once).toBeLessThan(most)
  })

  test('once in each run, now in one of four: it leaves once at most', () => {
    expect(simulate(1 / 4, STABLE, 2000).again).toBeLessThan(1 / 200)
  })

  test('in each run: it never leaves', () => {
    expect(push(30, () => true, SEEN_ONCE)).toBe(0)
  })
})

describe('a call that is not made any more', () => {
  const pushesNeeded = (seen: number) => {
    const known = Array.from({ length: seen }).reduce<History>(
      history => observe(history, MADE),
      NO_HISTORY
    )
    for (let pushes = 1; ; pushes++) {
      if (push(pushes, () => false, known) > 0) return pushes
    }
  }

  test.each([
    [20, 1],
    [10, 2],
    [5, 3],
    [2, 7],
    [1, 12]
  ])('after %d runs with it leaves at push %d', (seen, pushes) => {
    expect(pushesNeeded(seen)).toBe(pushes)
  })

  test('leaves, whatever was before', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 60 }), runs => {
        const left = [...runs].reverse()
        const isMade = () => left.pop() ?? false
        const pushes = runs.length + 25
        expect(push(pushes, isMade, SEEN_ONCE)).toBeGreaterThan(0)
      })
    )
  })
})
