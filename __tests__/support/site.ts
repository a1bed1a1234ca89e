/** A repository on a GitHub of our own, with a checkout, and runs for it. */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

import type {
  Step,
  StepOptions,
  StepResult
} from '../../scripts/local-runner.ts'
import { commitAll, git } from '../../scripts/scratch-repository.ts'
import { startGitHub, type TestGitHub } from './github/server.ts'
import { BASE_IMAGE, createScratch, type Scratch } from './scratch.ts'

/** GitHub's own examples of events. */
const EXAMPLES = createRequire(import.meta.url)(
  '@octokit/webhooks-examples'
) as { name: string; examples: Payload[] }[]

type Payload = Record<string, unknown>

/** An event as GitHub Actions writes it. */
export type Event = NonNullable<StepOptions['event']>

/** Inputs of a step that is over soon; only what was replayed is committed. */
const QUICK = {
  image: BASE_IMAGE,
  command: 'true',
  recorder: 'bpftrace',
  denials: 'ignore',
  portability: 'off',
  'confirm-removals': '0'
}

export interface Site {
  github: TestGitHub
  scratch: Scratch
  /** The commit that is checked out. */
  head(): string
  /** Commits the workspace and pushes it to a full ref; gives the commit. */
  push(ref?: string): string
  /** Checks a full ref out, as actions/checkout does: its commit. */
  checkout(ref: string): string
  /** Runs git in the repository on the server. */
  onServer(...args: string[]): string
  /** Runs a step for an event, here or on another runner. */
  step(
    event: Event,
    inputs?: Record<string, string>,
    options?: Partial<StepOptions> & { on?: Scratch }
  ): Promise<StepResult>
  /** Starts one, and leaves it to the test. */
  start(event: Event): Step
  close(): Promise<void>
}

/** Starts a GitHub with one commit on main, which is checked out. */
export async function createSite(): Promise<Site> {
  const github = await startGitHub()
  const token = github.issueToken()
  const scratch = createScratch()
  const { workspace } = scratch
  const { bare } = github.repository
  git(workspace, 'init', '--quiet', '--initial-branch=main')
  scratch.write('README', 'An app.\n')
  const site: Site = {
    github,
    scratch,
    head: () => git(workspace, 'rev-parse', 'HEAD').trim(),
    push(ref = 'refs/heads/main') {
      if (git(workspace, 'status', '--short') !== '') {
        commitAll(workspace, 'A change')
      }
      git(workspace, 'push', '--quiet', bare, `HEAD:${ref}`)
      return site.head()
    },
    checkout(ref) {
      git(workspace, 'fetch', '--quiet', bare, ref)
      git(workspace, 'checkout', '--quiet', '--force', 'FETCH_HEAD')
      git(workspace, 'clean', '--quiet', '--force', '-d')
      return site.head()
    },
    onServer: (...args) => git(bare, ...args).trimEnd(),
    step: (event, inputs = {}, { on = scratch, ...options } = {}) =>
      on.step(
        {
          ...QUICK,
          replay: event.name === 'push' ? 'on' : 'off',
          ...inputs
        },
        {
          token,
          ...options,
          event,
          environment: environmentOf(github, options)
        }
      ),
    start: event =>
      scratch.start(
        { ...QUICK, replay: 'off' },
        { token, event, environment: environmentOf(github, {}) }
      ),
    async close() {
      scratch.remove()
      await github.close()
    }
  }
  site.push()
  return site
}

const environmentOf = (
  github: TestGitHub,
  { environment }: Partial<StepOptions>
) => ({
  GITHUB_API_URL: github.apiUrl,
  GITHUB_SERVER_URL: github.serverUrl,
  GITHUB_REPOSITORY: `${github.repository.owner}/${github.repository.name}`,
  ...environment
})

const exampleOf = (name: string) => {
  const example = EXAMPLES.find(event => event.name === name)?.examples[0]
  if (!example) throw new Error(`no example of ${name}`)
  return example
}

/** The push of a commit that makes a ref, given by its full name. */
export const pushOf = (sha: string, ref = 'refs/heads/main'): Event => ({
  name: 'push',
  payload: {
    ...exampleOf('push'),
    ref,
    before: '0'.repeat(40),
    after: sha,
    created: true,
    repository: { default_branch: 'main' }
  }
})

/** A commit of a pull request to main, from a branch here or in a fork. */
export function pullRequestOf(
  site: Site,
  sha: string,
  { number = 5, fork = false } = {}
): Event {
  site.onServer('update-ref', `refs/pull/${number}/head`, sha)
  const example = exampleOf('pull_request') as unknown as {
    pull_request: { head: { repo: object }; base: object }
  }
  const { pull_request: request } = example
  const repo = { id: site.github.repository.id }
  return {
    name: 'pull_request',
    payload: {
      ...example,
      number,
      pull_request: {
        ...request,
        number,
        head: {
          ...request.head,
          ref: 'feature',
          sha,
          repo: fork ? { id: 666 } : repo
        },
        base: {
          ...request.base,
          ref: 'main',
          sha: site.onServer('rev-parse', 'refs/heads/main'),
          repo
        }
      }
    }
  }
}

/** The file at a ref of the server; undefined where there is none. */
export function fileAt(
  site: Site,
  ref: string,
  file: string
): string | undefined {
  const there = site.onServer('ls-tree', ref, '--', file)
  return there === ''
    ? undefined
    : `${site.onServer('show', `${ref}:${file}`)}\n`
}

/** Writes an executable file into the workspace. */
export function makeExecutable(site: Site, file: string): void {
  fs.chmodSync(path.join(site.scratch.workspace, file), 0o755)
}
