/** A comment as the server keeps it. */
export interface Stored {
  id: number
  pullRequest: number
  /** Undefined where the account is deleted. */
  author: string | undefined
  body: string
  created: string
  updated: string
}

/** GitHub's ids have outgrown 32 bits. */
const FIRST_ID = 3_000_000_001

/** The comments of all pull requests. Every number is a pull request. */
export class Comments {
  readonly #all = new Map<number, Stored>()
  #next = FIRST_ID

  add(
    pullRequest: number,
    { author, body }: Pick<Stored, 'author' | 'body'>
  ): Stored {
    const created = now()
    const id = this.#next++
    const made = { id, pullRequest, author, body, created, updated: created }
    this.#all.set(id, made)
    return made
  }

  /** Those of a pull request, the oldest first. */
  of(pullRequest: number): Stored[] {
    return [...this.#all.values()].filter(
      comment => comment.pullRequest === pullRequest
    )
  }

  find(id: number): Stored | undefined {
    return this.#all.get(id)
  }

  change(comment: Stored, body: string): Stored {
    return Object.assign(comment, { body, updated: now() })
  }

  remove({ id }: Stored): void {
    this.#all.delete(id)
  }
}

const now = () => new Date().toISOString().replace(/\.\d+/, '')
