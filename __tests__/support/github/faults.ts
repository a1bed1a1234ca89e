import type { Answer, Incoming } from './exchange.ts'

/** Something that goes wrong with requests of a kind. */
export interface Fault {
  match: { method?: string; path?: RegExp; operation?: string }
  /** How many requests it befalls; 1 if not given. */
  times?: number
  answer:
    | {
        kind: 'status'
        status: number
        headers?: Record<string, string>
        body?: unknown
      }
    /** The connection breaks; nothing was done. */
    | { kind: 'reset' }
    /** There is never an answer; nothing was done. */
    | { kind: 'hang' }
    /** What was asked for is done, but the answer does not say so. */
    | { kind: 'applied, then'; status: number | 'reset' }
    | {
        kind: 'graphql errors'
        errors: { type?: string; message: string; path?: string[] }[]
      }
}

/** The faults to come, in the order they were asked for. */
export class Faults {
  #left: { fault: Fault; times: number }[] = []

  add(fault: Fault): void {
    this.#left.push({ fault, times: fault.times ?? 1 })
  }

  /** The first that matches, which then has one time less. */
  take(incoming: Incoming): Fault['answer'] | undefined {
    const found = this.#left.find(({ fault: { match } }) =>
      isMatch(match, incoming)
    )
    if (!found) return undefined
    found.times -= 1
    this.#left = this.#left.filter(({ times }) => times > 0)
    return found.fault.answer
  }
}

function isMatch(
  { method, path, operation }: Fault['match'],
  incoming: Incoming
): boolean {
  return (
    (method === undefined || method === incoming.method) &&
    // A copy: a global one would go on where it last matched.
    (path === undefined || new RegExp(path).test(incoming.path)) &&
    (operation === undefined || operation === incoming.operation)
  )
}

/**
 * What comes of a request that a fault befalls.
 *
 * @param work - does what was asked for
 * @returns the answer, or what happens to the connection
 */
export async function befall(
  fault: Fault['answer'],
  work: () => Promise<Answer>
): Promise<Answer | 'reset' | 'hang'> {
  switch (fault.kind) {
    case 'status':
      return {
        status: fault.status,
        ...(fault.headers && { headers: fault.headers }),
        body: fault.body ?? { message: `Fault ${fault.status}` }
      }
    case 'reset':
    case 'hang':
      return fault.kind
    case 'applied, then':
      await work()
      return fault.status === 'reset'
        ? 'reset'
        : {
            status: fault.status,
            body: { message: `Fault ${fault.status}` }
          }
    case 'graphql errors': {
      const [field] = fault.errors[0]?.path ?? []
      const data = field === undefined ? null : { [field]: null }
      return { status: 200, body: { data, errors: fault.errors } }
    }
  }
}
