import type { Denied } from '../candidate/candidate.ts'
import type { ProfileDiff } from '../profile/diff.ts'
import type { Danger } from '../syscalls/danger.ts'
import { codeCell, codeSpan, prose } from '../text/markdown.ts'
import type { Findings } from '../verdict/findings.ts'
import type { Publication } from '../verdict/publication.ts'
import { isPublished } from '../verdict/publication.ts'
import { renderDrift, renderPortable, sayMaker } from './elsewhere.ts'
import { renderPatch, sayPublication } from './publication.ts'
import { renderCalls, renderRecording } from './recording.ts'
import { renderReplay } from './replay.ts'
import { joinSections, type Section } from './sections.ts'
import { callBy, count, sayUnknown, some, whyNeeded } from './words.ts'

/** The run's one line, for the log and a failed step. */
export function headline(findings: Findings): string {
  return findings.replay.failure?.message ?? verdictLine(findings)
}

/** The same as Markdown, for a replay that did not fail. */
function verdictLine(findings: Findings): string {
  const { judgement, diff, profile, isDenyList, governed } = findings
  const file = codeSpan(profile)
  const { denied } = judgement
  if (denied.length > 0) {
    const are = denied.length === 1 ? 'is' : 'are'
    return `${count(denied)} ${are} needed and denied, so ${file} was not written: ${some(denied, ({ name, line }) => callBy(name, line))}`
  }
  if (isDenyList) {
    return governed.length === 0
      ? `${file} denies nothing that the tests used, and lets all else through`
      : `the tests used ${some(governed, codeSpan)}, which ${file} denies`
  }
  switch (judgement.verdict) {
    case 'created':
      return `${file} was created: it allows ${count(diff.added)}`
    case 'added':
      return `${count(diff.added)} that ${file} did not allow: ${some(diff.added, codeSpan)}`
    case 'removed':
      return `${count(diff.removed)} left ${file}: ${some(diff.removed, codeSpan)}`
    case 'changed':
      return `${file} changes: ${whatChanged(diff)}`
    case 'unchanged':
      return `${file} is what the tests need`
  }
}

function whatChanged({ changed, removed, settings }: ProfileDiff): string {
  const parts = [
    changed.length > 0 ? `${count(changed)} in another way` : '',
    removed.length > 0 ? `${count(removed)} no longer allowed` : '',
    settings.length > 0 ? settings.map(codeSpan).join(', ') : ''
  ]
  return parts.filter(part => part !== '').join('; ')
}

/** What a run did besides finding things. */
export interface Done {
  /** What became of the new profile; undefined where there is none. */
  publication?: Publication | undefined
  /** The change of the profile for `git apply`; '' or undefined for none. */
  patch?: string | undefined
}

/** The report as GitHub's Markdown, whole. */
export function renderReport(findings: Findings, done: Done = {}): string {
  return joinSections(reportSections(findings, done))
}

/**
 * The report in sections, for summary, comment and file. Where there is too
 * little room, those of the least rank go first: what is for the curious, then
 * what others can look up, never what the reader must decide on.
 */
