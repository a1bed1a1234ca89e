import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import type {
  CommittableBranch,
  CreateCommitOnBranchInput
} from '@octokit/graphql-schema'

import { type Graph, refOfId, toCommit, toRef } from './graph.ts'
import { forbidden, GraphError, noRepository } from './graph-error.ts'
import { isNamed } from './place.ts'
import { may } from './tokens.ts'

/** GitHub's own name stands for whoever committed through the API. */
const COMMITTER = {
  GIT_COMMITTER_NAME: 'GitHub',
  GIT_COMMITTER_EMAIL: 'noreply@github.com'
}

/** The mutation createCommitOnBranch. */
export async function createCommitOnBranch(
  graph: Graph,
  input: CreateCommitOnBranchInput
) {
  const { bare, token } = graph
  const head = String(input.expectedHeadOid)
  const ref = refOf(graph, input.branch)
  if (!may(token, 'write', 'contents')) throw forbidden()
  const at = await bare.refAt(ref)
  if (!at) {
    throw new GraphError(
      'NOT_FOUND',
      `Could not resolve to a Ref named ${ref}.`
    )
  }
  if (at.oid !== head) {
    // Two spaces, and the oid that was sent: so GitHub writes it.
    throw new GraphError(
      'STALE_DATA',
      `Expected branch to point to "${head}" but it did not.  ` +
        'Pull and try again.'
    )
  }
  const made = await writeCommit(graph, input)
  if (!(await bare.admits(at.oid, made, ref))) {
    throw new GraphError(
      'BRANCH_PROTECTION_RULE_VIOLATION',
      'Changes must be made through a pull request.'
    )
  }
  const moved = await bare.tryGit(['update-ref', ref, made, at.oid])
  if (moved.status !== 0) await lost(graph, ref, at.oid)
  return {
    clientMutationId: input.clientMutationId ?? null,
    commit: toCommit(graph, made),
    ref: () => toRef(graph, ref)
  }
}

/** The full name of the branch that is meant. */
function refOf({ place }: Graph, branch: CommittableBranch): string {
  const { id, repositoryNameWithOwner, branchName } = branch
  if (id) {
    const ref = refOfId(place, id)
    if (ref?.startsWith('refs/heads/')) return ref
    throw new GraphError(
      'NOT_FOUND',
      `Could not resolve to a node with the global id of '${id}'.`
    )
  }
  const [owner = '', name = ''] = (repositoryNameWithOwner ?? '').split('/')
  if (!isNamed(place, owner, name)) {
    throw noRepository(repositoryNameWithOwner ?? '')
  }
  // A full name is taken as one, so that a branch whose own name begins so
  // can be told only by its id.
  return branchName?.startsWith('refs/heads/')
    ? branchName
    : `refs/heads/${branchName ?? ''}`
}

/** Writes the commit, which no ref has yet. */
async function writeCommit(
  { bare, token }: Graph,
  { expectedHeadOid, fileChanges, message }: CreateCommitOnBranchInput
): Promise<string> {
  const head = String(expectedHeadOid)
  const index = path.join(bare.directory, `index-${randomUUID()}`)
  const environment = { GIT_INDEX_FILE: index }
  const git = async (args: string[], input: string | Buffer = '') =>
    (await bare.git(args, { environment, input })).toString().trim()
  try {
    await git(['read-tree', head])
    const lines: string[] = []
    for (const { path } of fileChanges?.deletions ?? []) {
      if ((await bare.entries(head, path)).length === 0) {
        throw new GraphError(
          'NOT_FOUND',
          'A path was requested for deletion which does not exist as of ' +
            `commit oid \`${head}\``
        )
      }
      lines.push(`0 ${'0'.repeat(40)}\t${path}\0`)
    }
    for (const { path, contents } of fileChanges?.additions ?? []) {
      const [there] = await bare.entries(head, path)
      if (there?.type === 'tree') throw noFile(`${path} is a directory`)
      const bytes = Buffer.from(String(contents), 'base64')
      const oid = await git(['hash-object', '-w', '--stdin'], bytes)
      // There is no mode in what is sent; that of the file is lost.
      lines.push(`100644 ${oid}\t${path}\0`)
    }
    const update = ['update-index', '-z', '--index-info']
    const run = { environment, input: lines.join('') }
    // Of a path that cannot be, git says that it is ignored, and goes on.
    const { status, stderr } = await bare.tryGit(update, run)
    if (status !== 0 || stderr !== '') throw noFile(stderr.trim())
    const tree = await git(['write-tree'])
    const { headline, body } = message
    const made = await bare.git(['commit-tree', tree, '-p', head, '-F', '-'], {
      environment: {
        ...COMMITTER,
        GIT_AUTHOR_NAME: token.login,
        GIT_AUTHOR_EMAIL: `41898282+${token.login}@users.noreply.github.com`
      },
      input: body ? `${headline}\n\n${body}` : headline
    })
    return made.toString().trim()
  } finally {
    fs.rmSync(index, { force: true })
  }
}

/** In words of our own; GitHub's are not known. */
const noFile = (why: string) =>
  new GraphError('UNPROCESSABLE', `A file cannot be written: ${why}`)

/**
 * Tells that the branch moved while the commit was made. GitHub then has git's
 * words and not those of STALE_DATA, as people have seen who wrote at the same
 * time: https://github.com/babarot/gh-infra/pull/163. Of which type that error
 * is, nobody says.
 */
async function lost({ bare }: Graph, ref: string, old: string) {
  const now = await bare.refAt(ref)
  throw new GraphError(
    'UNPROCESSABLE',
    `Ref ${ref} is at ${now?.oid ?? '0'.repeat(40)} but expected ${old}`
  )
}
