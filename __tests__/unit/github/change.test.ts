import { execFileSync } from 'node:child_process'

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import {
  blobId,
  commitMessage,
  standingOf
} from '../../../src/github/change.ts'
import type { ProfileDiff } from '../../../src/profile/compare/diff.ts'
import type { Verdict } from '../../../src/verdict/verdict.ts'
import { changeOf, FILE, MAIN } from '../../support/github/client.ts'
import { anyText } from '../../support/profiles/any-text.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const directory = useTemporaryDirectory()

const HEAD = 'a'.repeat(40)
const OTHER = 'b'.repeat(40)
const PLAIN = 0o100644

describe('a branch', () => {
  const change = changeOf(HEAD)
  const same = blobId(change.text, HEAD)
  const file = (mode: number, oid = OTHER) => ({ mode, oid })
  const no = {
    kind: 'refused',
    ref: MAIN,
    why: `\`${FILE}\` is not a regular file on that branch`
  }
  test.each<[string, Parameters<typeof standingOf>[0], object]>([
    ['that is not there', undefined, { kind: 'gone', ref: MAIN }],
    ['without the file', { head: HEAD, file: undefined }, { kind: 'ready' }],
    ['with a file', { head: HEAD, file: file(PLAIN) }, { kind: 'ready' }],
    ['with a program', { head: HEAD, file: file(0o100755) }, { kind: 'ready' }],
    ['of old', { head: HEAD, file: file(0o100664) }, { kind: 'ready' }],
    ['with a link', { head: HEAD, file: file(0o120000) }, no],
    ['with a directory', { head: HEAD, file: file(0o040000) }, no],
    ['with a submodule', { head: HEAD, file: file(0o160000) }, no],
    [
      'that has moved',
      { head: OTHER, file: file(PLAIN) },
      { kind: 'superseded', ref: MAIN }
    ],
    [
      'that has it',
      { head: HEAD, file: file(PLAIN, same) },
      { kind: 'there', ref: MAIN }
    ],
    [
      'that has moved and has it',
      { head: OTHER, file: file(PLAIN, same) },
      { kind: 'there', ref: MAIN }
    ]
  ])('%s', (_, branch, expected) => {
    const isReady = 'kind' in expected && expected.kind === 'ready'
    expect(standingOf(branch, change)).toEqual(
      isReady ? { ...expected, branch } : expected
    )
  })
})

test.each([
  ['sha1', 40],
  ['sha256', 64]
])('the id of a text is what git says, in %s', (format, length) => {
  const git = (args: string[], input = '') =>
    execFileSync('git', ['-C', directory(), ...args], { input })
      .toString()
      .trim()
  git(['init', '--quiet', `--object-format=${format}`])
  fc.assert(
    fc.property(anyText(), text => {
      expect(blobId(text, 'f'.repeat(length))).toBe(
        git(['hash-object', '--stdin'], text)
      )
    }),
    { numRuns: 15, examples: [[''], ['\r\n'], ['é😀\0']] }
  )
})

describe('the message', () => {
  type Input = Parameters<typeof commitMessage>[0]
  const diff = (more: Partial<ProfileDiff> = {}): ProfileDiff => ({
    added: [],
    removed: [],
    changed: [],
    settings: [],
    ways: new Map(),
    ...more
  })
  const many = Array.from({ length: 30 }, (_, i) => `some_call_${i}`)

  test.each<[string, Input, string, string]>([
    [
      'of a first profile',
      {
        wanted: '',
        file: 'a/seccomp.json',
        verdict: 'created',
        diff: diff({ added: ['bpf'] })
      },
      'chore(seccomp): create seccomp.json',
      'Dangerous: bpf\nNewly allowed: bpf'
    ],
    [
      'of new calls',
      {
        wanted: '',
        file: FILE,
        verdict: 'changed',
        diff: diff({ added: ['bpf', 'mount', 'sync'] })
      },
      'chore(seccomp): allow bpf, mount, sync',
      'Dangerous: bpf, mount\nNewly allowed: bpf, mount, sync'
    ],
    [
      'of a harmless call',
      {
        wanted: '',
        file: FILE,
        verdict: 'added',
        diff: diff({ added: ['sync'], removed: ['bpf'] })
      },
      'chore(seccomp): allow sync',
      'Newly allowed: sync\nNo longer allowed: bpf'
    ],
    [
      'of calls that left',
      {
        wanted: '',
        file: FILE,
        verdict: 'changed',
        diff: diff({ removed: ['bpf'] })
      },
      'chore(seccomp): no longer allow bpf',
      'No longer allowed: bpf'
    ],
    [
      'of settings',
      {
        wanted: '',
        file: FILE,
        verdict: 'changed',
        diff: diff({ settings: ['defaultAction'] })
      },
      'chore(seccomp): update seccomp.json',
      'Settings: defaultAction'
    ],
    [
      'of others’ words',
      {
        wanted: 'fix: profile',
        file: FILE,
        verdict: 'changed',
        diff: diff({ changed: ['clone'] })
      },
      'fix: profile',
      'Allowed differently: clone'
    ],
    [
      'of others’ words with a body',
      {
        wanted: 'fix\n\nbecause\n',
        file: FILE,
        verdict: 'changed',
        diff: diff({ added: ['bpf'] })
      },
      'fix',
      'because'
    ],
    [
      'of a file with an odd name',
      {
        wanted: '',
        file: 'a/@all #1.json',
        verdict: 'created',
        diff: diff()
      },
      'chore(seccomp): create the profile',
      ''
    ],
    [
      'of names that are none',
      {
        wanted: '',
        file: FILE,
        verdict: 'changed',
        diff: diff({ added: ['@all', 'bpf', 'closes #1'] })
      },
      'chore(seccomp): allow bpf',
      'Dangerous: bpf\nNewly allowed: bpf'
    ]
  ])('%s', (_, input, headline, body) => {
    expect(commitMessage(input)).toEqual({ headline, body })
  })

  test('of very many calls counts them', () => {
    const { headline, body } = commitMessage({
      wanted: '',
      file: FILE,
      verdict: 'removed',
      diff: diff({ removed: many })
    })
    expect(headline).toBe('chore(seccomp): no longer allow 30 system calls')
    expect(body.replaceAll('\n', ' ')).toBe(
      `No longer allowed: ${many.join(', ')}`
    )
  })

  test('is short in each line, and speaks to nobody', () => {
    const names = fc.array(
      fc.oneof(
        fc.stringMatching(/^[a-z_0-9]{1,30}$/),
        fc.constantFrom('@all', '#1', 'a b', '\n', 'a\n\nSigned-off-by: b')
      )
    )
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom<Verdict>('created', 'changed'),
        fc.record({
          added: names,
          removed: names,
          changed: names,
          settings: names,
          ways: fc.constant(new Map<string, string>())
        }),
        (file, verdict, diff) => {
          const { headline, body } = commitMessage({
            wanted: '',
            file,
            verdict,
            diff
          })
          expect(headline).toMatch(/^chore\(seccomp\): [\w.,\- ]{1,56}$/)
          for (const line of body === '' ? [] : body.split('\n')) {
            expect(line).toMatch(/^[\w,: ]{1,72}$/)
          }
        }
      )
    )
  })
})
