import fs from 'node:fs'

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { FAIL_ON } from '../../../src/inputs/inputs.ts'
import { MANAGED_COMMENT } from '../../../src/profile/managed.ts'
import { parseProfile } from '../../../src/profile/parse.ts'
import { serializeProfile } from '../../../src/profile/serialize.ts'
import type { Profile } from '../../../src/profile/types.ts'
import { unknownNames } from '../../../src/profile/unknown-names.ts'
import type { Denial, Why } from '../../../src/replay/denials.ts'
import { type Replay, SKIPPED } from '../../../src/replay/replay.ts'
import { annotate } from '../../../src/report/annotate.ts'
import {
  annotateAdded,
  annotateDenied,
  annotateRefused,
  annotateUnknown
} from '../../../src/report/annotations.ts'
import { judge, settle } from '../../../src/verdict/verdict.ts'
import { effort } from '../../support/effort.ts'
import { findings } from '../../support/findings.ts'
import { hostile } from '../../support/hostile-text.ts'

const NAMES = Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i))

const PROFILE: Profile = {
  defaultAction: 'SCMP_ACT_ERRNO',
  syscalls: [
    {
      comment: 'mine',
      names: ['read'],
      action: 'SCMP_ACT_ALLOW',
      args: [{ index: 0, value: 1n, valueTwo: 0n, op: 'SCMP_CMP_EQ' }]
    },
    {
      comment: MANAGED_COMMENT,
      names: [...NAMES, 'read'],
      action: 'SCMP_ACT_ALLOW',
      args: []
    },
    {
      comment: MANAGED_COMMENT,
      names: ['socket'],
      action: 'SCMP_ACT_ALLOW',
      args: []
    }
  ]
}
const TEXT = serializeProfile(PROFILE)
const LINES = TEXT.split('\n')

const onAdded = (
  added: string[],
  fails = false,
  byPolicy = new Map<string, string>(),
  ways = new Map<string, string>()
) =>
  annotateAdded({
    profile: PROFILE,
    text: TEXT,
    added,
    ways,
    byPolicy,
    drift: [],
    portable: [],
    fails
  })

describe('annotateAdded', () => {
  test('says of each call why it is there', () => {
    const messages = annotateAdded({
      profile: PROFILE,
      text: TEXT,
      fails: false,
      added: ['a1', 'b2', 'c3', 'd4'],
      ways: new Map(),
      byPolicy: new Map([['b2', '@group']]),
      drift: ['c3'],
      portable: [{ name: 'd4' }]
    }).map(({ message }) => message)
    expect(messages).toEqual([
      expect.stringContaining('New system call: a1. The tests made it'),
      expect.stringContaining('because of `allow: @group`'),
      expect.stringContaining("The runner's runtime makes it"),
      expect.stringContaining('works with another runtime, libc or kernel')
    ])
  })

  test('a call that was allowed in part is not called new', () => {
    const ways = new Map([['socket', 'refused with errno 1 -> allowed']])
    const [remark] = onAdded(['socket'], false, undefined, ways)
    expect(remark?.message).toBe(
      'System call allowed in more ways: socket. refused with errno 1 -> allowed.'
    )
  })

  test("a call that only a person's rule names is marked there", () => {
    const own = { ...PROFILE, syscalls: PROFILE.syscalls.slice(0, 1) }
    const [remark] = annotateAdded({
      profile: own,
      text: serializeProfile(own),
      added: ['read'],
      ways: new Map(),
      byPolicy: new Map(),
      drift: [],
      portable: [],
      fails: false
    })
    expect(remark?.place?.line).toBe(
      serializeProfile(own)
        .split('\n')
        .findIndex(l => l.includes('"read"')) + 1
    )
  })

  test('nothing new, no remark', () => {
    expect(onAdded([])).toEqual([])
  })

  test.each(['a', 'm', 'z', 'socket'])('%s is marked on its line', name => {
    const [remark] = onAdded([name])
    expect(LINES[(remark?.place?.line ?? 0) - 1]?.trim()).toMatch(
      new RegExp(`^"${name}",?$`)
    )
    expect(remark?.message).toContain(name)
  })

  test('the managed rule is marked, not one of a person', () => {
    const [remark] = onAdded(['read'])
    expect(remark?.place?.line).toBe(
      LINES.findLastIndex(l => l.includes('"read"')) + 1
    )
  })

  test.each([
    [false, 'notice'],
    [true, 'error']
  ])('when the run fails is %s: %s', (fails, level) => {
    const levels = onAdded(NAMES, fails).map(remark => remark.level)
    expect(new Set(levels)).toEqual(new Set([level]))
  })

  test.each([
    [10, 10, undefined],
    [11, 10, '2 more new system calls.'],
    [26, 10, '17 more new system calls.']
  ])('%i calls make %i remarks', (calls, count, rest) => {
    const made = onAdded(NAMES.slice(0, calls))
    expect(made).toHaveLength(count)
    const last = made.at(-1)?.message
    if (rest === undefined) expect(last).toContain('New system call: j')
    else expect(last).toBe(rest)
  })

  test('errors leave room for that of the failing step', () => {
    expect(onAdded(NAMES.slice(0, 9), true).at(-1)?.message).toContain('i. ')
    const made = onAdded(NAMES.slice(0, 10), true)
    expect(made).toHaveLength(9)
    expect(made.at(-1)?.message).toBe('2 more new system calls.')
  })

  test('a call of the policy is not said to be one of the tests', () => {
    const byPolicy = new Map([['a', '@debug']])
    const [policy, tests] = onAdded(['a', 'b'], true, byPolicy)
    expect(policy?.message).toContain('because of `allow: @debug`')
    expect(policy?.message).not.toContain('tests')
    expect(tests?.message).toContain('The tests made it')
  })
})

