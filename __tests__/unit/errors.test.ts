import fs from 'node:fs/promises'

import { describe, expect, test } from '@jest/globals'
import { slug } from 'github-slugger'

import {
  abortError,
  Cancelled,
  errnoCode,
  messageOf,
  TROUBLESHOOTING,
  UserError
} from '../../src/errors.ts'
import { caught } from '../support/caught.ts'

describe('UserError', () => {
  test('has a cause only when one was given', () => {
    expect('cause' in new UserError('x', { code: 'recording' })).toBe(false)
    expect(
      new UserError('x', { code: 'recording', cause: undefined })
    ).toHaveProperty('cause')
    expect(
      new UserError('x', { code: 'recording', cause: 1, hint: 'y' })
    ).toMatchObject({
      name: 'UserError',
      message: 'x',
      cause: 1,
      hint: 'y'
    })
  })
})

test('each code has its section of docs/troubleshooting.md', async () => {
  const page = await fs.readFile(
    new URL('../../docs/troubleshooting.md', import.meta.url),
    'utf8'
  )
  const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, text = '']) =>
    slug(text)
  )
  expect(headings).toEqual(
    expect.arrayContaining(Object.values(TROUBLESHOOTING))
  )
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
