import { describe, expect, test } from '@jest/globals'

import type { Check } from '../../../src/checks/check.ts'
import {
  checkHeaders,
  lockdownCheck,
  tracefsCheck,
  tracefsOf
} from '../../../src/checks/kernel.ts'
import { parseMounts } from '../../../src/checks/mounts.ts'
import { auditChecks } from '../../../src/recorders/audit/check.ts'

describe('lockdownCheck', () => {
  test.each<[string | undefined, Check['state'], RegExp]>([
    [undefined, 'absent', /^none$/],
    ['[none] integrity confidentiality\n', 'ok', /^none$/],
    ['none [integrity] confidentiality\n', 'ok', /^integrity$/],
    ['none integrity [confidentiality]\n', 'missing', /may not read/]
  ])('%j', (text, state, found) => {
    const check = lockdownCheck(text)
    expect(check.state).toBe(state)
    expect(check.found).toMatch(found)
  })
})

describe('tracefs', () => {
  const TRACEFS = 'tracefs /sys/kernel/tracing tracefs rw 0 0'
  const DEBUGFS = 'debugfs /sys/kernel/debug debugfs rw 0 0'

  test.each<[string[], string | undefined]>([
    [[], undefined],
    [[TRACEFS], '/sys/kernel/tracing'],
    [[DEBUGFS], '/sys/kernel/debug/tracing'],
    [[DEBUGFS, TRACEFS], '/sys/kernel/tracing']
  ])('%j is at %s', (lines, expected) => {
    expect(tracefsOf(parseMounts(lines.join('\n')))).toBe(expected)
  })

  test.each([
    [undefined, 'gone', 'missing', /^sudo mount /],
    ['/t', 'gone', 'missing', /CONFIG_FTRACE_SYSCALLS/],
    ['/t', 'hidden', 'ok', undefined],
    ['/t', 'there', 'ok', undefined]
  ] as const)('%s with its tracepoint %s is %s', (at, presence, state, fix) => {
    const check = tracefsCheck(at, presence)
    expect(check.state).toBe(state)
    if (fix) expect(check.fix).toMatch(fix)
    else expect(check.fix).toBeUndefined()
  })
})

test('the headers of a kernel that is not there', async () => {
  const check = await checkHeaders('0.0.1-none')
  // A machine with /sys/kernel/kheaders.tar.xz has headers of its own kernel.
  if (check.state === 'ok') {
    expect(check.found).toBe('/sys/kernel/kheaders.tar.xz')
  } else {
    expect(check.fix).toMatch(/(kernel-devel|linux-headers)-0\.0\.1-none /)
  }
})

describe('auditChecks', () => {
  const GOOD = {
    loginuid: '4294967295',
    actionsLogged: 'kill_process kill_thread trap errno user_notif trace log\n',
    commandLine: 'quiet audit=1 console=ttyS0 xaudit=0 audit=01\n',
    canRead: true,
    canControl: true
  }

  test('a login that was never set needs no right', () => {
    const [check] = auditChecks({ ...GOOD, canControl: false })
    expect(check?.state).toBe('ok')
  })

  test('a machine that has all', () => {
    expect(auditChecks(GOOD).map(({ state }) => state)).toEqual(['ok', 'ok'])
  })

  test.each([
    ['no audit', { loginuid: undefined }, 0, /CONFIG_AUDIT/],
    ['off', { commandLine: 'quiet audit=0\n' }, 0, /^Boot without audit=0\.$/],
    ['off, too', { commandLine: 'audit=off ro' }, 0, /without audit=off\.$/],
    ['no right', { canRead: false }, 0, /AUDIT_READ/],
    [
      'a login that stays',
      { loginuid: '1000', canControl: false },
      0,
      /AUDIT_CONTROL/
    ],
    ['no logging', { actionsLogged: undefined }, 1, /4\.14/],
    [
      'log is not logged',
      { actionsLogged: 'kill_process trap\n' },
      1,
      /actions_logged='kill_process trap log'$/
    ],
    ['nothing is', { actionsLogged: '\n' }, 1, /actions_logged='log'$/]
  ])('%s', (_, files, at, fix) => {
    const check = auditChecks({ ...GOOD, ...files })[at]
    expect(check?.state).toBe('missing')
    expect(check?.fix).toMatch(fix)
  })
})
