import {
  type Architecture,
  ARCHITECTURES,
  SUB_ARCHITECTURES
} from '../../syscalls/architectures.ts'
import { sortedUnique } from '../normalize.ts'
import { ENGINE_NAMES } from '../resolve.ts'
import type { Profile, Rule } from '../types.ts'
import type { Machine } from './load.ts'

/**
 * The machines on which profiles must be evaluated so that no rule is missed:
 * for each architecture that they name (x86-64 if they name none), one without
 * capabilities and one with all that they mention.
 */
export function machinesOf(profiles: readonly Profile[]): Machine[] {
  const named = sortedUnique(profiles.flatMap(nativesOf))
  const capabilities = sortedUnique(profiles.flatMap(capabilitiesOf))
  const sets = capabilities.length > 0 ? [[], capabilities] : [[]]
  const natives = named.length > 0 ? named : (['SCMP_ARCH_X86_64'] as const)
  return natives.flatMap(architecture =>
    sets.map(capabilities => ({ architecture, capabilities }))
  )
}

/** The architectures of the machines that a profile mentions. */
export function nativesOf(profile: Profile): Architecture[] {
  const { architectures = [], archMap = [], syscalls } = profile
  // A listed architecture may also be meant for a machine that can run it.
  const hosts = ARCHITECTURES.filter(native =>
    SUB_ARCHITECTURES[native]?.some(sub => architectures.includes(sub))
  )
  const inRules = syscalls.flatMap(({ includes, excludes }) => [
    ...(includes?.arches ?? []),
    ...(excludes?.arches ?? [])
  ])
  return [
    ...architectures,
    ...hosts,
    ...archMap.map(entry => entry.architecture),
    ...ARCHITECTURES.filter(a => inRules.includes(ENGINE_NAMES[a] ?? ''))
  ]
}

/** The capabilities that rules ask for or shut out, with repetitions. */
export function capabilitiesOf({
  syscalls
}: {
  syscalls: readonly Rule[]
}): string[] {
  return syscalls.flatMap(({ includes, excludes }) => [
    ...(includes?.caps ?? []),
    ...(excludes?.caps ?? [])
  ])
}
