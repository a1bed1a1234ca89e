/**
 * Which calls a recorder sees in addition to those that passed the container's
 * filter: none (`allowed`), those that the filter refused (`tried`), or also
 * those that the runtime made before it loaded the filter (`set-up`).
 */
export type Sees = 'allowed' | 'tried' | 'set-up'

/** The facts about a recorder that hold on any machine. */
export interface About {
  /** Its value of the input `recorder`. */
  name: string
  /** Its name in messages and in the report. */
  called: string
  sees: Sees
  /**
   * Its place in the order of preference, 0 for the best. `auto` takes the best
   * rank that works. Recorders of one rank record together; the recording of
   * the one that is listed first counts.
   */
  rank: number
  /**
   * A sentence about how much longer a program takes, where that is noticeable.
   * Measured with a program that does nothing but system calls
   * (docs/recorders.md).
   */
  slow?: string
  /** Why it cannot record a rootless podman's containers, if it cannot. */
  rootOnly?: string
}
