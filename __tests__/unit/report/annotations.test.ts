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
  annotateDenied,
  annotateRefused,
  annotateReview,
  annotateUnknown
} from '../../../src/report/annotations.ts'
import { byDanger, isDangerous } from '../../../src/verdict/finding.ts'
import type { Review } from '../../../src/verdict/review.ts'
import {
  fails,
  judge,
  type Reason,
  settle
} from '../../../src/verdict/verdict.ts'
import { effort } from '../../support/effort.ts'
import { finding, findings, review, risk } from '../../support/findings.ts'
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

const of = (
  members: Partial<Review>,
  reasons: readonly Reason[] = [],
  text = TEXT
) => annotateReview({ review: review(members), reasons, text })

const lineOf = (name: string) =>
  LINES.findIndex(line => line.includes(`"${name}"`)) + 1

const needing = (...names: string[]) => names.map(name => finding(name))
const proposing = (...names: string[]) =>
  names.map(name => finding(name, { comparison: 'proposed' }))
const unnamed = (...names: string[]) => names.map(name => risk(name))

describe('annotateReview', () => {
  const programs = [{ comm: 'a`b', count: 2 }]
  const maker = { by: 'tests', programs, runs: 1, of: 1 } as const

  test.each([
    [finding('m1', { maker }), 'New system call: m1. Made by: ``a`b`` × 2.'],
    [finding('m1', { maker: { by: 'unknown' } }), 'New system call: m1.'],
    [
      finding('socket', {
        way: 'refused with errno 1 -> allowed',
        maker: { by: 'policy', line: '@x' }
      }),
      'New system call: socket. refused with errno 1 -> allowed. Made by: not made here; the input `allow: @x` names it.'
    ],
    [
      finding('clone', { maker: { by: 'nobody' } }),
      'Notable system call: clone, which lets an intruder start processes in new namespaces. Made by: nobody in the tests: written by hand.'
    ],
    [
      finding('bpf', { maker }),
      'Dangerous system call: bpf, which lets an intruder load programs into the kernel. Made by: ``a`b`` × 2. The input `accept-dangerous` does not name it.'
    ],
    [
      finding(
        { kind: 'setting', name: 'default-action' },
        { way: 'default action: a -> b' }
      ),
      'Dangerous setting: default-action, which lets an intruder make every call that is not listed. default action: a -> b. The input `accept-dangerous` does not name it.'
    ],
    [
      finding({ kind: 'file', name: 'deleted' }),
      'Dangerous change: the file is deleted, which lets an intruder undo every limit of the deleted profile. The input `accept-dangerous` does not name it.'
    ]
  ])('%j says what it is', (found, message) => {
    const isUnnamed = isDangerous(found)
    const [remark] = of({
      findings: [found],
      unnamed: isUnnamed ? [risk(found.subject)] : []
    })
    expect(remark?.message).toBe(message)
  })

  test('is silent about what does not open', () => {
    const found = [
      finding('bind', { effect: 'narrows' }),
      finding('clone', { effect: 'changes' })
    ]
    expect(of({ findings: found })).toEqual([])
  })

  test("a call that only a person's rule names is marked there", () => {
    const own = { ...PROFILE, syscalls: PROFILE.syscalls.slice(0, 1) }
    const text = serializeProfile(own)
    const [remark] = of({ findings: proposing('read') }, [], text)
    expect(text.split('\n')[(remark?.place?.line ?? 0) - 1]).toContain('"read"')
  })

  test.each(['a', 'm', 'z', 'socket', 'read'])(
    '%s is marked on its line',
    name => {
      const [remark] = of({ findings: needing(name) })
      expect(remark?.place?.line).toBe(lineOf(name))
    }
  )

  // The reader does not see the file that the run would write.
  test.each([
    ['b1', 'b'],
    ['z1', 'z'],
    ['sync', 's']
  ])('%s, which is not in the file, after %s', (name, before) => {
    const [remark] = of({ findings: needing(name) })
    expect(remark?.place?.line).toBe(lineOf(before))
  })

  test('what would be the first is marked on line 1', () => {
    const [remark] = of({ findings: needing('_a') })
    expect(remark?.place).toEqual({ line: 1 })
    const file = finding({ kind: 'file', name: 'deleted' })
    expect(of({ findings: [file] })[0]?.place).toEqual({ line: 1 })
  })

  test.each([
    ['default-action', 'defaultAction'],
    ['errno-0', 'defaultErrnoRet'],
    ['listener', 'listenerPath'],
    ['architecture: x86', 'architectures']
  ] as const)('%s is marked on the line of %s', (name, key) => {
    const text = serializeProfile({
      ...PROFILE,
      defaultErrnoRet: 0,
      listenerPath: '/run/x',
      architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86']
    })
    const [remark] = of(
      { findings: [finding({ kind: 'setting', name })] },
      [],
      text
    )
    const line = text.split('\n')[(remark?.place?.line ?? 0) - 1]
    expect(line).toContain(`"${key}"`)
    // A key that is not there has a line, too.
    const [other] = of({ findings: [finding({ kind: 'setting', name })] })
    expect(other?.place?.line).toBeLessThanOrEqual(LINES.length)
    expect(other?.place?.line).toBeGreaterThan(0)
  })

  test('no file, no place', () => {
    const [remark] = annotateReview({
      review: review({ findings: needing('a') }),
      reasons: [],
      text: undefined
    })
    expect(remark?.place).toBeUndefined()
  })

  const mixed = {
    findings: [
      ...needing('bpf'),
      ...proposing('mount'),
      ...needing('sync'),
      ...proposing('chmod')
    ],
    unnamed: unnamed('ptrace', 'bpf', 'mount')
  }
  test.each<[Reason[], string[], string[]]>([
    [[], [], ['ptrace', 'bpf', 'mount', 'sync', 'chmod']],
    [['dangerous'], ['ptrace', 'bpf', 'mount'], ['sync', 'chmod']],
    [['dangerous', 'added'], ['ptrace', 'bpf', 'mount', 'sync'], ['chmod']],
    [['replay'], [], ['ptrace', 'bpf', 'mount', 'sync', 'chmod']]
  ])('a run that fails for %j: errors are %j', (reasons, errors, notices) => {
    const made = of(mixed, reasons)
    const namesOf = (level: string) =>
      made
        .filter(remark => remark.level === level)
        .map(({ message }) => /: (\w+)/.exec(message)?.[1])
    expect(namesOf('error')).toEqual(errors)
    expect(namesOf('notice')).toEqual(notices)
  })

  test.each([
    [10, 10, undefined],
    [11, 10, '2 more: j, k.'],
    [26, 10, '17 more: j, k, l, m, n, o, p, q and 9 more.']
  ])('%i calls make %i remarks', (calls, count, rest) => {
    const made = of({ findings: needing(...NAMES.slice(0, calls)) })
    expect(made).toHaveLength(count)
    const last = made.at(-1)?.message
    if (rest === undefined) expect(last).toContain('New system call: j')
    else expect(last).toBe(rest)
  })

  test('errors leave room for that of the failing step', () => {
    const failing = (count: number) =>
      of({ findings: needing(...NAMES.slice(0, count)) }, ['added'])
    expect(failing(9).at(-1)?.message).toContain('New system call: i.')
    const made = failing(10)
    expect(made).toHaveLength(9)
    expect(made.at(-1)?.message).toBe('2 more: i, j.')
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
    annotateDenied({ denied: denied(names), text })

  test('nothing denied, no remark', () => {
    expect(of([])).toEqual([])
  })

  test('an error where the committed file names the call', () => {
    expect(of(['socket'])).toEqual([
      {
        level: 'error',
        place: written(5, 'socket'),
        message:
          'Denied: `socket` (by `@network-io`), but it was recorded in the tests; one of your rules in the profile allows it. Most families are harmless; default profiles leave out some (audit messages, virtual machine sockets). The profile was not written; the report says what to do.'
      }
    ])
  })

  test.each([
    ['a call that the file does not name', 'bind', WRITTEN],
    ['no file', 'socket', undefined]
  ])('%s: no place', (_, name, text) => {
    const input = { denied: denied([name]), text }
    const [remark, ...others] = annotateDenied(input)
    expect(others).toEqual([])
    expect(remark?.place).toBeUndefined()
    expect(remark?.message).not.toContain('undefined')
  })

  test('says what is dangerous about it', () => {
    expect(of(['bpf'])[0]?.message).toContain(' allows it. Loads programs into')
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

describe('all remarks of a run', () => {
  const of = (replay: Partial<Replay>, isDenied = false) => {
    const denied = isDenied
      ? [{ name: 'bind', line: 'bind', why: ['recorded' as const] }]
      : []
    const found = findings({
      judgement: { verdict: 'added', reasons: ['added'], denied },
      review: review({ findings: needing('a') }),
      replay: { ...SKIPPED, ...replay },
      unknown: ['raed']
    })
    return annotate(found, WRITTEN).map(({ message }) =>
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

  test('come after what kept the profile from being written', () => {
    expect(of({ result: 'failed', denied: REFUSED })).toEqual([
      'Refused',
      'New',
      '`raed`'
    ])
    expect(of({}, true)).toEqual(['Denied', 'New', '`raed`'])
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
  const BAD = ['bpf', 'mount', 'ptrace', 'setns']
  const isBad = (name: string) => BAD.includes(name)
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
        fc.constantFrom(...NAMES, ...BAD)
      ),
      { maxLength, size: 'max' }
    )
  const run = fc.record({
    added: names(25),
    old: fc.subarray(BAD),
    hasFile: fc.boolean(),
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
        const { added, old, refused, unknown, profile, failOn } = input
        const hasFailed = refused.length > 0
        const found = added
          .map((name, i) =>
            finding(name, {
              comparison: i % 2 ? 'proposed' : 'needed',
              way: i > 0 ? input.way : undefined
            })
          )
          .sort(byDanger)
        const dangerous = [...new Set([...added.filter(isBad), ...old])]
        const unnamed = dangerous.map(name => risk(name))
        const needed = added.filter((_, i) => i % 2 === 0)
        const judged = judge({
          diff: { ...findings().diff, added: needed },
          opensArchitecture: false,
          failOn,
          hasFailed,
          isFirst: false,
          unnamed: unnamed.length,
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
            review: review({ findings: found, unnamed }),
            profile,
            unknown,
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
          input.hasFile ? TEXT : undefined
        )
        const of = (level: string) => made.filter(a => a.level === level).length
        expect(of('error')).toBeLessThanOrEqual(fails(judgement) ? 9 : 0)
        expect(of('warning')).toBeLessThanOrEqual(5)
        expect(of('notice')).toBeLessThanOrEqual(10)
        for (const { level, message, place } of made) {
          levels.add(level)
          expect(message.length).toBeLessThanOrEqual(4096)
          expect(message).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u)
          expect(message.isWellFormed()).toBe(true)
          expect(place?.line ?? 1).toBeGreaterThan(0)
          expect(place?.line ?? 1).toBeLessThanOrEqual(LINES.length)
        }
        if (!isWritten) return
        const { reasons } = judgement
        const blamed = [
          ...(reasons.includes('dangerous') ? dangerous : []),
          ...(reasons.includes('added')
            ? needed.filter(name => !dangerous.includes(name))
            : [])
        ]
        const all = new Set([...added, ...old])
        expect(of('error')).toBe(Math.min(blamed.length, 9))
        expect(of('notice')).toBe(Math.min(all.size - blamed.length, 10))
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
        reasons: ['denied', 'replay'],
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
    const made = annotate(found, TEXT)
    expect(made).toHaveLength(9)
    expect(made.at(-1)?.message).toBe(
      '10 more annotations; the report has everything.'
    )
  })
})
