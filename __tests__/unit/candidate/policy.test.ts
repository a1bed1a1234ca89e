import { describe, expect, test } from '@jest/globals'

import { allowedOn, parsePolicy } from '../../../src/candidate/policy.ts'
import { UserError } from '../../../src/errors.ts'
import { expandGroup, GROUP_NAMES } from '../../../src/syscalls/groups.ts'
import { syscallNumbers } from '../../../src/syscalls/numbers.ts'
import { caught } from '../../support/caught.ts'

const parse = (deny: string, allow = '') => parsePolicy({ deny, allow })
const members = (group: string) => expandGroup(group) ?? []

describe('a list', () => {
  test.each([
    ['empty', '', []],
    ['blank lines and comments', ' \n\t\r\n# ptrace\n  #\n', []],
    ['names', ' bpf \r\nptrace', ['bpf', 'ptrace']],
    ['a comment behind a name', 'bpf # no #probes\nptrace#', ['bpf', 'ptrace']],
    ['a name twice', 'bpf\nbpf', ['bpf']],
    ['a name of another architecture', 'socketcall', ['socketcall']]
  ])('%s', (_, text, names) => {
    const calls = new Map(names.map(name => [name, name]))
    expect(parse(text).deny).toEqual(calls)
    expect(parse('', text).allow).toEqual(calls)
  })

  test('a group is its calls, those of its groups included', () => {
    const { deny } = parse('@system-service')
    expect([...deny.keys()].sort()).toEqual(members('@system-service'))
    expect(deny.get('read')).toBe('@system-service')
  })

  test.each(['@debug\nptrace', 'ptrace\n@debug'])(
    'a name says more than a group: %j',
    text => {
      expect(parse(text).deny.get('ptrace')).toBe('ptrace')
      expect(parse(text).deny.get('perf_event_open')).toBe('@debug')
    }
  )

  test('of two groups the first is told', () => {
    const line = (text: string) => parse(text).deny.get('read')
    expect(line('@basic-io\n@system-service')).toBe('@basic-io')
    expect(line('@system-service\n@basic-io')).toBe('@system-service')
  })
})

describe('both lists', () => {
  test.each([
    ['a group denies', '@debug', 'ptrace\nread', ['read']],
    ['a group allows', 'ptrace', '@debug', without('@debug', 'ptrace')],
    ['the same group', '@debug', '@debug\nread', ['read']],
    ['nothing in common', 'bpf', 'read', ['read']]
  ])('deny wins: %s', (_, deny, allow, names) => {
    const policy = parse(deny, allow)
    expect([...policy.allow.keys()].sort()).toEqual(names)
    expect(policy.deny).toEqual(parse(deny).deny)
  })

  test('a name in both is an error, also beside a group of it', async () => {
    for (const [deny, allow] of [
      ['ptrace', 'ptrace'],
      ['@debug\nptrace', 'ptrace'],
      ['bpf\nptrace', '@debug\nptrace']
    ] as const) {
      const error = await caught(() => parse(deny, allow))
      expect(error).toBeInstanceOf(UserError)
      expect((error as UserError).message).toBe(
        'inputs deny and allow: both name `ptrace`'
      )
    }
  })
})

describe('refused', () => {
  test.each([
    ['ptrce', '"ptrce" is not a known system call: did you mean `ptrace`?'],
    ['Ptrace', '"Ptrace" is not a known system call: did you mean `ptrace`?'],
    ['read\nptrace, bpf', '"ptrace, bpf" is not a known system call'],
    ['toString', '"toString" is not a known system call'],
    [
      '\x1b[0m::error::',
      String.raw`"\u001b[0m::error::" is not a known system call`
    ],
    ['@debgu', '"@debgu" is not a group of system calls'],
    ['@', '"@" is not a group of system calls'],
    ['@constructor', '"@constructor" is not a group of system calls'],
    ['$comment', '"$comment" is not a known system call']
  ])('%j', async (line, message) => {
    for (const [input, text] of [
      ['deny', { deny: line, allow: '' }],
      ['allow', { deny: '', allow: line }]
    ] as const) {
      const error = await caught(() => parsePolicy(text))
      expect(error).toBeInstanceOf(UserError)
      expect((error as UserError).message).toBe(`input ${input}: ${message}`)
      expect((error as UserError).hint).toMatch(/\S/)
    }
  })

  test('a group names those that there are', async () => {
    const error = await caught(() => parse('@debgu'))
    for (const group of GROUP_NAMES) {
      expect((error as UserError).hint).toContain(group)
    }
  })
})

describe('reasons', () => {
  test('of the lines that have one', () => {
    const deny = '@debug # no #probes\nbpf\nmknod#'
    const allow = '# all of it\nread # the backup job \r\n'
    expect(parse(deny, allow).reasons).toEqual(
      new Map([
        ['@debug', 'no #probes'],
        ['read', 'the backup job']
      ])
    )
  })

  test('of a group in both lists, that of deny, which wins', () => {
    const reasons = (deny: string) => parse(deny, '@debug # always').reasons
    expect(reasons('@debug # never')).toEqual(new Map([['@debug', 'never']]))
    expect(reasons('@debug')).toEqual(new Map())
  })
})

describe('allowedOn', () => {
  const on = 'SCMP_ARCH_AARCH64' as const

  test('of a group only what the architecture has', () => {
    const names = [...allowedOn(parse('', '@file-system'), on).keys()]
    expect(names).toContain('openat')
    expect(names).not.toContain('open')
    const numbers = syscallNumbers(on)
    expect(names.sort()).toEqual(
      members('@file-system').filter(name => name in numbers)
    )
  })

  test('a name always', () => {
    const policy = parse('', '@file-system\nopen')
    expect(allowedOn(policy, on).get('open')).toBe('open')
  })
})

function without(group: string, name: string): string[] {
  return members(group).filter(member => member !== name)
}
