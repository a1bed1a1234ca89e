import fs from 'node:fs/promises'
import path from 'node:path'

import { hashOf, objectId } from '../change.ts'
import { type Git, gitSettings } from '../git.ts'
import { MAX_BYTES } from './content.ts'

/** An object of git's. */
export interface GitObject {
  oid: string
  type: string
  /** undefined if it is larger than we read. */
  body: Buffer | undefined
}

/** The objects of a checkout. */
export interface Objects {
  /** Runs git where it sees these objects, and nothing else of the checkout. */
  run: Git
  /**
   * Objects by names such as `ID:path`; undefined for those that git does not
   * have, or whose content is not that of their ID.
   */
  read(names: readonly string[]): Promise<(GitObject | undefined)[]>
  /** Where a ref of the checkout points. */
  refAt(ref: string): Promise<string | undefined>
  close(): Promise<void>
}

/**
 * What holds for every command: no settings but ours, so no program that a file
 * names; no requests, not even for what a partial clone lacks; no object in
 * place of another (git(1), "Environment Variables"; GIT_NO_LAZY_FETCH since
 * git 2.45).
 */
const ENVIRONMENT = {
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null'
}

/**
 * Opens the objects of the checkout that a directory is in. git reads them
 * through an empty repository of our own: the checkout's `.git` belongs to
 * earlier steps, and on a self-hosted runner to earlier jobs. Its settings,
 * replaced objects, grafts, remotes and the boundary of a shallow history play
 * no part.
 *
 * @param like an id of the same repository
 * @param temporary a directory for the empty repository
 * @returns undefined if git cannot say where they are
 */
export async function openObjects(
  git: Git,
  directory: string,
  { like, temporary }: { like: string; temporary: string }
): Promise<Objects | undefined> {
  const inCheckout = (...args: string[]) =>
    git(['-C', directory, 'rev-parse', ...args], {
      environment: {
        ...ENVIRONMENT,
        // The workspace may belong to another user than the runner's.
        ...gitSettings([['safe.directory', '*']])
      }
    })
  const asked = await inCheckout('--git-path', 'objects')
  if (asked.exitCode !== 0) return undefined
  const objects = path.resolve(directory, asked.stdout.replace(/\n$/, ''))
  const own = await emptyRepository(temporary, like)
  const run: Git = (args, options = {}) =>
    git(['-C', own, ...args], {
      ...options,
      environment: {
        ...options.environment,
        ...ENVIRONMENT,
        // A file in the objects' directory can claim other parents.
        ...gitSettings([['core.commitGraph', 'false']]),
        HOME: own,
        XDG_CONFIG_HOME: own,
        GIT_DIR: own,
        GIT_OBJECT_DIRECTORY: objects
      }
    })
  return {
    run,
    read: names => readObjects(run, names),
    async refAt(ref) {
      const { stdout } = await inCheckout('--verify', '--quiet', ref)
      return /^([0-9a-f]{40,64})\n$/.exec(stdout)?.[1]
    },
    close: () => fs.rm(own, { recursive: true, force: true })
  }
}

/** gitrepository-layout(5): what makes a directory a repository. */
async function emptyRepository(temporary: string, like: string) {
  const own = await fs.mkdtemp(path.join(temporary, 'seccomp-lock-base-'))
  const hash = hashOf(like)
  await fs.mkdir(path.join(own, 'refs'))
  await fs.writeFile(path.join(own, 'HEAD'), 'ref: refs/heads/none\n')
  await fs.writeFile(
    path.join(own, 'config'),
    `[core]\nbare = true\nrepositoryformatversion = ${hash === 'sha1' ? '0' : `1\n[extensions]\nobjectFormat = ${hash}`}\n`
  )
  return own
}

/** A directory of this size has a hundred thousand files. */
const MAX_TREE = 8 * 1024 * 1024

/** For all objects that are read at once. */
const MAX_TOTAL = 64 * 1024 * 1024

async function readObjects(
  run: Git,
  names: readonly string[]
): Promise<(GitObject | undefined)[]> {
  const headers = await readHeaders(run, names)
  const wanted = fitting(headers)
  const bodies = await readBodies(run, [...wanted])
  return headers.map(header => {
    if (!header) return undefined
    const { oid, type } = header
    if (isLarge(header)) return { oid, type, body: undefined }
    const body = bodies.get(oid)
    return body && objectId(type, body, oid) === oid
      ? { oid, type, body }
      : undefined
  })
}

interface Header {
  oid: string
  type: string
  size: number
}

const isLarge = ({ type, size }: Header) =>
  size > (type === 'blob' ? MAX_BYTES : MAX_TREE)

/** The IDs of the objects that are read, in that order. */
function fitting(headers: readonly (Header | undefined)[]): Set<string> {
  const wanted = new Set<string>()
  let total = 0
  for (const header of headers) {
    if (!header || isLarge(header) || wanted.has(header.oid)) continue
    total += header.size
    if (total <= MAX_TOTAL) wanted.add(header.oid)
  }
  return wanted
}

/** git-cat-file(1), "BATCH OUTPUT": one line for each name, in order. */
async function readHeaders(
  run: Git,
  names: readonly string[]
): Promise<(Header | undefined)[]> {
  if (names.some(name => name.includes('\n'))) return names.map(() => undefined)
  const lines: string[] = []
  for (const part of portions(names)) {
    const input = `${part.join('\n')}\n`
    const { stdout } = await run(['cat-file', '--batch-check'], { input })
    const found = stdout.split('\n')
    lines.push(...part.map((_, i) => found[i] ?? ''))
  }
  return lines.map(parseHeader)
}

function parseHeader(line: string): Header | undefined {
  const match = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(line)
  const [, oid = '', type = '', size = ''] = match ?? []
  return match ? { oid, type, size: Number(size) } : undefined
}

/** The contents as git gives them; not checked. */
async function readBodies(
  run: Git,
  ids: readonly string[]
): Promise<Map<string, Buffer>> {
  const bodies = new Map<string, Buffer>()
  for (const part of portions(ids)) {
    const input = `${part.join('\n')}\n`
    const { bytes } = await run(['cat-file', '--batch'], { input })
    for (let at = 0; at < bytes.length;) {
      const end = bytes.indexOf('\n', at)
      const header = parseHeader(bytes.subarray(at, end).toString())
      at = end + 1
      if (end < 0) break
      if (!header) continue
      bodies.set(header.oid, bytes.subarray(at, at + header.size))
      at += header.size + 1
    }
  }
  return bodies
}

/** No more at once than a pipe takes: git may end before it reads them. */
const MAX_INPUT = 48 * 1024

function portions(names: readonly string[]): string[][] {
  const all: string[][] = []
  let room = 0
  for (const name of names) {
    const length = Buffer.byteLength(name) + 1
    if (length > room) {
      all.push([])
      room = MAX_INPUT
    }
    all.at(-1)?.push(name)
    room -= length
  }
  return all
}
