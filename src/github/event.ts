import { shortJson } from '../text/json.ts'
import { codeSpan } from '../text/markdown.ts'
import {
  isZero,
  none,
  type Start,
  startOfGroup,
  startOfPush,
  startOfRequest
} from './base/start.ts'
import {
  isFullRef,
  isSha,
  lacking,
  mergeGroupSchema,
  pullRequestSchema,
  pushSchema,
  read,
  runSchema
} from './event-schemas.ts'

/** The kinds of events that matter here. */
export type Kind =
  | 'branch push'
  | 'tag push'
  | 'deleted push'
  | 'pull request'
  | 'fork pull request'
  | 'pull_request_target'
  | 'merge group'
  | 'dispatch'
  | 'schedule'
  | 'workflow_run'
  | 'other'

/** Not allowed, with a sentence that says why. */
interface Denied {
  may: false
  why: string
}

/** The commit that a run is about, and what the run may do on GitHub. */
export interface Target {
  kind: Kind
  /** Whether the code comes, or may come, from another repository. */
  isFork: boolean
  /**
   * The full ref that the profile belongs to, `refs/heads/main`; a ref of the
   * fork if there is one. undefined for a deployment of a bare commit.
   */
  ref: string | undefined
  /** The commit that the profile belongs to. */
  sha: string
  /** Whether it may run at all. */
  run: { may: true } | (Denied & { hint: string })
  /** Whether the profile may be committed, and to which full ref. */
  commit: { may: true; ref: string } | Denied
  /**
   * Whether to comment on a pull request. The token may still not be able to:
   * for a fork's pull request, or Dependabot's, it can usually only read
   * ("Automatic token authentication", docs.github.com).
   */
  comment: { may: true; pullRequest: number } | Denied
  /** The commit that the change starts from. */
  start: Start
  /**
   * The name of the label that was just given to the pull request; undefined
   * if the event is another. Others chose it.
   */
  label: string | undefined
}

/** The default variables of GitHub Actions that are read here. */
export interface Variables {
  GITHUB_EVENT_NAME?: string | undefined
  GITHUB_REF?: string | undefined
  GITHUB_SHA?: string | undefined
  /** `github-hosted` or `self-hosted`; old GitHub servers do not set it. */
  RUNNER_ENVIRONMENT?: string | undefined
}

/**
 * What the event of a workflow run allows. Rules without a source given are
 * from "Events that trigger workflows" on docs.github.com.
 *
 * @param payload the parsed JSON of the file GITHUB_EVENT_PATH
 * @param allowForks the input `allow-forks`
 * @throws UserError that names what is missing or wrong
 */
export function targetOf(
  payload: unknown,
  environment: Variables,
  { allowForks }: { allowForks: boolean } = { allowForks: false }
): Target {
  const subject = subjectOf(payload, environment)
  const { kind, isFork, ref, sha, pullRequest, start, label } = subject
  return {
    kind,
    isFork,
    ref,
    sha,
    run: mayRun(subject, environment, allowForks),
    commit: mayCommit(subject),
    comment:
      pullRequest === undefined
        ? denied(`the event ${subject.event} is not about a pull request`)
        : { may: true, pullRequest },
    start,
    label
  }
}

/** What a run is about, before any rule is applied. */
interface Subject {
  event: string
  kind: Kind
  isFork: boolean
  ref: string | undefined
  sha: string
  start: Start
  pullRequest?: number
  label?: string | undefined
}

function subjectOf(payload: unknown, environment: Variables): Subject {
  const name = environment.GITHUB_EVENT_NAME ?? ''
  if (name === '') throw lacking('GITHUB_EVENT_NAME is not set')
  const event = codeSpan(name)
  const rest = { event, isFork: false }
  switch (name) {
    case 'push': {
      const push = read(pushSchema, payload, name)
      const { ref, after } = push
      const start = startOfPush(push, ref.startsWith(QUEUE))
      const about = { ...rest, ref, start }
      // A deletion leaves no commit; the default branch is checked out.
      return isZero(after)
        ? { ...about, kind: 'deleted push', sha: shaOf(environment) }
        : { ...about, kind: kindOfPush(ref), sha: after }
    }
    // A review also runs on the pull request's merge commit.
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment':
    case 'pull_request_target': {
      const told = read(pullRequestSchema, payload, name)
      const { pull_request: request, action } = told
      const { head, base, number: pullRequest } = request
      const isFork = head.repo?.id !== base.repo.id
      const kind: Kind =
        name === 'pull_request_target'
          ? 'pull_request_target'
          : isFork
            ? 'fork pull request'
            : 'pull request'
      // GITHUB_SHA is the merge with the base, or the default branch.
      const { ref, sha } = head
      const start = startOfRequest(request)
      const label =
        name === 'pull_request' && action === 'labeled'
          ? told.label?.name
          : undefined
      const about = { event, kind, isFork, pullRequest, start, label }
      return { ...about, ref: `${HEADS}${ref}`, sha }
    }
    case 'merge_group': {
      const { merge_group: group } = read(mergeGroupSchema, payload, name)
      const { head_ref: ref, head_sha: sha } = group
      const start = startOfGroup(group)
      return { ...rest, kind: 'merge group', ref, sha, start }
    }
    case 'workflow_run': {
      const { workflow_run: run, repository } = read(runSchema, payload, name)
      const isFork = run.head_repository?.id !== repository.id
      const about = { event, kind: 'workflow_run', isFork } as const
      return { ...about, ...checkedOut(environment), start: untold(event) }
    }
    case 'workflow_dispatch':
    case 'schedule': {
      const kind = name === 'schedule' ? name : 'dispatch'
      const start = none(`the event ${event} changes nothing`)
      return { ...rest, kind, ...checkedOut(environment), start }
    }
    default:
      return {
        ...rest,
        kind: 'other',
        ...checkedOut(environment),
        start: untold(event)
      }
  }
}

