import { describe, expect, test } from '@jest/globals'

import {
  renderDangers,
  renderNumbers,
  renderOrdinary,
  renderOthers,
  renderRisks,
  renderUnneeded
} from '../../../../src/report/review/changes.ts'
import type { Finding } from '../../../../src/verdict/finding.ts'
import type { Maker } from '../../../../src/verdict/maker.ts'
import type { Review } from '../../../../src/verdict/review.ts'
import { finding, review, risk } from '../../../support/findings.ts'

const by = (...comms: string[]): Maker => ({
  by: 'tests',
  programs: comms.map(comm => ({ comm, count: 2 })),
  runs: 1,
  of: 1
})
const portable = (standsInFor: string[] = []): Maker => ({
  by: 'portability',
  call: { name: 'x', runtimes: [], standsInFor }
})
const FOREIGN = { kind: 'setting', name: 'architecture: x86' } as const
const { base } = review()
if (base.kind !== 'read') throw new Error('the base is to be read')

describe('the numbers', () => {
  const counts = { before: 62, after: 64, podman: 310, docker: 305, known: 371 }
  const DEFAULTS = "(podman's default: 310, Docker's: 305)"
  test.each<[string, Partial<Review>, 'passed' | 'failed', string]>([
    [
      'more than before',
      { counts },
      'passed',
      `**62 → 64 of 371 calls allowed** ${DEFAULTS} · tests passed · compared with \`main\``
    ],
    [
      'as many',
      { counts: { ...counts, before: 64 } },
      'failed',
      `**64 of 371 calls allowed** ${DEFAULTS} · compared with \`main\``
    ],
    [
      'moved',
      { counts, base: { ...base, movedFrom: 'old/p.json' } },
      'passed',
      `**62 → 64 of 371 calls allowed** ${DEFAULTS} · tests passed · compared with \`old/p.json\` in \`main\``
    ],
    [
      'first',
      {
        counts: { ...counts, before: undefined },
        base: { ...base, hasFile: false }
      },
      'passed',
      `**64 of 371 calls allowed** ${DEFAULTS} · tests passed · \`main\` has no profile`
    ],
    [
      'unread',
      { counts, base: { kind: 'unread', name: 'main', why: 'git says `no`' } },
      'passed',
      `**62 → 64 of 371 calls allowed** ${DEFAULTS} · tests passed · **not compared with \`main\`**: git says \`no\``
    ],
    [
      'alone',
      {
        counts: { ...counts, before: undefined },
        base: { kind: 'none', why: 'it is a schedule' }
      },
      'passed',
      `**64 of 371 calls allowed** ${DEFAULTS} · tests passed`
    ]
  ])('%s', (_, members, tried, line) => {
    expect(renderNumbers(review(members), tried)).toBe(line)
  })
})

