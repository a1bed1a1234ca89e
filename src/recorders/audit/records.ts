import * as v from 'valibot'

import type { Architecture } from '../../syscalls/architectures.ts'
import { isX32, syscallsByNumber } from '../../syscalls/numbers.ts'
import { type Count, groupCalls } from '../counts.ts'
import type { Observation } from '../recording.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A part of the audit system's status, linux/audit.h `audit_status`. */
const status = v.object({
  /** Records that the kernel lost since its start. */
  lost: count,
  /** Records a second; 0 is no limit. */
  rateLimit: count,
  /** Records that may wait; 0 is no limit. */
  backlogLimit: count
})

const report = v.object({
  /** Texts of records, each with how often it came. */
  records: v.array(v.tuple([v.string(), count])),
  /** Records that were not counted, since too many differed. */
  unkept: count,
  /** Records that the kernel dropped, since the reader was too slow. */
  dropped: count,
  /** Whether all was read that was made before the reader was to end. */
  isWhole: v.boolean(),
  before: status,
  after: status
})

/** What the reader of the audit records has to say at its end. */
export type AuditReport = v.InferOutput<typeof report>

/** Reads the last line of the reader. @throws ValiError, SyntaxError */
export function parseAuditReport(line: string): AuditReport {
  return v.parse(report, JSON.parse(line))
}

/**
 * The calls of one audit session among a report's records, and what was lost.
 *
 * @param session the session's number, /proc/PID/sessionid
 * @param own the machine's architecture
 */
export function countRecords(
  { records, ...rest }: AuditReport,
  session: number,
  own: Architecture
): Pick<Observation, 'calls' | 'lost'> {
  const counts: Count[] = []
  const strange = new Map<string, number>()
  let unreadable = 0
  for (const [text, count] of records) {
    const record = parseRecord(text)
    if (record === undefined) {
      unreadable += count
      continue
    }
    // A record with another code is of a call that was refused; below zero is
    // no call, and the kernel does nothing for it.
    const { code, number, comm } = record
    if (record.session !== session || code !== RET_LOG || number < 0) continue
    const architecture = architectureOf(record.arch, number)
    if (architecture === undefined) {
      strange.set(record.arch, (strange.get(record.arch) ?? 0) + count)
      continue
    }
    counts.push({
      name: syscallsByNumber(architecture).get(number) ?? `#${number}`,
      architecture: architecture === own ? undefined : architecture,
      comm,
      count
    })
  }
  return {
    calls: groupCalls(counts),
    lost: [
      ...lossesOf(rest),
      ...(unreadable > 0
        ? [`${unreadable} audit records of seccomp have an unknown form.`]
        : []),
      ...[...strange].map(
        ([arch, times]) =>
          `${times} calls are of the unknown architecture 0x${arch}.`
      )
    ]
  }
}

/** One audit record of a call that a filter had logged, type 1326. */
interface AuditRecord {
  session: number
  comm: string
  /** AUDIT_ARCH_*, hexadecimal. */
  arch: string
  number: number
  /** What the filter returned, hexadecimal. */
  code: string
}

/** SECCOMP_RET_LOG, linux/seccomp.h. */
const RET_LOG = '0x7ffc0000'

/**
 * kernel/auditsc.c, `audit_seccomp`. A name with a quote, a space or a byte
 * beyond ASCII in it is written in hexadecimal (`audit_log_untrustedstring`),
 * so that no program can write a field.
 */
const RECORD =
  /(?:^| )ses=(?<ses>\d+) (?:.* )?comm=(?:"(?<text>[^" ]*)"|(?<hex>(?:[0-9A-F]{2})+)|\(null\)) (?:.* )?arch=(?<arch>[0-9a-f]+) syscall=(?<number>-?\d+) (?:.* )?code=(?<code>0x[0-9a-f]+)\0?$/

function parseRecord(text: string): AuditRecord | undefined {
  const fields = RECORD.exec(text)?.groups
  if (fields === undefined) return undefined
  const { ses, arch = '', number, code = '' } = fields
  return {
    session: Number(ses),
    comm: fields['text'] ?? Buffer.from(fields['hex'] ?? '', 'hex').toString(),
    arch,
    number: Number(number),
    code
  }
}

/** linux/audit.h, `AUDIT_ARCH_*`. */
const ARCHITECTURE_OF = new Map<string, Architecture>([
  ['40000003', 'SCMP_ARCH_X86'],
  ['c000003e', 'SCMP_ARCH_X86_64'],
  ['40000028', 'SCMP_ARCH_ARM'],
  ['c00000b7', 'SCMP_ARCH_AARCH64'],
  ['80000016', 'SCMP_ARCH_S390X'],
  ['c0000015', 'SCMP_ARCH_PPC64LE'],
  ['c00000f3', 'SCMP_ARCH_RISCV64']
])

function architectureOf(
  arch: string,
  number: number
): Architecture | undefined {
  const architecture = ARCHITECTURE_OF.get(arch)
  return architecture === 'SCMP_ARCH_X86_64' && isX32(number)
    ? 'SCMP_ARCH_X32'
    : architecture
}

function lossesOf(report: Omit<AuditReport, 'records'>): string[] {
  const { unkept, dropped, isWhole, before, after } = report
  const lost = after.lost - before.lost
  const { backlogLimit, rateLimit } = after
  return [
    ...(dropped > 0
      ? [
          `The kernel dropped ${dropped} audit records or more, which came faster than they could be read.`
        ]
      : []),
    ...(lost > 0
      ? [
          `The kernel's audit system lost ${lost} records: ${rateLimit > 0 ? `its rate limit is ${rateLimit} a second (auditctl -r 0 lifts it), ` : ''}its backlog limit is ${backlogLimit} (auditctl -b 8192 raises it).`
        ]
      : []),
    ...(lost < 0
      ? ['The count of lost audit records was set back meanwhile.']
      : []),
    ...(unkept > 0
      ? [
          `${unkept} audit records were not counted, since too many programs have different names.`
        ]
      : []),
    ...(isWhole ? [] : ['The end of the audit records did not come.'])
  ]
}
