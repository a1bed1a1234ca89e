import type { LeftOut } from '../candidate/candidate.js'
import type { ProfileDiff } from '../profile/diff.js'
import type { Treatment } from '../profile/treatment.js'
import type { Danger } from '../syscalls/danger.js'
import type { Judgement } from '../verdict.js'
import { codeCell, codeSpan } from './escape.js'

/** What a finished run has to tell. */
export interface Findings {
  judgement: Judgement
  diff: ProfileDiff
  /** The profile's path within the repository. */
  profile: string
  /** How many calls the profile allows, and how many the engine's default. */
  allowed: number
  allowedByDefault: number
  /** What the engine's default makes of a call. */
  byDefault: (name: string) => Treatment['kind']
  /** How dangerous a call is, and why. */
  danger: (name: string) => Danger
  leftOut: LeftOut[]
  governed: string[]
  /** Calls that were not seen and stay (`removals: report`). */
  unseen: string[]
  /** How the recording came about: engine, runtime, kernel, recorder. */
  provenance: string
}

/** The run's one line, also for the log and a failed step. */
export function headline({ judgement, diff, profile }: Findings): string {
  const file = codeSpan(profile)
  switch (judgement.verdict) {
    case 'created':
      return `${file} was created: it allows ${count(diff.added)}`
    case 'added':
      return `${count(diff.added)} that ${file} did not allow: ${some(diff.added)}`
    case 'removed':
      return `${count(diff.removed)} left ${file}: ${some(diff.removed)}`
    case 'changed':
      return `${file} allows the same calls in another way`
    case 'unchanged':
      return `${file} is what the tests need`
  }
}

/** The report as GitHub's Markdown: summary, report file, later the comment. */
export function renderReport(findings: Findings): string {
  const { judgement, diff } = findings
  const sections = [
    `## ${MARKS[judgement.verdict]} seccomp-lock: ${headline(findings)}`,
    judgement.verdict === 'created' ? '' : renderAdded(findings),
    renderList(
      'No longer allowed',
      diff.removed,
      'The tests did not make these calls any more, or a rule of yours speaks of them.'
    ),
    renderList(
      'Allowed in another way',
      diff.changed,
      'Their arguments, errno or action differ.'
    ),
    renderList('Settings', diff.settings, 'Besides the rules:'),
    renderList(
      'Not seen, kept',
      findings.unseen,
      'The profile allows these calls and the tests did not make them. They stay because of `removals: report`.'
    ),
    renderList(
      'Governed by rules of yours',
      findings.governed,
      'The tests used these calls, and a rule of yours does not allow them outright. Your rule stands; the calls are not in the managed rule.'
    ),
    renderSize(findings),
    renderLeftOut(findings),
    judgement.verdict === 'unchanged' ? '' : renderAccept(findings),
    `<sub>${findings.provenance}</sub>`
  ]
  return `${sections.filter(text => text !== '').join('\n\n')}\n`
}

const MARKS = {
  created: '🆕',
  added: '🔺',
  changed: '🔶',
  removed: '🔻',
  unchanged: '✅'
} as const

const count = (names: readonly unknown[]) =>
  `${names.length} system call${names.length === 1 ? '' : 's'}`

/** The first few names, for a line. */
function some(names: readonly string[]): string {
  const rest = names.length - 8
  const shown = names.slice(0, 8).map(codeSpan).join(', ')
  return rest > 0 ? `${shown} and ${rest} more` : shown
}

function renderAdded({ diff, byDefault, danger }: Findings): string {
  if (diff.added.length === 0) return ''
  const rows = diff.added.map(
    name =>
      `| ${codeCell(name)} | ${renderDanger(danger(name))} | ${BY_DEFAULT[byDefault(name)]} |`
  )
  return [
    '### New system calls',
    '',
    "| call | danger | podman's default |",
    '| --- | --- | --- |',
    ...rows
  ].join('\n')
}

/** The reason is our own text; it holds no `|` that would end the cell. */
function renderDanger({ level, why }: Danger): string {
  const mark = level === 'dangerous' ? '**dangerous**' : level
  return why === undefined ? mark : `${mark}: ${why}`
}

const BY_DEFAULT = {
  allowed: 'allows it',
  conditional: 'allows it for certain arguments',
  refused: '**refuses it**'
} as const

function renderList(
  title: string,
  items: readonly string[],
  text: string
): string {
  if (items.length === 0) return ''
  return `### ${title}\n\n${text}\n\n${items.map(codeSpan).join(', ')}`
}

function renderSize({ allowed, allowedByDefault }: Findings): string {
  const percent = Math.round((100 * allowed) / Math.max(1, allowedByDefault))
  return `The profile allows **${allowed}** system calls; podman's default allows ${allowedByDefault} (${percent} %).`
}

function renderLeftOut({ leftOut }: Findings): string {
  if (leftOut.length === 0) return ''
  const reasons = {
    'refused by the default profile':
      'the default profile refuses it, so only the runtime can have made it, before the filter was loaded',
    'set-up without CAP_SYS_ADMIN':
      'the runtime sets the container up with it; inside the container the kernel refuses it without CAP_SYS_ADMIN'
  }
  const rows = leftOut.map(
    ({ name, why }) => `- ${codeSpan(name)}: ${reasons[why]}`
  )
  return [
    `<details><summary>Recorded and left out: ${count(leftOut)} of the container's set-up</summary>`,
    '',
    ...rows,
    '',
    '</details>'
  ].join('\n')
}

function renderAccept({ profile, judgement }: Findings): string {
  const file = codeSpan(profile)
  return judgement.fails
    ? `**To accept this**, commit the new ${file}: this run wrote it into the workspace. Or take the code that makes the calls back.`
    : `This run wrote the new ${file} into the workspace. Commit it to keep it.`
}
