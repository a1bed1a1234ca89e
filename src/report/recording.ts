import { ALWAYS_KEPT } from '../syscalls/kept.ts'
import { codeCell, codeSpan, prose } from '../text/markdown.ts'
import type { Findings } from '../verdict/findings.ts'
import { sayCounts } from './programs.ts'
import { count, sayErrno } from './words.ts'

/** What the recordings show besides the calls. */
export function renderRecording(findings: Findings): string {
  return [
    renderRefused(findings),
    renderDoubts(findings),
    renderSometimes(findings)
  ]
    .filter(text => text !== '')
    .join('\n\n')
}

function renderRefused({ refused }: Findings): string {
  if (refused.length === 0) return ''
  const rows = refused.map(
    ({ name, programs, errno }) =>
      `- ${codeSpan(name)} (${sayErrno(errno)}): ${sayCounts(programs, codeSpan)}`
  )
  return [
    '### Refused while the tests ran',
    '',
    "podman's default profile refused these calls, and the tests passed anyway. The profile does not allow them in that way either. If your program really needs them, record with `record-under: allow-all`; the profile is then wider than podman's default.",
    '',
    ...rows
  ].join('\n')
}

function renderDoubts({ doubts, blind }: Findings): string {
  const all = [...doubts, ...blind]
  if (all.length === 0) return ''
  return [
    '### Limits of this recording',
    '',
    ...all.map(sentence => `- ${prose(sentence)}`)
  ].join('\n')
}

function renderSometimes({ calls, runs }: Findings): string {
  // Calls that every profile has may come and go by chance: harmless.
  const sometimes = calls.filter(
    call => call.runs < runs && !ALWAYS_KEPT.includes(call.name)
  )
  if (sometimes.length === 0) return ''
  const rows = sometimes.map(
    call => `- ${codeSpan(call.name)}: in ${call.runs} of ${runs}`
  )
  return [
    `### Not made in every one of the ${runs} runs`,
    '',
    'They are in the profile. If the suite varies from run to run, the profile is right only by luck.',
    '',
    ...rows
  ].join('\n')
}

const MADE_BY = {
  runtime: 'runtime',
  application: 'tests',
  both: 'both'
} as const

/** All calls with who made them; for the curious. */
export function renderCalls({ calls, runs }: Findings): string {
  const known = calls.filter(c => c.programs.length > 0)
  if (known.length === 0) return ''
  const rows = known.map(
    ({ name, architecture, programs, origin, runs: seen }) =>
      `| ${codeCell(name)}${architecture ? ` (${architecture})` : ''} | ${MADE_BY[origin]} | ${sayCounts(programs, codeCell)} |${runs > 1 ? ` ${seen} |` : ''}`
  )
  return [
    `<details><summary>Recorded: ${count(known)}, and who made them</summary>`,
    '',
    `| call | made by | programs |${runs > 1 ? ` runs of ${runs} |` : ''}`,
    `| --- | --- | --- |${runs > 1 ? ' --- |' : ''}`,
    ...rows,
    '',
    '</details>'
  ].join('\n')
}

/** Calls that were recorded and that the profile does not have, and why. */
export function renderLeftOut({ leftOut }: Findings): string {
  if (leftOut.length === 0) return ''
  const reasons = {
    'refused by the default profile':
      'the default profile refuses it, so the runtime made it before the filter was loaded, or a program tried it and was refused',
    'set-up in any container':
      'the runtime makes it to set up even a container that does nothing, and this recorder cannot tell whether the tests also made it; if they need it, name it in the input `allow`, or record with bpftrace',
    'set-up without CAP_SYS_ADMIN':
      'the runtime uses it to set up the container; inside the container the kernel refuses it without CAP_SYS_ADMIN'
  }
  const rows = leftOut.map(
    ({ name, why }) => `- ${codeSpan(name)}: ${reasons[why]}`
  )
  return [
    `<details><summary>Recorded and left out: ${count(leftOut)}</summary>`,
    '',
    ...rows,
    '',
    '</details>'
  ].join('\n')
}
