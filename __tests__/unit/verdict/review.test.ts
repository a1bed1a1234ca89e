import fs from 'node:fs'

import { describe, expect, test } from '@jest/globals'

import { parseAcceptance } from '../../../src/candidate/acceptance.ts'
import { NO_POLICY, parsePolicy } from '../../../src/candidate/policy.ts'
import { diffProfiles } from '../../../src/profile/compare/diff.ts'
import { MANAGED_COMMENT } from '../../../src/profile/managed.ts'
import { parseProfile } from '../../../src/profile/parse.ts'
import { serializeProfile } from '../../../src/profile/serialize.ts'
import type { Arg, Profile, Rule } from '../../../src/profile/types.ts'
import { PODMAN_DEFAULT_CAPABILITIES } from '../../../src/syscalls/capabilities.ts'
import type { Base, Version } from '../../../src/verdict/base.ts'
import { type Review, reviewOf } from '../../../src/verdict/review.ts'
import { podmanDefault } from '../../support/profiles/podman-default.ts'

const PATH = 'example-app/seccomp.json'
const TEXT = fs.readFileSync(PATH, 'utf8')
const BASE = parseProfile(TEXT, PATH)

const X86_64 = 'SCMP_ARCH_X86_64' as const
const X86 = 'SCMP_ARCH_X86' as const

const rule = (name: string, members: Partial<Rule> = {}): Rule => ({
  names: [name],
  action: 'SCMP_ACT_ALLOW',
  args: [],
  ...members
})

const plus = (profile: Profile, ...rules: Rule[]): Profile => ({
  ...profile,
  syscalls: [...profile.syscalls, ...rules]
})

const without = (profile: Profile, name: string): Profile => ({
  ...profile,
  syscalls: profile.syscalls
    .map(r => ({ ...r, names: r.names.filter(other => other !== name) }))
    .filter(({ names }) => names.length > 0)
})

const when = (op: string, value: bigint, valueTwo = 0n): Partial<Rule> => ({
  args: [{ index: 0, value, valueTwo, op: `SCMP_CMP_${op}` as Arg['op'] }]
})

/** The base can run 32-bit programs: rules about `socket` would forbid that. */
const NO_SOCKET = without(BASE, 'socket')
const BOTH: Profile = { ...NO_SOCKET, architectures: [X86_64, X86] }

const ERRNO = { action: 'SCMP_ACT_ERRNO', errnoRet: 1 } as const
const BOGUS = { action: 'SCMP_ACT_ERRNO', errno: 'EBOGUS' } as const
const ADMIN = { includes: { caps: ['CAP_SYS_ADMIN'] } }
const INET = plus(NO_SOCKET, rule('socket', when('EQ', 2n)))
const MANY_CAPS = Array.from({ length: 13 }, (_, index) => `CAP_${index}`)

/** Conditions on one argument, of which any may hold; the last one does. */
const alternatives = (count: number): Partial<Rule> => ({
  args: Array.from({ length: count }, (_, index): Arg => ({
    index: 1,
    value: BigInt(index === 6 ? 0 : index + 1),
    valueTwo: 0n,
    op: index === 6 ? 'SCMP_CMP_GE' : 'SCMP_CMP_EQ'
  }))
})

interface Story {
  base?: Base | undefined
  versions?: Version[]
  path?: string
  accept?: string
  allow?: string
  deny?: string
}

const on = (profile: Profile | undefined, path = PATH): Base => ({
  kind: 'read',
  name: 'main',
  commit: 'c'.repeat(40),
  file: profile && { path, text: serializeProfile(profile) }
})

function reviewed(
  file: Profile | undefined,
  {
    base = on(BASE),
    versions = [],
    accept = '',
    allow = '',
    deny = ''
  }: Story = {}
): Review {
  return reviewOf({
    change: {
      lineage: { base, versions, head: undefined, isMerge: false },
      path: PATH,
      today: '2026-01-01'
    },
    file,
    candidate: undefined,
    needed: undefined,
    engineDefault: podmanDefault,
    architecture: X86_64,
    capabilities: PODMAN_DEFAULT_CAPABILITIES,
    acceptance: parseAcceptance(accept),
    policy: `${allow}${deny}` === '' ? NO_POLICY : parsePolicy({ allow, deny }),
    makerOf: () => ({ by: 'unknown' })
  })
}

