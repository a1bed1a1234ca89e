import type { PortableCall } from '../candidate/portable.ts'
import { codeCell, codeSpan, prose } from '../text/markdown.ts'
import type { Findings } from '../verdict/findings.ts'
import { sayCounts, sayPrograms } from './programs.ts'
import { count } from './words.ts'

/** New calls that the runner's runtime needs and the tests do not make. */
export function renderDrift({ drift, danger, provenance }: Findings): string {
  if (drift.length === 0) return ''
  return [
    '### Runner drift',
    '',
    `These calls are new because of the runner, not because of the tests: its OCI runtime makes them to start any container.`,
    '',
    ...drift.map(name => {
      const { level, why } = danger(name)
      const risk = [level, why].filter(Boolean).join(': ')
      return `- ${codeSpan(name)}${level === 'none' ? '' : ` (${risk})`}`
    }),
    '',
    prose(provenance)
  ].join('\n')
}

/** Who made a new call, or why it was added without; for a table cell. */
export function sayMaker(name: string, findings: Findings): string {
  const { calls, portable, runs } = findings
  const made = calls.filter(call => call.name === name)
  if (made.length > 0) {
    return made.map(call => sayPrograms(call, runs)).join(', ')
  }
  const { replay } = findings
  if (replay.forOthers.some(call => call.name === name)) {
    return 'not made here; another runtime on this machine needs it to start a container'
  }
  const healed = replay.healed.filter(call => call.name === name)
  if (healed.length > 0) {
    return `${healed.map(({ programs }) => sayCounts(programs, codeCell) || 'not known').join(', ')} (seen only in a replay)`
  }
  const added = portable.find(other => other.name === name)
  return `not made here${added ? `; ${sayReason(added, codeCell)}` : ''}`
}

function sayReason(
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

/** Calls added so that the profile works elsewhere, and why. */
export function renderPortable({ portable }: Findings): string {
  if (portable.length === 0) return ''
  const runtimes = portable.filter(call => call.runtimes.length > 0)
  const families = portable.filter(call => call.runtimes.length === 0)
  const rows = [...runtimes, ...families].map(
    call => `- ${codeSpan(call.name)}: ${sayReason(call, codeSpan)}`
  )
  return [
    `<details><summary>Added so that the profile works with another runtime, libc or kernel: ${count(portable)}</summary>`,
    '',
    ...rows,
    '',
    'To leave them out, set `portability: off`.',
    '',
    '</details>'
  ].join('\n')
}
