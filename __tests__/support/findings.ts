import { SKIPPED } from '../../src/replay/replay.ts'
import type { Findings } from '../../src/verdict/findings.ts'

/** What a run found: no difference, and what is given. */
export const findings = (members: Partial<Findings> = {}): Findings => ({
  judgement: { verdict: 'unchanged', fails: false, denied: [] },
  diff: {
    added: [],
    removed: [],
    changed: [],
    ways: new Map<string, string>(),
    settings: []
  },
  isDenyList: false,
  profile: 'seccomp.json',
  allowed: 62,
  allowedByDefault: 310,
  byDefault: () => 'allowed',
  danger: () => ({ level: 'none', brief: undefined, why: undefined }),
  groups: () => [],
  leftOut: [],
  byPolicy: new Map(),
  governed: [],
  unseen: [],
  pending: [],
  replay: SKIPPED,
  unknown: [],
  calls: [],
  runs: 1,
  drift: [],
  portable: [],
  refused: [],
  recordUnder: 'default',
  doubts: [],
  blind: [],
  provenance: 'Recorded somewhere.',
  ...members
})

/** Recorded calls, as findings have them. */
export const callsOf = (
  ...calls: Findings['calls'][number][]
): Findings['calls'] => calls
