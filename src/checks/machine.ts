import fs from 'node:fs/promises'

import { type Engine, inspectEngine } from '../container/engine.ts'
import { type Podman, rootIsNotRootless } from '../container/podman.ts'
import { messageOf, UserError } from '../errors.ts'
import { ask } from '../host/answer.ts'
import { installCommand } from '../host/packages.ts'
import type { Check } from './check.ts'
import { checkBtf } from './kernel.ts'
import { type CgroupVersion, cgroupVersion, readMounts } from './mounts.ts'
import { canHave, type Privileges, readPrivileges } from './privileges.ts'
import { asRoot, findProgram, type Machine, refusal } from './program.ts'
import { isBefore, parseVersion } from './version.ts'

/** What every recording needs: root, podman with a runtime, the kernel. */
export async function checkMachine(machine: Machine): Promise<Check[]> {
  const [root, engine, mounts, selinux, btf] = await Promise.all([
    checkRoot(machine),
    checkEngine(machine),
    readMounts(),
    checkSelinux(),
    checkBtf()
  ])
  return [
    root,
    ...engine.checks,
    cgroupCheck(cgroupVersion(mounts), engine.runtime),
    selinux,
    { name: 'kernel', state: 'ok', found: machine.kernel },
    // Only bpftrace needs it, and only there is it missing.
    btf.state === 'missing' ? { ...btf, state: 'weak' } : btf
  ]
}

async function checkRoot({ sudo, rootless }: Machine): Promise<Check> {
  const [privileges, uidMap] = await Promise.all([
    readPrivileges(sudo),
    fs.readFile('/proc/self/uid_map', 'utf8').catch(() => '')
  ])
  return rootCheck({ sudo, rootless, privileges, uidMap })
}

/**
 * What this process's own rights mean for the check.
 *
 * @param uidMap /proc/self/uid_map, user_namespaces(7)
 */
export function rootCheck({
  sudo,
  rootless,
  privileges,
  uidMap
}: {
  sudo: boolean
  rootless: boolean
  privileges: Privileges | undefined
  uidMap: string
}): Check {
  const name = 'root'
  const outside =
    'Run the runner outside a container, as root or as a user with sudo.'
  if (/^\s*\d+\s+(?!0\s)\d+\s/m.test(uidMap)) {
    const found =
      "this is a user namespace, whose root is not the machine's root"
    return { name, state: 'missing', found, fix: outside }
  }
  if (!canHave(privileges, 'CAP_SYS_ADMIN')) {
    const found = 'root lacks CAP_SYS_ADMIN here'
    return { name, state: 'missing', found, fix: outside }
  }
  if (!sudo) return { name, state: 'ok', found: 'this is root' }
  if (privileges?.noNewPrivileges) {
    return {
      name,
      state: 'missing',
      found: 'not root, and sudo cannot work: no_new_privs is set',
      fix: "Remove NoNewPrivileges= from the unit of the runner's service."
    }
  }
  const who = rootless ? 'bpftrace needs' : 'podman and tracers need'
  return { name, state: 'ok', found: `not root: ${who} sudo` }
}

interface EngineChecks {
  checks: Check[]
  /** The OCI runtime's name, if it is known. */
  runtime: string | undefined
}

async function checkEngine(host: Machine): Promise<EngineChecks> {
  const machine = machineOfPodman(host)
  const file = await findProgram(machine, 'podman')
  if (file === undefined) {
    const fix = await installCommand('podman')
    return failed({ state: 'missing', found: 'not installed', fix })
  }
  const version = ['podman', '--version']
  const answer = await ask(asRoot(machine, version), machine.environment)
  if (!answer.ok) return failed(refusal(machine, file, answer))
  try {
    if (host.rootless && !host.sudo) throw rootIsNotRootless()
    return engineChecks(await inspectEngine(briefPodman(machine)), file)
  } catch (error) {
    return failed({
      state: 'missing',
      found: messageOf(error).replace(/\s+/g, ' '),
      fix:
        error instanceof UserError && error.hint
          ? error.hint
          : 'Run `podman info` as root and fix what it reports.'
    })
  }
}

