import type { Architecture } from '../syscalls/architectures.ts'
import { keyOf, uniteCalls, uniteDenied } from './counts.ts'
import type { DeniedCall, RecordedCall, Recording } from './recording.ts'

/** A call, and the number of recordings that have it. */
export interface UnitedCall extends RecordedCall {
  runs: number
}

/** Several recordings of the same tests, united into one. */
export interface United {
  /** Sorted by name. */
  calls: UnitedCall[]
  denied: DeniedCall[]
  /** The number of recordings. */
  runs: number
  /** A sentence for each thing that the recorder cannot know. */
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

/** The architectures of the calls, other than the machine's own. */
export function foreignArchitectures({
  calls
}: Pick<Recording, 'calls'>): Architecture[] {
  return [...new Set(calls.flatMap(call => call.architecture ?? []))].sort()
}
