/**
 * Which calls a recorder has, besides those that passed the container's filter:
 * none (`allowed`), those that the filter refused (`tried`), or also those that
 * the runtime made before it loaded the filter (`set-up`).
 */
export type Sees = 'allowed' | 'tried' | 'set-up'

/** What is true of a recorder on any machine. */
export interface About {
  /** Its value of the input `recorder`. */
  name: string
  /** What people call it. */
  called: string
  sees: Sees
  /**
   * How good it is, 0 the best. `auto` takes the best that work; those of one
   * rank record together, the one that is listed first counts.
   */
  rank: number
  /**
   * How much longer a program takes, where that is felt: a sentence. Measured
   * with a program that does nothing but system calls (docs/recorders.md).
   */
  slow?: string
  /** Why it cannot record the containers of a rootless podman. */
  rootOnly?: string
}
