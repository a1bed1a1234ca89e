import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { marked } from 'marked'

import {
  formatMarker,
  isOlder,
  type Marker,
  parseMarker,
  proposalOf,
  readRun,
  type Run
} from '../../../src/github/marker.ts'
import { anyText } from '../../support/profiles/any-text.ts'

const RUN: Run = { id: 9_000_000_000, number: 12, attempt: 1, sha: 'abc' }

const marker = (key: string): Marker => ({ key, run: RUN })

const keys = fc.oneof(
  anyText({ maxLength: 100 }),
  fc.string({
    unit: fc.constantFrom('-', '--', '>', '!', '<', '&', '"', '\\', '\n', 'a'),
    maxLength: 20
  })
)

describe('a marker', () => {
  test('is one line that people can read', () => {
    expect(formatMarker(marker('api'))).toBe(
      '<!-- seccomp-lock: {"key":"api","run":{"id":9000000000,"number":12,"attempt":1,"sha":"abc"}} -->'
    )
  })

  test('is read back, whatever the key', () => {
    const number = fc.nat(Number.MAX_SAFE_INTEGER)
    const runs = fc.record({
      id: number,
      number,
      attempt: number,
      sha: anyText({ maxLength: 80 })
    })
    fc.assert(
      fc.property(keys, runs, (key, run) => {
        const line = formatMarker({ key, run })
        for (const rest of ['', '\n', '\r\nrest', '\n\nrest\n']) {
          expect(parseMarker(line + rest)).toEqual({ key, run })
        }
      })
    )
  })

  test('ends nowhere before its end', () => {
    fc.assert(
      fc.property(keys, key => {
        const line = formatMarker(marker(key))
        expect(line).toMatch(/^<!--[\x20-\x7e]*-->$/)
        const inner = line.slice(4, -3)
        expect(inner).not.toMatch(/[<>&]|--/)
        const html = marked.parse(`${line}\n\n**x**`, { async: false })
        expect(html.trim()).toBe(`${line}<p><strong>x</strong></p>`)
      })
    )
  })

  test('says which new profile the comment shows', () => {
    const proposal = proposalOf('{}\n')
    expect(proposal).toMatch(/^[0-9a-f]{16}$/)
    expect(proposalOf('{ }\n')).not.toBe(proposal)
    const shown = { ...marker('api'), proposal }
    expect(parseMarker(formatMarker(shown))).toEqual(shown)
    expect(parseMarker(formatMarker(marker('api')))).not.toHaveProperty(
      'proposal'
    )
  })

  test('holds half of a character, too', () => {
    expect(parseMarker(formatMarker(marker('\ud800')))?.key).toBe('\ud800')
  })

  test('holds no key without end', () => {
    expect(formatMarker(marker('-'.repeat(200))).length).toBeLessThan(2000)
  })

  const line = formatMarker(marker('api'))
  test.each([
    ['nothing', ''],
    ['another text', 'hello'],
    ['the second line', `\n${line}`],
    ['a quotation', `> ${line}`],
    ['a space before', ` ${line}`],
    ['something after', `${line} x`],
    ['half of it', line.slice(0, 40)],
    ['no JSON', '<!-- seccomp-lock: {x} -->'],
    ['a list', '<!-- seccomp-lock: [] -->'],
    ['no run', '<!-- seccomp-lock: {"key":"api"} -->'],
    ['a number for the key', line.replace('"api"', '1')],
    ['a text for a number', line.replace('12', '"12"')],
    ['a number for the proposal', line.replace('}}', '},"proposal":1}')],
    ['a fraction', line.replace('12', '1.5')],
    ['another tool’s', line.replace('seccomp-lock', 'other')]
  ])('%s is none', (_, text) => {
    expect(text).not.toBe(line)
    expect(parseMarker(text)).toBeUndefined()
  })
})

test.each<[string, Partial<Run>, boolean]>([
  ['the same', {}, false],
  ['an earlier run', { id: 1 }, true],
  ['a later run', { id: 9_000_000_001 }, false],
  ['an earlier attempt', { attempt: 0 }, true],
  ['a later attempt', { attempt: 2 }, false],
  ['a late attempt of an earlier run', { id: 1, attempt: 5 }, true],
  // Another workflow counts its own runs.
  ['a later run of a new workflow', { id: 9_000_000_001, number: 1 }, false]
])('%s', (_, run, older) => {
  expect(isOlder({ ...RUN, ...run }, RUN)).toBe(older)
})

test('a run is read from the variables, and what is no number is 0', () => {
  const variables = {
    GITHUB_RUN_ID: '9000000000',
    GITHUB_RUN_NUMBER: '12',
    GITHUB_RUN_ATTEMPT: '2'
  }
  const run = { id: 9_000_000_000, number: 12, attempt: 2, sha: 'a1' }
  expect(readRun(variables, 'a1')).toEqual(run)
  const none = { id: 0, number: 0, attempt: 0, sha: 'a1' }
  expect(readRun({}, 'a1')).toEqual(none)
  for (const value of ['-1', '1.5', 'x', '9007199254740993']) {
    const odd = { ...variables, GITHUB_RUN_ID: value }
    expect(readRun(odd, 'a1')).toEqual({ ...run, id: 0 })
  }
})
