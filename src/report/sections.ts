/** A part of a text that is shown whole or not at all. */
export interface Section {
  /** Its name in the note that it was left out. */
  name: string
  /** Markdown that can stand alone; '' if there is nothing to say. */
  text: string
  /** Whether it is left out of a comment. */
  isDetail?: boolean
  /** Where there is too little room, the lowest ranks go first. */
  rank: number
}

/**
 * The ranks of all sections. Details go first, then what can be looked up
 * elsewhere, then what a reader decides on; the verdict is never cut, because
 * it fits alone.
 */
export const RANK = {
  verdict: 100,
  resolved: 99,
  dangers: 98,
  numbers: 97,
  failedReplay: 95,
  denied: 95,
  accept: 93,
  denyList: 85,
  ordinary: 80,
  replay: 80,
  drift: 75,
  others: 70,
  ownRules: 65,
  patch: 60,
  unknownNames: 60,
  unneeded: 60,
  left: 60,
  trail: 55,
  unseen: 50,
  pending: 50,
  recording: 45,
  risks: 40,
  provenance: 35,
  leftOut: 20,
  makers: 15,
  portable: 10
} as const

/** How long a text may be, and in which unit. */
export interface Limit {
  max: number
  sizeOf: (text: string) => number
}

/**
 * A comment. GitHub's error speaks of 65,536 characters and counts code points
 * or, as measured since, up to 262,144 bytes of UTF-8. A text of so many UTF-16
 * units has at most as many code points, of at most three bytes each, so it
 * fits either way (github.com/dead-claudia/github-limits, "Issue comments").
 */
export const COMMENT_LIMIT: Limit = {
  max: 65_536,
  sizeOf: text => text.length
}

/**
 * A step's summary: 1 MiB, or none of it is shown ("Workflow commands for
 * GitHub Actions", docs.github.com, "Step isolation and limits").
 */
export const SUMMARY_LIMIT: Limit = {
  max: 1024 * 1024,
  sizeOf: text => Buffer.byteLength(text)
}

/**
 * The sections as one text within the limit. The lowest ranks are left out, the
 * last one first within a rank, until the rest fits; a smaller section does not
 * take their place. The last line then names the missing ones.
 *
 * @param elsewhere where the whole text is, for that last line, such as
 * `The whole report is in the job summary.`
 * @param marker the first line, if there is to be one
 * @throws RangeError where the limit is too small for the marker alone
 */
export function fitSections(
  sections: readonly Section[],
  options: { limit: Limit; elsewhere: string; marker?: string }
): string {
  const { limit, elsewhere } = options
  const marker = options.marker === undefined ? [] : [options.marker]
  const shown = sections.filter(({ text }) => text !== '')
  const order = shown
    .map((section, index) => ({ section, index }))
    .sort((a, b) => a.section.rank - b.section.rank || b.index - a.index)
    .map(({ section }) => section)
  const fits = (text: string) => limit.sizeOf(text) <= limit.max
  for (let left = 0; left <= order.length; left++) {
    const out = new Set(order.slice(0, left))
    const names = shown.filter(s => out.has(s)).map(({ name }) => name)
    const body = joined([
      ...marker,
      ...shown.filter(section => !out.has(section)).map(({ text }) => text),
      ...(left > 0 ? [sayLeftOut(names, elsewhere)] : [])
    ])
    if (fits(body)) return body
  }
  const bare = joined(marker)
  if (fits(bare)) return bare
  throw new RangeError(`a limit of ${limit.max} is too small for the marker`)
}

/** All sections as one text. */
export function joinSections(sections: readonly Section[]): string {
  return joined(sections.map(({ text }) => text).filter(text => text !== ''))
}

function joined(parts: readonly string[]): string {
  return parts.length === 0
    ? ''
    : `${parts.map(part => part.replace(/\n+$/, '')).join('\n\n')}\n`
}

function sayLeftOut(names: readonly string[], elsewhere: string): string {
  return `<sub>Left out here for length: ${names.join(', ')}. ${elsewhere}</sub>`
}
