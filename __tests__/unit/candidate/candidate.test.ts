import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import {
  type CandidateInput,
  deriveCandidate,
  PORTABILITIES
} from '../../../src/candidate/candidate.ts'
import { parsePolicy, type Policy } from '../../../src/candidate/policy.ts'
import {
  allowedNames,
  diffProfiles,
  isEmptyDiff
} from '../../../src/profile/compare/diff.ts'
import {
  loadProfile,
  loads,
  RefusedProfile
} from '../../../src/profile/filter/load.ts'
import {
  adoptHookProfile,
  isManaged,
  MANAGED_COMMENT,
  managedRules,
  userRules
} from '../../../src/profile/managed.ts'
import { normalizeProfile } from '../../../src/profile/normalize.ts'
import { parseProfile } from '../../../src/profile/parse.ts'
import { resolveRules } from '../../../src/profile/resolve.ts'
import { serializeProfile } from '../../../src/profile/serialize.ts'
import { treatmentOf } from '../../../src/profile/treatment.ts'
import { PODMAN_DEFAULT_CAPABILITIES } from '../../../src/syscalls/capabilities.ts'
import { ALWAYS_KEPT, RUNTIME_BY_CHANCE } from '../../../src/syscalls/kept.ts'
import { syscallNumbers } from '../../../src/syscalls/numbers.ts'
import { effort } from '../../support/effort.ts'
import {
  capability,
  committed,
  engineDefault,
  syscallName,
  uint64
} from '../../support/profiles/arbitraries.ts'
import { permits } from '../../support/profiles/permits.ts'
import { podmanDefault } from '../../support/profiles/podman-default.ts'

const INPUT: CandidateInput = {
  recorded: [],
  sees: 'set-up',
  recordUnder: 'default',
  floor: [],
  portability: 'off',
  architecture: 'SCMP_ARCH_X86_64',
  capabilities: PODMAN_DEFAULT_CAPABILITIES,
  engineDefault: podmanDefault,
  committed: undefined,
  removals: 'apply',
  defaultErrno: undefined
}

const derive = (input: Partial<CandidateInput>) =>
  deriveCandidate({ ...INPUT, ...input })

const file = (json: Record<string, unknown>) =>
  parseProfile(
    JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', ...json }),
    'f'
  )

const allow = (names: string[], members: Record<string, unknown> = {}) => ({
  names,
  action: 'SCMP_ACT_ALLOW',
  ...members
})

/** The names that a candidate allows, without those that each one has. */
const ownNames = (input: Partial<CandidateInput>) =>
  [...allowedNames(derive(input).profile.syscalls)]
    .filter(n => ![...ALWAYS_KEPT, ...RUNTIME_BY_CHANCE].includes(n))
    .sort()

