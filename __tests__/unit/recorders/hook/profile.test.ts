import { describe, expect, test } from '@jest/globals'

import { UserError } from '../../../../src/errors.ts'
import { observationOf } from '../../../../src/recorders/hook/profile.ts'
import { namesOf } from '../../../../src/recorders/recording.ts'
import { caught } from '../../../support/caught.ts'

const ALLOW = 'SCMP_ACT_ALLOW'
const whole = ['read', 'execve', 'exit_group']

const written = (...rules: Record<string, unknown>[]) =>
  JSON.stringify({
    defaultAction: 'SCMP_ACT_ERRNO',
    architectures: ['SCMP_ARCH_X86_64'],
    syscalls: rules
  })

const names = (...rules: Record<string, unknown>[]) =>
  namesOf(observationOf(written(...rules)))

describe('observationOf', () => {
  test('names, sorted and unique', () => {
    const text = written(
      {
        names: whole,
        action: ALLOW,
        args: [],
        comment: '',
        includes: {},
        excludes: {}
      },
      { names: ['read', 'bind'], action: ALLOW }
    )
    const { calls, denied, lost } = observationOf(text)
    expect(calls).toEqual([
      { name: 'bind', programs: [] },
      { name: 'execve', programs: [] },
      { name: 'exit_group', programs: [] },
      { name: 'read', programs: [] }
    ])
    expect(denied).toEqual([])
    expect(lost).toEqual([])
  })

  test('the socket rules of newer versions are one name', () => {
    const sockets = [1, 2].map(value => ({
      names: ['socket'],
      action: ALLOW,
      args: [{ index: 0, value, op: 'SCMP_CMP_EQ' }]
    }))
    expect(names({ names: whole, action: ALLOW }, ...sockets)).toEqual([
      'execve',
      'exit_group',
      'read',
      'socket'
    ])
  })

  test('what its input refuses was not recorded', () => {
    const refusal = { names: ['bpf'], action: 'SCMP_ACT_ERRNO' }
    expect(names({ names: whole, action: ALLOW }, refusal)).toEqual(
      [...whole].sort()
    )
  })

  test('exit does as well as exit_group', () => {
    const text = written({ names: ['execve', 'exit'], action: ALLOW })
    expect(observationOf(text).lost).toEqual([])
  })

  const NO_START = (count: number) =>
    `the hook saw no \`execve\` among ${count} system calls`
  const NO_END = (count: number) =>
    `the hook saw no \`exit\` or \`exit_group\` among ${count} system calls`

  test.each([
    ['nothing', [], [NO_START(0), NO_END(0)]],
    ['no start', ['read', 'exit'], [NO_START(2)]],
    ['no end', ['read', 'execve'], [NO_END(2)]],
    [
      'a process that it could not follow',
      [...whole, 'unshare'],
      [
        'the tests used `unshare`, and the hook does not follow a process into another mount namespace'
      ]
    ]
  ])('%s is a loss', (_, names, lost) => {
    const rules = names.length > 0 ? [{ names, action: ALLOW }] : []
    expect(observationOf(written(...rules)).lost).toEqual(lost)
  })

  test('says what the hook cannot know', () => {
    const { blind } = observationOf(written({ names: whole, action: ALLOW }))
    expect(blind.join(' ')).toMatch(/who made a call.*lost events/)
  })

  test.each([
    [
      'a name that is none',
      written({ names: [...whole, 'a b'], action: ALLOW }),
      'the recording names "a b", which is not a system call'
    ],
    [
      'a file that is cut off',
      written({ names: whole, action: ALLOW }).slice(0, -5),
      'not JSON'
    ],
    ['an empty file', '', 'not JSON: it is empty']
  ])('%s is no recording', async (_, text, message) => {
    const error = await caught(() => observationOf(text))
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toContain(message)
  })
})
