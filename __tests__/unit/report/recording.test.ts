import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { marked, type Tokens } from 'marked'

import { renderCalls, renderRecording } from '../../../src/report/recording.ts'
import { ALWAYS_KEPT } from '../../../src/syscalls/kept.ts'
import type { Findings } from '../../../src/verdict/findings.ts'
import { effort } from '../../support/effort.ts'
import { callsOf, findings } from '../../support/findings.ts'
import { commInCell } from '../../support/recordings.ts'

const by = (comm: string, count = 1) => ({ comm, count })
const READ = {
  name: 'read',
  programs: [by('sh', 2), by('runc:[2:INIT]')],
  runs: 1,
  origin: 'both' as const
}

/** All that is told of the recordings. */
const renderAll = (found: Findings) =>
  `${renderRecording(found)}\n\n${renderCalls(found)}`

/** The lines of a table's body. */
const rowsOf = (text: string) =>
  text.split('\n').filter(line => line.startsWith('| `'))

describe('renderRecording', () => {
  test('says nothing where nothing is known', () => {
    expect(renderRecording(findings())).toBe('')
    const hooks = callsOf({ ...READ, programs: [] })
    expect(renderRecording(findings({ calls: hooks }))).toBe('')
    expect(renderCalls(findings({ calls: hooks }))).toBe('')
  })

  test('all calls, with whose they are and who made them', () => {
    const text = renderCalls(
      findings({
        calls: callsOf(
          READ,
          {
            name: 'waitpid',
            architecture: 'SCMP_ARCH_X86',
            programs: [{ ...by('a', 1000), atLeast: true }],
            runs: 1,
            origin: 'application'
          },
          { ...READ, name: 'write', origin: 'runtime' },
          { ...READ, name: 'bind', programs: [] }
        )
      })
    )
    expect(text).toContain('Recorded: 3 system calls, and who made them')
    expect(rowsOf(text)).toEqual([
      '| `read` | both | `sh` × 2, `runc:[2:INIT]` × 1 |',
      '| `waitpid` (SCMP_ARCH_X86) | tests | `a` × 1,000 or more |',
      '| `write` | runtime | `sh` × 2, `runc:[2:INIT]` × 1 |'
    ])
  })

  test('of several runs, in how many each call is', () => {
    const text = renderAll(
      findings({
        runs: 3,
        calls: callsOf({ ...READ, runs: 3 }, { ...READ, name: 'bind', runs: 2 })
      })
    )
    expect(text).toContain('### Not made in every one of the 3 runs')
    expect(text).toContain('\n- `bind`: in 2 of 3\n')
    expect(text).not.toContain('- `read`')
    expect(rowsOf(text)).toEqual([
      '| `read` | both | `sh` × 2, `runc:[2:INIT]` × 1 | 3 |',
      '| `bind` | both | `sh` × 2, `runc:[2:INIT]` × 1 | 2 |'
    ])
  })

  test('what every profile has may come by chance, and is not told of', () => {
    const calls = ALWAYS_KEPT.map(name => ({ ...READ, name }))
    const bind = { ...READ, name: 'bind' }
    expect(renderRecording(findings({ runs: 2, calls }))).toBe('')
    const text = renderRecording(
      findings({ runs: 2, calls: callsOf(...calls, bind) })
    )
    expect(text.match(/^- .*$/gm)).toEqual(['- `bind`: in 1 of 2'])
  })

  test.each([
    [1, 'EPERM'],
    [38, 'ENOSYS'],
    [22, 'errno 22']
  ])('what was refused with %i: %s', (errno, text) => {
    const refused = [{ name: 'bpf', programs: [by('tool', 2)], errno }]
    const report = renderRecording(findings({ refused }))
    expect(report).toContain('### Refused while the tests ran')
    expect(report).toContain(`\n- \`bpf\` (${text}): \`tool\` × 2`)
    expect(report).toContain('`record-under: allow-all`')
  })

  // A `\` ahead of a `|` is taken away in tables only.
  test('a program of a list is called what it is called', () => {
    const refused = [{ name: 'bpf', programs: [by('a|b')], errno: 1 }]
    const report = renderRecording(findings({ refused }))
    expect(marked.parse(report)).toContain('<code>a|b</code>')
  })

  test('what is in doubt, and what nobody can know', () => {
    const text = renderRecording(
      findings({ doubts: ['Only one saw it.'], blind: ['It is blind.'] })
    )
    expect(text).toBe(
      '### Limits of this recording\n\n- Only one saw it.\n- It is blind.'
    )
  })

  test("calls in doubt stay in code, others' words are words", () => {
    const doubts = ['Only bpftrace saw `read`, `a_b`: @somebody <b> lost it.']
    expect(renderRecording(findings({ doubts }))).toContain(
      '- Only bpftrace saw `read`, `a_b`: `@somebody` `<b>` lost it.'
    )
  })

  test('no program can be more than a name in code', () => {
    // Letters that no word of the report's own has.
    const programs = fc.array(
      commInCell.map(name => by(`ZQZ${name}ZQZ`)),
      { minLength: 1, maxLength: 4 }
    )
    const headings = (text: string) =>
      marked.lexer(text).filter(({ type }) => type === 'heading').length
    fc.assert(
      fc.property(programs, programs, (programs, others) => {
        const report = renderAll(
          findings({
            runs: 2,
            calls: callsOf(
              { ...READ, programs },
              { ...READ, name: 'bind', programs: others }
            ),
            refused: [{ name: 'bpf', programs, errno: 1 }]
          })
        )
        expect(headings(report)).toBe(2)
        const tables = marked
          .lexer(report)
          .filter(({ type }) => type === 'table') as Tokens.Table[]
        expect(tables.map(({ rows }) => rows.length)).toEqual([2])
        for (const row of tables[0]?.rows ?? []) {
          expect(row).toHaveLength(4)
          expect(row[3]?.text).toBe('1')
        }
        const html = marked.parse(report, { async: false })
        expect(html.replace(/<code>.*?<\/code>/g, '')).not.toContain('ZQZ')
      }),
      { numRuns: effort(100, 300) }
    )
  })
})
