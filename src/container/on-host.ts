import { LABEL } from './label.ts'
import type { CommandResult, Podman } from './podman.ts'

/**
 * Runs a script as root for a user whose sudoers entry allows only podman: in a
 * container with no network, and no privileges except those that the options
 * add. Its root file system is an overlay of the host's, so it needs no image;
 * file systems mounted below are not in it.
 *
 * @param options more options of `podman run`
 * @param script for the shell; only its built-in commands are sure to be there
 * @param args the script's `$1` and so on
 */
export function runOnHost(
  podman: Podman,
  options: readonly string[],
  script: string,
  args: readonly string[]
): Promise<CommandResult> {
  return podman.run([
    'run',
    '--rm',
    `--label=${LABEL}=host`,
    '--network=none',
    '--log-driver=none',
    '--cap-drop=all',
    ...options,
    '--security-opt=label=disable',
    '--rootfs',
    '/:O',
    '/bin/sh',
    '-c',
    script,
    'sh',
    ...args
  ])
}
