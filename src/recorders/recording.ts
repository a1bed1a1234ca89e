import * as v from 'valibot'

import { messageOf, UserError } from '../errors.ts'
import { ARCHITECTURES } from '../syscalls/architectures.ts'
import { RECORDER_NAMES } from './known.ts'

/** The container's filter during the recording. */
const RECORD_UNDER = ['default', 'allow-all'] as const
export type RecordUnder = (typeof RECORD_UNDER)[number]

const program = v.object({
  /** A program's name as the kernel has it (`comm`, at most 15 bytes). */
  comm: v.string(),
  /** How often it made the call; with `atLeast`, perhaps more often. */
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
  atLeast: v.optional(v.literal(true))
})

const call = v.object({
  name: v.string(),
  /** The table that the name is from, if it is not the machine's own. */
  architecture: v.optional(v.picklist(ARCHITECTURES)),
  /** The programs that made it, the most frequent first; empty if unknown. */
  programs: v.array(program)
})

const observation = {
  /** The calls that passed the container's filter, sorted by name. */
  calls: v.array(call),
  /** The calls that the filter refused, as far as the recorder sees them. */
  denied: v.array(
    v.object({
      ...call.entries,
      /** The errno(3) that the filter returned. */
      errno: v.pipe(v.number(), v.integer())
    })
  ),
  /** A sentence for each loss. A recording with losses is not used. */
  lost: v.array(v.string()),
  /**
   * A sentence for each thing that this recorder cannot know, for the report.
   */
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

/** A recorder's observation of one container. */
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
 * @throws UserError if it is not a recording, or has an unknown version
 */
export function parseRecording(text: string, name: string): Recording {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw notARecording(name, messageOf(cause))
  }
  const { success, output, issues } = v.safeParse(recordingSchema, json)
  if (success) return output
  const [issue] = issues
  const at = v.getDotPath(issue)
  throw notARecording(name, `${at ? `${at}: ` : ''}${issue.message}`)
}

function notARecording(name: string, what: string): UserError {
  return new UserError(`${name} is not a recording of version 1: ${what}`, {
    code: 'recording',
    hint: 'Record it again with this version of seccomp-lock.'
  })
}

/** The names of the recorded calls, sorted and unique. */
export function namesOf(recording: Pick<Recording, 'calls'>): string[] {
  return [...new Set(recording.calls.map(({ name }) => name))].sort()
}
