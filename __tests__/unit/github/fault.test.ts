import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { faultOf, waitOf } from '../../../src/github/fault.ts'
import { effort } from '../../support/effort.ts'
import { wordsOf } from '../../support/github/client.ts'
import { anyText } from '../../support/profiles/any-text.ts'

const NEED = 'contents: write'

const rest = (
  status: number,
  message: string,
  headers?: Record<string, string>
) =>
  Object.assign(new Error(message), {
    status,
    ...(headers && { response: { headers } })
  })

const graphql = (...errors: unknown[]) =>
  Object.assign(new Error('failed'), {
    name: 'GraphqlResponseError',
    errors
  })

describe('what an error means', () => {
  const no =
    'the token lacks a permission: give the job `permissions: contents: write`'
  const limited =
    'GitHub accepts no more requests with this token for now (rate limit)'
  const caused = (cause: unknown) => Object.assign(rest(500, ''), { cause })
  test.each<[string, unknown, string, string]>([
    [
      '401',
      rest(401, 'Bad credentials', {}),
      'forbidden',
      'GitHub rejected the token (401)'
    ],
    [
      '403',
      rest(
        403,
        'Resource not accessible by integration - https://docs.github.com/rest',
        {}
      ),
      'forbidden',
      no
    ],
    [
      '403 of an access token',
      rest(403, 'Resource not accessible by personal access token', {}),
      'forbidden',
      no
    ],
    ['403 without words', rest(403, '', {}), 'forbidden', no],
    [
      '403 for another reason',
      rest(
        403,
        'Repository was archived so is read-only. - https://docs.github.com/rest',
        {}
      ),
      'forbidden',
      'GitHub refused: `Repository was archived so is read-only`; the job needs `permissions: contents: write`'
    ],
    [
      '403 as a secondary limit',
      rest(403, 'You have exceeded a secondary rate limit', {}),
      'limited',
      limited
    ],
    [
      '403 as the hour’s limit',
      rest(403, 'x', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '1'
      }),
      'limited',
      limited
    ],
    ['429', rest(429, '', {}), 'limited', limited],
    [
      '404',
      rest(404, 'Not Found', {}),
      'missing',
      'not found on GitHub, or not visible to this token (404); the job needs `permissions: contents: write`'
    ],
    [
      '422',
      rest(422, 'Validation Failed', {}),
      'other',
      'GitHub answered 422: `Validation Failed`'
    ],
    [
      '502',
      rest(502, '', {}),
      'passing',
      'GitHub answered 502: `no reason given`'
    ],
    [
      'no answer',
      rest(500, 'read ECONNRESET'),
      'passing',
      'GitHub cannot be reached: `read ECONNRESET`'
    ],
    [
      'no address that answers',
      caused(Object.assign(new Error(''), { code: 'ECONNREFUSED' })),
      'passing',
      'GitHub cannot be reached: `ECONNREFUSED`'
    ],
    [
      'no word of it',
      caused('x'),
      'passing',
      'GitHub cannot be reached: `no reason given`'
    ],
    [
      'a stale head',
      graphql({ type: 'STALE_DATA', message: 'x' }),
      'stale',
      'the branch has moved on'
    ],
    [
      'a lost race',
      graphql({
        type: 'UNPROCESSABLE',
        message: 'Ref refs/heads/main is at 1a but expected 2b'
      }),
      'stale',
      'the branch has moved on'
    ],
    [
      'a lost race, by no type',
      graphql({ message: 'Ref refs/heads/a is at 1a but expected 2b.' }),
      'stale',
      'the branch has moved on'
    ],
    [
      'FORBIDDEN',
      graphql({
        type: 'FORBIDDEN',
        message: 'Resource not accessible by integration'
      }),
      'forbidden',
      no
    ],
    [
      'INSUFFICIENT_SCOPES',
      graphql({ type: 'INSUFFICIENT_SCOPES', message: 'x' }),
      'forbidden',
      'GitHub refused: `x`; the job needs `permissions: contents: write`'
    ],
    [
      'RATE_LIMITED',
      graphql({ type: 'RATE_LIMITED', message: 'x' }),
      'limited',
      limited
    ],
    [
      'NOT_FOUND',
      graphql({ type: 'NOT_FOUND', message: 'x' }),
      'missing',
      'GitHub says: `x`'
    ],
    [
      'a protected branch',
      graphql({ type: 'BRANCH_PROTECTION_RULE_VIOLATION', message: 'x.' }),
      'other',
      'the branch is protected: `x`'
    ],
    [
      'a rule',
      graphql({ type: 'UNPROCESSABLE', message: 'a\n\nb\n' }),
      'other',
      'GitHub says: `a b`'
    ],
    ['no error at all', graphql(), 'other', 'GitHub says: `no reason given`'],
    [
      'an error that is none',
      graphql({ type: 1, message: 2 }, null),
      'other',
      'GitHub says: `no reason given`'
    ],
    ['anything else', 'thrown', 'other', '`thrown`']
  ])('%s', (_, error, kind, why) => {
    expect(faultOf(error, NEED)).toEqual({ kind, why })
  })

  test('is one sentence, with others’ words in code spans only', () => {
    const evil = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '@evil',
            '<img src=evil>',
            '[evil](evil:evil)',
            '**evil**',
            '\n\n',
            '\r',
            '\u2028',
            '`',
            '``',
            '\\',
            ' ',
            '.',
            '|',
            '# evil',
            '- evil',
            '&lt;',
            '\u202e',
            ' - https://evil/'
          ),
          anyText()
        )
      )
      .map(parts => `evil${parts.join('')}`)
    const error = fc.oneof(
      fc
        .tuple(fc.integer({ min: 300, max: 599 }), evil, fc.boolean())
        .map(([status, text, isAnswer]) =>
          isAnswer ? rest(status, text, {}) : rest(status, text)
        ),
      fc
        .tuple(
          fc.constantFrom('FORBIDDEN', 'NOT_FOUND', 'UNPROCESSABLE', 'x', null),
          evil
        )
        .map(([type, message]) => graphql({ type, message })),
      evil
    )
    fc.assert(
      fc.property(error, error => {
        const words = wordsOf(faultOf(error, NEED).why)
        expect(words).toMatch(/^[\w :;,()§]+$/)
        expect(words).not.toMatch(/evil/)
      }),
      { numRuns: effort(100, 500) }
    )
  })
})

