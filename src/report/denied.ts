import type { Denied } from '../candidate/candidate.ts'
import { dangerOf } from '../syscalls/danger.ts'
import { codeSpan } from '../text/markdown.ts'
import type { Findings } from '../verdict/findings.ts'
import { callBy, whyNeeded } from './words.ts'

/** Calls that are needed and that `deny` names; what to do about them. */
export function renderDenied({ judgement, profile }: Findings): string {
  const { denied } = judgement
  const file = codeSpan(profile)
  const rows = denied.map(call => {
    const { level, why } = dangerOf(call.name)
    const mark = level === 'none' ? '' : `**${level}**: `
    const sentence = why === undefined ? '' : ` ${mark}${why}`
    return `- ${callBy(call.name, call.line)}: ${whyNeeded(call)}.${sentence}`
  })
  const reasons = new Set(denied.flatMap(({ why }) => why))
  return [
    '### Needed but denied',
    '',
    'The input `deny` names these calls, but a profile without them would not work. So no profile was written; the rest of this report shows what else would have changed.',
    '',
    ...rows,
    '',
    '**What to do now:**',
    '',
    ...[...reasons].map(why => `- ${remedy(why, file)}`)
  ].join('\n')
}

/** How to resolve a denied call that is needed for this reason. */
function remedy(why: Denied['why'][number], file: string): string {
  switch (why) {
    case 'recorded':
      return 'Recorded in the tests, made by them or by the runtime as it starts the container: revert the code that makes the calls, or remove them from `deny`.'
    case 'needed to start any container':
      return 'Needed to start any container: remove the calls from `deny`. Instead of a group, list its other calls.'
    case 'allowed by a user rule':
      return `Allowed by one of your rules: change that rule in ${file}, or remove the calls from \`deny\`.`
    case 'not denied by the deny-list':
      return `Let through by ${file}, which lists what it denies: add the calls to its list, or remove them from \`deny\`.`
  }
}
