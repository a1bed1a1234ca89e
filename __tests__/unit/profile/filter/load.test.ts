import { describe, expect, test } from '@jest/globals'

import { mobyDefault } from '../../../../src/profile/defaults/moby.ts'
import {
  loadProfile,
  type Machine,
  RefusedProfile
} from '../../../../src/profile/filter/load.ts'
import {
  describeReturn,
  letsThrough,
  permissiveness
} from '../../../../src/profile/filter/returns.ts'
import { parseProfile } from '../../../../src/profile/parse.ts'
import { resolveRules } from '../../../../src/profile/resolve.ts'
import { treatmentOf } from '../../../../src/profile/treatment.ts'
import {
  MOBY_DEFAULT_CAPABILITIES,
  PODMAN_DEFAULT_CAPABILITIES
} from '../../../../src/syscalls/capabilities.ts'
import { syscallNumbers } from '../../../../src/syscalls/numbers.ts'
import { podmanDefault } from '../../../support/profiles/defaults.ts'

const X86_64 = 'SCMP_ARCH_X86_64'
const X86 = 'SCMP_ARCH_X86'

type Json = Record<string, unknown>

const load = (
  syscalls: Json[],
  settings: Json = {},
  machine: Partial<Machine> = {}
) =>
  loadProfile(
    parseProfile(
      JSON.stringify({
        defaultAction: 'SCMP_ACT_ERRNO',
        ...settings,
        syscalls
      }),
      'f'
    ),
    { architecture: X86_64, capabilities: [], ...machine }
  )

/** What a profile does to a call, in words. */
const does = (
  loaded: ReturnType<typeof load>,
  call: string | number,
  args: number[] = [],
  architecture: Machine['architecture'] = X86_64
) => {
  const value = loaded.decide(architecture, call, args.map(BigInt))
  return value === undefined ? 'no such call' : describeReturn(value)
}

const rule = (action: string, args: Json[] = [], more: Json = {}) => ({
  names: ['ioctl'],
  action: `SCMP_ACT_${action}`,
  args,
  ...more
})

const when = (index: number, op: string, value: number, valueTwo?: number) => ({
  index,
  op: `SCMP_CMP_${op}`,
  value,
  ...(valueTwo !== undefined && { valueTwo })
})

test('a call that no rule names gets the default', () => {
  expect(does(load([]), 'ioctl')).toBe('refused with errno 1')
  expect(does(load([], { defaultErrnoRet: 38 }), 'ioctl')).toBe(
    'refused with errno 38'
  )
  const kill = load([], { defaultAction: 'SCMP_ACT_KILL' })
  expect(does(kill, 'ioctl')).toBe('ends the thread')
})

test.each([
  ['NE', 5, undefined, [4, 6], [5]],
  ['LT', 5, undefined, [0, 4], [5, 6]],
  ['LE', 5, undefined, [0, 5], [6, 2 ** 40]],
  ['EQ', 5, undefined, [5], [4, 6, 5 + 2 ** 32]],
  ['GE', 5, undefined, [5, 2 ** 33], [0, 4]],
  ['GT', 5, undefined, [6, 2 ** 33], [0, 5]],
  ['MASKED_EQ', 6, 2, [2, 3, 2 ** 40 + 10], [0, 6, 7]],
  ['MASKED_EQ', 6, 3, [2, 3], [0, 6, 7]],
  ['MASKED_EQ', 0, 1, [0, 1, 7], []]
])('%s %d %s', (op, value, valueTwo, matching, others) => {
  const loaded = load([rule('ALLOW', [when(1, op, value, valueTwo)])])
  for (const arg of matching) {
    expect([arg, does(loaded, 'ioctl', [9, arg])]).toEqual([arg, 'allowed'])
  }
  for (const arg of others) {
    expect([arg, does(loaded, 'ioctl', [9, arg])]).toEqual([
      arg,
      'refused with errno 1'
    ])
  }
})

