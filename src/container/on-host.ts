import { LABEL } from './label.ts'
import type { CommandResult, Podman } from './podman.ts'

/**
 * Runs a script as root for a user whose sudoers entry allows podman only: in
 * a container that gets no network and no privilege but what the options add.
 * Its root file system is an overlay of the host's, so that it needs no image;
 * what is mounted below is not in it.
 *
 * @param options more options of `podman run`
 * @param script for the shell, which has nothing but its own commands for sure
 * @param args what the script has as `$1` and so on
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
