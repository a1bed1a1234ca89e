/**
 * A seccomp profile as data, in the words of the OCI runtime specification
 * (config-linux.md, "Seccomp") and of podman's and Docker's extensions to it.
 */

import type { Architecture } from '../syscalls/architectures.ts'
import type { JsonValue } from '../text/json.ts'

/** Actions for a call, runtime-spec `syscalls[].action`. */
export const ACTIONS = [
  'SCMP_ACT_KILL',
  'SCMP_ACT_KILL_PROCESS',
  'SCMP_ACT_KILL_THREAD',
  'SCMP_ACT_TRAP',
  'SCMP_ACT_ERRNO',
  'SCMP_ACT_TRACE',
  'SCMP_ACT_ALLOW',
  'SCMP_ACT_LOG',
  'SCMP_ACT_NOTIFY'
] as const
export type Action = (typeof ACTIONS)[number]

/** Comparisons of an argument, runtime-spec `syscalls[].args[].op`. */
export const OPERATORS = [
  'SCMP_CMP_NE',
  'SCMP_CMP_LT',
  'SCMP_CMP_LE',
  'SCMP_CMP_EQ',
  'SCMP_CMP_GE',
  'SCMP_CMP_GT',
  'SCMP_CMP_MASKED_EQ'
] as const
export type Operator = (typeof OPERATORS)[number]

/** A condition on one argument of a call; its values are unsigned 64-bit. */
export interface Arg {
  index: number
  value: bigint
  valueTwo: bigint
  op: Operator
  /** Unknown keys, kept as they are. */
  extra?: Record<string, JsonValue>
}

/** When a rule applies: podman's and Docker's `includes` and `excludes`. */
export interface Filter {
  caps?: string[]
  arches?: string[]
  minKernel?: string
  /** Unknown keys, kept as they are. */
  extra?: Record<string, JsonValue>
}

/** One rule: the action for the named calls when all `args` hold. */
export interface Rule {
  names: string[]
  action: Action
  errnoRet?: number
  /** The errno by name (podman); it wins over `errnoRet`. */
  errno?: string
  args: Arg[]
  comment?: string
  includes?: Filter
  excludes?: Filter
  /** Unknown keys, kept as they are. */
  extra?: Record<string, JsonValue>
}

/** An architecture, and the others that a profile for it also covers. */
export interface ArchMapEntry {
  architecture: Architecture
  subArchitectures: Architecture[]
  /** Unknown keys, kept as they are. */
  extra?: Record<string, JsonValue>
}

/** A profile: the rules in file order, and the default for all other calls. */
export interface Profile {
  defaultAction: Action
  defaultErrnoRet?: number
  /** The default errno by name (podman); it wins over `defaultErrnoRet`. */
  defaultErrno?: string
  architectures?: Architecture[]
  archMap?: ArchMapEntry[]
  flags?: string[]
  listenerPath?: string
  listenerMetadata?: string
  syscalls: Rule[]
  /** Unknown keys, kept as they are. */
  extra?: Record<string, JsonValue>
}
