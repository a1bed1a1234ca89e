import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { marked, type Token, type Tokens } from 'marked'

import { UserError } from '../../../src/errors.ts'
import type { Denial, Why } from '../../../src/replay/denials.ts'
import { type Replay, SKIPPED } from '../../../src/replay/replay.ts'
import { renderReplay } from '../../../src/report/replay.ts'
import { hostileText } from '../../support/profiles/arbitraries.ts'
import { commInCell } from '../../support/recordings.ts'

const PASSED: Replay = {
  ...SKIPPED,
  result: 'passed',
  watch: 'bpftrace',
  rounds: 1,
  made: 62
}

const render = (replay: Partial<Replay>) =>
  renderReplay({ ...PASSED, ...replay }, 'a/seccomp.json')

const denial = (
  name: string,
  comms: string[] = [],
  why: Why = { kind: 'not recorded' }
): Denial => ({
  name,
  errno: 38,
  programs: comms.map(comm => ({ comm, count: 2 })),
  why,
  byRuntime: false
})

const DEFAULT: Why = { kind: 'default' }
const FAILED: Partial<Replay> = {
  result: 'failed',
  failure: new UserError('the tests fail', {
    code: 'recording',
    hint: 'Mend them.'
  })
}

/** All tokens of a text. */
function tokensOf(text: string): Token[] {
  const all: Token[] = []
  void marked.walkTokens(marked.lexer(text), token => {
    all.push(token)
  })
  return all
}
const typesOf = (text: string) => tokensOf(text).map(({ type }) => type)

test('a replay that was not made is not told of', () => {
  expect(render({ result: 'skipped' })).toBe('')
})

describe('one line', () => {
  test('says what was seen', () => {
    const line = render({})
    expect(line).toContain('the tests passed')
    expect(line).toContain('62 different system calls, 0 refused')
    expect(line).not.toMatch(/times|blocked/)
  })

  test('counts the rounds, and refusals on purpose apart', () => {
    const line = render({
      result: 'healed',
      rounds: 2,
      denied: [denial('bpf', [], DEFAULT)],
      healed: [denial('chmod')]
    })
    expect(line).toContain('2 times')
    expect(line).toContain(
      "0 refused, and 1 blocked by your rules or podman's default"
    )
  })

  test('does not count what nobody saw', () => {
    const line = render({ watch: 'nobody', made: undefined })
    expect(line).not.toMatch(/\d refused|different/)
    expect(line).toContain('this runner cannot tell')
  })

  test('tells of the proof where there is one', () => {
    const [without, hidden, seen] = [
      undefined,
      { filters: undefined },
      { filters: 1 }
    ].map(canary => render({ canary }))
    expect(without).not.toContain('enforce')
    expect(hidden).not.toContain('enforce')
    expect(seen).toContain('enforce')
  })
})

describe('a failure', () => {
  test('comes first, as it was said', () => {
    const [heading, , code] = marked.lexer(render(FAILED))
    expect(heading).toMatchObject({
      type: 'heading',
      text: 'The replay failed'
    })
    expect(code ?? heading).toMatchObject({ type: 'code' })
    expect(render(FAILED)).toContain('the tests fail\nMend them.')
    expect(render(FAILED)).not.toContain('the tests passed')
  })

  test('needs no hint', () => {
    expect(
      render({
        ...FAILED,
        failure: new UserError('bad', { code: 'recording' })
      })
    ).toContain('text\nbad\n`')
  })
})

test('refused calls: to whom, what they returned and why', () => {
  const text = render({
    denied: [
      denial('ptrace', ['gdb'], { kind: 'deny', line: '@debug' }),
      { ...denial('chmod', [], DEFAULT), errno: 1 }
    ]
  })
  const table = marked
    .lexer(text)
    .find((token): token is Tokens.Table => token.type === 'table')
  expect(table?.rows.map(row => row.map(cell => cell.text))).toEqual([
    ['`ptrace`', '`gdb` × 2', 'ENOSYS', expect.stringContaining('@debug')],
    ['`chmod`', 'not known', 'EPERM', expect.stringContaining('default')]
  ])
})

test('calls that a replay brought: each with who made it', () => {
  const text = render({
    result: 'healed',
    healed: [
      denial('chmod', ['install']),
      denial('chown'),
      { ...denial('capset', ['crun']), byRuntime: true }
    ]
  })
  expect(text).toContain('3 system calls')
  expect(text).toMatch(/- `chmod`: `install` × 2$/m)
  expect(text).toMatch(/- `chown`: caller unknown$/m)
  expect(text).toMatch(/- `capset`: `crun` × 2, the OCI runtime$/m)
})

describe('other runtimes', () => {
  const runtime = { runtime: 'runc 1.3', said: '', denied: [] }

  test('that start a container', () => {
    const text = render({
      runtimes: [
        { ...runtime, result: 'starts' },
        { ...runtime, runtime: 'broken', result: 'not here' }
      ]
    })
    expect(text).toContain('A container also starts under it with `runc 1.3`.')
    expect(text).not.toContain('broken')
  })

  test('that cannot, with what they said', () => {
    const text = render({
      runtimes: [
        {
          ...runtime,
          result: 'refused',
          denied: [{ name: 'capset', errno: 38, programs: [] }],
          said: '```\n@m <b>'
        }
      ]
    })
    const codes = tokensOf(text).filter(({ type }) => type === 'code')
    expect(codes).toMatchObject([{ text: '```\n@m <b>' }])
    expect(text).toContain('`capset`')
  })
})

test('whatever programs, runtimes and tests say, the report keeps its shape', () => {
  const plain = (text: string) => text.replace(/[\p{L}\p{N}]/gu, 'x')
  const report = (comm: string, said: string) =>
    render({
      ...FAILED,
      failure: new UserError(said, { code: 'recording', hint: said }),
      denied: [denial('chmod', [comm], { kind: 'deny', line: comm })],
      healed: [denial('mkdir', [comm])],
      runtimes: [
        {
          runtime: comm,
          result: 'refused',
          denied: [{ name: comm, errno: 38, programs: [] }],
          said
        },
        { runtime: comm, result: 'starts' }
      ]
    })
  const shape = typesOf(report('sh', 'no')).filter(type => type !== 'text')
  const notBlank = commInCell.filter(comm => comm.trim() !== '')
  fc.assert(
    fc.property(notBlank, hostileText, (comm, said) => {
      const types = typesOf(report(comm, said || plain(comm)))
      expect(types.filter(type => type !== 'text')).toEqual(shape)
    })
  )
})
