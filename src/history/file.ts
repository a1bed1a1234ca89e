import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'

import * as v from 'valibot'

import { keepText } from '../host/files.ts'
import { type History, MEMORY, NO_HISTORY } from './history.ts'

/** Whose history it is. */
export interface HistoryKey {
  /** What distinguishes a suite from others: repository, profile and so on. */
  suite: string[]
  /** The branch. */
  ref: string
}

/** How many branches of a suite keep their history: those written last. */
const BRANCHES = 100

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const sightingSchema = v.pipe(
  v.object({
    name: v.string(),
    seen: v.pipe(v.number(), v.gtValue(0)),
    runs: v.pipe(v.number(), v.maxValue(MEMORY)),
    unseen: count
  }),
  v.check(({ seen, runs }) => seen <= runs)
)

const historySchema = v.object({
  format: v.literal('seccomp-lock history'),
  version: v.literal(1),
  key: v.object({ suite: v.array(v.string()), ref: v.string() }),
  runs: count,
  calls: v.array(sightingSchema)
})

/** A history as the text of a file. */
export function serializeHistory(key: HistoryKey, history: History): string {
  const { suite, ref } = key
  const calls = [...history.calls]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { seen, runs, unseen }]) => ({ name, seen, runs, unseen }))
  const file = {
    format: 'seccomp-lock history',
    version: 1,
    key: { suite, ref },
    runs: history.runs,
    calls
  }
  return `${JSON.stringify(file, undefined, 2)}\n`
}

/** Reads a history back; undefined if the text is not of this version. */
export function parseHistory(
  text: string
): { key: HistoryKey; history: History } | undefined {
  try {
    const { key, runs, calls } = v.parse(historySchema, JSON.parse(text))
    const sightings = calls.map(
      ({ name, seen, runs, unseen }) => [name, { seen, runs, unseen }] as const
    )
    return { key, history: { runs, calls: new Map(sightings) } }
  } catch {
    return undefined
  }
}

/**
 * The history of a branch or, if it has none, of the branch that it comes from.
 *
 * @param bases branches to ask if the key's own has none, in this order
 */
export async function readHistory(
  directory: string,
  key: HistoryKey,
  bases: readonly string[] = []
): Promise<History> {
  for (const ref of [key.ref, ...bases]) {
    const file = path.join(directory, fileOf({ ...key, ref }))
    const found = await readFile(file)
    if (found && isSame(found.key, { ...key, ref })) return found.history
  }
  return NO_HISTORY
}

/** The histories of the suite's other branches, the newest first. */
export async function readOthers(
  directory: string,
  key: HistoryKey
): Promise<History[]> {
  const histories: History[] = []
  for (const file of await filesOf(directory, key)) {
    const found = await readFile(file)
    if (!found || found.key.ref === key.ref) continue
    if (isSame({ ...found.key, ref: key.ref }, key)) {
      histories.push(found.history)
    }
  }
  return histories
}

/**
 * Keeps the history of a branch, and drops those written longest ago. If that
 * is not possible, the history is learnt again.
 */
export async function keepHistory(
  directory: string,
  key: HistoryKey,
  history: History
): Promise<void> {
  const file = path.join(directory, fileOf(key))
  if (!(await keepText(file, serializeHistory(key, history)))) return
  for (const old of (await filesOf(directory, key)).slice(BRANCHES)) {
    await fs.rm(old).catch(() => undefined)
  }
}

async function readFile(file: string) {
  return parseHistory(await fs.readFile(file, 'utf8').catch(() => ''))
}

/** The files of a suite, the newest first. */
async function filesOf(directory: string, key: HistoryKey): Promise<string[]> {
  const names = await fs.readdir(directory).catch(() => [])
  const own = names.filter(
    name => name.startsWith(prefixOf(key)) && name.endsWith('.json')
  )
  const files = await Promise.all(
    own.map(async name => {
      const file = path.join(directory, name)
      const stat = await fs.stat(file).catch(() => undefined)
      return { file, written: stat?.mtimeMs ?? 0 }
    })
  )
  return files.sort((a, b) => b.written - a.written).map(({ file }) => file)
}

function fileOf(key: HistoryKey): string {
  return `${prefixOf(key)}${digestOf([key.ref])}.json`
}

function prefixOf({ suite }: HistoryKey): string {
  return `history-${digestOf(suite)}-`
}

function digestOf(strings: readonly string[]): string {
  const text = JSON.stringify(strings)
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

function isSame(a: HistoryKey, b: HistoryKey): boolean {
  return digestOf([...a.suite, a.ref]) === digestOf([...b.suite, b.ref])
}
