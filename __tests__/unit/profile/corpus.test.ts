import fs from 'node:fs'

import { describe, expect, test } from '@jest/globals'

import { UserError } from '../../../src/errors.ts'
import {
  normalizeProfile,
  sortedUnique
} from '../../../src/profile/normalize.ts'
import { parseProfile } from '../../../src/profile/parse.ts'
import { serializeProfile } from '../../../src/profile/serialize.ts'
import { caught } from '../../support/caught.ts'

const FOLDER = new URL('../../fixtures/profiles/', import.meta.url)

const namesIn = (folder: URL) =>
  fs.readdirSync(folder).filter(name => name.endsWith('.json'))

const read = (name: string) => fs.readFileSync(new URL(name, FOLDER), 'utf8')

const good = namesIn(FOLDER)

type Json = Record<string, unknown>

/**
 * What an engine reads, made without our own parser: numbers as they are
 * written, values that mean nothing taken away, names sorted, unknown keys
 * and all.
 */
function meaning(text: string): Json {
  const exact = (_: string, value: unknown, { source }: { source: string }) =>
    typeof value === 'number' ? `the number ${source}` : value
  const profile = JSON.parse(text, exact as never) as Json
  return without(profile, {
    architectures: sorted(profile['architectures']),
    flags: sorted(profile['flags']),
    archMap: listOf(profile['archMap']).map(entry => ({
      ...entry,
      subArchitectures: sorted(entry['subArchitectures']) ?? []
    })),
    syscalls: listOf(profile['syscalls']).map(({ name, ...rule }) =>
      without(rule, {
        names: sorted(name ? [name] : rule['names']),
        args: listOf(rule['args'])
          .map(arg =>
            arg['valueTwo'] === 'the number 0'
              ? without(arg, { valueTwo: null })
              : without(arg, {})
          )
          .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
        includes: filterOf(rule['includes']),
        excludes: filterOf(rule['excludes'])
      })
    )
  })
}

const filterOf = (filter: unknown) => {
  const { caps, arches, ...rest } = (filter ?? {}) as Json
  return without(rest, { caps: sorted(caps), arches: sorted(arches) })
}

const sorted = (list: unknown) =>
  Array.isArray(list) ? sortedUnique(list as string[]) : undefined

const listOf = (list: unknown) => (list ?? []) as Json[]

const KNOWN = new Set(
  (
    'defaultErrnoRet defaultErrno architectures archMap flags listenerPath ' +
    'listenerMetadata syscalls names errnoRet errno args comment includes ' +
    'excludes caps arches minKernel valueTwo'
  ).split(' ')
)

/** The object with these members, and without known keys of empty value. */
function without(object: Json, members: Json): Json {
  const isEmpty = (value: unknown) =>
    value === undefined ||
    ['null', '""', '[]', '{}'].includes(JSON.stringify(value))
  return Object.fromEntries(
    Object.entries({ ...object, ...members }).filter(
      ([key, value]) => !(KNOWN.has(key) && isEmpty(value))
    )
  )
}

describe('a profile from the wild', () => {
  test('there are enough of them, and the README tells of each', () => {
    const readme = read('README.md')
    expect(good.length).toBeGreaterThanOrEqual(25)
    const told = (name: string) => readme.includes(`\`${name}\``)
    expect(good.filter(name => !told(name))).toEqual([])
    const broken = Object.keys(BROKEN).map(name => `broken/${name}`)
    expect(broken.filter(name => !told(name))).toEqual([])
  })

  test.each(good)('%s is the same when it is written and read again', name => {
    const profile = normalizeProfile(parseProfile(read(name), name))
    const text = serializeProfile(profile)
    const again = parseProfile(text, name)
    expect(again).toEqual(profile)
    expect(serializeProfile(normalizeProfile(again))).toBe(text)
  })

  test.each(good)('%s keeps its meaning', name => {
    const profile = parseProfile(read(name), name)
    for (const written of [profile, normalizeProfile(profile)]) {
      expect(meaning(serializeProfile(written))).toEqual(meaning(read(name)))
    }
  })

  test('what is canonical stays as it is, byte for byte', () => {
    const profile = parseProfile(read('managed.json'), 'managed.json')
    expect(serializeProfile(normalizeProfile(profile))).toBe(
      read('managed.json')
    )
  })
})

