import { expect, test } from '@jest/globals'

import type { Action, Profile, Rule } from '../../../src/profile/types.ts'
import type { RecordedCall } from '../../../src/recorders/recording.ts'
import { refusedOf } from '../../../src/replay/audit-watch.ts'

const ALLOW = 'SCMP_ACT_ALLOW'
const LOG = 'SCMP_ACT_LOG'
const ERRNO = 'SCMP_ACT_ERRNO'

const MACHINE = {
  architecture: 'SCMP_ARCH_X86_64',
  capabilities: ['CAP_CHOWN']
} as const

const rule = (action: Action, ...names: string[]): Rule => ({
  names,
  action,
  args: []
})

const call = (name: string, ...comms: string[]): RecordedCall => ({
  name,
  programs: comms.map((comm, index) => ({ comm, count: index + 1 }))
})

const calls = [
  { ...call('chmod', 'chmod'), architecture: 'SCMP_ARCH_X86' as const },
  call('execve', 'runc:[2:INIT]', 'sh'),
  call('execveat', 'sh'),
  call('mkdir', 'mkdir', 'install')
]

const refused = (candidate: Profile) =>
  refusedOf({ calls }, candidate, MACHINE).map(({ name }) => name)

test('all that was logged but the start, with who made it', () => {
  const candidate: Profile = {
    defaultAction: ERRNO,
    defaultErrno: 'ENOSYS',
    syscalls: [rule(ALLOW, 'execve', 'execveat')]
  }
  expect(refusedOf({ calls }, candidate, MACHINE)).toEqual([
    {
      name: 'chmod',
      architecture: 'SCMP_ARCH_X86',
      programs: [{ comm: 'chmod', count: 1 }],
      errno: 38
    },
    {
      name: 'mkdir',
      programs: [
        { comm: 'mkdir', count: 1 },
        { comm: 'install', count: 2 }
      ],
      errno: 38
    }
  ])
})

test.each<[Partial<Profile>, number]>([
  [{}, 1],
  [{ defaultErrnoRet: 13 }, 13],
  [{ defaultErrnoRet: 13, defaultErrno: 'EINVAL' }, 22]
])('the errno of %j is %d', (given, errno) => {
  const candidate: Profile = { defaultAction: ERRNO, syscalls: [], ...given }
  const errnos = refusedOf({ calls }, candidate, MACHINE).map(c => c.errno)
  expect(new Set(errnos)).toEqual(new Set([errno]))
})

test('a start that the candidate refuses is told of', () => {
  const candidate: Profile = {
    defaultAction: ERRNO,
    syscalls: [rule(ALLOW, 'execve')]
  }
  expect(refused(candidate)).toEqual(['chmod', 'execveat', 'mkdir'])
})

test('rules for other containers say nothing', () => {
  const candidate: Profile = {
    defaultAction: ERRNO,
    syscalls: [
      rule(ALLOW, 'execve', 'execveat'),
      { ...rule(ALLOW, 'chmod'), includes: { caps: ['CAP_CHOWN'] } },
      { ...rule(ALLOW, 'mkdir'), includes: { caps: ['CAP_SYS_ADMIN'] } }
    ]
  }
  expect(refused(candidate)).toEqual(['mkdir'])
})

test.each([ALLOW, LOG] as const)('a deny-list (%s) has none', defaultAction => {
  expect(refused({ defaultAction, syscalls: [rule(ERRNO, 'chmod')] })).toEqual(
    []
  )
})
