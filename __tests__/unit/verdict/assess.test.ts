import { describe, expect, test } from '@jest/globals'

import { deriveCandidate } from '../../../src/candidate/candidate.ts'
import type { Policy } from '../../../src/candidate/policy.ts'
import type { Engine } from '../../../src/container/engine.ts'
import type { Floor } from '../../../src/floor/floor.ts'
import type { Pending } from '../../../src/history/pending.ts'
import { readInputs } from '../../../src/inputs/inputs.ts'
import { parseProfile } from '../../../src/profile/parse.ts'
import type { Profile } from '../../../src/profile/types.ts'
import type { RecordedCall } from '../../../src/recorders/recording.ts'
import { uniteRecordings } from '../../../src/recorders/unite.ts'
import { type Replay, SKIPPED } from '../../../src/replay/replay.ts'
import { PODMAN_DEFAULT_CAPABILITIES } from '../../../src/syscalls/capabilities.ts'
import { assess } from '../../../src/verdict/assess.ts'
import type { Change } from '../../../src/verdict/review.ts'
import { getter } from '../../support/action-yml.ts'
import { podmanDefault } from '../../support/profiles/podman-default.ts'
import { named, recording } from '../../support/recordings.ts'

/** An event that changes nothing. */
const CHANGE: Change = {
  lineage: {
    base: { kind: 'none', why: 'the event `schedule` changes nothing' },
    versions: [],
    head: undefined,
    isMerge: false
  },
  path: 'a/p.json',
  today: '2026-01-01'
}

const UNTRIED: { replay: Replay; pending: Pending[]; change: Change } = {
  replay: SKIPPED,
  pending: [],
  change: CHANGE
}

const recordingOf = (names: string[]) =>
  recording({ recorder: 'hook', calls: named(...names) })

/** A workflow's inputs, its engine, and the candidates that they give. */
function parts(
  set: Record<string, string> = {},
  capabilities: readonly string[] = PODMAN_DEFAULT_CAPABILITIES
) {
  const inputs = readInputs(
    getter({ command: 'true', profile: 'a/p.json', ...set }),
    '/workspace'
  )
  const architecture = 'SCMP_ARCH_X86_64' as const
  const engine: Engine = {
    rootless: false,
    version: '5.0',
    runtime: 'crun 1.8.1',
    kernel: '6.18.0',
    architecture,
    defaultProfilePath: undefined
  }
  const derive = (names: string[], policy?: Policy, committed?: Profile) =>
    deriveCandidate({
      recorded: names,
      sees: 'set-up',
      recordUnder: inputs.recordUnder,
      floor: [],
      portability: 'off',
      architecture,
      capabilities,
      engineDefault: podmanDefault,
      committed,
      removals: inputs.removals,
      ...(policy && { policy }),
      defaultErrno: undefined
    })
  return { inputs, engine, derive }
}

/** A run that recorded these names, against a file of other names. */
function assessed(
  recorded: string[],
  before: string[] | Profile | undefined,
  set: Record<string, string> = {},
  capabilities: readonly string[] = PODMAN_DEFAULT_CAPABILITIES,
  tried: Partial<typeof UNTRIED> = {}
) {
  const { inputs, engine, derive } = parts(set, capabilities)
  const committed = Array.isArray(before) ? derive(before).profile : before
  const only = recordingOf(recorded)
  return assess({
    inputs,
    committed,
    candidate: derive(recorded, inputs.policy, committed),
    recorded: {
      image: 'sha256:0',
      recordings: [only],
      recorder: 'hook',
      checkedBy: undefined,
      doubts: [],
      floor: undefined,
      capabilities: [...capabilities],
      output: ''
    },
    united: uniteRecordings([only]),
    engine,
    engineDefault: podmanDefault,
    ...UNTRIED,
    ...tried
  })
}

describe('a replay', () => {
  const under = (result: Replay['result'], set: Record<string, string> = {}) =>
    assessed(['read', 'bind'], ['read'], set, undefined, {
      replay: { ...SKIPPED, result }
    })

  test.each(['added', 'changed', 'dangerous', 'never'])(
    'that failed fails the run, fail-on: %s',
    failOn => {
      const { judgement, replay } = under('failed', { 'fail-on': failOn })
      expect(judgement.verdict).toBe('added')
      expect(judgement.reasons[0]).toBe('replay')
      expect(replay.result).toBe('failed')
    }
  )

  test.each(['passed', 'healed', 'skipped'] as const)(
    'that was %s leaves it to fail-on',
    result => {
      const set = { 'fail-on': 'never' }
      expect(under(result, set).judgement.reasons).toEqual([])
      expect(under(result).judgement.reasons).toEqual(['added'])
    }
  )
})