describe('rules about one call', () => {
  test.each<[string, Json[], number[], string]>([
    [
      'all conditions of a rule must hold',
      [rule('ALLOW', [when(0, 'EQ', 1), when(1, 'EQ', 2)])],
      [1, 3],
      'refused with errno 1'
    ],
    [
      'conditions on the same argument are alternatives',
      [rule('ALLOW', [when(0, 'EQ', 1), when(0, 'EQ', 2)])],
      [2],
      'allowed'
    ],
    [
      'and then all conditions of that rule are',
      [rule('ALLOW', [when(0, 'EQ', 1), when(0, 'EQ', 2), when(1, 'EQ', 7)])],
      [5, 7],
      'allowed'
    ],
    [
      'the first rule without conditions wins over later ones',
      [rule('TRAP'), rule('ALLOW')],
      [],
      'refused with SIGSYS'
    ],
    [
      'and over earlier ones with conditions',
      [rule('TRAP', [when(0, 'EQ', 1)]), rule('ALLOW')],
      [1],
      'allowed'
    ],
    [
      'a rule whose action is the default is not there',
      [rule('ERRNO'), rule('ALLOW')],
      [],
      'allowed'
    ],
    [
      'but one with another errno is',
      [rule('ERRNO', [], { errnoRet: 2 }), rule('ALLOW')],
      [],
      'refused with errno 2'
    ],
    [
      'KILL and KILL_THREAD are one',
      [rule('KILL_THREAD')],
      [],
      'ends the thread'
    ],
    [
      'a condition on a later argument goes first',
      [rule('TRAP', [when(0, 'EQ', 1)]), rule('ALLOW', [when(1, 'EQ', 1)])],
      [1, 1],
      'allowed'
    ],
    [
      'in any order',
      [rule('ALLOW', [when(1, 'EQ', 1)]), rule('TRAP', [when(0, 'EQ', 1)])],
      [1, 1],
      'allowed'
    ],
    [
      'EQ goes before GE',
      [rule('TRAP', [when(0, 'GE', 1)]), rule('ALLOW', [when(0, 'EQ', 1)])],
      [1],
      'allowed'
    ],
    [
      'the shorter of two nested rules stays where it was first',
      [
        rule('ALLOW', [when(0, 'EQ', 16)]),
        rule('TRAP', [when(0, 'EQ', 16), when(2, 'EQ', 9)])
      ],
      [16, 0, 9],
      'allowed'
    ]
  ])('%s', (_, rules, args, expected) => {
    expect(does(load(rules), 'ioctl', args)).toBe(expected)
  })

  test.each<[string, Json[], string]>([
    [
      'contradictions',
      [
        rule('TRAP', [when(0, 'EQ', 16), when(2, 'EQ', 9)]),
        rule('ALLOW', [when(0, 'EQ', 16)])
      ],
      'libseccomp refuses the profile: its rules about `ioctl` contradict'
    ],
    [
      'what libseccomp loops on',
      [
        rule('ALLOW', [when(0, 'GE', 5), when(1, 'GE', 1)]),
        rule('ALLOW', [when(0, 'GE', 5), when(1, 'EQ', 2)])
      ],
      "libseccomp never finishes with the profile's rules about `ioctl`"
    ],
    [
      'an unknown errno',
      [rule('ERRNO', [], { errno: 'EOFTEN' })],
      'engines refuse the profile: EOFTEN is not an errno'
    ],
    [
      'an errno that is too great',
      [rule('ERRNO', [], { errnoRet: 4095 })],
      'engines refuse the profile: 4095 is not an errno'
    ]
  ])('%s are refused', (_, rules, message) => {
    expect(() => load(rules)).toThrow(RefusedProfile)
    expect(() => load(rules)).toThrow(message)
  })

  test('the other way round libseccomp takes them', () => {
    const loaded = load([
      rule('ALLOW', [when(0, 'GE', 5), when(1, 'EQ', 2)]),
      rule('ALLOW', [when(0, 'GE', 5), when(1, 'GE', 1)])
    ])
    expect(does(loaded, 'ioctl', [5, 1])).toBe('allowed')
    expect(does(loaded, 'ioctl', [5, 0])).toBe('refused with errno 1')
  })
})

describe('errnos', () => {
  test.each([
    [{ errnoRet: 22 }, 22],
    [{ errno: 'EINVAL' }, 22],
    [{ errno: '22' }, 22],
    [{ errno: 'EINVAL', errnoRet: 5 }, 22],
    [{}, 1],
    [{ errnoRet: 0 }, 0]
  ])('%j is %d', (more, errno) => {
    const loaded = load([rule('ERRNO', [], more)], { defaultErrnoRet: 38 })
    expect(does(loaded, 'ioctl')).toBe(`refused with errno ${errno}`)
  })

  test('a tracer gets a message', () => {
    const loaded = load([rule('TRACE', [], { errnoRet: 7 })])
    expect(does(loaded, 'ioctl')).toBe('left to a tracer (message 7)')
  })
})

