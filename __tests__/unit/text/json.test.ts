import { describe, expect, test } from '@jest/globals'

import { formatJson, parseJson, positionAt } from '../../../src/text/json.ts'
import { JsonNumber } from '../../../src/text/json.ts'

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('parseJson', () => {
  test.each([
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', 9007199254740993n],
    ['-9007199254740993', -9007199254740993n],
    ['18446744073709551615', 18446744073709551615n],
    ['0.5', 0.5],
    ['-9.5e-7', -9.5e-7],
    ['9.5E-7', new JsonNumber('9.5E-7')],
    ['1e+21', 1e21],
    ['1e3', new JsonNumber('1e3')],
    ['1e400', new JsonNumber('1e400')],
    ['1.0', new JsonNumber('1.0')],
    ['-0', new JsonNumber('-0')],
    ['0.1000000000000000055', new JsonNumber('0.1000000000000000055')],
    ['9'.repeat(40), BigInt('9'.repeat(40))],
    ['9'.repeat(41), new JsonNumber('9'.repeat(41))],
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
      'f:2:2: a: the key "a" occurs twice'
    ],
    [
      'a key that stands twice further in',
      '{"a b": [0, {"c": {"d": 1, "d": 2}}]}',
      'f:1:28: ["a b"][1].c.d: the key "d" occurs twice'
    ],
    [
      'the same key by an escape',
      '{"a":1,"\\u0061":2}',
      'f:1:8: a: the key "a" occurs twice'
    ],
    ['a fault behind a lone carriage return', '{\r"a": .5}', 'f:1:8: not JSON'],
    ['a text that quotes an error', 'at position 1', 'f:1:1: not JSON'],
    [
      'a text that quotes another',
      'x end of JSON input',
      'f:1:1: not JSON: unexpected "x"'
    ],
    [
      'a character more than 256 Ki',
      '"' + 'a'.repeat(256 * 1024 - 1) + '"',
      'f:1:262145: longer than 262144 characters: it has 262145'
    ],
    ['65 levels', nested(65), 'f:1:65: nested more than 64 deep'],
    [
      'a hundred thousand levels',
      nested(1e5),
      'f:1:65: nested more than 64 deep'
    ],
    [
      'fifty thousand levels that never end',
      '{"a":'.repeat(5e4),
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

  test('keys that differ in case only are two keys', () => {
    expect(parseJson('{"a": 1, "A": 2}', 'f').value).toEqual({ a: 1, A: 2 })
  })

  test.each([
    '1e400',
    '-0',
    '1.50',
    '1E3',
    '1e-400',
    '9'.repeat(99),
    '18446744073709551616',
    '9007199254740993.0'
  ])('writes the number %s as it stood', text => {
    expect(formatJson(parseJson(text, 'f').value)).toBe(text)
  })

  test('knows where the key of a value stands', () => {
    const { positionOf } = parseJson('{"a": [1, {"b": 2}]}', 'f')
    expect(positionOf(['a'], 'key')).toEqual({ line: 1, column: 2 })
    expect(positionOf(['a', 1, 'b'], 'key')).toEqual({ line: 1, column: 12 })
    expect(positionOf(['a', 1], 'key')).toEqual({ line: 1, column: 11 })
    expect(positionOf(['x', 1], 'key')).toEqual({ line: 1, column: 1 })
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