test.each([
  ['apply', ['bind']],
  ['report', []]
])('what may come back is told of once, removals: %s', (removals, told) => {
  const pending = [{ name: 'bind', unseen: 1, more: 2 }]
  const findings = assessed(
    ['read'],
    ['read', 'bind'],
    { removals },
    undefined,
    { pending }
  )
  expect(findings.pending.map(({ name }) => name)).toEqual(told)
})

test('a new call is added, and the run fails', () => {
  const findings = assessed(['read', 'bind'], ['read'])
  expect(findings.judgement).toEqual({
    verdict: 'added',
    reasons: ['added'],
    denied: []
  })
  expect(findings.diff.added).toEqual(['bind'])
  expect(findings.review.findings).toMatchObject([
    {
      comparison: 'needed',
      effect: 'opens',
      subject: { kind: 'call', name: 'bind' },
      maker: { by: 'tests' }
    }
  ])
  expect(findings.profile).toBe('a/p.json')
})

test('the same calls are no difference', () => {
  const { judgement } = assessed(['read', 'bind'], ['bind', 'read'])
  expect(judgement).toEqual({ verdict: 'unchanged', reasons: [], denied: [] })
})

test('what any container needs is not called written by hand', () => {
  const before = parseProfile(
    '{"defaultAction":"SCMP_ACT_ERRNO","defaultErrnoRet":38,"architectures":["SCMP_ARCH_X86_64"],"syscalls":[]}',
    'f'
  )
  const { findings } = assessed(['read'], before).review
  const makers = new Map(
    findings.map(({ subject, maker }) => [subject.name, maker.by])
  )
  expect(makers.get('rt_sigreturn')).toBe('any container')
  expect(makers.get('read')).toBe('tests')
  expect([...makers.values()]).not.toContain('nobody')
})

test('a first file does not fail', () => {
  const { judgement } = assessed(['read'], undefined)
  expect(judgement).toEqual({ verdict: 'created', reasons: [], denied: [] })
})

test.each<[string, string, string, string[]]>([
  ['bind', '', 'dangerous', []],
  ['bpf', '', 'dangerous', ['dangerous']],
  ['bpf', '', 'never', []],
  ['bpf', 'bpf # profiling', 'dangerous', []],
  ['bpf', 'bpf # profiling', 'added', ['added']],
  ['bpf', 'bpf until 2026-01-01', 'dangerous', []],
  ['bpf', 'bpf until 2025-12-31', 'dangerous', ['dangerous']]
])('%s, accepted: %j, fail-on: %s: %j', (name, word, failOn, reasons) => {
  const capabilities = [...PODMAN_DEFAULT_CAPABILITIES, 'CAP_SYS_ADMIN']
  const set = { 'fail-on': failOn, 'accept-dangerous': word }
  const { judgement } = assessed(['read', name], ['read'], set, capabilities)
  expect(judgement).toEqual({ verdict: 'added', reasons, denied: [] })
})

test('calls of an architecture that the file had not are added', () => {
  const before = parseProfile(
    '{"defaultAction":"SCMP_ACT_ERRNO","defaultErrnoRet":38,"architectures":["SCMP_ARCH_X86_64"],"syscalls":[]}',
    'f'
  )
  const now = { ...before, architectures: ['SCMP_ARCH_X86' as const] }
  const { inputs, engine, derive } = parts({ 'fail-on': 'added' })
  const only = recordingOf([])
  const { judgement } = assess({
    inputs,
    committed: before,
    candidate: { ...derive([], undefined, before), profile: now },
    recorded: {
      image: 'sha256:0',
      recordings: [only],
      recorder: 'hook',
      checkedBy: undefined,
      doubts: [],
      floor: undefined,
      capabilities: [...PODMAN_DEFAULT_CAPABILITIES],
      output: ''
    },
    united: uniteRecordings([only]),
    engine,
    engineDefault: podmanDefault,
    ...UNTRIED
  })
  expect(judgement.verdict).toBe('added')
  expect(judgement.reasons).toEqual(['dangerous', 'added'])
})

test.each([
  ['apply', 'removed', ['bind'], []],
  ['report', 'unchanged', [], ['bind']]
])('removals: %s', (removals, verdict, removed, unseen) => {
  const findings = assessed(['read'], ['read', 'bind'], { removals })
  expect(findings.judgement.verdict).toBe(verdict)
  expect(findings.diff.removed).toEqual(removed)
  expect(findings.unseen).toEqual(unseen)
})

test("counts the profile's calls and those of the engines' defaults", () => {
  const few = assessed(['read'], undefined).review.counts
  const more = assessed(['read', 'bind', 'personality'], undefined)
  expect(more.review.counts.after - few.after).toBe(2)
  // By podman's default and its default capabilities on x86-64: 310 calls,
  // personality and socket for certain arguments.
  expect(few.podman).toBe(312)
})

test('tells how the recording came about', () => {
  const { provenance } = assessed(['read'], undefined)
  for (const word of ['5.0', 'crun 1.8.1', '6.18.0', 'SCMP_ARCH_X86_64']) {
    expect(provenance).toContain(word)
  }
})