describe('a first profile', () => {
  test('is the whole file that a reviewer sees', () => {
    const { profile } = derive({ recorded: ['write', 'read', 'personality'] })
    const [bare, ...conditional] = profile.syscalls
    expect({ ...profile, syscalls: [] }).toEqual({
      defaultAction: 'SCMP_ACT_ERRNO',
      defaultErrnoRet: 38,
      architectures: ['SCMP_ARCH_X86_64'],
      syscalls: []
    })
    expect(bare).toEqual({
      names: [
        'clone3',
        'exit',
        'exit_group',
        'futex',
        'getpid',
        'gettid',
        'nanosleep',
        'read',
        'restart_syscall',
        'rseq',
        'rt_sigprocmask',
        'rt_sigreturn',
        'sched_yield',
        'set_robust_list',
        'sigaltstack',
        'tgkill',
        'write'
      ],
      action: 'SCMP_ACT_ALLOW',
      args: [],
      comment: MANAGED_COMMENT
    })
    expect(conditional.map(rule => rule.names)).toEqual(
      Array<string[]>(5).fill(['personality'])
    )
    expect(conditional.map(rule => rule.args[0]?.value)).toEqual([
      0n,
      8n,
      131072n,
      131080n,
      4294967295n
    ])
    expect(conditional.every(isManaged)).toBe(true)
  })

  test('keeps what the default refuses of a call, with its errno', () => {
    const { profile } = derive({ recorded: ['socket'] })
    const [refusal, ...allowing] = profile.syscalls.slice(1)
    expect(refusal).toMatchObject({
      names: ['socket'],
      action: 'SCMP_ACT_ERRNO',
      errnoRet: 22
    })
    // The default has one of its three rules twice.
    expect(allowing.map(({ args }) => args.map(a => a.index))).toEqual([
      [2],
      [0]
    ])
  })

  test('does not depend on the order or number of what was recorded', () => {
    const one = derive({ recorded: ['socket', 'read', 'write', 'execve'] })
    const other = derive({
      recorded: ['execve', 'write', 'read', 'read', 'socket', 'write']
    })
    expect(serializeProfile(other.profile)).toBe(serializeProfile(one.profile))
  })

  test('knows only calls of the tables', () => {
    const known = syscallNumbers('SCMP_ARCH_X86_64')
    const names = [...allowedNames(derive({}).profile.syscalls)]
    expect(names.filter(name => !(name in known))).toEqual([])
  })
})

describe('set-up calls', () => {
  const SETUP = ['mount', 'pivot_root', 'sethostname', 'umount2']

  test.each([
    ['leave without CAP_SYS_ADMIN', [...SETUP, 'read'], [], ['read']],
    [
      'stay with it',
      [...SETUP, 'read'],
      ['CAP_SYS_ADMIN'],
      [...SETUP, 'read'].sort()
    ],
    [
      'stay for a program that unshares',
      ['mount', 'unshare'],
      [],
      ['mount', 'unshare']
    ]
  ])('%s', (_, recorded, more, names) => {
    const capabilities = [...PODMAN_DEFAULT_CAPABILITIES, ...more]
    expect(ownNames({ recorded, capabilities })).toEqual(names)
  })

  test('each call left out is named with its reason', () => {
    const { leftOut } = derive({ recorded: ['bpf', 'mount', 'read'] })
    expect(leftOut).toEqual([
      { name: 'bpf', why: 'refused by the default profile' },
      { name: 'mount', why: 'set-up without CAP_SYS_ADMIN' }
    ])
  })
})

describe('the default errno', () => {
  const mine = { syscalls: [allow(['read'], { comment: 'mine' })] }
  test.each([
    ['ENOSYS in a new file', undefined, undefined, 38, undefined],
    ['the input in a new file', undefined, 'EPERM' as const, 1, undefined],
    [
      'the one of the file',
      file({ ...mine, defaultErrnoRet: 5 }),
      undefined,
      5,
      undefined
    ],
    ['none, as in the file', file(mine), undefined, undefined, undefined],
    [
      'the name in the file',
      file({ ...mine, defaultErrno: 'EACCES' }),
      undefined,
      undefined,
      'EACCES'
    ],
    [
      'the input over the file',
      file({ ...mine, defaultErrnoRet: 5 }),
      'EPERM' as const,
      1,
      undefined
    ],
    [
      'the input over the name',
      file({ ...mine, defaultErrno: 'EACCES' }),
      'ENOSYS' as const,
      38,
      undefined
    ]
  ])('%s', (_, committed, defaultErrno, number, name) => {
    const { profile } = derive({ committed, defaultErrno })
    expect(profile.defaultErrnoRet).toBe(number)
    expect(profile.defaultErrno).toBe(name)
  })
})

