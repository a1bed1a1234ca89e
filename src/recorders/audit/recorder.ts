import fs from 'node:fs/promises'
import path from 'node:path'

import { underProfile } from '../../container/run.ts'
import { UserError } from '../../errors.ts'
import { orAborted, within } from '../../host/abort.ts'
import {
  type Background,
  howEnded,
  startBackground
} from '../../host/background.ts'
import { exists } from '../../host/files.ts'
import type { Host } from '../../host/host.ts'
import { serializeProfile } from '../../profile/serialize.ts'
import type { Profile } from '../../profile/types.ts'
import type { Recorder, RecorderSession, Start } from '../recorder.ts'
import { loggingProfile } from './profile.ts'
import { auditReaderCommand, READY } from './reader.ts'
import { countRecords, parseAuditReport } from './records.ts'
import { ENTERED, explainLogin, loginCommand } from './session.ts'

/**
 * Records with the kernel's audit records, for machines without BPF: the
 * container's profile logs the calls that it lets through, and the container
 * runs in an audit session of its own.
 *
 * If auditd or another listener stores audit records, it stores these as well:
 * one line per call.
 *
 * @param input.profile the profile that the container is to run under
 * @param input.logging makes the profile that the container really runs under,
 *   which logs the calls to be recorded; by default, all calls that are let
 *   through. It must log the `execve` that starts a container. It is called
 *   when a recording starts, which fails with the UserError that it throws
 */
export function createAuditRecorder(
  host: Host,
  input: { profile: Profile; logging?: (profile: Profile) => Profile }
): Recorder {
  const { profile, logging = loggingProfile } = input
  return {
    name: 'audit',
    start: start => startAudit(host, () => logging(profile), start)
  }
}

const BLIND = [
  'Calls that the filter refused produce no audit record, so they are unknown.',
  'Processes that `podman exec` or a health check started in the container are in another audit session, and were not recorded.',
  'A program that may log in again (pam_loginuid with CAP_AUDIT_CONTROL) leaves the audit session, and its later calls are not seen.'
]

/** How long the reader may take to end. */
const CLOSE_MS = 20_000

async function startAudit(
  host: Host,
  makeProfile: () => Profile,
  { scratch, signal }: Start
): Promise<RecorderSession> {
  const profileFile = path.join(scratch, 'audit-profile.json')
  await fs.writeFile(profileFile, serializeProfile(makeProfile()))
  const sessionFile = path.join(scratch, 'audit-session')
  // If root made it, root's umask could make it unreadable for us.
  await fs.writeFile(sessionFile, '')
  const system = '/usr/bin/python3'
  const python = (await exists(system)) ? system : 'python3'
  const command = auditReaderCommand(python)
  const reader = startBackground(
    host.sudo ? ['sudo', '-n', ...command] : command,
    host.environment
  )
  const close = async () => {
    reader.closeInput()
    if (await within(reader.ended, CLOSE_MS)) return
    reader.kill('SIGKILL')
    reader.abandon()
  }
  try {
    if ((await nextLine(reader, signal)) !== READY) throw await notReady(reader)
  } catch (error) {
    await close()
    throw error
  }
  return {
    options: underProfile(profileFile),
    wrap: argv => loginCommand(argv, sessionFile, process.getuid?.() ?? 0),
    explain: stderr => Promise.resolve(explainLogin(stderr)),
    close,
    async finish() {
      const session = await fs.readFile(sessionFile, 'utf8')
      if (!ENTERED.test(session)) throw notEntered()
      if (!reader.isRunning()) throw await died(reader)
      reader.closeInput()
      const line = await nextLine(reader, signal)
      if (line === undefined) throw await died(reader)
      const { calls, lost } = countRecords(
        parseAuditReport(line),
        Number(session),
        host.architecture
      )
      if (calls.length === 0) throw noRecords(lost)
      const isStart = calls.some(({ name }) => /^execve(at)?$/.test(name))
      return {
        calls,
        denied: [],
        lost: [
          ...lost,
          ...(isStart
            ? []
            : [
                'There is no `execve`, although every container starts with one.'
              ])
        ],
        blind: BLIND
      }
    }
  }
}

async function nextLine(
  { lines }: Background,
  signal: AbortSignal
): Promise<string | undefined> {
  const next = await orAborted(lines.next(), signal)
  return next.value
}

async function notReady(reader: Background): Promise<UserError> {
  await reader.ended
  return new UserError(
    `the kernel's audit records cannot be read: ${lastWords(reader)}`,
    {
      code: 'recording',
      hint: 'Reading them needs python3, root (a sudo that allows more than podman) with CAP_AUDIT_READ and CAP_AUDIT_CONTROL outside containers, and an audit system that passes on the calls that filters log: see `auditctl -s`, `auditctl -l`, and `sysctl kernel.seccomp.actions_logged`, which must contain `log`.'
    }
  )
}

async function died(reader: Background): Promise<UserError> {
  const how = howEnded(await reader.ended)
  return new UserError(`the reader of the audit records ended early, ${how}`, {
    code: 'recording',
    hint: `The recording is not complete, and nothing was written. ${lastWords(reader)}`.trim()
  })
}

/** The last line of its standard error: in a traceback, the exception. */
function lastWords(reader: Background): string {
  return reader.stderr().trim().split('\n').at(-1) ?? ''
}

function notEntered(): UserError {
  return new UserError(
    'the container did not get an audit session of its own',
    {
      code: 'recording',
      hint: 'The log shows whether podman was started at all.'
    }
  )
}

function noRecords(lost: readonly string[]): UserError {
  return new UserError('no audit record of the container arrived', {
    code: 'recording',
    hint: [
      ...lost,
      'Does `run-args` contain options that choose another seccomp profile, or none (`--privileged`)?'
    ].join('\n')
  })
}