/** `ptrace opens`; what nobody has named has a `!`. */
const told = ({ findings, unnamed }: Review) => {
  const names = unnamed.map(({ subject }) => subject.name)
  const found = findings.map(({ subject: { name }, effect }) => ({
    name,
    effect
  }))
  return [
    ...found.map(
      ({ name, effect }) =>
        `${name} ${effect}${names.includes(name) ? '!' : ''}`
    ),
    ...names
      .filter(name => !found.some(finding => finding.name === name))
      .map(name => `${name}!`)
  ]
}

const EDITS: [what: string, after: Profile, told: string[], from?: Profile][] =
  [
    ['ptrace', plus(BASE, rule('ptrace')), ['ptrace opens!']],
    ['bpf', plus(BASE, rule('bpf')), ['bpf opens!']],
    ['mount', plus(BASE, rule('mount')), ['mount opens!']],
    ['a harmless call', plus(BASE, rule('sync')), ['sync opens']],
    [
      'all three',
      plus(BASE, rule('sync'), rule('ptrace'), rule('bpf')),
      ['bpf opens!', 'ptrace opens!', 'sync opens']
    ],
    ...(['ALLOW', 'LOG', 'TRACE'] as const).map(
      (action): [string, Profile, string[]] => [
        `the default ${action}`,
        { ...BASE, defaultAction: `SCMP_ACT_${action}` },
        ['default-action opens!']
      ]
    ),
    [
      'the default NOTIFY',
      { ...BASE, defaultAction: 'SCMP_ACT_NOTIFY', listenerPath: '/run/x' },
      ['default-action opens!', 'listener opens!']
    ],
    [
      'an open default with a rule of its own',
      plus({ ...BASE, defaultAction: 'SCMP_ACT_LOG' }, rule('ptrace')),
      ['default-action opens!', 'ptrace opens!']
    ],
    ['errno 0', { ...BASE, defaultErrnoRet: 0 }, ['errno-0 opens!']],
    [
      'errno 0 in a rule',
      plus(BASE, rule('setns', { action: 'SCMP_ACT_ERRNO', errnoRet: 0 })),
      ['errno-0 opens!', 'setns opens!']
    ],
    [
      'another errno',
      { ...BASE, defaultErrnoRet: 1 },
      ['default-errno changes']
    ],
    [
      'a rule behind a capability',
      plus(BASE, rule('ptrace', { includes: { caps: ['CAP_SYS_PTRACE'] } })),
      ['ptrace opens!']
    ],
    [
      'a rule behind an architecture',
      plus(BASE, rule('ptrace', { includes: { arches: ['arm64'] } })),
      ['ptrace opens!']
    ],
    [
      'a rule that a capability shuts out, no longer',
      plus(BASE, rule('sync')),
      ['sync opens'],
      plus(BASE, rule('sync', { excludes: { caps: ['CAP_SYS_ADMIN'] } }))
    ],
    [
      'a rule behind a kernel of the future',
      plus(BASE, rule('ptrace', { includes: { minKernel: '99.0' } })),
      ['ptrace opens!']
    ],
    [
      'no more condition',
      plus(BASE, rule('unshare')),
      ['unshare opens!'],
      plus(BASE, rule('unshare', when('EQ', 0n)))
    ],
    [
      'a wider mask',
      plus(
        without(BASE, 'clone'),
        rule('clone', when('MASKED_EQ', 0x10000000n))
      ),
      ['clone opens'],
      plus(
        without(BASE, 'clone'),
        rule('clone', when('MASKED_EQ', 0x7e020000n))
      )
    ],
    [
      'a narrower mask',
      plus(
        without(BASE, 'clone'),
        rule('clone', when('MASKED_EQ', 0x7e020000n))
      ),
      ['clone changes'],
      plus(
        without(BASE, 'clone'),
        rule('clone', when('MASKED_EQ', 0x10000000n))
      )
    ],
    [
      'a trap that lets go',
      plus(BASE, rule('ptrace')),
      ['ptrace opens!'],
      plus(BASE, rule('ptrace', { action: 'SCMP_ACT_TRAP' }))
    ],
    [
      'an error in place of the end',
      plus(BASE, rule('ptrace', { action: 'SCMP_ACT_ERRNO', errnoRet: 1 })),
      ['ptrace changes'],
      plus(BASE, rule('ptrace', { action: 'SCMP_ACT_KILL' }))
    ],
    [
      'a supervisor for one call',
      plus(BASE, rule('ptrace', { action: 'SCMP_ACT_NOTIFY' })),
      ['listener opens!', 'ptrace opens!']
    ],
    ['32-bit programs', BOTH, ['architecture: x86 opens!'], NO_SOCKET],
    [
      '32-bit programs that no engine can load',
      { ...BASE, architectures: [X86_64, X86] },
      ['architecture: x86 opens!']
    ],
    [
      '32-bit programs by the map',
      {
        ...NO_SOCKET,
        archMap: [{ architecture: X86_64, subArchitectures: [X86] }]
      },
      ['architecture: x86 opens!'],
      NO_SOCKET
    ],
    [
      'x32',
      { ...BASE, architectures: [X86_64, 'SCMP_ARCH_X32'] },
      ['architecture: x32 opens!']
    ],
    [
      '32-bit programs of ARM',
      { ...BASE, architectures: [X86_64, 'SCMP_ARCH_ARM'] },
      ['architecture: arm opens!', 'architectures changes']
    ],
    [
      'socketcall',
      plus(BOTH, rule('socketcall')),
      ['socketcall opens', 'architecture: x86!'],
      BOTH
    ],
    [
      'sockets of AF_ALG',
      plus(
        NO_SOCKET,
        rule('socket', when('EQ', 2n)),
        rule('socket', when('EQ', 38n))
      ),
      ['socket opens!'],
      plus(NO_SOCKET, rule('socket', when('EQ', 2n)))
    ],
    [
      'sockets of AF_INET6',
      plus(
        NO_SOCKET,
        rule('socket', when('EQ', 2n)),
        rule('socket', when('EQ', 10n))
      ),
      ['socket opens'],
      plus(NO_SOCKET, rule('socket', when('EQ', 2n)))
    ],
    ['a listener', { ...BASE, listenerPath: '/run/x' }, ['listener opens!']],
    [
      'flags',
      { ...BASE, flags: ['SECCOMP_FILTER_FLAG_SPEC_ALLOW'] },
      ['flags changes']
    ],
    // libseccomp does not know it, so it lets nothing through.
    ['a name in other letters', plus(BASE, rule('PTRACE')), ['PTRACE opens']],
    [
      'two rules that open it together',
      plus(
        BASE,
        rule('ptrace', when('LT', 16n)),
        rule('ptrace', when('GE', 16n))
      ),
      ['ptrace opens!']
    ],
    [
      "the managed rule's comment, forged",
      plus(BASE, rule('ptrace', { comment: MANAGED_COMMENT })),
      ['ptrace opens!']
    ],
    // moby reads `errnoRet` alone.
    [
      'errno 0 in Docker alone',
      plus(BASE, rule('setreuid', { ...ERRNO, errno: 'EPERM', errnoRet: 0 })),
      ['errno-0 opens!', 'setreuid opens'],
      plus(BASE, rule('setreuid', { ...ERRNO, errno: 'EPERM', errnoRet: 1 }))
    ],
    [
      'a default of errno 0 in Docker alone',
      { ...BASE, defaultErrno: 'ENOSYS', defaultErrnoRet: 0 },
      ['errno-0 opens!']
    ],
    [
      'errno 0 behind a capability, in Docker alone',
      plus(BASE, rule('setreuid', { ...BOGUS, errnoRet: 0, ...ADMIN })),
      ['errno-0 opens!', 'setreuid opens']
    ],
    [
      'a call of containers that lack one capability of two',
      plus(
        without(BASE, 'mkdir'),
        rule('mkdir', { ...ERRNO, excludes: { caps: ['CAP_CHOWN'] } }),
        rule('mkdir', { ...ERRNO, includes: { caps: ['CAP_NET_ADMIN'] } }),
        rule('mkdir')
      ),
      ['mkdir opens'],
      plus(
        without(BASE, 'mkdir'),
        rule('mkdir', { ...ERRNO, excludes: { caps: ['CAP_CHOWN'] } }),
        rule('mkdir', { ...ERRNO, includes: { caps: ['CAP_NET_ADMIN'] } })
      )
    ],
    [
      'a rule behind a capability, for everyone',
      plus(BASE, rule('unshare')),
      ['unshare opens!'],
      plus(BASE, rule('unshare', ADMIN))
    ],
    [
      'a kernel of the future, made one of today',
      plus(BASE, rule('lchown', { includes: { minKernel: '4.8' } })),
      ['lchown opens'],
      plus(BASE, rule('lchown', { includes: { minKernel: '99.0' } }))
    ],
    [
      'old kernels, made all kernels',
      plus(BASE, rule('lchown', { excludes: { minKernel: '99.0' } })),
      ['lchown opens'],
      plus(BASE, rule('lchown', { excludes: { minKernel: '4.8' } }))
    ],
    ...[
      { includes: { caps: ['CAP_SYS_ADMIN'] } },
      { excludes: { caps: ['CAP_CHOWN'] } },
      { includes: { arches: ['arm64'] } }
    ].map((filter): [string, Profile, string[], Profile] => [
      `sockets of AF_ALG, ${JSON.stringify(filter)}`,
      plus(INET, rule('socket', { ...when('EQ', 38n), ...filter })),
      ['socket opens!'],
      INET
    ]),
    ...[
      [38n, 1, 5n | 0x80000n],
      [38n, 2, 1n],
      [17n, 2, 0x300n]
    ].map(([family, index, value]): [string, Profile, string[], Profile] => [
      `sockets of family ${family}, argument ${index} ${value}`,
      plus(
        INET,
        rule('socket', {
          args: [
            {
              index: 0,
              value: BigInt(family ?? 0),
              valueTwo: 0n,
              op: 'SCMP_CMP_EQ'
            },
            {
              index: Number(index),
              value: BigInt(value ?? 0),
              valueTwo: 0n,
              op: 'SCMP_CMP_EQ'
            }
          ]
        })
      ),
      ['socket opens!'],
      INET
    ]),
    ...[17n, 38n].map((family): [string, Profile, string[], Profile] => [
      `sockets of family ${family} as the first`,
      plus(NO_SOCKET, rule('socket', when('EQ', family))),
      ['socket opens!'],
      NO_SOCKET
    ]),
    [
      'sockets of all families',
      plus(NO_SOCKET, rule('socket')),
      ['socket opens'],
      NO_SOCKET
    ],
    [
      'a seventh alternative, which runc reads',
      plus(without(BASE, 'chmod'), rule('chmod', alternatives(7))),
      ['chmod opens'],
      plus(without(BASE, 'chmod'), rule('chmod', alternatives(6)))
    ],
    [
      'rules that contradict each other, no longer',
      plus(without(BASE, 'mkdir'), {
        ...rule('mkdir', ADMIN),
        names: ['mkdir', 'sync']
      }),
      ['mkdir opens', 'sync opens'],
      plus(
        without(BASE, 'mkdir'),
        rule('mkdir', { ...ADMIN, ...when('EQ', 1n) }),
        rule('mkdir', { ...ERRNO, errnoRet: 5, ...ADMIN, ...when('EQ', 1n) })
      )
    ],
    [
      'rules that contradict each other',
      plus(
        BASE,
        rule('sync', { ...ADMIN, ...when('EQ', 1n) }),
        rule('sync', { ...ERRNO, errnoRet: 5, ...ADMIN, ...when('EQ', 1n) })
      ),
      ['sync changes']
    ],
    [
      'behind an errno that podman does not know',
      plus(BASE, rule('mkdir', { ...BOGUS, ...ADMIN }), rule('sync', ADMIN)),
      ['sync opens', 'mkdir changes']
    ],
    [
      'a call of other machines',
      plus(BASE, rule('sync_file_range2')),
      ['sync_file_range2 opens']
    ],
    [
      'open_tree_attr',
      plus(BASE, rule('open_tree_attr')),
      ['open_tree_attr opens!']
    ],
    [
      'fewer rules than can be compared',
      BASE,
      ['bpf narrows', 'ptrace narrows'],
      plus(
        BASE,
        ...MANY_CAPS.map(cap => rule('bpf', { includes: { caps: [cap] } })),
        rule('ptrace')
      )
    ],
    [
      'more rules than can be compared',
      plus(
        BASE,
        ...MANY_CAPS.map(cap => rule('bpf', { includes: { caps: [cap] } }))
      ),
      ['bpf opens!']
    ],
    ['a call less', without(BASE, 'bind'), ['bind narrows']],
    [
      'a call with a condition',
      plus(without(BASE, 'bind'), rule('bind', when('EQ', 3n))),
      ['bind changes']
    ],
    ['an architecture less', NO_SOCKET, ['architecture: x86 narrows'], BOTH],
    [
      'a dangerous call less',
      BASE,
      ['ptrace narrows'],
      plus(BASE, rule('ptrace'))
    ],
    [
      'a default that closes',
      BASE,
      ['ptrace narrows', 'default-action narrows'],
      plus({ ...BASE, defaultAction: 'SCMP_ACT_LOG' }, rule('ptrace'))
    ],
    ['another order', { ...BASE, syscalls: BASE.syscalls.toReversed() }, []],
    [
      'other comments',
      {
        ...BASE,
        syscalls: BASE.syscalls.map(r => ({ ...r, comment: 'mine' }))
      },
      []
    ],
    ['a call twice', plus(BASE, rule('bind')), []]
  ]

