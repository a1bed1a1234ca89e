import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import {
  type CandidateInput,
  deriveCandidate
} from '../../../src/candidate/candidate.ts'
import { parsePolicy } from '../../../src/candidate/policy.ts'
import { allowedNames } from '../../../src/profile/compare/diff.ts'
import {
  architecturesOn,
  loadProfile
} from '../../../src/profile/filter/load.ts'
import { managedRules } from '../../../src/profile/managed.ts'
import { parseProfile } from '../../../src/profile/parse.ts'
import { resolveRules } from '../../../src/profile/resolve.ts'
import { serializeProfile } from '../../../src/profile/serialize.ts'
import { treatmentOf } from '../../../src/profile/treatment.ts'
import { PODMAN_DEFAULT_CAPABILITIES } from '../../../src/syscalls/capabilities.ts'
import { ALWAYS_KEPT } from '../../../src/syscalls/kept.ts'
import { syscallNumbers } from '../../../src/syscalls/numbers.ts'
import { capability, uint64 } from '../../support/profiles/arbitraries.ts'
import { permits } from '../../support/profiles/permits.ts'
import { podmanDefault } from '../../support/profiles/podman-default.ts'

const X86_64 = 'SCMP_ARCH_X86_64' as const
const X86 = 'SCMP_ARCH_X86' as const
const MACHINE = {
  architecture: X86_64,
  capabilities: PODMAN_DEFAULT_CAPABILITIES
}

const INPUT: CandidateInput = {
  recorded: [],
  sees: 'allowed',
  recordUnder: 'default',
  floor: [],
  portability: 'off',
  ...MACHINE,
  engineDefault: podmanDefault,
  committed: undefined,
  removals: 'apply',
  defaultErrno: undefined
}

const derive = (input: Partial<CandidateInput>) =>
  deriveCandidate({ ...INPUT, ...input })

const namesIn = (input: Partial<CandidateInput>) =>
  allowedNames(derive(input).profile.syscalls)

const file = (json: Record<string, unknown>) =>
  parseProfile(
    JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', ...json }),
    'f'
  )

const ALLOW = 'SCMP_ACT_ALLOW'

describe('what a recorder sees', () => {
  const refused = 'refused by the default profile' as const
  const setUp = 'set-up without CAP_SYS_ADMIN' as const

  test.each<
    [
      CandidateInput['sees'],
      CandidateInput['recordUnder'],
      [name: string, why: string][]
    ]
  >([
    ['allowed', 'default', []],
    ['allowed', 'allow-all', []],
    ['tried', 'default', [['bpf', refused]]],
    ['tried', 'allow-all', []],
    [
      'set-up',
      'default',
      [
        ['bpf', refused],
        ['mount', setUp]
      ]
    ],
    ['set-up', 'allow-all', [['mount', setUp]]]
  ])('%s, under %s: %j is left out', (sees, recordUnder, expected) => {
    // The filter lets no refused call through.
    const isPossible = sees !== 'allowed' || recordUnder !== 'default'
    const recorded = [...(isPossible ? ['bpf'] : []), 'mount', 'read']
    const { profile, leftOut } = derive({ recorded, sees, recordUnder })
    expect(leftOut.map(({ name, why }) => [name, why])).toEqual(expected)
    const gone = expected.map(([name]) => name)
    const names = allowedNames(profile.syscalls)
    expect(recorded.filter(name => !names.has(name))).toEqual(gone)
  })

  test('with CAP_SYS_ADMIN, set-up of any container is left out, what the tests alone made is not', () => {
    const { profile, leftOut } = derive({
      recorded: ['mount', 'setns', 'read'],
      sees: 'set-up',
      floor: ['mount', 'read'],
      capabilities: [...PODMAN_DEFAULT_CAPABILITIES, 'CAP_SYS_ADMIN']
    })
    expect(leftOut).toEqual([{ name: 'mount', why: 'set-up in any container' }])
    const names = allowedNames(profile.syscalls)
    expect(names).not.toContain('mount')
    expect(names).toContain('setns')
  })

  test('a number that no table has cannot stand in a profile', () => {
    const { profile } = derive({
      recorded: ['#451', 'read'],
      recordUnder: 'allow-all'
    })
    expect(serializeProfile(profile)).not.toContain('#451')
  })
})

