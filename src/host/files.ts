import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'

/** Whether something exists at this path and can be reached. */
export async function exists(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false
  )
}

/** Whether there is a directory at this path, itself or through a link. */
export async function isDirectory(file: string): Promise<boolean> {
  const stat = await fs.stat(file).catch(() => undefined)
  return stat?.isDirectory() ?? false
}

/**
 * Writes a text to a file, whole or not at all, and makes the file's directory
 * if it is missing. Never throws.
 *
 * @returns whether it was written
 */
export async function keepText(file: string, text: string): Promise<boolean> {
  const temporary = `${file}.${randomUUID()}.tmp`
  try {
    await fs.mkdir(path.dirname(file), { recursive: true })
    await fs.writeFile(temporary, text, { flag: 'wx' })
    await fs.rename(temporary, file)
    return true
  } catch {
    await fs.rm(temporary, { force: true }).catch(() => undefined)
    return false
  }
}
