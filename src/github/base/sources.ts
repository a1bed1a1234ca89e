import { codeSpan } from '../../text/markdown.ts'
import type { Content } from './content.ts'
import type { Local } from './local.ts'
import type { Move } from './origin.ts'
import type { Remote } from './remote.ts'
import { commitSpan, Unread } from './unread.ts'

/** Who is asked: git first, and GitHub for what git does not have. */
export interface Sources {
  /** undefined without a checkout. */
  local: Local | undefined
  /** undefined without a token. */
  remote: Remote | undefined
}

/** @throws Unread */
export async function contentAt(
  { local, remote }: Sources,
  commit: string,
  path: string
): Promise<Content> {
  return (
    (await local?.content(commit, path)) ??
    (await remote?.content(commit, path)) ??
    lacking(`${codeSpan(path)} of the commit ${commitSpan(commit)}`)
  )
}

/** @throws Unread */
export async function mergeBaseOf(
  { local, remote }: Sources,
  base: string,
  head: string
): Promise<string> {
  return (
    (await local?.mergeBase(base, head)) ??
    (await remote?.mergeBase(base, head)) ??
    lacking(`the merge base of ${commitSpan(base)} and ${commitSpan(head)}`)
  )
}

/**
 * The files that a change deleted or renamed.
 *
 * @param ours the commit that is checked out
 * @param theirs the one that the event is about, which GitHub knows
 * @throws Unread
 */
export async function movesSince(
  { local, remote }: Sources,
  commit: string,
  { ours, theirs }: { ours: string | undefined; theirs: string }
): Promise<readonly Move[]> {
  return (
    (ours === undefined ? undefined : await local?.moves(commit, ours)) ??
    (await remote?.moves(commit, theirs)) ??
    lacking(`all files of the commit ${commitSpan(commit)}`)
  )
}

/**
 * The head of a branch. GitHub comes first here: a checkout that is kept for
 * later jobs can have an old one.
 *
 * @throws Unread
 */
export async function headOfBranch(
  { local, remote }: Sources,
  branch: string
): Promise<string> {
  const kept = async () => local?.remoteBranch(branch)
  try {
    return (
      (await (remote?.branch(branch) ?? kept())) ??
      lacking(`the branch ${codeSpan(branch)}`)
    )
  } catch (error) {
    const head = error instanceof Unread && remote ? await kept() : undefined
    if (head === undefined) throw error
    return head
  }
}

function lacking(what: string): never {
  throw new Unread(
    `git does not have ${what}, and there is no \`github-token\` to ask GitHub with`
  )
}
