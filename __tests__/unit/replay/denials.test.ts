import { describe, expect, test } from '@jest/globals'

import { NO_POLICY, parsePolicy } from '../../../src/candidate/policy.ts'
import { MANAGED_COMMENT } from '../../../src/profile/managed.ts'
import type { Profile, Rule } from '../../../src/profile/types.ts'
import type { DeniedCall } from '../../../src/recorders/recording.ts'
import {
  explainDenials,
  fixable,
  forbidden,
  type InForce
} from '../../../src/replay/denials.ts'
import { PODMAN_DEFAULT_CAPABILITIES } from '../../../src/syscalls/capabilities.ts'
import { podmanDefault } from '../../support/profiles/podman-default.ts'

const rule = (action: Rule['action'], ...names: string[]): Rule => ({
  names,
  action,
  args: []
})
const managed = (one: Rule): Rule => ({ ...one, comment: MANAGED_COMMENT })
const profile = (...syscalls: Rule[]): Profile => ({
  defaultAction: 'SCMP_ACT_ERRNO',
  syscalls
})

const IN_FORCE: InForce = {
  profile: profile(managed(rule('SCMP_ACT_ALLOW', 'read'))),
  engineDefault: podmanDefault,
  recordUnder: 'default',
  architecture: 'SCMP_ARCH_X86_64',
  capabilities: PODMAN_DEFAULT_CAPABILITIES,
  runtimePrograms: ['runc:[2:INIT]'],
  locate: (index, name) => ({ line: index + 1, column: name.length })
}

const call = (name: string, ...comms: string[]): DeniedCall => ({
  name,
  errno: 38,
  programs: comms.map(comm => ({ comm, count: 1 }))
})
const explain = (denied: DeniedCall, inForce: Partial<InForce> = {}) => {
  const [denial, ...others] = explainDenials([denied], {
    ...IN_FORCE,
    ...inForce
  })
  expect(others).toEqual([])
  return denial
}
const whyOf = (name: string, inForce: Partial<InForce> = {}) =>
  explain(call(name), inForce)?.why

describe('why a call is refused', () => {
  test('nobody forbids it: the profile lacks it', () => {
    expect(whyOf('chmod')).toEqual({ kind: 'not recorded' })
  })

  test("the engine's default refuses it, too", () => {
    expect(whyOf('bpf')).toEqual({ kind: 'default' })
    expect(whyOf('bpf', { recordUnder: 'allow-all' })).toEqual({
      kind: 'not recorded'
    })
  })

  test('what the default allows depends on the capabilities', () => {
    const capabilities = [...PODMAN_DEFAULT_CAPABILITIES, 'CAP_SYS_ADMIN']
    expect(whyOf('bpf')).toEqual({ kind: 'default' })
    expect(whyOf('bpf', { capabilities })).toEqual({ kind: 'not recorded' })
  })

  test('the default allows it with other arguments, and so does the profile', () => {
    const [one] = podmanDefault.syscalls.filter(
      ({ names, args }) => names.includes('personality') && args.length > 0
    )
    const own = managed({ ...rule('SCMP_ACT_ALLOW', 'personality') })
    const narrow = { ...own, args: one?.args ?? [] }
    expect(narrow.args).not.toEqual([])
    expect(whyOf('personality', { profile: profile(narrow) })).toEqual({
      kind: 'default'
    })
  })

  test.each(['default', 'allow-all'] as const)(
    'a number without a name is never to be added, under %s',
    recordUnder => {
      const denied = [call('#451')]
      const denials = explainDenials(denied, { ...IN_FORCE, recordUnder })
      expect(fixable(denials)).toEqual([])
    }
  )

  test('the input deny names it, or a group of it does', () => {
    const policy = parsePolicy({ deny: '@debug\nchmod', allow: '' })
    expect(whyOf('ptrace', { policy })).toEqual({
      kind: 'deny',
      line: '@debug'
    })
    expect(whyOf('chmod', { policy })).toEqual({ kind: 'deny', line: 'chmod' })
    expect(whyOf('fchmod', { policy })).toEqual({ kind: 'not recorded' })
    expect(whyOf('chmod', { policy: NO_POLICY })).toEqual({
      kind: 'not recorded'
    })
  })
})

describe('a rule of the user', () => {
  const allow = rule('SCMP_ACT_ALLOW', 'chmod')
  const refuse = rule('SCMP_ACT_ERRNO', 'chmod')
  const other = rule('SCMP_ACT_ALLOW', 'write')
  const OURS = managed(rule('SCMP_ACT_ALLOW', 'read'))

  test('that refuses is the reason, whatever else allows', () => {
    const all = profile(other, OURS, allow, refuse)
    expect(whyOf('chmod', { profile: all })).toEqual({
      kind: 'rule',
      // Managed rules are not counted.
      at: { line: 3, column: 5 }
    })
  })

  test('comes before the policy', () => {
    const policy = parsePolicy({ deny: 'chmod', allow: '' })
    const all = profile(refuse)
    expect(whyOf('chmod', { profile: all, policy })).toMatchObject({
      kind: 'rule'
    })
  })

  test('for other containers is none', () => {
    const elsewhere: Rule = { ...refuse, includes: { arches: ['arm64'] } }
    expect(whyOf('chmod', { profile: profile(elsewhere) })).toEqual({
      kind: 'not recorded'
    })
    const second = profile(elsewhere, refuse)
    expect(whyOf('chmod', { profile: second })).toEqual({
      kind: 'rule',
      at: { line: 2, column: 5 }
    })
  })

  test('that nobody can find is one all the same', () => {
    const all = { profile: profile(refuse), locate: () => undefined }
    expect(whyOf('chmod', all)).toEqual({ kind: 'rule', at: undefined })
  })
})

describe('who made the call', () => {
  test.each([
    ['the runtime alone', ['runc:[2:INIT]'], true],
    ['the tests alone', ['sh'], false],
    ['both', ['runc:[2:INIT]', 'sh'], false],
    ['nobody knows', [], false]
  ])('%s', (_, comms, byRuntime) => {
    expect(explain(call('chmod', ...comms))?.byRuntime).toBe(byRuntime)
  })

  test('is kept, as are errno and order', () => {
    const denied = [call('chown', 'b'), call('chmod', 'a`|\n')]
    const kept = explainDenials(denied, IN_FORCE)
    expect(kept).toMatchObject(denied)
  })
})

test('what is forbidden is never mended, and what only the default refuses is neither', () => {
  const policy = parsePolicy({ deny: 'ptrace', allow: '' })
  const denials = explainDenials(
    ['chmod', 'bpf', 'ptrace', 'mkdir'].map(name => call(name)),
    {
      ...IN_FORCE,
      policy,
      profile: profile(rule('SCMP_ACT_ERRNO', 'mkdir'))
    }
  )
  const names = (some: { name: string }[]) => some.map(({ name }) => name)
  expect(names(fixable(denials))).toEqual(['chmod'])
  expect(names(forbidden(denials))).toEqual(['ptrace', 'mkdir'])
})