describe('architectures', () => {
  const mine = { syscalls: [allow(['read'], { comment: 'mine' })] }
  const archMap = [{ architecture: 'SCMP_ARCH_AARCH64' }]
  test.each([
    ['are not invented', mine, {}],
    [
      'get ours',
      { ...mine, architectures: ['SCMP_ARCH_X86'] },
      { architectures: ['SCMP_ARCH_X86', 'SCMP_ARCH_X86_64'] }
    ],
    [
      'have ours',
      { ...mine, architectures: ['SCMP_ARCH_X86_64'] },
      { architectures: ['SCMP_ARCH_X86_64'] }
    ],
    [
      'get ours in a map',
      { ...mine, archMap },
      {
        archMap: [
          { ...archMap[0], subArchitectures: [] },
          { architecture: 'SCMP_ARCH_X86_64', subArchitectures: [] }
        ]
      }
    ]
  ])('%s', (_, json, expected) => {
    const { architectures, archMap } = derive({ committed: file(json) }).profile
    expect({ architectures, archMap }).toEqual(expected)
  })
})

describe('calls that were not seen', () => {
  const socket = { index: 0, value: 2, op: 'SCMP_CMP_EQ' }
  const comment = MANAGED_COMMENT
  const committed = file({
    syscalls: [
      allow(['accept', 'read'], { comment }),
      allow(['socket'], { comment, args: [socket] }),
      allow(['bind'], { comment: 'mine' })
    ]
  })

  test.each([
    ['apply' as const, ['bind', 'read']],
    ['report' as const, ['accept', 'bind', 'read', 'socket']]
  ])('removals: %s', (removals, names) => {
    const input = { recorded: ['read'], committed, removals }
    expect(ownNames(input)).toEqual(names)
    expect(derive(input).unseen).toEqual(['accept', 'socket'])
  })

  test('keep their conditions', () => {
    const { profile } = derive({ committed, removals: 'report' })
    const about = profile.syscalls.filter(r => r.names.includes('socket'))
    expect(about).toHaveLength(1)
    expect(about[0]?.args).toEqual([{ ...socket, value: 2n, valueTwo: 0n }])
  })
})

describe("a person's rules", () => {
  test.each([
    ['a refusal', { names: ['bind'], action: 'SCMP_ACT_ERRNO' }, ['bind']],
    [
      'a condition',
      allow(['bind'], { args: [{ index: 0, value: 1, op: 'SCMP_CMP_EQ' }] }),
      ['bind']
    ],
    ['a permission', allow(['bind']), []]
  ])('%s governs its call alone', (_, rule, governed) => {
    const committed = file({ syscalls: [{ ...rule, comment: 'mine' }] })
    const result = derive({ recorded: ['bind', 'read'], committed })
    expect(result.governed).toEqual(governed)
    const managed = allowedNames(managedRules(result.profile))
    expect(managed.has('bind')).toBe(false)
    expect(managed.has('read')).toBe(true)
  })

  test('a call that a person took over is not missed', () => {
    const committed = file({
      syscalls: [
        allow(['accept', 'bind'], { comment: MANAGED_COMMENT }),
        { names: ['bind'], action: 'SCMP_ACT_ERRNO', comment: 'mine' }
      ]
    })
    const { profile, unseen } = derive({ committed, removals: 'report' })
    expect(unseen).toEqual(['accept'])
    expect(allowedNames(profile.syscalls).has('bind')).toBe(false)
  })

  test("the hook's own file is taken over whole", () => {
    const hooks = file({
      architectures: ['SCMP_ARCH_X86_64'],
      syscalls: [allow(['read', 'bind', 'mount'])]
    })
    const committed = adoptHookProfile(hooks, 'one line')
    const { profile, unseen } = derive({ recorded: ['read'], committed })
    expect(userRules(profile)).toEqual([])
    expect(unseen).toEqual(['bind', 'mount'])
  })
})

const policy = (deny: string, allow = '') => parsePolicy({ deny, allow })

const mine = (rule: object) =>
  file({ syscalls: [{ comment: 'mine', ...rule }] })