describe('architectures', () => {
  const both = { architectures: [X86_64, X86] }
  const allow = (name: string, args: Json[] = []) => ({
    names: [name],
    action: 'SCMP_ACT_ALLOW',
    args
  })

  test("one that the profile does not name ends the thread, the machine's own is always there", () => {
    const loaded = load([allow('read')], { architectures: [X86] })
    expect(loaded.architectures).toEqual([X86_64, X86])
    expect(does(loaded, 'read')).toBe('allowed')
    expect(does(load([allow('read')]), 'read', [], X86)).toBe('ends the thread')
  })

  test('each has its own calls and numbers', () => {
    const loaded = load([allow('stat64'), allow('read')], both)
    expect(does(loaded, 'stat64', [], X86)).toBe('allowed')
    expect(does(loaded, 195, [], X86)).toBe('allowed')
    expect(does(loaded, 'stat64')).toBe('no such call')
    expect(does(loaded, 0)).toBe('allowed')
    expect(does(loaded, 3, [], X86)).toBe('allowed')
  })

  test('a name that no architecture has is kept for what it may be', () => {
    const loaded = load([allow('of_the_future')])
    expect(does(loaded, 'of_the_future')).toBe('allowed')
    expect(does(loaded, 'of_the_past')).toBe('no such call')
  })

  test('arguments have 32 bits on some', () => {
    const loaded = load([allow('ioctl', [when(1, 'EQ', 2 ** 32 + 5)])], both)
    expect(does(loaded, 'ioctl', [0, 5], X86)).toBe('allowed')
    expect(does(loaded, 'ioctl', [0, 5])).toBe('refused with errno 1')
  })

  test('socketcall cannot look behind its pointer', () => {
    const loaded = load([allow('socket', [when(0, 'EQ', 1)])], both)
    expect(does(loaded, 'socketcall', [1, 99], X86)).toBe('allowed')
    expect(does(loaded, 'socketcall', [2, 99], X86)).toBe(
      'refused with errno 1'
    )
    expect(does(loaded, 'socket', [2], X86)).toBe('refused with errno 1')
  })

  test('x32 is another architecture', () => {
    const x32 = load([allow('read')], {
      architectures: [X86_64, 'SCMP_ARCH_X32']
    })
    expect(does(x32, 'read', [], 'SCMP_ARCH_X32')).toBe('allowed')
    expect(does(load([allow('read')]), 0x40000000)).toBe('ends the thread')
  })

  test.each([
    ['SCMP_ARCH_AARCH64', ['SCMP_ARCH_AARCH64', 'SCMP_ARCH_ARM']],
    // podman minds archMap on some machines only.
    ['SCMP_ARCH_RISCV64', ['SCMP_ARCH_RISCV64']]
  ] as const)('archMap on %s', (architecture, expected) => {
    const entries = [
      {
        architecture: 'SCMP_ARCH_AARCH64',
        subArchitectures: ['SCMP_ARCH_ARM']
      },
      {
        architecture: 'SCMP_ARCH_RISCV64',
        subArchitectures: ['SCMP_ARCH_ARM']
      }
    ]
    const loaded = load([], { archMap: entries }, { architecture })
    expect(loaded.architectures).toEqual(expected)
  })

  test('of both byte orders are refused', () => {
    expect(() =>
      load([], { architectures: [X86_64, 'SCMP_ARCH_S390X'] })
    ).toThrow('on SCMP_ARCH_X86_64 it makes no filter for SCMP_ARCH_S390X')
  })
})

describe('includes and excludes', () => {
  const filtered = (more: Json, machine: Partial<Machine> = {}) =>
    does(load([rule('ALLOW', [], more)], {}, machine), 'ioctl')

  test.each<[string, Json, Partial<Machine>, boolean]>([
    ['a capability', { includes: { caps: ['CAP_X'] } }, {}, false],
    [
      'a capability that is there',
      { includes: { caps: ['CAP_X'] } },
      { capabilities: ['CAP_X'] },
      true
    ],
    ['another machine', { includes: { arches: ['arm64'] } }, {}, false],
    [
      'a kernel of the future, for podman',
      { includes: { minKernel: '99.0' } },
      { kernel: '6.1.0' },
      true
    ],
    [
      'a kernel of the future, for Docker',
      { includes: { minKernel: '99.0' } },
      { kernel: '6.1.0', engine: 'moby' },
      false
    ],
    [
      'a kernel of the past, for Docker',
      { excludes: { minKernel: '4.8' } },
      { kernel: '6.1.0', engine: 'moby' },
      false
    ]
  ])('%s', (_, more, machine, counts) => {
    expect(filtered(more, machine)).toBe(
      counts ? 'allowed' : 'refused with errno 1'
    )
  })
})

