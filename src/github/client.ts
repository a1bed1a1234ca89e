import { setTimeout as sleep } from 'node:timers/promises'

import { retry } from '@octokit/plugin-retry'

import { UserError } from '../errors.ts'
import { waitOf } from './fault.ts'

/** The workflow run's repository, and where it is. */
export interface Repository {
  owner: string
  name: string
  /** Where people and git find it, `https://github.com`. */
  server: string
}

/**
 * How long one request may take, how long GitHub may make us wait before we
 * give up, and how often a request is retried.
 */
export interface Patience {
  requestMs: number
  waitSeconds: number
  retries: number
  /** How long it all may take, from the first request on. */
  totalMs: number
  /** The first pause; the later ones are 4 and 9 times as long. */
  pauseMs: number
}

const PATIENCE: Patience = {
  requestMs: 20_000,
  waitSeconds: 60,
  retries: 2,
  totalMs: 300_000,
  pauseMs: 1000
}

/** A client of GitHub's API: REST, its pages, and GraphQL. */
export type Client = Awaited<ReturnType<typeof createClient>>

/**
 * A client that retries what failed by chance (5xx, connections, answers that
 * break off) and what GitHub wants to be asked later (429 and other limits), a
 * bounded number of times.
 *
 * @param token goes to GitHub only
 * @param options.apiUrl that of github.com, or of another GitHub server
 * @param options.signal no more requests once this is aborted
 */
export async function createClient(
  token: string,
  {
    patience = PATIENCE,
    apiUrl = process.env['GITHUB_API_URL'] ?? 'https://api.github.com',
    signal = new AbortController().signal
  }: { patience?: Patience; apiUrl?: string; signal?: AbortSignal } = {}
) {
  // It reads the event as it loads, so only after the event was checked.
  const { getOctokit } = await import(
    /* webpackMode: "eager" */ '@actions/github'
  )
  const { requestMs, waitSeconds, retries, pauseMs, totalMs } = patience
  const end = Date.now() + totalMs
  const octokit = getOctokit(
    token,
    {
      baseUrl: apiUrl,
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
      retry: { retries, retryAfterBaseValue: pauseMs, doNotRetry: FINAL }
    },
    // The first plugin is the innermost: it sees each try.
    ({ hook }) => {
      hook.before('request', options => {
        signal.throwIfAborted()
        if (Date.now() > end)
          throw new Error('all requests together took too long')
        options.request = {
          ...options.request,
          signal: AbortSignal.any([signal, AbortSignal.timeout(requestMs)])
        }
      })
      hook.after('request', ({ status, data }, options) => {
        // Octokit takes a partial answer for a whole one, or returns it as
        // text.
        if (status === 204 || (typeof data === 'object' && data)) return
        throw Object.assign(
          new Error('the answer is incomplete or is not JSON'),
          {
            status: 500,
            request: options
          }
        )
      })
      hook.error('request', error => {
        const seconds = waitOf(error)
        const isShort = (seconds: number) =>
          seconds <= waitSeconds && Date.now() + seconds * 1000 < end
        if (seconds !== undefined && isShort(seconds)) {
          const retryAfter = Math.ceil((seconds * 1000) / pauseMs)
          const { request } = error as RequestError
          request.request = { ...request.request, retries, retryAfter }
        }
        throw error
      })
    },
    retry
  )
  return Object.assign(octokit, { pause: () => sleep(pauseMs) })
}

/** An error of Octokit, by which the plugin for retries is told what to do. */
interface RequestError {
  request: { request?: object }
}

/** Whatever matters is thrown. */
const quiet = () => undefined

/** Retrying does not help with these, or the limit says when to retry. */
const FINAL = [400, 401, 403, 404, 410, 422, 429, 451]

/**
 * The repository that the workflow runs for.
 *
 * @throws UserError if the environment does not say
 */
export function readRepository(environment: NodeJS.ProcessEnv): Repository {
  const { GITHUB_REPOSITORY = '', GITHUB_SERVER_URL } = environment
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(GITHUB_REPOSITORY) ?? []
  if (owner === undefined || name === undefined) {
    throw new UserError(
      `GITHUB_REPOSITORY is not a repository: ${JSON.stringify(GITHUB_REPOSITORY)}`,
      {
        code: 'github',
        hint: 'GitHub Actions sets it; make sure that no step changes it.'
      }
    )
  }
  return { owner, name, server: GITHUB_SERVER_URL ?? 'https://github.com' }
}
