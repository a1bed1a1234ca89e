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
      fix: 'Take a newer one, as Debian 12, Ubuntu 22.04 and Fedora have it.'
    }
  }
  if (scope?.trim() === '3') {
    return {
      ...check,
      state: 'missing',
      found: `${check.found}: kernel.yama.ptrace_scope is 3, which forbids all tracing`,
      fix: 'Set kernel.yama.ptrace_scope to 2 or less in /etc/sysctl.d, and boot: it cannot be lowered before.'
    }
  }
  if (canTrace) return check
  return {
    ...check,
    state: 'missing',
    found: `${check.found}: root lacks CAP_SYS_PTRACE here`,
    fix: 'Run the runner outside of a container, or give that one --cap-add=SYS_PTRACE.'
  }
}

/** What recording with strace takes. */
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