/** A file as a person may have written it, with the old `name`. */
const WRITTEN = `{
  "defaultAction": "SCMP_ACT_ERRNO",
  "syscalls": [
    { "names": [], "name": "raed", "action": "SCMP_ACT_ALLOW" },
    { "action": "SCMP_ACT_ALLOW", "name": "", "names": ["socket", "fchmodatt"] },
    { "names": ["raed", "of_the_future_2099"], "action": "SCMP_ACT_LOG" }
  ]
}`

/** Where a name stands on a line of it. */
const written = (line: number, name: string) => ({
  line,
  column: (WRITTEN.split('\n')[line - 1]?.indexOf(`"${name}"`) ?? NaN) + 1
})

describe('annotateDenied', () => {
  const denied = (names: string[]) =>
    names.map(name => ({
      name,
      line: '@network-io',
      why: ['recorded' as const, 'allowed by a user rule' as const]
    }))
  const of = (names: string[], text: string | undefined = WRITTEN) =>
    annotateDenied({
      denied: denied(names),
      danger: name => ({
        level: 'notable',
        brief: undefined,
        why: name === 'socket' ? 'It speaks to others.' : undefined
      }),
      text
    })

  test('nothing denied, no remark', () => {
    expect(of([])).toEqual([])
  })

  test('an error where the committed file names the call', () => {
    expect(of(['socket'])).toEqual([
      {
        level: 'error',
        place: written(5, 'socket'),
        message:
          'Denied: `socket` (by `@network-io`), but it was recorded in the tests; one of your rules in the profile allows it. It speaks to others. The profile was not written; the report says what to do.'
      }
    ])
  })

  test.each([
    ['a call that the file does not name', 'bind', WRITTEN],
    ['no file', 'socket', undefined]
  ])('%s: no place', (_, name, text) => {
    const input = { denied: denied([name]), text }
    const danger = () => ({
      level: 'none' as const,
      brief: undefined,
      why: undefined
    })
    const [remark, ...others] = annotateDenied({ ...input, danger })
    expect(others).toEqual([])
    expect(remark?.place).toBeUndefined()
    expect(remark?.message).not.toContain('undefined')
  })

  test('too many: the last names the others', () => {
    const made = of(NAMES.slice(0, 10))
    expect(made).toHaveLength(9)
    expect(made.at(-1)?.message).toBe(
      '2 more denied calls that are needed: `i`, `j`.'
    )
  })
})

