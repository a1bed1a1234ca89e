import { describe, expect, test } from '@jest/globals'

import { namesOf } from '../../src/recorders/recording.ts'
import { effort } from '../support/effort.ts'
import { BASE_IMAGE, createScratch } from '../support/scratch.ts'
import { recordingOf } from '../support/use-recorder.ts'

describe('two containers at the same time', () => {
  const DIFFERENT = [
    ["sh -c 'mkdir /tmp/a; sleep 0.3'", 'mkdir'],
    ["sh -c 'chown 1 /tmp; sleep 0.3'", 'fchownat']
  ] as const

  test.each([
    ['bpftrace', effort(1, 10)],
    ['auto', effort(1, 3)],
    ['hook', effort(1, 3)],
    ['audit', effort(1, 3)]
  ])('%s keeps them apart, %d times', async (recorder, times) => {
    for (let time = 0; time < times; time++) {
      const others = DIFFERENT.map(() => createScratch())
      try {
        const results = await Promise.all(
          others.map((other, index) =>
            other.step({
              image: BASE_IMAGE,
              command: DIFFERENT[index]?.[0] ?? '',
              recorder,
              replay: 'off'
            })
          )
        )
        const made = results.map(result => namesOf(recordingOf(result)))
        expect(
          made.map(names =>
            DIFFERENT.map(([, name]) => name).filter(n => names.includes(n))
          )
        ).toEqual([['mkdir'], ['fchownat']])
      } finally {
        for (const other of others) other.remove()
      }
    }
  })
})
