import { describe, expect, test } from '@jest/globals'

import {
  madeCgroups,
  whyUnseen
} from '../../../../src/recorders/bpftrace/cgroups.ts'
import { PATH_LENGTH } from '../../../../src/recorders/bpftrace/program.ts'

const map = (...keys: string[]) => new Map(keys.map(key => [key, 1]))

const LONG = `/${'a'.repeat(99)}/${'b'.repeat(99)}/c`

describe('of the readings of a path', () => {
  test.each([
    // What 0.17 and 0.27 gave, and 0.23 the other way round.
    ['/machine.slice/libpod-1.scope', 2],
    ['/libpod-1.scope/container/sub', 3],
    ['/a,b', 1],
    [LONG.slice(0, PATH_LENGTH), 3],
    [`${LONG.slice(0, PATH_LENGTH + 1)}..`, 3]
  ])('%s at level %i is true', (path, level) => {
    const made = map(`7,${level},`, `7,${level},${path}`)
    expect(madeCgroups(made)).toEqual([{ key: 7, path }])
  })

  test.each([
    ['ainer/sub', 2],
    ['r', 1],
    ['/sub', 3],
    ['/libpod-1.scope/container/sub', 2],
    [LONG.slice(0, PATH_LENGTH), 1],
    [LONG.slice(0, PATH_LENGTH - 1), 3]
  ])('%s at level %i is not', (path, level) => {
    expect(madeCgroups(map(`7,${level},${path}`))).toEqual([])
  })
})

test.each<[string[], ReturnType<typeof whyUnseen>]>([
  [[], 'none'],
  [['7,1,/other', '7,1,'], 'none'],
  [['7,1,', '8,1,r'], 'misread'],
  [['7,1,/other', `8,3,${LONG.slice(0, PATH_LENGTH)}`], 'cut off']
])('%j: the cgroup was not seen: %s', (keys, why) => {
  expect(whyUnseen(map(...keys))).toBe(why)
})
