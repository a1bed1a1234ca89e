import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { marked, type Tokens } from 'marked'

import { patchOf } from '../../../src/github/patch.ts'
import { renderPatch, sayPublication } from '../../../src/report/publication.ts'
import { isPlain } from '../../../src/text/markdown.ts'
import type { Publication } from '../../../src/verdict/publication.ts'
import { isPublished } from '../../../src/verdict/publication.ts'
import { effort } from '../../support/effort.ts'
import { harmIn, hostile, htmlOf } from '../../support/hostile-text.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const ref = 'refs/heads/feature/x'
const sha = '0123456789abcdef0123456789abcdef01234567'

describe('what became of the profile', () => {
  test.each<[Publication, string]>([
    [
      { kind: 'committed', ref, sha },
      '**Committed** to `feature/x` as `0123456789ab`.'
    ],
    [{ kind: 'there', ref }, '`feature/x` already has this profile.'],
    [
      { kind: 'superseded', ref },
      "**Not committed: superseded by a newer push** to `feature/x`. This profile belongs to the commit that was tested. The run for the newer commit decides, if there is one: a commit made with the job's own token does not start a run."
    ],
    [{ kind: 'gone', ref }, '**Not committed**: `feature/x` no longer exists.'],
    [
      {
        kind: 'refused',
        ref,
        why: 'the token lacks a permission: give the job `permissions: contents: write`'
      },
      '**Not committed** to `feature/x`: the token lacks a permission: give the job `permissions: contents: write`.'
    ],
    [
      { kind: 'left', why: 'the input `commit` is `never`' },
      'Not committed: the input `commit` is `never`.'
    ]
  ])('%j', (publication, sentence) => {
    expect(sayPublication(publication)).toBe(sentence)
    const isThere = ['committed', 'there'].includes(publication.kind)
    expect(isPublished(publication)).toBe(isThere)
  })

  test('nothing published is not published', () => {
    expect(isPublished(undefined)).toBe(false)
  })

  test('neither a branch nor what GitHub says is more than text', () => {
    const publication = fc.oneof(
      fc.record({
        kind: fc.constantFrom('committed', 'there', 'superseded', 'gone'),
        ref: hostile,
        sha: hostile
      }),
      fc.record({ kind: fc.constant('refused'), ref: hostile, why: hostile }),
      fc.record({ kind: fc.constant('left'), why: hostile })
    ) as fc.Arbitrary<Publication>
    fc.assert(
      fc.property(publication, publication => {
        const said = sayPublication(publication)
        expect(said).not.toContain('\n')
        expect(harmIn(said)).toEqual([])
        const blocks = marked.lexer(said).map(({ type }) => type)
        expect(blocks).toEqual(['paragraph'])
      }),
      { numRuns: effort(100, 1000) }
    )
  })
})

