import { describe, expect, test } from '@jest/globals'

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
import { DANGEROUS } from '../../../src/syscalls/dangers/dangerous.ts'
import { byDanger } from '../../../src/verdict/finding.ts'
import type { Findings } from '../../../src/verdict/findings.ts'
import type { Publication } from '../../../src/verdict/publication.ts'
import { isPublished } from '../../../src/verdict/publication.ts'
import type { Judgement } from '../../../src/verdict/verdict.ts'
import { finding, findings, review, risk } from '../../support/findings.ts'
import { outsideCode } from '../../support/hostile-text.ts'

const NO_DIFF = findings().diff

const denied = (
  names: string[],
  line?: string,
  why: Denied['why'] = ['recorded']
): Judgement => ({
  verdict: 'unchanged',
  reasons: ['denied'],
  denied: names.map(name => ({ name, line: line ?? name, why }))
})

const calls = (count: number) =>
  Array.from({ length: count }, (_, i) => `call${i}`)

/** The tests need these, and the workflow names no dangerous one. */
function needing(...names: string[]): Partial<Findings> {
  const found = names.map(name => finding(name)).sort(byDanger)
  const unnamed = found
    .filter(({ danger }) => danger.level === 'dangerous')
    .map(({ subject }) => risk(subject))
  return {
    judgement: {
      verdict: 'added',
      reasons: unnamed.length > 0 ? ['dangerous', 'added'] : ['added'],
      denied: []
    },
    diff: { ...NO_DIFF, added: names },
    review: review({ findings: found, unnamed, risks: unnamed })
  }
}

const created = (members: Partial<Findings> = {}): Partial<Findings> => ({
  judgement: { verdict: 'created', reasons: [], denied: [] },
  ...members
})

