import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import {
  formatMarker,
  type Marker,
  parseMarker
} from '../../../src/github/marker.ts'
import {
  COMMENT_LIMIT,
  fitSections,
  joinSections,
  type Limit,
  type Section,
  SUMMARY_LIMIT
} from '../../../src/report/sections.ts'
import { anyText } from '../../support/profiles/any-text.ts'

const MARKER: Marker = {
  key: 'api',
  run: { id: 1, number: 1, attempt: 1, sha: 'abc' }
}
const ELSEWHERE = 'The whole report is in the job summary.'

const section = (name: string, rank: number, text: string): Section => ({
  name,
  rank,
  text
})

const units = (max: number): Limit => ({ ...COMMENT_LIMIT, max })

const body = (sections: Section[], limit: Limit, marker?: Marker) =>
  fitSections(sections, {
    limit,
    elsewhere: ELSEWHERE,
    ...(marker && { marker: formatMarker(marker) })
  })

describe('what fits', () => {
  const sections = [
    section('Headline', 9, '## It is well\n'),
    section('Empty', 9, ''),
    section('Table', 1, '| a |\n|---|\n| b |\n\n')
  ]
  test('is all there', () => {
    expect(body(sections, COMMENT_LIMIT)).toBe(
      '## It is well\n\n| a |\n|---|\n| b |\n'
    )
    expect(joinSections(sections)).toBe(body(sections, COMMENT_LIMIT))
    expect(body([], COMMENT_LIMIT)).toBe('')
  })

  test('the marker is first', () => {
    const text = body(sections, COMMENT_LIMIT, MARKER)
    expect(text).toBe(
      `${formatMarker(MARKER)}\n\n${body(sections, COMMENT_LIMIT)}`
    )
    expect(parseMarker(text)).toEqual(MARKER)
  })
})

describe('what does not fit', () => {
  const sections = [
    section('Headline', 9, 'h'.repeat(100)),
    section('Calls', 1, 'c'.repeat(200)),
    section('Small', 2, 's'.repeat(20)),
    section('Programs', 1, 'p'.repeat(200))
  ]
  const said = (names: string) =>
    `<sub>Left out here for length: ${names}. ${ELSEWHERE}</sub>\n`
  const [h, c, s] = sections.map(({ text }) => text)

  test.each([
    ['all of it', 527, undefined],
    [
      'the last of the least rank',
      526,
      `${h}\n\n${c}\n\n${s}\n\n${said('Programs')}`
    ],
    ['all of that rank', 300, `${h}\n\n${s}\n\n${said('Calls, Programs')}`],
    [
      'the next, however small',
      215,
      `${h}\n\n${said('Calls, Small, Programs')}`
    ],
    ['everything', 120, said('Headline, Calls, Small, Programs')],
    ['even the note', 20, '']
  ])('%s', (_, max, expected) => {
    const all = `${sections.map(({ text }) => text).join('\n\n')}\n`
    const text = body(sections, units(max))
    expect(text).toBe(expected ?? all)
    expect(text.length).toBeLessThanOrEqual(max)
  })

  test('the marker stays', () => {
    const line = `${formatMarker(MARKER)}\n`
    expect(body(sections, units(line.length), MARKER)).toBe(line)
    expect(() => body(sections, units(line.length - 1), MARKER)).toThrow(
      RangeError
    )
  })

  test('a comment is counted in UTF-16, a summary in UTF-8', () => {
    const of = (text: string, limit: Limit) =>
      body([section('x', 1, text)], limit).includes('Left out here')
    expect(of('x'.repeat(65_535), COMMENT_LIMIT)).toBe(false)
    expect(of('x'.repeat(65_536), COMMENT_LIMIT)).toBe(true)
    expect(of('ü'.repeat(65_535), COMMENT_LIMIT)).toBe(false)
    expect(of('🌈'.repeat(32_767), COMMENT_LIMIT)).toBe(false)
    expect(of('🌈'.repeat(32_768), COMMENT_LIMIT)).toBe(true)
    expect(of('x'.repeat(1_048_575), SUMMARY_LIMIT)).toBe(false)
    expect(of('x'.repeat(1_048_576), SUMMARY_LIMIT)).toBe(true)
    expect(of('ü'.repeat(524_288), SUMMARY_LIMIT)).toBe(true)
  })

  test('sections are whole or away, in their order, the least first', () => {
    const sections = fc
      .array(
        fc.record({
          text: fc.oneof(
            anyText({ maxLength: 60 }),
            fc.constant('```text\nx\n```'),
            fc.constant('| a |\n|---|\n| b |')
          ),
          rank: fc.nat(3)
        }),
        { maxLength: 8 }
      )
      .map(list =>
        // Its name in the text tells where it stands.
        list.map(({ text, rank }, i) =>
          section(`[${i}]`, rank, text && `§${i} ${text} ${i}§`)
        )
      )
    const limits = fc.oneof(
      fc.integer({ min: 200, max: 700 }).map(units),
      fc.integer({ min: 200, max: 700 }).map(max => ({ ...SUMMARY_LIMIT, max }))
    )
    fc.assert(
      fc.property(sections, limits, fc.boolean(), (sections, limit, isOurs) => {
        const text = body(sections, limit, isOurs ? MARKER : undefined)
        expect(limit.sizeOf(text)).toBeLessThanOrEqual(limit.max)
        if (isOurs) expect(parseMarker(text)).toEqual(MARKER)
        const full = sections.filter(({ text }) => text !== '')
        const shown = full.filter(section => text.includes(section.text))
        const gone = full.filter(section => !shown.includes(section))
        expect(text).toContain(shown.map(({ text }) => text).join('\n\n'))
        const note = /<sub>Left out here for length: (.*)\. The/.exec(
          text.slice(text.lastIndexOf('<sub>Left out here'))
        )
        if (gone.length > 0 && note) {
          expect(note[1]).toBe(gone.map(({ name }) => name).join(', '))
          expect(text.trimEnd().split('\n').at(-1)).toContain(
            '<sub>Left out here'
          )
        } else if (gone.length > 0) expect(shown).toEqual([])
        const least = Math.min(...shown.map(({ rank }) => rank))
        for (const { rank } of gone) expect(rank).toBeLessThanOrEqual(least)
      })
    )
  })
})
