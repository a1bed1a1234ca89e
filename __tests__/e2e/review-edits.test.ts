import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { MANAGED_COMMENT } from '../../src/profile/managed.ts'
import { some } from '../support/effort.ts'
import {
  createSite,
  pullRequestOf,
  pushOf,
  type Site
} from '../support/site.ts'

type Json = Record<string, unknown>

/** One site for all: each edit is a pull request of its own. */
let site: Site
let main = ''

beforeAll(async () => {
  site = await createSite()
  const { exitCode } = await site.step(pushOf(site.head()), {
    recorder: 'audit'
  })
  expect(exitCode).toBe(0)
  site.checkout('refs/heads/main')
  site.scratch.write('seccomp.json', edited(adding(...BEFORE)))
  main = site.push()
}, 120_000)

afterAll(() => site.close())

const ALLOW = 'SCMP_ACT_ALLOW'

interface Rule extends Json {
  names: string[]
}
interface Profile extends Json {
  syscalls: Rule[]
}

const adding =
  (...rules: Json[]) =>
  (profile: Profile) => ({
    ...profile,
    syscalls: [...profile.syscalls, ...rules]
  })
const allowing = (names: string[], more: Json = {}) =>
  adding({ names, action: ALLOW, ...more })
const setting = (members: Json) => (profile: Profile) => ({
  ...profile,
  ...members
})
const managing =
  (change: (names: string[]) => string[]) => (profile: Profile) => ({
    ...profile,
    syscalls: profile.syscalls.map(rule =>
      'args' in rule || rule['comment'] === undefined
        ? rule
        : { ...rule, names: change(rule.names) }
    )
  })

const eq = (index: number, value: number) => ({
  index,
  value,
  op: 'SCMP_CMP_EQ'
})

/** Rules of the file that the edits change. */
const BEFORE = [
  { names: ['lchown'], action: ALLOW },
  { names: ['personality'], action: ALLOW, args: [eq(0, 8)] },
  {
    names: ['chmod'],
    action: ALLOW,
    args: [{ index: 1, value: 0o6000, valueTwo: 0, op: 'SCMP_CMP_MASKED_EQ' }]
  },
  { names: ['acct'], action: 'SCMP_ACT_TRAP' }
]

/** Changes the rule about a call. */
const changing =
  (name: string, change: (rule: Rule) => Json) =>
  ({ syscalls, ...rest }: Profile) => ({
    ...rest,
    syscalls: syscalls.map(rule =>
      rule.names.includes(name) ? change(rule) : rule
    )
  })

