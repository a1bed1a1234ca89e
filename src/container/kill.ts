import { UserError } from '../errors.js'
import { LABEL } from './label.js'
import { lastLines, type Podman } from './podman.js'

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
  const result = await podman.run([
    'run',
    '--rm',
    `--label=${LABEL}=kill`,
    '--pid=host',
    '--network=none',
    '--log-driver=none',
    '--cap-drop=all',
    '--cap-add=KILL',
    '--security-opt=label=disable',
    '--rootfs',
    '/:O',
    '/bin/sh',
    '-c',
    // The shell's own kill: not every host has the program. Those that have
    // ended meanwhile do not matter.
    `for pid; do kill -${signal} "$pid" 2>/dev/null; done; true`,
    'sh',
    ...pids.map(String)
  ])
  if (result.exitCode !== 0) {
    throw new UserError(
      `processes of root cannot be stopped: ${lastLines(result.stderr, 3)}`,
      { hint: `They are on the runner: ${pids.join(', ')}` }
    )
  }
}