describe('record-under: allow-all', () => {
  const decide = (recordUnder: CandidateInput['recordUnder']) => {
    const { profile } = derive({
      recorded: ['socket', 'bpf'],
      floor: ['personality'],
      sees: 'tried',
      recordUnder
    })
    const loaded = loadProfile(profile, MACHINE)
    return {
      bpf: loaded.decide(X86_64, 'bpf', []),
      audit: loaded.decide(X86_64, 'socket', [16n, 3n, 9n]),
      unix: loaded.decide(X86_64, 'socket', [1n]),
      persona: loaded.decide(X86_64, 'personality', [77n])
    }
  }

  const ALLOWED = 0x7fff0000
  const ENOSYS = 0x50026

  test('frees what was made of the default and its conditions', () => {
    expect(decide('default')).toEqual({
      bpf: ENOSYS,
      audit: 0x50016,
      unix: ALLOWED,
      persona: ENOSYS
    })
    expect(decide('allow-all')).toEqual({
      bpf: ALLOWED,
      audit: ALLOWED,
      unix: ALLOWED,
      // Not made by the tests: the default's conditions hold.
      persona: ENOSYS
    })
  })
})

describe('calls that a replay showed', () => {
  test('are in the profile, under the conditions of the default', () => {
    const replayed = ['chmod', 'personality']
    const { profile } = derive({ replayed })
    const both = derive({ recorded: replayed })
    expect(serializeProfile(profile)).toBe(serializeProfile(both.profile))
    const loaded = loadProfile(profile, MACHINE)
    expect(loaded.decide(X86_64, 'chmod', [])).toBe(0x7fff0000)
    expect(loaded.decide(X86_64, 'personality', [77n])).not.toBe(0x7fff0000)
  })

  test('are under no condition where the tests had no filter', () => {
    const { profile } = derive({
      replayed: ['personality'],
      recordUnder: 'allow-all'
    })
    const loaded = loadProfile(profile, MACHINE)
    expect(loaded.decide(X86_64, 'personality', [77n])).toBe(0x7fff0000)
  })

  test('are there though the recorder takes them for set-up', () => {
    const input = { recorded: ['mount'], sees: 'set-up' as const }
    expect(namesIn(input).has('mount')).toBe(false)
    const { profile, leftOut } = derive({ ...input, replayed: ['mount'] })
    expect(allowedNames(profile.syscalls).has('mount')).toBe(true)
    expect(leftOut).toEqual([])
  })

  test('are needed and denied where the policy denies them', () => {
    const policy = parsePolicy({ deny: 'chmod', allow: '' })
    const { denied, profile } = derive({ replayed: ['chmod'], policy })
    expect(denied.map(({ name }) => name)).toEqual(['chmod'])
    expect(allowedNames(profile.syscalls).has('chmod')).toBe(false)
  })
})

