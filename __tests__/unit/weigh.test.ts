import { expect, test } from '@jest/globals'

import { deriveCandidate } from '../../src/candidate/candidate.js'
import { readInputs } from '../../src/inputs.js'
import type { Policy } from '../../src/policy.js'
import { parseProfile } from '../../src/profile/parse.js'
import type { Profile } from '../../src/profile/types.js'
import type { Recording } from '../../src/recorders/recording.js'
import { uniteRecordings } from '../../src/recorders/unite.js'
import { PODMAN_DEFAULT_CAPABILITIES } from '../../src/syscalls/capabilities.js'
import { weigh } from '../../src/weigh.js'
import { getter } from './support/action-yml.js'
import { podmanDefault } from './support/podman-default.js'

const recordingOf = (names: string[]): Recording => ({
  format: 'seccomp-lock recording',
  version: 1,
  recorder: 'hook',
  recordedUnder: 'default',
  architecture: 'SCMP_ARCH_X86_64',
  kernel: '6.18.0',
  engine: 'podman 5.0',
  runtime: 'crun 1.8.1',
  options: [],
  calls: names.map(name => ({ name, programs: [] })),
  denied: [],
  lost: [],
  blind: []
})

/** A run that recorded these names, against a file of other names. */
function weighed(
  recorded: string[],
  before: string[] | Profile | undefined,
  set: Record<string, string> = {},
  capabilities: readonly string[] = PODMAN_DEFAULT_CAPABILITIES
) {
  const inputs = readInputs(
    getter({ command: 'true', profile: 'a/p.json', ...set }),
    '/workspace'
  )
  const architecture = 'SCMP_ARCH_X86_64' as const
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
  const committed = Array.isArray(before) ? derive(before).profile : before
  const recording = recordingOf(recorded)
  return weigh(inputs, committed, derive(recorded, inputs.policy, committed), {
    engine: {
      version: '5.0',
      runtime: 'crun 1.8.1',
      kernel: '6.18.0',
      architecture,
      defaultProfilePath: undefined
    },
    engineDefault: podmanDefault,
    image: 'sha256:0',
    recordings: [recording],
    recorder: 'hook',
    checkedBy: undefined,
    doubts: [],
    floor: undefined,
    united: uniteRecordings([recording]),
    capabilities: [...capabilities]
  })
}

test('a new call is added, and the run fails', () => {
  const findings = weighed(['read', 'bind'], ['read'])
  expect(findings.judgement).toEqual({
    verdict: 'added',
    fails: true,
    denied: []
  })
  expect(findings.diff.added).toEqual(['bind'])
  expect(findings.profile).toBe('a/p.json')
})

test('the same calls are no difference', () => {
  const { judgement } = weighed(['read', 'bind'], ['bind', 'read'])
  expect(judgement).toEqual({ verdict: 'unchanged', fails: false, denied: [] })
})

test('a first file does not fail', () => {
  const { judgement } = weighed(['read'], undefined)
  expect(judgement).toEqual({ verdict: 'created', fails: false, denied: [] })
})

test.each([
  ['bind', [], false],
  ['bpf', ['CAP_SYS_ADMIN'], true]
])('%s is dangerous: it takes %j', (name, more, fails) => {
  const capabilities = [...PODMAN_DEFAULT_CAPABILITIES, ...more]
  const set = { 'fail-on': 'dangerous' }
  const findings = weighed(['read', name], ['read'], set, capabilities)
  expect(findings.judgement).toEqual({ verdict: 'added', fails, denied: [] })
})

test.each([
  ['apply', 'removed', ['bind'], []],
  ['report', 'unchanged', [], ['bind']]
])('removals: %s', (removals, verdict, removed, unseen) => {
  const findings = weighed(['read'], ['read', 'bind'], { removals })
  expect(findings.judgement.verdict).toBe(verdict)
  expect(findings.diff.removed).toEqual(removed)
  expect(findings.unseen).toEqual(unseen)
})

test("counts the profile's calls and those of podman's default", () => {
  const few = weighed(['read'], undefined)
  const more = weighed(['read', 'bind', 'personality'], undefined)
  expect(more.allowed - few.allowed).toBe(2)
  // By podman's default and its default capabilities on x86-64: 310 calls,
  // personality and socket for certain arguments.
  expect(few.allowedByDefault).toBe(312)
})

test('tells how the recording came about', () => {
  const { provenance } = weighed(['read'], undefined)
  for (const word of ['5.0', 'crun 1.8.1', '6.18.0', 'SCMP_ARCH_X86_64']) {
    expect(provenance).toContain(word)
  }
})

test('a call that is needed and denied fails, and has not left the file', () => {
  const set = { deny: '@network-io', 'fail-on': 'never' }
  const findings = weighed(['read'], ['read', 'bind'], set)
  expect(findings.judgement).toMatchObject({ verdict: 'removed', fails: false })
  expect(findings.diff.removed).toEqual(['bind'])

  const needed = weighed(['read', 'bind'], ['read', 'bind', 'accept'], set)
  expect(needed.judgement).toEqual({
    verdict: 'removed',
    fails: true,
    denied: [{ name: 'bind', line: '@network-io', why: ['recorded'] }]
  })
  expect(needed.diff.removed).toEqual(['accept'])
})

test('a call that the policy allows is new once, and says so', () => {
  const findings = weighed(['read'], ['read'], { allow: '@debug' })
  expect(findings.judgement).toMatchObject({ verdict: 'added', fails: true })
  expect(findings.diff.added).toContain('ptrace')
  expect(findings.byPolicy.get('ptrace')).toBe('@debug')
})

test('names of the committed file that are no system calls', () => {
  const before = parseProfile(
    '{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["raed","read"],"action":"SCMP_ACT_ALLOW"}]}',
    'f'
  )
  expect(weighed(['read'], before).unknown).toEqual(['raed'])
  expect(weighed(['read'], ['read']).unknown).toEqual([])
  expect(weighed(['read'], undefined).unknown).toEqual([])
})
