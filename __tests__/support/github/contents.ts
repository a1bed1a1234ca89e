import type { components } from '@octokit/openapi-types'

import type { BareRepository } from './bare-repository.ts'
import { type Answer, refusal } from './exchange.ts'
import type { Place } from './place.ts'

type Schemas = components['schemas']

/** What is read of a repository's objects. */
interface Contents {
  place: Place
  bare: BareRepository
}

/** GET /repos/{owner}/{repo}/git/blobs/{file_sha} */
export async function answerBlob(
  { place, bare }: Contents,
  sha: string
): Promise<Answer> {
  const found = await bare.find(sha)
  if (found?.type !== 'blob') return refusal(404, 'Not Found')
  const bytes = await bare.blob(sha)
  const body: Schemas['blob'] = {
    sha,
    node_id: `B_${sha}`,
    size: bytes.length,
    url: `${apiOf(place)}/git/blobs/${sha}`,
    // GitHub breaks its lines.
    content: bytes.toString('base64').replace(/.{60}/g, '$&\n'),
    encoding: 'base64'
  }
  return { status: 200, body }
}

/** GitHub lists no more files. */
const MAX_FILES = 300

/**
 * GET /repos/{owner}/{repo}/compare/{basehead}, of two commits. The members
 * that are left out here are those of commits, but for their IDs.
 */
export async function answerComparison(
  { place, bare }: Contents,
  basehead: string
): Promise<Answer> {
  const [base = '', head = ''] = basehead.split('...')
  for (const id of [base, head]) {
    const found = await bare.find(id)
    if (found?.type !== 'commit') return refusal(404, 'Not Found')
  }
  const { status, stdout } = await bare.tryGit(['merge-base', base, head])
  if (status !== 0) {
    return refusal(404, `No common ancestor between ${base} and ${head}.`)
  }
  const mergeBase = stdout.toString().trim()
  const files = await filesBetween({ place, bare }, mergeBase, head)
  return {
    status: 200,
    body: {
      url: `${apiOf(place)}/compare/${basehead}`,
      merge_base_commit: { sha: mergeBase },
      files: files.slice(0, MAX_FILES)
    } satisfies Comparison
  }
}

type Comparison = Pick<Schemas['commit-comparison'], 'url' | 'files'> & {
  merge_base_commit: Pick<Schemas['commit'], 'sha'>
}

const STATUS: Record<string, Schemas['diff-entry']['status']> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  T: 'changed'
}

async function filesBetween(
  { place, bare }: Contents,
  base: string,
  head: string
): Promise<Schemas['diff-entry'][]> {
  const diff = ['diff-tree', '-r', '-z', '-M', '--name-status', base, head]
  const fields = (await bare.git(diff)).toString().split('\0')
  const files: Schemas['diff-entry'][] = []
  while (fields.length > 1) {
    const status = fields.shift() ?? ''
    const before = fields.shift() ?? ''
    const isRename = status.startsWith('R')
    const filename = isRename ? (fields.shift() ?? '') : before
    const at = `${apiOf(place)}/contents/${filename}?ref=${head}`
    files.push({
      sha: null,
      filename,
      status: isRename ? 'renamed' : (STATUS[status] ?? 'unchanged'),
      additions: 0,
      deletions: 0,
      changes: 0,
      blob_url: at,
      raw_url: at,
      contents_url: at,
      ...(isRename && { previous_filename: before })
    })
  }
  return files
}

const apiOf = ({ apiUrl, owner, name }: Place) =>
  `${apiUrl}/repos/${owner}/${name}`
