import type { Accepted } from '../candidate/acceptance.ts'
import type { Setting } from '../profile/compare/settings.ts'
import type { Treatment } from '../profile/treatment.ts'
import { type Danger, dangerOf } from '../syscalls/danger.ts'
import { groupsOf } from '../syscalls/groups.ts'
import type { Maker } from './maker.ts'

/** What a finding is about: a call, a setting of the profile, or the file. */
export type Subject =
  | { kind: 'call'; name: string }
  | { kind: 'setting'; name: Setting }
  | { kind: 'file'; name: 'deleted' }

/** One thing that is different, or would be. */
export interface Finding {
  /**
   * `needed`: the tests need it, and the file of the checkout lacks it.
   * `proposed`: this change does it to the file that it starts from.
   */
  comparison: 'needed' | 'proposed'
  /** What it does to what a container can do; `changes` if it is neither. */
  effect: 'opens' | 'narrows' | 'changes'
  subject: Subject
  /** How it differs, where the effect alone does not say. */
  way: string | undefined
  danger: Danger
  /** systemd's groups with this call, except those with nearly all calls. */
  groups: readonly string[]
  maker: Maker
  /** How the engines' defaults treat the call; undefined for no call. */
  defaults: Defaults | undefined
  /** The commit of the branch that brought it, if git knows. */
  since: Since | undefined
  /** The word of the workflow that accepts it, if there is one. */
  accepted: Acceptance | undefined
}

/** How the engines' default profiles treat a call. */
export type Defaults = Record<'podman' | 'docker', Treatment['kind']>

export interface Since {
  commit: string
  author: string
}

/** A word of `accept-dangerous`, or a line of `allow`. */
export type Acceptance = Pick<Accepted, 'word' | 'reason' | 'until'> & {
  input: 'accept-dangerous' | 'allow'
}

/** The danger of a call, or of a setting that opens the profile. */
export function dangerOfSubject(
  subject: Subject,
  effect: Finding['effect']
): Danger {
  if (subject.kind === 'call') return dangerOf(subject.name)
  if (effect !== 'opens') return NONE
  if (subject.kind === 'file') return DELETED
  return subject.name.startsWith('architecture: ')
    ? ARCHITECTURE
    : (SETTINGS[subject.name] ?? NONE)
}

/** systemd's groups of a call, except those with nearly all calls. */
export const narrowGroupsOf = (name: string): string[] =>
  groupsOf(name).filter(group => !WIDE.includes(group))

const WIDE = ['@system-service', '@default']

const NONE: Danger = { level: 'none', brief: undefined, why: undefined }

const dangerous = (brief: string, why: string): Danger => ({
  level: 'dangerous',
  brief,
  why
})

const DELETED = dangerous(
  'undo every limit of the deleted profile',
  'Without the file, containers run under the default of their engine, and the next profile starts from nothing.'
)

const ARCHITECTURE = dangerous(
  "make another architecture's calls, in seldom tested code",
  "Programs of another architecture enter the kernel another way, through code that is seldom tested, and the profile's conditions on arguments may not fit there."
)

const SETTINGS: Partial<Record<Setting, Danger>> = {
  'default-action': dangerous(
    'make every call that is not listed',
    'The profile lets through whatever it does not list, and so protects from almost nothing.'
  ),
  'errno-0': dangerous(
    'make programs believe that refused calls worked',
    'A refused call returns 0, as if it had been made: a program that gives up its privileges goes on with them.'
  ),
  listener: dangerous(
    'have another program decide about calls',
    'A program outside of the filter decides about these calls, and can let them through.'
  )
}

/** Whether a finding lets an intruder do more than anybody has to name. */
export const isDangerous = ({ danger }: Pick<Finding, 'danger'>): boolean =>
  danger.level === 'dangerous'

const LEVELS = ['dangerous', 'notable', 'none'] as const

/**
 * The order in which people read findings: the dangerous ones first; of a
 * level, what opens the profile, and what the tests made before what
 * portability brought; then by name.
 */
export function byDanger(a: Finding, b: Finding): number {
  return (
    LEVELS.indexOf(a.danger.level) - LEVELS.indexOf(b.danger.level) ||
    EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) ||
    KINDS.indexOf(a.subject.kind) - KINDS.indexOf(b.subject.kind) ||
    Number(isPortable(a)) - Number(isPortable(b)) ||
    compareText(a.subject.name, b.subject.name)
  )
}

const EFFECTS = ['opens', 'changes', 'narrows'] as const
const KINDS = ['file', 'setting', 'call'] as const

/** Whether nobody made the call here, and other systems need it. */
export const isPortable = ({ maker }: Pick<Finding, 'maker'>): boolean =>
  maker.by === 'portability' || maker.by === 'other runtime'

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
