import { describe, expect, test } from '@jest/globals'

import type { ProgramCount } from '../../../src/recorders/recording.ts'
import { sayCounts } from '../../../src/report/programs.ts'
import { codeCell } from '../../../src/text/markdown.ts'

const by = (comm: string, count = 1): ProgramCount => ({ comm, count })

describe('sayCounts', () => {
  test.each<[ProgramCount[], string]>([
    [[], ''],
    [[by('ls', 3)], '`ls` × 3'],
    [[by('ls', 12345)], '`ls` × 12,345'],
    [[{ ...by('ls', 1000), atLeast: true }], '`ls` × 1,000 or more'],
    [[by('a'), by('b'), by('c')], '`a` × 1, `b` × 1, `c` × 1'],
    [
      [by('a'), by('b'), by('c'), by('d'), by('e')],
      '`a` × 1, `b` × 1, `c` × 1 and 2 more'
    ],
    [[by('a|b')], '`a\\|b` × 1'],
    [[by('a`b')], '``a`b`` × 1'],
    [[by('a\nb')], '`a\ufffdb` × 1'],
    [[by('__proto__')], '`__proto__` × 1']
  ])('of %j: %s', (programs, text) => {
    expect(sayCounts(programs, codeCell)).toBe(text)
  })
})
