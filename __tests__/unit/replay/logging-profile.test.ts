import fs from 'node:fs'

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { deriveCandidate } from '../../../src/candidate/candidate.ts'
import {
  loadProfile,
  loads,
  RefusedProfile
} from '../../../src/profile/filter/load.ts'
import { letsThrough, returnOf } from '../../../src/profile/filter/returns.ts'
import { parseProfile } from '../../../src/profile/parse.ts'
import { resolveRules } from '../../../src/profile/resolve.ts'
import { serializeProfile } from '../../../src/profile/serialize.ts'
import { isDenyList, treatmentOf } from '../../../src/profile/treatment.ts'
import type { Action, Arg, Profile, Rule } from '../../../src/profile/types.ts'
import { refusalLogProfile } from '../../../src/replay/logging-profile.ts'
import type { Architecture } from '../../../src/syscalls/architectures.ts'
import { PODMAN_DEFAULT_CAPABILITIES } from '../../../src/syscalls/capabilities.ts'
import { syscallNumbers } from '../../../src/syscalls/numbers.ts'
import { caught } from '../../support/caught.ts'
import { effort } from '../../support/effort.ts'
import {
  engineDefault,
  judgeable,
  profile
} from '../../support/profiles/arbitraries.ts'
import { podmanDefault } from '../../support/profiles/podman-default.ts'

const ALLOW = 'SCMP_ACT_ALLOW'
const LOG = 'SCMP_ACT_LOG'
const ERRNO = 'SCMP_ACT_ERRNO'

const LOGGED = 0x7ffc0000
const ALLOWED = 0x7fff0000
const refusedWith = (errno: number) => 0x00050000 + errno

const MACHINE = {
  architecture: 'SCMP_ARCH_X86_64',
  capabilities: PODMAN_DEFAULT_CAPABILITIES
} as const

const RUNTIMES = ['crun', 'runc'] as const

const rule = (action: Action, names: string[], ...args: Arg[]): Rule => ({
  names,
  action,
  args
})

const is = (index: number, value: bigint): Arg => ({
  index,
  value,
  valueTwo: 0n,
  op: 'SCMP_CMP_EQ'
})

const list = (defaultAction: Action, ...syscalls: Rule[]): Profile => ({
  defaultAction,
  defaultErrnoRet: 38,
  syscalls
})

/** What a profile does to calls, on one architecture. */
const decider =
  (given: Profile, architecture: Architecture = MACHINE.architecture) =>
  (name: string, ...args: bigint[]) =>
    loadProfile(given, MACHINE).decide(architecture, name, args)

/** What recordings of these calls give. */
const derive = (recorded: readonly string[], committed?: Profile) =>
  deriveCandidate({
    recorded,
    committed,
    sees: 'allowed',
    floor: ['execve', 'prctl'],
    recordUnder: 'default',
    portability: 'off',
    removals: 'apply',
    ...MACHINE,
    engineDefault: podmanDefault,
    defaultErrno: 'ENOSYS'
  }).profile

