import { ask } from '../host/answer.ts'
import type { Check } from './check.ts'
import type { Machine } from './program.ts'

const BY_ROOT = 'Set `podman: root`, or leave it out.'

/** Why a recorder cannot record a rootless podman's containers. */
export function rootlessCheck(reason: string): Check {
  return {
    name: 'podman',
    state: 'missing',
    found: `is rootless: ${reason}`,
    fix: BY_ROOT
  }
}

/** Whether a rootless podman's container gets a cgroup, to be known by. */
export async function checkRootlessCgroup({
  environment
}: Machine): Promise<Check> {
  const format = '{{.Host.CgroupsVersion}} {{.Host.CgroupManager}}'
  const answer = await ask(['podman', 'info', '--format', format], environment)
  return rootlessCgroupCheck(answer.ok ? answer.stdout : '')
}

/**
 * What the version and the manager of cgroups, as a rootless podman names them
 * (`v2 systemd`), mean for the check.
 */
export function rootlessCgroupCheck(text: string): Check {
  const name = 'cgroup v2'
  const [version = '', manager = ''] = text.trim().split(' ')
  if (version !== 'v2') {
    return {
      name,
      state: 'missing',
      found:
        version === ''
          ? 'podman does not say which version it has'
          : `podman has ${version}, where a rootless container has no cgroup of its own`,
      fix: `Boot with systemd.unified_cgroup_hierarchy=1. Or: ${BY_ROOT}`
    }
  }
  if (manager === 'systemd') {
    return { name, state: 'ok', found: 'v2, made by systemd' }
  }
  return {
    name,
    state: 'weak',
    found: `v2, made by ${manager}: works only if the runner's cgroup is delegated to its user`,
    fix: 'Give the user a systemd session: `loginctl enable-linger`, and XDG_RUNTIME_DIR in the environment of the runner.'
  }
}
