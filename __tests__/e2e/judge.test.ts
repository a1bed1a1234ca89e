import fs from 'node:fs'
import path from 'node:path'

import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { ACTION } from '../../scripts/local-runner.ts'
import { deriveCandidate } from '../../src/candidate/candidate.ts'
import {
  type LoadedProfile,
  loadProfile,
  type Machine,
  RefusedProfile
} from '../../src/profile/filter/load.ts'
import { normalizeProfile } from '../../src/profile/normalize.ts'
import { parseProfile } from '../../src/profile/parse.ts'
import { serializeProfile } from '../../src/profile/serialize.ts'
import type { Profile } from '../../src/profile/types.ts'
import { PODMAN_DEFAULT_CAPABILITIES } from '../../src/syscalls/capabilities.ts'
import { syscallNumbers } from '../../src/syscalls/numbers.ts'
import { effort, some } from '../support/effort.ts'
import {
  type Call,
  differences,
  judge,
  type Judgement,
  wider
} from '../support/judge.ts'
import { suspectsOf } from '../support/libseccomp-faults.ts'
import { judgeable } from '../support/profiles/arbitraries.ts'

const fixtures = path.join(ACTION, '__tests__/fixtures/profiles')
const read = (file: string) => fs.readFileSync(file, 'utf8')
const podmanDefault = read(path.join(fixtures, 'podman-default.json'))
const x86_64 = 'SCMP_ARCH_X86_64'

/** The same names at every run, spread over the whole table. */
function every(step: number, from: number): string[] {
  return Object.keys(syscallNumbers(x86_64)).filter(
    (_, index) => index % step === from
  )
}

const derive = (recorded: string[], capabilities: readonly string[]) =>
  deriveCandidate({
    recorded,
    sees: 'set-up',
    recordUnder: 'default',
    floor: [],
    portability: 'off',
    architecture: x86_64,
    capabilities,
    engineDefault: parseProfile(podmanDefault, 'podman-default.json'),
    committed: undefined,
    removals: 'apply',
    defaultErrno: undefined
  })

test('the judge tells profiles apart', () => {
  const profile = (syscalls: object[]) =>
    JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', syscalls })
  const rule = (value: number, action = 'SCMP_ACT_ALLOW') => ({
    names: ['socket'],
    action,
    args: [0, 1].slice(0, value).map(index => ({
      index,
      value,
      op: 'SCMP_CMP_EQ'
    }))
  })
  const kill = rule(2, 'SCMP_ACT_KILL')
  const [other, more, same, refused] = judge([
    { profiles: [profile([rule(1)]), profile([rule(2)])] },
    {
      profiles: [
        profile([]),
        profile([{ names: ['read'], action: 'SCMP_ACT_ALLOW' }])
      ]
    },
    { profiles: [profile([rule(1)]), profile([rule(1), rule(1)])] },
    { profiles: [profile([kill, { ...rule(2), args: kill.args.slice(0, 1) }])] }
  ]) as [Judgement, Judgement, Judgement, Judgement]
  expect(differences(other).length).toBeGreaterThan(1)
  expect(wider(more)).toEqual([['SCMP_ARCH_X86_64', 0, Array(6).fill('0')]])
  expect(differences(same)).toEqual([])
  expect(same.loaded).toEqual([null, null])
  expect(refused.loaded).toEqual([expect.stringContaining('refused')])
})

test('libseccomp finds no candidate wider than the default it narrows', () => {
  const capabilitySets = [
    PODMAN_DEFAULT_CAPABILITIES,
    [],
    [...PODMAN_DEFAULT_CAPABILITIES, 'CAP_SYS_ADMIN', 'CAP_AUDIT_WRITE']
  ]
  const tasks = capabilitySets.flatMap(capabilities =>
    [0, 1, 2].map(from => ({
      profiles: [
        podmanDefault,
        serializeProfile(derive(every(3, from), capabilities).profile)
      ],
      capabilities
    }))
  )
  for (const judgement of judge(tasks)) {
    expect(judgement.loaded).toEqual([null, null])
    expect(judgement.calls.length).toBeGreaterThan(600)
    expect(onMachine(wider(judgement))).toEqual([])
  }
})

test('libseccomp lets through what was recorded and the default allows', () => {
  const all = Object.keys(syscallNumbers(x86_64))
  const capabilities = [...PODMAN_DEFAULT_CAPABILITIES, 'CAP_SYS_ADMIN']
  const candidate = serializeProfile(derive(all, capabilities).profile)
  const [result] = judge([
    { profiles: [candidate, podmanDefault], capabilities }
  ]) as [Judgement]
  expect(result.loaded).toEqual([null, null])
  expect(onMachine(wider(result))).toEqual([])
})

