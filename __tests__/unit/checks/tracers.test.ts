import { describe, expect, test } from '@jest/globals'

import type { Check } from '../../../src/checks/check.ts'
import type { Version } from '../../../src/checks/version.ts'
import { bpftraceCheck } from '../../../src/recorders/bpftrace/check.ts'
import { librariesCheck } from '../../../src/recorders/hook/check.ts'
import { hookCheck } from '../../../src/recorders/hook/check.ts'
import { straceCheck } from '../../../src/recorders/strace/check.ts'

describe('hookCheck', () => {
  test.each<[Version | undefined, string, Check['state'], RegExp]>([
    [[1, 2, 8], '6.1.0-40-amd64', 'weak', /set-up/],
    [[1, 2, 10], '6.18.9-200.fc43.x86_64', 'weak', /set-up/],
    [[1, 2, 10], '6.19.0-1.fc44.x86_64', 'weak', /may fail to compile/],
    [[1, 2, 11], '6.18.9', 'ok', /^1\.2\.11, \/hook$/],
    [[1, 2, 11], '6.19.0', 'weak', /may fail to compile/],
    [[1, 2, 11], '7.0.1', 'weak', /may fail to compile/],
    [[1, 3, 0], '7.0.1', 'ok', /^1\.3\.0, \/hook$/],
    [undefined, '7.0.1', 'ok', /^version unknown, \/hook$/]
  ])('%j on %s is %s', (version, kernel, state, found) => {
    const check = hookCheck('/hook', version, kernel)
    expect(check.state).toBe(state)
    expect(check.found).toMatch(found)
    expect(check.fix === undefined).toBe(state === 'ok')
  })
})

describe('librariesCheck', () => {
  const commands = { installBcc: 'get bcc', install: 'get hook' }

  test.each<[string[], Check['state'], string | undefined]>([
    [[], 'ok', undefined],
    [['libbcc.so.0'], 'missing', 'get bcc'],
    [['libelf.so.1', 'libbcc.so.0'], 'missing', 'get bcc'],
    [['libseccomp.so.2'], 'missing', 'get hook']
  ])('%j', (missing, state, fix) => {
    const check = librariesCheck(missing, commands)
    expect(check).toMatchObject({ state })
    expect(check.fix).toBe(fix)
  })
})

const OK: Check = { name: 'x', state: 'ok', found: '1.0, /x' }
const MISSING: Check = { name: 'x', state: 'missing', found: 'not installed' }

describe('bpftraceCheck', () => {
  test('one that is too old is weak', () => {
    const check = bpftraceCheck({ check: OK, version: [0, 16, 9] })
    expect(check.state).toBe('weak')
    expect(check.fix).toMatch(/\S/)
  })

  test.each<[string, Check, Version | undefined]>([
    ['a tried one', OK, [0, 17, 0]],
    ['a new one', OK, [1, 0, 0]],
    ['one of no version', OK, undefined],
    ['none', MISSING, undefined]
  ])('%s stays what it is', (_, check, version) => {
    expect(bpftraceCheck({ check, ...(version && { version }) })).toEqual(check)
  })
})

describe('straceCheck', () => {
  const can = { canTrace: true, scope: '1\n' }

  test.each([
    ['scope 3', { ...can, scope: '3\n' }, /ptrace_scope/],
    ['no right', { canTrace: false, scope: undefined }, /SYS_PTRACE/]
  ])('%s', (_, rights, fix) => {
    const check = straceCheck({ check: OK, version: [5, 15, 0] }, rights)
    expect(check.state).toBe('missing')
    expect(check.fix).toMatch(fix)
  })

  test.each([
    ['all is there', OK, can],
    ['root may trace under scope 2', OK, { ...can, scope: '2\n' }],
    ['no strace', MISSING, { canTrace: false, scope: '3\n' }]
  ])('%s: stays what it is', (_, check, rights) => {
    expect(straceCheck({ check }, rights)).toEqual(check)
  })

  test('one without the options that are needed', () => {
    const check = straceCheck({ check: OK, version: [5, 10, 0] }, can)
    expect(check.state).toBe('missing')
    expect(check.found).toMatch(/5\.15 or later/)
  })
})
