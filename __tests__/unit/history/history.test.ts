import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import {
  begin,
  type History,
  mayLeave,
  MEMORY,
  NO_HISTORY,
  observe,
  runsNeeded
} from '../../../src/history/history.ts'

/** A history of one call: which runs it was made in. */
function watched(...runs: boolean[]): History {
  return runs.reduce(
    (history, isMade) => observe(history, isMade ? ['bind'] : []),
    NO_HISTORY
  )
}

const times = (count: number, isMade: boolean) =>
  Array.from({ length: count }, () => isMade)

const anyRuns = fc
  .array(fc.boolean(), { maxLength: 60 })
  .map(runs => [true, ...runs])

describe('observe', () => {
  test('counts from the first sighting to the last, and since', () => {
    const { runs, calls } = watched(false, true, false, true, false, false)
    expect(runs).toBe(6)
    expect([...calls]).toEqual([['bind', { seen: 2, runs: 3, unseen: 2 }]])
  })

  test('what grows old weighs less, in proportion', () => {
    const [sighting] = watched(...times(19, true), false, true).calls.values()
    expect(sighting?.runs).toBe(MEMORY)
    expect(sighting?.seen).toBeCloseTo((20 / 21) * MEMORY)
  })

  test('a run that tells of some calls leaves the others as they were', () => {
    const before = observe(NO_HISTORY, ['bind', 'listen', 'accept4'])
    const after = observe(before, ['bind'], ['bind', 'listen'])
    expect(Object.fromEntries(after.calls)).toEqual({
      bind: { seen: 2, runs: 2, unseen: 0 },
      listen: { seen: 1, runs: 1, unseen: 1 },
      accept4: { seen: 1, runs: 1, unseen: 0 }
    })
  })

  test('changes nothing that it was given', () => {
    const before = watched(true)
    observe(before, ['listen'])
    expect(before).toEqual(watched(true))
  })

  test('a call that could have left begins anew', () => {
    const left = watched(...times(20, true), ...times(30, false))
    expect(mayLeave(left, 'bind')).toBe(true)
    expect(observe(left, ['bind']).calls.get('bind')).toEqual({
      seen: 1,
      runs: 1,
      unseen: 0
    })
  })

  test('calls have any names', () => {
    const names = ['__proto__', 'constructor', '']
    const history = observe(NO_HISTORY, names)
    expect([...history.calls.keys()]).toEqual(names)
    for (const name of names) expect(mayLeave(history, name)).toBe(false)
    expect(mayLeave(history, 'toString')).toBe(true)
  })
})

describe('begin', () => {
  test('without any run, calls of the profile count as seen once', () => {
    expect(begin(NO_HISTORY, ['bind']).calls).toEqual(watched(true).calls)
    expect(mayLeave(NO_HISTORY, 'bind')).toBe(false)
    expect(runsNeeded(NO_HISTORY, 'bind')).toBe(
      runsNeeded(watched(true), 'bind')
    )
  })

  test('and still count when a first run did not show them', () => {
    const history = observe(begin(NO_HISTORY, ['bind']), ['listen'])
    expect(mayLeave(begin(history, ['bind', 'listen']), 'bind')).toBe(false)
  })

  test('with runs, what none showed may leave at once', () => {
    const history = begin(watched(true), ['bind', 'chroot'])
    expect(mayLeave(history, 'chroot')).toBe(true)
    expect(runsNeeded(history, 'chroot')).toBe(0)
  })

  test('what came with a merge has the history of its branch', () => {
    const branch = watched(true, false, true)
    const gone = watched(...times(20, true), ...times(30, false))
    const main = observe(NO_HISTORY, ['listen'])
    const merged = begin(main, ['bind', 'listen'], [gone, branch])
    expect(merged.calls.get('bind')).toEqual(branch.calls.get('bind'))
    expect(merged.calls.get('listen')).toEqual(main.calls.get('listen'))
    expect(merged.runs).toBe(main.runs)
    expect(begin(main, ['listen'], [branch])).toEqual(main)
  })

  test('forgets what left, and nothing that may come back', () => {
    const gone = watched(...times(20, true), ...times(30, false))
    expect(begin(gone, []).calls.size).toBe(0)
    expect(begin(gone, ['bind'])).toEqual(gone)
    const unseen = watched(true, false)
    expect(begin(unseen, [])).toEqual(unseen)
  })
})

describe('leaving', () => {
  test.each([
    ['once', [true], 45],
    ['in 2 of 2', times(2, true), 28],
    ['in 5 of 5', times(5, true), 9],
    ['in 10 of 10', times(10, true), 5],
    ['in 20 of 20', times(20, true), 3],
    ['in 1000 of 1000', times(1000, true), 3],
    ['in 2 of 5', [true, false, false, false, true], 61],
    ['in 18 of 20', [...times(17, true), false, false, true], 7]
  ])('a call that was seen %s', (_, runs, needed) => {
    expect(runsNeeded(watched(...runs), 'bind')).toBe(needed)
  })

  test('takes one run less with each run without the call', () => {
    fc.assert(
      fc.property(anyRuns, runs => {
        const history = watched(...runs)
        const needed = runsNeeded(history, 'bind')
        expect(mayLeave(history, 'bind')).toBe(needed === 0)
        expect(runsNeeded(observe(history, []), 'bind')).toBe(
          Math.max(0, needed - 1)
        )
      })
    )
  })

  test('is never near for a call that was just seen, nor ever far', () => {
    fc.assert(
      fc.property(anyRuns, runs => {
        const history = watched(...runs, true)
        expect(mayLeave(history, 'bind')).toBe(false)
        expect(runsNeeded(history, 'bind')).toBeGreaterThanOrEqual(2)
        expect(runsNeeded(history, 'bind')).toBeLessThan(100)
      })
    )
  })

  test('takes longer the less of the same runs a call was seen in', () => {
    const share = fc.integer({ min: 1, max: MEMORY })
    const needed = (seen: number, runs: number) =>
      runsNeeded(
        { runs, calls: new Map([['bind', { seen, runs, unseen: 0 }]]) },
        'bind'
      )
    fc.assert(
      fc.property(share, share, share, (a, b, runs) => {
        const [less, more] = [Math.min(a, b, runs), Math.min(runs, b)]
        expect(needed(less, runs)).toBeGreaterThanOrEqual(needed(more, runs))
      })
    )
  })

  test('of one call has nothing to do with another', () => {
    fc.assert(
      fc.property(anyRuns, fc.infiniteStream(fc.boolean()), (runs, other) => {
        let both = NO_HISTORY
        for (const isMade of runs) {
          const { value } = other.next() as { value: boolean }
          both = observe(both, [
            ...(isMade ? ['bind'] : []),
            ...(value ? ['listen'] : [])
          ])
        }
        expect(runsNeeded(both, 'bind')).toBe(
          runsNeeded(watched(...runs), 'bind')
        )
      })
    )
  })
})
