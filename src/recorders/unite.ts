import type { Architecture } from '../syscalls/architectures.ts'
import { keyOf, uniteCalls, uniteDenied } from './counts.ts'
import type { DeniedCall, RecordedCall, Recording } from './recording.ts'

/** A call, and in how many of the recordings it is. */
export interface UnitedCall extends RecordedCall {
  runs: number
}

/** Several recordings of the same tests as one. */
export interface United {
  /** Sorted by name. */
  calls: UnitedCall[]
  denied: DeniedCall[]
  /** How many recordings there are. */
  runs: number
  /** What the recorder cannot know, one sentence each. */
  blind: string[]
}

/** Unites recordings of one recorder; counts are added up. */
export function uniteRecordings(recordings: readonly Recording[]): United {
  const runs = new Map<string, number>()
  for (const { calls } of recordings) {
    for (const call of calls) {
      runs.set(keyOf(call), (runs.get(keyOf(call)) ?? 0) + 1)
    }
  }
  const calls = uniteCalls(recordings.flatMap(({ calls }) => calls))
  return {
    calls: calls.map(call => ({ ...call, runs: runs.get(keyOf(call)) ?? 0 })),
    denied: uniteDenied(recordings.flatMap(({ denied }) => denied)),
    runs: recordings.length,
    blind: [...new Set(recordings.flatMap(({ blind }) => blind))]
  }
}

/** The architectures of calls that were not the machine's own. */
export function foreignArchitectures({
  calls
}: Pick<Recording, 'calls'>): Architecture[] {
  return [...new Set(calls.flatMap(call => call.architecture ?? []))].sort()
}
