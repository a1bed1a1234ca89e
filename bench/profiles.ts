/**
 * `npm run bench`: what the work on profiles costs, each beside something
 * plain that was measured in the same run, so that the figures of a slow
 * machine and of a fast one say the same. Fails for a wrong result only.
 */
import fs from 'node:fs'

import { loadProfile } from '../src/profile/filter/load.js'
import { mergeProfiles } from '../src/profile/merge/merge.js'
import { normalizeProfile } from '../src/profile/normalize.js'
import { parseProfile } from '../src/profile/parse.js'
import { serializeProfile } from '../src/profile/serialize.js'
import type { Profile } from '../src/profile/types.js'
import { syscallNumbers } from '../src/syscalls/numbers.js'

interface Cost {
  ms: number
  /** How much more memory the process has at the end of it. */
  mb: number
}

const RUNS = 5

/** The least time of several runs, and the most memory. */
function measure(work: () => void, runs = RUNS): Cost {
  const costs = Array.from({ length: runs }, (): Cost => {
    globalThis.gc?.()
    const before = process.memoryUsage.rss()
    const start = performance.now()
    work()
    const ms = performance.now() - start
    return { ms, mb: (process.memoryUsage.rss() - before) / 2 ** 20 }
  })
  return {
    ms: Math.min(...costs.map(cost => cost.ms)),
    mb: Math.max(...costs.map(cost => cost.mb))
  }
}

/** As many shards of a test suite, each with some of x86_64's calls. */
function shards(count: number, size: number): Profile[] {
  const calls = Object.keys(syscallNumbers('SCMP_ARCH_X86_64'))
  let state = 1
  const next = () => (state = (state * 48271) % (2 ** 31 - 1))
  return Array.from({ length: count }, () => {
    const names = new Set<string>()
    while (names.size < size) names.add(calls[next() % calls.length] ?? '')
    return {
      defaultAction: 'SCMP_ACT_ERRNO',
      defaultErrnoRet: 38,
      architectures: ['SCMP_ARCH_X86_64'],
      syscalls: [{ names: [...names], action: 'SCMP_ACT_ALLOW', args: [] }]
    }
  })
}

/** The plainest union: one set of all names. */
function namesOf(profiles: readonly Profile[]): Set<string> {
  const all = new Set<string>()
  for (const { syscalls } of profiles) {
    for (const { names } of syscalls) for (const name of names) all.add(name)
  }
  return all
}

const faults: string[] = []

/** Remembers a wrong result. */
function check(isRight: boolean, what: string): void {
  if (!isRight) faults.push(what)
}

const lines: string[] = []

/** Adds a line to the table. */
function row(what: string, cost: Cost, beside: string): void {
  const ms = cost.ms.toFixed(cost.ms < 10 ? 2 : 0).padStart(8)
  const mb = cost.mb.toFixed(0).padStart(6)
  lines.push(`${what.padEnd(44)}${ms}${mb}   ${beside}`)
}

const times = (a: Cost, b: Cost) => `${(a.ms / b.ms).toFixed(1)} x`

// What comes first would pay for the warming up.
for (const how of ['union', 'intersection'] as const) {
  mergeProfiles(shards(1000, 60), how)
}

const sizes = [
  [1_000, 60],
  [10_000, 60],
  [100_000, 10]
] as const
let first: number | undefined
for (const [count, size] of sizes) {
  const profiles = shards(count, size)
  const wanted = namesOf(profiles)
  const plain = measure(() => namesOf(profiles))
  const union = measure(() => {
    const { profile, notes } = mergeProfiles(profiles, 'union')
    const [rule, ...others] = profile.syscalls
    const names = rule?.names ?? []
    const isRight =
      others.length + notes.length === 0 &&
      names.length === wanted.size &&
      names.every(name => wanted.has(name))
    check(isRight, `the union of ${count} profiles`)
  })
  const each = union.ms / (count * size)
  first ??= each
  const what = `${count} profiles of ${size} names`
  row(`one Set of ${what}`, plain, '')
  row(
    `union of ${what}`,
    union,
    `${times(union, plain)} the Set; a name takes ${(each / first).toFixed(2)} x the first`
  )
}

const file = '../__tests__/fixtures/profiles/podman-default.json'
const text = fs.readFileSync(new URL(file, import.meta.url), 'utf8')
const canonical = serializeProfile(normalizeProfile(parseProfile(text, file)))
const podman = parseProfile(canonical, file)
const plain = measure(() => {
  JSON.parse(text)
}, 50)
const whole = measure(() => {
  const again = serializeProfile(normalizeProfile(parseProfile(text, file)))
  check(again === canonical, "the text of podman's default")
}, 50)
const loaded = measure(() => {
  const filter = loadProfile(podman, {
    architecture: 'SCMP_ARCH_X86_64',
    capabilities: []
  })
  const read = filter.decide('SCMP_ARCH_X86_64', 'read')
  check(read === 0x7fff0000, "podman's default, loaded")
}, 50)
row("JSON.parse of podman's default", plain, '')
row(
  'parse, normalize, serialize it',
  whole,
  `${times(whole, plain)} JSON.parse`
)
row('load it', loaded, `${times(loaded, plain)} JSON.parse`)

process.stdout.write(
  [`${' '.repeat(50)}ms${'MB'.padStart(6)}`, ...lines, ''].join('\n')
)
for (const fault of new Set(faults)) {
  process.stderr.write(`wrong: ${fault}\n`)
  process.exitCode = 1
}
