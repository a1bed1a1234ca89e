import type { Check } from '../../checks/check.ts'
import {
  checkBtf,
  checkCgroup2,
  checkLockdown,
  checkTracefs
} from '../../checks/kernel.ts'
import {
  checkProgram,
  type Machine,
  type ProgramCheck
} from '../../checks/program.ts'
import { checkRootlessCgroup } from '../../checks/rootless.ts'
import { isBefore } from '../../checks/version.ts'

/** What sudo must let through to bpftrace, as the recorder sets it. */
const BPFTRACE_SETTINGS = ['BPFTRACE_STRLEN=128']

/** Adds to the check of the program whether its version is a tried one. */
export function bpftraceCheck({ check, version }: ProgramCheck): Check {
  if (version === undefined || !isBefore(version, [0, 17, 0])) return check
  return {
    ...check,
    state: 'weak',
    found: `${check.found}: older than 0.17, the oldest that was tried`,
    fix: 'Take a newer one, as Debian 12, Ubuntu 24.04 and Fedora have it.'
  }
}

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
