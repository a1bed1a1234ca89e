import fs from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { parseAcceptance } from '../../../src/candidate/acceptance.ts'
import { parsePolicy } from '../../../src/candidate/policy.ts'
import { diffProfiles } from '../../../src/profile/compare/diff.ts'
import { mobyDefault } from '../../../src/profile/defaults/moby.ts'
import { parseProfile } from '../../../src/profile/parse.ts'
import { renderJson, type ReportData } from '../../../src/report/review/data.ts'
import type { Base } from '../../../src/verdict/base.ts'
import type { Maker } from '../../../src/verdict/maker.ts'
import { type ReviewInput, reviewOf } from '../../../src/verdict/review.ts'
import { ROOT } from '../../support/docs/pages.ts'
import { faultsOf, type Schema } from '../../support/docs/schema.ts'

const schema = JSON.parse(
  fs.readFileSync(path.join(ROOT, 'docs/report.schema.json'), 'utf8')
) as Schema

const written = (names: string[], more: object = {}): string =>
  JSON.stringify({
    defaultAction: 'SCMP_ACT_ERRNO',
    architectures: ['SCMP_ARCH_X86_64'],
    syscalls: [{ names, action: 'SCMP_ACT_ALLOW' }],
    ...more
  })

const programs = [{ comm: 'sh', count: 1000, atLeast: true as const }]

/** Who made each call here: each kind of maker once. */
const MAKERS: Partial<Record<string, Maker>> = {
  getpid: { by: 'tests', programs, runs: 1, of: 2 },
  write: { by: 'runtime', programs: [], runs: 2, of: 2 },
  close: { by: 'replay', programs },
  fork: { by: 'other runtime' },
  openat2: {
    by: 'portability',
    call: { name: 'openat2', runtimes: ['runc 1.3.6'], standsInFor: ['open'] }
  },
  mknod: { by: 'policy', line: '@file-system' },
  exit: { by: 'any container' },
  mount: { by: 'unknown' },
  unlink: { by: 'kept' }
}

const TEXT = written([...Object.keys(MAKERS), 'ptrace'], {
  architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'],
  defaultErrnoRet: 0,
  listenerPath: '/run/listener',
  flags: ['SECCOMP_FILTER_FLAG_LOG']
})
const FILE = parseProfile(TEXT, 'seccomp.json')
const CANDIDATE = parseProfile(
  written(['read', 'bpf', 'unshare', 'close_range']),
  'seccomp.json'
)
const HEAD = 'a'.repeat(40)

const READ: Base = {
  kind: 'read',
  name: 'main',
  commit: 'b'.repeat(64),
  file: { path: 'old.json', text: written(['read', 'kill']) }
}

function reportOf(
  base: Base,
  input: Partial<ReviewInput> = {},
  data: Partial<ReportData> = {}
): unknown {
  const version = { commit: HEAD, author: 'A', text: TEXT }
  const review = reviewOf({
    change: {
      lineage: { base, versions: [version], head: undefined, isMerge: false },
      path: 'seccomp.json',
      today: '2026-12-01'
    },
    file: FILE,
    candidate: CANDIDATE,
    needed: diffProfiles(FILE, CANDIDATE),
    engineDefault: mobyDefault(),
    architecture: 'SCMP_ARCH_X86_64',
    capabilities: [],
    acceptance: parseAcceptance(
      'ptrace until 2027-06-30 # gdb\nbpf until 2026-11-30\n@mount # why\nreboot'
    ),
    policy: parsePolicy({ deny: '', allow: 'unshare # the sandbox' }),
    makerOf: name => MAKERS[name] ?? { by: 'nobody' },
    ...input
  })
  const text = renderJson({
    mode: 'lock',
    profile: 'seccomp.json',
    verdict: 'added',
    reasons: ['dangerous', 'added'],
    replay: 'passed',
    review,
    image: 'app',
    machine: 'podman 5.6.2',
    trail: { runUrl: 'https://a.test/1', sha: HEAD, mergedInto: 'main' },
    ...data
  })
  return JSON.parse(text)
}

const READING = reportOf(READ)

describe('a report is what its schema says', () => {
  test.each<[string, unknown]>([
    ['with a base', READING],
    ['without one', reportOf({ kind: 'none', why: 'a schedule' })],
    ['unread', reportOf({ kind: 'unread', name: 'main', why: 'no token' })],
    ['of a first profile', reportOf({ ...READ, file: undefined })],
    ['of a deleted one', reportOf(READ, { file: undefined })],
    [
      'of mode verify',
      reportOf(
        READ,
        { candidate: undefined, needed: undefined },
        { mode: 'verify', verdict: undefined, reasons: [], trail: undefined }
      )
    ]
  ])('%s', (_, report) => {
    expect(faultsOf(report, schema)).toEqual([])
  })
})

test('these reports have all that is described', () => {
  const text = JSON.stringify(READING)
  const names = ['expired', 'accepted', 'until', 'reason', 'since', 'movedFrom']
  const kinds = ['needed', 'proposed', 'opens', 'narrows', 'setting']
  const makers = Object.values(MAKERS).map(maker => maker?.by ?? '')
  const absent = [...names, ...kinds, ...makers, 'allow', 'reboot'].filter(
    word => !text.includes(`"${word}"`)
  )
  expect(absent).toEqual([])
})

test('what is not described is found', () => {
  const report = READING as Record<string, unknown> & { findings: object[] }
  const [first] = report.findings
  expect(faultsOf({ ...report, colour: 'red' }, schema)).toEqual([
    '$.colour is not described'
  ])
  expect(
    faultsOf({ ...report, findings: [{ ...first, effect: 'shuts' }] }, schema)
  ).toEqual(['$.findings[0].effect is none of the values'])
  expect(faultsOf({ ...report, base: { kind: 'read' } }, schema)).toEqual([
    '$.base is not one of the kinds'
  ])
  expect(faultsOf({ ...report, counts: undefined }, schema)).not.toEqual([])
})
