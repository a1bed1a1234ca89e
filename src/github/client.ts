import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'

import { UserError } from '../errors.js'

/** What the workflow run is a part of, and where it is. */
export interface Repository {
  owner: string
  name: string
  /** Where people and git find it, `https://github.com`. */
  server: string
}

/**
 * How long one request may take, and how long GitHub may make us wait, before
 * it is given up; how often a request is made again.
 */
export interface Patience {
  requestMs: number
  waitSeconds: number
  retries: number
  /** The first pause; the later ones are 4 and 9 times as long. */
  pauseMs: number
}

const PATIENCE: Patience = {
  requestMs: 20_000,
  waitSeconds: 60,
  retries: 2,
  pauseMs: 1000
}

/** A client of GitHub's API: REST, its pages, and GraphQL. */
export type Client = Awaited<ReturnType<typeof createClient>>

/**
 * A client that asks again what failed by chance (5xx, 429, secondary limits,
 * connections), a bounded number of times. Where it is comes from
 * GITHUB_API_URL, so GitHub's own servers and those of others serve.
 *
 * @param token nobody else gets it
 */
export async function createClient(
  token: string,
  patience: Patience = PATIENCE
) {
  // It reads the event when it is loaded, so not before that has been checked.
  const { getOctokit } = await import(
    /* webpackMode: "eager" */ '@actions/github'
  )
  const { requestMs, waitSeconds, retries, pauseMs } = patience
  const isShort = (seconds: number, _: unknown, __: unknown, count: number) =>
    seconds <= waitSeconds && count < retries
  return getOctokit(
    token,
    {
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
      retry: { retries, retryAfterBaseValue: pauseMs, doNotRetry: FINAL },
      throttle: {
        onRateLimit: isShort,
        onSecondaryRateLimit: isShort,
        fallbackSecondaryRateRetryAfter: waitSeconds
      }
    },
    // The first plugin is the innermost: each try has a time of its own.
    octokit => {
      octokit.hook.before('request', options => {
        const signal = AbortSignal.timeout(requestMs)
        options.request = { ...options.request, signal }
      })
    },
    retry,
    throttling
  )
}

/** What happens is told by what is thrown. */
const quiet = () => undefined

/** What another try does not mend, and 429, for which limits are waited. */
const FINAL = [400, 401, 403, 404, 410, 422, 429, 451]

/**
 * The repository that the workflow runs for.
 *
 * @throws UserError where the environment does not tell
 */
export function readRepository(environment: NodeJS.ProcessEnv): Repository {
  const { GITHUB_REPOSITORY = '', GITHUB_SERVER_URL } = environment
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(GITHUB_REPOSITORY) ?? []
  if (owner === undefined || name === undefined) {
    throw new UserError(
      `GITHUB_REPOSITORY is no repository: ${JSON.stringify(GITHUB_REPOSITORY)}`,
      { hint: 'GitHub Actions sets it; let no step change it.' }
    )
  }
  return { owner, name, server: GITHUB_SERVER_URL ?? 'https://github.com' }
}
