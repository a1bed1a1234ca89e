import * as core from '@actions/core'

import { Cancelled, messageOf, TROUBLESHOOTING, UserError } from './errors.ts'
import { orAborted } from './host/abort.ts'
import { duration, type Log, oneLine } from './log.ts'
import { fileInRepository, type GitHub, trailOf } from './publish/github.ts'
import { publish } from './publish/publish.ts'
import { writeSarif } from './publish/sarif.ts'
import { type Published, tell } from './publish/tell.ts'
import type { Replay } from './replay/replay.ts'
import type { Annotation } from './report/annotations.ts'
import {
  type Examination,
  renderDoctor,
  verdictOf
} from './report/examination.ts'
import { headline } from './report/report.ts'
import { renderJson } from './report/review/data.ts'
import type { RunResult } from './run.ts'
import { type Findings, isWorthTelling } from './verdict/findings.ts'
import type { Review } from './verdict/review.ts'
import type { Verification } from './verify.ts'

/** Shows what a runner has and lacks; fails if it cannot record. */
export async function showExamination(
  examination: Examination,
  log: Log
): Promise<void> {
  const table = renderDoctor(examination)
  await log.group('What this runner has', show => {
    show(table)
    return Promise.resolve()
  })
  await summarize(table, log)
  const line = verdictOf(examination)
  if (examination.recordsWith.length === 0) core.setFailed(oneLine(line))
  else log.info(line)
}

/** Shows a run: outputs, annotations and summary first; then it may fail. */
export async function showRun(
  result: RunResult,
  gitHub: GitHub,
  log: Log
): Promise<void> {
  const published = await unlessCancelled(
    publish(result, gitHub),
    gitHub.signal,
    result.changed
      ? 'the new profile is in the workspace'
      : 'nothing was written'
  )
  const { judgement, diff, replay, profile } = result.findings
  const { publication, fails } = published
  core.setOutput('verdict', judgement.verdict)
  core.setOutput('changed', result.changed)
  core.setOutput('added', diff.added)
  core.setOutput('removed', diff.removed)
  core.setOutput('recording-paths', result.recordingPaths)
  setReviewOutputs(result.findings.review)
  const isCommitted = publication?.kind === 'committed'
  core.setOutput('commit', isCommitted ? publication.sha : '')
  const file = fileInRepository(gitHub, profile)
  await showReplay({ ...published, ...result, replay, profile, file }, log)
  const line = verdictLine(result.findings)
  if (replay.failure) failWith(replay.failure)
  else if (fails) core.setFailed(oneLine(line))
  else log.info(line)
  sayWhere(replay, published, log)
}

/** What is dangerous and not named, and what the change does to the file. */
function setReviewOutputs({ unnamed, findings }: Review): void {
  core.setOutput(
    'dangerous',
    unnamed.map(({ subject }) => subject.name)
  )
  core.setOutput('proposed', [
    ...new Set(
      findings
        .filter(({ comparison }) => comparison === 'proposed')
        .map(({ subject }) => subject.name)
    )
  ])
}

/** The verdict and the profile's size, in a line. */
function verdictLine(findings: Findings): string {
  const { judgement, review } = findings
  const { denied, verdict } = judgement
  const line = headline(findings)
  if (denied.length > 0) return `denied: ${line}`
  const { after, known, podman, docker } = review.counts
  return `${verdict}: ${line} (${after} of ${known} calls; podman's default: ${podman}, Docker's: ${docker})`
}

/** The last two lines: the replay and the time; where to read more. */
function sayWhere(
  { result, healed }: Replay,
  { reportPath, commentUrl }: Pick<Published, 'reportPath' | 'commentUrl'>,
  log: Log
): void {
  const how = {
    passed: 'the tests passed under the profile',
    healed: `the tests passed after ${healed.length === 1 ? 'one call was' : `${healed.length} calls were`} added`,
    failed: 'failed',
    skipped: 'none'
  }
  // The time since this process started.
  const time = duration(performance.now())
  log.info(`Replay: ${how[result]}. This step took ${time}.`)
  const places = [
    ...(process.env['GITHUB_STEP_SUMMARY'] ? ["the job's summary"] : []),
    ...(reportPath === '' ? [] : [reportPath]),
    ...(commentUrl === undefined ? [] : [`the comment ${commentUrl}`])
  ]
  if (places.length > 0) log.info(`Report: ${places.join('; ')}`)
}

