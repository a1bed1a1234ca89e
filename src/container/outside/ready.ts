import { isIPv6 } from 'node:net'

import { UserError } from '../../errors.ts'
import { parseShellWords } from '../../text/shell-words.ts'
import type { PublishedPort } from './endpoint.ts'

/** How a container shows that it is ready for the tests. */
export type Ready =
  /** It runs. */
  | { kind: 'running' }
  /** It answers an HTTP request; may name a published port: `$PORT_8000`. */
  | { kind: 'url'; url: string }
  /** It accepts a TCP connection; may name a published port. */
  | { kind: 'tcp'; address: string }
  /** It writes a line that contains this text. */
  | { kind: 'log'; text: string }
  /** A command in the container ends with exit code 0. */
  | { kind: 'command'; words: string[] }

/**
 * Reads the input `ready`. A text that starts with `log:` or `command:` is
 * never taken for a host of that name.
 *
 * @param text '' if it is not set
 * @throws UserError if it cannot be waited for
 */
export function parseReady(text: string): Ready {
  const ready = text.trim()
  if (ready === '') return { kind: 'running' }
  // A tab may be in a line of a log.
  // eslint-disable-next-line no-control-regex
  if (/[\x00-\x08\x0a-\x1f\x7f]/.test(ready)) throw invalid(ready)
  const [, kind, argument = ''] = /^(log|command):(.*)$/.exec(ready) ?? []
  if (kind === 'log') {
    if (argument.trim() === '') throw invalid(ready)
    return { kind: 'log', text: argument.trim() }
  }
  if (kind === 'command') {
    const otherwise = "write it as command: sh -c '...'"
    const words = parseShellWords('ready', argument.trim(), otherwise)
    return { kind: 'command', words }
  }
  const example = ready.replaceAll(PORT, '1')
  if (/^https?:/i.test(ready)) {
    parseUrl(example, ready)
    return { kind: 'url', url: ready }
  }
  parseAddress(example, ready)
  return { kind: 'tcp', address: ready }
}

const PORT = /\$PORT_(\d+)/g

/**
 * A URL or an address with the runner's ports filled in.
 *
 * @throws UserError if it names a port that is not published
 */
export function resolvePorts(
  text: string,
  ports: readonly PublishedPort[]
): string {
  return text.replaceAll(PORT, (variable, digits: string) => {
    const port = ports.find(
      p => p.protocol === 'tcp' && p.container === Number(digits)
    )
    if (port) return String(port.host)
    throw new UserError(
      `input ready: ${variable} has no value: the container's port ${digits} is not published`,
      {
        code: 'input',
        hint: `Add \`--publish=127.0.0.1::${digits}\` to \`run-args\`. With \`--network=host\`, write the port itself.`
      }
    )
  })
}

/**
 * An absolute URL of http or https.
 *
 * @param shown the text for the error
 * @throws UserError if it is not one
 */
export function parseUrl(text: string, shown = text): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:\/\//i.test(text)) throw invalid(shown)
  return url
}

/**
 * `host:port`, or `[::1]:port` for an IPv6 address.
 *
 * @param shown the text for the error
 * @throws UserError if it is neither
 */
export function parseAddress(
  text: string,
  shown = text
): { host: string; port: number } {
  const match = /^(?:\[([^\]]+)\]|([^\s:/[\]@]+)):(\d{1,5})$/.exec(text)
  const [, v6, name, digits] = match ?? []
  const host = v6 ?? name
  const port = Number(digits)
  const isValid =
    host !== undefined &&
    (v6 === undefined || isIPv6(v6)) &&
    port >= 1 &&
    port <= 65_535
  if (!isValid) throw invalid(shown)
  return { host, port }
}

function invalid(got: string): UserError {
  return new UserError(
    `input ready: ${JSON.stringify(got)} cannot be waited for`,
    {
      code: 'input',
      hint: 'Write a URL (http://127.0.0.1:$PORT_8000/health), host:port (127.0.0.1:$PORT_8000, [::1]:8000), `log: TEXT` or `command: WORDS`.'
    }
  )
}
