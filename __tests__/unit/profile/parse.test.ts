import { describe, expect, test } from '@jest/globals'

import { UserError } from '../../../src/errors.ts'
import { parseProfile } from '../../../src/profile/parse.ts'
import { caught } from '../../support/caught.ts'
import { podmanDefault } from '../../support/profiles/podman-default.ts'

const parse = (value: unknown) => parseProfile(JSON.stringify(value), 'f.json')

/** A profile of one rule, with these members besides. */
const withRule = (members: Record<string, unknown>) => ({
  defaultAction: 'SCMP_ACT_ERRNO',
  syscalls: [{ names: ['read'], action: 'SCMP_ACT_ALLOW', ...members }]
})

const withArg = (members: Record<string, unknown>) =>
  withRule({ args: [{ index: 0, value: 1, op: 'SCMP_CMP_EQ', ...members }] })

describe('forms that mean the same', () => {
  const plain = parse(withRule({}))

  test.each([
    ['no args', { args: null }],
    ['empty args', { args: [] }],
    ['an empty comment', { comment: '' }],
    ['no comment', { comment: null }],
    ['empty filters', { includes: {}, excludes: {} }],
    ['filters of nothing', { includes: { caps: [] }, excludes: null }],
    ['no errno', { errno: '', errnoRet: null }],
    ['the old name', { name: 'read', names: null }],
    ['the old name and an empty list', { name: 'read', names: [] }],
    ['an empty old name', { name: '' }]
  ])('%s', (_, members) => {
    expect(parse(withRule(members))).toEqual(plain)
  })

  test.each([
    ['empty architectures', { architectures: [], archMap: null }],
    ['empty flags', { flags: [], listenerPath: '', listenerMetadata: null }],
    ['no errno', { defaultErrno: '', defaultErrnoRet: null }]
  ])('%s in the profile', (_, members) => {
    expect(parse({ ...withRule({}), ...members })).toEqual(plain)
  })

  test('no rules', () => {
    const { syscalls } = parse({ defaultAction: 'SCMP_ACT_ALLOW' })
    expect(syscalls).toEqual([])
  })
})

describe('what is kept', () => {
  test('an errno of 0, which is not a missing one', () => {
    const profile = parse({ ...withRule({ errnoRet: 0 }), defaultErrnoRet: 0 })
    expect(profile.defaultErrnoRet).toBe(0)
    expect(profile.syscalls[0]?.errnoRet).toBe(0)
  })

  test('every bit of a 64-bit value', () => {
    const text = JSON.stringify(withArg({ op: 'SCMP_CMP_MASKED_EQ' }))
      .replace('"value":1', '"value":18446744073709551615')
      .replace('"op"', '"valueTwo":9007199254740993,"op"')
    expect(parseProfile(text, 'f').syscalls[0]?.args).toEqual([
      {
        index: 0,
        value: 18446744073709551615n,
        valueTwo: 9007199254740993n,
        op: 'SCMP_CMP_MASKED_EQ'
      }
    ])
  })

  test('keys that nobody knows', () => {
    const profile = parse({
      ...withRule({ because: ['x'] }),
      $schema: { a: 1 }
    })
    expect(profile.extra).toEqual({ $schema: { a: 1 } })
    expect(profile.syscalls[0]?.extra).toEqual({ because: ['x'] })
  })

  test("podman's default in all its parts", () => {
    const { syscalls, archMap, ...rest } = podmanDefault
    expect(rest).toEqual({
      defaultAction: 'SCMP_ACT_ERRNO',
      defaultErrnoRet: 38,
      defaultErrno: 'ENOSYS'
    })
    expect(syscalls).toHaveLength(35)
    expect(archMap?.[0]).toEqual({
      architecture: 'SCMP_ARCH_X86_64',
      subArchitectures: ['SCMP_ARCH_X86', 'SCMP_ARCH_X32']
    })
    expect(syscalls[30]).toEqual({
      names: ['socket'],
      action: 'SCMP_ACT_ERRNO',
      errnoRet: 22,
      errno: 'EINVAL',
      args: [
        { index: 0, value: 16n, valueTwo: 0n, op: 'SCMP_CMP_EQ' },
        { index: 2, value: 9n, valueTwo: 0n, op: 'SCMP_CMP_EQ' }
      ],
      excludes: { caps: ['CAP_AUDIT_WRITE'] }
    })
  })
})

