import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { marked, type Tokens } from 'marked'

import type { ProgramCount } from '../../../src/recorders/recording.ts'
import { sayCounts, sayPrograms } from '../../../src/report/programs.ts'
import { codeCell } from '../../../src/text/markdown.ts'
import { effort } from '../../support/effort.ts'
import { commInCell } from '../../support/recordings.ts'

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

describe('sayPrograms', () => {
  const call = (programs: ProgramCount[], runs: number) => ({
    name: 'read',
    programs,
    runs
  })

  test.each([
    [call([], 1), 1, 'not known'],
    [call([], 2), 3, 'not known (in 2 of 3 runs)'],
    [call([by('ls')], 1), 1, '`ls` × 1'],
    [call([by('ls')], 1), 3, '`ls` × 1 (in 1 of 3 runs)']
  ])('of %j in %i runs: %s', (call, runs, text) => {
    expect(sayPrograms(call, runs)).toBe(text)
  })

  test('is one cell of a table, whatever the programs are called', () => {
    const programs = fc.array(
      commInCell.map(name => by(`Z${name}Z`)),
      {
        minLength: 1,
        maxLength: 5
      }
    )
    fc.assert(
      fc.property(programs, programs => {
        const cell = sayPrograms(call(programs, 1), 2)
        const table = `| a | b |\n| --- | --- |\n| ${cell} | end |\n`
        const [token, ...others] = marked.lexer(table)
        expect(others).toEqual([])
        const { type, rows } = token as Tokens.Table
        expect(type).toBe('table')
        expect(rows).toHaveLength(1)
        expect(rows[0]?.[1]?.text).toBe('end')
        const kinds = rows[0]?.[0]?.tokens.map(({ type }) => type) ?? []
        expect(kinds.filter(type => !/^(text|codespan)$/.test(type))).toEqual(
          []
        )
      }),
      { numRuns: effort(100, 300) }
    )
  })
})
