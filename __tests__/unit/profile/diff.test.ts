import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import {
  diffProfiles,
  isEmptyDiff,
  type ProfileDiff
} from '../../../src/profile/compare/diff.ts'
import { machinesOf } from '../../../src/profile/filter/machines.ts'
import { parseProfile } from '../../../src/profile/parse.ts'
import type { Profile } from '../../../src/profile/types.ts'
import { syscallNumbers } from '../../../src/syscalls/numbers.ts'
import { effort } from '../../support/effort.ts'
import { judgeable, profile } from '../../support/profiles/arbitraries.ts'
import { isLoadable } from '../../support/profiles/same-meaning.ts'

const ALLOW = 'SCMP_ACT_ALLOW'
const ERRNO = 'SCMP_ACT_ERRNO'

function parse(
  syscalls: Record<string, unknown>[],
  settings: Record<string, unknown> = {}
): Profile {
  const json = { defaultAction: ERRNO, ...settings, syscalls }
  // -1 stands for what JSON.stringify cannot write.
  const text = JSON.stringify(json).replaceAll(
    '":-1,',
    '":18446744073709551615,'
  )
  return parseProfile(text, 'f')
}

const when = (value: number) => [{ index: 0, value, op: 'SCMP_CMP_EQ' }]

const not = (value: number) => [{ index: 0, value, op: 'SCMP_CMP_NE' }]

const masked = (valueTwo: number) => [
  { index: 0, value: 3, valueTwo, op: 'SCMP_CMP_MASKED_EQ' }
]