describe('denied calls', () => {
  const refuse = (names: string[]) => ({ names, action: 'SCMP_ACT_ERRNO' })

  test.each<[string, string, Partial<CandidateInput>, object[]]>([
    ['not needed', 'bind', { recorded: ['read'] }, []],
    [
      'recorded',
      'bind',
      { recorded: ['bind', 'read'] },
      [{ name: 'bind', line: 'bind', why: ['recorded'] }]
    ],
    [
      'recorded, in a group, by the alphabet',
      '@network-io',
      { recorded: ['read', 'socket', 'bind'] },
      [
        { name: 'bind', line: '@network-io', why: ['recorded'] },
        { name: 'socket', line: '@network-io', why: ['recorded'] }
      ]
    ],
    ['refused by the default', 'bpf', { recorded: ['bpf'] }, []],
    ['set-up of the container', '@mount', { recorded: ['mount'] }, []],
    [
      'set-up that the container may do itself',
      '@mount',
      {
        recorded: ['mount'],
        capabilities: [...PODMAN_DEFAULT_CAPABILITIES, 'CAP_SYS_ADMIN']
      },
      [{ name: 'mount', line: '@mount', why: ['recorded'] }]
    ],
    [
      'needed to start a container',
      'tgkill\nexit',
      { recorded: ['tgkill'] },
      ['exit', 'tgkill'].map(name => ({
        name,
        line: name,
        why: ['needed to start any container']
      }))
    ],
    [
      'not needed to start where the default refuses it',
      'tgkill',
      { engineDefault: file({}) },
      []
    ],
    [
      'allowed by a rule in force',
      'bind',
      { committed: mine(allow(['bind'])) },
      [{ name: 'bind', line: 'bind', why: ['allowed by a user rule'] }]
    ],
    [
      'allowed by a rule, and a part of the set-up',
      'mount',
      { recorded: ['mount'], committed: mine(allow(['mount'])) },
      [{ name: 'mount', line: 'mount', why: ['allowed by a user rule'] }]
    ],
    [
      'allowed for some arguments by a rule, and recorded',
      'bind',
      {
        recorded: ['bind'],
        committed: mine(
          allow(['bind'], { args: [{ index: 0, value: 1, op: 'SCMP_CMP_EQ' }] })
        )
      },
      [
        {
          name: 'bind',
          line: 'bind',
          why: ['recorded', 'allowed by a user rule']
        }
      ]
    ],
    [
      'allowed by a rule that is not in force',
      'bind',
      {
        committed: mine(allow(['bind'], { includes: { arches: ['arm64'] } }))
      },
      []
    ],
    [
      'refused by a rule',
      'bind\nexit',
      { recorded: ['bind'], committed: mine(refuse(['bind', 'exit'])) },
      []
    ],
    [
      'recorded, and refused by a rule that is not in force',
      'bind',
      {
        recorded: ['bind'],
        committed: mine({
          ...refuse(['bind']),
          includes: { arches: ['arm64'] }
        })
      },
      [{ name: 'bind', line: 'bind', why: ['recorded'] }]
    ]
  ])('%s', (_, deny, input, denied) => {
    const result = derive({ ...input, policy: policy(deny) })
    expect(result.denied).toEqual(denied)
    const managed = allowedNames(managedRules(result.profile))
    for (const name of policy(deny).deny.keys()) {
      expect(managed).not.toContain(name)
    }
  })

  test.each(['apply', 'report'] as const)(
    'one that was not seen leaves with removals: %s',
    removals => {
      const comment = MANAGED_COMMENT
      const committed = file({
        syscalls: [allow(['accept', 'bind'], { comment })]
      })
      const result = derive({ committed, removals, policy: policy('bind') })
      expect(result.denied).toEqual([])
      expect(result.unseen).toEqual(['accept'])
      const names = allowedNames(result.profile.syscalls)
      expect(names).not.toContain('bind')
      expect(names.has('accept')).toBe(removals === 'report')
    }
  )
})