describe('the table of dangers', () => {
  const rowsOf = (members: Partial<Review>) =>
    renderDangers(review(members)).split('\n').slice(2)
  const link = (name: string) =>
    `[\`${name}\`](https://man7.org/linux/man-pages/man2/${name}.2.html)`

  test('is away where there are none', () => {
    expect(renderDangers(review({ findings: [finding('sync')] }))).toBe('')
  })

  test('a row says what it does, and who made it', () => {
    expect(
      rowsOf({
        findings: [
          finding('bpf', { maker: by('a|b', 'c`d') }),
          finding('clone', { way: 'refused with errno 1 -> allowed' })
        ],
        unnamed: [risk('bpf')]
      })
    ).toEqual([
      `| 🔴 | ${link('bpf')} | load programs into the kernel | \`a\\|b\` × 2, \`\`c\`d\`\` × 2 |`,
      `| 🟡 | ${link('clone')} · refused with errno 1 -> allowed | start processes in new namespaces | the tests |`
    ])
  })

  test.each<[Finding['defaults'], string]>([
    [
      { podman: 'refused', docker: 'refused' },
      " · ⚠️ podman's and Docker's defaults refuse it"
    ],
    [
      { podman: 'allowed', docker: 'refused' },
      " · ⚠️ Docker's default refuses it"
    ],
    [
      { podman: 'refused', docker: 'allowed' },
      " · ⚠️ podman's default refuses it"
    ],
    [{ podman: 'allowed', docker: 'allowed' }, ''],
    [{ podman: 'conditional', docker: 'conditional' }, '']
  ])('what the defaults refuse is said: %j', (defaults, text) => {
    const [row = ''] = rowsOf({ findings: [finding('bpf', { defaults })] })
    expect(row.split(' | ')[1]).toBe(`${link('bpf')}${text}`)
  })

  test('an accepted danger says by which word, why, and until when', () => {
    const accepted = {
      input: 'accept-dangerous',
      word: '@debug',
      reason: 'we | debug',
      until: '2027-01-01'
    } as const
    const [row = ''] = rowsOf({ findings: [finding('bpf', { accepted })] })
    expect(row).toMatch(/^\| 🟠 /)
    expect(row).toContain(
      ' · accepted by `accept-dangerous: @debug` until 2027-01-01: `we \\| debug` |'
    )
  })

  test('what was accepted until a day says so', () => {
    const expired = {
      word: 'bpf',
      reason: undefined,
      until: '2025-12-31',
      calls: new Set(['bpf'])
    }
    for (const found of [[], [finding('bpf')]]) {
      const rows = rowsOf({
        findings: found,
        unnamed: [risk('bpf', { expired })]
      })
      expect(rows).toHaveLength(1)
      expect(rows[0]).toContain(' · was accepted until 2025-12-31')
    }
  })

  test('since when the file has it', () => {
    const since = { commit: '0123456789', author: 'A | B' }
    const rows = rowsOf({
      findings: [
        finding('bpf', { comparison: 'proposed', since }),
        finding('mount', { comparison: 'proposed' }),
        finding('ptrace')
      ],
      unnamed: [risk('ptrace'), risk(FOREIGN), risk('keyctl')]
    })
    expect(rows.map(row => row.split(' | ').slice(4).join(' | '))).toEqual([
      '`0123456` by `A \\| B` |',
      'this change |',
      ' |',
      'before this change |',
      'before this change |'
    ])
  })

  test('where nothing is known of before, nothing is said of it', () => {
    const unnamed = [risk('bpf')]
    const base = { kind: 'none', why: 'it is a schedule' } as const
    expect(renderDangers(review({ base, unnamed }))).not.toContain('since')
  })

  test('has all that is dangerous, and twenty of what is notable', () => {
    const notable = finding('clone').danger
    const many = Array.from({ length: 25 }, (_, i) => `call${i}`)
    const text = renderDangers(
      review({
        findings: [
          ...many.map(name => finding(name, { danger: notable })),
          ...many.map(name => finding(name, { danger: finding('bpf').danger }))
        ]
      })
    )
    expect(text.match(/^\| 🔴 /gm)).toHaveLength(25)
    expect(text.match(/^\| 🟡 /gm)).toHaveLength(20)
    expect(text).toMatch(/\n\nAnd 5 more notable ones\.$/)
    // The dangerous ones come first, however the findings are sorted.
    expect(text.lastIndexOf('🔴')).toBeLessThan(text.indexOf('🟡'))
  })
})

