import { describe, expect, test } from '@jest/globals'

import { UserError } from '../../../src/errors.js'
import { recordingOf } from '../../../src/recorders/hook-profile.js'
import { caught } from '../support/caught.js'

const ALLOW = 'SCMP_ACT_ALLOW'
const whole = ['read', 'execve', 'exit_group']

const written = (...rules: Record<string, unknown>[]) =>
  JSON.stringify({
    defaultAction: 'SCMP_ACT_ERRNO',
    architectures: ['SCMP_ARCH_X86_64'],
    syscalls: rules
  })

const record = (text: string) => recordingOf(text, 'SCMP_ARCH_X86_64')

describe('recordingOf', () => {
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
    expect(record(text)).toEqual({
      recorder: 'hook',
      architecture: 'SCMP_ARCH_X86_64',
      names: ['bind', 'execve', 'exit_group', 'read']
    })
  })

  test('the socket rules of newer versions are one name', () => {
    const sockets = [1, 2].map(value => ({
      names: ['socket'],
      action: ALLOW,
      args: [{ index: 0, value, op: 'SCMP_CMP_EQ' }]
    }))
    const { names } = record(
      written({ names: whole, action: ALLOW }, ...sockets)
    )
    expect(names).toEqual(['execve', 'exit_group', 'read', 'socket'])
  })

  test('what its input refuses was not recorded', () => {
    const refusal = { names: ['bpf'], action: 'SCMP_ACT_ERRNO' }
    const { names } = record(written({ names: whole, action: ALLOW }, refusal))
    expect(names).not.toContain('bpf')
  })

  test('exit does as well as exit_group', () => {
    expect(
      record(written({ names: ['execve', 'exit'], action: ALLOW })).names
    ).toEqual(['execve', 'exit'])
  })

  test.each([
    ['nothing', written(), 'no `execve` among its 0 system calls'],
    [
      'no start',
      written({ names: ['read', 'exit'], action: ALLOW }),
      'no `execve`'
    ],
    [
      'no end',
      written({ names: ['read', 'execve'], action: ALLOW }),
      'no `exit` or `exit_group` among its 2'
    ],
    [
      'a name that is none',
      written({ names: [...whole, 'a b'], action: ALLOW }),
      'the recording names "a b", which is no system call'
    ],
    [
      'a file that is cut off',
      written({ names: whole, action: ALLOW }).slice(0, -5),
      'not JSON'
    ],
    ['an empty file', '', 'not JSON: it is empty']
  ])('%s is no recording', async (_, text, message) => {
    const error = await caught(() => record(text))
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toContain(message)
  })
})