/** Those of the headings after the first, and what the folds are called. */
const titlesIn = (report: string) =>
  [...report.matchAll(/^### ((?!🔒).*)$|<summary>([^:<]*)/gm)].map(
    ([, heading, summary]) => (heading ?? summary ?? '').trim()
  )

describe('renderReport', () => {
  test.each<[string, Partial<Findings>, string[]]>([
    ['unchanged', {}, []],
    ['created', created(needing('read')), []],
    [
      'added',
      needing('bpf', 'clone', 'read'),
      ['What is dangerous or notable in the profile']
    ],
    [
      'unchanged, with calls that are kept',
      {
        unseen: ['bind'],
        pending: [{ name: 'pause', unseen: 1, more: 2 }],
        governed: ['bpf']
      },
      [
        'Not seen, kept',
        'Not seen this time, kept for now',
        'Covered by your own rules'
      ]
    ],
    [
      'a denial, whatever else differs',
      {
        ...needing('read'),
        judgement: { ...denied(['socket']), verdict: 'added' }
      },
      ['Needed but denied']
    ],
    [
      'unchanged, with a name that is unknown',
      { unknown: ['raed'] },
      ['Names that are not system calls']
    ],
    [
      'many ordinary calls',
      needing('sync', 'chmod', 'flock', 'link'),
      ['4 ordinary calls']
    ]
  ])('the titles in a report of %s', (_, members, titles) => {
    expect(titlesIn(renderReport(findings(members)))).toEqual(titles)
  })

  test('what the runner brought is told apart from what the tests did', () => {
    const members = { ...needing('bpf', 'read'), drift: ['bpf', 'read'] }
    const [, drift = ''] = renderReport(findings(members)).split(
      '### Runner drift'
    )
    expect(drift).toMatch(/^- `bpf` \(dangerous: .*\)$/m)
    expect(drift).toMatch(/^- `read`$/m)
  })

  test('a first profile tells of no drift', () => {
    const report = renderReport(findings(created({ drift: ['bpf'] })))
    expect(report).not.toContain('Runner drift')
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
    const report = renderReport(findings({ ...needing('bpf'), judgement }))
    expect(report).toContain(
      `- \`bpf\` (by \`@privileged\`): ${text}. **dangerous**: Loads programs`
    )
    const [, remedies = ''] = report.split('**What to do now:**')
    expect(remedies).toContain(todo)
    expect(remedies.split('\n\n')[1]?.match(/^- /gm)).toHaveLength(why.length)
  })

  test('a report of a denial tells of no profile that was written', () => {
    const judgement = { ...denied(['bpf']), verdict: 'added' } as const
    const report = renderReport(findings({ ...needing('bpf'), judgement }))
    expect(report).not.toMatch(/this run wrote|\*\*Accept/i)
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

  test('the tests passed, if they were run under the profile', () => {
    const passed = { ...findings().replay, result: 'passed' as const }
    const [, numbers] = renderReport(findings({ replay: passed })).split('\n\n')
    expect(numbers).toContain(' · tests passed · ')
    const [, untried] = renderReport(findings()).split('\n\n')
    expect(untried).not.toContain('passed')
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
  })

  test('that denies nothing of it', () => {
    const report = renderReport(findings({ isDenyList: true }))
    expect(report).toContain(
      '`seccomp.json` denies nothing that the tests used'
    )
  })
})

const PATCH = patchOf('seccomp.json', '{}\n', '{ "a": 1 }\n')
const ADDED = needing('sync')

/** The words that a comment shows with its folds closed. */
function wordsOf(members: Partial<Findings>, publication?: Publication) {
  const sections = reportSections(findings(members), {
    publication,
    patch: PATCH,
    label: 'accept-seccomp',
    trail: {
      runUrl: 'https://github.com/octo/app/actions/runs/1',
      sha: '0123456789abcdef',
      mergedInto: 'main'
    }
  })
  const body = sections
    .filter(({ isDetail }) => !isDetail)
    .map(({ text }) => text)
    .join('\n\n')
  return body
    .replace(/<\/summary>[^]*?<\/details>/g, '')
    .replace(/\]\([^)]*\)|<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter(word => /[\p{L}\p{N}]/u.test(word)).length
}

describe('a comment is read at a glance', () => {
  const made = (names: string[]) => {
    const found = needing(...names)
    const by = {
      by: 'tests',
      runs: 3,
      of: 3,
      programs: [{ comm: 'sh', count: 3 }]
    } as const
    const replay = {
      ...findings().replay,
      result: 'passed',
      watch: 'bpftrace',
      rounds: 1,
      made: 62
    } as const
    const old = found.review ?? review()
    const told = old.findings.map(f => ({ ...f, maker: by }))
    return { ...found, replay, review: { ...old, findings: told } }
  }
  const WAITS: Publication = {
    kind: 'left',
    why: 'it is a pull request'
  }

  test('one harmless call', () => {
    expect(wordsOf(made(['sync']), WAITS)).toBeLessThanOrEqual(90)
  })

  test('32 calls, three of them dangerous', () => {
    const names = ['bpf', 'mount', 'ptrace', ...calls(29)]
    expect(wordsOf(made(names), WAITS)).toBeLessThanOrEqual(180)
  })

  test('a dangerous call that is accepted', () => {
    const accepted = {
      input: 'accept-dangerous',
      word: 'ptrace',
      reason: 'we debug',
      until: '2027-01-01'
    } as const
    const found = review({
      findings: [
        finding('ptrace', {
          comparison: 'proposed',
          accepted,
          since: { commit: 'abcdef0123', author: 'Ann' }
        })
      ]
    })
    expect(wordsOf({ review: found })).toBeLessThanOrEqual(90)
  })
})

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
    expect(report.includes('**Accept:** ')).toBe(isOpen)
    if (kind === 'left') expect(report).toContain('<sub>Not committed: the')
  })

  test('without a patch none is promised', () => {
    for (const patch of [undefined, '', '+\u202e\n', '+\ufffd\n']) {
      for (const publication of [undefined, ...PUBLICATIONS]) {
        const report = renderReport(findings(ADDED), { publication, patch })
        expect(report).not.toMatch(/below|git apply|as a patch, and/)
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
    expect(report).not.toMatch(/\*\*Accept|git apply/)
  })
})

test('a failed replay speaks in code alone', () => {
  const failure = new UserError('@somebody <b>\n# x', { code: 'recording' })
  const members = { ...ADDED, replay: failedReplay(failure) }
  expect(headline(findings(members))).toBe(failure.message)
  expect(outsideCode(renderReport(findings(members)))).not.toMatch(/@|<b>/)
  expect(renderReport(findings(members)).split('\n')[0]).toBe(
    '### 🔒 seccomp-lock: ⛔ the new `seccomp.json` could not be shown to work, so it was not written'
  )
})