describe('calls that were not seen', () => {
  const committed = derive({ recorded: ['bind', 'personality'] }).profile
  const again = (input: Partial<CandidateInput>) => {
    const { profile, unseen, kept } = derive({ committed, ...input })
    const names = allowedNames(profile.syscalls)
    return { unseen, kept, stay: unseen.filter(name => names.has(name)) }
  }
  const both = ['bind', 'personality']

  test('leave', () => {
    expect(again({})).toEqual({ unseen: both, kept: [], stay: [] })
  })

  test('stay while they may come back, as they were', () => {
    const isUncertain = (name: string) => name === 'personality'
    const rest = ['personality']
    expect(again({ isUncertain })).toEqual({
      unseen: both,
      kept: rest,
      stay: rest
    })
    const { profile } = derive({ committed, isUncertain })
    const loaded = loadProfile(profile, MACHINE)
    expect(loaded.decide(X86_64, 'personality', [0n])).toBe(0x7fff0000)
    expect(loaded.decide(X86_64, 'personality', [77n])).not.toBe(0x7fff0000)
  })

  test('stay with what stands in for them elsewhere', () => {
    const portability = 'on' as const
    const before = derive({ recorded: ['mkdir'], portability }).profile
    const isUncertain = (name: string) => name === 'mkdir'
    const after = derive({ committed: before, portability, isUncertain })
    expect(after.kept).toEqual(['mkdir'])
    expect(after.profile).toEqual(before)
    const gone = derive({ committed: before, portability })
    const names = allowedNames(gone.profile.syscalls)
    expect(['mkdir', 'mkdirat'].filter(name => names.has(name))).toEqual([])
  })

  test('stay all where they are only reported', () => {
    const isUncertain = () => false
    expect(again({ isUncertain, removals: 'report' })).toEqual({
      unseen: both,
      kept: both,
      stay: both
    })
  })

  test('do not stay against the policy', () => {
    const policy = parsePolicy({ deny: 'bind', allow: '' })
    const rest = ['personality']
    expect(again({ isUncertain: () => true, policy })).toEqual({
      unseen: rest,
      kept: rest,
      stay: rest
    })
  })

  test('are none of those that were', () => {
    const isUncertain = () => true
    expect(again({ isUncertain, recorded: both }).unseen).toEqual([])
    expect(again({ isUncertain, replayed: both }).unseen).toEqual([])
  })
})

describe('the floor', () => {
  test('is in the profile, as far as the default allows it', () => {
    const names = namesIn({ floor: ['capset', 'bpf', 'openat'] })
    expect(names.has('capset')).toBe(true)
    expect(names.has('openat')).toBe(true)
    expect(names.has('bpf')).toBe(false)
  })

  test('does not bring back what is left out', () => {
    const recorded = ['mount', 'read']
    const input = { recorded, floor: ['mount'], sees: 'set-up' as const }
    expect(namesIn(input).has('mount')).toBe(false)
    expect(derive(input).leftOut).toHaveLength(1)
  })

  test('a denied call of it is needed to start any container', () => {
    const { denied, profile } = derive({
      recorded: ['capset'],
      floor: ['capset'],
      policy: parsePolicy({ deny: 'capset', allow: '' })
    })
    expect(denied).toEqual([
      { name: 'capset', line: 'capset', why: ['needed to start any container'] }
    ])
    expect(allowedNames(profile.syscalls).has('capset')).toBe(false)
  })

  test('needs no line in the policy', () => {
    const policy = parsePolicy({ deny: '', allow: 'capset' })
    expect(derive({ floor: ['capset'], policy }).byPolicy.size).toBe(0)
    expect(derive({ policy }).byPolicy.get('capset')).toBe('capset')
  })
})

describe('portability', () => {
  const on = { recorded: ['openat'], portability: 'on' as const }
  const names = (input: Partial<CandidateInput>) =>
    derive(input).portable.map(({ name }) => name)

  test('what it adds is in the profile and told', () => {
    const { profile, portable } = derive(on)
    const allowed = allowedNames(profile.syscalls)
    expect(portable.map(({ name }) => name)).toContain('openat2')
    expect(portable.filter(({ name }) => !allowed.has(name))).toEqual([])
  })

  test('adds nothing that a person or the policy speaks of', () => {
    const committed = file({
      syscalls: [
        { names: ['openat2'], action: 'SCMP_ACT_ERRNO', comment: 'mine' }
      ]
    })
    const policy = parsePolicy({ deny: 'open', allow: '' })
    expect(names(on)).toEqual(expect.arrayContaining(['open', 'openat2']))
    const { portable, denied, profile } = derive({ ...on, committed, policy })
    const added = portable.map(({ name }) => name)
    expect(added).not.toContain('open')
    expect(added).not.toContain('openat2')
    const managed = allowedNames(managedRules(profile))
    expect(managed.has('open') || managed.has('openat2')).toBe(false)
    // Nobody needs it here, so the policy may well deny it.
    expect(denied).toEqual([])
  })

  test('adds nothing to a deny-list', () => {
    const committed = file({
      defaultAction: ALLOW,
      syscalls: [{ names: ['bpf'], action: 'SCMP_ACT_ERRNO', comment: 'mine' }]
    })
    expect(names({ ...on, committed })).toEqual([])
  })

  test('an allowed call of the policy is told once', () => {
    const policy = parsePolicy({ deny: '', allow: 'openat2\nptrace' })
    const { byPolicy } = derive({ ...on, policy })
    expect(byPolicy.has('ptrace')).toBe(true)
  })
})

