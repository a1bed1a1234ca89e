/** Longer than any system call's name or setting; the rest is not shown. */
const MAX = 200

/**
 * A text that others may have chosen, as a Markdown code span: GitHub turns
 * nothing in it into a mention, link, image or HTML.
 */
export function codeSpan(text: string): string {
  const line = shortened(oneLine(text), MAX)
  const fence = '`'.repeat(longestRun(line) + 1)
  const pad = /^`|`$|^ .* $/.test(line) || line === '' ? ' ' : ''
  return `${fence}${pad}${line}${pad}${fence}`
}

/** The same for a cell of a table, where a bare `|` would end the cell. */
export function codeCell(text: string): string {
  return codeSpan(text).replaceAll('|', '\\|')
}

/** The length of the longest run of backticks; a text can have very many. */
const longestRun = (text: string) =>
  (text.match(/`+/g) ?? []).reduce((max, run) => Math.max(max, run.length), 0)

/** A text on one line, with no invisible characters. */
export const oneLine = (text: string) => text.replace(UNFIT_IN_LINE, '\ufffd')

/** At most `max` UTF-16 units of a text, without half a character. */
export function shortened(text: string, max: number): string {
  const short = text.length > max ? `${text.slice(0, max)}…` : text
  return short.toWellFormed()
}

/**
 * A sentence that may contain others' words. Its code spans stay, and every
 * word that could be more than plain text becomes one.
 *
 * @param span for a line, or for a table's cell
 */
export function prose(
  sentence: string,
  span: typeof codeSpan | typeof codeCell = codeSpan
): string {
  return shortened(oneLine(sentence), MAX_SENTENCE).replace(
    TOKEN,
    (token, _, at) => {
      const [, open = '', word = '', close = ''] = AROUND.exec(token) ?? []
      if (word === '') return token
      const isItem = at === 0 && /^\d+[.)]$/.test(token)
      if (isHarmless(word) && !isItem) {
        const text = word.replace(CODE, code => span(readSpan(code)))
        return `${open}${text}${close}`
      }
      const [, all = '', end = ''] = ENDED.exec(token) ?? []
      return open === '' ? `${span(all)}${end}` : `${open}${span(word)}${close}`
    }
  )
}

/** Longer than any sentence of ours. */
const MAX_SENTENCE = 10_000

/** A code span: CommonMark 0.31, section 6.1. */
const CODE = /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g

/** A part between spaces; spaces within a code span do not count. */
const TOKEN = new RegExp(`(?:${CODE.source}|[^ ])+`, 'g')

/** Punctuation around a word in a sentence, which is never markup. */
const AROUND = /^(["'(]{0,2})(.*?)([)"',.;:?!]{0,4})$/
const ENDED = /^(.*?)([,.;:?!]{0,4})$/

/**
 * Whether CommonMark and GitHub take a word for plain text, apart from its code
 * spans: without markup, and not a mention, an address, an issue's number or a
 * commit's ID.
 */
function isHarmless(word: string): boolean {
  const [spans, none] = [word.replace(CODE, 'x'), word.replace(CODE, ' ')]
  if (word === '->') return true
  return (
    /^[a-z0-9]+(?:[-.'_(+/][a-z0-9]+)*$/i.test(spans) &&
    !/\bwww\.|[a-z]-\d|\b[0-9a-f]{7,}\b/i.test(none)
  )
}

/** A code span's text. */
function readSpan(code: string): string {
  const inside = code.replace(/^`+|`+$/g, '')
  const isPadded = /^ .* $/.test(inside) && inside.trim() !== ''
  return isPadded ? inside.slice(1, -1) : inside
}

/** Text of several lines that others may have chosen, as a code block. */
export function fenced(text: string, language = 'text'): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(UNFIT, '\ufffd')
    .toWellFormed()
  const fence = '`'.repeat(Math.max(2, longestRun(clean)) + 1)
  return `${fence}${language}\n${clean}\n${fence}`
}

/**
 * Control characters, line separators, and characters that change the direction
 * of writing, which would make this text and its neighbours look different.
 */
const UNFIT_IN_LINE = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu

/** The same, except for tabs and line ends. */
const UNFIT = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu

/**
 * Whether a page can carry a text of several lines unchanged and show it as it
 * is. U+FFFD stands for bytes that were already lost.
 */
export function isPlain(text: string): boolean {
  return (
    text.search(UNFIT) < 0 && !text.includes('\ufffd') && text.isWellFormed()
  )
}
