import { codeSpan } from './escape.js'
import type { Findings } from './findings.js'
import { count } from './words.js'

/** New calls that the runner's runtime needs, and the tests do not make. */
export function renderDrift({ drift, provenance }: Findings): string {
  if (drift.length === 0) return ''
  return [
    '### Runner drift',
    '',
    `These calls are new because of the runner, not because of the tests: its OCI runtime makes them to start any container. ${drift.map(codeSpan).join(', ')}`,
    '',
    provenance
  ].join('\n')
}

/** Calls that are in the profile so that it works elsewhere, and why. */
export function renderPortable({ portable }: Findings): string {
  if (portable.length === 0) return ''
  const runtimes = portable.filter(call => call.runtimes.length > 0)
  const families = portable.filter(call => call.runtimes.length === 0)
  const rows = [
    ...runtimes.map(
      ({ name, runtimes }) =>
        `- ${codeSpan(name)}: ${runtimes.join(', ')} needs it to start a container`
    ),
    ...families.map(
      ({ name, standsInFor }) =>
        `- ${codeSpan(name)}: ${standsInFor.length > 0 ? `can stand in for ${standsInFor.map(codeSpan).join(', ')}` : 'is answered without a system call where the vDSO can (vdso(7)), and is one elsewhere'}`
    )
  ]
  return [
    `<details><summary>Added so that the profile works with another runtime, libc or kernel: ${count(portable)}</summary>`,
    '',
    ...rows,
    '',
    'Without them: `portability: off`.',
    '',
    '</details>'
  ].join('\n')
}