describe('annotateRefused', () => {
  const denial = (
    name: string,
    why: Why = { kind: 'not recorded' },
    ...comms: string[]
  ): Denial => ({
    name,
    errno: 38,
    why,
    byRuntime: false,
    programs: comms.map(comm => ({ comm, count: 1 }))
  })
  const of = (
    denied: Denial[],
    text: string | undefined = WRITTEN,
    result: 'failed' | 'passed' = 'failed'
  ) =>
    annotateRefused({
      replay: { ...SKIPPED, result, denied },
      profile: 'p.json',
      text
    })

  test('a replay that did not fail needs no remark', () => {
    expect(of([denial('socket')], WRITTEN, 'passed')).toEqual([])
    expect(of([])).toEqual([])
  })

  test('an error where the file names the call, with who made it', () => {
    const [remark] = of([
      denial('socket', { kind: 'deny', line: '@x' }, 'a`b', '\n::error::')
    ])
    expect(remark).toMatchObject({
      level: 'error',
      place: written(5, 'socket')
    })
    expect(remark?.message).toContain(
      'Refused: `socket`, made by ``a`b``, `\ufffd::error::`: '
    )
  })

  test('where a rule refuses it, that rule', () => {
    const at = { line: 6, column: 2 }
    const [remark] = of([denial('socket', { kind: 'rule', at })])
    expect(remark?.place).toEqual(at)
  })

  test('what the file does not name is on its first line', () => {
    expect(of([denial('bind')])).toMatchObject([{ place: { line: 1 } }])
    expect(of([denial('bind', { kind: 'rule', at: undefined })])).toMatchObject(
      [{ place: { line: 1 } }]
    )
  })

  test("what podman's default refuses, too, is nobody's mistake", () => {
    expect(of([denial('bpf', { kind: 'default' })])).toEqual([])
  })

  test('too many: the last names the others', () => {
    const made = of(NAMES.slice(0, 10).map(name => denial(name)))
    expect(made).toHaveLength(9)
    expect(made.at(-1)?.message).toBe('2 more refused calls: `i`, `j`.')
  })
})

const TEXTS = { after: TEXT, before: WRITTEN }

describe('all remarks of a run', () => {
  const of = (replay: Partial<Replay>, isDenied = false) => {
    const denied = isDenied
      ? [{ name: 'bind', line: 'bind', why: ['recorded' as const] }]
      : []
    const { diff } = findings()
    const found = findings({
      judgement: { verdict: 'added', fails: true, denied },
      diff: { ...diff, added: ['a'] },
      replay: { ...SKIPPED, ...replay },
      unknown: ['raed']
    })
    return annotate(found, PROFILE, TEXTS, 'added').map(({ message }) =>
      message.split(/[ :]/, 1).join('')
    )
  }
  const REFUSED: Replay['denied'] = [
    {
      name: 'bind',
      errno: 38,
      programs: [],
      byRuntime: false,
      why: { kind: 'not recorded' }
    }
  ]

  test('are on new calls, and on names that are none', () => {
    expect(of({ result: 'passed' })).toEqual(['New', '`raed`'])
  })

  test('are on no line of a profile that was not written', () => {
    expect(of({ result: 'failed', denied: REFUSED })).toEqual([
      'Refused',
      '`raed`'
    ])
    expect(of({}, true)).toEqual(['Denied', '`raed`'])
  })
})

describe('annotateUnknown', () => {
  const fixture = new URL(
    '../../fixtures/profiles/unknown-names.json',
    import.meta.url
  )

  test('nothing unknown, no remark', () => {
    expect(annotateUnknown({ unknown: [], text: undefined })).toEqual([])
  })

  test('the names of the fixture', () => {
    const text = fs.readFileSync(fixture, 'utf8')
    const unknown = unknownNames(parseProfile(text, 'f'))
    expect(annotateUnknown({ unknown, text })).toEqual([
      {
        level: 'warning',
        place: { line: 5, column: 17 },
        message:
          '`fchmodatt` is not a system call that we know: did you mean `fchmodat`?'
      },
      {
        level: 'warning',
        place: { line: 5, column: 30 },
        message:
          '`raed` is not a system call that we know: did you mean `read`?'
      },
      {
        level: 'warning',
        place: { line: 5, column: 38 },
        message: '`of_the_future_2099` is not a system call that we know.'
      }
    ])
  })

  test('each name once, at its first place, under `name` or `names`', () => {
    const unknown = unknownNames(parseProfile(WRITTEN, 'f'))
    const made = annotateUnknown({ unknown, text: WRITTEN })
    expect(made.map(({ place }) => place)).toEqual([
      written(4, 'raed'),
      written(5, 'fchmodatt'),
      written(6, 'of_the_future_2099')
    ])
  })

  test.each([
    [5, 5, undefined],
    [6, 5, '2 more names are not system calls that we know: `x4`, `x5`.'],
    [
      30,
      5,
      '26 more names are not system calls that we know: `x4`, `x5`, `x6`, `x7`, `x8`, `x9`, `x10`, `x11` and 18 more.'
    ]
  ])('%i names make %i remarks', (count, remarks, rest) => {
    const unknown = Array.from({ length: count }, (_, i) => `x${i}`)
    const made = annotateUnknown({ unknown, text: WRITTEN })
    expect(made).toHaveLength(remarks)
    if (rest === undefined) expect(made.at(-1)?.message).toContain('`x4` is')
    else expect(made.at(-1)?.message).toBe(rest)
  })
})

