/** One thing that a runner has or lacks. */
export interface Check {
  /** What was looked for, in a word or two: `bpftrace`, `kernel headers`. */
  name: string
  /**
   * `missing`: what needs it cannot work; `weak`: it works less well; `absent`:
   * a fact that does no harm.
   */
  state: 'ok' | 'weak' | 'missing' | 'absent'
  /** What was found: a version, a path, or what is wrong. */
  found: string
  /** What to do about it: a command, or a sentence. */
  fix?: string
}

/** Whether nothing is missing. */
export function works(checks: readonly Check[]): boolean {
  return checks.every(({ state }) => state !== 'missing')
}