describe('what a change does to a profile', () => {
  test.each(
    EDITS.map(([what, after, expected, from = BASE]) => ({
      what,
      after,
      expected,
      from
    }))
  )('$what', ({ after, expected, from }) => {
    expect(told(reviewed(after, { base: on(from) }))).toEqual(expected)
  })

  test('a file that is only written differently is the same', () => {
    const base: Base = {
      ...on(BASE),
      kind: 'read',
      name: 'main',
      commit: 'c',
      file: { path: PATH, text: JSON.stringify(JSON.parse(TEXT), null, 9) }
    }
    expect(told(reviewed(BASE, { base }))).toEqual([])
  })

  test('what narrows it is nothing to be named, ever', () => {
    for (const [, after, , from] of EDITS) {
      // The other way around.
      const back = reviewed(from ?? BASE, { base: on(after) })
      const names = back.findings
        .filter(({ effect }) => effect !== 'opens')
        .map(({ subject }) => subject.name)
      const inFile = back.risks.map(({ subject }) => subject.name)
      const blamed = back.unnamed.map(({ subject }) => subject.name)
      expect(
        blamed.filter(name => names.includes(name) && !inFile.includes(name))
      ).toEqual([])
    }
  })

  test('the danger of a socket is that of the families that are new', () => {
    const inet = plus(NO_SOCKET, rule('socket', when('EQ', 2n)))
    const alg = plus(inet, rule('socket', when('EQ', 38n)))
    const { findings } = reviewed(alg, { base: on(inet) })
    expect(findings[0]?.danger.why).toContain('AF_ALG')
  })
})

