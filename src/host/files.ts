import fs from 'node:fs/promises'

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
