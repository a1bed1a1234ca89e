import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { marked, type Tokens } from 'marked'

import { codeCell, codeSpan, fenced } from '../../../src/text/markdown.ts'
import { effort } from '../../support/effort.ts'
import { hostileText } from '../../support/profiles/arbitraries.ts'

/**
 * The text of a line that is one code span from end to end, by CommonMark
 * 0.31 section 6.1 and, for the pipe, GFM 0.29 section 4.10; undefined where
 * the line is anything else.
 */
function readCodeSpan(line: string): string | undefined {
  const [, fence = '', inside = ''] = /^(`+)(.*?)\1$/s.exec(line) ?? []
  const runs: string[] = inside.match(/`+/g) ?? []
  const closed = fence !== '' && !runs.includes(fence)
  const touches = inside.startsWith('`') || inside.endsWith('`')
  if (!closed || touches) return undefined
  return /^ .* $/.test(inside) ? inside.slice(1, -1) : inside
}

test.each([
  ['read', '`read`'],
  ['a`b', '``a`b``'],
  ['`a``', '``` `a`` ```'],
  [' a ', '`  a  `'],
  ['@somebody <b>', '`@somebody <b>`'],
  ['a\nb\u2028c\0', '`a\ufffdb\ufffdc\ufffd`']
])('%j is %s', (text, span) => {
  expect(codeSpan(text)).toBe(span)
})

const cut = (text: string) =>
  (text.length > 200 ? `${text.slice(0, 200)}…` : text).toWellFormed()

/** What has no place in a line, or shows another text than there is. */
const UNFIT = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu

test('is one code span of one line, whatever the text', () => {
  const notBlank = hostileText.filter(text => text.trim() !== '')
  fc.assert(
    fc.property(notBlank, text => {
      const span = codeSpan(text)
      expect(codeCell(text)).toBe(span.replaceAll('|', '\\|'))
      expect(span.search(UNFIT)).toBe(-1)
      expect(readCodeSpan(span)).toBe(cut(text.replace(UNFIT, '\ufffd')))
    }),
    { numRuns: effort(200, 2000) }
  )
})

test('is no empty pair of backticks, which would be text', () => {
  expect(readCodeSpan(codeSpan(''))).toBeDefined()
})

describe('text of several lines', () => {
  /** The text of the only block that there is between two others. */
  const readBlock = (text: string) => {
    const blocks = marked
      .lexer(`before\n\n${fenced(text)}\n\nafter`)
      .filter(({ type }) => type !== 'space')
    expect(blocks.map(({ type }) => type)).toEqual([
      'paragraph',
      'code',
      'paragraph'
    ])
    return (blocks[1] as Tokens.Code).text
  }

  test.each([
    ['plain', 'a\nb', 'a\nb'],
    ['a fence', '```\n# x\n```', '```\n# x\n```'],
    ['a longer one', '`````\n<b>', '`````\n<b>'],
    ['a fence of tildes', '~~~\n@m', '~~~\n@m'],
    ['ends of lines of other systems', 'a\r\nb\rc', 'a\nb\nc'],
    ['colours and a NUL', '\x1b[31ma\0', '\ufffd[31ma\ufffd'],
    ['separators of lines', 'a\u2028b\u2029c\x85', 'a\ufffdb\ufffdc\ufffd']
  ])('%s', (_, text, read) => {
    expect(readBlock(text)).toBe(read)
  })

  test('stays in its block, whatever it is', () => {
    const line = fc.oneof(
      hostileText,
      fc.constantFrom('```', '````', '~~~', '    x', '</details>', '> ', '- ')
    )
    const text = fc.array(line, { maxLength: 6 }).map(all => all.join('\n'))
    fc.assert(
      fc.property(text, text => {
        const clean = text
          .replace(/\r\n?/g, '\n')
          .replace(/(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, '\ufffd')
          .toWellFormed()
        // Of empty lines at the end, marked makes one more.
        expect(readBlock(text).trimEnd()).toBe(clean.trimEnd())
      }),
      { numRuns: effort(200, 2000) }
    )
  })
})
