import { describe, expect, test } from '@jest/globals'

import {
  adoptHookProfile,
  isManaged,
  MANAGED_COMMENT,
  managedRules,
  replaceManaged,
  userRules
} from '../../../src/profile/managed.ts'
import { parseProfile } from '../../../src/profile/parse.ts'
import type { Profile, Rule } from '../../../src/profile/types.ts'

const allow = (name: string, comment?: string): Rule => ({
  names: [name],
  action: 'SCMP_ACT_ALLOW',
  args: [],
  ...(comment === undefined ? {} : { comment })
})

const mine = (name: string) => allow(name, 'by hand')
const managed = (name: string) => allow(name, MANAGED_COMMENT)

/** What oci-seccomp-bpf-hook 1.2.8 writes, shortened. */
const HOOK_FILE = {
  defaultAction: 'SCMP_ACT_ERRNO',
  architectures: ['SCMP_ARCH_X86_64'],
  syscalls: [
    {
      names: ['read', 'execve'],
      action: 'SCMP_ACT_ALLOW',
      args: [],
      comment: '',
      includes: {},
      excludes: {}
    }
  ]
}

const parse = (json: unknown) => parseProfile(JSON.stringify(json), 'f')

const socketRule = {
  names: ['socket'],
  action: 'SCMP_ACT_ALLOW',
  args: [{ index: 0, value: 2, op: 'SCMP_CMP_EQ' }]
}

describe('adoptHookProfile', () => {
  const { syscalls } = HOOK_FILE
  test.each([
    ['what it writes', {}, true],
    [
      'with the socket rules of newer versions',
      { syscalls: [...syscalls, socketRule] },
      true
    ],
    ['no rule at all', { syscalls: [] }, false],
    ['an errno', { defaultErrnoRet: 1 }, false],
    ['no architectures', { architectures: [] }, false],
    ['a comment', { syscalls: [{ ...syscalls[0], comment: 'why' }] }, false],
    ['a key of a person', { note: 'x' }, false],
    [
      'a refusal',
      { syscalls: [...syscalls, { names: ['bpf'], action: 'SCMP_ACT_ERRNO' }] },
      false
    ],
    [
      'a condition on another call',
      { syscalls: [{ ...socketRule, names: ['clone'] }] },
      false
    ],
    [
      'a filter',
      { syscalls: [{ ...syscalls[0], includes: { caps: ['CAP_X'] } }] },
      false
    ],
    ['a deny-list', { defaultAction: 'SCMP_ACT_ALLOW' }, false]
  ])('%s', (_, members, expected) => {
    const file = { ...HOOK_FILE, ...members }
    const adopted = adoptHookProfile(parse(file), JSON.stringify(file))
    expect(adopted !== undefined).toBe(expected)
  })

  test("all rules of the hook's are managed", () => {
    const profile = parse(HOOK_FILE)
    const adopted = adoptHookProfile(profile, JSON.stringify(HOOK_FILE))
    expect(adopted && userRules(adopted)).toEqual([])
    expect(adopted && managedRules(adopted)).toEqual(
      profile.syscalls.map(rule => ({ ...rule, comment: MANAGED_COMMENT }))
    )
  })

  test('a file that a person laid out is theirs', () => {
    const text = JSON.stringify(HOOK_FILE, undefined, 2)
    expect(adoptHookProfile(parse(HOOK_FILE), text)).toBeUndefined()
  })
})

test.each([
  [undefined, false],
  ['', false],
  ['Not of seccomp-lock: mine', false],
  ['seccomp-lock', false],
  [MANAGED_COMMENT, true],
  ['seccomp-lock: the words of another version', true]
])('a rule with the comment %j: managed is %s', (comment, expected) => {
  expect(isManaged(allow('read', comment))).toBe(expected)
})

describe('replaceManaged', () => {
  const profile = (...syscalls: Rule[]): Profile => ({
    defaultAction: 'SCMP_ACT_ERRNO',
    syscalls
  })

  test.each([
    ['in an empty file', [], ['new']],
    ['behind the rules of a person', [mine('a'), mine('b')], ['a', 'b', 'new']],
    [
      'at their old place',
      [mine('a'), managed('x'), mine('b')],
      ['a', 'new', 'b']
    ],
    ['at the front', [managed('x'), mine('a')], ['new', 'a']],
    [
      'at the first of several places',
      [mine('a'), managed('x'), mine('b'), managed('y'), mine('c')],
      ['a', 'new', 'b', 'c']
    ]
  ])('%s', (_, rules, names) => {
    const result = replaceManaged(profile(...rules), [allow('new')])
    expect(result.syscalls.flatMap(rule => rule.names)).toEqual(names)
    expect(managedRules(result)).toEqual([managed('new')])
  })

  test('with nothing takes the old ones away', () => {
    const result = replaceManaged(profile(mine('a'), managed('x')), [])
    expect(result.syscalls).toEqual([mine('a')])
  })
})
