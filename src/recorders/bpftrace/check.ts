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

/** A setting that sudo must pass on to bpftrace, as the recorder sets it. */
const BPFTRACE_SETTINGS = ['BPFTRACE_STRLEN=128']

/** Adds to the program's check whether its version has been tested. */
export function bpftraceCheck({ check, version }: ProgramCheck): Check {
  if (version === undefined || !isBefore(version, [0, 17, 0])) return check
  return {
    ...check,
    state: 'weak',
    found: `${check.found}: older than 0.17, the oldest version that is tested`,
    fix: 'Install a newer version: Debian 12, Ubuntu 24.04 and Fedora have one.'
  }
}

/** Checks everything that recording with bpftrace needs. */
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
