/**
 * `npm run bench`: what the work on profiles costs, each beside something
 * plain that was measured in the same run, so that the figures of a slow
 * machine and of a fast one say the same. Fails for a wrong result only.
 */
import fs from 'node:fs'

import { loadProfile } from '../src/profile/filter/load.ts'
import { normalizeProfile } from '../src/profile/normalize.ts'
import { parseProfile } from '../src/profile/parse.ts'
import { serializeProfile } from '../src/profile/serialize.ts'

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
