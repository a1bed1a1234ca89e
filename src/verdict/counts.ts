import { mobyDefault } from '../profile/defaults/moby.ts'
import { resolveRules } from '../profile/resolve.ts'
import { type Treatment, treatmentOf } from '../profile/treatment.ts'
import type { Profile } from '../profile/types.ts'
import type { Architecture } from '../syscalls/architectures.ts'
import {
  MOBY_DEFAULT_CAPABILITIES,
  PODMAN_DEFAULT_CAPABILITIES
} from '../syscalls/capabilities.ts'
import { syscallNumbers } from '../syscalls/numbers.ts'

/** How many calls are allowed, on the architecture of this run. */
export interface Counts {
  /** By the file that the change starts from; undefined if there is none. */
  before: number | undefined
  /** By the new profile. */
  after: number
  /** By the defaults of the engines. */
  podman: number
  docker: number
  /** How many there are. */
  known: number
}

/** Counts the calls that profiles allow, at least for some arguments. */
export function countCalls({
  architecture,
  engineDefault,
  before,
  candidate,
  file
}: {
  architecture: Architecture
  engineDefault: Profile
  before: Profile | undefined
  candidate: Profile | undefined
  file: Profile | undefined
}): Counts {
  const known = Object.keys(syscallNumbers(architecture))
  const count = (profile: Profile, capabilities: readonly string[]) => {
    const treat = treatmentIn(profile, architecture, capabilities)
    return known.filter(name => treat(name) !== 'refused').length
  }
  const plain = PODMAN_DEFAULT_CAPABILITIES
  const after = candidate ?? file
  return {
    before: before && count(before, plain),
    after: after ? count(after, plain) : 0,
    podman: count(engineDefault, plain),
    docker: count(mobyDefault(), MOBY_DEFAULT_CAPABILITIES),
    known: known.length
  }
}

/** How a profile treats calls in a container with these capabilities. */
export function treatmentIn(
  profile: Profile,
  architecture: Architecture,
  capabilities: readonly string[]
): (name: string) => Treatment['kind'] {
  const rules = resolveRules(profile.syscalls, { architecture, capabilities })
  return name => treatmentOf(rules, name, profile).kind
}
