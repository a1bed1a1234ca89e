import { expect, test } from '@jest/globals'

import { parseProfile } from '../../../src/profile/parse.ts'
import { type Refusals, refusalsOf } from '../../../src/profile/refusals.ts'
import { podmanDefault } from '../../support/profiles/podman-default.ts'

const ERRNO = 'SCMP_ACT_ERRNO'
const ALLOW = 'SCMP_ACT_ALLOW'
const arg = { index: 0, value: 1, op: 'SCMP_CMP_EQ' }

test.each<[string, Record<string, unknown>, Refusals]>([
  [
    'EPERM where nothing else is said',
    { defaultAction: ERRNO },
    { errnos: [1], conditional: [] }
  ],
  [
    'its default errno',
    { defaultAction: ERRNO, defaultErrnoRet: 38 },
    { errnos: [38], conditional: [] }
  ],
  [
    'its default errno by name, which wins',
    { defaultAction: ERRNO, defaultErrno: 'EINVAL', defaultErrnoRet: 38 },
    { errnos: [22], conditional: [] }
  ],
  [
    'those of rules, sorted as numbers, each once',
    {
      defaultAction: ERRNO,
      defaultErrnoRet: 38,
      syscalls: [
        { names: ['bpf'], action: ERRNO, errnoRet: 100 },
        { names: ['ptrace'], action: ERRNO, errno: 'ENOSYS' },
        { names: ['chown'], action: ERRNO }
      ]
    },
    { errnos: [1, 38, 100], conditional: [] }
  ],
  [
    'an errno that a rule may not have at last, whatever the capabilities',
    {
      defaultAction: ALLOW,
      syscalls: [
        {
          names: ['bpf'],
          action: ERRNO,
          errnoRet: 13,
          excludes: { caps: ['CAP_SYS_ADMIN'] }
        }
      ]
    },
    { errnos: [13], conditional: [] }
  ],
  [
    'none, where it kills or allows, or feigns success',
    {
      defaultAction: 'SCMP_ACT_KILL_PROCESS',
      defaultErrnoRet: 5,
      syscalls: [
        { names: ['read'], action: ALLOW, errnoRet: 7 },
        { names: ['bpf'], action: ERRNO, errnoRet: 0 }
      ]
    },
    { errnos: [], conditional: [] }
  ],
  [
    'and calls that arguments decide about, sorted, each once',
    {
      defaultAction: ERRNO,
      syscalls: [
        { names: ['socket', 'clone'], action: ALLOW, args: [arg] },
        { names: ['socket'], action: ERRNO, args: [arg] },
        { names: ['read'], action: ALLOW, args: [] }
      ]
    },
    { errnos: [1], conditional: ['clone', 'socket'] }
  ]
])('a profile refuses with %s', (_, json, refusals) => {
  const profile = parseProfile(JSON.stringify(json), 'f')
  expect(refusalsOf(profile)).toEqual(refusals)
})

test("podman's default", () => {
  expect(refusalsOf(podmanDefault)).toEqual({
    errnos: [1, 22, 38],
    conditional: ['personality', 'socket']
  })
})
