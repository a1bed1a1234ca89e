import { isOlder, type Marker, parseMarker } from './marker.ts'

/** A comment of a pull request. */
export interface Comment {
  /** Of two comments, the later one has the greater id. */
  id: number
  /**
   * The login as REST has it, `github-actions[bot]` (GraphQL leaves out the
   * `[bot]`); undefined where the account is deleted.
   */
  author: string | undefined
  body: string
}

/** What a run has to say in its comment. */
export interface Wanted {
  /** The login of the token's owner, written as the authors are. */
  viewer: string
  marker: Marker
  /** Whether there is something to report, beyond that all is well again. */
  isFinding: boolean
  /** The whole body and marker; without a finding, that it is resolved. */
  body: string
  /** Whether the pull request's head is still the commit that was tested. */
  isLatest: boolean
}

/** Why a comment is left unchanged. */
export type Reason =
  | 'nothing to say'
  | 'unchanged'
  /** A newer run has written it. */
  | 'newer run'
  /** The pull request has commits that this run did not test. */
  | 'newer commit'

/** What to do about the comments. */
export interface Plan {
  step:
    | { kind: 'create'; body: string }
    | { kind: 'update'; id: number; body: string }
    /** The finding of the comment is gone. */
    | { kind: 'resolve'; id: number; body: string }
    | { kind: 'leave'; why: Reason }
  /** The ids of duplicate comments, to be deleted. */
  duplicates: readonly number[]
}

/**
 * What to do so that the pull request has one comment with this key, or none if
 * there was never anything to report.
 *
 * - Ours are those of the viewer with a marker of this key on the first line;
 *   no other is touched.
 * - Of several, as two runs at once make them, the oldest stays.
 * - A text that is already there is not sent again, so its marker can be that
 *   of an earlier run. A late run stays silent if it finds the marker of a
 *   newer one, or if the pull request's head is not the commit that it tested.
 */
export function planComment(
  existing: readonly Comment[],
  { viewer, marker, isFinding, body, isLatest }: Wanted
): Plan {
  const ours = oursOf(existing, viewer, marker.key)
  const [first, ...others] = ours
  const leave = (why: Reason): Plan => ({
    step: { kind: 'leave', why },
    duplicates: why.startsWith('newer') ? [] : others.map(({ id }) => id)
  })
  if (!isLatest) return leave('newer commit')
  if (!first) {
    return isFinding
      ? { step: { kind: 'create', body }, duplicates: [] }
      : leave('nothing to say')
  }
  if (ours.some(our => isOlder(marker.run, our.marker.run))) {
    return leave('newer run')
  }
  const isShown = first.marker.proposal === marker.proposal
  if (isShown && textOf(first.body) === textOf(body)) return leave('unchanged')
  return {
    step: { kind: isFinding ? 'update' : 'resolve', id: first.id, body },
    duplicates: others.map(({ id }) => id)
  }
}

/** The viewer's comments with a marker of this key, the oldest first. */
export function oursOf(
  existing: readonly Comment[],
  viewer: string,
  key: string
): { id: number; body: string; marker: Marker }[] {
  return existing
    .filter(({ author }) => author !== undefined && isSame(author, viewer))
    .flatMap(({ id, body }) => {
      const marker = parseMarker(body)
      return marker?.key === key ? [{ id, body, marker }] : []
    })
    .sort((a, b) => a.id - b.id)
}

/** Logins are the same whatever their case. */
const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/**
 * What people see, without how often a program made a call, which differs in
 * each run. Text edited on the site comes back with other line ends.
 */
const textOf = (body: string) =>
  body
    .replaceAll('\r\n', '\n')
    .replace(/^.*\n*/, '')
    .replace(/ × \d+(,\d{3})*( or more)?/g, '')
    .trimEnd()
