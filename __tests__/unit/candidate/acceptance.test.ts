import { describe, expect, test } from '@jest/globals'

import {
  type Accepted,
  hasExpired,
  parseAcceptance
} from '../../../src/candidate/acceptance.ts'
import { parsePolicy } from '../../../src/candidate/policy.ts'
import { UserError } from '../../../src/errors.ts'
import { architectureSetting } from '../../../src/profile/compare/settings.ts'
import { ARCHITECTURES } from '../../../src/syscalls/architectures.ts'
import { expandGroup } from '../../../src/syscalls/groups.ts'
import { caught } from '../../support/caught.ts'

/** The only word that a text names. */
function only(text: string): Accepted | undefined {
  const accepted = parseAcceptance(text)
  expect(accepted).toHaveLength(1)
  return accepted[0]
}

/** The message of the error that a text is; its hint must say something. */
async function refusal(text: string, deny = ''): Promise<string> {
  const policy = parsePolicy({ deny, allow: '' })
  const error = await caught(() => parseAcceptance(text, policy.deny))
  expect(error).toBeInstanceOf(UserError)
  expect((error as UserError).code).toBe('input')
  expect((error as UserError).hint).toMatch(/\S/)
  const { message } = error as UserError
  expect(message).not.toMatch(/[\n\r\x1b]/) // eslint-disable-line no-control-regex
  expect(message).toMatch(/^input accept-dangerous: /)
  return message.slice('input accept-dangerous: '.length)
}

describe('a word', () => {
  test('a call', () => {
    expect(only('ptrace')).toEqual({
      word: 'ptrace',
      reason: undefined,
      until: undefined,
      calls: new Set(['ptrace'])
    })
  })

  test("a group is its calls, those of its groups' too", () => {
    expect(only('@debug')?.calls).toEqual(new Set(expandGroup('@debug')))
    expect(only('@system-service')?.calls).toContain('read')
  })

  test.each(['default-action', 'errno-0', 'listener', 'deleted'])(
    'the setting %s has no calls',
    word => {
      expect(only(`${word} # why`)).toEqual({
        word,
        reason: 'why',
        until: undefined,
        calls: new Set()
      })
    }
  )

  test.each([
    'architecture: x86',
    'architecture:x86',
    'architecture:  X86',
    'architecture : x86',
    'architecture:\tSCMP_ARCH_X86',
    'architecture: scmp_arch_x86'
  ])('%j is an architecture', text => {
    expect(only(text)).toMatchObject({
      word: 'architecture: x86',
      calls: new Set()
    })
  })

  test.each(ARCHITECTURES)('%s has a word', architecture => {
    const word = architectureSetting(architecture)
    expect(word).toMatch(/^architecture: [a-z0-9]+$/)
    expect(only(word)?.word).toBe(word)
    expect(only(`architecture: ${architecture}`)?.word).toBe(word)
  })

  test.each([
    ['SCMP_ARCH_X86_64', 'amd64'],
    ['SCMP_ARCH_X32', 'x32'],
    ['SCMP_ARCH_ARM', 'arm'],
    ['SCMP_ARCH_M68K', 'm68k']
  ] as const)('%s is called %s', (architecture, name) => {
    expect(architectureSetting(architecture)).toBe(`architecture: ${name}`)
  })
})

describe('lines', () => {
  test('one word each, in their order, without empty lines and comments', () => {
    const text = '\n # all of it\r\n  ptrace\r\n\t@mount # x\n\nlistener#\n'
    expect(parseAcceptance(text).map(({ word }) => word)).toEqual([
      'ptrace',
      '@mount',
      'listener'
    ])
    expect(parseAcceptance('')).toEqual([])
  })

  test.each([
    ['ptrace # gdb in the tests', 'gdb in the tests', undefined],
    ['ptrace# a # b ', 'a # b', undefined],
    ['ptrace #', undefined, undefined],
    ['ptrace #  ', undefined, undefined],
    ['ptrace until 2027-06-30', undefined, '2027-06-30'],
    ['ptrace  until\t2027-06-30 # gdb', 'gdb', '2027-06-30'],
    ['ptrace until 2027-06-30# gdb', 'gdb', '2027-06-30'],
    ['ptrace # gdb until 2027-06-30', 'gdb', '2027-06-30'],
    ['ptrace # gdb, Until 2027-06-30.', 'gdb', '2027-06-30'],
    ['ptrace # gdb (until 2027-06-30)', 'gdb', '2027-06-30'],
    ['ptrace # until 2027-06-30', undefined, '2027-06-30'],
    ['ptrace until 2028-02-29', undefined, '2028-02-29'],
    ['architecture: x86 until 2027-06-30', undefined, '2027-06-30'],
    ['ptrace # until we leave gdb', 'until we leave gdb', undefined],
    ['ptrace # until Linux 6.12.30', 'until Linux 6.12.30', undefined],
    ['ptrace # until 6.12.30', 'until 6.12.30', undefined],
    ['ptrace # since 2027-06-30', 'since 2027-06-30', undefined],
    ['ptrace # <b>|`x`\x1b[0m::error::', '<b>|`x`\x1b[0m::error::', undefined]
  ])('%j', (text, reason, until) => {
    expect(only(text)).toMatchObject({ reason, until })
  })
})

