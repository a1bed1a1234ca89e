import path from 'node:path'

import { Cancelled, messageOf } from '../errors.ts'
import { readLineage } from '../github/base/lineage.ts'
import { type Checkout, readCheckout } from '../github/checkout.ts'
import {
  type Client,
  createClient,
  readRepository,
  type Repository
} from '../github/client.ts'
import type { Target } from '../github/event.ts'
import { createGit, type Git } from '../github/git.ts'
import { readRun, type Run } from '../github/marker.ts'
import type { Execute } from '../host/execute.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { MAX_KEY, type Publishing } from '../inputs/publishing.ts'
import type { Log } from '../log.ts'
import { codeSpan } from '../text/markdown.ts'
import type { Lineage } from '../verdict/base.ts'
import type { Trail } from '../verdict/outcome.ts'

/** What a run needs to talk to GitHub, and what it may do there. */
export interface GitHub {
  publishing: Publishing
  target: Target
  repository: Repository
  run: Run
  /** What was checked out when the run began. */
  checkout: Checkout | undefined
  /** Where the profile comes from, read then, too. */
  lineage: Lineage
  /** The client, created on first use. */
  client: () => Promise<Client>
  git: Git
  /** Where the findings go as SARIF; undefined for nowhere. */
  sarif: { file: string; workspace: string } | undefined
  log: Log
  /** A directory for temporary files. */
  temporary: string
  /** No more requests once this is aborted. */
  signal: AbortSignal
}

type Paths = Pick<Inputs, 'profile' | 'sarifPath' | 'workspace'>

/**
 * Prepares for GitHub, before the tests can change anything.
 *
 * @param inputs the profile's absolute path, and where findings go
 */
export async function openGitHub(
  publishing: Publishing,
  target: Target,
  { profile, sarifPath, workspace }: Paths,
  world: {
    exec: Execute
    environment: NodeJS.ProcessEnv
    log: Log
    temporary: string
    signal: AbortSignal
  }
): Promise<GitHub> {
  const { environment, temporary, signal } = world
  const git = createGit(world)
  const repository = readRepository(environment)
  const checkout = await readCheckout(git, profile)
  const newClient = () => createClient(publishing.token, { signal })
  // Each has its own: a client counts the time from its first request on,
  // and the tests run between these two.
  const [forBase, client] = [once(newClient), once(newClient)]
  const lineage = await readLineage(
    target.start,
    {
      directory: path.dirname(profile),
      profile: checkout?.profile ?? inWorkspace(environment, profile),
      head: checkout?.head,
      sha: target.sha
    },
    {
      git,
      api: publishing.token === '' ? undefined : forBase,
      repository,
      temporary,
      signal
    }
  )
  return {
    publishing,
    target,
    repository,
    run: readRun(environment, target.sha),
    checkout,
    lineage,
    client,
    git,
    sarif: sarifPath === undefined ? undefined : { file: sarifPath, workspace },
    log: world.log,
    temporary,
    signal
  }
}

/** The same promise, whoever asks for it. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

/** The profile's path in the workspace, which is the repository's root. */
const inWorkspace = (
  { GITHUB_WORKSPACE: workspace = '.' }: NodeJS.ProcessEnv,
  profile: string
) => path.relative(workspace, profile).split(path.sep).join('/')

/** The profile's path in the repository, which can be below the workspace. */
export const fileInRepository = (
  { checkout }: Pick<GitHub, 'checkout'>,
  inWorkspace: string
): string => checkout?.profile ?? inWorkspace

/** What tells this job's comment from others. */
export const keyOf = (
  { publishing: { commentKey } }: GitHub,
  inWorkspace: string
): string => commentKey || inWorkspace.slice(-MAX_KEY)

/** Where this run can be looked up, and what it tested. */
export function trailOf(gitHub: GitHub): Trail {
  const { repository, run, target, lineage } = gitHub
  const { server, owner, name } = repository
  const { base, isMerge } = lineage
  return {
    runUrl:
      run.id === 0
        ? undefined
        : `${server}/${owner}/${name}/actions/runs/${run.id}`,
    sha: target.sha,
    mergedInto: isMerge && base.kind !== 'none' ? base.name : undefined
  }
}

/**
 * Whether someone has just accepted the new profile of a pull request with a
 * label. A label that is there from before accepts nothing: it was set for
 * another commit.
 */
export const isAccepted = ({
  publishing: { acceptLabel },
  target: { kind, label }
}: Pick<GitHub, 'publishing' | 'target'>): boolean =>
  kind === 'pull request' &&
  acceptLabel !== '' &&
  label?.toLowerCase() === acceptLabel.toLowerCase()

/** An unforeseen error as a refusal: publishing does not fail a run. */
export function refusedBy(error: unknown): { kind: 'refused'; why: string } {
  if (error instanceof Cancelled) throw error
  return { kind: 'refused', why: codeSpan(messageOf(error)) }
}