describe('the file that a change starts from', () => {
  test('deleted: that has to be named', () => {
    const review = reviewed(undefined)
    expect(review.isDeleted).toBe(true)
    expect(told(review)).toEqual(['deleted opens!'])
    expect(told(reviewed(undefined, { accept: 'deleted' }))).toEqual([
      'deleted opens'
    ])
  })

  test('none, before and after: nothing to say', () => {
    const review = reviewed(undefined, { base: on(undefined) })
    expect(review.isDeleted).toBe(false)
    expect(told(review)).toEqual([])
  })

  test('another path: compared all the same', () => {
    const review = reviewed(plus(BASE, rule('sync')), {
      base: on(BASE, 'old/p.json')
    })
    expect(review.base).toMatchObject({ movedFrom: 'old/p.json' })
    expect(told(review)).toEqual(['sync opens'])
  })

  test('none: all that the first file allows is new', () => {
    const first = plus(BASE, rule('ptrace'))
    const review = reviewed(first, { base: on(undefined) })
    expect(review.base).toMatchObject({ hasFile: false, movedFrom: undefined })
    expect(review.counts.before).toBeUndefined()
    expect(told(review)[0]).toBe('ptrace opens!')
    expect(told(review)).toContain('read opens')
    const open: Profile = { ...BASE, defaultAction: 'SCMP_ACT_ALLOW' }
    expect(told(reviewed(open, { base: on(undefined) }))).toContain(
      'default-action opens!'
    )
  })

  test.each<[string, Base]>([
    ['nothing to compare with', { kind: 'none', why: 'it is a schedule' }],
    ['unread', { kind: 'unread', name: 'main', why: 'git has it not' }],
    [
      'not a profile',
      {
        kind: 'read',
        name: 'main',
        commit: 'c',
        file: { path: PATH, text: '{' }
      }
    ]
  ])('%s: what is dangerous in the file has to be named', (_, base) => {
    const review = reviewed(plus(BASE, rule('ptrace'), rule('sync')), { base })
    expect(told(review)).toEqual(['ptrace!'])
    expect(review.base.kind).toBe(base.kind === 'none' ? 'none' : 'unread')
    expect(told(reviewed(undefined, { base }))).toEqual([])
  })

  test('counts calls before and after, and those of the engines', () => {
    const { counts } = reviewed(plus(BASE, rule('ptrace'), rule('sync')))
    expect(counts.after - (counts.before ?? NaN)).toBe(2)
    expect(counts.known).toBeGreaterThan(counts.podman)
    expect(Math.min(counts.podman, counts.docker)).toBeGreaterThan(300)
  })

  test('tells how the defaults treat a call', () => {
    const { findings } = reviewed(plus(BASE, rule('bpf'), rule('sync')))
    expect(findings.map(({ defaults }) => defaults)).toEqual([
      { podman: 'refused', docker: 'refused' },
      { podman: 'allowed', docker: 'allowed' }
    ])
  })
})

