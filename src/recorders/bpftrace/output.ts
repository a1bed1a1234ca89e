import type { Architecture } from '../../syscalls/architectures.ts'
import { SUB_ARCHITECTURES } from '../../syscalls/architectures.ts'
import { isX32, syscallsByNumber } from '../../syscalls/numbers.ts'
import { type Count, groupCalls, keyOf, uniteDenied } from '../counts.ts'
import type { Observation } from '../recording.ts'
import { cgroupsOf, madeCgroups } from './cgroups.ts'
import { type CallKey, readCallKey, readComm } from './key.ts'
import { COUNT_LIMIT, MAX_KEYS } from './program.ts'

/** bpftrace's maps by name, and their entries by key. */
export type Maps = ReadonlyMap<string, ReadonlyMap<string, number>>

/**
 * Reads the maps that `bpftrace -f json` printed when it ended. It writes a
 * byte above 127 as `\uffffffc3`, the sign-extended byte in hexadecimal.
 *
 * @param lines one character per byte
 */
export function decodeMaps(lines: readonly string[]): Maps {
  return new Map(
    lines
      .filter(line => line.startsWith('{"type": "map"'))
      .flatMap(line => {
        const text = line.replace(
          /\\(?:uffffff([0-9a-f]{2})|[^])/g,
          (escape, byte: string | undefined) =>
            byte === undefined ? escape : `\\u00${byte}`
        )
        const { data } = JSON.parse(text) as { data: MapData }
        return Object.entries(data)
      })
      .map(([name, entries]) => [name, new Map(Object.entries(entries))])
  )
}

type MapData = Record<string, Record<string, number>>

/**
 * The losses that bpftrace reports: events, or map entries that could not be
 * written (`helper_error`, from 0.24 on).
 *
 * @param lines the output of `bpftrace -f json`
 * @returns a sentence for each kind
 */
export function lossesOf(lines: readonly string[]): string[] {
  return ['lost_events', 'helper_error'].flatMap(type => {
    const found = lines.filter(line => line.startsWith(`{"type": "${type}"`))
    return found.length === 0
      ? []
      : [`bpftrace reported losses (${type}: ${found.length})`]
  })
}

/**
 * Reads the calls of one container from the maps.
 *
 * @param watched the calls whose refusals were watched one by one
 */
export function observationOf(
  maps: Maps,
  containerId: string,
  architecture: Architecture,
  watched: readonly string[] = []
): Pick<Observation, 'calls' | 'denied' | 'lost'> & { isSeen: boolean } {
  const cgroups = cgroupsOf(madeCgroups(maps.get('@cg')), containerId)
  const entries = (map: keyof typeof KEYS) =>
    [...(maps.get(map) ?? [])].flatMap(([text, count]) => {
      const groups = KEYS[map].exec(text)?.groups
      if (!groups) return []
      const { call = '', first = '', second = '', errno } = groups
      const key = readCallKey(call)
      return cgroups.has(key.cgroup) && key.id !== undefined
        ? [
            {
              ...callOf(key, key.id, architecture),
              comm: readComm([first, second], architecture),
              count,
              errno
            }
          ]
        : []
    })
  const calls = groupCalls(
    entries('@s').map(entry => ({
      ...entry,
      atLeast: entry.count >= COUNT_LIMIT
    }))
  )
  const made = new Set(calls.map(keyOf))
  const refused = entries('@d').filter(
    call =>
      (watched.includes(call.name) && !call.architecture) ||
      !made.has(keyOf(call))
  )
  return {
    isSeen: cgroups.size > 0,
    calls,
    denied: uniteDenied(
      refused.map(({ errno, name, architecture, ...program }) => ({
        name,
        architecture,
        programs: [program],
        errno: Number(errno)
      }))
    ),
    lost: [
      ...[...maps]
        .filter(([, map]) => map.size >= MAX_KEYS)
        .map(
          ([name]) =>
            `bpftrace's map ${name} was full at ${MAX_KEYS} entries, so further ones were dropped`
        ),
      ...Object.entries(KEYS)
        .map(([name, pattern]) => ({
          name,
          strange: [...(maps.get(name)?.keys() ?? [])].find(
            text => !pattern.test(text)
          )
        }))
        .filter(({ strange }) => strange !== undefined)
        .map(
          ({ name, strange }) =>
            `bpftrace's map ${name} has a key that its program cannot have written: ${JSON.stringify(strange)}`
        )
    ]
  }
}

/** The form of the keys in the maps that count calls. */
const KEYS = {
  '@s': /^(?<call>-?\d+),(?<first>-?\d+),(?<second>-?\d+)$/,
  '@d': /^(?<call>-?\d+),(?<first>-?\d+),(?<second>-?\d+),-(?<errno>\d+)$/
}

function callOf(
  { isCompat }: CallKey,
  number: number,
  own: Architecture
): Pick<Count, 'name' | 'architecture'> {
  const [compat, x32] = SUB_ARCHITECTURES[own] ?? []
  const architecture = isCompat ? compat : isX32(number) ? x32 : undefined
  const table = syscallsByNumber(architecture ?? own)
  return {
    name: table.get(number) ?? `#${number}`,
    ...(architecture && { architecture })
  }
}
