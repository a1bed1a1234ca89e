import { isOlder, type Marker, parseMarker } from './marker.js'

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
  /** Whether there is anything to say, and not only that all is well again. */
  isFinding: boolean
  /** The whole body with the marker; without a finding, that it is resolved. */
  body: string
}

/** What to do about the comments. */
export interface Plan {
  step:
    | { kind: 'create'; body: string }
    | { kind: 'update'; id: number; body: string }
    /** The finding of the comment is gone. */
    | { kind: 'resolve'; id: number; body: string }
    | { kind: 'leave'; why: 'nothing to say' | 'unchanged' | 'newer run' }
  /** The ids of comments that say the same thing twice, to be deleted. */
  duplicates: readonly number[]
}

/**
 * What to do so that the pull request has one comment with this key, and none
 * where there was never anything to say.
 *
 * - Ours are those of the viewer with a marker of this key on the first line;
 *   no other is touched.
 * - Of several, as two runs at once make them, the oldest stays.
 * - Once a newer run has written, an older one does nothing. For that a body
 *   with the same text is sent if its marker is older; whatever has not
 *   changed at all is not sent.
 *
 * A late run still creates a comment where a newer one had nothing to say and
 * so left no marker.
 */
export function planComment(
  existing: readonly Comment[],
  { viewer, marker, isFinding, body }: Wanted
): Plan {
  const ours = existing
    .filter(({ author }) => author !== undefined && isSame(author, viewer))
    .flatMap(({ id, body }) => {
      const found = parseMarker(body)
      return found?.key === marker.key ? [{ id, body, run: found.run }] : []
    })
    .sort((a, b) => a.id - b.id)
  const [first, ...others] = ours
  const leave = (why: 'nothing to say' | 'unchanged' | 'newer run'): Plan => ({
    step: { kind: 'leave', why },
    duplicates: why === 'newer run' ? [] : others.map(({ id }) => id)
  })
  if (!first) {
    return isFinding
      ? { step: { kind: 'create', body }, duplicates: [] }
      : leave('nothing to say')
  }
  if (ours.some(({ run }) => isOlder(marker.run, run))) {
    return leave('newer run')
  }
  if (plain(first.body) === plain(body)) return leave('unchanged')
  return {
    step: { kind: isFinding ? 'update' : 'resolve', id: first.id, body },
    duplicates: others.map(({ id }) => id)
  }
}

/** Logins are the same whatever their case. */
const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** A body edited on the site comes back with other line ends. */
const plain = (body: string) => body.replaceAll('\r\n', '\n').trimEnd()