/** What the tests make of a file. */
const needing = (file: Profile, candidate: Profile): Review =>
  reviewOf({
    change: {
      lineage: {
        base: on(BASE),
        versions: [],
        head: undefined,
        isMerge: false
      },
      path: PATH,
      today: '2026-01-01'
    },
    file,
    candidate,
    needed: diffProfiles(file, candidate),
    engineDefault: podmanDefault,
    architecture: X86_64,
    capabilities: PODMAN_DEFAULT_CAPABILITIES,
    acceptance: [],
    policy: NO_POLICY,
    makerOf: name => (name === 'bpf' ? { by: 'nobody' } : { by: 'unknown' })
  })

test('sockets of more families are as dangerous as if written by hand', () => {
  const open = plus(NO_SOCKET, rule('socket'))
  expect(told(needing(INET, open))).toEqual([
    'socket opens!',
    'socket changes!'
  ])
  expect(told(needing(NO_SOCKET, open))).toEqual([
    'socket opens',
    'socket narrows'
  ])
})

test('what the tests need and the file lacks is told beside it', () => {
  const candidate = plus(BASE, rule('sync'), rule('bpf'))
  const review = needing(plus(BASE, rule('ptrace')), candidate)
  expect(
    review.findings.map(({ comparison, effect, subject, maker }) =>
      [comparison, effect, subject.name, maker.by].join(' ')
    )
  ).toEqual([
    'needed opens bpf nobody',
    'proposed opens ptrace unknown',
    'needed narrows ptrace unknown',
    'needed opens sync unknown'
  ])
  expect(review.unnamed.map(({ subject }) => subject.name)).toEqual([
    'bpf',
    'ptrace'
  ])
})

