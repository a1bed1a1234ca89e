import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import type { Denied } from '../../../src/candidate/candidate.ts'
import { UserError } from '../../../src/errors.ts'
import { patchOf } from '../../../src/github/patch.ts'
import { failedReplay } from '../../../src/replay/replay.ts'
import {
  headline,
  renderReport,
  reportSections
} from '../../../src/report/report.ts'
import {
  COMMENT_LIMIT,
  fitSections,
  SUMMARY_LIMIT
} from '../../../src/report/sections.ts'
import type { Findings } from '../../../src/verdict/findings.ts'
import type { Publication } from '../../../src/verdict/publication.ts'
import { isPublished } from '../../../src/verdict/publication.ts'
import type { Judgement } from '../../../src/verdict/verdict.ts'
import { effort } from '../../support/effort.ts'
import { callsOf, findings } from '../../support/findings.ts'
import { hostileText } from '../../support/profiles/arbitraries.ts'

const NO_DIFF = {
  added: [],
  removed: [],
  changed: [],
  ways: new Map<string, string>(),
  settings: []
}

const denied = (
  names: string[],
  line?: string,
  why: Denied['why'] = ['recorded']
): Judgement => ({
  verdict: 'unchanged',
  fails: true,
  denied: names.map(name => ({ name, line: line ?? name, why }))
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
        judgement: { verdict: 'created', fails: false, denied: [] },
        diff: { ...NO_DIFF, added: ['read'] }
      },
      '`seccomp.json` was created: it allows 1 system call'
    ],
    [
      'additions',
      {
        judgement: { verdict: 'added', fails: true, denied: [] },
        diff: { ...NO_DIFF, added: ['bpf', 'read'] }
      },
      '2 system calls that `seccomp.json` did not allow: `bpf`, `read`'
    ],
    [
      'eight additions',
      {
        judgement: { verdict: 'added', fails: true, denied: [] },
        diff: { ...NO_DIFF, added: calls(8) }
      },
      `8 system calls that \`seccomp.json\` did not allow: ${calls(8)
        .map(c => `\`${c}\``)
        .join(', ')}`
    ],
    [
      'ten additions',
      {
        judgement: { verdict: 'added', fails: true, denied: [] },
        diff: { ...NO_DIFF, added: calls(10) }
      },
      `10 system calls that \`seccomp.json\` did not allow: ${calls(8)
        .map(c => `\`${c}\``)
        .join(', ')} and 2 more`
    ],
    [
      'a removal',
      {
        judgement: { verdict: 'removed', fails: false, denied: [] },
        diff: { ...NO_DIFF, removed: ['bpf'] }
      },
      '1 system call left `seccomp.json`: `bpf`'
    ],
    ['no difference', {}, '`seccomp.json` is what the tests need'],
    [
      'a denied call, whatever the diff says',
      {
        judgement: { ...denied(['socket']), verdict: 'added' },
        diff: { ...NO_DIFF, added: ['read'] }
      },
      '1 system call is needed but denied, so `seccomp.json` was not written: `socket`'
    ],
    [
      'calls that a group denies',
      { judgement: denied(['bind', 'socket'], '@network-io') },
      '2 system calls are needed but denied, so `seccomp.json` was not written: `bind` (by `@network-io`), `socket` (by `@network-io`)'
    ],
    [
      'nine denied calls',
      { judgement: denied(calls(9)) },
      `9 system calls are needed but denied, so \`seccomp.json\` was not written: ${calls(
        8
      )
        .map(c => `\`${c}\``)
        .join(', ')} and 1 more`
    ]
  ])('%s', (_, members, line) => {
    expect(headline(findings(members))).toBe(line)
  })
})

describe('renderReport', () => {
  const ACCEPT = 'How to accept it'
  const added: Partial<Findings> = {
    judgement: { verdict: 'added', fails: true, denied: [] },
    diff: { ...NO_DIFF, added: ['bpf', 'personality', 'read'] },
    byDefault: name =>
      name === 'bpf'
        ? 'refused'
        : name === 'personality'
          ? 'conditional'
          : 'allowed',
    danger: name =>
      name === 'bpf'
        ? {
            level: 'dangerous',
            brief: 'load programs',
            why: 'It loads programs.'
          }
        : name === 'personality'
          ? {
              level: 'notable',
              brief: 'change programs',
              why: 'It changes how programs run.'
            }
          : { level: 'none', brief: undefined, why: undefined }
  }

  test('a row for each new call: danger, groups, who makes it, the default', () => {
    const groups = (name: string) =>
      ({ bpf: ['@privileged'], read: ['@basic-io', '@file-system'] })[name] ??
      []
    const table = renderReport(findings({ ...added, groups }))
      .split('\n')
      .filter(line => line.startsWith('| '))
    const [head, , ...rows] = table
    expect(head).toBe("| call | danger | group | made by | podman's default |")
    expect(rows).toEqual([
      '| `bpf` | **dangerous**: It loads programs. | `@privileged` | not made here | **refuses it** |',
      '| `personality` | notable: It changes how programs run. |  | not made here | allows it for certain arguments |',
      '| `read` | none | `@basic-io`, `@file-system` | not made here | allows it |'
    ])
  })

  test.each<[string, Partial<Findings>, string[]]>([
    ['unchanged', {}, []],
    [
      'created',
      {
        judgement: { verdict: 'created', fails: false, denied: [] },
        diff: { ...NO_DIFF, added: ['read'] }
      },
      [ACCEPT]
    ],
    ['added', added, ['New system calls', ACCEPT]],
    [
      'removed',
      {
        judgement: { verdict: 'removed', fails: false, denied: [] },
        diff: { ...NO_DIFF, removed: ['bpf'] }
      },
      ['No longer allowed', ACCEPT]
    ],
    [
      'changed',
      {
        judgement: { verdict: 'changed', fails: false, denied: [] },
        diff: { ...NO_DIFF, changed: ['bpf'], settings: ['flags: none -> X'] }
      },
      ['Allowed or refused differently', 'Settings', ACCEPT]
    ],
    [
      'unchanged, with calls that are kept',
      { unseen: ['bind'], governed: ['bpf'] },
      ['Not seen, kept', 'Covered by your own rules']
    ],
    [
      'a denial, whatever else differs',
      {
        ...added,
        judgement: { ...denied(['socket']), verdict: 'added' }
      },
      ['Needed but denied', 'New system calls']
    ],
    [
      'created, with calls of the policy',
      {
        judgement: { verdict: 'created', fails: false, denied: [] },
        byPolicy: new Map([['ptrace', '@debug']])
      },
      ['Allowed by the policy', ACCEPT]
    ],
    [
      'unchanged, with a name that is unknown',
      { unknown: ['raed'] },
      ['Names that are not system calls']
    ]
  ])('the sections of %s', (_, members, sections) => {
    const report = renderReport(findings(members))
    expect([...report.matchAll(/^### (.*)$/gm)].map(m => m[1])).toEqual(
      sections
    )
  })

  test('a new call says who makes it', () => {
    const by = (comm: string, count: number) => ({ comm, count })
    const origin = 'application' as const
    const calls = callsOf(
      { name: 'bpf', programs: [by('a|b', 2)], runs: 3, origin },
      { name: 'personality', programs: [by('a`b', 1)], runs: 2, origin },
      { name: 'read', programs: [], runs: 3, origin }
    )
    const rows = renderReport(findings({ ...added, calls, runs: 3 }))
      .split('\n')
      .filter(line => /^\| `.*(danger|notable|none)/.test(line))
    expect(rows.map(row => row.split(' | ')[3])).toEqual([
      '`a\\|b` × 2',
      '``a`b`` × 1 (in 2 of 3 runs)',
      'not known'
    ])
  })

  test('what the runner brought is told apart from what the tests did', () => {
    const report = renderReport(findings({ ...added, drift: ['bpf', 'read'] }))
    const [table = '', drift = ''] = report.split('### Runner drift')
    expect(table).toContain('| `personality` |')
    expect(table).not.toContain('| `bpf` |')
    expect(drift).toMatch(/^- `bpf` \(dangerous: .*\)$/m)
    expect(drift).toMatch(/^- `read`$/m)
  })

  test('a first profile tells of no drift', () => {
    const judgement = { verdict: 'created', fails: false, denied: [] } as const
    const report = renderReport(findings({ judgement, drift: ['bpf'] }))
    expect(report).not.toContain('Runner drift')
  })

  test('a new call that the policy brought says by which line', () => {
    const byPolicy = new Map([
      ['bpf', 'bpf'],
      ['personality', '@default']
    ])
    const report = renderReport(findings({ ...added, byPolicy }))
    expect(report).toContain('| `bpf`, because of `allow: bpf` |')
    expect(report).toContain('| `personality`, because of `allow: @default` |')
    expect(report).toContain('| `read` |')
  })

  test('a first profile tells the calls that the policy brought', () => {
    const judgement = { verdict: 'created', fails: false, denied: [] } as const
    const byPolicy = new Map([
      ['bpf', 'bpf'],
      ['ptrace', '@debug']
    ])
    expect(renderReport(findings({ judgement, byPolicy }))).toContain(
      '`bpf`, `ptrace` (by `@debug`)'
    )
  })

  test.each<[Denied['why'], string, string]>([
    [['recorded'], 'it was recorded in the tests', 'revert the code'],
    [
      ['needed to start any container'],
      'it is needed to start any container',
      'list its other calls'
    ],
    [
      ['allowed by a user rule'],
      'one of your rules in the profile allows it',
      'change that rule in `seccomp.json`'
    ],
    [
      ['recorded', 'allowed by a user rule'],
      'it was recorded in the tests; one of your rules in the profile allows it',
      'revert the code'
    ]
  ])('a denied call, %j: why, the danger, what to do', (why, text, todo) => {
    const judgement = denied(['bpf'], '@privileged', why)
    const report = renderReport(findings({ ...added, judgement }))
    expect(report).toContain(
      `- \`bpf\` (by \`@privileged\`): ${text}. **dangerous**: It loads programs.`
    )
    const [, remedies = ''] = report.split('**What to do now:**')
    expect(remedies).toContain(todo)
    expect(remedies.match(/^- /gm)).toHaveLength(why.length)
  })

  test('a report of a denial tells of no profile that was written', () => {
    const judgement = { ...denied(['bpf']), verdict: 'added' } as const
    const report = renderReport(findings({ ...added, judgement }))
    expect(report).not.toMatch(/this run wrote|The profile allows/i)
  })

  test('unknown names, with what they may mean', () => {
    const unknown = ['raed', ...calls(10)]
    const rows = renderReport(findings({ unknown }))
      .split('\n')
      .filter(line => line.startsWith('- '))
    expect(rows).toHaveLength(11)
    expect(rows[0]).toBe(
      '- `raed` is not a system call that we know: did you mean `read`?'
    )
    expect(rows.at(-1)).toBe('- and 1 more')
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
    const judgement = { verdict: 'added', fails, denied: [] } as const
    expect(renderReport(findings({ ...added, judgement }))).toContain(text)
    expect(renderReport(findings())).not.toContain(text)
  })

  test('no name can be more than a name in code', () => {
    // Letters that no word of the report's own has.
    const name = hostileText.map(text => `${text}ZQZ${text}`)
    const names = fc.array(name, { maxLength: 3 })
    const verdict = fc.constantFrom(
      'created',
      'added',
      'changed',
      'removed',
      'unchanged'
    )
    const any = fc.record({
      judgement: fc.record({
        verdict,
        fails: fc.boolean(),
        denied: fc.array(
          fc.record({
            name,
            line: name,
            why: fc.constant<Denied['why']>(['allowed by a user rule'])
          }),
          { maxLength: 2 }
        )
      }),
      diff: fc.record({
        added: names,
        removed: names,
        changed: names,
        ways: fc.constant(new Map([['clone', 'allowed -> ends the thread']])),
        settings: names
      }),
      isDenyList: fc.boolean(),
      profile: name,
      byPolicy: fc.array(fc.tuple(name, name)).map(calls => new Map(calls)),
      governed: names,
      drift: names,
      unseen: names,
      unknown: names,
      leftOut: fc.array(
        fc.record({
          name,
          why: fc.constant('refused by the default profile' as const)
        }),
        { maxLength: 2 }
      )
    })
    const programs = fc.array(
      name.map(comm => ({ comm, count: 1 })),
      { maxLength: 3 }
    )
    fc.assert(
      fc.property(any, name, programs, (members, line, programs) => {
        const { added } = members.diff
        const origin = 'both' as const
        const made = added.map(name => ({ name, programs, runs: 1, origin }))
        const mine = added.slice(1).map(call => [call, line] as const)
        const byPolicy = new Map([...members.byPolicy, ...mine])
        const [report = ''] = renderReport(
          findings({ ...members, byPolicy, calls: callsOf(...made) })
        ).split('<details><summary>Recorded:')
        expect(outsideCode(report)).not.toContain('ZQZ')
        expect(outsideCode(report)).not.toMatch(/<script|@somebody|!\[/)
        for (const row of report.split('\n').filter(l => l.startsWith('| '))) {
          expect(row.match(/(?<!\\)\|/g)).toHaveLength(6)
        }
      }),
      { numRuns: effort(100, 300) }
    )
  })
})

