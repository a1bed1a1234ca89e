import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import {
  normalizeProfile,
  sortedUnique
} from '../../../src/profile/normalize.ts'
import { parseProfile } from '../../../src/profile/parse.ts'
import { serializeProfile } from '../../../src/profile/serialize.ts'
import type { Arg, Filter, Profile } from '../../../src/profile/types.ts'
import type { JsonValue } from '../../../src/text/json.ts'
import { formatJson, parseJson } from '../../../src/text/json.ts'
import { JsonNumber } from '../../../src/text/json.ts'
import { effort } from '../../support/effort.ts'
import { judgeable, profile } from '../../support/profiles/arbitraries.ts'
import { haveSameMeaning } from '../../support/profiles/same-meaning.ts'

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

describe('laws', () => {
  test('normalizing changes nothing the second time', () => {
    fc.assert(
      fc.property(profile, p => {
        const once = normalizeProfile(p)
        expect(normalizeProfile(once)).toEqual(once)
      })
    )
  })

  test('nor what the profile does to any call', () => {
    fc.assert(
      fc.property(judgeable, p => {
        expect(haveSameMeaning(p, normalizeProfile(p))).toBe(true)
      }),
      { numRuns: effort(100, 300) }
    )
  })

  test('the order of what stands in lists does not matter', () => {
    fc.assert(
      fc.property(profile, p => {
        const text = (of: Profile) => serializeProfile(normalizeProfile(of))
        expect(text(turned(p))).toBe(text(p))
      })
    )
  })

  test('nor does that of keys', () => {
    fc.assert(
      fc.property(profile, p => {
        const keysTurned = parseProfile(
          formatJson(withKeysTurned(parseJson(serializeProfile(p), 'f').value)),
          'f'
        )
        expect(keysTurned).toEqual(p)
        // The person's own keys keep their order, for they mean nothing to us.
        expect(serializeProfile(withoutExtra(keysTurned))).toBe(
          serializeProfile(withoutExtra(p))
        )
      })
    )
  })
})

/** Conditions on one argument are rules of their own, in an order. */
const isRepeated = (args: Arg[]) =>
  new Set(args.map(arg => arg.index)).size < args.length

/** The same profile with all lists but that of the rules the other way round. */
function turned(p: Profile): Profile {
  const filter = (of: Filter): Filter => ({
    ...of,
    ...(of.caps && { caps: of.caps.toReversed() }),
    ...(of.arches && { arches: of.arches.toReversed() })
  })
  return {
    ...p,
    ...(p.architectures && { architectures: p.architectures.toReversed() }),
    ...(p.archMap && {
      archMap: p.archMap.map(entry => ({
        ...entry,
        subArchitectures: entry.subArchitectures.toReversed()
      }))
    }),
    ...(p.flags && { flags: p.flags.toReversed() }),
    syscalls: p.syscalls.map(rule => ({
      ...rule,
      names: rule.names.toReversed(),
      args: isRepeated(rule.args) ? rule.args : rule.args.toReversed(),
      ...(rule.includes && { includes: filter(rule.includes) }),
      ...(rule.excludes && { excludes: filter(rule.excludes) })
    }))
  }
}

function withKeysTurned(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withKeysTurned)
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof JsonNumber) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, v]) => [key, withKeysTurned(v)])
  )
}

/** The profile without the keys that we do not know. */
function withoutExtra(p: Profile): Profile {
  const bare = <T extends { extra?: unknown }>(of: T): Omit<T, 'extra'> => {
    const copy = { ...of }
    delete copy.extra
    return copy
  }
  return {
    ...bare(p),
    ...(p.archMap && { archMap: p.archMap.map(bare) }),
    syscalls: p.syscalls.map(rule => ({
      ...bare(rule),
      args: rule.args.map(bare),
      ...(rule.includes && { includes: bare(rule.includes) }),
      ...(rule.excludes && { excludes: bare(rule.excludes) })
    }))
  }
}
