/**
 * Reads mutated profiles in a process of its own, so that its memory can be
 * told from that of the test runner. Arguments: seed, number of inputs, folder
 * of the profiles. Writes a FuzzReport as JSON; the folder's files are read in
 * the order of their names.
 */
import fs from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'

import { UserError } from '../../../src/errors.ts'
import {
  loadProfile,
  RefusedProfile
} from '../../../src/profile/filter/load.ts'
import { normalizeProfile } from '../../../src/profile/normalize.ts'
import { parseProfile } from '../../../src/profile/parse.ts'
import { serializeProfile } from '../../../src/profile/serialize.ts'
import type { Profile } from '../../../src/profile/types.ts'
import { type Mutant, mutator } from './mutate.ts'

/** What became of the inputs. */
export interface FuzzReport {
  profiles: number
  userErrors: number
  /** The first input that ended otherwise, and how. */
  failure?: { input: number; how: string; start: string; problem: string }
  /** By how much the process's peak exceeded its size at the start. */
  growthMb: number
}

const [seed = '', count = '', folder = ''] = process.argv.slice(2)
const report = fuzz(Number(seed), Number(count), {
  good: textsIn(folder),
  broken: textsIn(path.join(folder, 'broken'))
})
process.stdout.write(JSON.stringify(report))

function textsIn(directory: string): string[] {
  return fs
    .readdirSync(directory)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => fs.readFileSync(path.join(directory, name), 'utf8'))
}

function fuzz(
  seed: number,
  count: number,
  texts: { good: string[]; broken: string[] }
): FuzzReport {
  const next = mutator(seed, texts)
  const report: FuzzReport = {
    profiles: 0,
    userErrors: 0,
    growthMb: 0
  }
  const startMb = process.memoryUsage.rss() / 2 ** 20
  for (let input = 0; input < count; input++) {
    const mutant = next()
    const problem = problemWith(mutant, report)
    if (problem !== undefined) {
      const { how, text } = mutant
      report.failure = { input, how, start: text.slice(0, 2000), problem }
      break
    }
  }
  const peakMb = process.resourceUsage().maxRSS / 1024
  report.growthMb = Math.round(peakMb - startMb)
  return report
}

function problemWith(mutant: Mutant, report: FuzzReport): string | undefined {
  try {
    const profile = normalizeProfile(parseProfile(mutant.text, 'f'))
    report.profiles++
    const text = serializeProfile(profile)
    const before = whatLoads(profile)
    const again = parseProfile(text, 'written')
    if (!isDeepStrictEqual(again, profile)) return 'it reads otherwise again'
    if (whatLoads(again) !== before) return 'it loads otherwise again'
    if (serializeProfile(normalizeProfile(again)) === text) return undefined
    return 'writing it again changes it'
  } catch (error) {
    if (!(error instanceof UserError)) {
      return error instanceof Error ? String(error.stack) : String(error)
    }
    report.userErrors++
    return faultOf(error, mutant.text)
  }
}

/** What runtimes make of a profile; why not, if they refuse it. */
function whatLoads(profile: Profile): string {
  try {
    const { default: byDefault, rules } = loadProfile(profile, {
      architecture: 'SCMP_ARCH_X86_64',
      capabilities: []
    })
    const sizes = [...rules.values()].map(calls => calls.size)
    return [byDefault, ...sizes].join(' ')
  } catch (error) {
    if (!(error instanceof RefusedProfile)) throw error
    return error.message
  }
}

/** What is wrong with an error: its form, its place, or that there is one. */
function faultOf({ message }: UserError, text: string): string | undefined {
  const [, line = '', column = '', rest = ''] =
    /^f:(\d+):(\d+): (.+)$/.exec(message) ?? []
  if (rest === '' || message.length > 1500) return `its message: ${message}`
  const there = text.split('\n')[Number(line) - 1]
  if (there === undefined || Number(column) > there.length + 1) {
    return `no such place: ${message}`
  }
  if (/^longer than|^nested more/.test(rest)) return undefined
  return rest.startsWith('not JSON') === isJson(text)
    ? `not for JSON to refuse, or just that: ${message}`
    : undefined
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
