import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'

import { deriveCandidate } from './candidate/candidate.js'
import { readCommitted, refuseUnloadable } from './committed.js'
import { inspectEngine, readEngineDefault } from './container/engine.js'
import { createPodman, type Execute } from './container/podman.js'
import { abortError, UserError } from './errors.js'
import type { Inputs } from './inputs.js'
import { MAX_LENGTH } from './profile/json.js'
import type { Profile } from './profile/types.js'
import { serializeProfile } from './profile/serialize.js'
import { record, type RecordWorld } from './record.js'
import { namesOf, SEES, serializeRecording } from './recorders/recording.js'
import { foreignArchitectures, uniteRecordings } from './recorders/unite.js'
import {
  annotateAdded,
  annotateDenied,
  annotateUnknown,
  type Annotation
} from './report/annotations.js'
import type { Findings } from './report/findings.js'
import { headline, renderReport } from './report/report.js'
import { setUpRunner } from './setup.js'
import { weigh } from './weigh.js'
import { refuseEscape, writeAtomically } from './workspace.js'

/** What a run needs of the world around it. */
export interface World extends RecordWorld {
  exec: Execute
  environment: NodeJS.ProcessEnv
  /** The path of scripts/setup-runner.sh. */
  setupScript: string
}

/** What a run found, and the files that it wrote. */
export interface RunResult {
  findings: Findings
  headline: string
  /** Whether the profile's bytes changed. */
  changed: boolean
  /** The report as Markdown, and the file that it is in. */
  report: string
  reportPath: string
  /** The files that the recordings are in, one for each run of the tests. */
  recordingPaths: string[]
  image: string
  annotations: Annotation[]
}

/**
 * The whole story: inputs, image, recordings, candidate, diff, verdict, report.
 * Leaves the profile alone unless the tests passed and were recorded whole, and
 * need nothing that is denied.
 *
 * @throws UserError, Cancelled
 */
export async function run(inputs: Inputs, world: World): Promise<RunResult> {
  const committed = await readCommitted(inputs)
  const podman = createPodman(world, inputs.podman)
  if (inputs.setup === 'install') await setUpRunner(world)
  const engine = await inspectEngine(podman)
  if (committed) refuseUnloadable(inputs, committed, engine.architecture)
  const engineDefault = await readEngineDefault(engine)

  const recorded = await record(inputs, world, podman, engine, engineDefault)
  const { recordings, floor, capabilities, image } = recorded
  const united = uniteRecordings(recordings)

  const candidate = deriveCandidate({
    recorded: namesOf(united),
    sees: SEES[recorded.recorder],
    recordUnder: inputs.recordUnder,
    floor: floor?.names ?? [],
    portability: inputs.portability,
    architecture: engine.architecture,
    alsoOn: foreignArchitectures(united),
    capabilities,
    engineDefault,
    committed: committed?.base,
    removals: inputs.removals,
    policy: inputs.policy,
    defaultErrno:
      inputs.defaultErrno ?? (committed?.adopted ? 'ENOSYS' : undefined)
  })
  const findings = weigh(inputs, committed?.profile, candidate, {
    ...recorded,
    engine,
    engineDefault,
    united
  })

  if (world.signal.aborted) throw abortError(world.signal)
  const text = serializeProfile(candidate.profile)
  refuseTooLong(text, findings.profile)
  const { verdict, denied } = findings.judgement
  const changed =
    denied.length === 0 && verdict !== 'unchanged' && text !== committed?.text
  if (changed) await writeProfile(inputs, text)
  const report = renderReport(findings)
  return {
    findings,
    headline: headline(findings),
    changed,
    report,
    reportPath: await writeTemporary(world, 'report', 'md', report),
    recordingPaths: await Promise.all(
      recordings.map(recording =>
        writeTemporary(
          world,
          'recording',
          'json',
          serializeRecording(recording)
        )
      )
    ),
    image,
    annotations: remarks(findings, candidate.profile, {
      is: text,
      was: committed?.text
    })
  }
}

/** What is written must be read again by the next run. */
function refuseTooLong(text: string, file: string): void {
  if (text.length <= MAX_LENGTH) return
  throw new UserError(
    `the new ${file} would have ${text.length} characters, and may have ${MAX_LENGTH}`,
    { hint: 'It was not written. Make your rules in it fewer.' }
  )
}

async function writeProfile(inputs: Inputs, text: string): Promise<void> {
  // Again: the tests may have had the workspace mounted.
  await refuseEscape('profile', inputs.profile, inputs.workspace)
  await writeAtomically(inputs.profile, text)
}

async function writeTemporary(
  world: World,
  what: string,
  type: string,
  text: string
): Promise<string> {
  const id = randomBytes(4).toString('hex')
  const file = path.join(world.temporary, `seccomp-lock-${what}-${id}.${type}`)
  await fs.writeFile(file, text)
  return file
}

function remarks(
  findings: Findings,
  profile: Profile,
  text: { is: string; was: string | undefined }
): Annotation[] {
  const { judgement, diff, byPolicy, danger, unknown } = findings
  const { drift, portable } = findings
  const { verdict, fails, denied } = judgement
  const isNew = verdict === 'added' && denied.length === 0
  const { added, ways } = diff
  return [
    ...annotateDenied({ denied, danger, text: text.was }),
    ...(isNew
      ? annotateAdded({
          ...{ profile, text: text.is, added, ways, byPolicy, fails },
          ...{ drift, portable }
        })
      : []),
    ...annotateUnknown({ unknown, text: text.was })
  ]
}
