import { createRequire } from 'node:module'

type Json = Record<string, unknown>

/** Payloads as GitHub sent them. */
const EXAMPLES = createRequire(import.meta.url)(
  '@octokit/webhooks-examples'
) as { name: string; examples: Json[] }[]

/** The first that GitHub sent of an event, where `fits`. */
function sent(name: string, fits: (payload: Json) => boolean = () => true) {
  const { examples } = EXAMPLES.find(event => event.name === name) ?? {}
  const payload = examples?.find(fits)
  if (!payload) throw new Error(`no example of ${name}`)
  return payload
}

interface Request {
  pull_request: { head: { repo: Json | null }; user: Json }
}

/** A pull request's payload, with another repository that it comes from. */
function requestFrom(repo: Json | null): Json {
  const payload = structuredClone(sent('pull_request')) as Json & Request
  payload.pull_request.head.repo = repo
  return payload
}

/** The same, opened by somebody else. */
function requestBy(login: string): Json {
  const payload = structuredClone(sent('pull_request')) as Json & Request
  payload.pull_request.user = { ...payload.pull_request.user, login }
  return payload
}

const REQUEST = sent('pull_request') as {
  number: number
  repository: Json
  pull_request: { head: { ref: string }; base: { ref: string } }
}
const { head, base } = REQUEST.pull_request
const PUSHED = sent('push', ({ ref }) => String(ref).startsWith('refs/heads/'))
const TAGGED = sent('push', ({ ref }) => String(ref).startsWith('refs/tags/'))
const GROUPED = sent('merge_group') as { merge_group: { head_ref: string } }
const DISPATCHED = sent('workflow_dispatch')

const aRequest = (event: Json, actor: string) => ({
  event_name: 'pull_request',
  event,
  ref: `refs/pull/${REQUEST.number}/merge`,
  head_ref: head.ref,
  base_ref: base.ref,
  actor
})

/** What happened, as the context `github` tells it to a workflow. */
const SITUATIONS = {
  'a push': { event_name: 'push', event: PUSHED, ref: PUSHED['ref'] },
  "a tag's push": { event_name: 'push', event: TAGGED, ref: TAGGED['ref'] },
  'a pull request': aRequest(REQUEST, 'Codertocat'),
  "a fork's pull request": aRequest(
    requestFrom({ ...REQUEST.repository, id: 1, fork: true }),
    'mallory'
  ),
  "a deleted fork's pull request": aRequest(requestFrom(null), 'mallory'),
  "Dependabot's pull request": aRequest(
    requestBy('dependabot[bot]'),
    'dependabot[bot]'
  ),
  'a merge group': {
    event_name: 'merge_group',
    event: GROUPED,
    ref: GROUPED.merge_group.head_ref
  },
  'a dispatch': {
    event_name: 'workflow_dispatch',
    event: DISPATCHED,
    ref: DISPATCHED['ref']
  },
  // GitHub sends no webhook of it; its payload has these two.
  'a schedule': {
    event_name: 'schedule',
    event: { schedule: '0 4 * * 1', repository: REQUEST.repository },
    ref: 'refs/heads/master'
  }
}

export type Situation = keyof typeof SITUATIONS

/** All of them, in their order. */
export const ALL = Object.keys(SITUATIONS) as Situation[]

/** Those in which a workflow with these events may run. */
export function situationsOf(events: string[]): Situation[] {
  for (const event of events) {
    if (!ALL.some(name => SITUATIONS[name].event_name === event)) {
      throw new Error(`no payload is known here of the event ${event}`)
    }
  }
  return ALL.filter(name => events.includes(SITUATIONS[name].event_name))
}

/** The context `github`. */
export const githubIn = (situation: Situation): Json => ({
  head_ref: '',
  base_ref: '',
  actor: 'Codertocat',
  ...SITUATIONS[situation],
  repository: 'Codertocat/Hello-World',
  repository_owner: 'Codertocat',
  sha: '1'.repeat(40),
  token: "the-job's-own",
  workflow: 'seccomp',
  run_id: '1',
  run_attempt: '1'
})
