import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { UserError } from '../../../src/errors.ts'
import { patchOf } from '../../../src/github/patch.ts'
import type { Denial, Why } from '../../../src/replay/denials.ts'
import { type Replay, SKIPPED } from '../../../src/replay/replay.ts'
import { renderReport } from '../../../src/report/report.ts'
import { joinSections } from '../../../src/report/sections.ts'
import {
  verificationSections,
  type Verified
} from '../../../src/report/verification.ts'
import { isPlain, prose } from '../../../src/text/markdown.ts'
import type { Finding } from '../../../src/verdict/finding.ts'
import type { Findings } from '../../../src/verdict/findings.ts'
import type { Maker } from '../../../src/verdict/maker.ts'
import type { Trail } from '../../../src/verdict/outcome.ts'
import type { Publication } from '../../../src/verdict/publication.ts'
import type { Review } from '../../../src/verdict/review.ts'
import { effort } from '../../support/effort.ts'
import {
  callsOf,
  finding,
  findings,
  review,
  risk
} from '../../support/findings.ts'
import {
  harmIn,
  hostile,
  hostileInCell,
  outsideCode
} from '../../support/hostile-text.ts'

describe('a sentence with the words of others', () => {
  test.each([
    ['It is so.', 'It is so.'],
    ['Only `a b` (and c): "d", it\'s e!', 'Only `a b` (and c): "d", it\'s e!'],
    ['under podman 5.4.2, crun 1.20,', 'under podman 5.4.2, crun 1.20,'],
    [
      '6.12.94+deb13-amd64, SCMP_ARCH_X86.',
      '6.12.94+deb13-amd64, SCMP_ARCH_X86.'
    ],
    ['pass cannot(2) and/or `x`/`y`', 'pass cannot(2) and/or `x`/`y`'],
    ['ask @somebody, (#1) or GH-1.', 'ask `@somebody`, (`#1`) or `GH-1`.'],
    ['a <b>c</b> [x](y) *z* ~q~', 'a `<b>c</b>` `[x](y)` `*z*` `~q~`'],
    [
      'https://x.org www.x.org a@x.org',
      '`https://x.org` `www.x.org` `a@x.org`'
    ],
    ['at 0123456 and abcdef0.', 'at `0123456` and `abcdef0`.'],
    [
      'an open ` here and `` there',
      'an open `` ` `` here and ``` `` ``` there'
    ],
    ['``a`b`` `` ` ``', '``a`b`` `` ` ``'],
    ['x`a`@b', '``x`a`@b``'],
    ['1. a 1. b', '`1`. a 1. b'],
    ['# a', '`#` a'],
    ['allowed -> refused', 'allowed -> refused'],
    ['a --> b', 'a `-->` b'],
    ['a\nb\u202ec', '`a\ufffdb\ufffdc`'],
    ['', '']
  ])('%j is %j', (sentence, text) => {
    expect(prose(sentence)).toBe(text)
    expect(prose(text)).toBe(text)
  })

  test('has nothing but words outside of code', () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const text = prose(`A ${a} word, \`${b}\` and ${b}.`)
        expect(text).not.toContain('\n')
        expect(harmIn(text)).toEqual([])
        expect(outsideCode(text)).toMatch(/^<p>[^]*<\/p>\n$/)
      }),
      { numRuns: effort(200, 2000) }
    )
  })

  // Spans are searched for in that only: the search takes time with its square.
  test.each([
    ['runs', Array.from({ length: 2000 }, (_, i) => '`'.repeat(i % 99))],
    ['one run', ['`'.repeat(1_000_000)]],
    ['runs of one', ['` '.repeat(1_000_000)]]
  ])('is made of its first 10,000 units: %s', (_, runs) => {
    const text = runs.join(' x')
    expect(prose(text)).toBe(prose(text.slice(0, 10_001)))
  })
})

/** Others' texts by what they are called; each is one, and its own. */
type Texts = (what: string) => string

const denial = (name: string, comm: string, why: Why): Denial => ({
  name,
  why,
  errno: 38,
  byRuntime: false,
  programs: [{ comm, count: 2 }]
})