/** Shows how the tests went under the committed profile. */
export async function showVerification(
  verification: Verification,
  gitHub: GitHub,
  log: Log
): Promise<void> {
  const { replay, headline, sections, profile, review } = verification
  const told = await unlessCancelled(
    tell(gitHub, {
      sections: sections(trailOf(gitHub)),
      key: `${profile} (verify)`,
      refused: [],
      isFinding: replay.failure !== undefined || isWorthTelling(review),
      proposal: undefined,
      data: renderJson({ ...verification.data, trail: trailOf(gitHub) })
    }),
    gitHub.signal
  )
  core.setOutput('changed', false)
  const file = fileInRepository(gitHub, profile)
  await writeSarif(review, { file, text: verification.text }, gitHub)
  await showReplay({ ...told, ...verification, file }, log)
  setReviewOutputs(review)
  if (replay.failure) failWith(replay.failure)
  else if (verification.fails) core.setFailed(oneLine(headline))
  else log.info(`verified: ${headline}`)
  sayWhere(replay, told, log)
}

/** Fails the step: the user's mistakes with a hint, a bug with its stack. */
export function showError(error: unknown): void {
  if (error instanceof Cancelled) {
    core.setFailed(`${error.message}; ${error.left}`)
    process.exitCode = error.signal === 'SIGINT' ? 130 : 143
  } else if (error instanceof UserError) {
    failWith(error)
  } else {
    core.setFailed(error instanceof Error ? error : String(error))
    core.info('This is a bug in seccomp-lock: please report it with this log.')
    if (error instanceof Error && error.stack) {
      for (const line of error.stack.split('\n')) core.info(oneLine(line))
    }
  }
}

function failWith({ message, hint, code }: UserError): void {
  core.setFailed(hint === undefined ? message : `${message}\n${hint}`)
  core.info(`More about such errors: ${PAGE}#${TROUBLESHOOTING[code]}`)
}

const PAGE =
  'https://github.com/seccomp-lock/seccomp-lock/blob/main/docs/troubleshooting.md'

/**
 * Waits for GitHub, but only until the run is told to stop.
 *
 * @param left the state of the profile then, for the error
 */
async function unlessCancelled<T>(
  work: Promise<T>,
  signal: AbortSignal,
  left?: string
): Promise<T> {
  return orAborted(work, signal).catch((error: unknown) => {
    throw error instanceof Cancelled ? new Cancelled(error.signal, left) : error
  })
}

/** Shows what both modes share: outputs, annotations and summary. */
async function showReplay(
  shown: {
    replay: Replay
    /** Within the workspace, and within the repository. */
    profile: string
    file: string
    image: string
    reportPath: string
    reportJson: string
    commentUrl: string | undefined
    annotations: readonly Annotation[]
    summary: string
  },
  log: Log
): Promise<void> {
  const { replay, profile } = shown
  core.setOutput('replay', replay.result)
  core.setOutput('denied', [...new Set(replay.denied.map(({ name }) => name))])
  core.setOutput('profile-path', profile)
  core.setOutput('report-path', shown.reportPath)
  core.setOutput('report-json', shown.reportJson)
  core.setOutput('comment-url', shown.commentUrl ?? '')
  core.setOutput('image', shown.image)
  for (const { level, place, message } of shown.annotations) {
    core[level](message, {
      title: 'seccomp-lock',
      ...(place && { file: shown.file, startLine: place.line }),
      ...(place?.column !== undefined && { startColumn: place.column })
    })
  }
  await summarize(shown.summary, log)
}

async function summarize(text: string, log: Log): Promise<void> {
  if (!process.env['GITHUB_STEP_SUMMARY']) return
  await core.summary
    .addRaw(text)
    .write()
    .catch((error: unknown) => {
      log.warning(`The summary could not be written: ${messageOf(error)}`)
    })
}
