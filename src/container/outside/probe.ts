import { setTimeout as sleep } from 'node:timers/promises'

import { lastLines, type Podman } from '../podman.ts'
import { askAddress, askUrl } from './ask.ts'
import type { PublishedPort } from './endpoint.ts'
import { parseAddress, parseUrl, type Ready, resolvePorts } from './ready.ts'
import type { Search } from './search.ts'

/** Asks a container whether it is ready. */
export interface Probe {
  /** What is waited for, for a message. */
  what: string
  /**
   * Asks once, and gives up when the signal says so.
   *
   * @returns undefined if it is ready, otherwise why not
   */
  ask: (signal: AbortSignal) => Promise<string | undefined>
  /** Waits for commands that were given up; they end with the container. */
  close: () => Promise<unknown>
}

/**
 * Makes the probe for what the user waits for.
 *
 * @param search the search for the text of `log:` in the container's output
 * @throws UserError if it names a port that is not published
 */
export function createProbe(
  ready: Ready,
  container: { name: string; ports: PublishedPort[] },
  podman: Podman,
  search: Search | undefined
): Probe {
  const close = () => Promise.resolve()
  switch (ready.kind) {
    case 'running':
      return { what: 'it runs', ask: () => Promise.resolve(undefined), close }
    case 'url': {
      const url = parseUrl(resolvePorts(ready.url, container.ports))
      return { what: url.href, ask: signal => askUrl(url, signal), close }
    }
    case 'tcp': {
      const text = resolvePorts(ready.address, container.ports)
      const address = parseAddress(text)
      return { what: text, ask: signal => askAddress(address, signal), close }
    }
    case 'log': {
      const ask = () =>
        Promise.resolve(search?.isFound() ? undefined : 'no line contains it')
      return { what: `log: ${JSON.stringify(ready.text)}`, ask, close }
    }
    case 'command':
      return commandProbe(ready.words, container.name, podman)
  }
}

/**
 * `podman exec`, like a health check in production: it runs in the container,
 * so its calls are recorded. One that hangs is left alone, because only the end
 * of the container can end it.
 */
function commandProbe(words: string[], name: string, podman: Podman): Probe {
  const hanging = new Set<Promise<unknown>>()
  return {
    what: `command: ${words.join(' ')}`,
    async ask(signal) {
      // Not shown; this keeps only the end of its output.
      const show = () => undefined
      const asked = podman.run(['exec', name, ...words], { show })
      const settled = asked.catch(() => undefined)
      hanging.add(settled)
      const answered = new AbortController()
      const result = await Promise.race([
        asked,
        aborted(AbortSignal.any([signal, answered.signal]))
      ]).finally(() => {
        answered.abort()
      })
      if (!result) return 'it did not end in time'
      hanging.delete(settled)
      if (result.exitCode === 0) return undefined
      const said = lastLines(result.stderr || result.stdout, 3)
      return `exit code ${result.exitCode}${said && `: ${said}`}`
    },
    close: () => Promise.all(hanging)
  }
}

/** Settles when the signal does. */
async function aborted(signal: AbortSignal): Promise<undefined> {
  if (signal.aborted) return
  await new Promise(resolve => {
    signal.addEventListener('abort', resolve, { once: true })
  })
}

/** How long one question may take. */
const ASK_MS = 5_000
const PAUSE_MS = 250

/**
 * Asks until the container is ready.
 *
 * @param timeoutMs for how long
 * @returns undefined once it is ready, otherwise the last answer
 * @throws the signal's reason
 */
export async function awaitReady(
  probe: Probe,
  timeoutMs: number,
  signal: AbortSignal
): Promise<string | undefined> {
  const until = Date.now() + timeoutMs
  for (;;) {
    const limit = AbortSignal.timeout(
      Math.max(1, Math.min(ASK_MS, until - Date.now()))
    )
    const problem = await probe.ask(AbortSignal.any([signal, limit]))
    signal.throwIfAborted()
    if (problem === undefined) return undefined
    if (Date.now() + PAUSE_MS >= until) return problem
    await sleep(PAUSE_MS, undefined, { signal })
  }
}
