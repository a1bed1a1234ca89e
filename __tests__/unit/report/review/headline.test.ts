import { describe, expect, test } from '@jest/globals'

import { UserError } from '../../../../src/errors.ts'
import { failedReplay } from '../../../../src/replay/replay.ts'
import { renderHeading, renderReport } from '../../../../src/report/report.ts'
import {
  headlineOf,
  verifiedHeadline
} from '../../../../src/report/review/headline.ts'
import type { Finding } from '../../../../src/verdict/finding.ts'
import type { Findings } from '../../../../src/verdict/findings.ts'
import type { Review } from '../../../../src/verdict/review.ts'
import type { Verdict } from '../../../../src/verdict/verdict.ts'
import { finding, findings, review, risk } from '../../../support/findings.ts'

const DELETED = { kind: 'file', name: 'deleted' } as const
const DEFAULT = { kind: 'setting', name: 'default-action' } as const
const FOREIGN = { kind: 'setting', name: 'architecture: x86' } as const

const needed = (...names: string[]) => names.map(name => finding(name))
const proposed = (...names: string[]): Finding[] =>
  names.map(name => finding(name, { comparison: 'proposed' }))
const risks = (...names: string[]) => names.map(name => risk(name))
const some = (count: number) =>
  Array.from({ length: count }, (_, i) => `call${i}`)
const code = (...names: string[]) => names.map(n => `\`${n}\``).join(', ')

const of = (
  told: Partial<Review>,
  verdict: Verdict = 'unchanged',
  members: Partial<Findings> = {}
) =>
  findings({
    review: review(told),
    judgement: { verdict, reasons: [], denied: [] },
    ...members
  })

const denied = (names: string[], line?: string): Partial<Findings> => ({
  judgement: {
    verdict: 'added',
    reasons: ['denied'],
    denied: names.map(name => ({
      name,
      line: line ?? name,
      why: ['recorded']
    }))
  }
})

const { diff } = findings()