describe('rules', () => {
  const nothing = {
    added: [],
    removed: [],
    changed: [],
    ways: new Map<string, string>(),
    settings: []
  }

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
      'a refusal that is gone, and was the default',
      [
        { names: ['a'], action: ERRNO, args: when(1) },
        { names: ['a'], action: ALLOW, args: when(2) }
      ],
      [{ names: ['a'], action: ALLOW, args: when(2) }],
      {}
    ],
    [
      'a refusal that is gone, and was another one',
      [
        { names: ['a'], action: 'SCMP_ACT_KILL', args: when(1) },
        { names: ['a'], action: ALLOW, args: when(2) }
      ],
      [{ names: ['a'], action: ALLOW, args: when(2) }],
      { changed: ['a'] }
    ],
    [
      'a refusal of some arguments that were refused',
      [
        { names: ['a'], action: 'SCMP_ACT_KILL', args: when(1) },
        { names: ['a'], action: ALLOW, args: not(0) }
      ],
      [{ names: ['a'], action: ALLOW, args: not(0) }],
      { added: ['a'] }
    ],
    [
      'a condition written in another way',
      [
        {
          names: ['a'],
          action: ALLOW,
          args: [{ ...when(1)[0], op: 'SCMP_CMP_LE' }]
        }
      ],
      [0, 1].map(n => ({ names: ['a'], action: ALLOW, args: when(n) })),
      {}
    ],
    [
      'a mask of all bits',
      [
        {
          names: ['a'],
          action: ALLOW,
          args: [{ index: 0, value: -1, valueTwo: 5, op: 'SCMP_CMP_MASKED_EQ' }]
        }
      ],
      [{ names: ['a'], action: ALLOW, args: when(5) }],
      {}
    ],
    [
      'a rule behind one that is wider',
      [
        { names: ['a'], action: ALLOW },
        { names: ['a'], action: 'SCMP_ACT_KILL' }
      ],
      [{ names: ['a'], action: ALLOW }],
      {}
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
    const { ways, ...diff } = diffProfiles(parse(before), parse(after))
    expect({ ...diff, ways: new Map() }).toEqual({ ...nothing, ...expected })
    expect([...ways.keys()].filter(name => !'ab'.includes(name))).toEqual([])
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

describe('by architecture', () => {
  const onBoth = { architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'] }

  test('a call that only a sub-architecture has', () => {
    const after = parse([{ names: ['stat64'], action: ALLOW }], onBoth)
    expect(diffProfiles(parse([], onBoth), after).added).toEqual(['stat64'])
    const alone = { architectures: ['SCMP_ARCH_X86_64'] }
    const none = diffProfiles(
      parse([], alone),
      parse([{ names: ['stat64'], action: ALLOW }], alone)
    )
    expect(isEmptyDiff(none)).toBe(true)
  })

  test('a call that changed on one of them says so', () => {
    // Through socketcall(2) the conditions cannot be told apart.
    const before = parse(
      [{ names: ['socket'], action: ALLOW, args: when(1) }],
      onBoth
    )
    const after = parse([{ names: ['socket'], action: ALLOW }], onBoth)
    const { added, ways } = diffProfiles(before, after)
    expect(added).toEqual(['socket'])
    expect(ways.get('socket')).toBe(
      'allowed or refused with errno 1, by its arguments -> allowed'
    )
  })

  test('socketcall is not told of when only calls through it changed', () => {
    const after = parse([{ names: ['socket'], action: ALLOW }], onBoth)
    expect(diffProfiles(parse([], onBoth), after).added).toEqual(['socket'])
    const named = parse([{ names: ['socketcall'], action: ALLOW }], onBoth)
    expect(diffProfiles(parse([], onBoth), named).added).toEqual(['socketcall'])
  })

  test('a rule for another machine', () => {
    const before = parse([{ names: ['read'], action: ALLOW }])
    const after = parse([
      { names: ['read'], action: ALLOW, includes: { arches: ['amd64'] } }
    ])
    const arm64 = parse([
      { names: ['read'], action: ALLOW, includes: { arches: ['arm64'] } }
    ])
    expect(isEmptyDiff(diffProfiles(before, after))).toBe(true)
    expect(diffProfiles(after, arm64)).toMatchObject({ added: ['read'] })
    expect(diffProfiles(before, arm64)).toMatchObject({
      changed: [],
      removed: []
    })
  })

  test('archMap and architectures can say the same', () => {
    const mapped = parse([], {
      archMap: [
        {
          architecture: 'SCMP_ARCH_X86_64',
          subArchitectures: ['SCMP_ARCH_X86']
        }
      ]
    })
    const machine = {
      architecture: 'SCMP_ARCH_X86_64' as const,
      capabilities: []
    }
    const diff = diffProfiles(parse([], onBoth), mapped, [machine])
    expect(isEmptyDiff(diff)).toBe(true)
  })
})

test('a call that is refused elsewhere as before can be gone', () => {
  const refused = {
    names: ['read'],
    action: ERRNO,
    errnoRet: 2,
    excludes: { caps: ['CAP_X'] }
  }
  const allowed = {
    names: ['read'],
    action: ALLOW,
    includes: { caps: ['CAP_X'] }
  }
  const { removed, changed } = diffProfiles(
    parse([refused, allowed]),
    parse([refused])
  )
  expect({ removed, changed }).toEqual({ removed: ['read'], changed: [] })
})

describe('deny-lists', () => {
  const open = { defaultAction: ALLOW }

  test('a denied call more is a removal', () => {
    const after = parse([{ names: ['chown'], action: ERRNO }], open)
    expect(diffProfiles(parse([], open), after)).toMatchObject({
      added: [],
      removed: ['chown'],
      settings: []
    })
  })

  test('against a list of what is allowed', () => {
    const before = parse([{ names: ['read'], action: ALLOW }])
    const after = parse([{ names: ['chown'], action: ERRNO }], open)
    const { added, removed, settings } = diffProfiles(before, after)
    expect(added).toContain('mount')
    expect(added).not.toContain('chown')
    expect(added).not.toContain('read')
    expect(removed).toEqual([])
    expect(settings).toEqual([
      'default action: SCMP_ACT_ERRNO -> SCMP_ACT_ALLOW'
    ])
  })
})

describe('hostile rules', () => {
  const tangled = (rules: number, salt: number) =>
    parse(
      Array.from({ length: rules }, (_, i) => ({
        names: ['a'],
        action: ALLOW,
        args: [0, 1, 2].map(index => ({
          index,
          value: ((i + salt) * 2654435761 * (index + 3)) % 2 ** 40,
          valueTwo: (i * 40503 * (index + 1)) % 2 ** 40,
          op: 'SCMP_CMP_MASKED_EQ'
        }))
      }))
    )

  test('too complex to compare, need a look', () => {
    const { added, ways } = diffProfiles(tangled(40, 1), tangled(40, 2))
    expect(added).toEqual(['a'])
    expect(ways.get('a')).toMatch(/too complex/)
  })

  test('too complex to compare, and yet the same, are no difference', () => {
    expect(isEmptyDiff(diffProfiles(tangled(40, 1), tangled(40, 1)))).toBe(true)
  })

  test('about many calls come to an end', () => {
    const names = Object.keys(syscallNumbers('SCMP_ARCH_X86_64')).slice(
      0,
      effort(60, 300)
    )
    const many = (salt: number) =>
      parse(
        Array.from({ length: 20 }, (_, i) => ({
          names,
          action: ALLOW,
          args: [0, 1].map(index => ({
            index,
            value: (i * 7919 + salt + index * 104729) % 65521,
            op: 'SCMP_CMP_EQ'
          }))
        }))
      )
    expect(diffProfiles(many(1), many(2)).added).toEqual(names.toSorted())
  })

  test('that take libseccomp too long are refused', () => {
    const before = tangled(0, 1)
    expect(() => diffProfiles(before, tangled(800, 2))).toThrow(
      'too many rules with conditions about `a`'
    )
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
      [
        'architectures on amd64: SCMP_ARCH_X86_64 -> SCMP_ARCH_X86 SCMP_ARCH_X86_64'
      ]
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

const loadable = fc.oneof(profile, judgeable).filter(isLoadable)

describe('laws', () => {
  test('a profile does not differ from itself', () => {
    fc.assert(
      fc.property(loadable, p => {
        expect(isEmptyDiff(diffProfiles(p, p))).toBe(true)
      })
    )
  })

  test('the order of names does not matter, nor that of allowing rules', () => {
    fc.assert(
      fc.property(loadable, p => {
        const isAllowing = p.syscalls.every(
          ({ action, includes, excludes }) =>
            action === ALLOW && !includes && !excludes
        )
        const rules = p.syscalls.map(rule => ({
          ...rule,
          names: rule.names.toReversed()
        }))
        const syscalls = isAllowing ? rules.toReversed() : rules
        const turned = { ...p, syscalls }
        fc.pre(isLoadable(turned))
        expect(isEmptyDiff(diffProfiles(p, turned))).toBe(true)
      })
    )
  })

  test('the way back takes away what the way there added', () => {
    fc.assert(
      fc.property(loadable, loadable, (a, b) => {
        const machines = machinesOf([a, b])
        fc.pre([a, b].every(p => isLoadable(p, machines)))
        const there = diffProfiles(a, b)
        const back = diffProfiles(b, a)
        const names = (diff: ProfileDiff) =>
          [...diff.added, ...diff.removed, ...diff.changed].sort()
        expect(names(back)).toEqual(names(there))
        expect(there.added).toEqual(expect.arrayContaining(back.removed))
        expect(back.added).toEqual(expect.arrayContaining(there.removed))
        expect(back.settings).toHaveLength(there.settings.length)
      }),
      { numRuns: effort(20, 40) }
    )
  })
})