describe('what the workflow says', () => {
  const file = plus(
    { ...NO_SOCKET, listenerPath: '/run/x', architectures: [X86_64, X86] },
    rule('ptrace')
  )
  const of = (accept: string, allow = '') => {
    const { findings, unnamed, unneeded } = reviewed(file, {
      accept,
      allow,
      base: on(NO_SOCKET)
    })
    const accepted = findings.flatMap(({ accepted, subject }) =>
      accepted ? [[subject.name, accepted]] : []
    )
    return {
      unnamed: unnamed.map(({ subject }) => subject.name),
      accepted: Object.fromEntries(accepted) as Record<string, unknown>,
      expired: unnamed.map(({ expired }) => expired?.until),
      unneeded: unneeded.map(({ word }) => word)
    }
  }
  const ALL = ['architecture: x86', 'listener', 'ptrace']
  const less = (...names: string[]) => ALL.filter(n => !names.includes(n))

  test('nothing', () => {
    const { unnamed } = of('')
    expect(unnamed.toSorted()).toEqual(ALL)
  })

  test.each([
    ['ptrace', ['ptrace'], []],
    ['@debug', ['ptrace'], []],
    ['listener', ['listener'], []],
    ['architecture: SCMP_ARCH_X86', ['architecture: x86'], []],
    ['bpf\nerrno-0', [], ['bpf', 'errno-0']],
    ['ptrace until 2026-01-01', ['ptrace'], []],
    ['ptrace until 2025-12-31', [], []]
  ])('%j accepts %j', (words, accepted, unneeded) => {
    const said = of(words)
    expect(said.unnamed.toSorted()).toEqual(less(...accepted))
    expect(Object.keys(said.accepted)).toEqual(accepted)
    expect(said.unneeded).toEqual(unneeded)
  })

  test('with its reason and its day', () => {
    const { accepted } = of('@debug until 2027-01-01 # we debug')
    expect(accepted['ptrace']).toEqual({
      input: 'accept-dangerous',
      word: '@debug',
      reason: 'we debug',
      until: '2027-01-01'
    })
  })

  test('what counted until a day is told', () => {
    expect(of('ptrace until 2025-12-31').expired).toContain('2025-12-31')
  })

  test('a line of `allow` names a call, too', () => {
    const said = of('', '@debug # a debugger')
    expect(said.unnamed.toSorted()).toEqual(less('ptrace'))
    expect(said.accepted['ptrace']).toMatchObject({
      input: 'allow',
      word: '@debug',
      reason: 'a debugger'
    })
  })
})

