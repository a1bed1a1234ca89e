import type { Architecture } from './architectures.ts'
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

/** The reverse: names by number. */
export function syscallsByNumber(
  architecture: Architecture
): ReadonlyMap<number, string> {
  const known = byNumber.get(architecture)
  if (known !== undefined) return known
  const names = new Map(
    Object.entries(syscallNumbers(architecture)).map(([name, n]) => [n, name])
  )
  byNumber.set(architecture, names)
  return names
}

const byNumber = new Map<Architecture, ReadonlyMap<number, string>>()

/** The system calls of all architectures in the tables, sorted. */
export function syscallNames(): ReadonlySet<string> {
  return (names ??= new Set(
    Object.values(TABLES)
      .flatMap(table => (typeof table === 'object' ? Object.keys(table) : []))
      .sort()
  ))
}

let names: ReadonlySet<string> | undefined

/** Whether a number is of the x32 ABI (asm/unistd.h, __X32_SYSCALL_BIT). */
export function isX32(number: number): boolean {
  return number > 0 && (number & 0x4000_0000) !== 0
}
