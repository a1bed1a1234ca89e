import '../../support/one-realm.ts'

import { describe, expect, test } from '@jest/globals'

import { ask } from '../../../src/host/answer.ts'

const environment = { PATH: process.env['PATH'] ?? '', SECRET: 'no' }

describe('ask', () => {
  test('what a program prints, in English and with nothing to read', async () => {
    const script = 'read line || echo "$LC_ALL"; echo e >&2'
    await expect(ask(['sh', '-c', script], environment)).resolves.toEqual({
      ok: true,
      stdout: 'C\n',
      stderr: 'e\n'
    })
  })

  test('an exit code other than 0 is no answer', async () => {
    const answer = await ask(['sh', '-c', 'echo o; exit 3'], environment)
    expect(answer).toEqual({ ok: false, stdout: 'o\n', stderr: '' })
  })

  test('a program that is not there', async () => {
    await expect(ask(['no-such-program'], environment)).resolves.toEqual({
      ok: false,
      stdout: '',
      stderr: 'no-such-program cannot be started: ENOENT'
    })
  })

  test('one that hangs, with a child that keeps its output open', async () => {
    const script = 'sleep 30 & wait'
    const answer = await ask(['sh', '-c', script], environment, 300)
    expect(answer.ok).toBe(false)
    expect(answer.stderr).toBe('no answer within 0.3 s')
  })
})
