import * as v from 'valibot'

import type { Architecture } from '../../syscalls/architectures.ts'
import { isX32, syscallsByNumber } from '../../syscalls/numbers.ts'
import { type Count, groupCalls } from '../counts.ts'
import type { Observation } from '../recording.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A part of the audit system's status, linux/audit.h `audit_status`. */
const status = v.object({
  /** Records that the kernel has lost since it booted. */
  lost: count,
  /** Records a second; 0 means no limit. */
  rateLimit: count,
  /** Records that may wait; 0 means no limit. */
  backlogLimit: count
})

const report = v.object({
  /** The texts of records, each with the number of times that it arrived. */
  records: v.array(v.tuple([v.string(), count])),
  /** Records that were not counted, because too many were different. */
  unkept: count,
  /** Records that the kernel dropped, because the reader was too slow. */
  dropped: count,
  /** Whether the reader read all records made before it was told to end. */
  isWhole: v.boolean(),
  before: status,
  after: status
})

/** The report that the reader of the audit records prints when it ends. */
export type AuditReport = v.InferOutput<typeof report>

/** Reads the last line of the reader. @throws ValiError, SyntaxError */
export function parseAuditReport(line: string): AuditReport {
  return v.parse(report, JSON.parse(line))
}

/**
 * Counts the calls of one audit session in a report, and lists the losses.
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
    // A record with another code is about a refused call. A number below zero
    // is not a call, and the kernel does nothing for it.
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
        ? [`${unreadable} seccomp audit records have an unknown form.`]
        : []),
      ...[...strange].map(
        ([arch, times]) =>
          `${times} calls belong to the unknown architecture 0x${arch}.`
      )
    ]
  }
}

/**
 * One audit record of a call that a filter told the kernel to log, type 1326.
 */
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
          `The kernel dropped at least ${dropped} audit records, because they came faster than they could be read.`
        ]
      : []),
    ...(lost > 0
      ? [
          `The kernel's audit system lost ${lost} records: ${rateLimit > 0 ? `its rate limit is ${rateLimit} a second (auditctl -r 0 lifts it), ` : ''}its backlog limit is ${backlogLimit} (auditctl -b 8192 raises it).`
        ]
      : []),
    ...(lost < 0
      ? ['The count of lost audit records was reset during the recording.']
      : []),
    ...(unkept > 0
      ? [
          `${unkept} audit records were not counted, because the programs have too many different names.`
        ]
      : []),
    ...(isWhole ? [] : ['The last audit records did not arrive.'])
  ]
}
