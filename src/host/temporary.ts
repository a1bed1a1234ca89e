import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

/** The directory for temporary files: the runner's, else the system's. */
export function temporaryDirectory(environment: NodeJS.ProcessEnv): string {
  const { RUNNER_TEMP: directory } = environment
  return directory ? path.resolve(directory) : os.tmpdir()
}

/**
 * Writes a file for later steps of the job, under a name that is not taken.
 *
 * @param what a word for the file's name that says what it is
 * @param type the ending of its name, without the dot
 * @returns its path
 */
export async function writeTemporary(
  directory: string,
  what: string,
  type: string,
  text: string
): Promise<string> {
  const id = randomBytes(4).toString('hex')
  const file = path.join(directory, `seccomp-lock-${what}-${id}.${type}`)
  await fs.writeFile(file, text)
  return file
}
