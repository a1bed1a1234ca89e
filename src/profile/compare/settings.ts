import type { Architecture } from '../../syscalls/architectures.ts'
import { SUB_ARCHITECTURES } from '../../syscalls/architectures.ts'
import { errnoOrEperm } from '../errno.ts'
import { architecturesOn, type Machine } from '../filter/load.ts'
import { nativesOf } from '../filter/machines.ts'
import {
  defaultReturnOf,
  type FilterReturn,
  passes,
  returnOf,
  valuesOf
} from '../filter/returns.ts'
import { sortedUnique } from '../normalize.ts'
import { ENGINE_NAMES } from '../resolve.ts'
import type { Profile } from '../types.ts'

/**
 * A setting of a profile, as the input `accept-dangerous` and the reports name
 * it: `default-action`, `errno-0`, `listener`, `architecture: x86`.
 */
export type Setting =
  | (typeof OPENING_SETTINGS)[number]
  | `architecture: ${string}`
  | 'default-errno'
  | 'architectures'
  | 'flags'

/** Those that can open a profile, besides its architectures. */
export const OPENING_SETTINGS = [
  'default-action',
  'errno-0',
  'listener'
] as const

/** How a setting differs between two profiles. */
export interface SettingChange {
  setting: Setting
  /** What it does to what a container can do; `changes` if it is neither. */
  effect: 'opens' | 'narrows' | 'changes'
  /** As part of a sentence: `default errno: 1 -> 38`. */
  text: string
}

/**
 * The settings of a profile that let through what no rule of it allows by name:
 * a default that does not refuse, errno 0, with which a call seems to succeed
 * (seccomp(2), SECCOMP_RET_ERRNO), a listener, which decides in place of the
 * filter (seccomp_unotify(2)), and the architectures whose programs a machine
 * runs beside its own.
 */
export function openSettings(profile: Profile): Setting[] {
  const { syscalls, listenerPath } = profile
  const isForged = syscalls.some(rule => valuesFor(rule).some(isSuccess))
  const isHeard = syscalls.some(rule => rule.action === 'SCMP_ACT_NOTIFY')
  return [
    ...defaultsOf(profile),
    ...(isForged ? (['errno-0'] as const) : []),
    ...(isHeard || listenerPath !== undefined ? (['listener'] as const) : []),
    ...foreignOf(profile).map(architectureSetting)
  ].filter((setting, index, all) => all.indexOf(setting) === index)
}

function defaultsOf(profile: Profile): Setting[] {
  const values = valuesFor(profile)
  if (values.some(isSuccess)) return ['errno-0']
  return values.length === 0 || values.some(passes) ? ['default-action'] : []
}

/** Architectures of a profile that are not a machine's own where they count. */
function foreignOf(profile: Profile): Architecture[] {
  const { architectures = [], archMap = [] } = profile
  const named = [
    ...architectures,
    ...archMap.flatMap(entry => entry.subArchitectures)
  ]
  const subs = new Set(nativesOf(profile).flatMap(subsOf))
  return sortedUnique(named.filter(architecture => subs.has(architecture)))
}

/** Whether programs of an architecture run on a machine beside its own. */
const subsOf = (native: Architecture): readonly Architecture[] =>
  SUB_ARCHITECTURES[native] ?? []

/** The setting that stands for an architecture: `architecture: x86`. */
export function architectureSetting(architecture: Architecture): Setting {
  const short = architecture.slice('SCMP_ARCH_'.length).toLowerCase()
  return `architecture: ${ENGINE_NAMES[architecture] ?? short}`
}

/** Each engine's return value for what a rule, or the default, decides. */
const valuesFor = (of: Profile | Profile['syscalls'][number]) =>
  valuesOf(engine =>
    'action' in of ? returnOf(of, engine) : defaultReturnOf(of, engine)
  )

const isSuccess = (value: FilterReturn) => passes(value) && value >>> 16 === 5

/** The default's errno; where Docker reads another one, both. */
function sayDefaultErrno({ defaultErrno, defaultErrnoRet }: Profile): string {
  const podman = errnoOrEperm(defaultErrno, defaultErrnoRet)
  const moby = errnoOrEperm(undefined, defaultErrnoRet)
  return podman === moby ? String(podman) : `${podman} (in Docker ${moby})`
}

/** The settings that differ, on these machines. */
export function diffSettings(
  before: Profile,
  after: Profile,
  machines: readonly Machine[]
): SettingChange[] {
  const bothRefuse = [before, after].every(
    ({ defaultAction }) => defaultAction === 'SCMP_ACT_ERRNO'
  )
  const opened = (p: Profile) => defaultsOf(p).length > 0
  const byOpening = (is: (p: Profile) => boolean) => {
    if (is(before) === is(after)) return 'changes'
    return is(after) ? 'opens' : 'narrows'
  }
  const listens = (p: Profile) => p.listenerPath !== undefined
  const changes: (SettingChange | undefined)[] = [
    changed(
      'default-action',
      byOpening(opened),
      'default action',
      p => p.defaultAction
    ),
    changed(
      [before, after].some(p => valuesFor(p).some(isSuccess))
        ? 'errno-0'
        : 'default-errno',
      byOpening(opened),
      'default errno',
      p => (bothRefuse ? sayDefaultErrno(p) : '')
    ),
    ...machines.flatMap(architecturesBetween),
    changed('flags', 'changes', 'flags', p =>
      sortedUnique(p.flags ?? []).join(' ')
    ),
    changed(
      'listener',
      listens(after) ? 'opens' : 'narrows',
      'listener path',
      p => p.listenerPath ?? ''
    ),
    changed(
      'listener',
      'changes',
      'listener metadata',
      p => p.listenerMetadata ?? ''
    )
  ]
  const found = changes.filter(change => change !== undefined)
  const keyOf = ({ setting, text }: SettingChange) => `${setting} ${text}`
  return [...new Map(found.map(c => [keyOf(c), c])).values()]

  function changed(
    setting: Setting,
    effect: SettingChange['effect'],
    what: string,
    of: (p: Profile) => unknown
  ): SettingChange | undefined {
    const [was, is] = [String(of(before)), String(of(after))]
    if (was === is) return undefined
    const text = `${what}: ${was || 'none'} -> ${is || 'none'}`
    return { setting, effect, text }
  }

  function architecturesBetween(machine: Machine): SettingChange[] {
    const { architecture: native } = machine
    const of = (p: Profile) => architecturesOn(p, machine)
    const [was, is] = [of(before), of(after)]
    const listed = changed(
      'architectures',
      'changes',
      `architectures on ${ENGINE_NAMES[native] ?? native}`,
      p => sortedUnique(of(p)).join(' ')
    )
    if (listed === undefined) return []
    const foreign = subsOf(native).flatMap((sub): SettingChange[] => {
      const [had, has] = [was.includes(sub), is.includes(sub)]
      if (had === has) return []
      const effect = has ? 'opens' : 'narrows'
      return [{ ...listed, setting: architectureSetting(sub), effect }]
    })
    return foreign.length > 0 ? foreign : [listed]
  }
}
