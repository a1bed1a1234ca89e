import type {
  IncomingHttpHeaders,
  IncomingMessage,
  ServerResponse
} from 'node:http'

import { operationOf } from './operation.ts'

/** A request that has come in whole. */
export interface Incoming {
  method: string
  /** With the query, as it came. */
  path: string
  url: URL
  headers: IncomingHttpHeaders
  /** The Authorization headers; node keeps only the first of them. */
  authorizations: string[]
  body: Buffer
  /** Of GraphQL: the operation's name, or its first field's. */
  operation: string | undefined
}

export interface Answer {
  status: number
  headers?: Record<string, string>
  /** A buffer is sent as it is, anything else as JSON. */
  body?: unknown
}

/** Reads a request to its end. */
export async function readRequest(request: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const path = request.url ?? '/'
  const url = new URL(path, 'http://localhost')
  const body = Buffer.concat(chunks)
  return {
    method: request.method ?? 'GET',
    path,
    url,
    headers: request.headers,
    authorizations: request.rawHeaders.filter(
      (_, index, all) =>
        index % 2 === 1 && all[index - 1]?.toLowerCase() === 'authorization'
    ),
    body,
    operation: url.pathname.endsWith('/graphql')
      ? operationOf(body.toString())
      : undefined
  }
}

/** Writes an answer. */
export function writeAnswer(
  response: ServerResponse,
  { status, headers = {}, body }: Answer
): void {
  const isRaw = Buffer.isBuffer(body)
  const bytes = isRaw
    ? body
    : Buffer.from(body === undefined ? '' : JSON.stringify(body))
  response.writeHead(status, {
    ...(!isRaw && bytes.length > 0
      ? { 'content-type': 'application/json; charset=utf-8' }
      : {}),
    ...(status === 204 ? {} : { 'content-length': bytes.length }),
    ...headers
  })
  response.end(bytes)
}

/** An answer of words for people, as git shows them after `remote:`. */
export const inWords = (
  status: number,
  text: string,
  headers: Record<string, string> = {}
): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  body: Buffer.from(text)
})

/** GitHub's answer to what it does not do. */
export const refusal = (
  status: number,
  message: string,
  more: { errors?: object[]; headers?: Record<string, string> } = {}
): Answer => ({
  status,
  ...(more.headers && { headers: more.headers }),
  body: {
    message,
    ...(more.errors && { errors: more.errors }),
    documentation_url: 'https://docs.github.com/rest',
    status: `${status}`
  }
})