describe('refused', () => {
  test.each([
    ['ptrce', '"ptrce" is not a known system call: did you mean `ptrace`?'],
    ['Ptrace', '"Ptrace" is not a known system call: did you mean `ptrace`?'],
    [
      'process-vm-readv',
      '"process-vm-readv" is not a known system call: did you mean `process_vm_readv`?'
    ],
    ['toString', '"toString" is not a known system call'],
    ['@debgu', '"@debgu" is not a group of system calls'],
    ['@constructor', '"@constructor" is not a group of system calls'],
    ['default-acton', '"default-acton" is not a setting'],
    ['errno: 0', '"0" follows "errno:"'],
    ['errno:0', '"errno:0" is not a setting'],
    ['architecture', '"" is not an architecture'],
    ['architecture:', '"" is not an architecture'],
    ['architecture: x87', '"x87" is not an architecture'],
    ['architecture: constructor', '"constructor" is not an architecture'],
    ['architecture: x86 x32', '"x32" follows "architecture:x86"'],
    ['ptrace bpf', '"bpf" follows "ptrace"'],
    ['ptrace, bpf', '"bpf" follows "ptrace,"'],
    ['ptrace\rbpf', '"bpf" follows "ptrace"'],
    ['ptrace 2027-06-30', '"2027-06-30" follows "ptrace"'],
    ['ptrace until', '"until" follows "ptrace"'],
    ['ptrace until 2027-06-30 x', '"until 2027-06-30 x" follows "ptrace"'],
    ['until 2027-06-30', '"2027-06-30" follows "until"'],
    ['ptrace until 2027-02-30', '"2027-02-30" is not a date'],
    ['ptrace until 2027-13-01', '"2027-13-01" is not a date'],
    ['ptrace until 2027-6-30', '"2027-6-30" is not a date'],
    ['ptrace until 30.06.2027', '"30.06.2027" is not a date'],
    ['ptrace until +002027-06-30', '"+002027-06-30" is not a date'],
    ['ptrace until forever', '"forever" is not a date'],
    ['ptrace # until 2027-02-30', '"2027-02-30" is not a date'],
    ['ptrace # gdb until 30.06.2027', '"30.06.2027" is not a date'],
    ['ptrace # gdb until 2027-06', '"2027-06" is not a date'],
    [
      'ptrace # until 2027-06-30 at the latest',
      'the date in "until 2027-06-30 at the latest" is not at its end'
    ],
    [
      'ptrace # until 2027-06-30T12:00',
      'the date in "until 2027-06-30T12:00" is not at its end'
    ],
    [
      'ptrace # until 2027-06-30, until 2028-06-30',
      'the date in "until 2027-06-30, until 2028-06-30" is not at its end'
    ],
    ['ptrace until 2027-06-30 # until 2027-06-30', '"ptrace" has two dates'],
    ['ptrace\nbpf\nptrace # again', 'names `ptrace` twice'],
    ['@debug\n@debug', 'names `@debug` twice'],
    [
      'architecture: x86\narchitecture: SCMP_ARCH_X86',
      'names `architecture: x86` twice'
    ],
    ['\x1b[0m::error::', String.raw`"\u001b[0m::error::" is not a setting`]
  ])('%j', async (text, message) => {
    expect(await refusal(text)).toBe(message)
  })

  test('an unknown word names the settings', async () => {
    for (const text of ['listner', 'delete-d', 'x:']) {
      const error = await caught(() => parseAcceptance(text))
      for (const word of ['default-action', 'errno-0', 'listener', 'deleted']) {
        expect((error as UserError).hint).toContain(`\`${word}\``)
      }
    }
  })

  test('an unknown architecture names those that there are', async () => {
    const error = await caught(() => parseAcceptance('architecture: i386'))
    expect((error as UserError).hint).toContain('x86, amd64, x32, arm, arm64')
  })
})

describe('what deny names', () => {
  const denied = (deny: string) => parsePolicy({ deny, allow: '' }).deny

  test.each([
    ['ptrace', 'ptrace # gdb', 'ptrace'],
    ['@debug\nptrace', 'ptrace', 'ptrace'],
    ['@debug', '@debug', '@debug']
  ])('deny %j contradicts %j', async (deny, text, word) => {
    const error = await caught(() => parseAcceptance(text, denied(deny)))
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toBe(
      `inputs deny and accept-dangerous: both name \`${word}\``
    )
  })

  test.each([
    ['@debug', 'ptrace'],
    ['ptrace', '@debug']
  ])('deny %j does not contradict %j, and wins', (deny, text) => {
    const [accepted] = parseAcceptance(text, denied(deny))
    const [alone] = parseAcceptance(text)
    const rest = new Set(alone?.calls)
    expect(rest.delete('ptrace')).toBe(true)
    expect(accepted).toEqual({ ...alone, calls: rest })
  })
})

test.each([
  ['ptrace', '9999-12-31', false],
  ['ptrace until 2027-06-30', '2027-06-29', false],
  ['ptrace until 2027-06-30', '2027-06-30', false],
  ['ptrace until 2027-06-30', '2027-07-01', true],
  ['ptrace # until 2027-06-30', '2028-01-01', true]
])('%s, on %s: expired is %s', (text, today, expired) => {
  expect(parseAcceptance(text).map(word => hasExpired(word, today))).toEqual([
    expired
  ])
})
