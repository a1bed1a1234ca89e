import { type Check, works } from '../checks/check.ts'
import { ABOUT, type RecorderName } from '../recorders/known.ts'
import { codeCell } from '../text/markdown.ts'

/** What a machine has and lacks for recording. */
export interface Examination {
  /** What every recorder needs. */
  machine: Check[]
  recorders: { name: RecorderName; checks: Check[] }[]
  /** The recorders that `recorder: auto` would use; empty where none works. */
  recordsWith: RecorderName[]
}

/** Whether and how the runner can record, or what prevents it; one line. */
export function verdictOf(examination: Examination): string {
  const { machine, recordsWith } = examination
  const blocking = machine.filter(({ state }) => state === 'missing')
  if (blocking.length > 0) {
    const names = blocking.map(({ name }) => name).join(', ')
    return `this runner cannot record; fix this first: ${names}`
  }
  if (recordsWith.length === 0) {
    return 'this runner cannot record: each recorder lacks something; fix one of them'
  }
  return `this runner can record with ${recordsWith.map(name => ABOUT[name].called).join(' and ')}${recordsWith.length > 1 ? ', both at once' : ''}`
}

/** Whether a recorder works, and whether it is used or would be better. */
function role(
  name: RecorderName,
  checks: readonly Check[],
  recordsWith: readonly RecorderName[]
): string {
  const can = works(checks) ? 'works' : 'cannot work'
  const [used] = recordsWith
  if (used === undefined) return can
  if (recordsWith.includes(name)) return `${can}, and is used`
  return ABOUT[name].rank > ABOUT[used].rank
    ? `${can}, and is not needed`
    : `${can}; recording would be better with it`
}

const MARKS = {
  ok: '✅ ok',
  weak: '⚠️ weak',
  missing: '❌ missing',
  absent: '➖ absent'
} satisfies Record<Check['state'], string>
/** Wider cells do not widen their column. */
const WIDEST = 48
/** Its width in a terminal, where a mark takes two columns. */
function length(text = ''): number {
  return text.replace(/^[✅❌➖]|^⚠️/u, '..').length
}

function pad(text: string, width = 0): string {
  return text + ' '.repeat(Math.max(0, width - length(text)))
}

function renderTable(checks: readonly Check[]): string {
  const rows = [
    ['', 'state', 'found', 'what to do'],
    ...checks.map(({ name, state, found, fix }) => [
      name,
      MARKS[state],
      codeCell(found),
      fix === undefined ? '' : codeCell(fix)
    ])
  ]
  const widths = [0, 1, 2, 3].map(column =>
    Math.max(
      3,
      ...rows.map(row => length(row[column])).filter(l => l <= WIDEST)
    )
  )
  const [head = '', ...body] = rows.map(
    row => `| ${row.map((cell, at) => pad(cell, widths[at])).join(' | ')} |`
  )
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`
  return [head, rule, ...body].join('\n')
}

/**
 * The examination as GitHub's Markdown, its tables aligned so that it can be
 * read in a log as well.
 */
export function renderDoctor(examination: Examination): string {
  const { machine, recorders, recordsWith } = examination
  const all = [machine, ...recorders.map(({ checks }) => checks)].flat()
  const sections = [
    `## ${recordsWith.length > 0 ? '✅' : '⛔'} seccomp-lock: ${verdictOf(examination)}`,
    `### The machine\n\n${renderTable(machine)}`,
    ...recorders.map(
      ({ name, checks }) =>
        `### ${name}: ${role(name, checks, recordsWith)}\n\n${renderTable(checks)}`
    ),
    works(all)
      ? ''
      : 'Fix the lines from top to bottom. `sudo bash scripts/setup-runner.sh`, or `setup: install` in the step, installs podman, the hook, bpftrace and headers, and mounts tracefs. What each line means: docs/doctor.md.'
  ]
  return `${sections.filter(section => section !== '').join('\n\n')}\n`
}
