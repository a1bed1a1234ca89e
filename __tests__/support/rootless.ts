import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { BASE_IMAGE } from './scratch.ts'
import {
  allow,
  createUser,
  endProcesses,
  removeUser,
  type TestUser
} from './users.ts'

/** A user of the machine who may run a rootless podman. */
export interface RootlessUser {
  user: TestUser
  /** Environment that a rootless podman needs. */
  environment: Record<string, string>
  /**
   * Puts what follows under cgroups of version 2 only and makes it the user's.
   *
   * @param delegated whether the user may make cgroups there
   */
  wrap: (delegated: boolean) => string[]
  /** Runs podman as the user, under such cgroups. */
  podman: (...args: string[]) => string
  /** Allows the user one thing through sudo, with variables. */
  allow: (what: string) => void
  /** Ends the user's processes: podman leaves one that keeps its namespaces. */
  end: () => void
  /** Removes the user and all that is the user's. */
  remove: () => void
}

/** Makes a user with a rootless podman that has the base image. */
export function createRootlessUser(): RootlessUser {
  const user = createUser()
  const { name } = user
  const runtime = configure(user.home)
  execFileSync('chown', ['-R', `${name}:`, user.home])
  const environment = { XDG_RUNTIME_DIR: runtime }
  const wrap = (delegated: boolean) => [
    'unshare',
    '--mount',
    '--propagation=private',
    'bash',
    '-c',
    ENTER,
    'bash',
    name,
    delegated ? 'delegated' : ''
  ]
  const podman = (...args: string[]) => {
    const [program = '', ...rest] = [...wrap(true), 'podman', ...args]
    return execFileSync(program, rest, {
      cwd: user.home,
      env: {
        PATH: process.env['PATH'] ?? '/usr/bin:/bin',
        HOME: user.home,
        ...environment
      },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe']
    })
  }
  const archive = path.join(user.home, 'image.tar')
  execFileSync('podman', ['save', '--quiet', `--output=${archive}`, BASE_IMAGE])
  fs.chmodSync(archive, 0o644)
  podman('load', `--input=${archive}`)
  return {
    user,
    environment,
    wrap,
    podman,
    allow: what => {
      allow(user, `NOPASSWD:SETENV: ${what}`)
    },
    end: () => {
      endProcesses(user.uid)
    },
    remove: () => {
      removeUser(name)
      for (const root of ['/sys/fs/cgroup', '/sys/fs/cgroup/unified']) {
        removeCgroups(path.join(root, name))
      }
    }
  }
}

/** $1 is the user, $2 not empty where cgroups are delegated, then the command. */
const ENTER = `set -e
umount --recursive --lazy /sys/fs/cgroup
mount -t cgroup2 cgroup2 /sys/fs/cgroup
name=$1 top=/sys/fs/cgroup/$1 delegated=$2
shift 2
mkdir -p "$top/step"
for directory in "$top" "$top/step"; do
  if [ "$delegated" ]; then owner=$name; else owner=root; fi
  for file in . cgroup.procs cgroup.subtree_control cgroup.threads; do
    chown "$owner" "$directory/$file"
  done
done
echo $$ >"$top/step/cgroup.procs"
exec setpriv --reuid="$name" --regid="$name" --init-groups "$@"`

/**
 * Writes podman's configuration: what works anywhere, and the machine's limits.
 *
 * @returns the directory for what lives as long as the user's session
 */
function configure(home: string): string {
  const runtime = path.join(home, 'run')
  const directory = path.join(home, '.config/containers')
  fs.mkdirSync(directory, { recursive: true })
  fs.mkdirSync(runtime, { mode: 0o700 })
  const machine = '/etc/containers/containers.conf'
  const limits = fs.existsSync(machine)
    ? /^default_ulimits.*$/m.exec(fs.readFileSync(machine, 'utf8'))?.[0]
    : undefined
  fs.writeFileSync(
    path.join(directory, 'containers.conf'),
    `[containers]\n${limits ?? ''}\n[engine]\ncgroup_manager = "cgroupfs"\nevents_logger = "file"\n`
  )
  fs.writeFileSync(
    path.join(directory, 'storage.conf'),
    '[storage]\ndriver = "overlay"\n'
  )
  return runtime
}

/** Cgroups are removed from below; the files in them go by themselves. */
function removeCgroups(directory: string): void {
  if (!fs.existsSync(directory)) return
  for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
    if (entry.isDirectory()) removeCgroups(path.join(directory, entry.name))
  }
  fs.rmdirSync(directory)
}
