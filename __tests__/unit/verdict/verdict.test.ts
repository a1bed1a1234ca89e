import { expect, test } from '@jest/globals'

import { FAIL_ON } from '../../../src/inputs/inputs.ts'
import type { ProfileDiff } from '../../../src/profile/compare/diff.ts'
import {
  judge,
  type Judgement,
  settle,
  type Verdict
} from '../../../src/verdict/verdict.ts'

const DIFFS: Record<string, Partial<ProfileDiff>> = {
  nothing: {},
  'a harmless call': { added: ['read'] },
  'a dangerous call': { added: ['read', 'bpf'] },
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

/** Under which policies a run fails; under the others it does not. */
test.each<[string, boolean, Verdict, string[]]>([
  ['nothing', false, 'unchanged', []],
  ['a harmless call', false, 'added', ['added', 'changed']],
  ['a dangerous call', false, 'added', ['dangerous', 'added', 'changed']],
  ['a removal', false, 'removed', ['changed']],
  ['a change', false, 'changed', ['changed']],
  ['a setting', false, 'changed', ['changed']],
  ['a removal and a change', false, 'changed', ['changed']],
  ['all of it', false, 'added', ['dangerous', 'added', 'changed']],
  ['nothing', true, 'created', ['changed']],
  ['a dangerous call', true, 'created', ['changed']]
])(
  '%s (first file: %s) is %s and fails on %j',
  (name, isFirst, verdict, failing) => {
    const none = {
      added: [],
      removed: [],
      changed: [],
      ways: new Map<string, string>(),
      settings: []
    }
    const judged = FAIL_ON.map(failOn =>
      judge({
        diff: { ...none, ...DIFFS[name] },
        isFirst,
        failOn,
        isDangerous: call => call === 'bpf',
        denied: [],
        hasFailed: false
      })
    )
    expect(judged.map(j => j.verdict)).toEqual(FAIL_ON.map(() => verdict))
    expect(FAIL_ON.filter((_, i) => judged[i]?.fails)).toEqual(failing)
  }
)

test.each(FAIL_ON)('a denied call fails under %s, whatever differs', failOn => {
  const denied = [
    { name: 'read', line: '@basic-io', why: ['recorded' as const] }
  ]
  for (const added of [[], ['write']]) {
    const judged = judge({
      diff: {
        added,
        removed: [],
        changed: [],
        ways: new Map<string, string>(),
        settings: []
      },
      isFirst: false,
      failOn,
      isDangerous: () => false,
      hasFailed: false,
      denied
    })
    const verdict = added.length > 0 ? 'added' : 'unchanged'
    expect(judged).toEqual({ verdict, fails: true, denied })
  }
})

test.each(FAIL_ON)(
  'tests that fail under the profile fail under %s',
  failOn => {
    const judged = judge({
      diff: {
        added: [],
        removed: [],
        changed: [],
        ways: new Map<string, string>(),
        settings: []
      },
      isFirst: false,
      failOn,
      isDangerous: () => false,
      denied: [],
      hasFailed: true
    })
    expect(judged).toMatchObject({ verdict: 'unchanged', fails: true })
  }
)

test.each<[boolean, boolean, boolean]>([
  [true, true, false],
  [true, false, true],
  [false, true, false],
  [false, false, false]
])(
  'what would fail (%s) and is on the branch (%s) fails: %s',
  (fails, isPublished, failsThen) => {
    const judgement: Judgement = { verdict: 'added', fails, denied: [] }
    expect(settle(judgement, isPublished)).toEqual({
      verdict: 'added',
      denied: [],
      fails: failsThen
    })
    expect(judgement.fails).toBe(fails)
  }
)