describe('a deny-list', () => {
  test('that denies what the tests used', () => {
    const report = renderReport(
      findings({ isDenyList: true, governed: ['chown'] })
    )
    expect(report).toContain(
      'the tests used `chown`, which `seccomp.json` denies'
    )
    expect(report).toContain('was left unchanged')
    expect(report).not.toContain('The profile allows')
  })

  test('that denies nothing of it', () => {
    const report = renderReport(findings({ isDenyList: true }))
    expect(report).toContain(
      '`seccomp.json` denies nothing that the tests used'
    )
  })
})

test('a call that is allowed in another way says in which', () => {
  const diff = {
    ...NO_DIFF,
    changed: ['clone'],
    ways: new Map([['clone', 'allowed -> refused with errno 1']])
  }
  expect(renderReport(findings({ diff }))).toContain(
    '- `clone`: allowed -> refused with errno 1\n'
  )
})

test('the headline of a change says what changed', () => {
  const diff = {
    ...NO_DIFF,
    changed: ['clone'],
    removed: ['mkdir'],
    settings: ['default errno: 38 -> 1']
  }
  const judgement = { verdict: 'changed', fails: false, denied: [] } as const
  expect(
    headline(findings({ diff, judgement: { ...judgement, denied: [] } }))
  ).toBe(
    '`seccomp.json` changes: 1 system call treated differently; 1 system call no longer allowed; `default errno: 38 -> 1`'
  )
})

