/**
 * A text that others may have chosen, as a Markdown code span: in it GitHub
 * makes no mention, link, image or HTML of anything. Fits into table cells.
 */
export function codeSpan(text: string): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029]/gu, '\ufffd')
  const runs = line.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs.map(r => r.length)) + 1)
  const pad = /^`|`$|^ .* $/.test(line) || line === '' ? ' ' : ''
  return `${fence}${pad}${line.replaceAll('|', '\\|')}${pad}${fence}`
}