describe('how long GitHub wants to be left alone', () => {
  const soon = String(Math.floor(Date.now() / 1000) + 30)
  test.each<[string, unknown, [number, number] | undefined]>([
    ['as long as it says', rest(429, '', { 'retry-after': '7' }), [7, 7]],
    ['with 403', rest(403, 'x', { 'retry-after': '7' }), [7, 7]],
    ['not at all', rest(429, '', { 'retry-after': '0' }), [0, 0]],
    [
      'until its hour has passed',
      rest(403, 'x', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': soon
      }),
      [20, 32]
    ],
    [
      'since the hour has passed',
      rest(429, 'x', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '5'
      }),
      [1, 1]
    ],
    ['a minute, by words', rest(403, 'API rate limit exceeded', {}), [60, 60]],
    ['a minute, by a number', rest(429, ''), [60, 60]],
    ['what is no number', rest(429, '', { 'retry-after': 'soon' }), [60, 60]],
    ['403 alone', rest(403, 'no', { 'x-ratelimit-remaining': '9' }), undefined],
    ['another', rest(503, '', { 'retry-after': '7' }), undefined],
    ['none', new Error('rate limit'), undefined]
  ])('%s', (_, error, range) => {
    const seconds = waitOf(error)
    if (!range) {
      expect(seconds).toBe(undefined)
      return
    }
    expect(seconds).toBeGreaterThanOrEqual(range[0])
    expect(seconds).toBeLessThanOrEqual(range[1])
  })
})
