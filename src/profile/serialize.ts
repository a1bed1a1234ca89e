import type { JsonValue } from '../text/json.ts'
import { formatJson } from '../text/json.ts'
import type { ArchMapEntry, Arg, Filter, Profile, Rule } from './types.ts'

/**
 * Writes a profile as text in the canonical form: two spaces, one name per
 * line, a fixed order of keys, empty values left out, a newline at the end.
 * Rules stay in their order.
 */
export function serializeProfile(profile: Profile): string {
  return `${formatJson(profileToJson(profile))}\n`
}

/** Drops undefined and empty values; the order of keys is the order given. */
function compact(
  members: Record<string, JsonValue | undefined>
): Record<string, JsonValue> {
  const kept: Record<string, JsonValue> = {}
  for (const [key, value] of Object.entries(members)) {
    if (value === undefined || value === '') continue
    if (Array.isArray(value) && value.length === 0) continue
    kept[key] = value
  }
  return kept
}

function profileToJson(p: Profile): JsonValue {
  return {
    ...compact({
      defaultAction: p.defaultAction,
      defaultErrnoRet: p.defaultErrnoRet,
      defaultErrno: p.defaultErrno,
      architectures: p.architectures,
      archMap: p.archMap?.map(archMapEntryToJson),
      flags: p.flags,
      listenerPath: p.listenerPath,
      listenerMetadata: p.listenerMetadata
    }),
    ...p.extra,
    syscalls: p.syscalls.map(ruleToJson)
  }
}

function ruleToJson(r: Rule): JsonValue {
  return {
    ...compact({
      comment: r.comment,
      names: r.names,
      action: r.action,
      errnoRet: r.errnoRet,
      errno: r.errno,
      args: r.args.map(argToJson),
      includes: filterToJson(r.includes),
      excludes: filterToJson(r.excludes)
    }),
    ...r.extra
  }
}

function argToJson(arg: Arg): JsonValue {
  return {
    index: arg.index,
    value: arg.value,
    ...(arg.valueTwo === 0n ? {} : { valueTwo: arg.valueTwo }),
    op: arg.op,
    ...arg.extra
  }
}

function archMapEntryToJson(entry: ArchMapEntry): JsonValue {
  return {
    architecture: entry.architecture,
    subArchitectures: entry.subArchitectures,
    ...entry.extra
  }
}

/** A filter without any condition is left out, which means the same. */
function filterToJson(filter: Filter = {}): JsonValue | undefined {
  const { caps, arches, minKernel, extra } = filter
  const json = { ...compact({ caps, arches, minKernel }), ...extra }
  return Object.keys(json).length > 0 ? json : undefined
}