const EXPECTED_UINT64 =
  'expected an unsigned 64-bit integer (0 to 18446744073709551615)'
const EXPECTED_INDEX = 'expected an argument index from 0 to 5'
const NO_NAMES =
  'names no system call; expected `names`, a list of at least one'

/**
 * The place in each broken file, the JSON path there (or else what is wrong
 * with the file as a whole), and what is said.
 */
const BROKEN: Record<string, [place: string, path: string, said: string]> = {
  'architectures-with-archmap.json': [
    '1:1',
    'the profile',
    'has both `architectures` and `archMap`'
  ],
  'blank.json': ['3:1', 'not JSON', 'it is empty'],
  'byte-order-mark.json': [
    '1:1',
    'not JSON',
    'starts with a byte order mark, which engines refuse; expected "{"'
  ],
  'comment.json': ['2:3', 'not JSON', 'unexpected "/"'],
  'cut-off.json': ['4:22', 'not JSON', 'it ends too early'],
  'duplicate-key-in-argument.json': [
    '8:34',
    'syscalls[0].args[0].value',
    'the key "value" occurs twice; expected it once'
  ],
  'duplicate-key-in-other-case.json': [
    '7:7',
    'syscalls[0].NAMES',
    'the key "NAMES" occurs twice: engines read it as `names`'
  ],
  'duplicate-key.json': [
    '7:7',
    'syscalls[0].names',
    'the key "names" occurs twice; expected it once'
  ],
  'empty-names.json': ['4:5', 'syscalls[0]', NO_NAMES],
  'empty.json': ['1:1', 'not JSON', 'it is empty'],
  'errno-number.json': [
    '7:16',
    'syscalls[0].errno',
    'expected a string, got 1'
  ],
  'errno-ret-65536.json': [
    '7:19',
    'syscalls[0].errnoRet',
    'expected an errno number up to 65535, got 65536'
  ],
  'errno-ret-text.json': [
    '7:19',
    'syscalls[0].errnoRet',
    'expected an errno number, got "EPERM"'
  ],
  'index-6.json': [
    '8:19',
    'syscalls[0].args[0].index',
    `${EXPECTED_INDEX}, got 6`
  ],
  'key-in-other-case-in-argument.json': [
    '8:34',
    'syscalls[0].args[0].valuetwo',
    'engines read this key as `valueTwo`; write it that way'
  ],
  'key-in-other-case.json': [
    '2:3',
    'DefaultAction',
    'engines read this key as `defaultAction`; write it that way'
  ],
  'key-with-long-s.json': [
    '3:3',
    '["ſyscalls"]',
    'engines read this key as `syscalls`; write it that way'
  ],
  'list-for-includes.json': [
    '7:19',
    'syscalls[0].includes',
    'expected an object with caps, arches or minKernel, got ["CAP_SYS_ADMIN"]'
  ],
  'list.json': [
    '1:1',
    'the profile',
    'expected a seccomp profile (a JSON object), got ["read","write"]'
  ],
  'name-with-names.json': [
    '4:5',
    'syscalls[0]',
    'has both `name` and `names`; expected one of them'
  ],
  'negative-index.json': [
    '8:19',
    'syscalls[0].args[0].index',
    `${EXPECTED_INDEX}, got -1`
  ],
  'negative-value.json': [
    '8:31',
    'syscalls[0].args[0].value',
    `${EXPECTED_UINT64}, got -1`
  ],
  'no-action.json': [
    '4:5',
    'syscalls[0].action',
    'missing; expected an action (one of SCMP_ACT_KILL, '
  ],
  'no-default-action.json': [
    '1:1',
    'defaultAction',
    'missing; expected an action (one of SCMP_ACT_KILL, '
  ],
  'no-names.json': ['4:5', 'syscalls[0]', NO_NAMES],
  'no-operator.json': [
    '8:9',
    'syscalls[0].args[0].op',
    'missing; expected an operator (one of SCMP_CMP_NE, '
  ],
  'not-json.json': ['1:1', 'not JSON', 'unexpected "#"'],
  'null-argument.json': [
    '7:16',
    'syscalls[0].args[0]',
    'expected an argument condition, got null'
  ],
  'number-for-name.json': [
    '5:25',
    'syscalls[0].names[1]',
    'expected a string, got 1'
  ],
  'raw-control.json': ['3:13', 'not JSON', 'unexpected "\\t"'],
  'text-for-capabilities.json': [
    '7:28',
    'syscalls[0].includes.caps',
    'expected a list of strings, got "CAP_SYS_ADMIN"'
  ],
  'text-for-names.json': [
    '5:16',
    'syscalls[0].names',
    'expected a list of strings, got "read"'
  ],
  'text-for-rules.json': [
    '3:15',
    'syscalls',
    'expected a list of rules, got "read"'
  ],
  'too-deep.json': ['1:105', 'nested more than 64 deep', ''],
  'trailing-comma.json': ['4:1', 'not JSON', 'unexpected "}"'],
  'two-documents.json': ['2:1', 'not JSON', 'unexpected "{"'],
  'unknown-action.json': [
    '6:17',
    'syscalls[0].action',
    'SCMP_ACT_NOTIFY), got "ALLOW"'
  ],
  'unknown-architecture.json': [
    '5:5',
    'architectures[1]',
    'SCMP_ARCH_RISCV64), got "amd64"'
  ],
  'unknown-default-action.json': [
    '2:20',
    'defaultAction',
    'SCMP_ACT_NOTIFY), got "SCMP_ACT_DENY"'
  ],
  'unknown-operator.json': [
    '8:40',
    'syscalls[0].args[0].op',
    'SCMP_CMP_MASKED_EQ), got "=="'
  ],
  'unknown-sub-architecture.json': [
    '6:28',
    'archMap[0].subArchitectures[0]',
    'SCMP_ARCH_RISCV64), got "i386"'
  ],
  'value-2-64.json': [
    '8:31',
    'syscalls[0].args[0].value',
    `${EXPECTED_UINT64}, got 18446744073709551616`
  ],
  'value-exponent.json': [
    '8:31',
    'syscalls[0].args[0].value',
    `${EXPECTED_UINT64}, got 1e3`
  ],
  'value-fraction.json': [
    '8:31',
    'syscalls[0].args[0].value',
    `${EXPECTED_UINT64}, got 9007199254740993.0`
  ],
  'value-text.json': [
    '8:31',
    'syscalls[0].args[0].value',
    `${EXPECTED_UINT64}, got "1"`
  ],
  'value-two-2-64.json': [
    '8:46',
    'syscalls[0].args[0].valueTwo',
    `${EXPECTED_UINT64}, got 18446744073709551616`
  ]
}

describe('a broken profile', () => {
  test('all of them are here', () => {
    const broken = namesIn(new URL('broken/', FOLDER))
    expect(Object.keys(BROKEN).sort()).toEqual(broken.sort())
  })

  test.each(Object.entries(BROKEN))(
    '%s is refused, with its place',
    async (name, [place, path, said]) => {
      const error = await caught(() =>
        parseProfile(read(`broken/${name}`), name)
      )
      expect(error).toBeInstanceOf(UserError)
      const { message, hint } = error as UserError
      const start = `${name}:${place}: ${path}${said === '' ? '' : ': '}`
      expect(message.slice(0, start.length)).toBe(start)
      expect(message.slice(start.length)).toContain(said)
      expect(hint).toMatch(/\S/)
    }
  )
})
