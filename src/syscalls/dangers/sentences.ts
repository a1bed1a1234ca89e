/**
 * The tables of this folder say what is known about dangerous system calls. A
 * key is one name, or several separated by spaces; no name occurs twice.
 *
 * Sources: each call's manual page (section 2) for what it does and which
 * capability it asks for; the CVE records named; podman's and moby's default
 * profiles (podman-default.json, moby-default.json) for what they refuse.
 */

/** What there is to say of a dangerous or notable call, in our own words. */
export interface Sentences {
  /**
   * What it lets an intruder do: a verb phrase of at most eight words, in lower
   * case and without a full stop.
   */
  brief: string
  /** One sentence on what it can do, to whom, and what has come of it. */
  why: string
}