const PATCH = patchOf('seccomp.json', '{}\n', '{ "a": 1 }\n')
const ADDED: Partial<Findings> = {
  judgement: { verdict: 'added', fails: true, denied: [] },
  diff: { ...NO_DIFF, added: ['bpf'] }
}

describe('what became of the profile, and what to do', () => {
  const ref = 'refs/heads/main'
  const PUBLICATIONS: Publication[] = [
    { kind: 'committed', ref, sha: '0123456789abcdef' },
    { kind: 'there', ref },
    { kind: 'superseded', ref },
    { kind: 'gone', ref },
    { kind: 'refused', ref, why: 'GitHub answered 500: `no`' },
    { kind: 'left', why: 'the input `commit` is `never`' }
  ]

  test.each(PUBLICATIONS)('$kind', publication => {
    const { kind } = publication
    const report = renderReport(findings(ADDED), { publication, patch: PATCH })
    expect(report.match(/\*\*Committed\*\*/g) ?? []).toHaveLength(
      kind === 'committed' ? 1 : 0
    )
    expect(report.includes('ot committed')).toBe(!isPublished(publication))
    // What the branch has needs no patch; a newer push decides by itself.
    expect(report.includes('git apply')).toBe(!isPublished(publication))
    const isOpen = ['refused', 'left'].includes(kind)
    expect(report.includes('**To accept this**')).toBe(isOpen)
    if (kind === 'left') expect(report).toContain('<sub>Not committed: the')
  })

  test('without a patch none is promised', () => {
    for (const patch of [undefined, '', '+\u202e\n', '+\ufffd\n']) {
      for (const publication of [undefined, ...PUBLICATIONS]) {
        for (const fails of [true, false]) {
          const judgement = { verdict: 'added', fails, denied: [] } as const
          const report = renderReport(findings({ ...ADDED, judgement }), {
            publication,
            patch
          })
          expect(report).not.toMatch(/below|git apply|as a patch, and/)
        }
      }
    }
  })

  test.each<[string, Partial<Findings>]>([
    ['nothing new', {}],
    ['a denial', { judgement: { ...denied(['bpf']), verdict: 'added' } }],
    [
      'a failed replay',
      {
        ...ADDED,
        replay: failedReplay(
          new UserError('the tests fail', { code: 'recording' })
        )
      }
    ]
  ])('%s: nothing to accept', (_, members) => {
    const report = renderReport(findings(members), { patch: PATCH })
    expect(report).not.toMatch(/To accept this|git apply|Commit it to keep/)
  })
})

