import { describe, expect, test } from '@jest/globals'

import {
  type Background,
  startBackground
} from '../../../src/host/background.ts'

const ENVIRONMENT = { PATH: process.env['PATH'] ?? '' }

const start = (argv: string[], more: Record<string, string> = {}) =>
  startBackground(argv, { ...ENVIRONMENT, ...more })

const sh = (script: string) => start(['sh', '-c', script])

/** The lines that nobody has taken yet, to the program's end. */
async function linesOf({ lines }: Background): Promise<string[]> {
  const all: string[] = []
  for (;;) {
    const { value, done } = await lines.next()
    if (done) return all
    all.push(value)
  }
}

describe('what a program writes', () => {
  test.each([
    ['nothing', '', []],
    ['lines', String.raw`a\n\nb c\n`, ['a', '', 'b c']],
    ['a last line without its end', String.raw`a\nb`, ['a', 'b']],
    ['bytes', String.raw`\303\251\377\n`, ['\u00c3\u00a9\u00ff']]
  ])('%s, a character a byte', async (_, text, lines) => {
    expect(await linesOf(start(['printf', text]))).toEqual(lines)
  })

  test('can be taken line by line while it runs', async () => {
    const cat = sh('echo ready; cat; echo end')
    expect(await cat.lines.next()).toEqual({ value: 'ready', done: false })
    expect(cat.isRunning()).toBe(true)
    cat.closeInput()
    expect(await linesOf(cat)).toEqual(['end'])
  })

  test('can be taken after its end', async () => {
    const program = sh('echo a; echo b')
    await program.ended
    expect(await linesOf(program)).toEqual(['a', 'b'])
  })

  test('is all there, however much it is', async () => {
    const lines = await linesOf(start(['seq', '1', '50000']))
    expect(lines).toHaveLength(50_000)
    expect(lines.at(-1)).toBe('50000')
  })

  test('to standard error is kept, the end of it', async () => {
    const program = sh('seq 1 20000 >&2; echo é >&2; echo out')
    expect(await linesOf(program)).toEqual(['out'])
    await program.ended
    const kept = program.stderr()
    expect(kept.endsWith('\n19999\n20000\né\n')).toBe(true)
    expect(kept.length).toBe(16 * 1024)
  })
})

describe('how a program ends', () => {
  test.each([0, 3])('by itself, with %i', async code => {
    const program = sh(`exit ${code}`)
    expect(await program.ended).toEqual({ code, signal: null })
    expect(program.isRunning()).toBe(false)
  })

  test('by a signal', async () => {
    const program = start(['cat'])
    expect(program.isRunning()).toBe(true)
    expect(program.pid).toBeGreaterThan(0)
    program.kill('SIGKILL')
    expect(await program.ended).toEqual({ code: null, signal: 'SIGKILL' })
    expect(program.isRunning()).toBe(false)
    program.kill('SIGKILL')
  })

  test('when its input is closed, once or twice', async () => {
    const program = start(['cat'])
    program.closeInput()
    program.closeInput()
    expect(await program.ended).toEqual({ code: 0, signal: null })
    program.closeInput()
  })

  test('before it began, where there is no such program', async () => {
    const program = start(['/no/such program'])
    expect(await program.ended).toEqual({ code: 127, signal: null })
    expect(program.isRunning()).toBe(false)
    expect(program.pid).toBeUndefined()
    expect(program.stderr()).toContain('ENOENT')
    expect(await linesOf(program)).toEqual([])
    program.closeInput()
    program.kill('SIGKILL')
  })
})

test('gets its environment and arguments as they are', async () => {
  const environment = { A: 'b c', B: '$(id)\nx' }
  const env = start(['env', '-0'], environment)
  const printed = (await linesOf(env)).join('\n').split('\0')
  expect(printed.filter(Boolean).sort()).toEqual(
    Object.entries({ ...ENVIRONMENT, ...environment })
      .map(([name, value]) => `${name}=${value}`)
      .sort()
  )
  const printf = start(['printf', '%s;', '$(id)', '', 'a b'])
  expect(await linesOf(printf)).toEqual(['$(id);;a b;'])
})