describe('under a list of allowed calls', () => {
  test('logs what the candidate lacks, and the start', () => {
    const candidate = list(ERRNO, rule(ALLOW, ['execve', 'read', 'socket']))
    const decide = decider(refusalLogProfile(candidate, podmanDefault, MACHINE))
    expect({
      execve: decide('execve'),
      execveat: decide('execveat'),
      read: decide('read'),
      mkdir: decide('mkdir'),
      socket: decide('socket', 16n, 3n, 9n),
      bpf: decide('bpf'),
      personality: decide('personality', 0n),
      otherPersonality: decide('personality', 77n)
    }).toEqual({
      execve: LOGGED,
      execveat: LOGGED,
      read: ALLOWED,
      mkdir: LOGGED,
      socket: ALLOWED,
      bpf: refusedWith(38),
      personality: LOGGED,
      otherPersonality: refusedWith(38)
    })
  })

  test('a call that the default allows in part is refused otherwise as the candidate refuses', () => {
    const candidate = list(ERRNO, rule(ALLOW, ['execve']))
    const decide = decider(refusalLogProfile(candidate, podmanDefault, MACHINE))
    expect([decide('socket', 1n), decide('socket', 16n, 3n, 9n)]).toEqual([
      LOGGED,
      refusedWith(38)
    ])
  })

  test("refusals of the default's that are needed stay", () => {
    const outer = list(
      ERRNO,
      { ...rule(ERRNO, ['socket'], is(0, 1n)), errnoRet: 22 },
      rule(ALLOW, ['socket'], { ...is(1, 7n), op: 'SCMP_CMP_NE' })
    )
    const candidate = list(ERRNO, rule(ALLOW, ['read']))
    const before = decider(outer)
    const decide = decider(refusalLogProfile(candidate, outer, MACHINE))
    for (const domain of [0n, 1n, 2n]) {
      for (const type of [6n, 7n, 8n]) {
        expect(decide('socket', domain, type) === LOGGED).toBe(
          before('socket', domain, type) === ALLOWED
        )
      }
    }
  })

  test.each([{ errnoRet: 22 }, { errno: 'EINVAL' }])(
    'a refusal among what the default allows stays: %j',
    answer => {
      const outer = list(
        ERRNO,
        { ...rule(ERRNO, ['socket'], is(0, 1n)), ...answer },
        rule(ALLOW, ['socket'], { ...is(0, 0n), op: 'SCMP_CMP_NE' })
      )
      const candidate = list(ERRNO, rule(ALLOW, ['read']))
      const decide = decider(refusalLogProfile(candidate, outer, MACHINE))
      expect([0n, 1n, 2n].map(family => decide('socket', family))).toEqual([
        refusedWith(38),
        refusedWith(22),
        LOGGED
      ])
    }
  )

  test.each([22, 38])("a user's refusal with errno %d stays", errno => {
    const candidate = list(
      ERRNO,
      rule(ALLOW, ['execve']),
      { ...rule(ERRNO, ['chmod']), errnoRet: errno },
      rule(ALLOW, ['kill'], is(1, 0n))
    )
    const closed = decider(refusalLogProfile(candidate, podmanDefault, MACHINE))
    expect([closed('chmod'), closed('fchmod')]).toEqual([
      refusedWith(errno),
      LOGGED
    ])
    expect([closed('kill', 1n, 0n), closed('kill', 1n, 9n)]).toEqual([
      ALLOWED,
      refusedWith(38)
    ])
    const open = decider(refusalLogProfile(candidate, undefined, MACHINE))
    expect([open('chmod'), open('fchmod')]).toEqual([
      refusedWith(errno),
      LOGGED
    ])
    expect([open('kill', 1n, 0n), open('kill', 1n, 9n)]).toEqual([
      ALLOWED,
      LOGGED
    ])
  })

  test('what counts for another container only is not named', () => {
    const candidate = list(ERRNO, {
      ...rule(ERRNO, ['chmod']),
      includes: { caps: ['CAP_SYS_ADMIN'] }
    })
    const decide = decider(refusalLogProfile(candidate, podmanDefault, MACHINE))
    expect(decide('chmod')).toBe(LOGGED)
  })

  test('what the candidate logs itself is no refusal', () => {
    const candidate = list(ERRNO, rule(LOG, ['chmod']))
    const decide = decider(refusalLogProfile(candidate, podmanDefault, MACHINE))
    expect([decide('chmod'), decide('fchmod')]).toEqual([ALLOWED, LOGGED])
  })

  test('a start that the candidate does not allow outright is not added', () => {
    const candidate = list(
      ERRNO,
      { ...rule(ERRNO, ['execve']), errnoRet: 1 },
      rule(ALLOW, ['execveat'], is(0, 3n))
    )
    const decide = decider(refusalLogProfile(candidate, podmanDefault, MACHINE))
    expect([
      decide('execve'),
      decide('execveat', 3n),
      decide('execveat', 4n)
    ]).toEqual([refusedWith(1), ALLOWED, refusedWith(38)])
  })

  test('socketcall(2) is logged for calls that the candidate lacks only', () => {
    const x86 = 'SCMP_ARCH_X86'
    const candidate = {
      ...list(ERRNO, rule(ALLOW, ['execve', 'socket'])),
      architectures: [MACHINE.architecture, x86]
    } satisfies Profile
    const decide = decider(
      refusalLogProfile(candidate, podmanDefault, MACHINE),
      x86
    )
    expect([
      decide('socketcall', 1n),
      decide('socketcall', 2n),
      decide('ipc', 1n)
    ]).toEqual([ALLOWED, LOGGED, LOGGED])
  })

  test('a call that libseccomp does not take with the rest is refused', () => {
    const candidate = {
      ...list(
        ERRNO,
        rule(ALLOW, ['execve']),
        rule(ALLOW, ['socketcall'], is(0, 1n))
      ),
      architectures: [MACHINE.architecture, 'SCMP_ARCH_X86']
    } satisfies Profile
    const result = refusalLogProfile(candidate, podmanDefault, MACHINE)
    const decide = decider(result)
    expect([decide('socket', 1n), decide('mkdir')]).toEqual([
      refusedWith(38),
      LOGGED
    ])
  })
})