describe('faults are named with their place', () => {
  const both = {
    architectures: ['SCMP_ARCH_X86'],
    archMap: [{ architecture: 'SCMP_ARCH_X86' }]
  }

  test.each([
    ['no object', 7, /^the profile: expected a seccomp profile.*got 7$/],
    ['null', null, /^the profile: .*got null$/],
    ['no default', {}, /^defaultAction: (is )?missing/],
    [
      'an unknown action',
      { defaultAction: 'ALLOW' },
      /^defaultAction: .*"ALLOW"/
    ],
    ['two kinds of architectures', { ...withRule({}), ...both }, /only one$/],
    [
      'no architecture',
      { ...withRule({}), architectures: ['amd64'] },
      /^architectures\[0\]: .*"amd64"$/
    ],
    [
      'rules that are no list',
      { defaultAction: 'SCMP_ACT_ERRNO', syscalls: {} },
      /^syscalls: expected a list of rules/
    ],
    [
      'a rule that is no object',
      { defaultAction: 'SCMP_ACT_ERRNO', syscalls: ['read'] },
      /^syscalls\[0\]: expected a rule.*"read"$/
    ],
    [
      'no names',
      withRule({ names: [] }),
      /^syscalls\[0\]: names no system call/
    ],
    [
      'names that are no list',
      withRule({ names: 'read' }),
      /^syscalls\[0\]\.names: .*"read"$/
    ],
    [
      'a name that is no text',
      withRule({ names: ['a', 1] }),
      /^syscalls\[0\]\.names\[1\]: .*got 1$/
    ],
    ['name and names', withRule({ name: 'a' }), /^syscalls\[0\]: has both/],
    [
      'a rule without action',
      withRule({ action: undefined }),
      /^syscalls\[0\]\.action: (is )?missing/
    ],
    [
      'a negative errno',
      withRule({ errnoRet: -1 }),
      /^syscalls\[0\]\.errnoRet: .*at least 0.*-1$/
    ],
    ['a broken errno', withRule({ errnoRet: 1.5 }), /errnoRet: .*whole.*1\.5$/],
    [
      'a huge errno',
      withRule({ errnoRet: 65536 }),
      /errnoRet: .*65535.*65536$/
    ],
    ['an errno as text', withRule({ errnoRet: '1' }), /errnoRet: .*"1"$/],
    [
      'an argument index of 6',
      withArg({ index: 6 }),
      /args\[0\]\.index: .*0 to 5.*6$/
    ],
    [
      'a negative value',
      withArg({ value: -1 }),
      /args\[0\]\.value: .*64-bit.*-1$/
    ],
    ['a broken value', withArg({ value: 0.5 }), /args\[0\]\.value: .*0\.5$/],
    ['a value as text', withArg({ value: '1' }), /args\[0\]\.value: .*"1"$/],
    [
      'an operator that is none',
      withArg({ op: '==' }),
      /args\[0\]\.op: .*"=="$/
    ],
    [
      'capabilities that are no list',
      withRule({ includes: { caps: 'x' } }),
      /includes\.caps: .*"x"$/
    ],
    [
      'an archMap without architecture',
      { ...withRule({}), archMap: [{}] },
      /^archMap\[0\]\.architecture: (is )?missing/
    ]
  ])('%s', async (_, value, message) => {
    const error = await caught(() => parse(value))
    expect(error).toBeInstanceOf(UserError)
    const [, at, said] =
      /^f\.json:(1:\d+): (.*)$/s.exec((error as UserError).message) ?? []
    expect(at).toBeDefined()
    expect(said).toMatch(message)
    expect((error as UserError).hint).toMatch(/\S/)
  })

  test('line and column are those of the faulty value', () => {
    const text = JSON.stringify(withArg({ op: '==' }), null, 2)
    const line = text.split('\n').findIndex(l => l.includes('"=="'))
    const column = text.split('\n')[line]?.indexOf('"=="') ?? NaN
    expect(() => parseProfile(text, 'a/b.json')).toThrow(
      `a/b.json:${line + 1}:${column + 1}: syscalls[0].args[0].op:`
    )
  })

  test('a value of 2^64 is too big', () => {
    const text = JSON.stringify(withArg({})).replace(
      '"value":1',
      '"value":18446744073709551616'
    )
    expect(() => parseProfile(text, 'f')).toThrow(/got 18446744073709551616$/)
  })

  test('a long number is cut', () => {
    const digits = '9'.repeat(9999)
    const text = JSON.stringify(withArg({})).replace('1,"op', `${digits},"op`)
    expect(() => parseProfile(text, 'f')).toThrow(/got 9{57}\.\.\.$/)
  })

  test('a long value is cut, and stays in one line', async () => {
    const error = await caught(() =>
      parse(withRule({ action: '\n'.repeat(999) }))
    )
    expect((error as UserError).message.length).toBeLessThan(400)
    expect((error as UserError).message).not.toContain('\n')
  })
})
