import type { Profile } from '../profile/types.js'
import { createAuditRecorder } from './audit/recorder.js'
import { createBpftraceRecorder } from './bpftrace/recorder.js'
import type { WatchedDenials } from './bpftrace/program.js'
import { createHookRecorder } from './hook/recorder.js'
import type { Host } from '../host/host.js'
import type { Recorder } from './recorder.js'
import { createStraceRecorder } from './strace/recorder.js'

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
