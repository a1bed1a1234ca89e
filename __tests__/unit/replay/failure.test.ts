import { describe, expect, test } from '@jest/globals'

import { UserError } from '../../../src/errors.ts'
import type { Denial, Why } from '../../../src/replay/denials.ts'
import {
  neverEnough,
  notAllowed,
  notFixable,
  sayWhy,
  testsFail
} from '../../../src/replay/failure.ts'

const denial = (
  name: string,
  comms: string[] = [],
  why: Why = { kind: 'not recorded' }
): Denial => ({
  name,
  errno: 38,
  programs: comms.map(comm => ({ comm, count: 1 })),
  why,
  byRuntime: false
})

const RULE: Why = { kind: 'rule', at: { line: 7, column: 3 } }

const fail = (input: Partial<Parameters<typeof testsFail>[0]> = {}) =>
  testsFail({
    failure: new UserError('exit code 1', {
      code: 'recording',
      hint: 'podman said: no'
    }),
    refused: [],
    hasStarted: true,
    watch: 'bpftrace',
    file: 'a/seccomp.json',
    isRecorded: true,
    ...input
  })

describe('tests that fail', () => {
  test('with forbidden calls: each, to whom and why', () => {
    const { message, hint } = fail({
      refused: [
        denial('ptrace', ['gdb', 'sh'], { kind: 'deny', line: '@debug' }),
        denial('chmod', [], RULE)
      ],
      // What was refused says more than that.
      hasStarted: false,
      watch: 'nobody'
    })
    expect(message).toBe(
      'the tests fail under the new a/seccomp.json, which refuses ptrace (to "gdb", "sh"); chmod: exit code 1'
    )
    expect(hint?.split('\n').slice(0, 3)).toEqual([
      'Refused:',
      '- ptrace (to "gdb", "sh"): the input deny names it: @debug',
      `- chmod: ${sayWhy(RULE, 'a/seccomp.json')}`
    ])
    expect(hint).toContain('never added')
  })

  test('and nobody watched: that says how to see more', () => {
    const { message, hint } = fail({ watch: 'nobody', hasStarted: false })
    expect(message).toContain('exit code 1')
    expect(message).not.toContain('flaky')
    expect(hint).toContain('bpftrace')
  })

  test('before they start: what podman said', () => {
    const { message, hint, cause } = fail({ hasStarted: false })
    expect(message).toContain('the container does not start under')
    expect(hint).toBe('podman said: no')
    expect(cause).toBeInstanceOf(UserError)
    const failure = new UserError('exit code 1', { code: 'recording' })
    expect(fail({ hasStarted: false, failure }).hint).toBeUndefined()
  })

  test.each(['bpftrace', 'audit'] as const)(
    'and %s saw no refused call: they are flaky',
    watch => {
      expect(fail({ watch }).message).toContain('flaky')
    }
  )

  test.each(['bpftrace', 'audit', 'nobody'] as const)(
    'though nobody recorded them, watched by %s: nothing is said of a recording',
    watch => {
      for (const hasStarted of [true, false]) {
        const { message, hint } = fail({ watch, hasStarted, isRecorded: false })
        expect(message).not.toMatch(/recorded|flaky|new/)
        expect(hint).not.toContain('report')
      }
    }
  )
})

test.each([
  ['never enough', neverEnough, /after 3 rounds/],
  ['not fixable', notFixable, /cannot be added/],
  [
    'not allowed',
    (missing: Denial[]) => notAllowed(missing, 'p.json', undefined),
    /^p\.json refuses/
  ]
] as const)('%s: every call, and what to do', (_, make, says) => {
  const { message, hint } = make([denial('chmod', ['a']), denial('mkdir')])
  expect(message).toMatch(says)
  expect(message).toContain('chmod (to "a"); mkdir')
  expect(hint).toMatch(/\S/)
})

test("the runtime's own calls tell that its floor has changed", () => {
  const own = { ...denial('capset', ['runc:[2:INIT]']), byRuntime: true }
  const { hint } = notAllowed([own, denial('mkdir')], 'p.json', undefined)
  expect(hint).toMatch(/^The OCI runtime makes capset to start .*floor/)
  expect(notAllowed([denial('mkdir')], 'p.json', undefined).hint).not.toContain(
    'runtime'
  )
})

test('names of programs start no line, and end no quotes', () => {
  const { message } = notFixable([
    denial('chmod', ['\n::error::x', 'a"b', '\r@m'])
  ])
  expect(message).not.toMatch(/[\r\n]/)
  expect(message).toContain('(to "\\n::error::x", "a\\"b", "\\r@m")')
})

test('three programs of a call are named', () => {
  const { message } = notFixable([denial('chmod', ['a', 'b', 'c', 'd'])])
  expect(message).toMatch(/chmod \(to "a", "b", "c"\)$/)
})

test.each<[Why, RegExp]>([
  [{ kind: 'not recorded' }, /not recorded$/],
  [RULE, /a rule of yours .*, f:7:3$/],
  [{ kind: 'rule', at: undefined }, /a rule of yours .*[^,:\d]$/],
  [{ kind: 'deny', line: '@debug' }, /deny.*@debug$/],
  [{ kind: 'default' }, /podman's default/]
])('%j is said', (why, said) => {
  expect(sayWhy(why, 'f')).toMatch(said)
})
