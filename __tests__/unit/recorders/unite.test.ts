import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { namesOf } from '../../../src/recorders/recording.ts'
import {
  foreignArchitectures,
  uniteRecordings
} from '../../../src/recorders/unite.ts'
import { anyRecording, named, recording } from '../../support/recordings.ts'

const X86 = 'SCMP_ARCH_X86' as const

describe('uniteRecordings', () => {
  test('adds up, and tells in how many recordings a call is', () => {
    const united = uniteRecordings([
      recording({
        calls: [
          { name: 'read', programs: [{ comm: 'sh', count: 2 }] },
          { name: 'write', programs: [{ comm: 'ls', count: 1 }] }
        ],
        blind: ['Nobody knows.']
      }),
      recording({
        calls: [
          {
            name: 'read',
            programs: [
              { comm: 'ls', count: 5 },
              { comm: 'sh', count: 1000, atLeast: true }
            ]
          }
        ],
        blind: ['Nobody knows.', 'Nothing is known.']
      })
    ])
    expect(united).toEqual({
      calls: [
        {
          name: 'read',
          runs: 2,
          programs: [
            { comm: 'sh', count: 1002, atLeast: true },
            { comm: 'ls', count: 5 }
          ]
        },
        { name: 'write', runs: 1, programs: [{ comm: 'ls', count: 1 }] }
      ],
      denied: [],
      runs: 2,
      blind: ['Nobody knows.', 'Nothing is known.']
    })
  })

  test('a call of which nobody knows who made it', () => {
    const one = recording({ calls: named('read') })
    expect(uniteRecordings([one, one]).calls).toEqual([
      { name: 'read', programs: [], runs: 2 }
    ])
  })

  test('another architecture makes another call', () => {
    const calls = [
      ...named('read'),
      { name: 'read', architecture: X86, programs: [] }
    ]
    const united = uniteRecordings([recording({ calls }), recording()])
    expect(united.calls).toEqual([
      { name: 'read', programs: [], runs: 1 },
      { name: 'read', architecture: X86, programs: [], runs: 1 }
    ])
    expect(united.runs).toBe(2)
    expect(foreignArchitectures(united)).toEqual([X86])
  })

  test('refused calls, by what was returned', () => {
    const refused = (errno: number, count: number) => ({
      name: 'bpf',
      errno,
      programs: [{ comm: 'sh', count }]
    })
    const { denied } = uniteRecordings([
      recording({ denied: [refused(38, 1), refused(1, 2)] }),
      recording({ denied: [refused(38, 3)] })
    ])
    expect(denied).toEqual([refused(1, 2), refused(38, 4)])
  })

  test('has each call that any of them has, and no other', () => {
    fc.assert(
      fc.property(fc.array(anyRecording, { maxLength: 4 }), recordings => {
        const names = new Set(recordings.flatMap(namesOf))
        const united = uniteRecordings(recordings)
        expect(new Set(namesOf(united))).toEqual(names)
        for (const { runs } of united.calls) {
          expect(runs).toBeGreaterThanOrEqual(1)
          expect(runs).toBeLessThanOrEqual(recordings.length)
        }
      })
    )
  })

  test('does not depend on the order of the recordings', () => {
    fc.assert(
      fc.property(fc.array(anyRecording, { maxLength: 4 }), recordings => {
        const { calls, denied, runs } = uniteRecordings(recordings)
        const other = uniteRecordings([...recordings].reverse())
        expect(other.calls).toEqual(calls)
        expect(other.denied).toEqual(denied)
        expect(other.runs).toBe(runs)
      })
    )
  })
})

describe('foreignArchitectures', () => {
  test.each([
    [[], []],
    [named('read', 'write'), []],
    [
      [
        { name: 'read', architecture: X86, programs: [] },
        {
          name: 'read',
          architecture: 'SCMP_ARCH_X32' as const,
          programs: []
        },
        { name: 'write', architecture: X86, programs: [] }
      ],
      ['SCMP_ARCH_X32', X86]
    ]
  ])('of %j: %j', (calls, architectures) => {
    const united = { calls: calls.map(call => ({ ...call, runs: 1 })) }
    expect(foreignArchitectures(united)).toEqual(architectures)
  })
})
