import { describe, expect, test } from '@jest/globals'

import type { Check } from '../../../src/checks/check.ts'
import { UserError } from '../../../src/errors.ts'
import {
  chooseRecorders,
  type Failed,
  type RecorderChoice
} from '../../../src/recorders/choose.ts'
import {
  RECORDER_NAMES,
  type RecorderName
} from '../../../src/recorders/known.ts'
import type { CheckedRecorder } from '../../../src/recorders/recorder.ts'
import { caught } from '../../support/caught.ts'

const MISSING: Check = {
  name: 'program',
  state: 'missing',
  found: 'not installed',
  fix: 'sudo dnf install it'
}

const WORKS: Check[] = [
  { name: 'program', state: 'ok', found: '1.0' },
  { name: 'headers', state: 'weak', found: 'old', fix: 'update them' },
  { name: 'audit', state: 'absent', found: 'none' }
]

/** All recorders, of which these work; `asked` gets the names of those asked. */
function recorders(
  working: readonly RecorderName[],
  asked: RecorderName[] = []
): CheckedRecorder[] {
  return RECORDER_NAMES.map(name => ({
    name,
    preflight: () => {
      asked.push(name)
      return Promise.resolve(working.includes(name) ? WORKS : [MISSING])
    },
    start: () => Promise.reject(new Error('nobody asked'))
  }))
}

const WHY = ['program: not installed. sudo dnf install it']
const failed = (...names: RecorderName[]): Failed[] =>
  names.map(name => ({ name, why: WHY }))

async function choose(
  wanted: RecorderChoice,
  all: readonly CheckedRecorder[],
  before: readonly Failed[] = []
) {
  const choice = await chooseRecorders(wanted, all, before)
  return {
    first: choice.first.name,
    second: choice.second?.name,
    failed: choice.failed
  }
}

describe('chooseRecorders', () => {
  test.each<
    [
      RecorderChoice,
      RecorderName[],
      [RecorderName, RecorderName | undefined, Failed[]]
    ]
  >([
    ['auto', [...RECORDER_NAMES], ['bpftrace', 'hook', []]],
    ['auto', ['bpftrace'], ['bpftrace', undefined, failed('hook')]],
    ['auto', ['hook', 'audit'], ['hook', undefined, failed('bpftrace')]],
    [
      'auto',
      ['audit', 'strace'],
      ['audit', undefined, failed('bpftrace', 'hook')]
    ],
    [
      'auto',
      ['strace'],
      ['strace', undefined, failed('bpftrace', 'hook', 'audit')]
    ],
    ['bpftrace', [...RECORDER_NAMES], ['bpftrace', undefined, []]],
    ['hook', [...RECORDER_NAMES], ['hook', undefined, []]],
    ['audit', [...RECORDER_NAMES], ['audit', undefined, []]],
    ['strace', ['strace'], ['strace', undefined, []]]
  ])('%s, where %j work', async (wanted, working, [first, second, failed]) => {
    const choice = { first, second, failed }
    expect(await choose(wanted, recorders(working))).toEqual(choice)
    const reversed = recorders(working).reverse()
    expect(await choose(wanted, reversed)).toEqual(choice)
  })

  test.each<[RecorderChoice, RecorderName[]]>([
    ['auto', ['bpftrace', 'hook']],
    ['strace', ['strace']]
  ])('%s asks no others than it needs', async (wanted, expected) => {
    const asked: RecorderName[] = []
    await choose(wanted, recorders(RECORDER_NAMES, asked))
    expect(asked.sort()).toEqual(expected)
  })

  test('what turned out not to work is not asked again', async () => {
    const asked: RecorderName[] = []
    const before: Failed[] = [{ name: 'bpftrace', why: ['It died.'] }]
    const all = recorders(RECORDER_NAMES, asked)
    expect(await choose('auto', all, before)).toEqual({
      first: 'hook',
      second: undefined,
      failed: before
    })
    expect(asked).not.toContain('bpftrace')
  })

  test('tells all that was tried in vain, and why', async () => {
    const before: Failed[] = [{ name: 'hook', why: ['It died.', 'Twice.'] }]
    const error = await caught(() => choose('auto', recorders([]), before))
    expect(error).toBeInstanceOf(UserError)
    const { message, hint = '' } = error as UserError
    expect(message).toBe('nothing can record system calls on this runner')
    expect(hint).toContain('- hook:\n    It died.\n    Twice.\n')
    for (const name of ['bpftrace', 'audit', 'strace']) {
      expect(hint).toContain(`- ${name}:\n    ${WHY.join('')}\n`)
    }
  })

  test.each(RECORDER_NAMES)(
    'nothing takes the place of %s when it was asked for',
    async name => {
      const others = RECORDER_NAMES.filter(other => other !== name)
      const error = await caught(() => choose(name, recorders(others)))
      expect(error).toBeInstanceOf(UserError)
      const { message, hint = '' } = error as UserError
      expect(message).toBe(`the recorder ${name} cannot work on this runner`)
      expect(hint).toContain('`recorder: auto` uses what works.')
      for (const other of others) expect(hint).not.toContain(`- ${other}:`)
    }
  )
})