describe('ordinary calls', () => {
  const of = (...found: Finding[]) =>
    renderOrdinary(review({ findings: found }))

  test.each<[string, Finding, string]>([
    [
      'needed',
      finding('sync', { maker: by('sh') }),
      '`sync` (sync), made by `sh` × 2.'
    ],
    [
      'proposed',
      finding('sync', { comparison: 'proposed', maker: { by: 'nobody' } }),
      '`sync` (sync), nobody in the tests: written by hand, in the file since this change.'
    ],
    [
      'of the runtime',
      finding('statx', { maker: { ...by('runc'), by: 'runtime' } as Maker }),
      '`statx` (files), the OCI runtime, to start the container: `runc` × 2.'
    ],
    [
      'of the policy',
      finding('sync', { maker: { by: 'policy', line: '@sync' } }),
      '`sync` (sync), not made here; the input `allow: @sync` names it.'
    ],
    [
      'that stands in',
      finding('openat2', { maker: portable(['open', 'openat']) }),
      '`openat2` comes with `open`, `openat`: other kernels and libcs use it instead.'
    ],
    [
      'of the vDSO',
      finding('time', { maker: portable() }),
      '`time`: not made here; answered by the vDSO (vdso(7)) where it can, and by a system call elsewhere.'
    ],
    [
      'in more ways',
      finding('sync', { way: 'refused with errno 1 -> allowed' }),
      '`sync` (sync), made by the tests: refused with errno 1 -> allowed.'
    ]
  ])('one %s', (_, found, text) => {
    expect(of(found)).toBe(text)
  })

  test('four are a fold, told by what they are for', () => {
    const text = of(...['chmod', 'link', 'sync', 'kill'].map(n => finding(n)))
    expect(text).toMatch(
      /^<details><summary>4 ordinary calls: files 2, sync 1, processes 1<\/summary>\n\n\| call \| for \| made by \|\n\|-\|-\|-\|\n\| \[`chmod`\]\([^)]*\) \| files \| the tests \|\n[^]*\n\n<\/details>$/
    )
  })

  test('41 are listed by name', () => {
    const many = Array.from({ length: 41 }, (_, i) => finding(`call${i}`))
    const text = of(...many, ...['chmod', 'link'].map(n => finding(n)))
    expect(text).not.toContain('|')
    expect(text).toContain('\n- files: `chmod`, `link`\n')
    expect(text.match(/`call\d+`/g)).toHaveLength(41)
  })

  test('those that nobody made here are apart', () => {
    const text = of(
      finding('sync'),
      ...['open', 'creat', 'link', 'stat'].map(name =>
        finding(name, { maker: portable() })
      )
    )
    expect(text).toContain('`sync` (sync), made by the tests.\n\n')
    expect(text).toContain(
      '<summary>4 calls that nobody made here, for other kernels and libcs</summary>'
    )
  })

  test('dangers, settings and what does not open are not among them', () => {
    expect(
      of(
        finding('bpf'),
        finding('clone'),
        finding(FOREIGN),
        finding('sync', { effect: 'narrows' }),
        finding('sync', { effect: 'changes' })
      )
    ).toBe('')
  })
})

test('what does not open is told in short', () => {
  expect(
    renderOthers(
      review({
        findings: [
          finding('sync'),
          finding('bind', { effect: 'narrows' }),
          finding('bpf', { effect: 'narrows' }),
          finding('clone', {
            effect: 'changes',
            way: 'allowed -> refused with errno 1'
          }),
          finding(FOREIGN, { effect: 'narrows', way: 'architectures: a -> b' })
        ]
      })
    )
  ).toBe(
    'No longer allowed: `bind`, `bpf`.\n\n- `clone`: allowed -> refused with errno 1\n- `architectures: a -> b`'
  )
  expect(renderOthers(review({ findings: [finding('sync')] }))).toBe('')
})

test('words that nothing needs are to be removed', () => {
  const word = (word: string) => ({
    word,
    reason: undefined,
    until: undefined,
    calls: new Set<string>()
  })
  expect(renderUnneeded(review())).toBe('')
  expect(renderUnneeded(review({ unneeded: [word('bpf')] }))).toBe(
    'Nothing in the profile needs `bpf` in `accept-dangerous`: remove it.'
  )
  expect(
    renderUnneeded(review({ unneeded: [word('bpf'), word('errno-0')] }))
  ).toMatch(/needs `bpf`, `errno-0` in .*: remove them\.$/)
})

test('each danger of the profile has its sentence', () => {
  const text = renderRisks(review({ risks: [risk('bpf'), risk(FOREIGN)] }))
  expect(text).toContain('dangerous or notable in the profile: 2</summary>')
  expect(text).toMatch(
    /^- \[`bpf`\]\(.*\) \(dangerous\): Loads .*\. Made by: the tests\.$/m
  )
  expect(text).toMatch(/^- `architecture: x86` \(dangerous\): Programs .*$/m)
  expect(renderRisks(review())).toBe('')
})
