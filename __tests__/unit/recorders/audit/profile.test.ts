import { describe, expect, test } from '@jest/globals'

import { UserError } from '../../../../src/errors.ts'
import { loadProfile } from '../../../../src/profile/filter/load.ts'
import { letsThrough } from '../../../../src/profile/filter/returns.ts'
import type { Action, Profile, Rule } from '../../../../src/profile/types.ts'
import { loggingProfile } from '../../../../src/recorders/audit/profile.ts'
import { syscallNumbers } from '../../../../src/syscalls/numbers.ts'
import { caught } from '../../../support/caught.ts'
import { podmanDefault } from '../../../support/profiles/defaults.ts'

const ALLOW = 'SCMP_ACT_ALLOW'
const LOG = 'SCMP_ACT_LOG'
const ERRNO = 'SCMP_ACT_ERRNO'

const rule = (action: Action, ...names: string[]): Rule => ({
  names,
  action,
  args: []
})

const profile = (defaultAction: Action, ...syscalls: Rule[]): Profile => ({
  defaultAction,
  syscalls
})

const MACHINE = {
  architecture: 'SCMP_ARCH_X86_64',
  capabilities: ['CAP_CHOWN'],
  runtime: 'runc'
} as const

describe('loggingProfile', () => {
  test.each<[string, Profile, Profile]>([
    [
      'an allow-list',
      profile(ERRNO, rule(ALLOW, 'read'), rule('SCMP_ACT_TRACE', 'bpf')),
      profile(ERRNO, rule(LOG, 'read'), rule('SCMP_ACT_TRACE', 'bpf'))
    ],
    ['one that allows all', profile(ALLOW), profile(LOG)],
    [
      'rules that do what the default does',
      profile(ALLOW, rule(ALLOW, 'read'), rule(ERRNO, 'bpf')),
      profile(LOG, rule(ERRNO, 'bpf'))
    ],
    [
      'one that logs already',
      profile(LOG, rule(ALLOW, 'read'), rule(ERRNO, 'bpf')),
      profile(LOG, rule(ERRNO, 'bpf'))
    ]
  ])('%s', (_, given, expected) => {
    expect(loggingProfile(given)).toEqual(expected)
  })

  test("podman's default lets through the same, and logs it", () => {
    const given = loadProfile(podmanDefault(), MACHINE)
    const logging = loadProfile(loggingProfile(podmanDefault()), MACHINE)
    const names = Object.keys(syscallNumbers(MACHINE.architecture))
    const passing = names.filter(name =>
      letsThrough(given.decide(MACHINE.architecture, name) ?? 0)
    )
    expect(passing.length).toBeGreaterThan(200)
    for (const name of names) {
      expect([name, logging.decide(MACHINE.architecture, name)]).toEqual([
        name,
        passing.includes(name)
          ? 0x7ffc0000
          : given.decide(MACHINE.architecture, name)
      ])
    }
  })

  test.each([ALLOW, LOG] as const)(
    'refuses an exception that would get lost, default %s',
    async byDefault => {
      const other = byDefault === ALLOW ? LOG : ALLOW
      const given = profile(
        byDefault,
        rule(other, 'read'),
        rule(ERRNO, 'write', 'read')
      )
      const error = await caught(() => loggingProfile(given))
      expect(error).toBeInstanceOf(UserError)
      expect(String(error)).toContain('`read`')
    }
  )

  test('leaves what it was given as it was', () => {
    const given = profile(ERRNO, rule(ALLOW, 'read'))
    loggingProfile(given)
    expect(given).toEqual(profile(ERRNO, rule(ALLOW, 'read')))
  })
})
