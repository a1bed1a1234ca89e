import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import {
  type Count,
  groupCalls,
  sumPrograms
} from '../../../src/recorders/counts.ts'
import { comm } from '../../support/recordings.ts'

const anyCounts: fc.Arbitrary<Count[]> = fc.array(
  fc.record(
    {
      name: fc.constantFrom('read', 'write', '__proto__'),
      architecture: fc.constant('SCMP_ARCH_X86' as const),
      comm,
      count: fc.integer({ min: 1, max: 1000 }),
      atLeast: fc.boolean()
    },
    { requiredKeys: ['name', 'comm', 'count'] }
  ),
  { maxLength: 12 }
)

describe('groupCalls', () => {
  test('calls by name, their programs by how busy they are', () => {
    expect(
      groupCalls([
        { name: 'write', comm: 'ls', count: 2 },
        { name: 'read', comm: 'b', count: 1 },
        { name: 'write', comm: 'sh', count: 5 },
        { name: 'read', comm: 'a', count: 1 }
      ])
    ).toEqual([
      {
        name: 'read',
        programs: [
          { comm: 'a', count: 1 },
          { comm: 'b', count: 1 }
        ]
      },
      {
        name: 'write',
        programs: [
          { comm: 'sh', count: 5 },
          { comm: 'ls', count: 2 }
        ]
      }
    ])
  })

  test('a call of another architecture is another call', () => {
    const architecture = 'SCMP_ARCH_X86' as const
    expect(
      groupCalls([
        { name: 'read', architecture, comm: 'sh', count: 2 },
        { name: 'read', comm: 'sh', count: 3 }
      ])
    ).toEqual([
      { name: 'read', programs: [{ comm: 'sh', count: 3 }] },
      { name: 'read', architecture, programs: [{ comm: 'sh', count: 2 }] }
    ])
  })

  test('does not depend on the order of the counts', () => {
    fc.assert(
      fc.property(anyCounts, counts => {
        expect(groupCalls([...counts].reverse())).toEqual(groupCalls(counts))
      })
    )
  })

  test('loses no count and invents none', () => {
    const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
    fc.assert(
      fc.property(anyCounts, counts => {
        const programs = groupCalls(counts).flatMap(c => c.programs)
        expect(sum(programs.map(({ count }) => count))).toBe(
          sum(counts.map(({ count }) => count))
        )
        expect(new Set(programs.map(p => p.comm))).toEqual(
          new Set(counts.map(c => c.comm))
        )
      })
    )
  })
})

describe('sumPrograms', () => {
  test.each([
    [[], []],
    [
      [
        { comm: 'sh', count: 1 },
        { comm: 'sh', count: 2 }
      ],
      [{ comm: 'sh', count: 3 }]
    ],
    [
      [
        { comm: 'sh', count: 1000, atLeast: true },
        { comm: 'sh', count: 2, atLeast: false }
      ],
      [{ comm: 'sh', count: 1002, atLeast: true }]
    ],
    [[{ comm: '__proto__', count: 1 }], [{ comm: '__proto__', count: 1 }]]
  ])('%j is %j', (counts, programs) => {
    expect(sumPrograms(counts)).toEqual(programs)
  })
})
