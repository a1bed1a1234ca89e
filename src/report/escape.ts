/** Longer than any system call's name or setting; the rest is not shown. */
const MAX = 200

/**
 * A text that others may have chosen, as a Markdown code span: in it GitHub
 * makes no mention, link, image or HTML of anything.
 */
export function codeSpan(text: string): string {
  const whole = text.replace(/[\p{Cc}\u2028\u2029]/gu, '\ufffd')
  const line = whole.length > MAX ? `${whole.slice(0, MAX)}…` : whole
  const runs = line.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs.map(r => r.length)) + 1)
  const pad = /^`|`$|^ .* $/.test(line) || line === '' ? ' ' : ''
  return `${fence}${pad}${line}${pad}${fence}`
}

/** The same for a cell of a table, where a bare `|` would end the cell. */
export function codeCell(text: string): string {
  return codeSpan(text).replaceAll('|', '\\|')
}

/** Text of several lines that others may have chosen, as a code block. */
export function fenced(text: string, language = 'text'): string {
  const clean = text.replace(/\r\n?/g, '\n').replace(UNFIT, '\ufffd')
  const runs = clean.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(2, ...runs.map(run => run.length)) + 1)
  return `${fence}${language}\n${clean}\n${fence}`
}

/** Control characters but tabs and line ends, and separators of lines. */
const UNFIT =
  // eslint-disable-next-line no-control-regex
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]/g

/**
 * Whether a page carries a text of several lines unchanged, and shows it as it
 * is: characters that turn the direction of writing can show another text.
 */
export function isPlain(text: string): boolean {
  return (
    text.search(UNFIT) < 0 &&
    !/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text)
  )
}