export function reportSections(
  findings: Findings,
  { publication, patch }: Done = {}
): Section[] {
  const { judgement, diff, replay, profile } = findings
  const { verdict, denied } = judgement
  const isDenied = denied.length > 0
  const hasFailed = replay.result === 'failed'
  const line = hasFailed
    ? `the new ${codeSpan(profile)} was not seen working, and was not written`
    : verdictLine(findings)
  const isWritten = verdict !== 'unchanged' && !isDenied && !hasFailed
  const section = (rank: number, name: string, text: string): Section => ({
    rank,
    name,
    text
  })
  return [
    section(
      100,
      'the verdict',
      `## ${isDenied || hasFailed ? '⛔' : MARKS[verdict]} seccomp-lock: ${line}`
    ),
    section(95, 'the replay', hasFailed ? renderReplay(replay, profile) : ''),
    section(95, 'needed and denied', isDenied ? renderDenied(findings) : ''),
    section(
      90,
      'new system calls',
      verdict === 'created' ? renderByPolicy(findings) : renderAdded(findings)
    ),
    section(
      75,
      'runner drift',
      verdict === 'created' ? '' : renderDrift(findings)
    ),
    section(
      70,
      'what is no longer allowed',
      renderList(
        'No longer allowed',
        diff.removed,
        'The tests did not make these calls any more, so often that it can hardly be chance; or a rule of yours or the input `deny` speaks of them.'
      )
    ),
    section(70, 'what changed otherwise', renderChanged(findings)),
    section(
      70,
      'settings',
      renderList('Settings', diff.settings, 'Besides the rules:')
    ),
    section(
      85,
      'how to accept it',
      isWritten ? renderAccept(findings, publication) : ''
    ),
    section(
      60,
      'the patch',
      isWritten && patch && !isPublished(publication) ? renderPatch(patch) : ''
    ),
    section(
      50,
      'calls not seen',
      renderList(
        'Not seen, kept',
        findings.unseen,
        'The profile allows these calls and the tests did not make them. They stay because of `removals: report`.'
      )
    ),
    section(50, 'calls perhaps gone', renderPending(findings)),
    section(
      65,
      'rules of yours',
      renderList(
        'Governed by rules of yours',
        findings.governed,
        findings.isDenyList
          ? 'The tests used these calls, or the input `allow` names them, and the profile denies them, at least for some arguments. Whatever runs under it gets an error there.'
          : 'The tests used these calls, or the input `allow` names them, and a rule of yours does not allow them outright. Your rule stands; the calls are not in the managed rule.'
      )
    ),
    section(85, 'the deny-list', renderDenyList(findings)),
    section(60, 'names that are no calls', renderUnknown(findings)),
    section(
      40,
      'its size',
      isDenied || findings.isDenyList ? '' : renderSize(findings)
    ),
    section(80, 'the replay', hasFailed ? '' : renderReplay(replay, profile)),
    section(45, 'what else the recording shows', renderRecording(findings)),
    section(15, 'who made which call', renderCalls(findings)),
    section(10, 'what was added to work elsewhere', renderPortable(findings)),
    section(20, 'what was left out', renderLeftOut(findings)),
    section(
      35,
      'how it was recorded',
      `<sub>${prose(findings.provenance)}</sub>`
    )
  ]
}

const MARKS = {
  created: '🆕',
  added: '🔺',
  changed: '🔶',
  removed: '🔻',
  unchanged: '✅'
} as const

function renderDenied({ judgement, danger, profile }: Findings): string {
  const { denied } = judgement
  const file = codeSpan(profile)
  const rows = denied.map(call => {
    const { level, why } = danger(call.name)
    const risk = level === 'none' ? why : renderDanger({ level, why })
    const sentence = risk === undefined ? '' : ` ${risk}`
    return `- ${callBy(call.name, call.line)}: ${whyNeeded(call)}.${sentence}`
  })
  const reasons = new Set(denied.flatMap(({ why }) => why))
  return [
    '### Needed and denied',
    '',
    'The input `deny` names these calls, and a profile without them would not work. So none was written; the rest of this report says what else would have changed.',
    '',
    ...rows,
    '',
    '**What to do now:**',
    '',
    ...[...reasons].map(why => `- ${remedy(why, file)}`)
  ].join('\n')
}

/** What to do about denied calls that are needed for this reason. */
function remedy(why: Denied['why'][number], file: string): string {
  switch (why) {
    case 'recorded':
      return 'Recorded in the tests, made by them or by the runtime as it starts the container: take the code that makes the calls back, or take them out of `deny`.'
    case 'needed to start any container':
      return 'Needed to start any container: take the calls out of `deny`. Instead of a group, list its other calls.'
    case 'allowed by a user rule':
      return `Allowed by a rule of yours: change that rule in ${file}, or take the calls out of \`deny\`.`
    case 'not denied by the deny-list':
      return `Let through by ${file}, which lists what it denies: add the calls to its list, or take them out of \`deny\`.`
  }
}

