import * as v from 'valibot'

import { messageOf, UserError } from '../errors.ts'
import { ARCHITECTURES } from '../syscalls/architectures.ts'
import { RECORDER_NAMES } from './known.ts'

/** What the container's filter was while it was recorded. */
const RECORD_UNDER = ['default', 'allow-all'] as const
export type RecordUnder = (typeof RECORD_UNDER)[number]

const program = v.object({
  /** A program's name as the kernel has it (`comm`, at most 15 bytes). */
  comm: v.string(),
  /** How often it made the call; at least so often where `atLeast`. */
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
  atLeast: v.optional(v.literal(true))
})

const call = v.object({
  name: v.string(),
  /** The table that the name is from, if it is not the machine's own. */
  architecture: v.optional(v.picklist(ARCHITECTURES)),
  /** Who made it, the most frequent first; empty where nobody can tell. */
  programs: v.array(program)
})

const observation = {
  /** The calls that passed the container's filter, sorted by name. */
  calls: v.array(call),
  /** The calls that the filter refused, as far as the recorder sees them. */
  denied: v.array(
    v.object({
      ...call.entries,
      /** What the filter returned in their place, errno(3). */
      errno: v.pipe(v.number(), v.integer())
    })
  ),
  /** What was lost, one sentence each. A recording that lost is not used. */
  lost: v.array(v.string()),
  /** What this recorder cannot know, one sentence each, for the report. */
  blind: v.array(v.string())
}

const recordingSchema = v.object({
  format: v.literal('seccomp-lock recording'),
  version: v.literal(1),
  recorder: v.picklist(RECORDER_NAMES),
  recordedUnder: v.picklist(RECORD_UNDER),
  architecture: v.picklist(ARCHITECTURES),
  kernel: v.string(),
  engine: v.string(),
  runtime: v.string(),
  /** The options of `podman run` that the workflow gave. */
  options: v.array(v.string()),
  ...observation
})

export type ProgramCount = v.InferOutput<typeof program>
export type RecordedCall = v.InferOutput<typeof call>
export type DeniedCall = Observation['denied'][number]

/** What a recorder saw of one container. */
export type Observation = Pick<Recording, keyof typeof observation>

/** One recorded run, as it is saved to a file: docs/recording.md. */
export type Recording = v.InferOutput<typeof recordingSchema>

/** A recording as the text of a file. */
export function serializeRecording(recording: Recording): string {
  return `${JSON.stringify(recording, undefined, 2)}\n`
}

/**
 * Reads a recording back.
 *
 * @param name what to call it in errors
 * @throws UserError where it is none, or of a version that we do not know
 */
export function parseRecording(text: string, name: string): Recording {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw noRecording(name, messageOf(cause))
  }
  const { success, output, issues } = v.safeParse(recordingSchema, json)
  if (success) return output
  const [issue] = issues
  const at = v.getDotPath(issue)
  throw noRecording(name, `${at ? `${at}: ` : ''}${issue.message}`)
}

function noRecording(name: string, what: string): UserError {
  return new UserError(`${name} is no recording of version 1: ${what}`, {
    hint: 'Record it anew with this version of seccomp-lock.'
  })
}

/** The names of the recorded calls, sorted and unique. */
export function namesOf(recording: Pick<Recording, 'calls'>): string[] {
  return [...new Set(recording.calls.map(({ name }) => name))].sort()
}
