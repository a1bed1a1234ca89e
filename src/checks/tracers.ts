import fs from 'node:fs/promises'

import { installCommand } from '../host/packages.js'
import { ask } from '../host/answer.js'
import { auditChecks } from '../recorders/audit/check.js'
import type { Check } from './check.js'
import {
  ANNOTATION,
  findHook,
  HOOK_PACKAGE,
  hookDirectories,
  hookVersion,
  missingLibraries
} from '../recorders/hook/program.js'
import {
  checkBtf,
  checkCgroup2,
  checkHeaders,
  checkLockdown,
  checkTracefs
} from './kernel.js'
import { canHave, readPrivileges } from './privileges.js'
import {
  asRoot,
  checkProgram,
  findProgram,
  type Machine,
  type ProgramCheck,
  refusal
} from './program.js'
import { checkRootlessCgroup, rootlessCheck } from './rootless.js'
import { isBefore, parseVersion, type Version } from './version.js'

/** What recording with oci-seccomp-bpf-hook takes. */
export async function checkHook(machine: Machine): Promise<Check[]> {
  if (machine.rootless) return [rootlessCheck('hook')]
  const groups = await Promise.all([
    checkHookProgram(machine),
    checkHeaders(machine.kernel),
    checkTracefs(),
    checkLockdown()
  ])
  return groups.flat()
}

async function checkHookProgram(machine: Machine): Promise<Check[]> {
  const directories = await hookDirectories(machine)
  const hook = await findHook(directories)
  const install = await installCommand(HOOK_PACKAGE)
  if (!hook?.isExecutable) {
    const found = hook
      ? `${hook.file} names ${hook.program}, which is no program`
      : `no hook for ${ANNOTATION} in ${directories.join(' or ')}`
    return [{ name: 'hook', state: 'missing', found, mend: install }]
  }
  const [version, libraries, installBcc] = await Promise.all([
    hookVersion(hook.program, machine),
    missingLibraries(hook.program, machine),
    installCommand('bcc')
  ])
  return [
    hookCheck(hook.program, version, machine.kernel),
    librariesCheck(libraries, { installBcc, install })
  ]
}

/**
 * Weighs the hook's version against the kernel's. Up to 1.2.10 it does not wait
 * for the runtime's prctl(2); up to 1.2.11 its BPF program does not fit kernels
 * from about 6.19 on. Release 1.3.0 of containers/oci-seccomp-bpf-hook mends
 * both.
 *
 * @param kernel its release, `uname -r`
 */
export function hookCheck(
  program: string,
  version: Version | undefined,
  kernel: string
): Check {
  const name = 'hook'
  const mend =
    'Install 1.3.0 or later (https://github.com/containers/oci-seccomp-bpf-hook/releases), or bpftrace beside it.'
  if (version === undefined) {
    return { name, state: 'ok', found: `version unknown, ${program}` }
  }
  const found = `${version.join('.')}, ${program}`
  const release = parseVersion(kernel)
  const isNewKernel = release !== undefined && !isBefore(release, [6, 19, 0])
  if (isBefore(version, [1, 3, 0]) && isNewKernel) {
    return {
      name,
      state: 'weak',
      found: `${found}: too old for the kernel ${kernel}; may not compile, or read a wrong field`,
      mend
    }
  }
  if (isBefore(version, [1, 2, 11])) {
    return {
      name,
      state: 'weak',
      found: `${found}: also records calls that only the runtime's set-up makes`,
      mend
    }
  }
  return { name, state: 'ok', found }
}

/** What the libraries that a hook lacks come to. */
export function librariesCheck(
  missing: readonly string[],
  { installBcc, install }: { installBcc: string; install: string }
): Check {
  if (missing.length === 0) {
    return { name: 'BCC', state: 'ok', found: 'no library is missing' }
  }
  return {
    name: 'BCC',
    state: 'missing',
    found: `the hook's libraries are missing: ${missing.join(', ')}`,
    mend: missing.some(name => name.startsWith('libbcc.'))
      ? installBcc
      : install
  }
}

/** What sudo must let through to bpftrace, as the recorder sets it. */
const BPFTRACE_SETTINGS = ['BPFTRACE_STRLEN=128']

