import path from 'node:path/posix'

/** A file that the change deleted or renamed. */
export interface Move {
  from: string
  /** undefined if it was deleted. */
  to: string | undefined
}

/** No more files are read to find the old profile. */
const MAX_CANDIDATES = 20

/** The file that was renamed to this one. */
export const renamedTo = (
  moves: readonly Move[],
  file: string
): string | undefined => moves.find(({ to }) => to === file)?.from

/**
 * The files that may be an old profile, for a change that made this one: JSON
 * files that are gone. Those with its name come first, then the alphabet
 * decides.
 */
export function candidates(moves: readonly Move[], file: string): string[] {
  const isNamesake = (other: string) =>
    path.basename(other) === path.basename(file)
  const gone = moves.map(({ from }) => from).filter(isJson)
  return [
    ...gone.filter(isNamesake).sort(),
    ...gone.filter(other => !isNamesake(other)).sort()
  ].slice(0, MAX_CANDIDATES)
}

const isJson = (file: string) => file.endsWith('.json')
