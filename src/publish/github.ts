import { Cancelled, messageOf } from '../errors.ts'
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
import type { Publishing } from '../inputs/publishing.ts'
import type { Log } from '../log.ts'
import { codeSpan } from '../text/markdown.ts'

/** What a run needs to talk to GitHub, and what it may do there. */
export interface GitHub {
  publishing: Publishing
  target: Target
  repository: Repository
  run: Run
  /** What was checked out when the run began. */
  checkout: Checkout | undefined
  /** The client, created on first use. */
  client: () => Promise<Client>
  git: Git
  log: Log
  /** A directory for temporary files. */
  temporary: string
  /** No more requests once this is aborted. */
  signal: AbortSignal
}

/** Prepares for GitHub, before the tests can change anything. */
export async function openGitHub(
  publishing: Publishing,
  target: Target,
  profile: string,
  world: {
    exec: Execute
    environment: NodeJS.ProcessEnv
    log: Log
    temporary: string
    signal: AbortSignal
  }
): Promise<GitHub> {
  const git = createGit(world)
  let client: Promise<Client> | undefined
  return {
    publishing,
    target,
    git,
    log: world.log,
    temporary: world.temporary,
    signal: world.signal,
    repository: readRepository(world.environment),
    run: readRun(world.environment, target.sha),
    checkout: await readCheckout(git, profile),
    client: () =>
      (client ??= createClient(publishing.token, { signal: world.signal }))
  }
}

/** The profile's path in the repository, which can be below the workspace. */
export const fileInRepository = (
  { checkout }: Pick<GitHub, 'checkout'>,
  inWorkspace: string
): string => checkout?.profile ?? inWorkspace

/** An unforeseen error as a refusal: publishing does not fail a run. */
export function refusedBy(error: unknown): { kind: 'refused'; why: string } {
  if (error instanceof Cancelled) throw error
  return { kind: 'refused', why: codeSpan(messageOf(error)) }
}