describe('under a filter that lets through what it does not name', () => {
  const candidate = list(ERRNO, rule(ALLOW, ['execve', 'read']))

  test('allow-all: logs whatever the candidate does not allow', () => {
    const given = refusalLogProfile(candidate, undefined, MACHINE)
    const decide = decider(given)
    expect(given.defaultErrnoRet).toBeUndefined()
    expect([decide('execve'), decide('read'), decide('mount')]).toEqual([
      LOGGED,
      ALLOWED,
      LOGGED
    ])
    // A number that no table has.
    expect(loadProfile(given, MACHINE).decide(MACHINE.architecture, 9999)).toBe(
      LOGGED
    )
  })

  test('a deny-list: what it refuses is refused', () => {
    const outer = list(
      ALLOW,
      rule(ERRNO, ['mount', 'read']),
      rule(ERRNO, ['kill'], is(1, 9n))
    )
    const decide = decider(refusalLogProfile(candidate, outer, MACHINE))
    expect({
      read: decide('read'),
      mount: decide('mount'),
      kill: decide('kill', 1n, 9n),
      killBy15: decide('kill', 1n, 15n),
      mkdir: decide('mkdir')
    }).toEqual({
      read: ALLOWED,
      mount: refusedWith(38),
      kill: refusedWith(38),
      killBy15: LOGGED,
      mkdir: LOGGED
    })
  })
})

test.each([ALLOW, LOG] as const)(
  'of a deny-list (%s), only the start is logged',
  byDefault => {
    const candidate = list(byDefault, rule(ERRNO, ['chmod']))
    const decide = decider(refusalLogProfile(candidate, podmanDefault, MACHINE))
    expect([decide('execve'), decide('chmod'), decide('mount')]).toEqual([
      LOGGED,
      refusedWith(1),
      decider(candidate)('mount')
    ])
  }
)

test('a candidate that cannot be loaded is refused', async () => {
  const candidate = list(ERRNO, { ...rule(ERRNO, ['read']), errnoRet: 4095 })
  const error = await caught(() =>
    refusalLogProfile(candidate, podmanDefault, MACHINE)
  )
  expect(error).toBeInstanceOf(RefusedProfile)
})

test('leaves what it was given as it was', () => {
  const candidate = derive(['read', 'socket'])
  const [before, outer] = [candidate, podmanDefault].map(serializeProfile)
  refusalLogProfile(candidate, podmanDefault, MACHINE)
  expect([candidate, podmanDefault].map(serializeProfile)).toEqual([
    before,
    outer
  ])
})

/** Calls by name on one architecture, with arguments. */
interface Call {
  architecture: Architecture
  name: string
  args: bigint[]
}

/** Says where a logging profile does not do what it should. */
function faults(
  candidate: Profile,
  outer: Profile | undefined,
  calls: readonly Call[]
): string[] {
  const result = refusalLogProfile(candidate, outer, MACHINE)
  const unloadable = RUNTIMES.filter(
    runtime =>
      loads(candidate, { ...MACHINE, runtime }) &&
      !loads(result, { ...MACHINE, runtime })
  )
  if (unloadable.length > 0) return unloadable
  const rules = resolveRules(candidate.syscalls, MACHINE)
  const named = new Set(rules.flatMap(({ names }) => names))
  const load = (given: Profile) => loadProfile(given, MACHINE)
  const [own, is] = [load(candidate), load(result)]
  const out = load(outer ?? list(ALLOW))
  const isOpen = outer === undefined || isDenyList(outer)
  return calls
    .filter(({ architecture, name }) =>
      [own, is, out].some(
        loaded => loaded.decide(architecture, name) !== undefined
      )
    )
    .filter(({ architecture, name, args }) => {
      // Undefined for a call that the architecture does not have, and that no
      // rule in force names.
      const [before = own.default, now = is.default, outside = out.default] = [
        own,
        is,
        out
      ].map(loaded => loaded.decide(architecture, name, args))
      const { kind } = treatmentOf(rules, name, candidate)
      const isLogged = now === LOGGED
      if (letsThrough(before)) {
        const isStart = name.startsWith('execve') && kind === 'allowed'
        const mayLog = isStart || isDenyList(candidate)
        return !letsThrough(now) || (isStart ? !isLogged : isLogged && !mayLog)
      }
      if (isDenyList(candidate)) return now !== before
      if (!named.has(name)) {
        return letsThrough(outside) ? !isLogged : letsThrough(now)
      }
      if (!isOpen || before !== own.default) return now !== before
      // A rule that does what the default does counts where it is alone.
      const about = rules.filter(rule => rule.names.includes(name))
      const isRuled =
        about.every(rule => returnOf(rule) === own.default) &&
        about.some(rule => rule.args.length === 0)
      return isRuled ? letsThrough(now) : letsThrough(now) && !isLogged
    })
    .map(
      ({ architecture, name, args }) =>
        `${architecture} ${name}(${args.join(', ')})`
    )
}

