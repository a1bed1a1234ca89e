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
 * container's profile logs what it lets through, and the container is an
 * audit session of its own.
 *
 * Where auditd or another listener writes audit records down, it writes these,
 * too: a line a call.
 *
 * @param input.profile the profile that the container is to run under
 * @param input.logging makes the profile that it does run under, with what is
 *   to be recorded logged; where not given, all that is let through. It must
 *   log the `execve` that starts a container, and is called when a recording
 *   starts, which fails with the UserError that it throws
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
  'Calls that the filter refused make no audit record, so they are not known.',
  'Processes that `podman exec` or a health check started in the container are in another audit session, and were not recorded.',
  'A program that may log in anew (pam_loginuid with CAP_AUDIT_CONTROL) leaves the audit session, and its calls are not seen from then on.'
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
  // A root with another umask would make it unreadable for us.
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
            : ['There is no `execve`, with which every container starts.'])
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
    `the kernel's audit records cannot be read: ${said(reader)}`,
    {
      hint: 'It needs python3, root (a sudo that allows more than podman) with CAP_AUDIT_READ and CAP_AUDIT_CONTROL outside of containers, and an audit system that passes on what filters log: see `auditctl -s`, `auditctl -l`, and `sysctl kernel.seccomp.actions_logged`, which must have `log`.'
    }
  )
}

async function died(reader: Background): Promise<UserError> {
  const how = howEnded(await reader.ended)
  return new UserError(
    `the reader of the audit records ended before its time, ${how}`,
    {
      hint: `The recording is not complete, and nothing was written. ${said(reader)}`.trim()
    }
  )
}

/** The last line of its standard error: of a traceback, the exception. */
function said(reader: Background): string {
  return reader.stderr().trim().split('\n').at(-1) ?? ''
}

function notEntered(): UserError {
  return new UserError('the container was not made an audit session', {
    hint: 'Whether podman was started at all, see in the log.'
  })
}

function noRecords(lost: readonly string[]): UserError {
  return new UserError('no audit record of the container came', {
    hint: [
      ...lost,
      'Are there options among `run-args` that choose another seccomp profile, or none (`--privileged`)?'
    ].join('\n')
  })
}