describe('runtimes', () => {
  const rules = [
    { names: ['read', 'openat2'], action: 'SCMP_ACT_ALLOW' },
    { names: ['write'], action: 'SCMP_ACT_ERRNO' }
  ]

  test('runc says that calls newer than any named do not exist', () => {
    const runc = load(rules, {}, { runtime: 'runc' })
    expect(does(runc, 'openat2')).toBe('allowed')
    expect(does(runc, 'clone3')).toBe('refused with errno 1')
    expect(does(runc, 'faccessat2')).toBe('refused with errno 38')
  })

  test('crun does not', () => {
    expect(does(load(rules), 'faccessat2')).toBe('refused with errno 1')
  })

  test('nor does runc where the default lets calls through', () => {
    const runc = load(
      rules,
      { defaultAction: 'SCMP_ACT_LOG' },
      { runtime: 'runc' }
    )
    expect(does(runc, 'faccessat2')).toBe('allowed and logged')
  })

  test('crun minds the first six alternatives', () => {
    const many = [1, 2, 3, 4, 5, 6, 7].map(n => when(0, 'EQ', n))
    const both = (['crun', 'runc'] as const).map(runtime =>
      does(load([rule('ALLOW', many)], {}, { runtime }), 'ioctl', [7])
    )
    expect(both).toEqual(['refused with errno 1', 'allowed'])
  })
})

test.each([
  ['podman', podmanDefault, PODMAN_DEFAULT_CAPABILITIES, 313],
  ['moby', mobyDefault, MOBY_DEFAULT_CAPABILITIES, undefined]
] as const)("%s's default loads", (engine, profile, capabilities, allowed) => {
  const loaded = loadProfile(profile(), {
    architecture: X86_64,
    capabilities,
    engine
  })
  expect(does(loaded, 'read')).toBe('allowed')
  expect(does(loaded, 'personality', [8])).toBe('allowed')
  expect(does(loaded, 'personality', [1])).toMatch('refused')
  expect(does(loaded, 'kexec_load')).toBe('refused with errno 1')
  const rules = loaded.rules.get(X86_64)
  if (allowed !== undefined) {
    const some = [...(rules ?? [])].filter(
      ([call, { action, tree }]) =>
        typeof call === 'number' &&
        (tree !== undefined || action === 0x7fff0000)
    )
    expect(some).toHaveLength(allowed)
  }
})

test('the kernel takes the least of several filters', () => {
  const order = [
    0x80000000, 0, 0x30000, 0x50001, 0x7fc00000, 0x7ff00001, 0x7ffc0000,
    0x7fff0000
  ]
  expect(
    order.toSorted((a, b) => permissiveness(a) - permissiveness(b))
  ).toEqual(order)
})

test('a rule that makes an older one needless leaves its neighbours alone', () => {
  const loaded = load([
    rule('ALLOW', [when(0, 'LT', 1), when(1, 'NE', 0)]),
    rule('ALLOW', [when(0, 'GT', 2)]),
    // It contains the first, which libseccomp takes out.
    rule('ALLOW', [when(1, 'NE', 0)])
  ])
  expect(does(loaded, 'ioctl', [3, 0])).toBe('allowed')
  expect(does(loaded, 'ioctl', [0, 1])).toBe('allowed')
  expect(does(loaded, 'ioctl', [0, 0])).not.toBe('allowed')
})

test.each([
  ['podman', podmanDefault(), PODMAN_DEFAULT_CAPABILITIES],
  ['moby', mobyDefault(), MOBY_DEFAULT_CAPABILITIES]
] as const)(
  "the plain model says of %s's default what the exact one does",
  (engine, profile, capabilities) => {
    const container = { architecture: X86_64, capabilities, engine } as const
    const loaded = loadProfile(profile, container)
    const rules = resolveRules(profile.syscalls, container)
    const names = Object.keys(syscallNumbers(X86_64))
    const wrong = names.filter(name => {
      const { kind } = treatmentOf(rules, name, profile)
      const returns = loaded.decide(X86_64, name) ?? loaded.default
      return (
        kind !== 'conditional' && (kind === 'allowed') !== letsThrough(returns)
      )
    })
    expect(wrong).toEqual([])
    expect(names.length).toBeGreaterThan(300)
  }
)
