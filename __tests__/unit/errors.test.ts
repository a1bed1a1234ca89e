import fs from 'node:fs/promises'

import { describe, expect, test } from '@jest/globals'

import {
  abortError,
  Cancelled,
  errnoCode,
  messageOf,
  UserError
} from '../../src/errors.ts'
import { caught } from '../support/caught.ts'

describe('UserError', () => {
  test('has a cause only when one was given', () => {
    expect('cause' in new UserError('x')).toBe(false)
    expect(new UserError('x', { cause: undefined })).toHaveProperty('cause')
    expect(new UserError('x', { cause: 1, hint: 'y' })).toMatchObject({
      name: 'UserError',
      message: 'x',
      cause: 1,
      hint: 'y'
    })
  })
})

test('errnoCode of what Node throws', async () => {
  expect(errnoCode(await caught(() => fs.stat('/no/such')))).toBe('ENOENT')
})

test.each([
  ['no error', 'ENOENT'],
  ['an error without code', new Error('x')],
  ['a code that is no text', Object.assign(new Error('x'), { code: 1 })],
  ['no error with a code', { code: 'ENOENT' }],
  ['nothing', undefined]
])('errnoCode of %s is undefined', (_, error) => {
  expect(errnoCode(error)).toBeUndefined()
})

test.each([
  [new Error('x'), 'x'],
  ['x', 'x'],
  [undefined, 'undefined'],
  [null, 'null']
])('messageOf(%p) is %j', (error, message) => {
  expect(messageOf(error)).toBe(message)
})

test.each([
  ['the reason', new Cancelled('SIGINT'), 'cancelled by SIGINT'],
  ['an end without a reason of ours', 'why', 'cancelled by SIGTERM']
])('abortError: %s', (_, reason, message) => {
  expect(abortError(AbortSignal.abort(reason)).message).toBe(message)
})