function replayOf(texts: Texts, result: Replay['result']): Replay {
  const why: Why[] = [
    { kind: 'deny', line: texts('deny') },
    { kind: 'rule', at: { line: 1, column: 2 } },
    { kind: 'not recorded' },
    { kind: 'default' }
  ]
  return {
    ...SKIPPED,
    result,
    watch: 'bpftrace',
    rounds: 1,
    made: 7,
    denied: why.map(why => denial(texts('call'), texts('comm'), why)),
    healed: [denial(texts('healed'), texts('comm'), { kind: 'default' })],
    forOthers: [denial(texts('other'), texts('comm'), { kind: 'default' })],
    failure:
      result === 'failed'
        ? new UserError(texts('failure'), {
            code: 'recording',
            hint: texts('hint')
          })
        : undefined,
    canary: { filters: 1 },
    runtimes: [
      { result: 'starts', runtime: texts('runtime') },
      {
        result: 'refused',
        runtime: texts('runtime'),
        said: texts('said'),
        denied: [{ name: texts('call'), errno: 1, programs: [] }]
      }
    ]
  }
}

const DANGEROUS = finding('bpf').danger
const NOTABLE = finding('clone').danger

/** A review that has something to say of everything. */
function reviewOf(
  texts: Texts,
  isMoved: boolean,
  way = 'allowed -> refused with errno 1'
): Review {
  const programs = [{ comm: texts('comm'), count: 3 }]
  const tests = { by: 'tests', programs, runs: 1, of: 2 } as const
  const makers: Maker[] = [
    tests,
    { by: 'runtime', programs, runs: 1, of: 1 },
    { by: 'replay', programs },
    { by: 'policy', line: texts('allow') },
    {
      by: 'portability',
      call: { name: 'x', runtimes: [], standsInFor: [texts('standing')] }
    }
  ]
  const since = { commit: texts('sha'), author: texts('author') }
  const accepted = {
    input: 'accept-dangerous',
    word: texts('word'),
    reason: texts('reason'),
    until: '2027-01-01'
  } as const
  const expired = {
    word: texts('word'),
    reason: texts('reason'),
    until: '2025-12-31',
    calls: new Set<string>()
  }
  const found = makers.flatMap((maker, i): Finding[] => {
    const more = { maker, since, way, comparison: 'proposed' } as const
    return [
      finding(texts(`dangerous ${i}`), {
        ...more,
        danger: DANGEROUS,
        accepted
      }),
      finding(texts(`notable ${i}`), { ...more, danger: NOTABLE }),
      finding(texts(`needed ${i}`), { maker, way }),
      finding(texts(`closed ${i}`), { ...more, effect: 'narrows' }),
      finding(texts(`changed ${i}`), { ...more, effect: 'changes' })
    ]
  })
  const unnamed = [
    risk(texts('dangerous 0'), { danger: DANGEROUS, expired }),
    risk(texts('unnamed'), { danger: DANGEROUS, maker: tests })
  ]
  const flags = { kind: 'setting', name: 'flags' } as const
  return review({
    base: {
      kind: 'read',
      name: texts('base'),
      commit: 'c',
      movedFrom: isMoved ? texts('moved') : undefined,
      hasFile: true
    },
    findings: [
      ...found,
      finding(flags, {
        effect: 'changes',
        way: `flags: none -> ${texts('flag')}`
      })
    ],
    risks: unnamed,
    unnamed: isMoved ? unnamed : [],
    unneeded: [{ ...expired, word: texts('unneeded') }]
  })
}

const trailOf = (texts: Texts): Trail => ({
  runUrl: 'https://github.com/octo/app/actions/runs/1',
  sha: texts('sha'),
  mergedInto: texts('base')
})

