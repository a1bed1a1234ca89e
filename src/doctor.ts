import type { Check } from './checks/check.js'
import { checkMachine } from './checks/machine.js'
import type { Machine } from './checks/program.js'
import {
  checkAudit,
  checkBpftrace,
  checkHook,
  checkStrace
} from './checks/tracers.js'
import { works } from './checks/trouble.js'
import { recordersOfAuto } from './recorders/choose.js'
import { CALLED, type RecorderName } from './recorders/recording.js'
import { codeCell } from './text/markdown.js'

/** What a machine has and lacks for recording. */
export interface Examination {
  /** What every recorder needs. */
  machine: Check[]
  recorders: { name: RecorderName; checks: Check[] }[]
  /** What `recorder: auto` would record with, at once; empty where nothing can. */
  recordsWith: RecorderName[]
}

/** What only a container can show. */
export interface Trials {
  /** Whether podman can start one. */
  engine(): Promise<Check>
  /** Whether a recorder sees what is in one. */
  recorder(name: RecorderName): Promise<Check>
}

/**
 * Looks at the machine and at what each recorder needs of it. Starts no
 * container, changes nothing, and does not throw.
 */
export async function examine(machine: Machine): Promise<Examination> {
  const [ofMachine, hook, bpftrace, audit, strace] = await Promise.all([
    checkMachine(machine),
    checkHook(machine),
    checkBpftrace(machine),
    checkAudit(machine),
    checkStrace(machine)
  ])
  const recorders = [
    { name: 'bpftrace' as const, checks: bpftrace },
    { name: 'hook' as const, checks: hook },
    { name: 'audit' as const, checks: audit },
    { name: 'strace' as const, checks: [strace] }
  ]
  return concluded(ofMachine, recorders)
}

/**
 * The same examination with what trials show: podman's, and that of each
 * recorder that lacks nothing.
 *
 * @throws what the trials throw
 */
export async function tryOut(
  { machine, recorders }: Examination,
  trials: Trials
): Promise<Examination> {
  const tried = [...machine, await trials.engine()]
  if (!works(tried)) return concluded(tried, recorders)
  const all: Examination['recorders'] = []
  for (const { name, checks } of recorders) {
    const trial = works(checks) ? [await trials.recorder(name)] : []
    all.push({ name, checks: [...checks, ...trial] })
  }
  return concluded(tried, all)
}

function concluded(
  machine: Check[],
  recorders: Examination['recorders']
): Examination {
  const working = recorders.filter(({ checks }) => works(checks))
  return {
    machine,
    recorders,
    recordsWith: works(machine)
      ? recordersOfAuto(working.map(({ name }) => name))
      : []
  }
}

/** Whether the runner can record and how, or what is in the way; one line. */
export function verdictOf(examination: Examination): string {
  const { machine, recordsWith } = examination
  const blocking = machine.filter(({ state }) => state === 'missing')
  if (blocking.length > 0) {
    const names = blocking.map(({ name }) => name).join(', ')
    return `this runner cannot record; mend first: ${names}`
  }
  if (recordsWith.length === 0) {
    return 'this runner cannot record: each recorder lacks something; mend one of them'
  }
  return `this runner can record with ${recordsWith.map(name => CALLED[name]).join(' and ')}${recordsWith.length > 1 ? ', both at once' : ''}`
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
      : 'Mend from the top down. `sudo bash scripts/setup-runner.sh`, or `setup: install` in the step, installs podman, the hook, bpftrace and headers, and mounts tracefs. What each line means: docs/doctor.md.'
  ]
  return `${sections.filter(section => section !== '').join('\n\n')}\n`
}

/** How good a recorder is; those of the same rank are used together. */
const RANKS: Record<RecorderName, number> = {
  hook: 0,
  bpftrace: 0,
  audit: 1,
  strace: 2
}

/** Whether a recorder can work, and what recording would gain by it. */
function role(
  name: RecorderName,
  checks: readonly Check[],
  recordsWith: readonly RecorderName[]
): string {
  const can = works(checks) ? 'works' : 'cannot work'
  const [used] = recordsWith
  if (used === undefined) return can
  if (recordsWith.includes(name)) return `${can}, and is used`
  return RANKS[name] > RANKS[used]
    ? `${can}, and is not needed`
    : `${can}; recording would be better with it`
}

const MARKS = {
  ok: '✅ ok',
  weak: '⚠️ weak',
  missing: '❌ missing',
  absent: '➖ absent'
} satisfies Record<Check['state'], string>

/** Wider cells are not aligned with. */
const WIDEST = 48

function renderTable(checks: readonly Check[]): string {
  const rows = [
    ['', 'state', 'found', 'what to do'],
    ...checks.map(({ name, state, found, mend }) => [
      name,
      MARKS[state],
      codeCell(found),
      mend === undefined ? '' : codeCell(mend)
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

/** Its columns in a terminal, where a mark takes two and no more. */
function length(text = ''): number {
  return text.replace(/^[✅❌➖]|^⚠️/u, '..').length
}

function pad(text: string, width = 0): string {
  return text + ' '.repeat(Math.max(0, width - length(text)))
}
