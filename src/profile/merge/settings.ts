/** What a merged profile says beside its rules. */
import { isDeepStrictEqual } from 'node:util'

import { architecturesOn } from '../filter/load.js'
import { isFor, type Machines } from './machines.js'
import type { Group } from './mentions.js'
import { sortedUnique } from '../normalize.js'
import type { Profile } from '../types.js'
import type { JsonValue } from '../../text/json.ts'

/** A place where the result does not say exactly what the inputs say. */
export interface MergeNote {
  /** The call, architecture or key; `*` for calls that no table has. */
  name: string
  /** Whether the result lets through more or less, or lacks the key. */
  kind: 'widened' | 'narrowed' | 'dropped'
  why: string
}

/** `architectures` for one machine, unless all have `archMap`; that for more. */
export function architecturesOf(
  machines: Machines,
  profiles: readonly Profile[]
): Pick<Profile, 'architectures' | 'archMap'> {
  const [one, ...more] = machines
  if (one === undefined) return {}
  const isListed = profiles.some(profile => profile.architectures?.length)
  if (more.length === 0 && isListed) {
    const [machine, below] = one
    return { architectures: [machine, ...below] }
  }
  return {
    archMap: [...machines].map(([architecture, below]) => ({
      architecture,
      subArchitectures: [...below]
    }))
  }
}

/** Each input's flags; what they change, an engine changes for the filter. */
export function flagsOf(profiles: readonly Profile[]): Pick<Profile, 'flags'> {
  const flags = new Set<string>()
  for (const profile of profiles) {
    for (const flag of profile.flags ?? []) flags.add(flag)
  }
  return flags.size > 0 ? { flags: sortedUnique([...flags]) } : {}
}

/** The keys beside the rules that all inputs have alike. */
export function agreedKeys(
  [first, ...others]: readonly Profile[],
  drop: (key: string) => void
): Partial<Profile> {
  const agreed: Partial<Profile> = {}
  for (const key of ['listenerPath', 'listenerMetadata'] as const) {
    const value = first?.[key]
    if (others.some(other => other[key] !== value)) drop(key)
    else if (value !== undefined) agreed[key] = value
  }
  const extra = Object.entries(first?.extra ?? {}).filter(([key, value]) =>
    others.every(other => isDeepStrictEqual(other.extra?.[key], value))
  )
  return extra.length > 0
    ? { ...agreed, extra: Object.fromEntries<JsonValue>(extra) }
    : agreed
}

/** Where an architecture below a machine is not treated as by the inputs. */
export function* subArchitectureNotes(
  profile: Profile,
  machines: Machines,
  groups: readonly Group[]
): Generator<MergeNote> {
  for (const [machine, below] of machines) {
    const inForce = architecturesOn(profile, {
      architecture: machine,
      capabilities: []
    })
    const here = groups.filter(group => isFor(group.machines, machine))
    for (const name of below) {
      const isKnown = ({ machines }: Group) =>
        machines?.get(machine)?.includes(name) ?? false
      if (!inForce.includes(name)) {
        const why = `podman does not mind archMap on ${machine}`
        yield { name, kind: 'narrowed', why }
      } else if (!here.every(isKnown)) {
        const why = `not all inputs for ${machine} know it, and rules cannot tell it from ${machine}`
        yield { name, kind: 'widened', why }
      }
    }
  }
}
