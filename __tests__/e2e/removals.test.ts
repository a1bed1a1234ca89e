import { createHash } from 'node:crypto'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { keepHistory } from '../../src/history/file.ts'
import { effort } from '../support/effort.ts'
import { CACHE } from '../support/scratch.ts'
import { list, useReplay } from '../support/use-replay.ts'

const { scratch, step, counting, runs, allowed } = useReplay()

describe('calls that the tests did not make this time', () => {
  /** Tests that make mkdir(2) in runs whose number has a file. */
  function lucky(numbers: readonly number[], first = 1) {
    for (const number of numbers) scratch.write(`state/lucky/${number}`, '')
    // The audit's recordings are the quickest.
    return {
      ...counting('[ ! -e /state/lucky/$n ] || mkdir /tmp/a', first),
      recorder: 'audit'
    }
  }

  const memory = (name: string) => ({
    environment: {
      GITHUB_REPOSITORY: `octo/${path.basename(scratch.root)}-${name}`,
      GITHUB_REF_NAME: 'main'
    }
  })

  test('one of four runs makes a call: once seen, it stays', async () => {
    const numbers = Array.from({ length: 100 }, (_, index) => index + 1)
    const made = numbers.filter(n => isLucky(n))
    const inputs = { ...lucky(made, FIRST), replay: 'off' }
    let isSeen = false
    let pending = 0
    for (let push = 1; push <= PUSHES; push++) {
      const before = runs()
      const { exitCode, outputs, summary } = await step(inputs)
      expect(exitCode).toBe(0)
      const saw = made.some(n => n > before && n <= runs())
      const isNew = saw && !isSeen
      isSeen ||= saw
      expect({ push, removed: outputs['removed'] }).toEqual({
        push,
        removed: '[]'
      })
      expect(list(outputs['added']).includes('mkdir')).toBe(isNew)
      expect(allowed().has('mkdir')).toBe(isSeen)
      if (/^- `mkdir`: not made in the last \d+ runs; removed/m.test(summary)) {
        pending++
      }
    }
    expect(isSeen).toBe(true)
    // Or it would have been no trial.
    expect(pending).toBeGreaterThan(0)
    process.stderr.write(
      `${PUSHES} pushes, ${runs()} runs, pending after ${pending}\n`
    )
  })

  test('with no memory it stays, with a good one it leaves', async () => {
    const inputs = lucky([1])
    await step(inputs, memory('any'))
    const text = scratch.profile() ?? ''
    expect(allowed()).toContain('mkdir')

    const fresh = await step(inputs, memory('none'))
    expect(fresh.outputs).toMatchObject({
      verdict: 'unchanged',
      removed: '[]',
      replay: 'passed'
    })
    expect(scratch.profile()).toBe(text)
    expect(fresh.summary).toContain('### Not seen this time, kept for now')
    expect(fresh.summary).toMatch(
      /^- `mkdir`: not made in the last 4 runs; removed after \d+ more without it$/m
    )
    // Twice a recording and a replay, and what confirms.
    expect(runs()).toBe(2 + 2 + 3)

    const { environment } = memory('good')
    await keepHistory(
      path.join(CACHE, 'seccomp-lock'),
      { suite: [environment.GITHUB_REPOSITORY, 'seccomp.json'], ref: 'main' },
      {
        runs: 20,
        calls: new Map([['mkdir', { seen: 20, runs: 20, unseen: 0 }]])
      }
    )
    const gone = await step(inputs, { environment })
    expect(gone.outputs).toMatchObject({
      verdict: 'removed',
      removed: '["mkdir","mkdirat"]',
      added: '[]'
    })
    expect(allowed()).not.toContain('mkdir')
    expect(gone.summary).not.toContain('### Not seen this time, kept for now')
    // Three recordings, and a replay.
    expect(runs()).toBe(7 + 4)
  })

  test('with confirm-removals: 0 it leaves at once', async () => {
    const inputs = { ...lucky([1]), replay: 'off' }
    await step(inputs)
    expect(allowed()).toContain('mkdir')
    const { outputs } = await step({ ...inputs, 'confirm-removals': '0' })
    expect(outputs).toMatchObject({ removed: '["mkdir","mkdirat"]' })
    expect(allowed()).not.toContain('mkdir')
    expect(runs()).toBe(2)
  })
})

/** The second push makes the call. */
const FIRST = 7
const PUSHES = effort(5, 12)

/** Whether a number is one of four, without any order in it. */
function isLucky(number: number): boolean {
  const digest = createHash('sha256').update(`${number}`).digest()
  return (digest[0] ?? 0) < 64
}
