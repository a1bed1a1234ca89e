import type { Client, Repository } from './client.ts'
import {
  type Comment,
  oursOf,
  planComment,
  type Reason,
  type Wanted
} from './comment-plan.ts'
import { faultOf } from './fault.ts'
import type { Marker } from './marker.ts'

/** The permission that a comment needs. */
const NEED = 'pull-requests: write'

/** Whether the comment was written, and why not. */
export type CommentOutcome =
  | { kind: 'created' | 'updated' | 'resolved'; url: string }
  | { kind: 'left'; why: Reason }
  | { kind: 'refused'; why: string }

/**
 * Keeps the one comment of a pull request current: reads all of them, and
 * creates, updates or leaves ours; deletes duplicates.
 *
 * GitHub cannot change a comment on a condition. So a comment is read again
 * just before it is changed, and after creating one we look for that of another
 * run; a short gap between the two requests remains.
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
    let made: Made | undefined
    let lost: unknown
    for (let round = 0; round < MAX_ROUNDS; round++) {
      if (round > 0) await client.pause()
      const existing = await readComments(client, issue)
      const { step, duplicates } = planComment(existing, want)
      if (step.kind === 'create') {
        // The list can be stale. The next run repairs that, but not a copy.
        if (made) break
        try {
          made = await create(client, issue, step.body)
        } catch (error) {
          // It may exist anyway; the next look shows it.
          if (faultOf(error, NEED).kind !== 'passing') throw error
          lost = error
        }
        continue
      }
      let outcome: CommentOutcome
      if (step.kind === 'leave') {
        outcome =
          made && step.why === 'unchanged' && !duplicates.includes(made.id)
            ? { kind: 'created', url: made.url }
            : { kind: 'left', why: step.why }
      } else {
        const { kind, id, body } = step
        const seen = existing.find(comment => comment.id === id)?.body
        const url = await update(client, place, { id, body, seen })
        if (url === undefined) continue
        outcome = { kind: kind === 'resolve' ? 'resolved' : 'updated', url }
      }
      const late = made && isLate(made, existing, want) ? [made.id] : []
      for (const id of [...duplicates, ...late]) await remove(client, place, id)
      return outcome
    }
    if (made) return { kind: 'created', url: made.url }
    return {
      kind: 'refused',
      why:
        lost === undefined
          ? 'the comment kept changing while it was being updated'
          : faultOf(lost, NEED).why
    }
  } catch (error) {
    return { kind: 'refused', why: faultOf(error, NEED).why }
  }
}

/**
 * The marker of the comment with a key.
 *
 * @returns undefined if there is none
 */
export async function readMarker(
  client: Client,
  repository: Repository,
  pullRequest: number,
  key: string
): Promise<Marker | undefined> {
  const { owner, name: repo } = repository
  const { viewer } = await askWho(client, repository, pullRequest)
  const issue = { owner, repo, issue_number: pullRequest }
  const [first] = oursOf(await readComments(client, issue), viewer, key)
  return first?.marker
}

/** How often all comments are read, in case others change them. */
const MAX_ROUNDS = 4

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
 * Who we are, and the pull request's newest commit if we may read it. REST's
 * `/user` does not accept a job's token.
 */
async function askWho(
  client: Client,
  { owner, name }: Repository,
  pullRequest: number
): Promise<{ viewer: string; head: string | undefined }> {
  const { viewer, repository } = await client
    .graphql<ViewerAnswer>(VIEWER_QUERY, { owner, name, pullRequest })
    .catch((error: unknown) => {
      // An error about one part comes with the other part of the answer.
      const part = error instanceof Error && 'data' in error ? error.data : {}
      const { viewer } = (part ?? {}) as Partial<ViewerAnswer>
      const isKept = ['forbidden', 'missing'].includes(
        faultOf(error, NEED).kind
      )
      if (viewer && isKept) return { viewer, repository: null }
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
    id,
    author: user?.login,
    body: body ?? ''
  }))
}

/**
 * Changes a comment unless it changed since we read it.
 *
 * @returns its page; undefined if it changed or is gone
 */
async function update(
  client: Client,
  place: Place,
  { id, body, seen }: { id: number; body: string; seen: string | undefined }
): Promise<string | undefined> {
  const { getComment, updateComment } = client.rest.issues
  const comment = { ...place, comment_id: id }
  try {
    const { data: now } = await getComment(comment)
    if ((now.body ?? '') !== seen) return undefined
    return (await updateComment({ ...comment, body })).data.html_url
  } catch (error) {
    if (faultOf(error, NEED).kind === 'missing') return undefined
    throw error
  }
}

/** A comment that this run created. */
interface Made {
  id: number
  url: string
}

/**
 * Whether a newer run wrote its comment before this one was made, and so may
 * not have seen ours. If it came later, it takes care of both.
 */
function isLate(
  made: Made,
  existing: readonly Comment[],
  want: Wanted
): boolean {
  const before = existing.filter(({ id }) => id < made.id)
  const { step } = planComment(before, want)
  return step.kind === 'leave' && step.why === 'newer run'
}

/** Creates a comment, without retries, so that there are not two. */
async function create(
  client: Client,
  issue: Place & { issue_number: number },
  body: string
): Promise<Made> {
  const options = { ...issue, body, request: { retries: 0 } }
  const { data } = await client.rest.issues.createComment(options)
  return { id: data.id, url: data.html_url }
}

/**
 * Removes a duplicate. Another run may have been faster; if it stays, the next
 * run finds it.
 */
async function remove(client: Client, place: Place, id: number) {
  await client.rest.issues
    .deleteComment({ ...place, comment_id: id })
    .catch(() => undefined)
}