/** What a pull request does to the file, and what it is told of. */
const EDITS: [
  title: string,
  edit: (profile: Profile) => unknown,
  /** The words that the start of the comment has. */
  told: string,
  /** With `fail-on: dangerous`. */
  exitCode: 0 | 1
][] = [
  ['a rule of ones own', allowing(['ptrace', 'bpf', 'mount']), 'ptrace', 1],
  ['another default', setting({ defaultAction: ALLOW }), 'default-action', 1],
  [
    'LOG as default',
    setting({ defaultAction: 'SCMP_ACT_LOG' }),
    'default-action',
    1
  ],
  [
    'TRACE as default',
    setting({ defaultAction: 'SCMP_ACT_TRACE' }),
    'default-action',
    1
  ],
  [
    'NOTIFY as default',
    setting({ defaultAction: 'SCMP_ACT_NOTIFY', listenerPath: '/run/x' }),
    'default-action',
    1
  ],
  ['errno 0 as default', setting({ defaultErrnoRet: 0 }), 'errno-0', 1],
  [
    'errno 0 in a rule',
    adding({ names: ['setuid'], action: 'SCMP_ACT_ERRNO', errnoRet: 0 }),
    'errno-0',
    1
  ],
  [
    'behind a capability',
    allowing(['mount'], { includes: { caps: ['CAP_SYS_ADMIN'] } }),
    'mount',
    1
  ],
  [
    'behind a capability that is shut out',
    allowing(['mount'], { excludes: { caps: ['CAP_CHOWN'] } }),
    'mount',
    1
  ],
  [
    'behind an architecture',
    allowing(['ptrace'], { includes: { arches: ['amd64'] } }),
    'ptrace',
    1
  ],
  [
    'behind a kernel',
    allowing(['ptrace'], { includes: { minKernel: '4.8' } }),
    'ptrace',
    1
  ],
  [
    'for some arguments',
    allowing(['ptrace'], { args: [eq(0, 16)] }),
    'ptrace',
    1
  ],
  [
    'a supervisor for a call',
    adding({ names: ['mount'], action: 'SCMP_ACT_NOTIFY' }),
    'mount',
    1
  ],
  [
    'a tracer for a call',
    adding({ names: ['mount'], action: 'SCMP_ACT_TRACE' }),
    'mount',
    1
  ],
  ['a listener', setting({ listenerPath: '/run/x.sock' }), 'listener', 1],
  [
    '32-bit programs',
    setting({ architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'] }),
    'architecture: x86',
    1
  ],
  [
    'x32',
    setting({ architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X32'] }),
    'architecture: x32',
    1
  ],
  [
    'a name put into the managed rule',
    managing(names => [...names, 'ptrace']),
    'ptrace',
    1
  ],
  [
    'a forged managed rule',
    allowing(['bpf'], { comment: MANAGED_COMMENT }),
    'bpf',
    1
  ],
  [
    'two rules that open together',
    adding(
      { names: ['keyctl'], action: ALLOW, args: [eq(0, 0)] },
      {
        names: ['keyctl'],
        action: ALLOW,
        args: [{ index: 0, value: 0, op: 'SCMP_CMP_NE' }]
      }
    ),
    'keyctl',
    1
  ],
  [
    'a group of mounts',
    allowing(['fsopen', 'fsmount', 'move_mount']),
    'fsmount',
    1
  ],
  [
    'socket for more families',
    (profile: Profile) => ({
      ...profile,
      syscalls: [
        ...profile.syscalls,
        { names: ['socket'], action: ALLOW, args: [eq(0, 38)] }
      ]
    }),
    'socket',
    1
  ],
  ['an ordinary call by hand', allowing(['mkdir']), 'mkdir', 0],
  ['a call behind socketcall', allowing(['recvmmsg']), 'recvmmsg', 0],
  [
    'arguments dropped',
    changing('personality', rule => ({ ...rule, args: [] })),
    'personality',
    0
  ],
  [
    'a mask widened',
    changing('chmod', rule => ({
      ...rule,
      args: [{ index: 1, value: 0o4000, valueTwo: 0, op: 'SCMP_CMP_MASKED_EQ' }]
    })),
    'chmod',
    0
  ],
  [
    'TRAP to ALLOW',
    changing('acct', rule => ({ ...rule, action: ALLOW })),
    'acct',
    0
  ],
  ['a name in other letters', allowing(['PTRACE']), 'PTRACE', 0],
  ['a name that is no call yet', allowing(['ptrace2']), 'ptrace2', 0],
  ['another errno', setting({ defaultErrnoRet: 1 }), 'default errno', 0],
  [
    'a refusal that kills',
    adding({ names: ['mkdir'], action: 'SCMP_ACT_KILL_PROCESS' }),
    'mkdir',
    0
  ],
  [
    'a flag',
    setting({ flags: ['SECCOMP_FILTER_FLAG_SPEC_ALLOW'] }),
    'flags',
    0
  ],
  [
    'a call less',
    ({ syscalls, ...rest }) => ({
      ...rest,
      syscalls: syscalls.filter(({ names }) => !names.includes('lchown'))
    }),
    'narrower',
    0
  ]
]

// All are unit tests, too: unit/verdict/review.test.ts.
test.each(some(EDITS, 14))('%s', async (_, edit, told, exitCode) => {
  const result = await proposed('seccomp.json', edit)
  const [, heading = '', ...rest] =
    /^<!--.*-->\n\n(.*)\n([^]*)$/.exec(result.comment) ?? []
  expect(heading).toContain('seccomp-lock: ')
  expect(`${heading}\n${rest.join('').slice(0, 200)}`).toContain(told)
  expect([told, result.exitCode]).toEqual([told, exitCode])
})

test.each<[string, (profile: Profile) => unknown]>([
  [
    'the order of keys and names',
    ({ syscalls, ...rest }) => ({
      syscalls: syscalls.map(({ names, ...rule }) => ({
        names: names.toReversed(),
        ...rule
      })),
      ...rest
    })
  ],
  [
    'an empty rule',
    adding({ names: ['write'], action: ALLOW, comment: 'twice' })
  ]
])('%s is no finding', async (_, edit) => {
  const { comment, exitCode } = await proposed('seccomp.json', edit)
  expect([comment, exitCode]).toEqual(['', 0])
})

test('a deleted profile', async () => {
  const { comment, exitCode } = await proposed('seccomp.json', () => undefined)
  expect(comment).toMatch(/❌ this change deletes `seccomp.json`/)
  expect(exitCode).toBe(1)
})

test('a renamed profile is compared with what it was', async () => {
  const rename = await proposed('deploy/lock.json', p => p)
  expect([rename.comment, rename.exitCode]).toEqual(['', 0])
  const opened = await proposed('deploy/lock.json', allowing(['ptrace']))
  expect(opened.comment).toMatch(/dangerous call.*`ptrace`/)
  expect(opened.comment).toContain('compared with `seccomp.json` in `main`')
  expect(opened.exitCode).toBe(1)
})

test('mode: verify does not call a profile that allows everything good', async () => {
  const open = setting({ defaultAction: ALLOW })
  const verify = { mode: 'verify', replay: 'on' }
  const { comment, exitCode } = await proposed('seccomp.json', open, verify)
  expect(comment).toContain('❌ `seccomp.json` lets through every call')
  expect(exitCode).toBe(1)
  const named = await proposed('seccomp.json', open, {
    ...verify,
    'accept-dangerous': 'default-action # for now'
  })
  expect(named.comment).toContain('### 🔒 seccomp-lock: ⚠️ ')
  expect(named.exitCode).toBe(0)
})

/** The file of the workspace, changed. */
function edited(edit: (profile: Profile) => unknown): string {
  const profile = JSON.parse(site.scratch.profile() ?? '') as Profile
  return `${JSON.stringify(edit(profile), undefined, 2)}\n`
}

let pulls = 100

/** A pull request that does this to the file, under a name that can be new. */
async function proposed(
  file: string,
  edit: (profile: Profile) => unknown,
  inputs: Record<string, string> = {}
) {
  const number = pulls++
  site.checkout('refs/heads/main')
  const before = site.scratch.profile() ?? ''
  const after = edit(JSON.parse(before) as Profile)
  site.scratch.delete('seccomp.json')
  if (after !== undefined) {
    site.scratch.write(file, `${JSON.stringify(after, undefined, 2)}\n`)
  }
  const head = site.push(`refs/heads/edit-${number}`)
  expect(head).not.toBe(main)
  const { exitCode } = await site.step(pullRequestOf(site, head, { number }), {
    'fail-on': 'dangerous',
    recorder: 'audit',
    removals: 'report',
    profile: file,
    ...inputs
  })
  const [comment] = site.github.comments(number)
  return { exitCode, comment: comment?.body ?? '' }
}
