import { describe, expect, test } from '@jest/globals'

import { FAIL_ON } from '../../../src/inputs/inputs.ts'
import type { ProfileDiff } from '../../../src/profile/compare/diff.ts'
import {
  fails,
  judge,
  type Judgement,
  type Reason,
  settle,
  type Verdict
} from '../../../src/verdict/verdict.ts'

const NONE: ProfileDiff = {
  added: [],
  removed: [],
  changed: [],
  ways: new Map(),
  settings: []
}

const DIFFS: Record<string, Partial<ProfileDiff>> = {
  nothing: {},
  'a call': { added: ['read'] },
  'a removal': { removed: ['bpf'] },
  'a change': { changed: ['bpf'] },
  'a setting': { settings: ['default errno: 1 -> 38'] },
  'a removal and a change': { removed: ['read'], changed: ['bpf'] },
  'all of it': {
    added: ['bpf'],
    removed: ['read'],
    changed: ['write'],
    settings: ['x']
  }
}

const judged = (input: Partial<Parameters<typeof judge>[0]>) =>
  judge({
    diff: NONE,
    opensArchitecture: false,
    isFirst: false,
    failOn: 'never',
    unnamed: 0,
    denied: [],
    hasFailed: false,
    ...input
  })

test('fail-on is a ladder', () => {
  expect(FAIL_ON).toEqual(['never', 'dangerous', 'added', 'changed'])
})

describe('under which policies a run fails; under the others it does not', () => {
  const first = { isFirst: true }
  const unnamed = { unnamed: 1 }
  const foreign = { opensArchitecture: true }
  test.each<[string, Parameters<typeof judged>[0], Verdict, string[]]>([
    ['nothing', {}, 'unchanged', []],
    ['a call', {}, 'added', ['added', 'changed']],
    ['a removal', {}, 'removed', ['changed']],
    ['a change', {}, 'changed', ['changed']],
    ['a setting', {}, 'changed', ['changed']],
    ['a setting', foreign, 'added', ['added', 'changed']],
    ['a removal and a change', {}, 'changed', ['changed']],
    ['all of it', {}, 'added', ['added', 'changed']],
    ['nothing', first, 'created', ['changed']],
    // Who put it there does not matter, nor whether anything differs.
    ['nothing', unnamed, 'unchanged', ['dangerous', 'added', 'changed']],
    ['a call', unnamed, 'added', ['dangerous', 'added', 'changed']],
    ['a removal', unnamed, 'removed', ['dangerous', 'added', 'changed']],
    [
      'nothing',
      { ...first, ...unnamed },
      'created',
      ['dangerous', 'added', 'changed']
    ]
  ])('%s, %j: it is %s and fails on %j', (name, more, verdict, failing) => {
    const all = FAIL_ON.map(failOn =>
      judged({ diff: { ...NONE, ...DIFFS[name] }, failOn, ...more })
    )
    expect(all.map(j => j.verdict)).toEqual(FAIL_ON.map(() => verdict))
    expect(
      FAIL_ON.filter((_, i) => all.map(judgement => fails(judgement))[i])
    ).toEqual(failing)
  })

  test('each step gives the reasons of those below, and its own', () => {
    const reasons = FAIL_ON.map(
      failOn =>
        judged({ diff: { ...NONE, added: ['bpf'] }, unnamed: 1, failOn })
          .reasons
    )
    expect(reasons).toEqual([
      [],
      ['dangerous'],
      ['dangerous', 'added'],
      ['dangerous', 'added', 'changed']
    ])
  })
})

test.each(FAIL_ON)('a denied call fails under %s, whatever differs', failOn => {
  const denied = [
    { name: 'read', line: '@basic-io', why: ['recorded' as const] }
  ]
  for (const added of [[], ['write']]) {
    const judgement = judged({ diff: { ...NONE, added }, failOn, denied })
    expect(judgement.verdict).toBe(added.length > 0 ? 'added' : 'unchanged')
    expect(judgement.denied).toBe(denied)
    expect(judgement.reasons[0]).toBe('denied')
  }
})

test.each(FAIL_ON)(
  'tests that fail under the profile fail under %s',
  failOn => {
    expect(judged({ failOn, hasFailed: true })).toEqual({
      verdict: 'unchanged',
      reasons: ['replay'],
      denied: []
    })
  }
)

test('what the branch has fails no run, except what is dangerous or fails', () => {
  const reasons: Reason[] = [
    'denied',
    'replay',
    'dangerous',
    'added',
    'changed'
  ]
  const judgement: Judgement = { verdict: 'added', reasons, denied: [] }
  expect(settle(judgement, false)).toEqual(judgement)
  const published = settle(judgement, true)
  expect(published.reasons).toEqual(['denied', 'replay', 'dangerous'])
  expect(published.verdict).toBe('added')
  const fine = settle({ ...judgement, reasons: ['added', 'changed'] }, true)
  expect(fails(fine)).toBe(false)
  expect(judgement.reasons).toBe(reasons)
})