describe('architectures of other programs in the container', () => {
  const listed = (json: Record<string, unknown> | undefined) => {
    const committed = json && file({ ...json, syscalls: [] })
    const { architectures, archMap } = derive({
      committed,
      alsoOn: [X86]
    }).profile
    return { architectures, archMap }
  }
  const map = (...subs: string[]) => [
    { architecture: X86_64, subArchitectures: subs }
  ]

  test('stand in a new file', () => {
    expect(listed(undefined).architectures).toEqual([X86, X86_64])
  })

  test('stand in a list', () => {
    const { architectures } = listed({ architectures: [X86_64] })
    expect(architectures).toEqual([X86, X86_64])
  })

  test('are in a map already', () => {
    expect(listed({ archMap: map(X86) }).archMap).toEqual(map(X86))
  })

  // Engines look up the machine's own entry, and no other.
  test('are in force where the file has a map without them', () => {
    const committed = file({ archMap: map(), syscalls: [] })
    const { profile } = derive({ committed, alsoOn: [X86] })
    expect(architecturesOn(profile, MACHINE)).toContain(X86)
  })

  test('let their programs make what was recorded', () => {
    const { profile } = derive({
      recorded: ['socket', 'waitpid', 'read'],
      recordUnder: 'default',
      alsoOn: [X86]
    })
    const loaded = loadProfile(profile, MACHINE)
    expect(loaded.decide(X86, 'read', [])).toBe(0x7fff0000)
    expect(loaded.decide(X86_64, 'read', [])).toBe(0x7fff0000)
    // socketcall(2) hides the arguments that the default minds.
    expect(loaded.decide(X86_64, 'socket', [16n, 3n, 9n])).not.toBe(0x7fff0000)
  })
})

