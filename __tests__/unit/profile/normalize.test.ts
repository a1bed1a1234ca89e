import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { diffProfiles } from '../../../src/profile/diff.js'
import {
  normalizeProfile,
  sortedUnique
} from '../../../src/profile/normalize.js'
import { profile } from '../support/arbitraries.js'

test.each([
  [[], []],
  [
    ['b', 'a', 'b'],
    ['a', 'b']
  ],
  [
    ['a_b', 'aB', 'ab', 'a1'],
    ['a1', 'aB', 'a_b', 'ab']
  ],
  [
    ['ä', 'z'],
    ['z', 'ä']
  ]
])('sortedUnique(%j) is %j', (values, sorted) => {
  expect(sortedUnique(values)).toEqual(sorted)
})

test('rules keep their order, names do not', () => {
  const { syscalls } = normalizeProfile({
    defaultAction: 'SCMP_ACT_ERRNO',
    syscalls: [
      { names: ['z', 'y', 'z'], action: 'SCMP_ACT_ALLOW', args: [] },
      { names: ['b', 'a'], action: 'SCMP_ACT_ALLOW', args: [] }
    ]
  })
  expect(syscalls.map(rule => rule.names)).toEqual([
    ['y', 'z'],
    ['a', 'b']
  ])
})

test('normalizing changes no rule in meaning, and nothing the second time', () => {
  fc.assert(
    fc.property(profile, p => {
      const once = normalizeProfile(p)
      const { added, removed, changed } = diffProfiles(p, once)
      expect([...added, ...removed, ...changed]).toEqual([])
      expect(normalizeProfile(once)).toEqual(once)
    })
  )
})
