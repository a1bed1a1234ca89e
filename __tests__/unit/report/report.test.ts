import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import {
  type Findings,
  headline,
  renderReport
} from '../../../src/report/report.js'
import { hostileText } from '../support/arbitraries.js'

const NO_DIFF = { added: [], removed: [], changed: [], settings: [] }

const findings = (members: Partial<Findings> = {}): Findings => ({
  judgement: { verdict: 'unchanged', fails: false },
  diff: NO_DIFF,
  profile: 'seccomp.json',
  allowed: 62,
  allowedByDefault: 310,
  byDefault: () => 'allowed',
  danger: () => ({ level: 'none', why: undefined }),
  leftOut: [],
  governed: [],
  unseen: [],
  provenance: 'Recorded somewhere.',
  ...members
})

const calls = (count: number) =>
  Array.from({ length: count }, (_, i) => `call${i}`)

/** What Markdown makes text of: all but the code spans. */
const outsideCode = (markdown: string) =>
  markdown.replace(/(?<!`)(`+)(?!`)(?:(?!\n).)*?(?<!`)\1(?!`)/g, '')

describe('headline', () => {
  test.each<[string, Partial<Findings>, string]>([
    [
      'a first file',
      {
        judgement: { verdict: 'created', fails: false },
        diff: { ...NO_DIFF, added: ['read'] }
      },
      '`seccomp.json` was created: it allows 1 system call'
    ],
    [
      'additions',
      {
        judgement: { verdict: 'added', fails: true },
        diff: { ...NO_DIFF, added: ['bpf', 'read'] }
      },
      '2 system calls that `seccomp.json` did not allow: `bpf`, `read`'
    ],
    [
      'eight additions',
      {
        judgement: { verdict: 'added', fails: true },
        diff: { ...NO_DIFF, added: calls(8) }
      },
      `8 system calls that \`seccomp.json\` did not allow: ${calls(8)
        .map(c => `\`${c}\``)
        .join(', ')}`
    ],
    [
      'ten additions',
      {
        judgement: { verdict: 'added', fails: true },
        diff: { ...NO_DIFF, added: calls(10) }
      },
      `10 system calls that \`seccomp.json\` did not allow: ${calls(8)
        .map(c => `\`${c}\``)
        .join(', ')} and 2 more`
    ],
    [
      'a removal',
      {
        judgement: { verdict: 'removed', fails: false },
        diff: { ...NO_DIFF, removed: ['bpf'] }
      },
      '1 system call left `seccomp.json`: `bpf`'
    ],
    ['no difference', {}, '`seccomp.json` is what the tests need']
  ])('%s', (_, members, line) => {
    expect(headline(findings(members))).toBe(line)
  })
})

describe('renderReport', () => {
  const added: Partial<Findings> = {
    judgement: { verdict: 'added', fails: true },
    diff: { ...NO_DIFF, added: ['bpf', 'personality', 'read'] },
    byDefault: name =>
      name === 'bpf'
        ? 'refused'
        : name === 'personality'
          ? 'conditional'
          : 'allowed',
    danger: name =>
      name === 'bpf'
        ? { level: 'dangerous', why: 'It loads programs.' }
        : name === 'personality'
          ? { level: 'notable', why: 'It changes how programs run.' }
          : { level: 'none', why: undefined }
  }

  test('a row for each new call, with its danger and what the default makes of it', () => {
    const rows = renderReport(findings(added))
      .split('\n')
      .filter(line => line.startsWith('| `'))
    expect(rows).toEqual([
      '| `bpf` | **dangerous**: It loads programs. | **refuses it** |',
      '| `personality` | notable: It changes how programs run. | allows it for certain arguments |',
      '| `read` | none | allows it |'
    ])
  })

  test.each<[string, Partial<Findings>, string[]]>([
    ['unchanged', {}, []],
    [
      'created',
      {
        judgement: { verdict: 'created', fails: false },
        diff: { ...NO_DIFF, added: ['read'] }
      },
      []
    ],
    ['added', added, ['New system calls']],
    [
      'removed',
      {
        judgement: { verdict: 'removed', fails: false },
        diff: { ...NO_DIFF, removed: ['bpf'] }
      },
      ['No longer allowed']
    ],
    [
      'changed',
      {
        judgement: { verdict: 'changed', fails: false },
        diff: { ...NO_DIFF, changed: ['bpf'], settings: ['flags: none -> X'] }
      },
      ['Allowed in another way', 'Settings']
    ],
    [
      'unchanged, with calls that are kept',
      { unseen: ['bind'], governed: ['bpf'] },
      ['Not seen, kept', 'Governed by rules of yours']
    ]
  ])('the sections of %s', (_, members, sections) => {
    const report = renderReport(findings(members))
    expect([...report.matchAll(/^### (.*)$/gm)].map(m => m[1])).toEqual(
      sections
    )
  })

  test.each<[number, number, string]>([
    [62, 310, '(20 %)'],
    [0, 0, '(0 %)'],
    [311, 310, '(100 %)']
  ])('%i of %i calls are %s', (allowed, allowedByDefault, percent) => {
    expect(renderReport(findings({ allowed, allowedByDefault }))).toContain(
      percent
    )
  })

  test('calls that were left out, with the reason of each', () => {
    const report = renderReport(
      findings({
        leftOut: [
          { name: 'bpf', why: 'refused by the default profile' },
          { name: 'mount', why: 'set-up without CAP_SYS_ADMIN' }
        ]
      })
    )
    expect(report).toContain('Recorded and left out: 2 system calls')
    expect(report).toMatch(/^- `bpf`: .*default profile refuses/m)
    expect(report).toMatch(/^- `mount`: .*CAP_SYS_ADMIN/m)
  })

  test.each([
    [true, 'To accept this'],
    [false, 'Commit it to keep it']
  ])('what to do when it fails: %s', (fails, text) => {
    const judgement = { verdict: 'added', fails } as const
    expect(renderReport(findings({ ...added, judgement }))).toContain(text)
    expect(renderReport(findings())).not.toContain(text)
  })

  test('no name can be more than a name in code', () => {
    // Letters that no word of the report's own has.
    const name = hostileText.map(text => `${text}ZQZ${text}`)
    const names = fc.array(name, { maxLength: 3 })
    const verdict = fc.constantFrom(
      ...(['created', 'added', 'changed', 'removed', 'unchanged'] as const)
    )
    const any = fc.record({
      judgement: fc.record({ verdict, fails: fc.boolean() }),
      diff: fc.record({
        added: names,
        removed: names,
        changed: names,
        settings: names
      }),
      profile: name,
      governed: names,
      unseen: names,
      leftOut: fc.array(
        fc.record({
          name,
          why: fc.constant('refused by the default profile' as const)
        }),
        { maxLength: 2 }
      )
    })
    fc.assert(
      fc.property(any, members => {
        const report = renderReport(findings(members))
        expect(outsideCode(report)).not.toContain('ZQZ')
        expect(outsideCode(report)).not.toMatch(/<script|@somebody|!\[/)
        for (const row of report.split('\n').filter(l => l.startsWith('| '))) {
          expect(row.match(/(?<!\\)\|/g)).toHaveLength(4)
        }
      }),
      { numRuns: 300 }
    )
  })
})
