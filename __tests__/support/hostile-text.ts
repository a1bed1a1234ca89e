import fc from 'fast-check'
import { marked } from 'marked'

import { hostileText } from './profiles/arbitraries.ts'

/** What GitHub or CommonMark makes something of, outside of code. */
const TRICKS = [
  '@somebody',
  '@org/team',
  '#1',
  'GH-1',
  'owner/repo#1',
  ':tada:',
  '0123456789abcdef0123456789abcdef01234567',
  '[^1]',
  '[^1]: note',
  'www.example.org',
  'https://example.org',
  'a@example.org',
  '<img src=x>',
  '</details>',
  '</summary>',
  '</sub>',
  '<!--',
  '-->',
  '](http://x)',
  '[a](http://x)',
  '![a](http://x)',
  '[a]: http://x',
  '```',
  '````',
  '~~~',
  '$`x`$',
  '$$',
  '**',
  '__',
  '~~',
  '&lt;',
  '&#64;',
  '\n\n',
  '\n# ',
  '\n> ',
  '\n- ',
  '\n1. ',
  '\n| a |\n',
  '    ',
  '---',
  '\u202e',
  '\u2066',
  '\u061c',
  '\u200f',
  '\ud800',
  '::error::x',
  '\n::error::x',
  '\n##[error]x',
  '::stop-commands::x'
]

/** Text that would be more than text, if it could. */
export const hostile: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...TRICKS),
      hostileText,
      fc.constantFrom(' ', '. ', ', ', '`', '``', 'word')
    ),
    { maxLength: 6 }
  )
  .map(parts => parts.join(''))

/**
 * The same for tables that marked reads. Unlike GitHub's cmark-gfm, which
 * takes any `|` behind a backslash for escaped, it counts the backslashes.
 */
export const hostileInCell = hostile.map(text =>
  text.replace(/\\+(?=\||$)/g, '')
)

/** What a page makes of Markdown. */
export const htmlOf = (markdown: string) =>
  marked.parse(markdown, { async: false, gfm: true })

/** The same without what stands in code. */
export const outsideCode = (markdown: string) =>
  htmlOf(markdown)
    .replace(/<pre>[^]*?<\/pre>/g, '<pre/>')
    .replace(/<code>[^]*?<\/code>/g, '<code/>')

/** The links that a report has: to a call's manual page, and to the run. */
const OWN_LINK =
  /<a href="https:\/\/(?:man7\.org\/linux\/man-pages\/man2\/\w+\.2\.html|github\.com\/[\w./-]+\/runs\/\d+)">([^]*?)<\/a>/g

/** The tags that a report has. */
const TAG =
  /<\/?(?:h[23]|p|table|thead|tbody|tr|t[hd]|ul|li|strong|sub|details|summary|pre|code)\/?>/g

/**
 * What a text has outside of code that must not be there: other tags, and what
 * GitHub makes links, mentions, references, pictures or formulas of.
 */
export function harmIn(markdown: string): string[] {
  const text = outsideCode(markdown)
    .replace(OWN_LINK, '$1')
    .replace(TAG, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '\u203a')
  const marks = /[<@#[\]`~$\\|&]|:\/\/|\bwww\.|\bGH-|:\w+:|\*\*|__/gi
  const ids = /\b[0-9a-f]{7,40}\b/g
  const unfit = /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu
  return [marks, ids, unfit].flatMap(what => text.match(what) ?? [])
}
