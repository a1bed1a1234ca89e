import fs from 'node:fs/promises'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import {
  type HistoryKey,
  keepHistory,
  parseHistory,
  readHistory,
  readOthers,
  serializeHistory
} from '../../../src/history/file.ts'
import {
  type History,
  NO_HISTORY,
  observe
} from '../../../src/history/history.ts'
import { anyText } from '../../support/profiles/any-text.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const temporary = useTemporaryDirectory()
const directory = () => path.join(temporary(), 'cache', 'seccomp-lock')

const KEY: HistoryKey = { suite: ['owner/name', 'seccomp.json'], ref: 'main' }
const on = (ref: string): HistoryKey => ({ ...KEY, ref })

const saw = (...runs: string[][]): History =>
  runs.reduce<History>((history, names) => observe(history, names), NO_HISTORY)

describe('a history as a file', () => {
  test('is read back as it was', () => {
    const name = fc.oneof(
      fc.constantFrom('bind', '__proto__', 'constructor'),
      anyText()
    )
    const runs = fc.array(fc.array(name, { maxLength: 4 }), { maxLength: 40 })
    fc.assert(
      fc.property(runs, runs => {
        const history = saw(...runs)
        const read = parseHistory(serializeHistory(KEY, history))
        expect(read).toEqual({ key: KEY, history })
      })
    )
  })

  test('does not depend on the order of the calls', () => {
    expect(serializeHistory(KEY, saw(['bind', 'listen']))).toBe(
      serializeHistory(KEY, saw(['listen', 'bind']))
    )
  })

  const text = serializeHistory(KEY, saw(['bind']))
  test.each([
    ['nothing', ''],
    ['half of it', text.slice(0, text.length / 2)],
    ['a list', '[]'],
    ['null', 'null'],
    ['another version', text.replace('"version": 1', '"version": 2')],
    ['another format', text.replace('lock history', 'lock floor')],
    ['a key that is not whole', text.replace('"ref"', '"tag"')],
    ['a name that is none', text.replace('"bind"', '1')],
    ['more seen than there were runs', text.replace('"seen": 1', '"seen": 2')],
    ['seen in none', text.replace('"seen": 1', '"seen": 0')],
    ['a negative number', text.replace('"seen": 1', '"seen": -1')],
    ['a huge number', text.replace('"runs": 1,\n      ', '"runs": 1e9,')],
    ['an infinite number', text.replace('"unseen": 0', '"unseen": 1e999')],
    ['a part of a run', text.replace('"unseen": 0', '"unseen": 0.5')],
    ['fewer runs than none', text.replace('"runs": 1', '"runs": -1')]
  ])('%s is none', (_, broken) => {
    expect(broken).not.toBe(text)
    expect(parseHistory(broken)).toBeUndefined()
  })
})

describe('kept histories', () => {
  test('are found again, the newest of a branch', async () => {
    await keepHistory(directory(), KEY, saw(['bind']))
    await keepHistory(directory(), KEY, saw(['bind'], ['listen']))
    expect(await readHistory(directory(), KEY)).toEqual(
      saw(['bind'], ['listen'])
    )
    expect(await fs.readdir(directory())).toHaveLength(1)
  })

  test('are not there before', async () => {
    expect(await readHistory(directory(), KEY, ['dev'])).toBe(NO_HISTORY)
    expect(await readOthers(directory(), KEY)).toEqual([])
  })

  test("a new branch has its base's until it has its own", async () => {
    await keepHistory(directory(), KEY, saw(['bind']))
    const read = () => readHistory(directory(), on('new'), ['dev', 'main'])
    expect(await read()).toEqual(saw(['bind']))
    await keepHistory(directory(), on('new'), saw(['listen']))
    expect(await read()).toEqual(saw(['listen']))
    expect(await readHistory(directory(), KEY)).toEqual(saw(['bind']))
  })

  test('are not those of another suite', async () => {
    await keepHistory(directory(), KEY, saw(['bind']))
    for (const suite of [
      ['owner/other', 'seccomp.json'],
      ['owner/nameseccomp.json'],
      []
    ]) {
      const other = { suite, ref: 'main' }
      expect(await readHistory(directory(), other, ['main'])).toBe(NO_HISTORY)
      expect(await readOthers(directory(), { suite, ref: 'dev' })).toEqual([])
    }
  })

  test('of other branches come newest first, damaged ones not', async () => {
    for (const [index, ref] of ['old', 'main', 'bad', 'new'].entries()) {
      const before = await fs.readdir(directory()).catch((): string[] => [])
      await keepHistory(directory(), on(ref), saw([ref]))
      const names = await fs.readdir(directory())
      const [name = ''] = names.filter(name => !before.includes(name))
      const file = path.join(directory(), name)
      if (ref === 'bad') await fs.truncate(file, 60)
      await fs.utimes(file, 1000 + index, 1000 + index)
    }
    expect(await readOthers(directory(), KEY)).toEqual([
      saw(['new']),
      saw(['old'])
    ])
    expect(await readHistory(directory(), on('bad'))).toBe(NO_HISTORY)
  })

  test('are not trusted where the file is of another key', async () => {
    await keepHistory(directory(), KEY, saw(['bind']))
    const [name = ''] = await fs.readdir(directory())
    const file = path.join(directory(), name)
    await fs.writeFile(file, serializeHistory(on('dev'), saw(['listen'])))
    expect(await readHistory(directory(), KEY)).toBe(NO_HISTORY)
  })

  test('are those of the branches that were written last', async () => {
    for (let index = 0; index < 104; index++) {
      await keepHistory(directory(), on(`branch ${index}`), saw(['bind']))
    }
    expect(await fs.readdir(directory())).toHaveLength(100)
    expect(await readHistory(directory(), on('branch 103'))).toEqual(
      saw(['bind'])
    )
  })

  // fs.rm, `force` or not, minds a path that leads through a file.
  test('need not be kept where there is no place', async () => {
    await fs.writeFile(path.join(temporary(), 'cache'), 'a file')
    await keepHistory(directory(), KEY, saw(['bind']))
    expect(await readHistory(directory(), KEY)).toBe(NO_HISTORY)
  })

  test('leave nothing half-written', async () => {
    await keepHistory(directory(), KEY, saw(['bind']))
    const [name = ''] = await fs.readdir(directory())
    const file = path.join(directory(), name)
    await fs.rm(file)
    await fs.mkdir(file)
    await keepHistory(directory(), KEY, saw(['bind']))
    expect(await fs.readdir(directory())).toEqual([name])
  })
})
