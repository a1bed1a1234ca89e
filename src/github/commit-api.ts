import type { Publication } from '../report/publication.js'
import {
  type Change,
  type CommittedFile,
  PLAIN_MODE,
  standingOf
} from './change.js'
import type { Client, Repository } from './client.js'
import { faultOf } from './fault.js'

/** The permission that a commit needs. */
export const NEED = 'contents: write'

/** A branch, its head and the profile there. */
interface Branch {
  /** GraphQL's own name for it. */
  id: string
  head: string
  file: CommittedFile | undefined
}

const BRANCH_QUERY = `
query Branch($owner: String!, $name: String!, $ref: String!, $file: String!) {
  repository(owner: $owner, name: $name) {
    ref(qualifiedName: $ref) {
      id
      prefix
      name
      target {
        oid
        ... on Commit { file(path: $file) { mode oid } }
      }
    }
  }
}`

/** The parts of the schema's types that the query asks for. */
interface BranchAnswer {
  repository: {
    ref: {
      id: string
      prefix: string
      name: string
      target: { oid: string; file: CommittedFile | null } | null
    } | null
  } | null
}

const COMMIT_MUTATION = `
mutation Commit($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`

interface CommitAnswer {
  createCommitOnBranch: { commit: { oid: string } | null } | null
}

/**
 * Commits a profile through the API, which signs it: only on top of the commit
 * that it was made of (`expectedHeadOid`), so nothing of others is lost, and
 * asking again after a lost answer does no harm.
 *
 * @returns `needs git` for a file whose mode the API does not keep
 */
export async function commitThroughApi(
  client: Client,
  repository: Repository,
  change: Change
): Promise<Publication | 'needs git'> {
  const { ref, sha, file, text, message } = change
  try {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const branch = await readBranch(client, repository, change)
      if (!branch) return { kind: 'gone', ref }
      const standing = standingOf(branch.head, branch.file, change)
      if (standing !== 'ready') return { kind: standing, ref }
      // New files get this mode, and old ones as well.
      if (branch.file && branch.file.mode !== PLAIN_MODE) return 'needs git'
      const contents = Buffer.from(text).toString('base64')
      const made = await commitOnce(client, {
        // Not by name: of one like `refs/heads/x` nobody knows what is meant.
        branch: { id: branch.id },
        expectedHeadOid: sha,
        message,
        fileChanges: { additions: [{ path: file, contents }] }
      })
      if (made !== undefined) return { kind: 'committed', ref, sha: made }
      // Stale, so the branch has moved: with our own commit, where an answer
      // was lost, or by others. What is read can still be the old head.
    }
    return { kind: 'superseded', ref }
  } catch (error) {
    return { kind: 'refused', ref, why: faultOf(error, NEED).why }
  }
}

/** How often the branch is read; the client pauses between its requests. */
const MAX_ROUNDS = 3

/** @returns the new commit; undefined where the branch has moved on */
async function commitOnce(
  client: Client,
  input: object
): Promise<string | undefined> {
  try {
    const { createCommitOnBranch } = await client.graphql<CommitAnswer>(
      COMMIT_MUTATION,
      { input }
    )
    const oid = createCommitOnBranch?.commit?.oid
    if (oid !== undefined) return oid
  } catch (error) {
    if (faultOf(error, NEED).kind === 'stale') return undefined
    throw error
  }
  throw new Error('it does not say which commit it made')
}

/** @returns undefined where there is no such branch */
async function readBranch(
  client: Client,
  { owner, name }: Repository,
  { ref, file }: Change
): Promise<Branch | undefined> {
  const { repository } = await client.graphql<BranchAnswer>(BRANCH_QUERY, {
    ...{ owner, name, ref, file }
  })
  const found = repository?.ref
  // Where there is none, a branch whose short name looks so is found.
  if (!found?.target || found.prefix + found.name !== ref) return undefined
  const { oid: head, file: there } = found.target
  return { id: found.id, head, file: there ?? undefined }
}