/** The machine as podman uses it: a rootless podman runs without sudo. */
function machineOfPodman(machine: Machine): Machine {
  return machine.rootless ? { ...machine, sudo: false } : machine
}

function failed(check: Omit<Check, 'name'>): EngineChecks {
  return { checks: [{ name: 'podman', ...check }], runtime: undefined }
}

/** A podman that is given up if it does not answer. */
function briefPodman(machine: Machine): Podman {
  return {
    sudo: machine.sudo,
    rootless: machine.rootless,
    environment: machine.environment,
    async run(args) {
      const argv = asRoot(machine, ['podman', ...args])
      const answer = await ask(argv, machine.environment)
      return { ...answer, exitCode: answer.ok ? 0 : 1 }
    }
  }
}

/** What podman says about itself, as checks. */
export function engineChecks(engine: Engine, file: string): EngineChecks {
  const runtime = engine.runtime.split(' ')[0]
  return {
    checks: [
      { name: 'podman', ...podmanCheck(engine.version, file) },
      { name: 'OCI runtime', ...runtimeCheck(engine.runtime) },
      { name: 'seccomp', state: 'ok', found: 'podman has it' },
      { name: 'architecture', state: 'ok', found: engine.architecture }
    ],
    runtime
  }
}

function podmanCheck(version: string, file: string): Omit<Check, 'name'> {
  const found = `${version}, ${file}`
  const parsed = parseVersion(version)
  if (!parsed || !isBefore(parsed, [4, 0, 0])) return { state: 'ok', found }
  return {
    state: 'missing',
    // Its release notes: `podman rm --time` came with 4.0.0.
    found: `${found}: containers cannot be removed with podman before 4.0`,
    fix: 'Install a newer one, as Debian 12, Ubuntu 24.04 and Fedora have it.'
  }
}

function runtimeCheck(runtime: string): Omit<Check, 'name'> {
  if (/^(crun|runc)( |$)/.test(runtime)) return { state: 'ok', found: runtime }
  return {
    state: 'weak',
    found: `${runtime}: only crun and runc have been tested`,
    fix: 'Set runtime = "crun" under [engine] in /etc/containers/containers.conf.'
  }
}

/** What the mounted cgroups mean for an OCI runtime. */
export function cgroupCheck(
  version: CgroupVersion,
  runtime: string | undefined
): Check {
  const name = 'cgroups'
  const fix = 'Boot with systemd.unified_cgroup_hierarchy=1'
  switch (version) {
    case 'v2':
      return { name, state: 'ok', found: version }
    case 'v1':
      return {
        name,
        state: 'weak',
        found: 'v1 only: bpftrace cannot tell containers apart',
        fix: `${fix}.`
      }
    case 'v1 and v2':
      return runtime === 'crun'
        ? {
            name,
            state: 'missing',
            found: 'v1 and v2 side by side, where crun starts no container',
            fix: `${fix}, or set runtime = "runc" under [engine] in /etc/containers/containers.conf.`
          }
        : { name, state: 'ok', found: 'v1 and v2 side by side' }
    case 'none':
      return {
        name,
        state: 'missing',
        found: 'not mounted',
        fix: 'sudo mount -t cgroup2 cgroup2 /sys/fs/cgroup'
      }
  }
}

async function checkSelinux(): Promise<Check> {
  const text = await fs
    .readFile('/sys/fs/selinux/enforce', 'utf8')
    .catch(() => undefined)
  return selinuxCheck(text)
}

/** What /sys/fs/selinux/enforce says, selinux(8). */
export function selinuxCheck(text: string | undefined): Check {
  const name = 'SELinux'
  if (text === undefined) return { name, state: 'absent', found: 'not in use' }
  const found = text.trim() === '1' ? 'enforcing' : 'permissive'
  return { name, state: 'ok', found }
}