test('a failed replay speaks in code alone', () => {
  const failure = new UserError('@somebody <b>\n# x', { code: 'recording' })
  const members = { ...ADDED, replay: failedReplay(failure) }
  expect(headline(findings(members))).toBe(failure.message)
  expect(outsideCode(renderReport(findings(members)))).not.toContain('x, ')
  expect(renderReport(findings(members)).split('\n')[0]).toBe(
    '## ⛔ seccomp-lock: the new `seccomp.json` could not be shown to work, so it was not written'
  )
})

describe('the sections', () => {
  /** So much of everything that no place has room for it. */
  const many = (count: number, of: string) =>
    Array.from({ length: count }, (_, i) => `${of}_${i}`)
  const programs = many(3, 'p'.repeat(90)).map(comm => ({ comm, count: 1e6 }))
  const huge = (table: number, recorded: number): Findings =>
    findings({
      ...ADDED,
      diff: {
        added: many(table, 'added'),
        removed: ['removed'],
        changed: ['changed'],
        ways: new Map(),
        settings: ['flags: none -> X']
      },
      drift: ['added_0'],
      unseen: ['unseen'],
      pending: [{ name: 'pending', unseen: 1, more: 1 }],
      governed: ['governed'],
      unknown: ['unknown'],
      leftOut: [{ name: 'left', why: 'set-up without CAP_SYS_ADMIN' }],
      portable: [
        { name: 'portable', runtimes: ['crun 1.8.1'], standsInFor: [] }
      ],
      runs: 2,
      doubts: ['Nobody knows.'],
      calls: many(recorded, 'made').map(name => ({
        name,
        programs,
        runs: 2,
        origin: 'application' as const
      })),
      replay: {
        ...findings().replay,
        result: 'passed',
        watch: 'bpftrace',
        rounds: 1,
        made: 9
      }
    })
  const patchOfLines = (lines: number) =>
    patchOf('seccomp.json', '{}\n', '  "a line of a profile",\n'.repeat(lines))
  const sectionsOf = (table: number, recorded: number, lines: number) =>
    reportSections(huge(table, recorded), {
      publication: { kind: 'left', why: 'there is no `github-token`' },
      patch: patchOfLines(lines)
    }).filter(({ text }) => text !== '')

  test('stand in the order in which a reader needs them', () => {
    expect(sectionsOf(3, 3, 3).map(({ name }) => name)).toEqual([
      'the verdict',
      'new system calls',
      'runner drift',
      'calls no longer allowed',
      'calls treated differently',
      'settings',
      'how to accept it',
      'the patch',
      'calls not seen',
      'calls kept for now',
      'calls that your own rules cover',
      'names that are not system calls',
      'the size of the profile',
      'the replay',
      'notes on the recording',
      'who made which call',
      'calls added for other systems',
      'calls left out',
      'how it was recorded'
    ])
  })

  /** In this order they give way, whichever is the one that is too long. */
  const GOING = [
    'calls added for other systems',
    'who made which call',
    'calls left out',
    'how it was recorded',
    'the size of the profile',
    'notes on the recording',
    'calls kept for now',
    'calls not seen',
    'names that are not system calls',
    'the patch',
    'calls that your own rules cover',
    'settings',
    'calls treated differently',
    'calls no longer allowed',
    'runner drift',
    'the replay',
    'how to accept it',
    'new system calls'
  ]

  test.each<[string, number, number, number, string]>([
    ['little of all', 3, 3, 3, ''],
    ['a long recording', 3, 450, 3, 'who made which call'],
    ['a long patch', 3, 3, 20_000, 'the patch'],
    ['a long table', 3000, 3, 3, 'new system calls'],
    ['all of it', 3000, 450, 20_000, 'new system calls']
  ])('%s: a comment has the most important', (_, table, made, lines, last) => {
    const sections = sectionsOf(table, made, lines)
    const marker = '<!-- seccomp-lock: {} -->'
    const elsewhere = 'The whole report is in the job summary.'
    const text = fitSections(sections, {
      limit: COMMENT_LIMIT,
      elsewhere,
      marker
    })
    expect(text.length).toBeLessThanOrEqual(65_536)
    expect(text.split('\n')[0]).toBe(marker)
    expect(text).toContain('## 🔺 seccomp-lock: ')
    const gone = GOING.slice(0, GOING.indexOf(last) + 1)
    const [stay, away] = [true, false].map(isThere =>
      sections.filter(({ name }) => gone.includes(name) !== isThere)
    )
    // What stays stays whole, and what goes is named.
    const note = `<sub>Left out here for length: ${away?.map(({ name }) => name).join(', ')}. ${elsewhere}</sub>`
    expect(text).toBe(
      [
        marker,
        ...(stay ?? []).map(({ text }) => text),
        ...(gone.length > 0 ? [note] : [])
      ]
        .map(part => part.trimEnd())
        .join('\n\n') + '\n'
    )
    const summary = fitSections(sections, { limit: SUMMARY_LIMIT, elsewhere })
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1024 * 1024)
    if (last !== 'new system calls')
      expect(summary).not.toContain('Left out here')
  })

  test('give way in a fixed order, however little room there is', () => {
    const sections = sectionsOf(20, 20, 20)
    const whole = sections.reduce((sum, { text }) => sum + text.length + 2, 0)
    const seen = new Set<string>()
    for (let max = whole + 500; max > 1000; max -= 37) {
      const text = fitSections(sections, {
        limit: { ...COMMENT_LIMIT, max },
        elsewhere: 'It is there.'
      })
      expect(text.length).toBeLessThanOrEqual(max)
      expect(text).toMatch(/^## 🔺 seccomp-lock: /)
      const away = sections.filter(({ text: part }) => !text.includes(part))
      const names = away.map(({ name }) => name)
      expect(new Set(names)).toEqual(new Set(GOING.slice(0, names.length)))
      for (const name of names) seen.add(name)
    }
    expect([...seen]).toHaveLength(GOING.length)
  })
})