test('a call that is needed and denied fails, and has not left the file', () => {
  const set = { deny: '@network-io', 'fail-on': 'never' }
  const findings = assessed(['read'], ['read', 'bind'], set)
  expect(findings.judgement).toMatchObject({ verdict: 'removed', reasons: [] })
  expect(findings.diff.removed).toEqual(['bind'])

  const needed = assessed(['read', 'bind'], ['read', 'bind', 'accept'], set)
  expect(needed.judgement).toEqual({
    verdict: 'removed',
    reasons: ['denied'],
    denied: [{ name: 'bind', line: '@network-io', why: ['recorded'] }]
  })
  expect(needed.diff.removed).toEqual(['accept'])
})

test('a call that the policy allows is new once, and says so', () => {
  const findings = assessed(['read'], ['read'], { allow: '@debug' })
  expect(findings.judgement).toMatchObject({
    verdict: 'added',
    reasons: ['added']
  })
  expect(findings.diff.added).toContain('ptrace')
  // The line that allows it names it, too.
  expect(findings.review.unnamed).toEqual([])
  expect(findings.byPolicy.get('ptrace')).toBe('@debug')
})

test('names of the committed file that are no system calls', () => {
  const before = parseProfile(
    '{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["raed","read"],"action":"SCMP_ACT_ALLOW"}]}',
    'f'
  )
  expect(assessed(['read'], before).unknown).toEqual(['raed'])
  expect(assessed(['read'], ['read']).unknown).toEqual([])
  expect(assessed(['read'], undefined).unknown).toEqual([])
})

describe('recordings with programs', () => {
  const RUNTIME = 'runc:[2:INIT]'
  const by = (comm: string) => [{ comm, count: 1 }]
  const floor: Floor = {
    key: {
      runtime: 'runc 1.3.3',
      engine: 'podman 5.0',
      kernel: '6.18.0',
      recorders: ['bpftrace'],
      recordedUnder: 'default',
      options: '',
      image: []
    },
    names: ['bind', 'openat', 'statx'],
    programs: [RUNTIME],
    second: []
  }

  const assessCalls = (...runs: RecordedCall[][]) => {
    const { inputs, engine, derive } = parts()
    const recordings = runs.map(calls => ({ ...recordingOf([]), calls }))
    const united = uniteRecordings(recordings)
    const before = derive(['read']).profile
    const names = united.calls.map(({ name }) => name)
    return assess({
      inputs,
      committed: before,
      candidate: derive(names, undefined, before),
      recorded: {
        image: '',
        recordings,
        recorder: 'bpftrace',
        checkedBy: 'hook',
        doubts: ['It differs.'],
        floor,
        capabilities: [...PODMAN_DEFAULT_CAPABILITIES],
        output: ''
      },
      united,
      engine,
      engineDefault: podmanDefault,
      ...UNTRIED
    })
  }

  test('tell whose a call is, and how often it was made', () => {
    const { calls, runs } = assessCalls(
      [
        { name: 'openat', programs: by(RUNTIME) },
        { name: 'bind', programs: by('sh') }
      ],
      [{ name: 'openat', programs: by('sh') }]
    )
    expect(runs).toBe(2)
    const callOf = (name: string) => calls.find(call => call.name === name)
    expect(callOf('openat')).toMatchObject({ runs: 2, origin: 'both' })
    expect(callOf('bind')).toMatchObject({ runs: 1, origin: 'application' })
  })

  test('what the runtime alone makes anew is drift', () => {
    const { drift, diff } = assessCalls([
      { name: 'statx', programs: by(RUNTIME) },
      { name: 'openat', programs: [...by(RUNTIME), ...by('sh')] },
      { name: 'bind', programs: by(RUNTIME) },
      { name: 'bind', architecture: 'SCMP_ARCH_X86', programs: by('sh') },
      { name: 'read', programs: by(RUNTIME) },
      { name: 'write', programs: by(RUNTIME) }
    ])
    expect(diff.added).toEqual(['bind', 'openat', 'statx', 'write'])
    expect(drift).toEqual(['statx'])
  })

  test('what is in doubt, and by whom it was checked, is told', () => {
    const { doubts, provenance } = assessCalls([])
    expect(doubts).toEqual(['It differs.'])
    expect(provenance).toContain(
      'Recorded with bpftrace, checked by oci-seccomp-bpf-hook, under podman 5.0'
    )
  })

  // The call of the 32-bit program takes the place of the other.
  test('a call of two architectures keeps the programs of both', () => {
    const { calls } = assessCalls([
      { name: 'read', programs: by('native') },
      { name: 'read', architecture: 'SCMP_ARCH_X86', programs: by('old') }
    ])
    const programs = [...calls.values()].flatMap(call => call.programs)
    expect(programs.map(({ comm }) => comm).sort()).toEqual(['native', 'old'])
  })
})
