import { beforeEach, describe, expect, test } from '@jest/globals'
import { marked } from 'marked'

import type { Check } from '../../src/checks/check.ts'
import { examine, tryOut } from '../../src/doctor.ts'
import { recordersOfAuto } from '../../src/recorders/choose.ts'
import type { RecorderName } from '../../src/recorders/known.ts'
import type { Examination } from '../../src/report/examination.ts'
import { renderDoctor } from '../../src/report/examination.ts'
import { verdictOf } from '../../src/report/examination.ts'

describe('recordersOfAuto', () => {
  test.each<[RecorderName[], RecorderName[]]>([
    [
      ['strace', 'audit', 'bpftrace', 'hook'],
      ['bpftrace', 'hook']
    ],
    [['strace', 'hook'], ['hook']],
    [['audit', 'bpftrace'], ['bpftrace']],
    [['strace', 'audit'], ['audit']],
    [['strace'], ['strace']],
    [[], []]
  ])('of %j: %j', (working, expected) => {
    expect(recordersOfAuto(working)).toEqual(expected)
  })
})

const OK: Check = { name: 'a', state: 'ok', found: '1.0' }
const MISSING: Check = {
  name: 'b',
  state: 'missing',
  found: 'not installed',
  fix: 'sudo dnf install b'
}

function examination(
  working: RecorderName[],
  machine: Check[] = [OK]
): Examination {
  const names = ['bpftrace', 'hook', 'audit', 'strace'] as const
  return {
    machine,
    recorders: names.map(name => ({
      name,
      checks: working.includes(name) ? [OK] : [OK, MISSING]
    })),
    recordsWith: machine.includes(MISSING) ? [] : recordersOfAuto(working)
  }
}

describe('verdictOf', () => {
  test.each<[Examination, string]>([
    [
      examination(['hook', 'bpftrace']),
      'this runner can record with bpftrace and oci-seccomp-bpf-hook, both at once'
    ],
    [examination(['hook']), 'this runner can record with oci-seccomp-bpf-hook'],
    [examination(['strace']), 'this runner can record with strace'],
    [
      examination([]),
      'this runner cannot record: each recorder lacks something; fix one of them'
    ],
    [
      examination(['hook'], [OK, MISSING]),
      'this runner cannot record; fix this first: b'
    ]
  ])('%#: %s', (of, expected) => {
    expect(verdictOf(of)).toBe(expected)
  })
})

/** The tables of a Markdown text, as GitHub reads it. */
function tablesOf(text: string): string[][][] {
  return marked
    .lexer(text)
    .filter(token => token.type === 'table')
    .map(token =>
      (token as unknown as { rows: { text: string }[][] }).rows.map(row =>
        row.map(cell => cell.text)
      )
    )
}

describe('renderDoctor', () => {
  test('starts with whether it can record', () => {
    expect(renderDoctor(examination(['hook']))).toMatch(
      /^## ✅ seccomp-lock: this runner can record with oci-seccomp-bpf-hook\n/
    )
    expect(renderDoctor(examination([]))).toMatch(
      /^## ⛔ seccomp-lock: this runner cannot record/
    )
  })

  test('says what each recorder is good for', () => {
    const text = renderDoctor(examination(['hook', 'strace']))
    expect(text.match(/^### .*$/gm)).toEqual([
      '### The machine',
      '### bpftrace: cannot work; recording would be better with it',
      '### hook: works, and is used',
      '### audit: cannot work, and is not needed',
      '### strace: works, and is not needed'
    ])
  })

  test('a table for each group, a row for each check', () => {
    const tables = tablesOf(renderDoctor(examination(['hook'])))
    expect(tables).toHaveLength(5)
    expect(tables[0]).toEqual([['a', '✅ ok', '`1.0`', '']])
    expect(tables[1]?.[1]).toEqual([
      'b',
      '❌ missing',
      '`not installed`',
      '`sudo dnf install b`'
    ])
  })

  test('names the set-up only where something is missing', () => {
    const all: RecorderName[] = ['hook', 'bpftrace', 'audit', 'strace']
    expect(renderDoctor(examination(all))).not.toContain('setup-runner')
    expect(renderDoctor(examination(['hook']))).toContain(
      'sudo bash scripts/setup-runner.sh'
    )
  })

  test('its columns stand below each other in a log', () => {
    const [, , hook = ''] = renderDoctor(examination([])).split('### ')
    const rows = hook.split('\n').filter(line => line.startsWith('|'))
    expect(rows).toHaveLength(4)
    // A mark takes two columns of a terminal.
    const bars = rows.map(row =>
      [...row.replace(/[✅❌]/u, '..').matchAll(/\|/g)].map(m => m.index)
    )
    for (const positions of bars) expect(positions).toEqual(bars[0])
  })

  test('what programs print stays text in its cell', () => {
    const found = 'v1 | `x` <img src=x> @you\n## no\n::error::y'
    const check: Check = { name: 'p', state: 'weak', found, fix: 'a|b' }
    const text = renderDoctor(examination([], [check]))
    expect(text).not.toMatch(/^(## no|::error::)/m)
    expect(tablesOf(text)[0]).toHaveLength(1)
    expect(marked.parse(text, { async: false })).not.toContain('<img')
  })
})

test('examine looks at a machine that has nothing, and does not throw', async () => {
  const { machine, recordsWith } = await examine({
    kernel: '0.0.1-none',
    sudo: false,
    rootless: false,
    environment: { PATH: '/no/such/directory' }
  })
  expect(recordsWith).toEqual([])
  expect(machine.find(({ name }) => name === 'podman')?.state).toBe('missing')
})

describe('tryOut', () => {
  const TRIED: Check = { name: 'trial', state: 'ok', found: 'recorded' }
  const BLIND: Check = { ...TRIED, state: 'missing', found: 'saw nothing' }
  const asked: RecorderName[] = []
  const trials = (blind: RecorderName[], engine = TRIED) => ({
    engine: () => Promise.resolve(engine),
    recorder: (name: RecorderName) => {
      asked.push(name)
      return Promise.resolve(blind.includes(name) ? BLIND : TRIED)
    }
  })

  beforeEach(() => {
    asked.length = 0
  })

  test('a recorder that sees nothing is not fit', async () => {
    const seen = examination(['bpftrace', 'hook', 'strace'])
    const { recorders, recordsWith } = await tryOut(seen, trials(['bpftrace']))
    expect(recordsWith).toEqual(['hook'])
    expect(asked).toEqual(['bpftrace', 'hook', 'strace'])
    expect(recorders.map(({ checks }) => checks.at(-1))).toEqual([
      BLIND,
      TRIED,
      MISSING,
      TRIED
    ])
  })

  test('none is tried where podman starts no container', async () => {
    const seen = examination(['bpftrace', 'hook'])
    const tried = await tryOut(
      seen,
      trials([], { ...BLIND, name: 'container' })
    )
    expect(verdictOf(tried)).toBe(
      'this runner cannot record; fix this first: container'
    )
    expect(asked).toEqual([])
  })
})
