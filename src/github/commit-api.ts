import type { Publication } from '../verdict/publication.ts'
import {
  type Branch,
  type Change,
  type CommittedFile,
  PLAIN_MODE,
  standingOf
} from './change.ts'
import type { Client, Repository } from './client.ts'
import { faultOf } from './fault.ts'

/** The permission that a commit needs. */
export const NEED = 'contents: write'

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
 * Commits a profile through the API, which signs the commit: only on top of the
 * tested commit (`expectedHeadOid`), so nobody's work is lost, and a retry
 * after a lost answer does no harm.
 *
 * @returns `needs git` for a file whose mode the API would change
 */
export async function commitThroughApi(
  client: Client,
  repository: Repository,
  change: Change
): Promise<Publication | 'needs git'> {
  const { ref, sha, file, text, message } = change
  const contents = Buffer.from(text).toString('base64')
  try {
    let lost: unknown
    for (let round = 0; round < MAX_ROUNDS; round++) {
      if (round > 0) await client.pause()
      const found = await readBranch(client, repository, change)
      const standing = standingOf(found, change)
      if (standing.kind !== 'ready') return standing
      const { branch } = standing
      // The API gives this mode to new files and existing ones alike.
      if (branch.file && branch.file.mode !== PLAIN_MODE) return 'needs git'
      try {
        const made = await commitOnce(client, {
          // Not by name: one like `refs/heads/x` would be ambiguous.
          branch: { id: branch.id },
          expectedHeadOid: sha,
          message,
          fileChanges: { additions: [{ path: file, contents }] }
        })
        return { kind: 'committed', ref, sha: made }
      } catch (error) {
        // The branch moved (by our own commit, if an answer was lost) or is
        // gone. The next read can still show the old head.
        const { kind } = faultOf(error, NEED)
        if (!['stale', 'missing', 'passing'].includes(kind)) throw error
        lost = error
      }
    }
    const { kind, why } = faultOf(lost, NEED)
    return kind === 'stale'
      ? { kind: 'superseded', ref }
      : { kind: 'refused', ref, why }
  } catch (error) {
    return { kind: 'refused', ref, why: faultOf(error, NEED).why }
  }
}

/** How often the branch is read. */
const MAX_ROUNDS = 3

/** @returns the new commit */
async function commitOnce(client: Client, input: object): Promise<string> {
  const { createCommitOnBranch } = await client.graphql<CommitAnswer>(
    COMMIT_MUTATION,
    { input }
  )
  const oid = createCommitOnBranch?.commit?.oid
  if (oid !== undefined) return oid
  throw new Error('the answer does not say which commit was made')
}

/** @returns undefined where there is no such branch */
async function readBranch(
  client: Client,
  { owner, name }: Repository,
  { ref, file }: Change
): Promise<(Branch & { id: string }) | undefined> {
  const { repository } = await client.graphql<BranchAnswer>(BRANCH_QUERY, {
    owner,
    name,
    ref,
    file
  })
  const found = repository?.ref
  // Without such a ref, GitHub finds a branch with that short name.
  if (!found?.target || found.prefix + found.name !== ref) return undefined
  const { oid: head, file: there } = found.target
  return { id: found.id, head, file: there ?? undefined }
}
