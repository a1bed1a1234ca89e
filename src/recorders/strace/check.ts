import fs from 'node:fs/promises'

import type { Check } from '../../checks/check.ts'
import { canHave, readPrivileges } from '../../checks/privileges.ts'
import {
  checkProgram,
  type Machine,
  type ProgramCheck
} from '../../checks/program.ts'
import { isBefore } from '../../checks/version.ts'

/**
 * Adds to the check of the program whether its version has the options that the
 * recorder uses, and whether the kernel lets it trace.
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
      fix: 'Install a newer version: Debian 12, Ubuntu 22.04 and Fedora have one.'
    }
  }
  if (scope?.trim() === '3') {
    return {
      ...check,
      state: 'missing',
      found: `${check.found}: kernel.yama.ptrace_scope is 3, which forbids all tracing`,
      fix: 'Set kernel.yama.ptrace_scope to 2 or less in /etc/sysctl.d, and reboot: it cannot be lowered on a running machine.'
    }
  }
  if (canTrace) return check
  return {
    ...check,
    state: 'missing',
    found: `${check.found}: root lacks CAP_SYS_PTRACE here`,
    fix: 'Run the runner outside a container, or start its container with --cap-add=SYS_PTRACE.'
  }
}

/** Checks everything that recording with strace needs. */
export async function checkStrace(machine: Machine): Promise<Check[]> {
  const [program, privileges, scope] = await Promise.all([
    checkProgram(machine, { program: 'strace', package: 'strace' }),
    readPrivileges(machine.sudo),
    fs
      .readFile('/proc/sys/kernel/yama/ptrace_scope', 'utf8')
      .catch(() => undefined)
  ])
  const canTrace = canHave(privileges, 'CAP_SYS_PTRACE')
  return [straceCheck(program, { canTrace, scope })]
}