/** A run that has something to say of everything. */
function foundOf(
  texts: Texts,
  chosen: {
    judgement: Omit<Findings['judgement'], 'denied'>
    isDenied: boolean
    isMoved: boolean
    result: Replay['result']
  }
): Findings {
  const names = [1, 2, 3].map(i => texts(`added ${i}`))
  const [first = '', second = '', third = ''] = names
  const programs = [{ comm: texts('comm'), count: 3 }]
  const call = { programs, runs: 1, origin: 'application' as const }
  return findings({
    judgement: {
      ...chosen.judgement,
      denied: chosen.isDenied
        ? [
            {
              name: texts('denied'),
              line: texts('deny'),
              why: ['allowed by a user rule', 'recorded']
            }
          ]
        : []
    },
    diff: {
      added: names,
      removed: [texts('removed')],
      changed: [texts('changed')],
      ways: new Map([[second, 'allowed -> refused with errno 1']]),
      settings: [`flags: none -> ${texts('setting')}`]
    },
    profile: texts('profile'),
    review: reviewOf(texts, chosen.isMoved),
    image: texts('image'),
    machine: texts('machine'),
    byPolicy: new Map([[second, texts('allow')]]),
    governed: [texts('governed')],
    drift: [third],
    unseen: [texts('unseen')],
    pending: [{ name: texts('pending'), unseen: 1, more: 2 }],
    unknown: [texts('unknown')],
    leftOut: [{ name: texts('left'), why: 'refused by the default profile' }],
    portable: [
      { name: first, runtimes: [], standsInFor: [texts('standing')] },
      { name: texts('portable'), runtimes: ['crun 1.8.1'], standsInFor: [] }
    ],
    runs: 2,
    calls: callsOf({ name: second, ...call }, { name: 'read', ...call }),
    refused: [{ name: texts('refused'), errno: 1, programs }],
    replay: replayOf(texts, chosen.result)
  })
}

/** Each text is what is drawn for it, between letters of its own. */
const textsOf =
  (drawn: readonly string[]): Texts =>
  what => {
    const sum = Buffer.from(what).reduce((sum, byte) => sum * 31 + byte, 7)
    const text = drawn[sum % Math.max(1, drawn.length)] ?? ''
    return `QZQZQZQZ${text}${what.replaceAll(/\W/g, '')}QZQZQZQZ`
  }

const NO_HARM: Texts = textsOf([])

const kinds = fc.constantFrom<Publication['kind'] | undefined>(
  'committed',
  'there',
  'superseded',
  'gone',
  'refused',
  'left',
  undefined
)

function publicationOf(
  kind: Publication['kind'] | undefined,
  texts: Texts,
  why: string
): Publication | undefined {
  const ref = `refs/heads/${texts('branch')}`
  switch (kind) {
    case undefined:
      return undefined
    case 'committed':
      return { kind, ref, sha: texts('sha') }
    case 'left':
      return { kind, why }
    case 'refused':
      return { kind, ref, why }
    case 'there':
    case 'superseded':
    case 'gone':
      return { kind, ref }
  }
}

const chosen = fc.record({
  judgement: fc.record({
    verdict: fc.constantFrom(
      'created',
      'added',
      'changed',
      'removed',
      'unchanged'
    ),
    reasons: fc.constant([])
  }),
  isDenied: fc.boolean(),
  isMoved: fc.boolean(),
  result: fc.constantFrom<Replay['result']>('passed', 'healed', 'failed')
})

const drawn = fc.array(hostileInCell, { minLength: 1, maxLength: 12 })