/** Every call of an architecture, with no arguments and with some. */
const everyCall = (architecture: Architecture): Call[] =>
  Object.keys(syscallNumbers(architecture)).flatMap(name =>
    [[], [1n, 1n, 1n], [16n, 3n, 9n], [2n ** 32n, 7n]].map(args => ({
      architecture,
      name,
      args
    }))
  )

const FOLDER = new URL('../../fixtures/profiles/', import.meta.url)
const corpus = fs
  .readdirSync(FOLDER)
  .filter(name => name.endsWith('.json'))
  .map(
    name =>
      [
        name,
        parseProfile(fs.readFileSync(new URL(name, FOLDER), 'utf8'), name)
      ] as const
  )
  .filter(([, given]) => loads(given, MACHINE))

const OUTERS: [string, Profile | undefined][] = [
  ["podman's default", podmanDefault],
  ['all allowed', undefined],
  ['a deny-list', list(ALLOW, rule(ERRNO, ['mount', 'bpf']))]
]

describe.each(OUTERS)('under %s', (_, outer) => {
  test.each(corpus)('%s', (_, candidate) => {
    const calls = everyCall(MACHINE.architecture)
    expect(faults(candidate, outer, calls)).toEqual([])
  })

  const names = Object.keys(syscallNumbers(MACHINE.architecture))
  test('any candidate, with rules of a person', () => {
    fc.assert(
      fc.property(
        fc.subarray(names),
        fc.option(judgeable, { nil: undefined }),
        (recorded, committed) => {
          const candidate = derive(recorded, committed)
          fc.pre(loads(candidate, MACHINE))
          const calls = everyCall(MACHINE.architecture)
          expect(faults(candidate, outer, calls)).toEqual([])
        }
      ),
      { numRuns: effort(20, 40) }
    )
  })
})

const isEmptyMask = ({ op, value }: Arg) =>
  op === 'SCMP_CMP_MASKED_EQ' && value === 0n

const words = fc.array(
  fc.oneof(
    fc.bigInt({ min: 0n, max: 4n }),
    fc.constantFrom(2n ** 32n - 1n, 2n ** 32n, 2n ** 33n + 1n)
  ),
  { maxLength: 3 }
)

test('any profiles', () => {
  fc.assert(
    fc.property(
      fc.oneof(profile, judgeable),
      fc.option(fc.oneof(engineDefault, judgeable), { nil: undefined }),
      fc.array(words, { minLength: 10, maxLength: 10 }),
      (candidate, outer, values) => {
        fc.pre(loads(candidate, MACHINE))
        fc.pre(outer === undefined || loads(outer, MACHINE))
        // libseccomp takes such a condition for none; treatmentOf does not.
        fc.pre(!outer?.syscalls.some(({ args }) => args.some(isEmptyMask)))
        // Its rules may not go with those about calls that it makes, above.
        fc.pre(!candidate.syscalls.some(r => r.names.includes('socketcall')))
        const names = [candidate, outer]
          .flatMap(one => one?.syscalls ?? [])
          .flatMap(rule => rule.names)
        const calls = [...new Set([...names, 'execve', 'sync'])].flatMap(name =>
          values.map(args => ({
            architecture: MACHINE.architecture,
            name,
            args
          }))
        )
        expect(faults(candidate, outer, calls)).toEqual([])
      }
    ),
    { numRuns: effort(100, 1000) }
  )
})
