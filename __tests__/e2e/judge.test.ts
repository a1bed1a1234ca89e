import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { expect, jest, test } from '@jest/globals'

import { deriveCandidate } from '../../src/candidate/candidate.js'
import { normalizeProfile } from '../../src/profile/normalize.js'
import { parseProfile } from '../../src/profile/parse.js'
import { serializeProfile } from '../../src/profile/serialize.js'
import { PODMAN_DEFAULT_CAPABILITIES } from '../../src/syscalls/capabilities.js'
import { syscallNumbers } from '../../src/syscalls/numbers.js'
import { ACTION } from '../../scripts/local-runner.js'

jest.setTimeout(300_000)

/** What libseccomp makes of two profiles; see support/judge.py. */
interface Judgement {
  tried: number
  different: unknown[]
  wider: unknown[]
  refused: unknown[][]
}

/** Texts of profiles, so that no number of theirs is touched on the way. */
interface Pair {
  a: string
  b: string
  capabilities?: readonly string[]
}

function judge(pairs: Pair[]): Judgement[] {
  const input = pairs.map(
    ({ a, b, capabilities = PODMAN_DEFAULT_CAPABILITIES }) =>
      `{"a":${a},"b":${b},"capabilities":${JSON.stringify(capabilities)}}`
  )
  const output = execFileSync(
    '/usr/bin/python3',
    [path.join(ACTION, '__tests__/support/judge.py')],
    { input: `[${input.join(',')}]`, encoding: 'utf8', maxBuffer: 1 << 30 }
  )
  return JSON.parse(output) as Judgement[]
}

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
  const rule = (value: number) => ({
    names: ['socket'],
    action: 'SCMP_ACT_ALLOW',
    args: [{ index: 0, value, op: 'SCMP_CMP_EQ' }]
  })
  const [other, wider, same] = judge([
    { a: profile([rule(1)]), b: profile([rule(2)]) },
    {
      a: profile([]),
      b: profile([{ names: ['read'], action: 'SCMP_ACT_ALLOW' }])
    },
    { a: profile([rule(1)]), b: profile([rule(1), rule(1)]) }
  ])
  expect(other?.different).toHaveLength(2)
  expect(wider?.wider).toEqual([[0, ['0', '0', '0', '0', '0', '0']]])
  expect(same).toMatchObject({ different: [], wider: [] })
})

test('libseccomp finds no candidate wider than the default it narrows', () => {
  const capabilitySets = [
    PODMAN_DEFAULT_CAPABILITIES,
    [],
    [...PODMAN_DEFAULT_CAPABILITIES, 'CAP_SYS_ADMIN', 'CAP_AUDIT_WRITE']
  ]
  const pairs = capabilitySets.flatMap(capabilities =>
    [0, 1, 2].map(from => ({
      a: podmanDefault,
      b: serializeProfile(derive(every(3, from), capabilities).profile),
      capabilities
    }))
  )
  for (const { tried, wider, refused } of judge(pairs)) {
    expect(tried).toBeGreaterThan(600)
    expect(wider).toEqual([])
    expect(refused[1]).toEqual([])
  }
})

test('libseccomp lets through what was recorded and the default allows', () => {
  const all = Object.keys(syscallNumbers(x86_64))
  const capabilities = [...PODMAN_DEFAULT_CAPABILITIES, 'CAP_SYS_ADMIN']
  const candidate = serializeProfile(derive(all, capabilities).profile)
  const [result] = judge([{ a: candidate, b: podmanDefault, capabilities }])
  expect(result).toMatchObject({ wider: [] })
})

test('the example’s profile is within podman’s default', () => {
  const example = read(path.join(ACTION, 'example-app/seccomp.json'))
  const [result] = judge([{ a: podmanDefault, b: example }])
  expect(result).toMatchObject({ wider: [], refused: [[], []] })
})

test('our rewriting of a profile means the same to libseccomp', () => {
  const files = fs.readdirSync(fixtures).filter(f => f.endsWith('.json'))
  const pairs = files.map(file => {
    const a = read(path.join(fixtures, file))
    const b = serializeProfile(normalizeProfile(parseProfile(a, file)))
    return { a, b }
  })
  const results = judge(pairs)
  const judged = results.map(({ different }, i) => [files[i], different])
  expect(judged).toEqual(files.map(file => [file, []]))
})
