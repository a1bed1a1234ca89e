import fs from 'node:fs/promises'

import { works } from '../src/checks/check.ts'
import { troubles } from '../src/checks/trouble.ts'
import { type Engine, readEngineDefault } from '../src/container/engine.ts'
import { underProfile } from '../src/container/run.ts'
import { podmanEnvironment } from '../src/host/environment.ts'
import type { Host } from '../src/host/host.ts'
import { parseProfile } from '../src/profile/parse.ts'
import { refusalsOf } from '../src/profile/refusals.ts'
import { createAuditRecorder } from '../src/recorders/audit/recorder.ts'
import { createBpftraceRecorder } from '../src/recorders/bpftrace/recorder.ts'
import { createHookRecorder } from '../src/recorders/hook/recorder.ts'
import type { Recorder } from '../src/recorders/recorder.ts'
import { checkRecorder } from '../src/recorders/recorders.ts'
import { createStraceRecorder } from '../src/recorders/strace/recorder.ts'
import { createRefusalWatch } from '../src/replay/enforce.ts'
import type { Turns } from './workloads.ts'

/** Something that containers are run under. */
export interface Candidate {
  name: string
  /** Undefined: untraced. */
  recorder: Recorder | undefined
  /** As many as take a fraction of a second. */
  turns: Turns
  isBpf: boolean
  /** Options of `podman run`. */
  options?: string[]
}

/** Not traced at all: what all others are compared with. */
export const UNTRACED = 'untraced'

const FAST: Turns = { dd: 500_000, stat: 200_000 }

/** All ways to run a container, the untraced one first. */
export async function listCandidates(
  engine: Engine,
  sudo: boolean
): Promise<Candidate[]> {
  const host = hostOf(engine, sudo)
  const profile = await readEngineDefault(engine)
  const bpf = { turns: FAST, isBpf: true }
  return [
    { name: UNTRACED, recorder: undefined, turns: FAST, isBpf: false },
    { name: 'hook', recorder: createHookRecorder(host), ...bpf },
    {
      name: 'bpftrace',
      recorder: createBpftraceRecorder(host, undefined),
      ...bpf
    },
    {
      name: 'bpftrace, denials',
      recorder: createBpftraceRecorder(host, refusalsOf(profile)),
      ...bpf
    },
    {
      name: 'audit',
      recorder: createAuditRecorder(host, { profile }),
      turns: { dd: 30_000, stat: 30_000 },
      isBpf: false
    },
    {
      name: 'strace',
      recorder: createStraceRecorder(host),
      turns: { dd: 5_000, stat: 5_000 },
      isBpf: false
    }
  ]
}

/**
 * The ways in which a run of the action runs the tests: recorded, and replayed
 * under a profile, watched and not.
 *
 * @param file the profile, absolute
 */
export async function listReplays(
  engine: Engine,
  sudo: boolean,
  file: string
): Promise<Candidate[]> {
  const all = await listCandidates(engine, sudo)
  const profile = parseProfile(await fs.readFile(file, 'utf8'), file)
  const rest = { turns: FAST, options: underProfile(file) }
  return [
    ...all.filter(({ name }) => [UNTRACED, 'bpftrace, denials'].includes(name)),
    {
      name: 'replayed',
      isBpf: true,
      ...rest,
      recorder: createRefusalWatch(hostOf(engine, sudo), profile)
    },
    {
      name: 'replayed, not watched',
      isBpf: false,
      ...rest,
      recorder: undefined
    }
  ]
}

function hostOf({ architecture, kernel }: Engine, sudo: boolean): Host {
  const environment = podmanEnvironment(process.env)
  return { architecture, kernel, sudo, rootless: false, environment }
}

/** Why a candidate cannot work on this machine; empty where it can. */
export async function reasonsAgainst(
  { recorder }: Candidate,
  engine: Engine,
  sudo: boolean
): Promise<readonly string[]> {
  if (!recorder) return []
  const checks = await checkRecorder(recorder.name, hostOf(engine, sudo))
  return works(checks) ? [] : troubles(checks)
}