describe('dangerous calls are never cut', () => {
  const HOSTILE = ['`a|b`', '<!-- @x', '|'.repeat(15), '\\`#1\n\u202e']
  const programs = HOSTILE.map(comm => ({ comm, count: 1e9 }))
  const maker = { by: 'tests', programs, runs: 1, of: 3 } as const
  const since = { commit: 'a'.repeat(40), author: '|'.repeat(300) }
  const DANGEROUS_NAMES = Object.keys(DANGEROUS).flatMap(names =>
    names.split(' ')
  )
  const names = [...calls(500 - DANGEROUS_NAMES.length), ...DANGEROUS_NAMES]

  test('of 500 calls by hostile programs a comment has each of them', () => {
    const found = names
      .map(name =>
        finding(name, {
          maker,
          since,
          comparison: 'proposed',
          defaults: { podman: 'refused', docker: 'refused' }
        })
      )
      .sort(byDanger)
    const unnamed = DANGEROUS_NAMES.map(name => risk(name, { maker }))
    const sections = reportSections(
      findings({
        ...ADDED,
        review: review({ findings: found, unnamed, risks: unnamed })
      })
    ).filter(({ isDetail }) => !isDetail)
    const text = fitSections(sections, {
      limit: COMMENT_LIMIT,
      elsewhere: 'It is there.'
    })
    expect(text.length).toBeLessThanOrEqual(65_536)
    for (const name of DANGEROUS_NAMES) {
      expect(text).toMatch(new RegExp(`^\\| 🔴 \\| \\[?\`${name}\``, 'm'))
    }
  })
})

describe('the sections', () => {
  /** So much of everything that no place has room for it. */
  const many = (count: number, of: string) =>
    Array.from({ length: count }, (_, i) => `${of}_${i}`)
  const programs = many(3, 'p'.repeat(90)).map(comm => ({ comm, count: 1e6 }))
  const huge = (table: number, recorded: number): Findings =>
    findings({
      ...ADDED,
      review: review({
        findings: [
          finding('bpf', { way: 'allowed -> refused' }),
          ...many(table, 'added').map(name => finding(name)),
          finding('changed', { effect: 'changes' })
        ],
        risks: [risk('bpf')],
        unneeded: [
          {
            word: 'ptrace',
            reason: undefined,
            until: undefined,
            calls: new Set(['ptrace'])
          }
        ]
      }),
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
      patch: patchOfLines(lines),
      trail: { runUrl: undefined, sha: 'a'.repeat(40), mergedInto: undefined }
    }).filter(({ text }) => text !== '')

  test('stand in the order in which a reader needs them', () => {
    expect(sectionsOf(3, 3, 3).map(({ name }) => name)).toEqual([
      'the verdict',
      'the numbers',
      'what is dangerous',
      'ordinary calls',
      'other differences',
      'how to accept it',
      'the patch',
      'why it is not committed',
      'words that nothing needs',
      'runner drift',
      'the dangers of the profile',
      'calls not seen',
      'calls kept for now',
      'calls that your own rules cover',
      'names that are not system calls',
      'the replay',
      'notes on the recording',
      'who made which call',
      'calls added for other systems',
      'calls left out',
      'how it was recorded',
      'where it ran'
    ])
  })

  /** In this order they give way, whichever is the one that is too long. */
  const GOING = [
    'calls added for other systems',
    'who made which call',
    'calls left out',
    'how it was recorded',
    'the dangers of the profile',
    'notes on the recording',
    'calls kept for now',
    'calls not seen',
    'where it ran',
    'names that are not system calls',
    'words that nothing needs',
    'why it is not committed',
    'the patch',
    'calls that your own rules cover',
    'other differences',
    'runner drift',
    'the replay',
    'ordinary calls',
    'how to accept it',
    'the numbers',
    'what is dangerous'
  ]

  test.each<[string, number, number, number, string]>([
    ['little of all', 3, 3, 3, ''],
    ['a long recording', 3, 450, 3, 'who made which call'],
    ['a long patch', 3, 3, 20_000, 'the patch'],
    ['a long table', 9000, 3, 3, 'ordinary calls'],
    ['all of it', 9000, 450, 20_000, 'ordinary calls']
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
    expect(text).toContain('### 🔒 seccomp-lock: 🔺 ')
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
    if (last !== 'ordinary calls')
      expect(summary).not.toContain('Left out here')
  })

  test('give way in a fixed order, however little room there is', () => {
    const sections = sectionsOf(20, 20, 20)
    const whole = sections.reduce((sum, { text }) => sum + text.length + 2, 0)
    const seen = new Set<string>()
    for (let max = whole + 500; max > 620; max -= 37) {
      const text = fitSections(sections, {
        limit: { ...COMMENT_LIMIT, max },
        elsewhere: 'It is there.'
      })
      expect(text.length).toBeLessThanOrEqual(max)
      expect(text).toMatch(/^### 🔒 seccomp-lock: 🔺 /)
      const away = sections.filter(({ text: part }) => !text.includes(part))
      const names = away.map(({ name }) => name)
      expect(new Set(names)).toEqual(new Set(GOING.slice(0, names.length)))
      for (const name of names) seen.add(name)
    }
    expect([...seen]).toHaveLength(GOING.length)
  })
})
