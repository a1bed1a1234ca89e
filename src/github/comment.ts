import type { Client, Repository } from './client.js'
import {
  type Comment,
  planComment,
  type Reason,
  type Wanted
} from './comment-plan.js'
import { faultOf } from './fault.js'

/** The permission that a comment needs. */
export const NEED = 'pull-requests: write'

/** What became of the comment. */
export type CommentOutcome =
  | { kind: 'created' | 'updated' | 'resolved'; url: string }
  | { kind: 'left'; why: Reason }
  | { kind: 'refused'; why: string }

/**
 * Keeps the one comment of a pull request current: reads all of them, and
 * creates, updates or leaves ours; deletes what says the same twice.
 *
 * GitHub has no condition for changing a comment. So what is to be changed is
 * read once more just before, and after creating one all are looked through
 * for that of another run; between the two requests a moment stays.
 */
export async function keepComment(
  client: Client,
  repository: Repository,
  pullRequest: number,
  wanted: Omit<Wanted, 'viewer' | 'isLatest'>
): Promise<CommentOutcome> {
  const place = { owner: repository.owner, repo: repository.name }
  const issue = { ...place, issue_number: pullRequest }
  try {
    const { viewer, head } = await askWho(client, repository, pullRequest)
    const isLatest = head === undefined || head === wanted.marker.run.sha
    const want = { ...wanted, viewer, isLatest }
    let outcome: CommentOutcome | undefined
    let error: unknown
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const existing = await readComments(client, issue)
      const { step, duplicates } = planComment(existing, want)
      if (step.kind === 'create') {
        const created = await create(client, issue, step.body)
        if ('error' in created) ({ error } = created)
        else outcome = { kind: 'created', url: created.url }
        continue
      }
      if (step.kind !== 'leave') {
        const { id, body } = step
        const seen = existing.find(comment => comment.id === id)?.body
        if ((await readComment(client, place, id)) !== seen) continue
        const { data } = await client.rest.issues.updateComment({
          ...{ ...place, comment_id: id, body }
        })
        const kind = step.kind === 'resolve' ? 'resolved' : 'updated'
        outcome = { kind, url: data.html_url }
      }
      for (const id of duplicates) await remove(client, place, id)
      return outcome ?? leftBy(step)
    }
    if (outcome) return outcome
    const why = 'others change the comment all the time'
    return error === undefined
      ? { kind: 'refused', why }
      : { kind: 'refused', why: faultOf(error, NEED).why }
  } catch (error) {
    return { kind: 'refused', why: faultOf(error, NEED).why }
  }
}

/** How often all comments are read, for what came between. */
const MAX_ROUNDS = 4

const leftBy = (step: { kind: string; why?: Reason }): CommentOutcome => ({
  kind: 'left',
  why: step.why ?? 'unchanged'
})

const VIEWER_QUERY = `
query Viewer($owner: String!, $name: String!, $pullRequest: Int!) {
  viewer { login }
  repository(owner: $owner, name: $name) {
    pullRequest(number: $pullRequest) { headRefOid }
  }
}`

interface ViewerAnswer {
  viewer: { login: string }
  repository?: { pullRequest?: { headRefOid?: string } | null } | null
}

/**
 * Who we are, and the pull request's newest commit if we may know. REST's
 * `/user` does not answer the token of a job.
 */
async function askWho(
  client: Client,
  { owner, name }: Repository,
  pullRequest: number
): Promise<{ viewer: string; head: string | undefined }> {
  const { viewer, repository } = await client
    .graphql<ViewerAnswer>(VIEWER_QUERY, { owner, name, pullRequest })
    .catch((error: unknown) => {
      // Part of an answer comes with the error about the other part.
      const part = error instanceof Error && 'data' in error ? error.data : {}
      const { viewer } = (part ?? {}) as Partial<ViewerAnswer>
      if (viewer) return { viewer, repository: null }
      throw error
    })
  const head = repository?.pullRequest?.headRefOid
  return { viewer: viewer.login, head }
}

interface Place {
  owner: string
  repo: string
}

async function readComments(
  client: Client,
  issue: Place & { issue_number: number }
): Promise<Comment[]> {
  const comments = await client.paginate(client.rest.issues.listComments, {
    ...issue,
    per_page: 100
  })
  return comments.map(({ id, user, body }) => ({
    ...{ id, author: user?.login, body: body ?? '' }
  }))
}

/** @returns undefined where it is gone */
async function readComment(
  client: Client,
  place: Place,
  id: number
): Promise<string | undefined> {
  try {
    const comment = { ...place, comment_id: id }
    return (await client.rest.issues.getComment(comment)).data.body ?? ''
  } catch (error) {
    if (faultOf(error, NEED).kind === 'missing') return undefined
    throw error
  }
}

/**
 * Creates a comment, once: where the answer is lost it can be there all the
 * same, which the caller has to look for.
 *
 * @throws what no other try mends
 */
async function create(
  client: Client,
  issue: Place & { issue_number: number },
  body: string
): Promise<{ url: string } | { error: unknown }> {
  try {
    const options = { ...issue, body, request: { retries: 0 } }
    const { data } = await client.rest.issues.createComment(options)
    return { url: data.html_url }
  } catch (error) {
    if (faultOf(error, NEED).kind === 'passing') return { error }
    throw error
  }
}

/** Removes one that says the same; another run may have been faster. */
async function remove(client: Client, place: Place, id: number) {
  try {
    await client.rest.issues.deleteComment({ ...place, comment_id: id })
  } catch (error) {
    if (faultOf(error, NEED).kind !== 'missing') throw error
  }
}
