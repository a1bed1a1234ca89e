import type { Candidate } from '../candidate/candidate.ts'
import type { Suite } from '../suite/suite.ts'
import { type Denial, explainDenials, fixable } from './denials.ts'
import { createRefusalWatch, writeForPodman } from './enforce.ts'
import type { ProofInput } from './prove.ts'
import type { RuntimeTrial } from './replay.ts'
import { tryRuntimes } from './runtimes.ts'

/**
 * Starts a container that does nothing under a profile with each other OCI
 * runtime of this machine. If the profile must work with other runtimes, adds
 * the calls that it refuses them.
 *
 * @param derive gives the profile with these calls added
 * @throws UserError, Cancelled
 */
export async function tryOthers(
  suite: Suite,
  derive: (healed: readonly Denial[]) => Candidate,
  input: ProofInput
): Promise<{ runtimes: RuntimeTrial[]; healed: Denial[] }> {
  const first = await attempt(suite, derive([]), input)
  const missing = fixable(first.denials)
  if (suite.inputs.portability === 'off' || missing.length === 0) {
    return { runtimes: first.runtimes, healed: [] }
  }
  const second = await attempt(suite, derive(missing), input)
  const doesHelp = second.runtimes.every(({ result }) => result !== 'refused')
  return doesHelp
    ? { runtimes: second.runtimes, healed: missing }
    : { runtimes: first.runtimes, healed: [] }
}

async function attempt(
  suite: Suite,
  { profile }: Candidate,
  { watches, watching, reasons }: ProofInput
): Promise<{ runtimes: RuntimeTrial[]; denials: Denial[] }> {
  const file = await writeForPodman(suite, profile)
  const watch = watches.includes('bpftrace')
    ? createRefusalWatch(watching.host, profile)
    : undefined
  const trials = await tryRuntimes(suite, file, watch)
  const denied = trials.flatMap(trial =>
    trial.result === 'refused' ? (trial.denied ?? []) : []
  )
  return {
    denials: explainDenials(denied, { ...reasons, profile }),
    runtimes: trials
  }
}