describe('what GitHub shows of a step', () => {
  const why: fc.Arbitrary<Why> = fc.oneof(
    fc.constant<Why>({ kind: 'not recorded' }),
    hostile.map((line): Why => ({ kind: 'deny', line: line.repeat(200) })),
    fc.constant<Why>({ kind: 'rule', at: { line: 2, column: 1 } }),
    fc.constant<Why>({ kind: 'default' })
  )
  const names = (maxLength: number) =>
    fc.uniqueArray(
      fc.oneof(
        hostile.map(text => text.repeat(30)),
        fc.constantFrom(...NAMES)
      ),
      { maxLength, size: 'max' }
    )
  const run = fc.record({
    added: names(25),
    denied: fc.oneof(fc.constant<string[]>([]), names(15)),
    refused: fc.oneof(
      fc.constant<[string, Why][]>([]),
      fc.array(fc.tuple(hostile, why), { maxLength: 25, size: 'max' })
    ),
    unknown: names(25),
    way: fc.string({ maxLength: 9000, size: 'max' }),
    profile: hostile.map(text => text.repeat(99)),
    failOn: fc.constantFrom(...FAIL_ON),
    isPublished: fc.boolean()
  })

  test('is all of the remarks, and errors are what fails the run', () => {
    const levels = new Set<string>()
    fc.assert(
      fc.property(run, input => {
        const { added, refused, unknown, profile, failOn } = input
        const hasFailed = refused.length > 0
        const diff = {
          ...findings().diff,
          added,
          ways: new Map(added.slice(1).map(name => [name, input.way]))
        }
        const judged = judge({
          diff,
          failOn,
          hasFailed,
          isFirst: false,
          isDangerous: name => name === 'a',
          denied: input.denied.map(name => ({
            name,
            line: name,
            why: ['recorded' as const]
          }))
        })
        // What was not written cannot have been committed.
        const isWritten = !hasFailed && judged.denied.length === 0
        const judgement = settle(judged, input.isPublished && isWritten)
        const made = annotate(
          findings({
            judgement,
            diff,
            profile,
            unknown,
            danger: name => ({
              level: name === 'a' ? 'dangerous' : 'none',
              brief: undefined,
              why: undefined
            }),
            replay: {
              ...SKIPPED,
              result: hasFailed ? 'failed' : 'passed',
              denied: refused.map(([name, why]) => ({
                name,
                why,
                errno: 38,
                byRuntime: false,
                programs: [{ comm: name, count: 1 }]
              }))
            }
          }),
          PROFILE,
          TEXTS,
          failOn
        )
        const of = (level: string) => made.filter(a => a.level === level).length
        expect(of('error')).toBeLessThanOrEqual(judgement.fails ? 9 : 0)
        expect(of('warning')).toBeLessThanOrEqual(5)
        expect(of('notice')).toBeLessThanOrEqual(10)
        for (const { level, message, place } of made) {
          levels.add(level)
          expect(message.length).toBeLessThanOrEqual(4096)
          expect(message).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u)
          expect(message.isWellFormed()).toBe(true)
          expect(place?.line ?? 1).toBeGreaterThan(0)
        }
        if (isWritten && added.length > 0) {
          const blamed = judgement.fails
            ? added.filter(name => failOn !== 'dangerous' || name === 'a')
            : []
          const others = added.length - blamed.length
          expect(of('error')).toBe(Math.min(blamed.length, 9))
          expect(of('notice')).toBe(Math.min(others, 10))
        }
      }),
      // Texts this long are shrunk for hours.
      { numRuns: effort(100, 300), endOnFailure: true }
    )
    expect([...levels].sort()).toEqual(['error', 'notice', 'warning'])
  })

  test('is the first of too many, and how many others there are', () => {
    const found = findings({
      judgement: {
        verdict: 'added',
        fails: true,
        denied: NAMES.map(name => ({ name, line: name, why: ['recorded'] }))
      },
      replay: {
        ...SKIPPED,
        result: 'failed',
        denied: NAMES.map(name => ({
          name,
          errno: 38,
          programs: [],
          byRuntime: false,
          why: { kind: 'not recorded' }
        }))
      }
    })
    const made = annotate(found, PROFILE, TEXTS, 'added')
    expect(made).toHaveLength(9)
    expect(made.at(-1)?.message).toBe(
      '10 more annotations; the report has everything.'
    )
  })
})
