import { describe, expect, test } from '@jest/globals'

import { formatJson, parseJson, positionAt } from '../../../src/profile/json.js'

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('parseJson', () => {
  test.each([
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', 9007199254740993n],
    ['-9007199254740993', -9007199254740993n],
    ['18446744073709551615', 18446744073709551615n],
    ['0.5', 0.5],
    ['1e3', 1000],
    ['"\\u0041"', 'A'],
    ['[true, false, null]', [true, false, null]],
    ['{"a": {"b": []}}', { a: { b: [] } }]
  ])('%s', (text, value) => {
    expect(parseJson(text, 'f').value).toEqual(value)
  })

  test.each([
    ['an empty file', ' \n', 'not JSON: it is empty'],
    ['a word', '{\n  "a": 1,\n  "b": x,\n  "c": 2\n}\n\n', 'f:3:8: not JSON'],
    ['text behind the end', '{"a": 1}\n x', 'f:2:2: not JSON'],
    ['a text that is cut off', '{"a": "b', 'not JSON: it ends too early'],
    ['a byte order mark', '\ufeff{}', 'f:1:1: not JSON'],
    ['a comment', '{\n  // no\n}', 'f:2:3: not JSON'],
    ['a comma too many', '{"a": 1,\n}', 'f:2:1: not JSON'],
    ['a raw control character', '["a\tb"]', 'f:1:4: not JSON'],
    [
      'a key that stands twice',
      '{"a": 1,\n "a": 2}',
      'f:2:2: the key "a" is here twice'
    ],
    [
      'the same key by an escape',
      '{"a":1,"\\u0061":2}',
      'f:1:8: the key "a" is here twice'
    ],
    ['65 levels', nested(65), 'f:1:65: nested more than 64 deep'],
    ['a million levels', nested(1e6), 'f:1:65: nested more than 64 deep'],
    [
      'a million levels that never end',
      '{"a":'.repeat(1e6),
      'nested more than 64 deep'
    ]
  ])('refuses %s', (_, text, message) => {
    expect(() => parseJson(text, 'f')).toThrow(message)
  })

  test('takes 64 levels, and brackets in a text are none', () => {
    expect(() => parseJson(nested(64), 'f')).not.toThrow()
    const text = JSON.stringify('["{'.repeat(99))
    expect(parseJson(text, 'f').value).toBe('["{'.repeat(99))
  })

  test('a key named __proto__ is a key like any other', () => {
    const { value } = parseJson('{"__proto__": {"polluted": 1}}', 'f')
    expect(Object.keys(value as object)).toEqual(['__proto__'])
    expect('polluted' in (value as object)).toBe(false)
    expect(formatJson(value)).toContain('"__proto__"')
  })

  test('knows where each value stands, or its nearest parent', () => {
    const { positionOf } = parseJson('{\n  "a": [1,\n    {"b": 2}]\n}', 'f')
    expect(positionOf([])).toEqual({ line: 1, column: 1 })
    expect(positionOf(['a', 0])).toEqual({ line: 2, column: 9 })
    expect(positionOf(['a', 1, 'b'])).toEqual({ line: 3, column: 11 })
    expect(positionOf(['a', 1, 'c'])).toEqual({ line: 3, column: 5 })
    expect(positionOf(['a', -1])).toEqual({ line: 2, column: 8 })
  })
})

test.each([
  ['', 0, 1, 1],
  ['ab', 1, 1, 2],
  ['a\nb', 1, 1, 2],
  ['a\nb', 2, 2, 1],
  ['a\r\nb', 3, 2, 1],
  ['a\n', 99, 2, 1]
])('positionAt(%j, %i) is %i:%i', (text, offset, line, column) => {
  expect(positionAt(text, offset)).toEqual({ line, column })
})
