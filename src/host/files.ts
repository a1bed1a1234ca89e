import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'

/** Whether there is something at this path that can be reached. */
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
 * Keeps a text in a file, whole or not at all, in a directory that is made
 * where it is missing. Never throws.
 *
 * @returns whether it is kept
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
