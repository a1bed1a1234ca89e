import { works } from '../checks/check.ts'
import { troubles } from '../checks/trouble.ts'
import { UserError } from '../errors.ts'
import { ABOUT, RECORDER_NAMES, type RecorderName } from './known.ts'
import type { CheckedRecorder, Recorder } from './recorder.ts'

export type RecorderChoice = 'auto' | RecorderName

/** A recorder that does not work here, and why. */
export interface Failed {
  name: RecorderName
  why: readonly string[]
}

/** The recorders of a run. */
export interface Choice {
  /** The recorder whose recording counts. */
  first: Recorder
  /** Records the same run, as a check on the first. */
  second: Recorder | undefined
  /** The recorders that were tried first and do not work. */
  failed: readonly Failed[]
}

/**
 * Finds the recorders that work on this machine. `auto` takes bpftrace, which
 * sees what the filter would see, checked by the hook if that also works;
 * otherwise the hook, otherwise the kernel's audit records, otherwise strace.
 * Any other choice means that recorder or none.
 *
 * @param recorders all of them
 * @param failed the ones that turned out not to work
 * @throws UserError that lists what was tried
 */
export async function chooseRecorders(
  wanted: RecorderChoice,
  recorders: readonly CheckedRecorder[],
  failed: readonly Failed[] = []
): Promise<Choice> {
  const tried = new Map(failed.map(({ name, why }) => [name, why]))
  const groups = wanted === 'auto' ? AUTO : [[wanted]]
  for (const group of groups) {
    const left = group.flatMap(name =>
      recorders.filter(r => r.name === name && !tried.has(name))
    )
    const checks = await Promise.all(left.map(r => r.preflight()))
    const working = left.filter((_, index) => works(checks[index] ?? []))
    for (const [index, recorder] of left.entries()) {
      if (working.includes(recorder)) continue
      tried.set(recorder.name, troubles(checks[index] ?? []))
    }
    const [first, second] = working
    if (first) return { first, second, failed: listed(tried) }
  }
  throw nothingWorks(wanted, listed(tried))
}

/**
 * The groups that `auto` tries, the best first: it records with the recorders
 * of the first group in which any work.
 */
const AUTO = [...Map.groupBy(RECORDER_NAMES, name => ABOUT[name].rank)]
  .sort(([a], [b]) => a - b)
  .map(([, group]) => group)

/** The recorders that `auto` would use if these work. */
export function recordersOfAuto(
  working: readonly RecorderName[]
): RecorderName[] {
  return (
    AUTO.map(group => group.filter(name => working.includes(name))).find(
      group => group.length > 0
    ) ?? []
  )
}

function listed(tried: ReadonlyMap<RecorderName, readonly string[]>): Failed[] {
  return [...tried].map(([name, why]) => ({ name, why }))
}

function nothingWorks(
  wanted: RecorderChoice,
  failed: readonly Failed[]
): UserError {
  const lines = failed.flatMap(({ name, why }) => [
    `- ${name}:`,
    ...why.map(line => `    ${line}`)
  ])
  return new UserError(
    wanted === 'auto'
      ? 'nothing can record system calls on this runner'
      : `the recorder ${wanted} cannot work on this runner`,
    {
      code: 'runner',
      hint: `Tried:\n${lines.join('\n')}\nscripts/setup-runner.sh (\`setup: install\`) fixes most of this; \`mode: doctor\` shows everything.${wanted === 'auto' ? '' : ' `recorder: auto` uses what works.'}`
    }
  )
}
