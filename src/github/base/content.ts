import { isUtf8 } from 'node:buffer'

/** What a path names in a commit. */
export type Content =
  | { kind: 'text'; text: string }
  /** The commit has nothing there. */
  | { kind: 'absent' }
  /** Not a text that we compare; the end of a sentence that begins with it. */
  | { kind: 'unfit'; why: string }

/** No profile is larger; larger files are not read. */
export const MAX_BYTES = 4 * 1024 * 1024

export const ABSENT: Content = { kind: 'absent' }

export const IRREGULAR: Content = {
  kind: 'unfit',
  why: 'is not a regular file'
}

export const TOO_LARGE: Content = {
  kind: 'unfit',
  why: 'is larger than 4 MiB'
}

/** The content of a regular file. */
export function contentOf(bytes: Buffer): Content {
  if (bytes.length > MAX_BYTES) return TOO_LARGE
  return isUtf8(bytes)
    ? { kind: 'text', text: bytes.toString() }
    : { kind: 'unfit', why: 'is not text in UTF-8' }
}

/** Whether a mode tells of a regular file: inode(7), "S_IFMT". */
export const isRegular = (mode: number) => (mode & 0o170000) === 0o100000
