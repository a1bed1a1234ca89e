import { type History, mayLeave, runsNeeded } from './history.ts'

/** A call that stays although it was not seen. */
export interface Pending {
  name: string
  /** How many runs in a row were without it. */
  unseen: number
  /** How many more it takes until it is removed. */
  more: number
}

/** The calls that stay because they may come back. */
export function pendingOf(
  history: History,
  names: readonly string[]
): Pending[] {
  return names
    .filter(name => !mayLeave(history, name))
    .map(name => ({
      name,
      unseen: history.calls.get(name)?.unseen ?? 0,
      more: runsNeeded(history, name)
    }))
}
