import type { Denied } from '../candidate/candidate.ts'
import type { Danger } from '../syscalls/danger.ts'
import { codeCell, codeSpan } from '../text/markdown.ts'
import type { Findings } from '../verdict/findings.ts'
import { sayMaker } from './elsewhere.ts'
import { callBy, renderList, whyNeeded } from './words.ts'

/** Calls that are needed and that `deny` names; what to do about them. */
export function renderDenied({ judgement, danger, profile }: Findings): string {
  const { denied } = judgement
  const file = codeSpan(profile)
  const rows = denied.map(call => {
    const known = danger(call.name)
    const risk = known.level === 'none' ? known.why : renderDanger(known)
    const sentence = risk === undefined ? '' : ` ${risk}`
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

/** The new calls, with their danger, who made them, and the default. */
export function renderAdded(findings: Findings): string {
  const { diff, byPolicy, byDefault, danger, drift } = findings
  const added = diff.added.filter(name => !drift.includes(name))
  if (added.length === 0) return ''
  const rows = added.map(name => {
    const line = byPolicy.get(name)
    const way = diff.ways.get(name)
    const call = [
      codeCell(name),
      ...(line === undefined
        ? []
        : [`because of ${codeCell(`allow: ${line}`)}`]),
      ...(way === undefined ? [] : [way])
    ].join(', ')
    const made = sayMaker(name, findings)
    const groups = findings.groups(name).map(codeCell).join(', ')
    return `| ${call} | ${renderDanger(danger(name))} | ${groups} | ${made} | ${BY_DEFAULT[byDefault(name)]} |`
  })
  return [
    '### New system calls',
    '',
    "| call | danger | group | made by | podman's default |",
    '| --- | --- | --- | --- | --- |',
    ...rows
  ].join('\n')
}

/** A first profile has too many calls for a table; these deserve a line. */
export function renderByPolicy({ byPolicy }: Findings): string {
  if (byPolicy.size === 0) return ''
  const calls = [...byPolicy].map(([name, line]) => callBy(name, line))
  return `### Allowed by the policy\n\nThe input \`allow\` names these calls; the tests did not need them.\n\n${calls.join(', ')}`
}

/** Calls that left the profile. */
export function renderRemoved({ diff }: Findings): string {
  return renderList(
    'No longer allowed',
    diff.removed,
    'The tests no longer make these calls, and have not for so long that chance is very unlikely; or one of your rules or the input `deny` covers them.'
  )
}

/** Settings of the file that changed, such as its default. */
export function renderSettings({ diff }: Findings): string {
  return renderList('Settings', diff.settings, 'Changed outside the rules:')
}

/** Calls whose arguments or answers changed. */
export function renderChanged({ diff }: Findings): string {
  if (diff.changed.length === 0) return ''
  const rows = diff.changed.map(name => {
    const way = diff.ways.get(name)
    return `- ${codeSpan(name)}${way === undefined ? '' : `: ${way}`}`
  })
  return ['### Allowed or refused differently', '', ...rows].join('\n')
}

/** The reason is our own text, without a `|` that would end the cell. */
function renderDanger({ level, why }: Danger): string {
  const mark = level === 'dangerous' ? '**dangerous**' : level
  return why === undefined ? mark : `${mark}: ${why}`
}

const BY_DEFAULT = {
  allowed: 'allows it',
  conditional: 'allows it for certain arguments',
  refused: '**refuses it**'
} as const
