/** What became of the new profile on GitHub. */
export type Publication =
  | {
      kind: 'committed'
      /** The full ref, `refs/heads/main`. */
      ref: string
      /** The new commit. */
      sha: string
    }
  /** The branch has this very file already. */
  | { kind: 'there'; ref: string }
  /** Others have pushed meanwhile: the profile belongs to an older commit. */
  | { kind: 'superseded'; ref: string }
  /** The branch is no more. */
  | { kind: 'gone'; ref: string }
  /** GitHub said no, or nothing; a sentence without its end. */
  | { kind: 'refused'; ref: string; why: string }
  /** It was not to be committed, or could not be; a sentence without its end. */
  | { kind: 'left'; why: string }
/** Whether the branch has the profile now, so that somebody accepted it. */
export const isPublished = (publication: Publication | undefined): boolean =>
  publication?.kind === 'committed' || publication?.kind === 'there'
