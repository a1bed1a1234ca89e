import { codeSpan } from '../text/markdown.ts'
import type { Findings } from '../verdict/findings.ts'
import { renderList, sayUnknown } from './words.ts'

/** What a profile that lists denied calls can be turned into. */
export function renderDenyList({ isDenyList, profile }: Findings): string {
  if (!isDenyList) return ''
  return `${codeSpan(profile)} lists what it denies and lets everything else through, so it was left unchanged. To get a profile that allows only what the tests need, move this file away or set the input \`profile\` to another path.`
}

/** Calls that were not made, and stay because the input `removals` says so. */
export function renderUnseen({ unseen }: Findings): string {
  return renderList(
    'Not seen, kept',
    unseen,
    'The profile allows these calls, but the tests did not make them. They stay because of `removals: report`.'
  )
}

/** Calls that the user's own rules decide on. */
export function renderGoverned({ governed, isDenyList }: Findings): string {
  return renderList(
    'Covered by your own rules',
    governed,
    isDenyList
      ? 'The tests used these calls, or the input `allow` names them, but the profile denies them, at least for some arguments. Programs that run under it get an error for them.'
      : 'The tests used these calls, or the input `allow` names them, but one of your rules does not allow them outright. Your rule stands; the calls are not in the managed rule.'
  )
}

/** Calls that were not made, and stay until that is certain. */
export function renderPending({ pending }: Findings): string {
  if (pending.length === 0) return ''
  const rows = pending.map(
    ({ name, unseen, more }) =>
      `- ${codeSpan(name)}: not made in the last ${unseen} ${unseen === 1 ? 'run' : 'runs'}; removed after ${more} more without it`
  )
  return [
    '### Not seen this time, kept for now',
    '',
    'The profile allows these calls, but the tests did not make them this time. Judging by earlier runs on this runner, that may be chance, so they stay for now. A higher `confirm-removals` decides sooner; with `0`, calls are removed at once.',
    '',
    ...rows
  ].join('\n')
}

/** Names in the committed profile that are not system calls. */
export function renderUnknown({ unknown, profile }: Findings): string {
  if (unknown.length === 0) return ''
  const rest = unknown.length - MAX_UNKNOWN
  return [
    '### Names that are not system calls',
    '',
    `The committed ${codeSpan(profile)} lists them. Engines ignore names they do not know.`,
    '',
    ...unknown.slice(0, MAX_UNKNOWN).map(name => `- ${sayUnknown(name)}`),
    ...(rest > 0 ? [`- and ${rest} more`] : [])
  ].join('\n')
}

const MAX_UNKNOWN = 10
