import { distance } from 'fastest-levenshtein'

import { syscallNames } from './numbers.ts'

/**
 * The known system call that a mistyped name most likely means, on any
 * architecture; undefined if none is near, or if the name is known. Near means
 * a Levenshtein distance of up to a third of the name's letters (rounded up),
 * three at most; ties go to the alphabetically first.
 */
export function nearestName(name: string): string | undefined {
  const known = syscallNames()
  if (known.has(name)) return undefined
  const written = name.trim().toLowerCase()
  const near = Math.min(3, Math.ceil(written.length / 3))
  let best: { name: string; apart: number } | undefined
  for (const candidate of known) {
    if (Math.abs(candidate.length - written.length) > near) continue
    const apart = distance(written, candidate)
    if (best === undefined || apart < best.apart) {
      best = { name: candidate, apart }
    }
  }
  return best && best.apart <= near ? best.name : undefined
}
