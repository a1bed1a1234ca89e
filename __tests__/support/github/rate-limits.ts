import type { Answer } from './exchange.ts'
import type { Token } from './tokens.ts'

/** Of a repository's own token, in an hour. */
const LIMIT = 1000

/** Counts requests as GitHub does, but never refuses one; a fault can. */
export class RateLimits {
  readonly #used = new Map<string, number>()
  readonly #reset = Math.floor(Date.now() / 1000) + 3600

  /** The answer with the headers that tell how many requests are left. */
  counted(
    answer: Answer,
    resource: 'core' | 'graphql',
    token: Token | undefined
  ): Answer {
    const key = `${resource} ${token?.text ?? ''}`
    const used = (this.#used.get(key) ?? 0) + 1
    this.#used.set(key, used)
    return {
      ...answer,
      headers: {
        'x-ratelimit-limit': `${LIMIT}`,
        'x-ratelimit-remaining': `${Math.max(0, LIMIT - used)}`,
        'x-ratelimit-used': `${used}`,
        'x-ratelimit-reset': `${this.#reset}`,
        'x-ratelimit-resource': resource,
        ...answer.headers
      }
    }
  }
}
