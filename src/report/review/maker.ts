import type { PortableCall } from '../../candidate/portable.ts'
import { type codeCell, codeSpan, prose } from '../../text/markdown.ts'
import type { Maker } from '../../verdict/maker.ts'
import { sayCounts } from '../programs.ts'

/**
 * Who made a call, or why it is in the profile without.
 *
 * @param span writes others' words: for a line, or for a table's cell
 */
export function sayMaker(
  maker: Maker,
  span: typeof codeSpan | typeof codeCell = codeSpan
): string {
  switch (maker.by) {
    case 'tests': {
      const { programs, runs, of } = maker
      const by = sayCounts(programs, span) || 'the tests'
      return runs < of ? `${by} (in ${runs} of ${of} runs)` : by
    }
    case 'runtime':
      return `the OCI runtime, to start the container: ${sayCounts(maker.programs, span) || 'not known'}`
    case 'replay':
      return `${sayCounts(maker.programs, span) || 'not known'} (seen only in a replay)`
    case 'other runtime':
      return 'not made here; another runtime on this machine needs it to start a container'
    case 'portability':
      return `not made here; ${sayReason(maker.call, span)}`
    case 'any container':
      return 'not made here; any container may need it'
    case 'policy':
      return `not made here; the input ${span(`allow: ${maker.line}`)} names it`
    case 'kept':
      return 'nobody in the tests of this run'
    case 'nobody':
      return 'nobody in the tests: written by hand'
    case 'unknown':
      return 'not recorded in this mode'
  }
}

/** Why a call was added that nobody made here. */
export function sayReason(
  { runtimes, standsInFor }: PortableCall,
  span: typeof codeSpan | typeof codeCell
): string {
  if (runtimes.length > 0) {
    return `${prose(runtimes.join(', '), span)} ${runtimes.length > 1 ? 'need' : 'needs'} it to start a container`
  }
  return standsInFor.length > 0
    ? `may be used instead of ${standsInFor.map(span).join(', ')}`
    : 'answered by the vDSO (vdso(7)) where it can, and by a system call elsewhere'
}
