import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import {
  diffProfiles,
  isEmptyDiff,
  type ProfileDiff
} from '../../../src/profile/diff.js'
import { parseProfile } from '../../../src/profile/parse.js'
import type { Profile } from '../../../src/profile/types.js'
import { profile } from '../support/arbitraries.js'

const ALLOW = 'SCMP_ACT_ALLOW'
const ERRNO = 'SCMP_ACT_ERRNO'

function parse(
  syscalls: Record<string, unknown>[],
  settings: Record<string, unknown> = {}
): Profile {
  const json = { defaultAction: ERRNO, ...settings, syscalls }
  return parseProfile(JSON.stringify(json), 'f')
}

const when = (value: number) => [{ index: 0, value, op: 'SCMP_CMP_EQ' }]

const masked = (valueTwo: number) => [
  { index: 0, value: 3, valueTwo, op: 'SCMP_CMP_MASKED_EQ' }
]

describe('rules', () => {
  const nothing = { added: [], removed: [], changed: [], settings: [] }

  test.each([
    [
      'an addition',
      [{ names: ['a'], action: ALLOW }],
      [{ names: ['b', 'a'], action: ALLOW }],
      { added: ['b'] }
    ],
    [
      'a removal',
      [{ names: ['a', 'b'], action: ALLOW }],
      [{ names: ['b'], action: ALLOW }],
      { removed: ['a'] }
    ],
    [
      'a call that is now refused by a rule',
      [{ names: ['a'], action: ALLOW }],
      [{ names: ['a'], action: ERRNO }],
      { removed: ['a'] }
    ],
    [
      'a call that is now logged',
      [{ names: ['a'], action: ALLOW }],
      [{ names: ['a'], action: 'SCMP_ACT_LOG' }],
      { changed: ['a'] }
    ],
    [
      'a condition',
      [{ names: ['a'], action: ALLOW }],
      [{ names: ['a'], action: ALLOW, args: when(1) }],
      { changed: ['a'] }
    ],
    [
      'another condition',
      [{ names: ['a'], action: ALLOW, args: when(1) }],
      [{ names: ['a'], action: ALLOW, args: when(2) }],
      { added: ['a'] }
    ],
    [
      'another masked value',
      [{ names: ['a'], action: ALLOW, args: masked(1) }],
      [{ names: ['a'], action: ALLOW, args: masked(2) }],
      { added: ['a'] }
    ],
    [
      'one condition more',
      [{ names: ['a'], action: ALLOW, args: when(1) }],
      [1, 2].map(n => ({ names: ['a'], action: ALLOW, args: when(n) })),
      { added: ['a'] }
    ],
    [
      'one condition less',
      [1, 2].map(n => ({ names: ['a'], action: ALLOW, args: when(n) })),
      [{ names: ['a'], action: ALLOW, args: when(1) }],
      { changed: ['a'] }
    ],
    [
      'conditions that are gone',
      [{ names: ['a'], action: ALLOW, args: when(1) }],
      [{ names: ['a'], action: ALLOW }],
      { added: ['a'] }
    ],
    [
      'a refusal that is gone',
      [
        { names: ['a'], action: ERRNO, args: when(1) },
        { names: ['a'], action: ALLOW, args: when(2) }
      ],
      [{ names: ['a'], action: ALLOW, args: when(2) }],
      { added: ['a'] }
    ],
    [
      'a filter',
      [{ names: ['a'], action: ALLOW }],
      [{ names: ['a'], action: ALLOW, includes: { caps: ['CAP_X'] } }],
      { changed: ['a'] }
    ],
    [
      'another errno',
      [{ names: ['a'], action: ERRNO, errnoRet: 1 }],
      [{ names: ['a'], action: ERRNO, errnoRet: 2 }],
      { changed: ['a'] }
    ],
    [
      'a refusal that becomes a kill',
      [{ names: ['a'], action: ERRNO }],
      [{ names: ['a'], action: 'SCMP_ACT_KILL_PROCESS' }],
      { changed: ['a'] }
    ],
    [
      'rules split',
      [{ names: ['a', 'b'], action: ALLOW }],
      [
        { names: ['b'], action: ALLOW },
        { names: ['a'], action: ALLOW }
      ],
      {}
    ],
    [
      'a name twice',
      [{ names: ['a'], action: ALLOW }],
      [{ names: ['a', 'a'], action: ALLOW }],
      {}
    ],
    [
      'conditions in another order',
      [{ names: ['a'], action: ALLOW, args: [...when(1), ...when(2)] }],
      [{ names: ['a'], action: ALLOW, args: [...when(2), ...when(1)] }],
      {}
    ],
    [
      'a comment',
      [{ names: ['a'], action: ALLOW }],
      [{ names: ['a'], action: ALLOW, comment: 'x' }],
      {}
    ],
    [
      'a moot condition',
      [{ names: ['a'], action: ALLOW }],
      [
        { names: ['a'], action: ALLOW },
        { names: ['a'], action: ALLOW, args: when(1) }
      ],
      {}
    ]
  ])('%s', (_, before, after, expected) => {
    expect(diffProfiles(parse(before), parse(after))).toEqual({
      ...nothing,
      ...expected
    })
  })

  test('without a file before, all is new and no setting differs', () => {
    const after = parse([{ names: ['b', 'a'], action: ALLOW }], {
      defaultErrnoRet: 38
    })
    expect(diffProfiles(undefined, after)).toEqual({
      ...nothing,
      added: ['a', 'b']
    })
  })
})

