import { dangerOf } from '../syscalls/danger.ts'
import { codeSpan, prose } from '../text/markdown.ts'
import type { Findings } from '../verdict/findings.ts'
import { sayReason } from './review/maker.ts'
import { count } from './words.ts'

/** New calls that the runner's runtime needs and the tests do not make. */
export function renderDrift({ drift, provenance }: Findings): string {
  if (drift.length === 0) return ''
  return [
    '### Runner drift',
    '',
    `These calls are new because of the runner, not because of the tests: its OCI runtime makes them to start any container.`,
    '',
    ...drift.map(name => {
      const { level, why } = dangerOf(name)
      const risk = [level, why].filter(Boolean).join(': ')
      return `- ${codeSpan(name)}${level === 'none' ? '' : ` (${risk})`}`
    }),
    '',
    prose(provenance)
  ].join('\n')
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
