import fs from 'node:fs/promises'
import path from 'node:path'

import { namesOf, type Observation } from '../recorders/recording.ts'
import type { Architecture } from '../syscalls/architectures.ts'
import type { Floor, FloorKey } from './floor.ts'
import { noopProgram } from './noop.ts'

/** Where the program that does nothing is in the container. */
const PLACE = '/.seccomp-lock-noop'

/** What the kernel calls it. */
const COMM = path.basename(PLACE).slice(0, 15)

/**
 * Options of `podman run`, to go after all others, that make a container of
 * the image do nothing. The image and the workflow's options stay those of the
 * tests, because the image's user and directory, and the options, decide what
 * the runtime does.
 *
 * @param scratch a directory of the run's own, for the program
 * @returns undefined for an architecture that has no such program
 */
export async function noopOptions(
  architecture: Architecture,
  scratch: string
): Promise<string[] | undefined> {
  const program = noopProgram(architecture)
  return program && (await programOptions(program, PLACE, scratch))
}

/**
 * Options of `podman run`, to go after all others, that make a container of
 * any image run a program of ours.
 *
 * @param place where the program is in the container, absolute
 * @param scratch a directory of the run's own, for the program
 */
export async function programOptions(
  program: Buffer,
  place: string,
  scratch: string
): Promise<string[]> {
  const file = path.join(scratch, path.basename(place))
  await fs.writeFile(file, program)
  // The umask may have taken it from a container's user.
  await fs.chmod(file, 0o755)
  return [`--volume=${file}:${place}:ro,Z`, `--entrypoint=${place}`]
}

/** The floor, from the recording of such a container. */
export function floorOf(
  key: FloorKey,
  first: Observation,
  second: Observation | undefined
): Floor {
  const programs = new Set(
    first.calls.flatMap(call => call.programs.map(({ comm }) => comm))
  )
  programs.delete(COMM)
  return {
    key,
    names: namesOf(first),
    programs: [...programs].sort(),
    second: second ? namesOf(second) : []
  }
}