describe('laws', () => {
  const known = Object.keys(syscallNumbers(X86_64))
  const names = fc.array(fc.constantFrom(...known), { maxLength: 25 })
  const rules = (input: CandidateInput) =>
    resolveRules(podmanDefault.syscalls, input)
  /** What a recorder can have seen: the filter lets no refused call through. */
  const anyInput: fc.Arbitrary<CandidateInput> = fc
    .record({
      recorded: names,
      floor: names,
      sees: fc.constantFrom(
        'allowed' as const,
        'tried' as const,
        'set-up' as const
      ),
      recordUnder: fc.constantFrom('default' as const, 'allow-all' as const),
      portability: fc.constantFrom('on' as const, 'off' as const),
      alsoOn: fc.subarray([X86, 'SCMP_ARCH_X32' as const]),
      capabilities: fc
        .uniqueArray(capability)
        .map(more => [...PODMAN_DEFAULT_CAPABILITIES, ...more])
    })
    .map(members => ({ ...INPUT, ...members }))
    .map(input => ({
      ...input,
      recorded: input.recorded.filter(
        name =>
          input.sees !== 'allowed' ||
          input.recordUnder !== 'default' ||
          treatmentOf(rules(input), name, podmanDefault).kind !== 'refused'
      )
    }))
  const underDefault = anyInput.map(input => ({
    ...input,
    recordUnder: 'default' as const,
    recorded: input.recorded.filter(
      name =>
        input.sees !== 'allowed' ||
        treatmentOf(rules(input), name, podmanDefault).kind !== 'refused'
    )
  }))
  const values = fc.array(
    fc.array(fc.oneof(uint64, fc.constantFrom(16n, 40n)), {
      minLength: 6,
      maxLength: 6
    }),
    { minLength: 3, maxLength: 3 }
  )

  test("under podman's default, the profile is never wider than it", () => {
    fc.assert(
      fc.property(underDefault, values, (input, tuples) => {
        const { syscalls } = deriveCandidate(input).profile
        const byDefault = rules(input)
        for (const name of allowedNames(syscalls)) {
          for (const tuple of tuples) {
            if (!permits(syscalls, name, tuple)) continue
            expect([name, permits(byDefault, name, tuple)]).toEqual([
              name,
              true
            ])
          }
        }
      })
    )
  })

  test('what was recorded, the floor and what is always kept stay', () => {
    fc.assert(
      fc.property(anyInput, input => {
        const { profile, leftOut } = deriveCandidate(input)
        const allowed = allowedNames(profile.syscalls)
        const byDefault = rules(input)
        const gone = new Set(leftOut.map(({ name }) => name))
        const needed = [
          ...ALWAYS_KEPT,
          ...input.recorded.filter(name => !gone.has(name)),
          ...input.floor.filter(
            name =>
              !gone.has(name) &&
              treatmentOf(byDefault, name, podmanDefault).kind !== 'refused'
          )
        ]
        expect(needed.filter(name => !allowed.has(name))).toEqual([])
      })
    )
  })

  test('portability only adds, and tells what', () => {
    fc.assert(
      fc.property(anyInput, values, (input, tuples) => {
        const on = deriveCandidate({ ...input, portability: 'on' })
        const off = deriveCandidate({ ...input, portability: 'off' })
        const before = allowedNames(off.profile.syscalls)
        const after = allowedNames(on.profile.syscalls)
        for (const name of before) {
          for (const tuple of tuples) {
            if (!permits(off.profile.syscalls, name, tuple)) continue
            expect([name, permits(on.profile.syscalls, name, tuple)]).toEqual([
              name,
              true
            ])
          }
        }
        expect(on.portable.map(({ name }) => name)).toEqual(
          [...after].filter(name => !before.has(name)).sort()
        )
        expect(off.portable).toEqual([])
      })
    )
  })

  test('the order of recordings, of the floor and of calls does not matter', () => {
    fc.assert(
      fc.property(anyInput, names, (input, more) => {
        const one = [...input.recorded, ...more]
        const other = [...more, ...input.recorded, ...more].reverse()
        // A refused call is none that this recorder can have seen.
        const sees = input.sees === 'allowed' ? 'tried' : input.sees
        const text = (recorded: string[], floor: readonly string[]) =>
          serializeProfile(
            deriveCandidate({ ...input, sees, recorded, floor }).profile
          )
        expect(text(other, [...input.floor].reverse())).toBe(
          text(one, input.floor)
        )
      })
    )
  })

  test('nothing leaves that is uncertain, and nothing else stays', () => {
    fc.assert(
      fc.property(anyInput, names, fc.func(fc.boolean()), (input, old, is) => {
        const isUncertain = (name: string) => is(name)
        const committed = deriveCandidate({ ...input, recorded: old }).profile
        const next = deriveCandidate({ ...input, committed, isUncertain })
        expect(next.kept).toEqual(next.unseen.filter(isUncertain))
        const after = allowedNames(next.profile.syscalls)
        expect(next.unseen.filter(name => after.has(name))).toEqual(next.kept)
      })
    )
  })

  test('a file that was derived is derived again, byte for byte', () => {
    fc.assert(
      fc.property(anyInput, input => {
        const once = deriveCandidate(input).profile
        const twice = deriveCandidate({ ...input, committed: once }).profile
        expect(serializeProfile(twice)).toBe(serializeProfile(once))
      })
    )
  })

  test('more recordings never take a call away', () => {
    fc.assert(
      fc.property(anyInput, names, (input, more) => {
        const sees = 'tried' as const
        const one = deriveCandidate({ ...input, sees })
        const both = deriveCandidate({
          ...input,
          sees,
          recorded: [...input.recorded, ...more]
        })
        const after = allowedNames(both.profile.syscalls)
        expect(
          [...allowedNames(one.profile.syscalls)].filter(n => !after.has(n))
        ).toEqual([])
      })
    )
  })
})
