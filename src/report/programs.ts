import type { ProgramCount } from '../recorders/recording.ts'
import type { codeCell, codeSpan } from '../text/markdown.ts'

/** How many programs a line names. */
const SHOWN = 3

/**
 * The programs that made a call, and how often: `` `ls` × 3, `sh` × 1 ``.
 *
 * @param span writes a program's name: for a line, or for a table's cell
 */
export function sayCounts(
  programs: readonly ProgramCount[],
  span: typeof codeSpan | typeof codeCell
): string {
  const rest = programs.length - SHOWN
  const shown = programs
    .slice(0, SHOWN)
    .map(({ comm, count, atLeast }) => {
      const times = count.toLocaleString('en')
      return `${span(comm)} × ${times}${atLeast ? ' or more' : ''}`
    })
    .join(', ')
  return rest > 0 ? `${shown} and ${rest} more` : shown
}
