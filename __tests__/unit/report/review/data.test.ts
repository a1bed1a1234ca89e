import { expect, test } from '@jest/globals'

import { dataOf, renderJson } from '../../../../src/report/review/data.ts'
import { finding, findings, review, risk } from '../../../support/findings.ts'

const word = {
  word: '@debug',
  reason: 'we debug',
  until: '2025-12-31',
  calls: new Set(['ptrace'])
}

test('a report is data, too', () => {
  const found = findings({
    judgement: { verdict: 'added', reasons: ['dangerous'], denied: [] },
    review: review({
      findings: [finding('ptrace', { way: 'a "b"\n\u2028' })],
      risks: [risk('ptrace', { expired: word })],
      unnamed: [risk('ptrace', { expired: word })],
      unneeded: [{ ...word, word: 'bpf' }]
    })
  })
  const trail = { runUrl: undefined, sha: 'abc', mergedInto: 'main' }
  const text = renderJson({ ...dataOf(found), trail })
  expect(text).toMatch(/\}\n$/)
  // The calls of a word are many, and follow from it.
  expect(text).not.toContain('"calls"')
  expect(JSON.parse(text)).toMatchObject({
    $schema:
      'https://github.com/seccomp-lock/seccomp-lock/blob/main/docs/report.schema.json',
    version: 1,
    mode: 'lock',
    profile: 'seccomp.json',
    verdict: 'added',
    reasons: ['dangerous'],
    replay: 'skipped',
    trail: { sha: 'abc', mergedInto: 'main' },
    base: { kind: 'read', name: 'main' },
    isDeleted: false,
    counts: { after: 62 },
    findings: [
      {
        comparison: 'needed',
        effect: 'opens',
        subject: { kind: 'call', name: 'ptrace' },
        danger: { level: 'dangerous' },
        way: 'a "b"\n\u2028'
      }
    ],
    risks: [{ expired: { word: '@debug', until: '2025-12-31' } }],
    unnamed: ['ptrace'],
    unneeded: ['bpf']
  })
})