describe('allowed calls', () => {
  const about = (name: string, input: Partial<CandidateInput>) =>
    derive(input)
      .profile.syscalls.filter(rule => rule.names.includes(name))
      .map(({ comment, action, args }) => ({ comment, action, args }))

  const bare = {
    comment: MANAGED_COMMENT,
    action: 'SCMP_ACT_ALLOW',
    args: []
  }

  test.each([
    ['that the default allows', 'bind'],
    ['that the default refuses', 'bpf'],
    ['of the set-up', 'mount'],
    ['of another architecture', 'socketcall']
  ])('one %s is there by name, seen or not', (_, name) => {
    for (const recorded of [[], [name]]) {
      const input = { recorded, policy: policy('', name) }
      expect(about(name, input)).toEqual([bare])
      expect(derive(input).leftOut).toEqual([])
    }
  })

  test('one that the default allows for some arguments keeps these', () => {
    for (const name of ['personality', 'socket']) {
      const recorded = about(name, { recorded: [name] })
      expect(recorded.length).toBeGreaterThan(1)
      expect(about(name, { policy: policy('', name) })).toEqual(recorded)
    }
  })

  test('of a group come those that the architecture has', () => {
    const input = { recorded: [], policy: policy('', '@file-system') }
    expect(ownNames(input)).toContain('open')
    const arm = { ...input, architecture: 'SCMP_ARCH_AARCH64' as const }
    expect(ownNames(arm)).toContain('openat')
    expect(ownNames(arm)).not.toContain('open')
  })

  test('what would not be there without it is told, with the line', () => {
    const { byPolicy } = derive({
      recorded: ['bind', 'mount'],
      committed: mine({ names: ['accept'], action: 'SCMP_ACT_ERRNO' }),
      policy: policy('', 'bind\nexit\nmount\naccept\n@keyring')
    })
    expect(byPolicy).toEqual(
      new Map([
        ['mount', 'mount'],
        ['add_key', '@keyring'],
        ['keyctl', '@keyring'],
        ['request_key', '@keyring']
      ])
    )
  })

  test("a person's rule governs it, and is told", () => {
    const committed = mine({ names: ['bpf'], action: 'SCMP_ACT_ERRNO' })
    const result = derive({ committed, policy: policy('', 'bpf') })
    expect(allowedNames(result.profile.syscalls)).not.toContain('bpf')
    expect(result.governed).toEqual(['bpf'])
  })

  test.each(['apply', 'report'] as const)(
    'one is never unseen with removals: %s',
    removals => {
      const input = { removals, policy: policy('', 'bpf') }
      const first = derive(input)
      const second = derive({ ...input, committed: first.profile })
      expect(second.unseen).toEqual([])
      expect(serializeProfile(second.profile)).toBe(
        serializeProfile(first.profile)
      )
    }
  )
})

describe('a committed deny-list', () => {
  const open = file({
    defaultAction: 'SCMP_ACT_ALLOW',
    syscalls: [
      { names: ['chown', 'mount'], action: 'SCMP_ACT_ERRNO' },
      {
        names: ['socket'],
        action: 'SCMP_ACT_ERRNO',
        args: [{ index: 0, value: 16, op: 'SCMP_CMP_EQ' }]
      }
    ]
  })
  const result = derive({
    committed: open,
    recorded: ['chown', 'read', 'socket'],
    defaultErrno: 'EPERM',
    policy: policy('read', 'ptrace')
  })

  test('stays as it is', () => {
    expect(result.profile).toEqual(open)
    expect(result).toMatchObject({ unseen: [], byPolicy: new Map() })
  })

  test('is compared with what the tests used', () => {
    expect(result.governed).toEqual(['chown', 'socket'])
  })

  test('does not deny what the policy does', () => {
    expect(result.denied).toEqual([
      {
        name: 'read',
        line: 'read',
        why: ['recorded', 'not denied by the deny-list']
      }
    ])
  })

  test('is not said to deny what only the runtime used', () => {
    const { governed, leftOut } = derive({
      committed: open,
      recorded: ['mount', 'read']
    })
    expect(governed).toEqual([])
    expect(leftOut.map(({ name }) => name)).toEqual(['mount'])
  })

  test('that lets through what the policy denies is told', () => {
    const { denied } = derive({
      committed: open,
      policy: policy('ptrace\nchown')
    })
    expect(denied).toEqual([
      { name: 'ptrace', line: 'ptrace', why: ['not denied by the deny-list'] }
    ])
  })
})

