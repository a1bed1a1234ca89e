import { describe, expect, test } from '@jest/globals'

import {
  type AuditReport,
  countRecords,
  parseAuditReport
} from '../../../../src/recorders/audit/records.ts'
import { caught } from '../../../support/caught.ts'

const SESSION = 7

/** A record as kernel/auditsc.c writes it. */
const record = (
  fields: Partial<
    Record<'ses' | 'label' | 'comm' | 'arch' | 'call' | 'code', string>
  > = {}
) => {
  const { ses = '7', label = '', comm = '"ls"', arch = 'c000003e' } = fields
  const { call = '0', code = '0x7ffc0000' } = fields
  return `audit(1795338663.977:265): auid=0 uid=0 gid=0 ses=${ses}${label} pid=2474 comm=${comm} exe="/usr/bin/ls" sig=0 arch=${arch} syscall=${call} compat=0 ip=0x7f1d6acf2409 code=${code}`
}

const status = { lost: 0, rateLimit: 0, backlogLimit: 64 }

const report = (changes: Partial<AuditReport> = {}): AuditReport => ({
  records: [],
  unkept: 0,
  dropped: 0,
  isWhole: true,
  before: status,
  after: status,
  ...changes
})

const callsOf = (...records: [string, number][]) =>
  countRecords(report({ records }), SESSION, 'SCMP_ARCH_X86_64')

const oneCall = (text: string) => callsOf([text, 1]).calls[0]

describe('countRecords', () => {
  test('adds up each call of each program', () => {
    const counted = callsOf(
      [record({ call: '1' }), 2],
      [record({ label: ' subj=unconfined', call: '1' }), 3],
      [record({ comm: '"cat"', call: '1' }), 9],
      [record({ call: '0' }), 1]
    )
    expect(counted).toEqual({
      lost: [],
      calls: [
        { name: 'read', programs: [{ comm: 'ls', count: 1 }] },
        {
          name: 'write',
          programs: [
            { comm: 'cat', count: 9 },
            { comm: 'ls', count: 5 }
          ]
        }
      ]
    })
  })

  test.each([
    ['of other sessions', record({ ses: '77' })],
    ['of no session', record({ ses: '4294967295' })],
    ['of calls that killed', record({ code: '0x80000000' })],
    ['of calls that were refused', record({ code: '0x50000' })],
    ['of no call', record({ call: '-1' })]
  ])('leaves out records %s', (_, text) => {
    expect(callsOf([text, 1])).toEqual({ calls: [], lost: [] })
  })

  test.each([
    ['"ls"', 'ls'],
    ['"ABCD"', 'ABCD'],
    ['"__proto__"', '__proto__'],
    ['6120622C22', 'a b,"'],
    ['780A79', 'x\ny'],
    ['C3A4', 'ä'],
    ['2220736573', '" ses'],
    ['(null)', '']
  ])('the program name %s', (comm, expected) => {
    expect(oneCall(record({ comm }))?.programs[0]?.comm).toBe(expected)
  })

  test.each([
    ['c000003e', '0', undefined, 'read'],
    ['c000003e', '1073741824', 'SCMP_ARCH_X32', 'read'],
    ['c000003e', '4242', undefined, '#4242'],
    ['40000003', '3', 'SCMP_ARCH_X86', 'read'],
    ['40000028', '3', 'SCMP_ARCH_ARM', 'read'],
    ['c00000b7', '63', 'SCMP_ARCH_AARCH64', 'read'],
    ['80000016', '3', 'SCMP_ARCH_S390X', 'read'],
    ['c0000015', '3', 'SCMP_ARCH_PPC64LE', 'read'],
    ['c00000f3', '63', 'SCMP_ARCH_RISCV64', 'read']
  ])('%s, call %s', (arch, call, architecture, name) => {
    const counted = oneCall(record({ arch, call }))
    expect(counted?.architecture).toBe(architecture)
    expect(counted?.name).toBe(name)
  })

  test.each<[string, Partial<AuditReport>, RegExp]>([
    ['a slow reader', { dropped: 3 }, /dropped at least 3 audit records/],
    [
      'a full backlog',
      { after: { ...status, lost: 5 } },
      /lost 5 records: its backlog limit is 64/
    ],
    [
      'a rate limit',
      { after: { ...status, lost: 5, rateLimit: 100 } },
      /lost 5 records: its rate limit is 100 a second/
    ],
    [
      'a counter set back',
      { before: { ...status, lost: 5 } },
      /lost audit records was reset/
    ],
    ['too many names', { unkept: 4 }, /4 audit records were not counted/],
    ['no end', { isWhole: false }, /last audit records did not arrive/],
    [
      'an unknown architecture',
      { records: [[record({ arch: '14' }), 6]] },
      /6 calls belong to the unknown architecture 0x14/
    ],
    [
      'an unknown form',
      { records: [[record().replace('comm', 'name'), 2]] },
      /2 seccomp audit records have an unknown form/
    ]
  ])('says what %s has lost', (_, changes, sentence) => {
    const { lost } = countRecords(report(changes), SESSION, 'SCMP_ARCH_X86_64')
    expect(lost).toEqual([expect.stringMatching(sentence)])
  })

  test('what was lost before is not lost now', () => {
    const same = { ...status, lost: 12 }
    const { lost } = countRecords(
      report({ before: same, after: same }),
      SESSION,
      'SCMP_ARCH_X86_64'
    )
    expect(lost).toEqual([])
  })
})

describe('parseAuditReport', () => {
  test('reads what the reader prints', () => {
    const printed = report({ records: [[record(), 2]] })
    expect(parseAuditReport(JSON.stringify(printed))).toEqual(printed)
  })

  test.each(['', '{}', JSON.stringify({ ...report(), dropped: -1 })])(
    'refuses %j',
    async line => {
      await caught(() => parseAuditReport(line))
    }
  )
})
