import fs from 'node:fs/promises'
import path from 'node:path'

import {
  explainFailure,
  type TestRun,
  TestsFailed,
  underProfile
} from '../container/run.ts'
import type { UserError } from '../errors.ts'
import type { Host } from '../host/host.ts'
import { refusalsOf } from '../profile/refusals.ts'
import { serializeProfile } from '../profile/serialize.ts'
import type { Profile } from '../profile/types.ts'
import { createAuditRecorder } from '../recorders/audit/recorder.ts'
import { createBpftraceRecorder } from '../recorders/bpftrace/recorder.ts'
import type { Recorder } from '../recorders/recorder.ts'
import {
  type DeniedCall,
  namesOf,
  type Observation
} from '../recorders/recording.ts'
import { runTestsOnce } from '../suite/run-suite.ts'
import type { Suite } from '../suite/suite.ts'
import { trace, type Traced, untraced } from '../suite/trace.ts'
import { refusedOf } from './audit-watch.ts'
import { refusalLogProfile } from './logging-profile.ts'
import type { WatchName } from './replay.ts'

/** The tests, run once under a profile. */
export interface Enforced {
  run: TestRun
  /** Why they failed; undefined where they passed. */
  failure: UserError | undefined
  /** The calls that the filter refused; undefined without a watch. */
  denied: DeniedCall[] | undefined
  /** The names of the calls that were made; undefined if they were not seen. */
  made: string[] | undefined
}

/** What the watch for refused calls depends on. */
export interface Watching {
  watch: WatchName
  host: Host
  /** The filter that the tests were recorded under; undefined for none. */
  outer: Profile | undefined
  /** The container's bounding capabilities. */
  capabilities: readonly string[]
}

/**
 * Runs the tests once under a profile, and watches which calls it refuses.
 * The container is gone when it returns or throws.
 *
 * @param file the profile's path, absolute
 * @param title what the log calls this run
 * @throws RecorderFailed where the watch does not work here; UserError where
 *   it lost something, or where no container can be made; Cancelled
 */
export async function enforce(
  suite: Suite,
  profile: Profile,
  file: string,
  title: string,
  watching: Watching
): Promise<Enforced> {
  const options = underProfile(file)
  const { watch, host } = watching
  if (watch === 'bpftrace') {
    const recorder = createRefusalWatch(host, profile)
    const { ended, first } = await tracedTests(suite, title, options, recorder)
    return { ...ended, denied: first.denied, made: namesOf(first) }
  }
  const ended = await untraced(suite.world, traced =>
    testsUnder(suite, title, options, traced)
  )
  const denied =
    watch === 'audit'
      ? await logRefused(suite, profile, watching, ended.run.capabilities)
      : undefined
  return { ...ended, denied, made: undefined }
}

/** A recorder that names the calls that a profile refuses to a container. */
export function createRefusalWatch(host: Host, profile: Profile): Recorder {
  const mayNotStart = true
  return createBpftraceRecorder(host, refusalsOf(profile), { mayNotStart })
}

type Ended = Pick<Enforced, 'run' | 'failure'>

async function tracedTests(
  suite: Suite,
  title: string,
  options: readonly string[],
  recorder: Recorder
): Promise<{ ended: Ended; first: Observation }> {
  let ended: Ended | undefined
  try {
    const { first, run: tests } = await trace(
      { first: recorder, second: undefined },
      suite.world,
      async traced => {
        ended = await testsUnder(suite, title, options, traced)
        return ended.run
      },
      ({ id }) => {
        if (id === '') throw new NoContainer()
      }
    )
    return { ended: { ...ended, run: tests, failure: ended?.failure }, first }
  } catch (error) {
    // podman made no container: nothing to look at, and podman says why.
    if (!(error instanceof NoContainer) || !ended) throw error
    return { ended, first: NOTHING }
  }
}

class NoContainer extends Error {}

const NOTHING: Observation = { calls: [], denied: [], lost: [], blind: [] }

/** Runs the tests; a failure is returned, not thrown. */
async function testsUnder(
  suite: Suite,
  title: string,
  options: readonly string[],
  traced: Traced
): Promise<Ended> {
  const { image, inputs } = suite
  try {
    const ended = await runTestsOnce(suite, title, {
      ...traced,
      options: [...traced.options, ...options]
    })
    const { command } = inputs.tests
    return { run: ended, failure: explainFailure(ended, { image, command }) }
  } catch (error) {
    if (!(error instanceof TestsFailed)) throw error
    return { run: error.run, failure: error }
  }
}

/**
 * Runs the tests under a profile that lets through and logs what the given one
 * refuses. Whether they pass does not matter.
 */
async function logRefused(
  suite: Suite,
  profile: Profile,
  { host, outer, capabilities }: Watching,
  own: readonly string[]
): Promise<DeniedCall[]> {
  const machine = {
    architecture: host.architecture,
    capabilities: own.length > 0 ? own : capabilities
  }
  const recorder = createAuditRecorder(host, {
    profile,
    logging: candidate => refusalLogProfile(candidate, outer, machine)
  })
  const title = 'Run the tests with refused calls let through and logged'
  const { first } = await tracedTests(suite, title, [], recorder)
  return refusedOf(first, profile, machine)
}

/** Writes a profile to a file for podman. */
export async function writeForPodman(
  suite: Suite,
  profile: Profile
): Promise<string> {
  const file = path.join(suite.world.scratch, 'profile-under-test.json')
  await fs.writeFile(file, serializeProfile(profile))
  return file
}
