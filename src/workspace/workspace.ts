import { randomUUID } from 'node:crypto'
import type { Stats } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'

import { errnoCode, messageOf, UserError } from '../errors.ts'
import { isDirectory } from '../host/files.ts'

/** A bigger file is not a seccomp profile. */
const MAX_PROFILE_BYTES = 4 * 1024 * 1024

/**
 * Refuses a path that the workflow's author wrote as one inside the workspace
 * if a symbolic link in the repository leads it outside: it could make a root
 * process read or write any file. A path that was written as one outside stays
 * allowed.
 *
 * @throws UserError
 */
export async function refuseEscape(
  input: string,
  file: string,
  workspace: string
): Promise<void> {
  if (!isInside(file, workspace)) return
  const [real, realWorkspace] = await Promise.all([
    realpathOfExisting(file),
    fs.realpath(workspace)
  ]).catch((error: unknown) => {
    throw pathError(input, file, 'is not a usable path', error)
  })
  if (isInside(real, realWorkspace)) return
  throw new UserError(
    `input ${input}: ${file} leads out of the workspace, to ${real}`,
    { code: 'profile', hint: 'Replace the symbolic link with the file itself.' }
  )
}

/**
 * Reads the committed profile.
 *
 * @returns its text, or undefined if there is no such file
 * @throws UserError if it is not a regular file, unreadable or far too large
 */
export async function readProfile(file: string): Promise<string | undefined> {
  try {
    const stat = await fs.lstat(file)
    if (!stat.isFile()) throw notRegular(file, stat)
    if (stat.size > MAX_PROFILE_BYTES) {
      throw new UserError(
        `input profile: ${file} has ${stat.size} bytes, far more than a profile has`,
        {
          code: 'profile',
          hint: 'Name the profile, or delete the file to have it created again.'
        }
      )
    }
    return await fs.readFile(file, 'utf8')
  } catch (error) {
    if (errnoCode(error) === 'ENOENT') return undefined
    throw pathError('profile', file, 'cannot be read', error)
  }
}

/**
 * Refuses a profile path that could not be written after a long run.
 *
 * @throws UserError
 */
export async function refuseUnwritable(file: string): Promise<void> {
  const directory = path.dirname(file)
  try {
    if (!(await isDirectory(directory))) {
      throw new UserError(`input profile: ${directory} is not a directory`, {
        code: 'profile',
        hint: 'Name a file in a directory of the repository.'
      })
    }
    // As root, access(2) passes even where a write fails, so write a file.
    const probe = siblingOf(file)
    await fs.writeFile(probe, '', { flag: 'wx' })
    await fs.rm(probe)
  } catch (error) {
    throw pathError('profile', file, 'cannot be written', error)
  }
}

/**
 * Writes a file completely or not at all: to a sibling that is then renamed. It
 * keeps mode and owner of the old file, or the directory's owner, so that a
 * root runner leaves no root-owned file in a user's workspace.
 *
 * @throws UserError
 */
export async function writeAtomically(
  file: string,
  text: string
): Promise<void> {
  const temporary = siblingOf(file)
  try {
    const old = await fs.lstat(file).catch(() => undefined)
    if (old && !old.isFile()) throw notRegular(file, old)
    const owner = old ?? (await fs.stat(path.dirname(file)))
    const handle = await fs.open(temporary, 'wx', 0o644)
    try {
      await handle.writeFile(text)
      if (old) await handle.chmod(old.mode & 0o777)
      if (process.getuid?.() === 0) await handle.chown(owner.uid, owner.gid)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await fs.rename(temporary, file)
  } catch (error) {
    await fs.rm(temporary, { force: true })
    throw pathError('profile', file, 'cannot be written', error)
  }
}

function notRegular(file: string, stat: Stats): UserError {
  const what = stat.isDirectory()
    ? 'a directory'
    : stat.isSymbolicLink()
      ? 'a symbolic link'
      : 'not a regular file'
  return new UserError(`input profile: ${file} is ${what}`, {
    code: 'profile',
    hint: 'Name a regular file, or one that does not exist yet.'
  })
}

function siblingOf(file: string): string {
  const name = `.${path.basename(file)}.${randomUUID()}.tmp`
  return path.join(path.dirname(file), name)
}

function isInside(file: string, directory: string): boolean {
  const relative = path.relative(directory, file)
  return relative !== '..' && !relative.startsWith(`..${path.sep}`)
}

/** The real path of a file, or of its nearest parent that exists. */
async function realpathOfExisting(file: string): Promise<string> {
  try {
    return await fs.realpath(file)
  } catch (error) {
    const parent = path.dirname(file)
    if (errnoCode(error) !== 'ENOENT' || parent === file) throw error
    return path.join(await realpathOfExisting(parent), path.basename(file))
  }
}

function pathError(
  input: string,
  file: string,
  what: string,
  error: unknown
): unknown {
  if (error instanceof UserError || errnoCode(error) === undefined) return error
  return new UserError(`input ${input}: ${file} ${what}: ${messageOf(error)}`, {
    code: 'profile',
    hint: 'Check the path, its owner and its mode.',
    cause: error
  })
}
