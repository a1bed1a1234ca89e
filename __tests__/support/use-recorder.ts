import fs from 'node:fs'
import path from 'node:path'

import type { StepOptions, StepResult } from '../../scripts/local-runner.ts'
import { allowedNames } from '../../src/profile/compare/diff.ts'
import { parseProfile } from '../../src/profile/parse.ts'
import {
  parseRecording,
  type Recording
} from '../../src/recorders/recording.ts'
import { ALWAYS_KEPT } from '../../src/syscalls/kept.ts'
import { BASE_IMAGE } from './scratch.ts'
import { useScratch } from './use-scratch.ts'

/** Steps of which only counts what the recorder saw. */
export function useRecorder() {
  const scratch = useScratch()
  return {
    scratch,
    /** A step that is never red for what it finds, and replays nothing. */
    step: (
      inputs: Record<string, string>,
      options: Partial<StepOptions> = {}
    ) =>
      scratch.step(
        {
          image: BASE_IMAGE,
          'fail-on': 'never',
          replay: 'off',
          'confirm-removals': '0',
          ...inputs
        },
        options
      ),
    /** The names that the written profile allows, sorted. */
    allowed: () =>
      [
        ...allowedNames(parseProfile(scratch.profile() ?? '', 'f').syscalls)
      ].sort(),
    /** The option of `podman run` that loads the written profile. */
    seccomp: () =>
      `--security-opt=seccomp=${path.join(scratch.workspace, 'seccomp.json')}`
  }
}

/** The recordings of a step that succeeded. */
export function recordingsOf(result: StepResult): Recording[] {
  if (result.exitCode !== 0) throw new Error(result.log)
  const paths = JSON.parse(result.outputs['recording-paths'] ?? '') as string[]
  return paths.map(file => parseRecording(fs.readFileSync(file, 'utf8'), file))
}

/** The one recording of a step that succeeded. */
export function recordingOf(result: StepResult): Recording {
  const [recording, ...others] = recordingsOf(result)
  if (!recording || others.length > 0) throw new Error('not one recording')
  return recording
}

/** Those that come and go by chance are kept in any case. */
export const withoutKept = (names: readonly string[]) =>
  names.filter(name => !ALWAYS_KEPT.includes(name))

/** As the input `command` has it: words in a shell's quotes. */
export const quoted = (command: readonly string[]) =>
  command.map(word => `'${word.replaceAll("'", `'\\''`)}'`).join(' ')
