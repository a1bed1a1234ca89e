import type { Check } from '../checks/check.ts'
import type { Machine } from '../checks/program.ts'
import { rootlessCheck } from '../checks/rootless.ts'
import type { Host } from '../host/host.ts'
import type { Profile } from '../profile/types.ts'
import { checkAudit } from './audit/check.ts'
import { createAuditRecorder } from './audit/recorder.ts'
import { checkBpftrace } from './bpftrace/check.ts'
import type { WatchedDenials } from './bpftrace/program.ts'
import { createBpftraceRecorder } from './bpftrace/recorder.ts'
import { checkHook } from './hook/check.ts'
import { createHookRecorder } from './hook/recorder.ts'
import { ABOUT, RECORDER_NAMES, type RecorderName } from './known.ts'
import type { CheckedRecorder, Recorder } from './recorder.ts'
import { checkStrace } from './strace/check.ts'
import { createStraceRecorder } from './strace/recorder.ts'

/** The conditions that containers are recorded under. */
interface Under {
  profile: Profile
  /** Which of the calls that it refuses to watch, if any. */
  denials: WatchedDenials | undefined
}

/** The check and the constructor of each recorder. */
const KINDS: Record<
  RecorderName,
  {
    /** Checks a machine whose podman is not rootless, or may be. */
    check: (machine: Machine) => Promise<Check[]>
    create: (host: Host, under: Under) => Recorder
  }
> = {
  bpftrace: {
    check: checkBpftrace,
    create: (host, { denials }) => createBpftraceRecorder(host, denials)
  },
  hook: { check: checkHook, create: host => createHookRecorder(host) },
  audit: {
    check: checkAudit,
    create: (host, { profile }) => createAuditRecorder(host, { profile })
  },
  strace: { check: checkStrace, create: createStraceRecorder }
}

/**
 * Checks each thing that a recorder needs of a machine. Starts no container,
 * changes nothing, and does not throw.
 */
export async function checkRecorder(
  name: RecorderName,
  machine: Machine
): Promise<Check[]> {
  const { rootOnly } = ABOUT[name]
  return machine.rootless && rootOnly !== undefined
    ? [rootlessCheck(rootOnly)]
    : KINDS[name].check(machine)
}

/**
 * All recorders, for one machine.
 *
 * @param profile the one that containers are to run under
 * @param denials which of the calls that it refuses to watch, if any
 */
export function createRecorders(
  host: Host,
  profile: Profile,
  denials: WatchedDenials | undefined
): CheckedRecorder[] {
  return RECORDER_NAMES.map(name => ({
    ...KINDS[name].create(host, { profile, denials }),
    preflight: () => checkRecorder(name, host)
  }))
}
