import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { marked, type Tokens } from 'marked'

import { sayMaker } from '../../../../src/report/review/maker.ts'
import { codeCell } from '../../../../src/text/markdown.ts'
import type { Maker } from '../../../../src/verdict/maker.ts'
import { effort } from '../../../support/effort.ts'
import { commInCell } from '../../../support/recordings.ts'

const programs = [{ comm: 'a|b', count: 2 }]
const call = (runtimes: string[], standsInFor: string[] = []) => ({
  name: 'x',
  runtimes,
  standsInFor
})

describe('who made a call, or why it is there without', () => {
  test.each<[Maker, string]>([
    [{ by: 'tests', programs, runs: 2, of: 2 }, '`a\\|b` × 2'],
    [{ by: 'tests', programs, runs: 1, of: 2 }, '`a\\|b` × 2 (in 1 of 2 runs)'],
    [{ by: 'tests', programs: [], runs: 1, of: 1 }, 'the tests'],
    [
      { by: 'tests', programs: [], runs: 2, of: 3 },
      'the tests (in 2 of 3 runs)'
    ],
    [
      { by: 'runtime', programs, runs: 1, of: 1 },
      'the OCI runtime, to start the container: `a\\|b` × 2'
    ],
    [{ by: 'replay', programs: [] }, 'not known (seen only in a replay)'],
    [
      { by: 'other runtime' },
      'not made here; another runtime on this machine needs it to start a container'
    ],
    [
      { by: 'portability', call: call(['runc 1.1.5']) },
      'not made here; runc 1.1.5 needs it to start a container'
    ],
    [
      { by: 'portability', call: call([], ['open', 'openat']) },
      'not made here; may be used instead of `open`, `openat`'
    ],
    [
      { by: 'policy', line: '@debug' },
      'not made here; the input `allow: @debug` names it'
    ],
    [{ by: 'any container' }, 'not made here; any container may need it'],
    [{ by: 'nobody' }, 'nobody in the tests: written by hand'],
    [{ by: 'unknown' }, 'not recorded in this mode']
  ])('%j: %s', (maker, text) => {
    expect(sayMaker(maker, codeCell)).toBe(text)
  })

  test('is one cell of a table, whatever the programs are called', () => {
    const some = fc.array(
      commInCell.map(name => ({ comm: `Z${name}Z`, count: 1 })),
      { minLength: 1, maxLength: 5 }
    )
    fc.assert(
      fc.property(some, programs => {
        const cell = sayMaker(
          { by: 'tests', programs, runs: 1, of: 2 },
          codeCell
        )
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
