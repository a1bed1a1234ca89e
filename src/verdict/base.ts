/** The file that a change starts from. */
export type Base =
  /** There is nothing to compare with; a sentence part that says why. */
  | { kind: 'none'; why: string }
  /**
   * It cannot be read; `why` is a sentence part without its full stop, safe in
   * Markdown.
   */
  | { kind: 'unread'; name: string; why: string }
  | {
      kind: 'read'
      /** What people know the base by: a branch, or a short commit ID. */
      name: string
      commit: string
      /**
       * The profile there, which can have another path; undefined if the
       * change is the first to have one.
       */
      file: { path: string; text: string } | undefined
    }

/** The profile in one of the change's commits. */
export interface Version {
  commit: string
  /** As the commit says it: others' words, in one line. */
  author: string
  /** undefined if the commit has no such file, or one that is not text. */
  text: string | undefined
}

/** Where the profile comes from. */
export interface Lineage {
  base: Base
  /**
   * The commits since the base that touched the file, the newest first; none
   * if git does not have them all.
   */
  versions: readonly Version[]
  /**
   * The profile in the branch's own head, if a merge is checked out; undefined
   * if none is, or if it is not known.
   */
  head: { text: string | undefined } | undefined
  /** Whether the merge of a pull request's head with its base is checked out. */
  isMerge: boolean
}
