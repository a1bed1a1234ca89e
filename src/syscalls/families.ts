import type { Architecture } from './architectures.ts'
import { FAMILIES, type Family } from './family-table.ts'
import { syscallNumbers } from './numbers.ts'

export { FAMILIES, type Family }

/**
 * The portability family of a call: the call itself, and the calls that libc or
 * the kernel uses in its place on another version or architecture. Undefined
 * for a call without a stand-in. No two families have a name in common.
 */
export function familyOf(name: string): Family | undefined {
  return BY_NAME.get(name)
}

/**
 * The calls that can take the place of the named ones on another kernel, libc
 * or clock, as far as the architecture has them: sorted, without the named
 * ones. Calls of the vDSO are always among them, because no recording can show
 * that a program does not make them.
 */
export function standInsFor(
  names: readonly string[],
  architecture: Architecture
): string[] {
  const given = new Set(names)
  const existing = syscallNumbers(architecture)
  const families = new Set([
    ...FAMILIES.filter(family => family.unseen),
    ...names.flatMap(name => familyOf(name) ?? [])
  ])
  return [...families]
    .flatMap(family => family.names)
    .filter(name => !given.has(name) && Object.hasOwn(existing, name))
    .sort()
}

const BY_NAME = new Map(
  FAMILIES.flatMap(family =>
    family.names.map((name): [string, Family] => [name, family])
  )
)
