import http from 'node:http'
import https from 'node:https'
import net from 'node:net'

import { errnoCode } from '../../errors.ts'

/**
 * Requests a URL and expects a status below 400.
 *
 * @param signal when to give up
 * @returns undefined for such an answer, otherwise what came instead
 */
export function askUrl(
  url: URL,
  signal: AbortSignal
): Promise<string | undefined> {
  return new Promise(resolve => {
    let status: number | undefined
    let problem = 'no answer'
    const note = (error: Error) => {
      problem = reasonOf(error)
    }
    const options = {
      agent: false,
      signal,
      // Nothing secret is sent and the answer is not trusted, and a test's
      // certificate is seldom signed by an authority.
      rejectUnauthorized: false
    }
    const { request } = url.protocol === 'https:' ? https : http
    request(url, options, response => {
      status = response.statusCode ?? 0
      // Read to the end: a server that cannot write makes other calls.
      response.on('error', note).resume()
    })
      .on('error', note)
      .on('close', () => {
        if (status === undefined) resolve(problem)
        else resolve(status < 400 ? undefined : `HTTP status ${status}`)
      })
      .end()
  })
}

/**
 * Opens a TCP connection to an address.
 *
 * @param signal when to give up
 * @returns undefined if it connects, otherwise why not
 */
export function askAddress(
  address: { host: string; port: number },
  signal: AbortSignal
): Promise<string | undefined> {
  return new Promise(resolve => {
    let problem: string | undefined = 'no answer'
    const socket = net.connect({ ...address, signal })
    socket
      .on('connect', () => {
        problem = undefined
        socket.destroy()
      })
      .on('error', error => {
        problem = reasonOf(error)
      })
      .on('close', () => {
        resolve(problem)
      })
  })
}

function reasonOf(error: Error): string {
  if (error.name === 'AbortError') return 'no answer in time'
  // If all addresses of a name refuse, there is only a code.
  return error.message || (errnoCode(error) ?? error.name)
}