describe('the patch, pasted into a shell', () => {
  const temporary = useTemporaryDirectory()

  const run = (program: string, args: string[]) =>
    execFileSync(program, args, {
      cwd: temporary(),
      encoding: 'utf8',
      stdio: 'pipe',
      env: {
        PATH: process.env['PATH'],
        HOME: temporary(),
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CEILING_DIRECTORIES: path.dirname(temporary())
      }
    })

  beforeEach(() => {
    run('git', ['init', '-q'])
  })

  /** The only block of code on the page that the fold makes. */
  function commandOf(patch: string): string {
    const blocks = marked.lexer(`before\n\n${renderPatch(patch)}\n\nafter`)
    const codes = blocks.filter((b): b is Tokens.Code => b.type === 'code')
    expect(codes).toMatchObject([{ lang: 'sh' }])
    return codes[0]?.text ?? ''
  }

  /** The file after the command, which must have touched no other one. */
  function pasted(file: string, before: string | undefined, after: string) {
    const whole = path.join(temporary(), file)
    fs.mkdirSync(path.dirname(whole), { recursive: true })
    if (before !== undefined) fs.writeFileSync(whole, before)
    const command = commandOf(patchOf(file, before, after))
    expect(run('bash', ['-c', command])).toBe('')
    const left = fs
      .readdirSync(temporary(), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => path.join(entry.parentPath, entry.name))
      .filter(name => !name.startsWith(path.join(temporary(), '.git/')))
    expect(left).toEqual([whole])
    const is = fs.readFileSync(whole, 'utf8')
    fs.rmSync(whole)
    return is
  }

  const OLD = '{\n  "names": [\n    "bind",\n    "read"\n  ]\n}\n'
  const NEW = OLD.replace('"bind"', '"bind",\n    "bpf"')

  test.each<[string, string | undefined, string]>([
    ['a new file', undefined, NEW],
    ['a change', OLD, NEW],
    ['no line end afterwards', OLD, NEW.trimEnd()],
    ['no line end before', OLD.trimEnd(), NEW],
    ['no line end at all', OLD.trimEnd(), NEW.trimEnd()],
    ['a new file without a line end', undefined, '{}'],
    ['tabs, and space at the ends', '\t{ \n', '\t{\t\n \n'],
    ['backticks', OLD, '```\n`id`\n````sh\n```'],
    ['its own end', 'END_OF_PATCH\n', "x\nEND_OF_PATCH\n'END_OF_PATCH'\n"],
    ['what a shell would run', OLD, '$(touch a)\n`touch b`\n${HOME} \\\n"\n'],
    ['what a page would show', OLD, '</pre></details>\n<b>&amp;\n# x\n@m #1\n'],
    ['other characters', OLD, '"ünï"\n"🌈"\n\u00a0\ufeff\u200b\n']
  ])('%s', (_, before, after) => {
    expect(pasted('seccomp.json', before, after)).toBe(after)
  })

  test.each([
    'a b/c d.json',
    'a"b.json',
    "a'b.json",
    'a`b`.json',
    '$(touch a).json',
    '-x.json',
    'a\\b.json',
    'a\nEND_OF_PATCH\nb.json',
    'END_OF_PATCH',
    '</details>.json',
    'ünï/🌈.json'
  ])('of a file %j', file => {
    expect(pasted(file, OLD, NEW)).toBe(NEW)
    expect(pasted(file, undefined, NEW)).toBe(NEW)
  })

  test('whatever the lines are', () => {
    const line = fc.oneof(
      fc.constantFrom('END_OF_PATCH', '```', '~~~', '`', '', ' ', '</details>'),
      fc.constantFrom('$(touch a)', '`touch a`', "'", '"', '\\', '-- ', '+++ '),
      fc.string({ unit: 'grapheme', maxLength: 8 })
    )
    const text = fc.array(line, { maxLength: 12 }).map(all => all.join('\n'))
    const before = fc.option(text, { nil: undefined })
    fc.assert(
      fc.property(before, text, (before, after) => {
        fc.pre(before !== after && isPlain(`${before ?? ''}${after}`))
        expect(pasted('seccomp.json', before, after)).toBe(after)
      }),
      { numRuns: effort(30, 60) }
    )
  })

  test('as many lines and backticks as a profile can have', () => {
    const after = '`a\n'.repeat(87_000)
    const command = commandOf(patchOf('seccomp.json', OLD, after))
    expect(command.split('\n').filter(l => l === '+`a')).toHaveLength(87_000)
  })
})

describe('a patch that a page would not carry', () => {
  test.each([
    ['a carriage return', '\r'],
    ['a NUL', '\0'],
    ['colours', '\x1b[31m'],
    ['C1', '\x85'],
    ['a separator of lines', '\u2028'],
    ['half a character', '\ud83c'],
    ['what was no UTF-8', '\ufffd'],
    ['the other direction', '\u202e'],
    ['an isolate', '\u2067'],
    ['a mark of direction', '\u200f'],
    ['the Arabic one', '\u061c']
  ])('%s: is not shown', (_, character) => {
    const patch = patchOf('seccomp.json', undefined, `{"a${character}b": 1}\n`)
    const text = renderPatch(patch)
    expect(text).toContain('cannot be shown as a patch')
    expect(text).not.toMatch(/git apply|<details>/)
    expect(htmlOf(text)).not.toContain('<code')
  })
})
