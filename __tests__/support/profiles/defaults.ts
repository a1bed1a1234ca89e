import { mobyDefault } from '../../../src/profile/defaults/moby.ts'
import { parseProfile } from '../../../src/profile/parse.ts'
import { type EngineName, resolveRules } from '../../../src/profile/resolve.ts'
import { type Treatment, treatmentOf } from '../../../src/profile/treatment.ts'
import type { Profile, Rule } from '../../../src/profile/types.ts'
import type { Architecture } from '../../../src/syscalls/architectures.ts'
import {
  MOBY_DEFAULT_CAPABILITIES,
  PODMAN_DEFAULT_CAPABILITIES
} from '../../../src/syscalls/capabilities.ts'
import podman from './podman-default.json' with { type: 'json' }

/** podman's default profile (containers/common pkg/seccomp/seccomp.json). */
export const podmanDefault: () => Profile = once(() =>
  parse(podman, 'podman-default.json')
)

/**
 * What an engine's default profile makes of a call in a container that has
 * the engine's default capabilities.
 *
 * @param kernel the release, such as `6.12.3-amd64`; without one, any
 *   `minKernel` is taken to be reached
 */
export function defaultTreatment(
  engine: EngineName,
  name: string,
  architecture: Architecture,
  kernel?: string
): Treatment['kind'] {
  const rules = defaultRules(engine, architecture, kernel)
  return treatmentOf(rules, name, DEFAULTS[engine]()).kind
}

/** Each engine's default profile. */
export const DEFAULTS = { podman: podmanDefault, moby: mobyDefault } as const

/** The rules that count in such a container; see `defaultTreatment`. */
export function defaultRules(
  engine: EngineName,
  architecture: Architecture,
  kernel?: string
): Rule[] {
  const [profile, capabilities] =
    engine === 'podman'
      ? [podmanDefault(), PODMAN_DEFAULT_CAPABILITIES]
      : [mobyDefault(), MOBY_DEFAULT_CAPABILITIES]
  return resolveRules(profile.syscalls, {
    architecture,
    capabilities,
    engine,
    ...(kernel !== undefined && { kernel })
  })
}

/** The copy as the engine has it: without the note on where it is from. */
function parse(copy: object, file: string): Profile {
  const profile = Object.entries(copy).filter(([key]) => key !== '$comment')
  return parseProfile(JSON.stringify(Object.fromEntries(profile)), file)
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
