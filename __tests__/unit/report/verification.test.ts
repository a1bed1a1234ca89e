import { expect, test } from '@jest/globals'
import { marked } from 'marked'

import { UserError } from '../../../src/errors.ts'
import { type Replay, SKIPPED } from '../../../src/replay/replay.ts'
import {
  renderVerification,
  verifiedLine
} from '../../../src/report/verification.ts'
import { finding, review, risk } from '../../support/findings.ts'

const PASSED: Replay = {
  ...SKIPPED,
  result: 'passed',
  watch: 'bpftrace',
  rounds: 1
}
const told = (replay: Partial<Replay> = {}, profile = 'a/seccomp.json') => ({
  replay: { ...PASSED, ...replay },
  review: review(),
  profile,
  isDenyList: false,
  image: 'alpine',
  machine: 'podman 5.6.2, crun 1.24, kernel 6.17'
})
const FAILED: Partial<Replay> = {
  result: 'failed',
  failure: new UserError('a/seccomp.json refuses the tests calls: chmod', {
    code: 'recording'
  })
}

test('what passed says so, and no more than was seen', () => {
  expect(verifiedLine(told())).toContain('refuses nothing')
  const unseen = verifiedLine(told({ watch: 'nobody' }))
  expect(unseen).toContain('pass under `a/seccomp.json`')
  expect(unseen).not.toContain('refuses')
  expect(renderVerification(told())).toMatch(
    /^### 🔒 seccomp-lock: ✅ the tests pass/
  )
})

test('what failed is marked, and says why', () => {
  expect(verifiedLine(told(FAILED))).toBe(FAILED.failure?.message)
  const report = renderVerification(told(FAILED))
  expect(report).toMatch(/^### 🔒 seccomp-lock: ⛔ the tests do not work/)
  expect(report).toContain('refuses the tests calls: chmod')
  expect(report).not.toContain('pass')
})

test("a path's characters are its own", () => {
  const report = renderVerification(told({}, 'a`b@m<b>.json'))
  const html = marked.parse(report, { async: false })
  expect(html).toContain('<code>a`b@m&lt;b&gt;.json</code>')
})

test('a failure of several lines stays out of the heading', () => {
  const failure = new UserError('one\n# two', {
    code: 'recording',
    hint: '```\n# three'
  })
  const report = renderVerification(told({ ...FAILED, failure }))
  const headings = marked.lexer(report).filter(t => t.type === 'heading')
  expect(headings.map(h => h.raw).join('')).not.toMatch(/two|three/)
  expect(headings).toHaveLength(2)
})

test('what the change does is told, too, and what nobody named', () => {
  const unnamed = [risk('bpf')]
  const changed = {
    ...told(),
    review: review({
      findings: [finding('sync', { comparison: 'proposed' })],
      unnamed,
      risks: unnamed,
      unneeded: [
        {
          word: 'ptrace',
          reason: undefined,
          until: undefined,
          calls: new Set(['ptrace'])
        }
      ]
    })
  }
  const report = renderVerification(changed)
  expect(report).toMatch(/^### .* ❌ 1 dangerous call .*: `bpf`$/m)
  expect(report).toMatch(/^\| 🔴 \| \[`bpf`/m)
  expect(report).toContain('`sync` (sync), made by the tests')
  expect(report).toContain('take it out of `a/seccomp.json`')
  expect(report).toContain('Nothing in the profile needs `ptrace`')
  // A failure of the tests is said before that.
  expect(
    renderVerification({ ...changed, replay: told(FAILED).replay })
  ).toMatch(/^### .* ⛔ the tests do not work/)
})
