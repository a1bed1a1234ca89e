import { oneLine, shortened } from '../../text/markdown.ts'
import type { Version } from '../../verdict/base.ts'
import {
  ABSENT,
  type Content,
  contentOf,
  IRREGULAR,
  isRegular,
  TOO_LARGE
} from './content.ts'
import type { GitObject, Objects } from './objects.ts'
import type { Move } from './origin.ts'

/** What git has of the base. Where it has nothing, the answer is undefined. */
export interface Local {
  parents(commit: string): Promise<readonly string[] | undefined>
  content(commit: string, path: string): Promise<Content | undefined>
  mergeBase(a: string, b: string): Promise<string | undefined>
  /** The files that are no longer where they were. */
  moves(base: string, head: string): Promise<readonly Move[] | undefined>
  /** The commits that touched a file, the newest first. */
  versions(base: string, head: string, path: string): Promise<Version[]>
  /** The head of a remote branch, as it was when somebody fetched it. */
  remoteBranch(name: string): Promise<string | undefined>
}

/** Reads commits, trees and files, and believes only what fits its ID. */
export function createLocal(objects: Objects): Local {
  return {
    async parents(commit) {
      const [found] = await objects.read([commit])
      return found && headers(found, 'parent')
    },
    async content(commit, path) {
      return contentIn(await objects.read(namesOf(commit, path)), path)
    },
    mergeBase: (a, b) => mergeBase(objects, a, b),
    moves: (base, head) => readMoves(objects, base, head),
    versions: (base, head, path) => readVersions(objects, base, head, path),
    remoteBranch: name => objects.refAt(`refs/remotes/origin/${name}`)
  }
}

/** A commit, and all that lies between it and a file: gitrevisions(7). */
function namesOf(commit: string, path: string): string[] {
  const parts = path.split('/')
  const along = parts.map((_, i) => parts.slice(0, i + 1).join('/'))
  return [commit, ...['', ...along].map(name => `${commit}:${name}`)]
}

/**
 * The content of a path, if each object on the way to it is the one that the
 * object before it names.
 *
 * @param chain the objects of `namesOf`
 */
function contentIn(
  [commit, ...chain]: readonly (GitObject | undefined)[],
  path: string
): Content | undefined {
  let oid = commit && headers(commit, 'tree')[0]
  const parts = path.split('/')
  for (const [i, part] of parts.entries()) {
    const tree = chain[i]
    if (oid === undefined || tree?.oid !== oid || !tree.body) return undefined
    const entry = entryOf(tree.body, part, oid.length / 2)
    if (!entry) return ABSENT
    const isLast = i === parts.length - 1
    if (!isLast && entry.mode !== DIRECTORY) return ABSENT
    if (isLast && !isRegular(entry.mode)) return IRREGULAR
    oid = entry.oid
  }
  const blob = chain.at(-1)
  if (blob?.oid !== oid || blob?.type !== 'blob') return undefined
  return blob.body ? contentOf(blob.body) : TOO_LARGE
}

const DIRECTORY = 0o40000

/**
 * An entry of a tree: mode, space, name, NUL, ID ("Tree Objects" in Pro Git,
 * "Git Internals").
 */
function entryOf(tree: Buffer, name: string, idLength: number) {
  const wanted = Buffer.from(name)
  for (let at = 0; at < tree.length;) {
    const space = tree.indexOf(' ', at)
    const end = tree.indexOf(0, space)
    if (space < 0 || end < 0) return undefined
    const next = end + 1 + idLength
    if (wanted.equals(tree.subarray(space + 1, end))) {
      const mode = parseInt(tree.toString('latin1', at, space), 8)
      return { mode, oid: tree.toString('hex', end + 1, next) }
    }
    at = next
  }
  return undefined
}

/** The headers of a commit with this name. */
function headers({ type, body }: GitObject, name: string): string[] {
  if (type !== 'commit' || !body) return []
  const end = body.indexOf('\n\n')
  const text = body.toString('utf8', 0, end < 0 ? body.length : end)
  return text
    .split('\n')
    .filter(line => line.startsWith(`${name} `))
    .map(line => line.slice(name.length + 1))
}

/** More commits between two branches than this are not checked. */
const MAX_COMMITS = 5000

/**
 * The merge base. The commits between it and both are read, too: one that was
 * forged could have any parents.
 */
async function mergeBase(
  objects: Objects,
  a: string,
  b: string
): Promise<string | undefined> {
  const found = await objects.run(['merge-base', a, b])
  const base = /^([0-9a-f]+)\n/.exec(found.stdout)?.[1]
  if (found.exitCode !== 0 || base === undefined) return undefined
  const limit = `--max-count=${MAX_COMMITS + 1}`
  const walk = await objects.run(['rev-list', limit, a, b, `^${base}`])
  const between = walk.stdout.split('\n').filter(line => line !== '')
  if (walk.exitCode !== 0 || between.length > MAX_COMMITS) return undefined
  const commits = await objects.read(between)
  return commits.every(commit => commit !== undefined) ? base : undefined
}

/** More files than this are not compared with each other, but by their IDs. */
const MAX_RENAMES = 400

async function readMoves(
  objects: Objects,
  base: string,
  head: string
): Promise<Move[] | undefined> {
  const format = ['--raw', '-z', '--no-ext-diff', '--no-textconv']
  const renames = ['-r', '-M', `-l${MAX_RENAMES}`, '--diff-filter=DR']
  const range = [base, head, '--']
  const diff = ['diff-tree', ...format, ...renames, ...range]
  const { exitCode, stdout } = await objects.run(diff)
  return exitCode === 0 ? parseMoves(stdout) : undefined
}

/** git-diff-tree(1), "RAW OUTPUT FORMAT", with -z. */
function parseMoves(raw: string): Move[] {
  const fields = raw.split('\0')
  const moves: Move[] = []
  for (let at = 0; at + 1 < fields.length;) {
    const isRename = /^:.* R\d+$/.test(fields[at] ?? '')
    const from = fields[at + 1] ?? ''
    moves.push({ from, to: isRename ? fields[at + 2] : undefined })
    at += isRename ? 3 : 2
  }
  return moves
}

/** The report has no room for more. */
const MAX_VERSIONS = 50

async function readVersions(
  objects: Objects,
  base: string,
  head: string,
  path: string
): Promise<Version[]> {
  const limit = `--max-count=${MAX_VERSIONS}`
  const range = [head, `^${base}`, '--', path]
  const { exitCode, stdout } = await objects.run(['rev-list', limit, ...range])
  // Parents that git does not have end it.
  if (exitCode !== 0) return []
  const commits = stdout.split('\n').filter(line => line !== '')
  const chains = commits.map(commit => namesOf(commit, path))
  const found = await objects.read(chains.flat())
  const versions: Version[] = []
  for (const [i, commit] of commits.entries()) {
    const size = chains[i]?.length ?? 0
    const chain = found.slice(i * size, (i + 1) * size)
    const content = contentIn(chain, path)
    if (!chain[0] || !content) return []
    const text = content.kind === 'text' ? content.text : undefined
    versions.push({ commit, author: authorOf(chain[0]), text })
  }
  return versions
}

const MAX_AUTHOR = 100

function authorOf(commit: GitObject): string {
  const [author = ''] = headers(commit, 'author')
  const name = author.replace(/ ?<[^<]*$/, '')
  return shortened(oneLine(name), MAX_AUTHOR - 1)
}
