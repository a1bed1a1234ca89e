import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { isDenyList } from '../../../src/profile/treatment.ts'
import type { Profile } from '../../../src/profile/types.ts'
import { effort } from '../../support/effort.ts'
import {
  areLoadable,
  conditional,
  faultOf,
  mergeable,
  plain
} from '../../support/profiles/union-laws.ts'

// The laws wait for the union that they are the specification of. Until then
// they are tried on unions that are right or wrong by their making.

test.each([
  ['plain profiles', plain],
  ['profiles with conditions', conditional],
  ['profiles with filters, on several machines', mergeable]
])('a profile is the union of itself: %s', (_, profiles) => {
  fc.assert(
    fc.property(profiles, profile => {
      fc.pre(areLoadable([profile]))
      expect(faultOf([profile, profile], { profile, notes: [] })).toBe(
        undefined
      )
    }),
    { numRuns: effort(30, 300) }
  )
})

const allows = (...names: string[]): Profile => ({
  defaultAction: 'SCMP_ACT_ERRNO',
  architectures: ['SCMP_ARCH_X86_64'],
  syscalls: [{ names, action: 'SCMP_ACT_ALLOW', args: [] }]
})

test.each([
  ['one that lacks a call', allows('read'), [], false],
  ['one with a call too many', allows('read', 'socket', 'getpid'), [], true],
  [
    'one that lacks a call and names it',
    allows('read'),
    [{ name: 'socket' }],
    false
  ]
])('a wrong union is found: %s', (_, profile, notes, isLetThrough) => {
  expect(isDenyList(profile)).toBe(false)
  expect(
    faultOf([allows('read'), allows('socket')], { profile, notes })
  ).toMatchObject({ isLetThrough })
})

test('a call too many that is noted is no fault', () => {
  const union = {
    profile: allows('read', 'socket', 'getpid'),
    notes: [{ name: 'getpid' }]
  }
  expect(faultOf([allows('read'), allows('socket')], union)).toBe(undefined)
})
