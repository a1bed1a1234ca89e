/** Whether the new profile was committed, and why not. */
export type Publication =
  | {
      kind: 'committed'
      /** The full ref, `refs/heads/main`. */
      ref: string
      /** The new commit. */
      sha: string
    }
  /** The branch already has this file. */
  | { kind: 'there'; ref: string }
  /** Somebody pushed meanwhile: the profile belongs to an older commit. */
  | { kind: 'superseded'; ref: string }
  /** The branch no longer exists. */
  | { kind: 'gone'; ref: string }
  /** GitHub refused or did not answer; a sentence without its full stop. */
  | { kind: 'refused'; ref: string; why: string }
  /** It must not or cannot be committed; a sentence without its full stop. */
  | { kind: 'left'; why: string }
/** Whether the branch has the profile now, so it counts as accepted. */
export const isPublished = (publication: Publication | undefined): boolean =>
  publication?.kind === 'committed' || publication?.kind === 'there'