function renderAdded(findings: Findings): string {
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

function renderChanged({ diff }: Findings): string {
  if (diff.changed.length === 0) return ''
  const rows = diff.changed.map(name => {
    const way = diff.ways.get(name)
    return `- ${codeSpan(name)}${way === undefined ? '' : `: ${way}`}`
  })
  return ['### Allowed or refused in another way', '', ...rows].join('\n')
}

function renderDenyList({ isDenyList, profile }: Findings): string {
  if (!isDenyList) return ''
  return `${codeSpan(profile)} lists what it denies and lets everything else through, so it was left as it is. To have a profile made that allows only what the tests need, move it away, or let the input \`profile\` name another file.`
}

/** A first profile's calls are too many for a table; these are worth a line. */
function renderByPolicy({ byPolicy }: Findings): string {
  if (byPolicy.size === 0) return ''
  const calls = [...byPolicy].map(([name, line]) => callBy(name, line))
  return `### Allowed by the policy\n\nThe input \`allow\` names these calls, and the tests did not need them.\n\n${calls.join(', ')}`
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

function renderPending({ pending }: Findings): string {
  if (pending.length === 0) return ''
  const rows = pending.map(
    ({ name, unseen, more }) =>
      `- ${codeSpan(name)}: not made in the last ${unseen} ${unseen === 1 ? 'run' : 'runs'}; leaves after ${more} more without it`
  )
  return [
    '### Not seen, and perhaps not gone',
    '',
    'The profile allows these calls, and the tests did not make them this time. By what this runner remembers, that may be chance, so they stay for now. More `confirm-removals` decide it sooner; with `0` calls leave at once.',
    '',
    ...rows
  ].join('\n')
}

function renderUnknown({ unknown, profile }: Findings): string {
  if (unknown.length === 0) return ''
  const rest = unknown.length - MAX_UNKNOWN
  return [
    '### Names that are no system calls',
    '',
    `They stand in the committed ${codeSpan(profile)}. Engines pass over names that they do not know.`,
    '',
    ...unknown.slice(0, MAX_UNKNOWN).map(name => `- ${sayUnknown(name)}`),
    ...(rest > 0 ? [`- and ${rest} more`] : [])
  ].join('\n')
}

const MAX_UNKNOWN = 10

function renderSize({ allowed, allowedByDefault }: Findings): string {
  const percent = Math.round((100 * allowed) / Math.max(1, allowedByDefault))
  return `The profile allows **${allowed}** system calls; podman's default allows ${allowedByDefault} (${percent} %).`
}

function renderLeftOut({ leftOut }: Findings): string {
  if (leftOut.length === 0) return ''
  const reasons = {
    'refused by the default profile':
      'the default profile refuses it, so the runtime made it before the filter was loaded, or a program tried it in vain',
    'set-up in any container':
      'the runtime makes it to set up a container that does nothing, and this recorder cannot tell whether the tests made it, too; if they need it, name it in the input `allow`, or record with bpftrace',
    'set-up without CAP_SYS_ADMIN':
      'the runtime sets the container up with it; inside the container the kernel refuses it without CAP_SYS_ADMIN'
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

/**
 * What became of it, and what is left to do. It promises no patch, which can
 * be left out for its length; where there is one, it follows.
 */
function renderAccept(
  { profile, judgement }: Findings,
  publication: Publication | undefined
): string {
  if (publication && DECIDED.includes(publication.kind)) {
    return sayPublication(publication)
  }
  const file = codeSpan(profile)
  const how = judgement.fails
    ? `**To accept this**, commit the new ${file}, which this run wrote into its workspace. Or undo the change that led to it.`
    : `This run wrote the new ${file} into its workspace. Commit it to keep it.`
  const title = '### How to accept it'
  if (!publication) return `${title}\n\n${how}`
  const said = sayPublication(publication)
  return publication.kind === 'left'
    ? `${title}\n\n${how}\n\n<sub>${said}</sub>`
    : `${title}\n\n${said}\n\n${how}`
}

/** With these there is nothing left to do. */
const DECIDED: readonly Publication['kind'][] = [
  'committed',
  'there',
  'superseded',
  'gone'
]