describe('the heading says what is worst, and names it', () => {
  test.each<[string, Findings, string]>([
    ['nothing', of({}), '✅ `seccomp.json` is what the tests need'],
    [
      'a harmless call',
      of({ findings: needed('sync') }, 'added'),
      '🔺 1 new call in `seccomp.json`, none dangerous: `sync`'
    ],
    [
      'four harmless calls',
      of({ findings: needed(...some(4)) }, 'added'),
      `🔺 4 new calls in \`seccomp.json\`, none dangerous: ${code('call0', 'call1', 'call2')} and 1 more`
    ],
    [
      'a dangerous call that is accepted',
      of({ findings: needed('bpf', 'sync') }, 'added'),
      '🔺 2 new calls in `seccomp.json`, 1 dangerous, accepted: `bpf`, `sync`'
    ],
    [
      'another architecture, accepted',
      of({ findings: [finding(FOREIGN)] }, 'added'),
      '🔺 `seccomp.json` allows the calls of another architecture (`architecture: x86`)'
    ],
    [
      'a first file',
      of({ findings: needed('sync') }, 'created', {
        diff: { ...diff, added: ['sync'] }
      }),
      '🆕 a first `seccomp.json`: 1 system call, none dangerous'
    ],
    [
      'a removal',
      of({}, 'removed', { diff: { ...diff, removed: ['bpf'] } }),
      '🔻 1 system call left `seccomp.json`: `bpf`'
    ],
    [
      'a change',
      of(
        {
          findings: [
            finding('clone', { effect: 'changes' }),
            finding('mkdir', { effect: 'narrows' }),
            finding(
              { kind: 'setting', name: 'default-errno' },
              { effect: 'changes', way: 'default errno: 38 -> 1' }
            )
          ]
        },
        'changed'
      ),
      '🔶 `seccomp.json` changes: 1 system call treated differently: `clone`; 1 system call no longer allowed: `mkdir`; `default errno: 38 -> 1`'
    ],
    [
      'a new dangerous call that nobody named',
      of({ findings: needed('bpf'), unnamed: risks('bpf') }, 'added'),
      '❌ 1 new dangerous call in `seccomp.json`: `bpf`'
    ],
    [
      'three of 32',
      of(
        {
          findings: needed('bpf', 'mount', 'ptrace', ...some(29)),
          unnamed: risks('bpf', 'mount', 'ptrace')
        },
        'added'
      ),
      '❌ 3 dangerous calls among 32 new ones in `seccomp.json`: `bpf`, `mount`, `ptrace`'
    ],
    [
      'one that both comparisons have',
      of(
        {
          findings: [...needed('bpf'), ...proposed('bpf')],
          unnamed: risks('bpf')
        },
        'added'
      ),
      '❌ 1 new dangerous call in `seccomp.json`: `bpf`'
    ],
    [
      'one from before',
      of({ unnamed: risks('bpf') }),
      '❌ 1 dangerous call in `seccomp.json` that the workflow does not name: `bpf`'
    ],
    [
      'settings and a call',
      of({ unnamed: [risk(DEFAULT), risk(FOREIGN), risk('bpf')] }),
      '❌ `seccomp.json` lets through every call that it does not list (`default-action`); `seccomp.json` allows the calls of another architecture (`architecture: x86`); 1 dangerous call in `seccomp.json` that the workflow does not name: `bpf`'
    ],
    [
      'a deletion',
      of({ isDeleted: true, unnamed: [risk(DELETED), risk('bpf')] }),
      '❌ this change deletes `seccomp.json`'
    ],
    [
      'what the change adds, where the tests need nothing more',
      of({ findings: proposed('chmod', 'sync') }),
      '✅ locked. This change adds 2 calls to `seccomp.json`: `chmod`, `sync`'
    ],
    [
      'the same, dangerous and accepted',
      of({ findings: proposed('bpf', 'sync') }),
      '✅ locked. This change adds 2 calls to `seccomp.json`, 1 dangerous: `bpf`, `sync`'
    ],
    [
      'the same, with a setting',
      of({
        findings: [
          ...proposed('bpf'),
          finding(DEFAULT, { comparison: 'proposed' })
        ]
      }),
      '✅ locked. This change adds 1 dangerous call to `seccomp.json`: `bpf`; it lets through every call that it does not list (`default-action`)'
    ],
    [
      'a setting alone',
      of({ findings: [finding(DEFAULT, { comparison: 'proposed' })] }),
      '✅ locked. This change opens `seccomp.json`, which now lets through every call that it does not list (`default-action`)'
    ],
    [
      'a narrower file',
      of({
        findings: [
          finding('bind', { comparison: 'proposed', effect: 'narrows' })
        ]
      }),
      '✅ locked. This change makes `seccomp.json` narrower: 1 system call no longer allowed: `bind`'
    ],
    [
      'a denied call, whatever else there is',
      of(
        { findings: needed('bpf'), unnamed: risks('bpf') },
        'added',
        denied(['socket'])
      ),
      '⛔ 1 system call is needed but denied, so `seccomp.json` was not written: `socket`'
    ],
    [
      'calls that a group denies',
      of({}, 'added', denied(['bind', 'socket'], '@network-io')),
      '⛔ 2 system calls are needed but denied, so `seccomp.json` was not written: `bind` (by `@network-io`), `socket` (by `@network-io`)'
    ],
    [
      'nine denied calls',
      of({}, 'added', denied(some(9))),
      `⛔ 9 system calls are needed but denied, so \`seccomp.json\` was not written: ${code(...some(8))} and 1 more`
    ],
    [
      'a failed replay, whatever else there is',
      of({ unnamed: risks('bpf') }, 'added', {
        ...denied(['socket']),
        replay: failedReplay(new UserError('x', { code: 'recording' }))
      }),
      '⛔ the new `seccomp.json` could not be shown to work, so it was not written'
    ]
  ])('%s', (_, found, line) => {
    expect(renderHeading(headlineOf(found))).toBe(
      `### 🔒 seccomp-lock: ${line}`
    )
  })

  test('a first file of the change', () => {
    const { base } = review()
    if (base.kind !== 'read') throw new Error('no base')
    const first = { ...base, hasFile: false }
    const found = of({ findings: proposed('sync', 'bpf'), base: first })
    expect(headlineOf(found).line).toBe(
      'locked. This change adds a first `seccomp.json`: 2 system calls, 1 dangerous, accepted'
    )
  })

  test.each<[string, Findings]>([
    ['call0', of({ findings: needed(...some(500)) }, 'added')],
    ['bpf', of({ findings: needed('bpf'), unnamed: risks('bpf') }, 'added')],
    ['bpf', of({ unnamed: risks('bpf') })],
    ['bpf', of({ findings: proposed('bpf') })],
    ['default-action', of({ unnamed: [risk(DEFAULT)] })],
    ['deletes', of({ isDeleted: true, unnamed: [risk(DELETED)] })],
    ['socket', of({}, 'added', denied(['socket']))]
  ])('%s is within the first 200 characters', (name, found) => {
    expect(renderReport(found).slice(0, 200)).toContain(name)
  })
})

describe('a verification', () => {
  const verified = (
    told: Partial<Review>,
    isDenyList = false,
    isWatched = true
  ) => {
    const { mark, line } = verifiedHeadline(
      review(told),
      'p.json',
      isDenyList,
      isWatched
    )
    return `${mark} ${line}`
  }

  test.each([
    [
      'nothing',
      verified({}),
      '✅ the tests pass under `p.json`, which refuses nothing that they need'
    ],
    [
      'unwatched',
      verified({}, false, false),
      '✅ the tests pass under `p.json`'
    ],
    [
      'a deny-list',
      verified({}, true),
      '⚠️ the tests pass under `p.json`, which lets through whatever it does not list'
    ],
    [
      'a change',
      verified({ findings: proposed('sync') }),
      '✅ verified. This change adds 1 call to `p.json`: `sync`'
    ],
    [
      'a danger',
      verified({ unnamed: risks('bpf') }, true),
      '❌ 1 dangerous call in `p.json` that the workflow does not name: `bpf`'
    ]
  ])('%s', (_, line, expected) => {
    expect(line).toBe(expected)
  })
})
