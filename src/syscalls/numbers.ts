import type { Architecture } from './architectures.js'
import numbers from './numbers.json' with { type: 'json' }

const TABLES: Partial<Record<string, Record<string, number> | string>> = numbers

/**
 * The system calls of an architecture and their numbers; empty for an
 * architecture that the tables do not have.
 */
export function syscallNumbers(
  architecture: Architecture
): Record<string, number> {
  const table = TABLES[architecture]
  return typeof table === 'object' ? table : {}
}

/** The system calls of all architectures in the tables, sorted. */
export function syscallNames(): ReadonlySet<string> {
  return (names ??= new Set(
    Object.values(TABLES)
      .flatMap(table => (typeof table === 'object' ? Object.keys(table) : []))
      .sort()
  ))
}

let names: ReadonlySet<string> | undefined
