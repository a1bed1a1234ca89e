import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { patchOf } from '../../../src/github/patch.ts'
import { effort } from '../../support/effort.ts'

let repository = ''

beforeAll(() => {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'unit-'))
  repository = fs.realpathSync(made)
  git(['init', '-q'])
})

afterAll(() => {
  fs.rmSync(repository, { recursive: true, force: true })
})

function git(args: string[], input = '') {
  return execFileSync('git', args, {
    cwd: repository,
    input,
    encoding: 'utf8',
    stdio: 'pipe',
    env: {
      PATH: process.env['PATH'],
      HOME: repository,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CEILING_DIRECTORIES: path.dirname(repository)
    }
  })
}

/** What git makes of the file `before` with our patch. */
function applied(file: string, before: string | undefined, after: string) {
  const whole = path.join(repository, file)
  const [top = file] = file.split('/')
  try {
    if (before !== undefined) {
      fs.mkdirSync(path.dirname(whole), { recursive: true })
      fs.writeFileSync(whole, before)
    }
    const patch = patchOf(file, before, after)
    git(['apply', '--check'], patch)
    git(['apply'], patch)
    return fs.readFileSync(whole)
  } finally {
    fs.rmSync(path.join(repository, top), { recursive: true, force: true })
  }
}

const OLD = '{\n  "names": [\n    "bind",\n    "read"\n  ]\n}\n'
const NEW = OLD.replace('"bind"', '"bind",\n    "bpf"')

test('the text of a patch', () => {
  expect(patchOf('sub/seccomp.json', OLD, NEW)).toBe(
    [
      'diff --git a/sub/seccomp.json b/sub/seccomp.json',
      '--- a/sub/seccomp.json',
      '+++ b/sub/seccomp.json',
      '@@ -1,6 +1,7 @@',
      ' {',
      '   "names": [',
      '     "bind",',
      '+    "bpf",',
      '     "read"',
      '   ]',
      ' }',
      ''
    ].join('\n')
  )
})

test('of a new file', () => {
  expect(patchOf('seccomp.json', undefined, '{}')).toBe(
    [
      'diff --git a/seccomp.json b/seccomp.json',
      'new file mode 100644',
      '--- /dev/null',
      '+++ b/seccomp.json',
      '@@ -0,0 +1,1 @@',
      '+{}',
      '\\ No newline at end of file',
      ''
    ].join('\n')
  )
})

test('of nothing', () => {
  expect(patchOf('seccomp.json', OLD, OLD)).toBe('')
})

test('an executable profile stays one', () => {
  const file = path.join(repository, 'x.json')
  fs.writeFileSync(file, OLD, { mode: 0o755 })
  git(['apply'], patchOf('x.json', OLD, NEW))
  expect(fs.statSync(file).mode & 0o111).not.toBe(0)
  fs.rmSync(file)
})

describe('git applies it', () => {
  test.each<[string, string | undefined, string]>([
    ['a change', OLD, NEW],
    ['a new file', undefined, NEW],
    ['a new file without a last line end', undefined, '{}'],
    ['an empty one before', '', NEW],
    ['a new empty one', undefined, ''],
    ['an empty one afterwards', OLD, ''],
    ['no line end before', OLD.trimEnd(), NEW],
    ['no line end afterwards', OLD, NEW.trimEnd()],
    ['no line end at all', OLD.trimEnd(), NEW.trimEnd()],
    ['nothing but the line end', OLD, OLD.trimEnd()],
    ['line ends of Windows', OLD.replaceAll('\n', '\r\n'), NEW],
    ['a carriage return alone', 'a\rb\n', 'a\rc\r'],
    [
      'lines like those of a patch',
      '--- a\n+++ b\n@@ -1 +1 @@\n',
      '-- x\n\\ No\n'
    ],
    [
      'other characters',
      '"ünï"\n"🌈"\n\u2028',
      '"ünï"\n"🦄"\n\u2028\u0085\ufeff'
    ],
    ['spaces at the end', 'a \n', 'a\t\n\n\n']
  ])('%s', (_, before, after) => {
    expect(applied('seccomp.json', before, after).toString()).toBe(after)
  })

  test.each([
    ['a b/c d.json'],
    ['ünïcode.json'],
    ['🌈/語.json'],
    ['a"b.json'],
    ['a\\b.json'],
    ['a\tb\nc.json'],
    ['\u0007\b\f\v\r\u0001\u007f.json'],
    ["$(id)'`.json"],
    ['-x.json'],
    ['a/x.json'],
    ['b/b/x.json'],
    ['x b/x.json'],
    [' x .json '],
    ['dev/null']
  ])('%j', file => {
    expect(applied(file, OLD, NEW).toString()).toBe(NEW)
    expect(applied(file, undefined, NEW).toString()).toBe(NEW)
    expect(applied(file, undefined, '').toString()).toBe('')
  })

  test('whatever it is, the bytes are those', () => {
    const lines = fc
      .array(
        fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom('{', '}', '', ' a', '\r') },
          fc.string({ unit: 'grapheme', maxLength: 8 })
        ),
        { maxLength: 30 }
      )
      .map(list => list.join('\n'))
    const before = fc.option(lines, { nil: undefined })
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter(
        name =>
          !/[/\0]|^\.+$|^\.git|^\.*git/i.test(name) &&
          // Windows' and macOS' names of it, which git refuses.
          !/~|\u200c/.test(name)
      )
    const file = fc
      .array(name, { minLength: 1, maxLength: 3 })
      .map(parts => parts.join('/'))
    fc.assert(
      fc.property(file, before, lines, (file, before, after) => {
        fc.pre(before !== after)
        expect(applied(file, before, after)).toEqual(Buffer.from(after))
      }),
      { numRuns: effort(30, 150) }
    )
  })
})

describe('a large file that is all new', () => {
  const numbered = (letter: string, length = 20_000) =>
    Array.from({ length }, (_, i) => `${letter}${i}\n`).join('')
  const [before, after] = [numbered('a'), numbered('b')]

  test.each<[string, string | undefined, string]>([
    ['from nothing', undefined, after],
    ['from an empty one', '', after],
    ['to an empty one', before, ''],
    ['without line ends', before.trimEnd(), after.trimEnd()],
    ['with blank lines', before.repeat(2), `\n\n${after}\n\n`]
  ])('%s', (_, before, after) => {
    expect(applied('large.json', before, after).toString()).toBe(after)
  })

  // A search for what both have takes time with the square of their lines.
  test('is replaced as a whole, though a line within stays', () => {
    const around = (letter: string) =>
      `${numbered(letter, 700)}stays\n${numbered(letter, 800)}`
    const [old, now] = [around('a'), around('b')]
    const patch = patchOf('large.json', old, now)
    expect(patch).toContain('\n-stays\n')
    expect(patch).toContain('\n+stays\n')
    expect(applied('large.json', old, now).toString()).toBe(now)
  })
})