describe('the commit that brought it', () => {
  const version = (commit: string, profile?: Profile): Version => ({
    commit,
    author: `author of ${commit}`,
    text: profile && serializeProfile(profile)
  })
  const one = plus(BASE, rule('sync'))
  const two = plus({ ...one, listenerPath: '/run/x' }, rule('ptrace'))
  const since = (file: Profile, ...versions: Version[]) =>
    Object.fromEntries(
      reviewed(file, { versions }).findings.map(({ subject, since }) => [
        subject.name,
        since
      ])
    )

  test('is the newest in which it opened, with nothing but its author', () => {
    expect(
      since(two, version('c', two), version('b', two), version('a', one))
    ).toEqual({
      listener: { commit: 'b', author: 'author of b' },
      ptrace: { commit: 'b', author: 'author of b' },
      sync: { commit: 'a', author: 'author of a' }
    })
  })

  test('is that in which it came back', () => {
    const gone = version('b')
    const back = since(one, version('c', one), gone, version('a', one))
    expect(back['sync']?.commit).toBe('c')
    const shut = version('b', BASE)
    expect(
      since(one, version('c', one), shut, version('a', one))['sync']?.commit
    ).toBe('c')
  })

  test('is not known where none opened it, or there are too many', () => {
    expect(since(one)).toEqual({ sync: undefined })
    expect(since(one, version('a', BASE))).toEqual({ sync: undefined })
    const many = Array.from({ length: 21 }, (_, i) => version(`${i}`, one))
    expect(since(one, ...many)).toEqual({ sync: undefined })
  })

  test('says nothing of what narrows', () => {
    const less = without(BASE, 'bind')
    expect(since(less, version('a', less))).toEqual({ bind: undefined })
  })
})