test('the example’s profile is within podman’s default', () => {
  const example = read(path.join(ACTION, 'example-app/seccomp.json'))
  const [result] = judge([{ profiles: [podmanDefault, example] }]) as [
    Judgement
  ]
  expect(result.loaded).toEqual([null, null])
  expect(wider(result)).toEqual([])
})

/** The candidate of the example has no rules for the sub-architectures. */
const onMachine = (calls: Call[]) =>
  calls.filter(([architecture]) => architecture === x86_64)

/** What the judge does not look at: machines of the other byte order. */
const MACHINES = [
  'SCMP_ARCH_X86_64',
  'SCMP_ARCH_AARCH64',
  'SCMP_ARCH_PPC64LE',
  'SCMP_ARCH_RISCV64'
] as const

/**
 * Compares a profile with our rewriting of it, and what libseccomp makes of it
 * with what we say that it does.
 */
function check(texts: readonly [string, string][], machine: Machine): Check {
  const { architecture, capabilities } = machine
  const profiles = texts.map(([name, text]) => parseProfile(text, name))
  const judgements = judge(
    profiles.map((profile, i) => ({
      profiles: [
        texts[i]?.[1] ?? '',
        serializeProfile(normalizeProfile(profile))
      ],
      machine: architecture,
      capabilities,
      combinations: 300
    }))
  )
  const found: Check = { loaded: 0, calls: 0, suspect: 0, wrong: [] }
  judgements.forEach((judgement, i) => {
    const [name] = texts[i] ?? ['']
    const { loaded, calls, returns } = judgement
    const wrong = (what: unknown) => {
      found.wrong.push(`${name} on ${architecture}: ${JSON.stringify(what)}`)
    }
    if (kindOf(loaded[0]) !== kindOf(loaded[1])) wrong(loaded)
    const [first] = differences(judgement)
    if (first) wrong(['rewritten', first])
    const profile = profiles[i]
    const ours = profile ? load(profile, machine) : 'refused'
    if (typeof ours === 'string') {
      if (ours !== kindOf(loaded[0])) wrong(['we say', ours, loaded[0]])
      return
    }
    if (kindOf(loaded[0]) !== 'loads') {
      wrong(['we load', loaded[0]])
      return
    }
    found.loaded++
    found.calls += calls.length
    const suspects = suspectsOf(ours)
    calls.forEach(([on, number, args], at) => {
      const is = returns[0]?.[at]
      const says = ours.decide(on, number, args.map(BigInt))
      if (says === is) return
      if (suspects.has(`${on} ${number}`)) found.suspect++
      else wrong([on, number, args, 'is', is, 'we say', says])
    })
  })
  return found
}

interface Check {
  loaded: number
  calls: number
  /** Calls for which libseccomp compares the wrong word, by its own fault. */
  suspect: number
  wrong: string[]
}

const kindOf = (problem: string | null = null) =>
  problem?.startsWith('refused') === true ? 'refused' : (problem ?? 'loads')

function load(profile: Profile, machine: Machine): LoadedProfile | string {
  try {
    return loadProfile(profile, machine)
  } catch (error) {
    if (!(error instanceof RefusedProfile)) throw error
    return error.message.includes('never finishes') ? 'endless' : 'refused'
  }
}

const corpus = fs
  .readdirSync(fixtures)
  .filter(file => file.endsWith('.json'))
  .map((file): [string, string] => [file, read(path.join(fixtures, file))])

test.each(some(MACHINES, 2))('the corpus on %s', architecture => {
  for (const capabilities of [[], PODMAN_DEFAULT_CAPABILITIES]) {
    const found = check(corpus, { architecture, capabilities })
    expect(found.wrong).toEqual([])
    expect(found.loaded).toBeGreaterThan(corpus.length - 6)
    expect(found.calls).toBeGreaterThan(corpus.length * 300)
  }
})

test('generated profiles', () => {
  const numRuns = effort(100, 500)
  const generated = fc.sample(judgeable, { numRuns, seed: 20_260 })
  const texts = generated.map((profile, i): [string, string] => [
    `generated ${i}`,
    serializeProfile(profile)
  ])
  const machine = {
    architecture: x86_64,
    capabilities: ['CAP_SYS_ADMIN']
  } as const
  const found = check(texts, machine)
  expect(found.wrong).toEqual([])
  expect(found.loaded).toBeGreaterThan(0.7 * numRuns)
  expect(found.suspect).toBeLessThan(found.calls / 200)
})