test('rules count in the order in which runtimes take them', () => {
  const rules = [
    { names: ['mkdir'], action: 'SCMP_ACT_ERRNO', errnoRet: 1 },
    { names: ['mkdir'], action: 'SCMP_ACT_ALLOW' }
  ]
  const governed = (syscalls: unknown[]) =>
    derive({
      committed: file({ defaultErrnoRet: 38, syscalls }),
      recorded: ['mkdir']
    }).governed
  expect(governed(rules)).toEqual(['mkdir'])
  expect(governed(rules.toReversed())).toEqual([])
})

test('what the default both refuses and allows, it refuses', () => {
  const capabilities = [...PODMAN_DEFAULT_CAPABILITIES, 'CAP_PERFMON']
  const twice = file({
    defaultErrnoRet: 38,
    syscalls: [
      {
        names: ['perf_event_open'],
        action: 'SCMP_ACT_ERRNO',
        errnoRet: 1,
        excludes: { caps: ['CAP_SYS_ADMIN'] }
      },
      allow(['perf_event_open'], { includes: { caps: ['CAP_PERFMON'] } })
    ]
  })
  const { profile, leftOut } = derive({
    capabilities,
    engineDefault: twice,
    recorded: ['perf_event_open']
  })
  expect(leftOut.map(({ name }) => name)).toEqual(['perf_event_open'])
  expect(allowedNames(profile.syscalls)).not.toContain('perf_event_open')
})

describe('on architectures with socketcall', () => {
  const machine = {
    architecture: 'SCMP_ARCH_X86_64' as const,
    capabilities: PODMAN_DEFAULT_CAPABILITIES
  }
  const socketRules = (architectures: string[]) => {
    const { profile } = derive({
      committed: file({ architectures, syscalls: [] }),
      recorded: ['socket']
    })
    expect(() => loadProfile(profile, machine)).not.toThrow()
    return profile.syscalls.filter(rule => rule.names.includes('socket'))
  }

  test('the rules about socket load, and let no more through', () => {
    const alone = socketRules(['SCMP_ARCH_X86_64'])
    const both = socketRules(['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'])
    expect(alone.map(rule => rule.action)).toContain('SCMP_ACT_ERRNO')
    expect(both).toEqual(alone.filter(r => r.action === 'SCMP_ACT_ALLOW'))
    const loaded = loadProfile(
      { defaultAction: 'SCMP_ACT_ERRNO', syscalls: both },
      machine
    )
    const family = (n: bigint, protocol: bigint) =>
      loaded.decide('SCMP_ARCH_X86_64', 'socket', [n, 3n, protocol])
    expect(family(16n, 9n)).toBe(0x50001)
    expect(family(16n, 0n)).toBe(0x7fff0000)
    expect(family(1n, 9n)).toBe(0x7fff0000)
  })

  test.each(['SCMP_ARCH_PPC64LE', 'SCMP_ARCH_S390X', 'SCMP_ARCH_X86'] as const)(
    'also where it is the machine’s own: %s',
    architecture => {
      const { profile } = derive({ architecture, recorded: ['socket'] })
      const own = { ...machine, architecture }
      const loaded = loadProfile(profile, own)
      expect(loaded.decide(architecture, 'socket', [1n])).toBe(0x7fff0000)
      expect(loaded.decide(architecture, 'socket', [16n, 3n, 9n])).toBe(0x50026)
    }
  )

  test('also on other machines that the file names', () => {
    const { profile } = derive({
      committed: file({
        archMap: [
          { architecture: 'SCMP_ARCH_X86_64' },
          { architecture: 'SCMP_ARCH_PPC64LE' }
        ]
      }),
      recorded: ['socket']
    })
    const ppc = { ...machine, architecture: 'SCMP_ARCH_PPC64LE' as const }
    expect(() => loadProfile(profile, ppc)).not.toThrow()
  })
})

