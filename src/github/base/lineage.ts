import { Cancelled, messageOf, UserError } from '../../errors.ts'
import { parseProfile } from '../../profile/parse.ts'
import { codeSpan } from '../../text/markdown.ts'
import type { Base, Lineage } from '../../verdict/base.ts'
import type { Client, Repository } from '../client.ts'
import type { Git } from '../git.ts'
import { isMergeOf, type Known, nameOf, startingCommit } from './commit.ts'
import type { Content } from './content.ts'
import { createLocal, type Local } from './local.ts'
import { openObjects } from './objects.ts'
import { candidates, renamedTo } from './origin.ts'
import { createRemote } from './remote.ts'
import { contentAt, movesSince, type Sources } from './sources.ts'
import type { Start } from './start.ts'
import { commitSpan, Unread } from './unread.ts'

/** What is compared with the base. */
export interface Subject {
  /** The profile's directory in the workspace. */
  directory: string
  /** The profile's path in the repository, with `/`. */
  profile: string
  /** The commit that is checked out; undefined without a checkout. */
  head: string | undefined
  /** The commit that the event is about. */
  sha: string
}

/** Who may be asked. */
export interface Asked {
  git: Git
  /** undefined without a token. */
  api: (() => Promise<Client>) | undefined
  repository: Repository
  /** A directory for temporary files. */
  temporary: string
  signal: AbortSignal
}

/**
 * Reads the profile that a change starts from, and its versions since: from git
 * if it has them, else by GitHub's API. If both do not have it or refuse, the
 * base is unread and says why.
 */
export async function readLineage(
  start: Start,
  subject: Subject,
  asked: Asked
): Promise<Lineage> {
  if (start.kind === 'none') {
    return { base: start, versions: [], head: undefined, isMerge: false }
  }
  const { git, api, repository, temporary, signal } = asked
  const { head: like, directory } = subject
  const objects =
    like === undefined
      ? undefined
      : await openObjects(git, directory, { like, temporary }).catch(
          () => undefined
        )
  try {
    const lineage = await readAll(start, subject, {
      local: objects && createLocal(objects),
      remote: api && createRemote(api, repository, signal)
    })
    signal.throwIfAborted()
    return lineage
  } finally {
    await objects?.close()
  }
}

async function readAll(
  start: Known,
  subject: Subject,
  sources: Sources
): Promise<Lineage> {
  const { head, sha, profile } = subject
  const { local } = sources
  const parents = head === undefined ? undefined : await local?.parents(head)
  const out = { head, sha, parents }
  const isMerge = isMergeOf(start, out)
  const base = await orUnread(start, async () => {
    const commit = await startingCommit(start, out, sources)
    const file = await readFile(commit, subject, sources)
    return { kind: 'read', name: nameOf(start), commit, file }
  })
  // Who has just refused is not asked again.
  const left = base.kind === 'read' ? sources : { local, remote: undefined }
  return {
    base,
    versions: await versionsSince(base, subject, local),
    head: isMerge ? await textAt(left, sha, profile) : undefined,
    isMerge
  }
}

async function orUnread(
  start: Known,
  read: () => Promise<Base>
): Promise<Base> {
  try {
    return await read()
  } catch (error) {
    return { kind: 'unread', name: nameOf(start), why: whyOf(error) }
  }
}

/** Why it is unread; a run that was told to stop is not a reason. */
function whyOf(error: unknown): string {
  if (error instanceof Cancelled) throw error
  return error instanceof Unread ? error.message : codeSpan(messageOf(error))
}

async function versionsSince(
  base: Base,
  { head, profile }: Subject,
  local: Local | undefined
): Promise<Lineage['versions']> {
  return base.kind === 'read' && head !== undefined && local
    ? local.versions(base.commit, head, profile)
    : []
}

/** The text of a file; undefined if it is not known. */
async function textAt(
  sources: Sources,
  commit: string,
  path: string
): Promise<Lineage['head']> {
  try {
    const content = await contentAt(sources, commit, path)
    return content.kind === 'unfit'
      ? undefined
      : { text: content.kind === 'text' ? content.text : undefined }
  } catch (error) {
    whyOf(error)
    return undefined
  }
}

type File = (Base & { kind: 'read' })['file']

/**
 * The profile in a commit, which may be there under another name: the file that
 * the change renamed to ours, or else another profile that is gone.
 *
 * @throws Unread
 */
async function readFile(
  commit: string,
  { profile, head, sha }: Subject,
  sources: Sources
): Promise<File> {
  const read = async (path: string) => ({
    path,
    content: await contentAt(sources, commit, path)
  })
  const same = fileOf(await read(profile), commit)
  if (same) return same
  const moves = await movesSince(sources, commit, { ours: head, theirs: sha })
  const renamed = renamedTo(moves, profile)
  const before =
    renamed === undefined ? undefined : fileOf(await read(renamed), commit)
  if (before) return before
  for (const path of candidates(moves, profile)) {
    const { content } = await read(path)
    if (content.kind === 'text' && isProfile(content.text, path)) {
      return { path, text: content.text }
    }
  }
  return undefined
}

/** @throws Unread if it is there and is not a text */
function fileOf(
  { path, content }: { path: string; content: Content },
  commit: string
): File {
  if (content.kind === 'unfit') {
    const where = `${codeSpan(path)} in ${commitSpan(commit)}`
    throw new Unread(`${where} ${content.why}`)
  }
  return content.kind === 'text' ? { path, text: content.text } : undefined
}

function isProfile(text: string, path: string): boolean {
  try {
    parseProfile(text, path)
    return true
  } catch (error) {
    if (error instanceof UserError) return false
    throw error
  }
}
