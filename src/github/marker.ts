import { createHash } from 'node:crypto'

import * as v from 'valibot'

/** The workflow run that wrote a comment. */
export interface Run {
  /**
   * GITHUB_RUN_ID: the same in a re-run. In a repository the later run has the
   * greater id, across workflows; GitHub only promises that ids are unique.
   */
  id: number
  /** GITHUB_RUN_NUMBER: counts the runs of one workflow. */
  number: number
  /** GITHUB_RUN_ATTEMPT: counts the re-runs, from 1. */
  attempt: number
  /** The commit that was tested. */
  sha: string
}

/** Which job's comment it is, and which run wrote it. */
export interface Marker {
  /** The input `comment-key`: tells the comments of two jobs apart. */
  key: string
  run: Run
  /** Which new profile it shows, `proposalOf` its text; undefined for none. */
  proposal?: string | undefined
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const markerSchema = v.object({
  key: v.string(),
  run: v.object({ id: count, number: count, attempt: count, sha: v.string() }),
  proposal: v.optional(v.string())
})

/** A marker as an HTML comment in one line, which GitHub does not show. */
export function formatMarker({ key, run, proposal }: Marker): string {
  const { id, number, attempt, sha } = run
  const written = { key, run: { id, number, attempt, sha }, proposal }
  const json = JSON.stringify(written)
  // Nothing in it ends the comment: CommonMark, "HTML blocks", ends one of
  // this kind at `-->`, and HTML at `--!>` as well.
  const safe = json.replace(
    /[^\x20-\x7e]|[<>&-]/g,
    c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
  return `<!-- seccomp-lock: ${safe} -->`
}

/**
 * Which run this is, by GitHub's default variables; 0 for missing ones, as if
 * the run were older than all others.
 *
 * @param sha the commit that is tested
 */
export function readRun(environment: NodeJS.ProcessEnv, sha: string): Run {
  const numberOf = (name: string) => {
    const value = Number(environment[name] ?? '0')
    return Number.isSafeInteger(value) && value >= 0 ? value : 0
  }
  return {
    id: numberOf('GITHUB_RUN_ID'),
    number: numberOf('GITHUB_RUN_NUMBER'),
    attempt: numberOf('GITHUB_RUN_ATTEMPT'),
    sha
  }
}

/** Reads the marker on the first line of a text; undefined without one. */
export function parseMarker(text: string): Marker | undefined {
  const json = /^<!-- seccomp-lock: (\{.*\}) -->\r?(?:\n|$)/.exec(text)?.[1]
  if (json === undefined) return undefined
  try {
    const { key, run, proposal } = v.parse(markerSchema, JSON.parse(json))
    return { key, run, ...(proposal !== undefined && { proposal }) }
  } catch {
    return undefined
  }
}

/** What tells one new profile from another in a marker. */
export const proposalOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16)

/** Whether a run is older; false for two jobs of one attempt. */
export function isOlder(a: Run, b: Run): boolean {
  return a.id === b.id ? a.attempt < b.attempt : a.id < b.id
}
