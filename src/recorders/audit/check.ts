import fs from 'node:fs/promises'

import type { Check } from '../../checks/check.ts'
import { canHave, readPrivileges } from '../../checks/privileges.ts'
import {
  asRoot,
  checkProgram,
  findProgram,
  type Machine,
  refusal
} from '../../checks/program.ts'
import { ask } from '../../host/answer.ts'

/**
 * What the kernel's files say about audit; undefined if a file does not exist.
 */
export interface AuditFiles {
  /** /proc/self/loginuid, which only a kernel with audit has. */
  loginuid: string | undefined
  /** /proc/sys/kernel/seccomp/actions_logged. */
  actionsLogged: string | undefined
  /** /proc/cmdline. */
  commandLine: string | undefined
  /** Whether root has CAP_AUDIT_READ here. */
  canRead: boolean
  /** Whether root has CAP_AUDIT_CONTROL here. */
  canControl: boolean
}

/** The login user ID before any login; anyone may set it once. */
const UNSET = '4294967295'

/**
 * Checks that the kernel reports each call that a filter tells it to log,
 * seccomp(2).
 */
export function auditChecks(files: AuditFiles): Check[] {
  return [
    { name: 'kernel audit', ...kernelAudit(files) },
    { name: 'logged actions', ...loggedActions(files.actionsLogged) }
  ]
}

function kernelAudit({
  loginuid,
  commandLine,
  canRead,
  canControl
}: AuditFiles): Omit<Check, 'name'> {
  if (loginuid === undefined) {
    return {
      state: 'missing',
      found: 'this kernel has no audit system (no /proc/self/loginuid)',
      fix: 'Boot a kernel with CONFIG_AUDIT=y; distribution kernels have it.'
    }
  }
  // The kernel's admin-guide/kernel-parameters, `audit=`.
  const off = /(?:^|\s)audit=(?:0|off)(?=\s|$)/.exec(commandLine ?? '')?.[0]
  if (off !== undefined) {
    return {
      state: 'missing',
      found: `the kernel was booted with ${off.trim()}`,
      fix: `Boot without ${off.trim()}.`
    }
  }
  if (!canRead) {
    return {
      state: 'missing',
      found: 'root lacks CAP_AUDIT_READ here',
      fix: 'Run the runner outside a container, or start its container with --cap-add=AUDIT_READ.'
    }
  }
  if (!canControl && loginuid.trim() !== UNSET) {
    return {
      state: 'missing',
      found: 'root lacks CAP_AUDIT_CONTROL here, and a login user ID is set',
      fix: 'Run the runner as a service, which has no login, or start its container with --cap-add=AUDIT_CONTROL.'
    }
  }
  return { state: 'ok', found: 'on' }
}

function loggedActions(text: string | undefined): Omit<Check, 'name'> {
  if (text === undefined) {
    return {
      state: 'missing',
      found: 'this kernel has no /proc/sys/kernel/seccomp/actions_logged',
      fix: 'Boot Linux 4.14 or later with CONFIG_SECCOMP_FILTER=y.'
    }
  }
  const actions = text.trim().split(/\s+/)
  if (actions.includes('log')) {
    return { state: 'ok', found: actions.join(' ') }
  }
  const wanted = [...actions, 'log'].join(' ').trim()
  return {
    state: 'missing',
    found: `without log: ${actions.join(' ') || 'none'}`,
    fix: `sudo sysctl -w kernel.seccomp.actions_logged='${wanted}'`
  }
}

/** Checks the shell, which gives a container an audit session of its own. */
async function checkShell(machine: Machine): Promise<Check> {
  const shell = '/bin/sh'
  const argv = asRoot(machine, [shell, '-c', ':'])
  const answer = await ask(argv, machine.environment)
  return answer.ok
    ? { name: 'sh', state: 'ok', found: shell }
    : { name: 'sh', ...refusal(machine, shell, answer) }
}

/** Checks everything that the audit recorder needs. */
export async function checkAudit(machine: Machine): Promise<Check[]> {
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