const untold = (event: string) =>
  none(`the event ${event} does not say what has changed`)

const HEADS = 'refs/heads/'

/**
 * The branches of a merge queue, one per group; creating one is a push and a
 * merge_group event ("Merge group webhook event", github.blog, 2022-08-18).
 */
const QUEUE = `${HEADS}gh-readonly-queue/`

function kindOfPush(ref: string): Kind {
  if (ref.startsWith(QUEUE)) return 'merge group'
  if (ref.startsWith(HEADS)) return 'branch push'
  return ref.startsWith('refs/tags/') ? 'tag push' : 'other'
}

/**
 * A stranger's tests can do anything to the runner, and on a self-hosted runner
 * the damage lasts ("Secure use reference", docs.github.com). A workflow_run
 * after a fork's run, or a pull_request_target, also has a token that can
 * write.
 */
function mayRun(
  { event, isFork }: Subject,
  { RUNNER_ENVIRONMENT: runner }: Variables,
  allowForks: boolean
): Target['run'] {
  if (!isFork || allowForks || runner === 'github-hosted') return { may: true }
  return {
    ...denied(
      `the event ${event} runs code from a fork, which could do lasting damage on a self-hosted runner`
    ),
    hint: 'Run it on a GitHub-hosted runner. If the runner is thrown away after each job, or everyone who can open pull requests is trusted, set `allow-forks: true`.'
  }
}

function mayCommit({ event, kind, isFork, ref }: Subject): Target['commit'] {
  if (isFork) {
    return denied(`the code comes from a fork, which ${event} cannot commit to`)
  }
  switch (kind) {
    case 'branch push':
    case 'dispatch':
    case 'schedule':
      if (ref?.startsWith(QUEUE)) break
      return ref?.startsWith(HEADS)
        ? { may: true, ref }
        : denied(`${said(ref)} is not a branch`)
    case 'tag push':
      return denied(`${said(ref)} is a tag, and tags do not move`)
    case 'deleted push':
      return denied(`${said(ref)} was deleted`)
    case 'pull request':
    case 'fork pull request':
      return denied(
        "a pull request's run tests the merge with its base, not the branch itself; a workflow that also runs on `push` commits to the branch"
      )
    case 'pull_request_target':
      return denied(
        `${event} does not run for the branch of the pull request; a workflow that runs on \`push\` commits to it`
      )
    case 'merge group':
      break
    case 'workflow_run':
    case 'other':
      return denied(
        `the event ${event} does not say which branch was tested; \`push\`, \`workflow_dispatch\` and \`schedule\` do`
      )
  }
  return denied(
    `${said(ref)} is a branch of the merge queue, which belongs to GitHub; the profile must be right in the pull request`
  )
}

const denied = (why: string): Denied => ({ may: false, why })

const said = (ref: string | undefined) =>
  ref === undefined ? 'the tested ref' : codeSpan(ref)

/** What actions/checkout checks out by default. */
function checkedOut(environment: Variables) {
  const ref = environment.GITHUB_REF ?? ''
  if (ref !== '' && !isFullRef(ref)) {
    throw lacking(`GITHUB_REF is not a full ref: ${shortJson(ref)}`)
  }
  return { ref: ref === '' ? undefined : ref, sha: shaOf(environment) }
}

function shaOf({ GITHUB_SHA: sha = '' }: Variables): string {
  if (isSha(sha)) return sha
  throw lacking(
    sha === ''
      ? 'GITHUB_SHA is not set'
      : `GITHUB_SHA is not a commit id: ${shortJson(sha)}`
  )
}
