import { codeSpan } from '../../text/markdown.ts'
import { blobId, objectId } from '../change.ts'
import type { Client, Repository } from '../client.ts'
import { faultOf } from '../fault.ts'
import {
  ABSENT,
  type Content,
  contentOf,
  IRREGULAR,
  isRegular,
  MAX_BYTES,
  TOO_LARGE
} from './content.ts'
import type { Move } from './origin.ts'
import { commitSpan, Unread } from './unread.ts'

/** What GitHub knows of the base. Everything throws Unread if it fails. */
export interface Remote {
  content(commit: string, path: string): Promise<Content>
  mergeBase(base: string, head: string): Promise<string>
  /** The files that are no longer where they were in the merge base. */
  moves(base: string, head: string): Promise<readonly Move[]>
  /** The head of a branch. */
  branch(name: string): Promise<string>
}

/** The permission that reading needs. */
const NEED = 'contents: read'

/**
 * Reads through GitHub's API.
 *
 * @param signal its reason is thrown once it is aborted
 */
export function createRemote(
  api: () => Promise<Client>,
  repository: Repository,
  signal: AbortSignal
): Remote {
  const asking = async <T>(ask: (client: Client) => Promise<T>) => {
    try {
      return await ask(await api())
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof Unread) throw error
      throw new Unread(faultOf(error, NEED).why)
    }
  }
  return {
    content: (commit, path) =>
      asking(client => readContent(client, repository, commit, path)),
    mergeBase: (base, head) =>
      asking(async client => {
        const compared = await compare(client, repository, base, head)
        return compared.merge_base_commit.sha
      }),
    moves: (base, head) =>
      asking(async client =>
        movesIn(await compare(client, repository, base, head))
      ),
    branch: name => asking(client => readBranch(client, repository, name))
  }
}

/**
 * GraphQL, because the REST API gives the content of a link's target, and the
 * same 404 for a file and for a commit that is not there ("Get repository
 * content", docs.github.com).
 */
const FILE_QUERY = `
query File($owner: String!, $name: String!, $commit: GitObjectID!, $path: String!) {
  repository(owner: $owner, name: $name) {
    object(oid: $commit) {
      ... on Commit {
        file(path: $path) {
          mode
          oid
          object { ... on Blob { byteSize text } }
        }
      }
    }
  }
}`

/** The parts of the schema's types that the query asks for. */
interface FileAnswer {
  repository: { object: { file?: Entry | null } | null } | null
}

interface Entry {
  mode: number
  oid: string
  object: { byteSize?: number; text?: string | null } | null
}

async function readContent(
  client: Client,
  { owner, name }: Repository,
  commit: string,
  path: string
): Promise<Content> {
  const { repository } = await client.graphql<FileAnswer>(FILE_QUERY, {
    owner,
    name,
    commit,
    path
  })
  const entry = repository?.object?.file
  if (entry === undefined) throw goneFrom(commit)
  if (entry === null) return ABSENT
  const { oid, mode, object } = entry
  if (!isRegular(mode)) return IRREGULAR
  if ((object?.byteSize ?? 0) > MAX_BYTES) return TOO_LARGE
  const text = object?.text ?? ''
  // Long ones are cut off, and what is no UTF-8 is replaced.
  if (blobId(text, oid) === oid) return { kind: 'text', text }
  return readBlob(client, { owner, name }, oid)
}

const goneFrom = (commit: string) =>
  new Unread(`GitHub does not have the commit ${commitSpan(commit)}`)

/** "Get a blob", docs.github.com: of up to 100 MB, in Base64. */
async function readBlob(
  client: Client,
  { owner, name: repo }: Pick<Repository, 'owner' | 'name'>,
  oid: string
): Promise<Content> {
  const { data } = await client.rest.git.getBlob({ owner, repo, file_sha: oid })
  const bytes = Buffer.from(data.content, 'base64')
  if (objectId('blob', bytes, oid) === oid) return contentOf(bytes)
  throw new Unread("GitHub's answer is not the file that was asked for")
}

type Comparison = Awaited<ReturnType<typeof compare>>

async function compare(
  client: Client,
  { owner, name: repo }: Repository,
  base: string,
  head: string
) {
  const basehead = `${base}...${head}`
  const { data } = await client.rest.repos.compareCommitsWithBasehead({
    // All files are on the first page, however few commits it has.
    owner,
    repo,
    basehead,
    page: 1,
    per_page: 1
  })
  return data
}

/** GitHub names no more files of a comparison. */
const MAX_FILES = 300

function movesIn({ files = [] }: Comparison): Move[] {
  const renamed = files
    .filter(({ status }) => status === 'renamed')
    .map(({ filename, previous_filename: from = filename }) => ({
      from,
      to: filename
    }))
  const removed = files
    .filter(({ status }) => status === 'removed')
    .map(({ filename }) => ({ from: filename, to: undefined }))
  if (files.length < MAX_FILES) return [...renamed, ...removed]
  throw new Unread(
    `the change has more files than GitHub lists (${MAX_FILES}), so that the profile's old name is unknown`
  )
}

const BRANCH_QUERY = `
query BaseBranch($owner: String!, $name: String!, $ref: String!) {
  repository(owner: $owner, name: $name) {
    ref(qualifiedName: $ref) { prefix name target { oid } }
  }
}`

interface BranchAnswer {
  repository: {
    ref: { prefix: string; name: string; target: { oid: string } | null } | null
  } | null
}

async function readBranch(
  client: Client,
  { owner, name }: Repository,
  branch: string
): Promise<string> {
  const ref = `refs/heads/${branch}`
  const { repository } = await client.graphql<BranchAnswer>(BRANCH_QUERY, {
    owner,
    name,
    ref
  })
  const found = repository?.ref
  // Without such a ref, GitHub finds a branch with that short name.
  if (found?.target && found.prefix + found.name === ref) {
    return found.target.oid
  }
  throw new Unread(`GitHub does not have the branch ${codeSpan(branch)}`)
}
