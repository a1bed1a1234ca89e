import { describe, expect, test } from '@jest/globals'

import { type Check, works } from '../../../src/checks/check.ts'
import { troubles } from '../../../src/checks/trouble.ts'

const check = (state: Check['state'], fix?: string): Check => ({
  name: 'strace',
  state,
  found: 'not installed',
  ...(fix === undefined ? {} : { fix })
})

describe('works', () => {
  test.each<[Check['state'][], boolean]>([
    [[], true],
    [['ok', 'weak', 'absent'], true],
    [['ok', 'missing'], false]
  ])('%j: %s', (states, expected) => {
    expect(works(states.map(state => check(state)))).toBe(expected)
  })
})

describe('troubles', () => {
  test('a line for each missing thing, and for nothing else', () => {
    expect(
      troubles([
        check('ok', 'a'),
        check('weak', 'b'),
        check('absent', 'c'),
        check('missing', 'sudo dnf install strace'),
        check('missing')
      ])
    ).toEqual([
      'strace: not installed. sudo dnf install strace',
      'strace: not installed'
    ])
  })

  test('what programs print cannot start a line or speak to the runner', () => {
    const found = '::error::x\n::warning::y\u001b[31m.'
    expect(troubles([{ name: '::x', state: 'missing', found }])).toEqual([
      '\\x3a:x: ::error::x ::warning::y\\x1b[31m'
    ])
  })
})
