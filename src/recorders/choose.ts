import { troubles, works } from '../checks/trouble.ts'
import { UserError } from '../errors.ts'
import { ABOUT, RECORDER_NAMES, type RecorderName } from './known.ts'
import type { CheckedRecorder, Recorder } from './recorder.ts'

export type RecorderChoice = 'auto' | RecorderName

/** A recorder that did not work out, and why. */
export interface Failed {
  name: RecorderName
  why: readonly string[]
}

/** What records a run. */
export interface Choice {
  /** Its recording counts. */
  first: Recorder
  /** It records the same run, as a check on the first. */
  second: Recorder | undefined
  /** Those that were tried before, in vain. */
  failed: readonly Failed[]
}

/**
 * Finds what can record on this machine. `auto` takes bpftrace, which sees
 * what the filter would see, checked by the hook where that works, too;
 * else the hook, else the kernel's audit records, else strace. Any other choice is
 * that recorder or none.
 *
 * @param recorders all of them
 * @param failed those that turned out not to work
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
 * What `auto` records with: those of the first group that work, the best
 * first.
 */
const AUTO = [...Map.groupBy(RECORDER_NAMES, name => ABOUT[name].rank)]
  .sort(([a], [b]) => a - b)
  .map(([, group]) => group)

/** What `auto` would record with where these work. */
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
      hint: `Tried:\n${lines.join('\n')}\nscripts/setup-runner.sh (\`setup: install\`) mends most of it; \`mode: doctor\` shows all of it.${wanted === 'auto' ? '' : ' `recorder: auto` takes what works.'}`
    }
  )
}
