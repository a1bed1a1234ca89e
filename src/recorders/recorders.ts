import type { Host } from '../host/host.ts'
import type { Profile } from '../profile/types.ts'
import { createAuditRecorder } from './audit/recorder.ts'
import type { WatchedDenials } from './bpftrace/program.ts'
import { createBpftraceRecorder } from './bpftrace/recorder.ts'
import { createHookRecorder } from './hook/recorder.ts'
import type { Recorder } from './recorder.ts'
import { createStraceRecorder } from './strace/recorder.ts'

/**
 * All recorders, for one machine.
 *
 * @param profile the one that containers are to run under
 * @param denials what to watch of the calls that it refuses, if anything
 */
export function createRecorders(
  host: Host,
  profile: Profile,
  denials: WatchedDenials | undefined
): Recorder[] {
  return [
    createBpftraceRecorder(host, denials),
    createHookRecorder(host),
    createAuditRecorder(host, { profile }),
    createStraceRecorder(host)
  ]
}
