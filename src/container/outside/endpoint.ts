import { setTimeout as sleep } from 'node:timers/promises'

import * as v from 'valibot'

import type { Podman } from '../podman.ts'

/** Where a container is reached, and whether it runs. */
export interface Endpoint {
  running: boolean
  /** Its IP address, if it has a network of its own. */
  address: string | undefined
  /** Its published ports. */
  ports: PublishedPort[]
}

export interface PublishedPort {
  /** The container's port. */
  container: number
  /** `tcp`, `udp` or `sctp`. */
  protocol: string
  /** The runner's port. */
  host: number
}

const PAUSE_MS = 100

/**
 * Waits until the container runs, however long that takes: its image may have
 * to be pulled.
 *
 * @throws the signal's reason
 */
export async function awaitEndpoint(
  podman: Podman,
  name: string,
  signal: AbortSignal
): Promise<Endpoint> {
  for (;;) {
    const endpoint = await findEndpoint(podman, name)
    signal.throwIfAborted()
    if (endpoint?.running) return endpoint
    await sleep(PAUSE_MS, undefined, { signal })
  }
}

/**
 * Asks podman.
 *
 * @returns undefined if there is no such container
 */
export async function findEndpoint(
  podman: Podman,
  name: string
): Promise<Endpoint | undefined> {
  const result = await podman.run(['container', 'inspect', name])
  return result.exitCode === 0 ? parseEndpoint(result.stdout) : undefined
}

const addresses = {
  IPAddress: v.optional(v.string(), ''),
  GlobalIPv6Address: v.optional(v.string(), '')
}

const inspectSchema = v.tuple([
  v.object({
    State: v.object({ Running: v.boolean() }),
    NetworkSettings: v.object({
      ...addresses,
      // null for a port that is exposed but not published.
      Ports: v.nullish(
        v.record(
          v.string(),
          v.nullable(v.array(v.object({ HostPort: v.string() })))
        )
      ),
      Networks: v.nullish(v.record(v.string(), v.object(addresses)))
    })
  })
])

/**
 * Reads what `podman container inspect` says about one container.
 *
 * @throws ValiError, SyntaxError for any other text
 */
export function parseEndpoint(text: string): Endpoint {
  const [{ State, NetworkSettings }] = v.parse(inspectSchema, JSON.parse(text))
  const { Networks, Ports } = NetworkSettings
  // Outside the default network, only the networks have the address.
  const address = [NetworkSettings, ...Object.values(Networks ?? {})]
    .flatMap(n => [n.IPAddress, n.GlobalIPv6Address])
    .find(a => a !== '')
  const ports = Object.entries(Ports ?? {}).flatMap(([key, bindings]) => {
    const [container, protocol = 'tcp'] = key.split('/')
    const host = bindings?.[0]?.HostPort
    if (host === undefined) return []
    return { container: Number(container), protocol, host: Number(host) }
  })
  return { running: State.Running, address, ports }
}

/** `PORT_8000` for 8000/tcp, `PORT_53_UDP` for 53/udp. */
export function portVariable(port: PublishedPort): string {
  const name = `PORT_${port.container}`
  return port.protocol === 'tcp'
    ? name
    : `${name}_${port.protocol.toUpperCase()}`
}
