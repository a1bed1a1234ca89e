import { describe, expect, test } from '@jest/globals'

import { MANAGED_COMMENT } from '../../../src/profile/managed.ts'
import { findPlaces } from '../../../src/profile/positions.ts'

const TEXT = `{
  "defaultAction": "SCMP_ACT_ERRNO",
  "syscalls": [
    { "names": ["chmod", "read"], "action": "SCMP_ACT_ERRNO" },
    { "comment": ${JSON.stringify(MANAGED_COMMENT)},
      "names": ["write", "chmod"], "action": "SCMP_ACT_ALLOW" },
    { "name": "mkdir", "action": "SCMP_ACT_ERRNO" },
    { "names": ["chmod"], "action": "SCMP_ACT_ERRNO" }
  ]
}`

/** Where a name stands on a line. */
const at = (line: number, name: string) => ({
  line,
  column: (TEXT.split('\n')[line - 1]?.indexOf(`"${name}"`) ?? NaN) + 1
})

describe('the first place', () => {
  const { first } = findPlaces(TEXT)

  test.each([
    ['chmod', 4],
    ['write', 6],
    ['mkdir', 7]
  ])('of %s is on line %i', (name, line) => {
    expect(first(name)).toMatchObject(at(line, name))
  })

  test.each(['bpf', 'names', '__proto__', 'constructor', ''])(
    'there is none of %j',
    name => {
      expect(first(name)).toBeUndefined()
    }
  )
})

describe("a rule of the user's", () => {
  const { inUserRule } = findPlaces(TEXT)

  test.each([
    [0, 'chmod', 4],
    [1, 'mkdir', 7],
    [2, 'chmod', 8]
  ])('number %i names %s on line %i', (rule, name, line) => {
    expect(inUserRule(rule, name)).toMatchObject(at(line, name))
  })

  test.each([
    [0, 'mkdir'],
    [3, 'chmod'],
    [-1, 'chmod']
  ])('number %i does not name %s', (rule, name) => {
    expect(inUserRule(rule, name)).toBeUndefined()
  })
})

test('without a file there is no place', () => {
  const { first, inUserRule } = findPlaces(undefined)
  expect([first('read'), inUserRule(0, 'read')]).toEqual([undefined, undefined])
})

test.each([
  '{"defaultAction":"SCMP_ACT_ALLOW"}',
  '{"defaultAction":"SCMP_ACT_ALLOW","syscalls":null}'
])('nor in %s', text => {
  expect(findPlaces(text).first('read')).toBeUndefined()
})
