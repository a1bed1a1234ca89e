import fs from 'node:fs'
import path from 'node:path'

import type { Scratch } from './scratch.ts'

/** Where the distribution's programs are, and no others. */
export const SYSTEM_PATH = '/usr/sbin:/usr/bin:/sbin:/bin'

/**
 * Puts a script in a program's place, for steps that get the environment.
 *
 * @returns the environment
 */
export function standIn(
  { root }: Scratch,
  program: string,
  script: string
): Record<string, string> {
  const directory = path.join(root, 'stand-ins')
  fs.mkdirSync(directory, { recursive: true })
  fs.writeFileSync(path.join(directory, program), script, { mode: 0o755 })
  return { PATH: `${directory}:${SYSTEM_PATH}` }
}

/** A bpftrace that does not work. */
export const noBpftrace = (scratch: Scratch) =>
  standIn(scratch, 'bpftrace', '#!/bin/sh\nexit 1\n')

/** A bpftrace that starts, and reads no path of a cgroup as it is. */
export const blindBpftrace = (scratch: Scratch) =>
  standIn(
    scratch,
    'bpftrace',
    `#!/bin/bash
exec /usr/bin/bpftrace "\${@//args->path/args->path + 7}"
`
  )

/**
 * A podman whose runtime is crun, which wants version 2 of cgroups only. Its
 * containers get no cgroup of their own; nor a network, which other podmans
 * would look for in vain.
 */
export const CRUN_PODMAN = `#!/bin/bash
words=(--runtime=crun) network=--network=host
[[ " $* " != *' --network='* ]] || network=
for word in "$@"; do
  words+=("$word")
  [[ $word != run || -v runs ]] || words+=(--cgroups=disabled $network) runs=1
done
exec unshare --mount --propagation=private sh -c '
  umount -R /sys/fs/cgroup || umount -Rl /sys/fs/cgroup
  mount -t cgroup2 cgroup2 /sys/fs/cgroup && exec "$@"
' sh /usr/bin/podman "\${words[@]}"
`