/** Not so where libseccomp refuses the default for the file's architectures. */
function isDerivable(input: CandidateInput): boolean {
  try {
    deriveCandidate(input)
    return true
  } catch (error) {
    if (error instanceof RefusedProfile) return false
    throw error
  }
}

describe('laws', () => {
  const anyLines = fc.array(
    fc.oneof(syscallName, fc.constantFrom('@debug', '@process', '@mount')),
    { maxLength: 2 }
  )
  const anyPolicy = fc
    .tuple(anyLines, anyLines)
    .map(([deny, allow]) =>
      policy(
        deny.filter(line => !allow.includes(line)).join('\n'),
        allow.join('\n')
      )
    )
  const anyInput: fc.Arbitrary<CandidateInput & { policy: Policy }> = fc
    .record({
      recorded: fc.array(syscallName, { maxLength: 8 }),
      sees: fc.constantFrom('set-up' as const, 'tried' as const),
      recordUnder: fc.constant('default' as const),
      floor: fc.array(syscallName, { maxLength: 3 }),
      portability: fc.constantFrom(...PORTABILITIES),
      architecture: fc.constantFrom(
        'SCMP_ARCH_X86_64' as const,
        'SCMP_ARCH_AARCH64' as const
      ),
      capabilities: fc.uniqueArray(capability),
      engineDefault: fc.oneof(engineDefault, fc.constant(podmanDefault)),
      committed: fc.option(committed, { nil: undefined }),
      removals: fc.constantFrom('apply' as const, 'report' as const),
      defaultErrno: fc.constantFrom(
        'ENOSYS' as const,
        'EPERM' as const,
        undefined
      ),
      policy: anyPolicy
    })
    .filter(isDerivable)
  const anyCall = fc.tuple(
    fc.oneof(syscallName, fc.constantFrom('personality', 'exit', 'rseq')),
    fc.array(uint64, { minLength: 6, maxLength: 6 })
  )
  const anyCalls = fc.array(anyCall, { minLength: 10, maxLength: 10 })

  test('never wider than the default, but for what every process needs and the policy allows though the default refuses it', () => {
    fc.assert(
      fc.property(anyInput, anyCalls, (input, calls) => {
        const { profile } = deriveCandidate({ ...input, removals: 'apply' })
        const byDefault = resolveRules(input.engineDefault.syscalls, input)
        for (const [name, values] of calls) {
          if (ALWAYS_KEPT.includes(name)) continue
          const allowed = input.policy.allow.has(name)
          if (
            allowed &&
            treatmentOf(byDefault, name, input.engineDefault).kind === 'refused'
          ) {
            continue
          }
          if (permits(managedRules(profile), name, values)) {
            expect([name, permits(byDefault, name, values)]).toEqual([
              name,
              true
            ])
          }
        }
      }),
      { numRuns: effort(100, 300) }
    )
  })

  test("podman's default allows all that every process needs", () => {
    const rules = resolveRules(podmanDefault.syscalls, INPUT)
    expect(ALWAYS_KEPT.filter(name => !permits(rules, name, []))).toEqual([])
  })

  test('recorded calls stay allowed as far as the default allows them', () => {
    fc.assert(
      fc.property(anyInput, anyCalls, (input, calls) => {
        const { profile, leftOut } = deriveCandidate(input)
        const byDefault = resolveRules(input.engineDefault.syscalls, input)
        const others = new Set([
          ...leftOut.map(({ name }) => name),
          ...input.policy.deny.keys(),
          ...userRules(profile).flatMap(rule => rule.names)
        ])
        for (const [name, values] of calls) {
          if (!input.recorded.includes(name) || others.has(name)) continue
          if (permits(byDefault, name, values)) {
            expect([name, permits(profile.syscalls, name, values)]).toEqual([
              name,
              true
            ])
          }
        }
      }),
      { numRuns: effort(100, 300) }
    )
  })

  test('nothing denied is in the managed rules', () => {
    fc.assert(
      fc.property(anyInput, input => {
        const { profile } = deriveCandidate(input)
        const managed = managedRules(profile).flatMap(rule => rule.names)
        expect(managed.filter(name => input.policy.deny.has(name))).toEqual([])
      }),
      { numRuns: effort(100, 300) }
    )
  })

  test('denied is what would be allowed without the policy, and may not be', () => {
    fc.assert(
      fc.property(anyInput, input => {
        const { denied } = deriveCandidate(input)
        const { deny } = input.policy
        const without = {
          ...input,
          // What a profile has for other machines, nobody here needs.
          portability: 'off' as const,
          removals: 'apply' as const,
          policy: policy('')
        }
        fc.pre(isDerivable(without))
        const free = deriveCandidate(without)
        const allowed = allowedNames(resolveRules(free.profile.syscalls, input))
        expect(denied.map(({ name }) => name)).toEqual(
          [...allowed].filter(name => deny.has(name)).sort()
        )
        expect(denied.filter(({ why }) => why.length === 0)).toEqual([])
      }),
      { numRuns: effort(100, 300) }
    )
  })

  test('deriving again from the result changes no byte', () => {
    fc.assert(
      fc.property(anyInput, input => {
        const once = deriveCandidate(input).profile
        fc.pre(loads(once, input))
        const twice = deriveCandidate({ ...input, committed: once }).profile
        expect(isEmptyDiff(diffProfiles(once, twice, [input]))).toBe(true)
        expect(serializeProfile(twice)).toBe(serializeProfile(once))
      }),
      { numRuns: effort(100, 300) }
    )
  })

  test('calls stand by name, whether they are needed or only kept', () => {
    const input = {
      ...INPUT,
      portability: 'on' as const,
      removals: 'report' as const,
      engineDefault: file({
        syscalls: [
          allow(['open', 'clone'], {
            args: [{ index: 0, value: 0, op: 'SCMP_CMP_NE' }]
          })
        ]
      }),
      // `clone` stands in for it, and is itself one of the old calls next time.
      committed: file({
        syscalls: [allow(['clone3'], { comment: MANAGED_COMMENT })]
      })
    }
    const once = deriveCandidate(input).profile
    const twice = deriveCandidate({ ...input, committed: once }).profile
    expect(serializeProfile(twice)).toBe(serializeProfile(once))
    const conditional = managedRules(once).filter(rule => rule.args.length > 0)
    expect(conditional.map(rule => rule.names)).toEqual([['clone'], ['open']])
  })

  test("a person's rules and keys stay, in meaning and in place", () => {
    fc.assert(
      fc.property(anyInput, committed, (input, before) => {
        const all = { ...input, committed: before }
        fc.pre(isDerivable(all))
        const { profile } = deriveCandidate(all)
        expect(userRules(profile)).toEqual(userRules(normalizeProfile(before)))
        expect(profile.extra).toEqual(before.extra)
        expect(profile.listenerPath).toEqual(before.listenerPath)

        const first = before.syscalls.findIndex(isManaged)
        const place = first < 0 ? userRules(before).length : first
        const managed = managedRules(profile).length
        expect(
          profile.syscalls.slice(place, place + managed).every(isManaged)
        ).toBe(true)
      })
    )
  })
})