describe('whatever a container, a profile, a branch or GitHub says', () => {
  /** A profile with a rule whose comment is a text of several lines. */
  const profileWith = (text: string) => `{\n  "comment": "${text}"\n}\n`

  test('a report has the same shape, and all of it in code', () => {
    fc.assert(
      fc.property(drawn, chosen, kinds, (drawn, chosen, kind) => {
        const report = (texts: Texts, patch: string) =>
          renderReport(foundOf(texts, chosen), {
            publication: publicationOf(kind, texts, 'the reason'),
            patch,
            label: texts('label'),
            trail: trailOf(texts)
          })
        const texts = textsOf(drawn)
        const patch = patchOf(
          texts('file'),
          profileWith(texts('old')),
          profileWith(texts('new'))
        )
        const told = report(texts, patch)
        const plain = isPlain(patch) ? '+a\n' : '+\0\n'
        const shape = (text: string) =>
          outsideCode(text).replace(/Patch \(\d+ lines?\)/, 'Patch')
        expect(shape(told)).toBe(shape(report(NO_HARM, plain)))
        expect(outsideCode(told)).not.toContain('QZQZ')
        expect(harmIn(told)).toEqual([])
      }),
      { numRuns: effort(60, 400) }
    )
  })

  test('what is said in sentences is words, or in code', () => {
    const sentences = fc.array(hostile, { maxLength: 3 })
    fc.assert(
      fc.property(
        sentences,
        hostile,
        chosen,
        kinds,
        (sentences, said, chosen, kind) => {
          const report = (sentences: string[], said: string) =>
            renderReport(
              {
                ...foundOf(NO_HARM, chosen),
                review: {
                  ...reviewOf(
                    NO_HARM,
                    chosen.isMoved,
                    `refused on ${said.replace(/\\+(?=\||$)/g, '')}`
                  ),
                  base: { kind: 'unread', name: 'main', why: `git: ${said}` }
                },
                doubts: sentences.map(s => `Nobody knows ${s}.`),
                blind: sentences.map(s => `Nobody saw \`${s}\`.`),
                provenance: `Recorded under podman ${said}, kernel ${said}.`
              },
              { publication: publicationOf(kind, NO_HARM, `GitHub: ${said}`) }
            )
          const told = report(sentences, said)
          expect(harmIn(told)).toEqual([])
          const blocks = (text: string) =>
            outsideCode(text).match(
              /<\/?(?:h\d|p|table|t\w+|ul|ol|li|details|summary|sub|pre)\b/g
            )
          const none = sentences.map(() => 'it')
          expect(blocks(told)).toEqual(blocks(report(none, 'no')))
        }
      ),
      { numRuns: effort(60, 400) }
    )
  })

  test('a verification has the same shape, and all of it in code', () => {
    const result = fc.constantFrom<Replay['result']>('passed', 'failed')
    fc.assert(
      fc.property(drawn, result, (drawn, result) => {
        const verified = (texts: Texts): Verified => ({
          replay: replayOf(texts, result),
          review: reviewOf(texts, true),
          profile: texts('profile'),
          isDenyList: false,
          image: texts('image'),
          machine: texts('machine')
        })
        const report = (texts: Texts) =>
          joinSections(verificationSections(verified(texts), trailOf(texts)))
        const told = report(textsOf(drawn))
        expect(outsideCode(told)).toBe(outsideCode(report(NO_HARM)))
        expect(harmIn(told)).toEqual([])
      }),
      { numRuns: effort(60, 400) }
    )
  })

  test('a run whose address is not plain has no link', () => {
    const trail = { ...trailOf(NO_HARM), runUrl: 'https://x/) ![a](http://y' }
    const told = renderReport(findings(), { trail })
    expect(told).not.toContain('full report')
    expect(harmIn(told)).toEqual([])
  })

  test('no section can be broken out of into the next one', () => {
    // Each fold and each block of code ends in the section that it began in.
    fc.assert(
      fc.property(drawn, chosen, (drawn, chosen) => {
        const texts = textsOf(drawn)
        const patch = `+${texts('patch').replaceAll('\n', '\n+')}\n`
        const trail = { ...trailOf(NO_HARM), runUrl: undefined }
        const told = renderReport(foundOf(texts, chosen), { patch, trail })
        const count = (tag: string) => outsideCode(told).split(tag).length
        expect(count('<details>')).toBe(count('</details>'))
        expect(told).toMatch(
          /\n<sub>Recorded somewhere\.<\/sub>\n\n<sub>tested/
        )
        expect(outsideCode(told)).toMatch(
          /<p><sub>Recorded somewhere\.<\/sub><\/p>\n<p><sub>tested [^]*<\/sub><\/p>\n$/
        )
      }),
      { numRuns: effort(60, 200) }
    )
  })
})
