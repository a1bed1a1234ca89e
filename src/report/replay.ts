import type { Denial } from '../replay/denials.ts'
import { sayWhy } from '../replay/failure.ts'
import type { Replay } from '../replay/replay.ts'
import { codeCell, codeSpan, fenced } from '../text/markdown.ts'
import { sayCounts } from './programs.ts'
import { count, sayErrno } from './words.ts'

/** How the tests went under the profile. */
export function renderReplay(replay: Replay, profile: string): string {
  if (replay.result === 'skipped') return ''
  return [
    ...renderFailure(replay),
    headlineOf(replay),
    ...renderDenied(replay, profile),
    ...renderHealed(replay),
    ...renderRuntimes(replay)
  ].join('\n')
}

/** The replay's one line. */
function headlineOf(replay: Replay): string {
  const { result, watch, made, denied, rounds, canary } = replay
  const onPurpose = denied.filter(({ why }) => why.kind !== 'not recorded')
  const refused = denied.length - onPurpose.length
  const calls =
    made === undefined
      ? 'in a second run with refusals let through and logged, '
      : `${made} different system calls, `
  const counts =
    watch === 'nobody'
      ? 'this runner cannot tell which calls were refused (with bpftrace it could)'
      : `${calls}${refused}${made === undefined ? ' calls would have been refused' : ' refused'}${onPurpose.length > 0 ? `, and ${onPurpose.length} blocked by your rules or podman's default` : ''}`
  const times = rounds > 1 ? `, ${rounds} times` : ''
  const proof =
    canary?.filters === undefined
      ? ''
      : ' A canary container confirmed that podman enforces it.'
  if (rounds === 0) return ''
  return result === 'failed'
    ? `The tests ran under it${times}: ${counts}.`
    : `**Replayed under the profile**${times}: the tests passed; ${counts}.${proof}`
}

function renderFailure({ result, failure }: Replay): string[] {
  if (result !== 'failed' || !failure) return []
  return [
    '### The replay failed',
    '',
    fenced([failure.message, failure.hint ?? ''].join('\n').trim()),
    ''
  ]
}

function renderDenied({ denied }: Replay, profile: string): string[] {
  if (denied.length === 0) return []
  return [
    '',
    '| refused call | made by | returned | why |',
    '| --- | --- | --- | --- |',
    ...denied.map(
      call =>
        `| ${codeCell(call.name)} | ${sayPrograms(call)} | ${sayErrno(call.errno)} | ${codeCell(sayWhy(call.why, profile))} |`
    )
  ]
}

function sayPrograms({ programs }: Denial): string {
  return programs.length === 0 ? 'not known' : sayCounts(programs, codeCell)
}

function renderHealed({ healed, result }: Replay): string[] {
  if (healed.length === 0) return []
  return [
    '',
    '### Seen only in a replay',
    '',
    `In no recording, but refused in a replay: ${count(healed)}. ${result === 'failed' ? 'The tests were run again with them allowed.' : 'The profile allows them now.'} If the tests made them, the suite varies from run to run: more \`runs\` find such calls sooner.`,
    '',
    ...healed.map(
      call =>
        `- ${codeSpan(call.name)}: ${call.programs.length > 0 ? sayCounts(call.programs, codeSpan) : 'caller unknown'}${call.byRuntime ? ', the OCI runtime' : ''}`
    )
  ]
}

function renderRuntimes({ runtimes, forOthers, result }: Replay): string[] {
  const refused = runtimes.filter(trial => trial.result === 'refused')
  const starts = runtimes.filter(({ result }) => result === 'starts')
  return [
    ...(starts.length > 0
      ? [
          '',
          `A container also starts under it with ${starts.map(({ runtime }) => codeSpan(runtime)).join(', ')}.`
        ]
      : []),
    ...(forOthers.length > 0
      ? [
          '',
          `${result === 'failed' ? 'Added for the replay' : 'Added'}, because another runtime on this machine needs them: ${forOthers.map(({ name }) => codeSpan(name)).join(', ')}.`
        ]
      : []),
    ...refused.flatMap(({ runtime, denied = [], said }) => [
      '',
      `**${codeSpan(runtime)} cannot start a container under the profile**${denied.length > 0 ? `, which refuses ${denied.map(({ name }) => codeSpan(name)).join(', ')}` : ''}:`,
      '',
      fenced(said)
    ])
  ]
}