describe('settings', () => {
  test.each([
    ['errno', {}, { defaultErrnoRet: 38 }, ['default errno: 1 -> 38']],
    ['errno 1, which is the default', {}, { defaultErrnoRet: 1 }, []],
    [
      'action',
      {},
      { defaultAction: 'SCMP_ACT_LOG' },
      ['default action: SCMP_ACT_ERRNO -> SCMP_ACT_LOG']
    ],
    [
      'architectures',
      {},
      { architectures: ['SCMP_ARCH_X86'] },
      ['architectures: none -> SCMP_ARCH_X86']
    ],
    [
      'their order',
      { architectures: ['SCMP_ARCH_X86', 'SCMP_ARCH_ARM'] },
      { architectures: ['SCMP_ARCH_ARM', 'SCMP_ARCH_X86'] },
      []
    ],
    ['flags', { flags: ['A'] }, {}, ['flags: A -> none']],
    ['keys that mean nothing', {}, { comment: 'x' }, []]
  ])('%s', (_, before, after, settings) => {
    expect(diffProfiles(parse([], before), parse([], after)).settings).toEqual(
      settings
    )
  })
})

describe('laws', () => {
  test('a profile does not differ from itself', () => {
    fc.assert(
      fc.property(profile, p => {
        expect(isEmptyDiff(diffProfiles(p, p))).toBe(true)
      })
    )
  })

  test('the order of rules and names does not matter', () => {
    fc.assert(
      fc.property(profile, p => {
        const turned = {
          ...p,
          syscalls: p.syscalls
            .map(rule => ({ ...rule, names: rule.names.toReversed() }))
            .toReversed()
        }
        expect(isEmptyDiff(diffProfiles(p, turned))).toBe(true)
      })
    )
  })

  test('the way back takes away what the way there added', () => {
    fc.assert(
      fc.property(profile, profile, (a, b) => {
        const there = diffProfiles(a, b)
        const back = diffProfiles(b, a)
        const names = (diff: ProfileDiff) =>
          [...diff.added, ...diff.removed, ...diff.changed].sort()
        expect(names(back)).toEqual(names(there))
        expect(there.added).toEqual(expect.arrayContaining(back.removed))
        expect(back.added).toEqual(expect.arrayContaining(there.removed))
        expect(back.settings).toHaveLength(there.settings.length)
      })
    )
  })
})
