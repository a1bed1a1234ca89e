import type { Podman } from './podman.js'

/**
 * Kills processes of root. A user whose sudoers entry allows podman only can
 * signal them from nowhere but a container that shares the host's process
 * namespace; it gets no other privilege and no network, and its root file
 * system is an overlay of the host's, so that it needs no image.
 */
export async function killAsRoot(
  podman: Podman,
  pids: readonly number[],
  signal: 'TERM' | 'KILL'
): Promise<void> {
  if (!podman.sudo) {
    for (const pid of pids) {
      try {
        process.kill(pid, `SIG${signal}`)
      } catch {
        // It has ended by itself.
      }
    }
    return
  }
  await podman.run([
    'run',
    '--rm',
    '--pid=host',
    '--network=none',
    '--log-driver=none',
    '--cap-drop=all',
    '--cap-add=KILL',
    '--security-opt=label=disable',
    '--rootfs',
    '/:O',
    '/bin/kill',
    `-${signal}`,
    ...pids.map(String)
  ])
}