/** What recording with bpftrace takes. */
export async function checkBpftrace(machine: Machine): Promise<Check[]> {
  return Promise.all([
    checkProgram(machine, {
      program: 'bpftrace',
      package: 'bpftrace',
      settings: BPFTRACE_SETTINGS
    }).then(bpftraceCheck),
    checkBtf(),
    checkTracefs(),
    machine.rootless ? checkRootlessCgroup(machine) : checkCgroup2(),
    checkLockdown()
  ])
}

/** Adds to the check of the program whether its version is a tried one. */
export function bpftraceCheck({ check, version }: ProgramCheck): Check {
  if (version === undefined || !isBefore(version, [0, 17, 0])) return check
  return {
    ...check,
    state: 'weak',
    found: `${check.found}: older than 0.17, the oldest that was tried`,
    mend: 'Take a newer one, as Debian 12, Ubuntu 24.04 and Fedora have it.'
  }
}

/** What recording by the kernel's audit records takes. */
export async function checkAudit(machine: Machine): Promise<Check[]> {
  if (machine.rootless) return [rootlessCheck('audit')]
  const read = (file: string) =>
    fs.readFile(file, 'utf8').catch(() => undefined)
  const [loginuid, actionsLogged, commandLine, privileges, python] =
    await Promise.all([
      read('/proc/self/loginuid'),
      read('/proc/sys/kernel/seccomp/actions_logged'),
      read('/proc/cmdline'),
      readPrivileges(machine.sudo),
      findProgram(machine, '/usr/bin/python3')
    ])
  return [
    ...auditChecks({
      loginuid,
      actionsLogged,
      commandLine,
      canRead: canHave(privileges, 'CAP_AUDIT_READ'),
      canControl: canHave(privileges, 'CAP_AUDIT_CONTROL')
    }),
    ...(await Promise.all([
      checkProgram(machine, {
        program: python ?? 'python3',
        package: 'python3'
      }).then(({ check }) => check),
      checkShell(machine)
    ]))
  ]
}

/** The shell, in which the recorder makes a container an audit session. */
async function checkShell(machine: Machine): Promise<Check> {
  const shell = '/bin/sh'
  const argv = asRoot(machine, [shell, '-c', ':'])
  const answer = await ask(argv, machine.environment)
  return answer.ok
    ? { name: 'sh', state: 'ok', found: shell }
    : { name: 'sh', ...refusal(machine, shell, answer) }
}

/** What recording with strace takes. */
export async function checkStrace(machine: Machine): Promise<Check> {
  if (machine.rootless) return rootlessCheck('strace')
  const [program, privileges, scope] = await Promise.all([
    checkProgram(machine, { program: 'strace', package: 'strace' }),
    readPrivileges(machine.sudo),
    fs
      .readFile('/proc/sys/kernel/yama/ptrace_scope', 'utf8')
      .catch(() => undefined)
  ])
  return straceCheck(program, {
    canTrace: canHave(privileges, 'CAP_SYS_PTRACE'),
    scope
  })
}

/**
 * Adds to the check of the program whether its version has the options that
 * the recorder takes, and whether the kernel lets it trace.
 *
 * @param scope /proc/sys/kernel/yama/ptrace_scope, where 3 stops all tracing
 *   (the kernel's Documentation/admin-guide/LSM/Yama.rst)
 */
export function straceCheck(
  { check, version }: ProgramCheck,
  { canTrace, scope }: { canTrace: boolean; scope: string | undefined }
): Check {
  if (check.state !== 'ok') return check
  if (version && isBefore(version, [5, 15, 0])) {
    return {
      ...check,
      state: 'missing',
      // Its NEWS: `--decode-pids=comm` came with 5.15.
      found: `${check.found}: 5.15 or later is needed`,
      mend: 'Take a newer one, as Debian 12, Ubuntu 22.04 and Fedora have it.'
    }
  }
  if (scope?.trim() === '3') {
    return {
      ...check,
      state: 'missing',
      found: `${check.found}: kernel.yama.ptrace_scope is 3, which forbids all tracing`,
      mend: 'Set kernel.yama.ptrace_scope to 2 or less in /etc/sysctl.d, and boot: it cannot be lowered before.'
    }
  }
  if (canTrace) return check
  return {
    ...check,
    state: 'missing',
    found: `${check.found}: root lacks CAP_SYS_PTRACE here`,
    mend: 'Run the runner outside of a container, or give that one --cap-add=SYS_PTRACE.'
  }
}
