import fc from 'fast-check'

import {
  type Action,
  ACTIONS,
  type Arg,
  type Filter,
  OPERATORS,
  type Profile,
  type Rule
} from '../../../src/profile/types.ts'
import {
  type Architecture,
  ARCHITECTURES
} from '../../../src/syscalls/architectures.ts'
import type { JsonValue } from '../../../src/text/json.ts'
import { anyText } from './any-text.ts'

/** Few names, so that rules often speak of the same call. */
export const syscallName = fc.constantFrom(
  'bpf',
  'clone',
  'clone3',
  'execve',
  'futex',
  'getpid',
  'mount',
  'open',
  'ptrace',
  'read',
  'setns',
  'socket',
  'tgkill',
  'unshare',
  'write'
)

/** Any text but an empty one, control characters included. */
const someText = anyText({ minLength: 1, maxLength: 12 })

/** Small values, so that conditions meet, and the ends of the range. */
export const uint64 = fc.oneof(
  fc.bigInt({ min: 0n, max: 3n }),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
)

const { json } = fc.letrec<{ json: JsonValue }>(tie => ({
  json: fc.oneof(
    { maxDepth: 2 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.bigInt({ min: 2n ** 53n, max: 2n ** 70n }),
    anyText(),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie('json'), {
      maxKeys: 3,
      noNullPrototype: true
    })
  )
}))

const extra = fc.dictionary(
  fc.string({ maxLength: 5 }).map(key => `x-${key}`),
  json,
  { minKeys: 1, maxKeys: 2, noNullPrototype: true }
)

const arg: fc.Arbitrary<Arg> = fc.record(
  {
    index: fc.nat(5),
    value: uint64,
    valueTwo: uint64,
    op: fc.constantFrom(...OPERATORS),
    extra
  },
  { requiredKeys: ['index', 'value', 'valueTwo', 'op'] }
)

export const capability = fc.constantFrom(
  'CAP_SYS_ADMIN',
  'CAP_SYS_PTRACE',
  'CAP_CHOWN'
)

const filter: fc.Arbitrary<Filter> = fc
  .record(
    {
      caps: fc.uniqueArray(capability, { minLength: 1 }),
      arches: fc.uniqueArray(fc.constantFrom('amd64', 'arm64'), {
        minLength: 1
      }),
      minKernel: fc.constantFrom('4.8', '5.19'),
      extra
    },
    { requiredKeys: [] }
  )
  .filter(f => Object.keys(f).length > 0)

const names = fc.array(syscallName, { minLength: 1, maxLength: 4 })

/** Any rule that has a canonical text, that is without empty values. */
export const rule: fc.Arbitrary<Rule> = fc.record(
  {
    names,
    action: fc.constantFrom(...ACTIONS),
    errnoRet: fc.nat(65535),
    errno: fc.constantFrom('EPERM', 'ENOSYS', 'EINVAL'),
    args: fc.array(arg, { maxLength: 3 }),
    comment: someText,
    includes: filter,
    excludes: filter,
    extra
  },
  { requiredKeys: ['names', 'action', 'args'] }
)

const architectures = fc.uniqueArray(fc.constantFrom(...ARCHITECTURES), {
  minLength: 1,
  maxLength: 3
})

/** Any profile that has a canonical text. */
export const profile: fc.Arbitrary<Profile> = fc
  .tuple(
    fc.record(
      {
        defaultAction: fc.constantFrom(...ACTIONS),
        defaultErrnoRet: fc.nat(65535),
        defaultErrno: fc.constantFrom('EPERM', 'ENOSYS'),
        flags: fc.array(someText, { minLength: 1, maxLength: 2 }),
        listenerPath: someText,
        listenerMetadata: someText,
        syscalls: fc.array(rule, { maxLength: 5 }),
        extra
      },
      { requiredKeys: ['defaultAction', 'syscalls'] }
    ),
    fc.oneof(
      fc.constant({}),
      fc.record({ architectures }),
      fc.record({
        archMap: fc.array(
          fc.record(
            {
              architecture: fc.constantFrom(...ARCHITECTURES),
              subArchitectures: architectures,
              extra
            },
            { requiredKeys: ['architecture', 'subArchitectures'] }
          ),
          { minLength: 1, maxLength: 2 }
        )
      })
    )
  )
  .map(([profile, architectures]) => ({ ...profile, ...architectures }))

/**
 * Profiles for x86-64 of which libseccomp can make filters: with few names and
 * values, so that rules and conditions meet, and often with one action only.
 */
export const judgeable: fc.Arbitrary<Profile> = fc
  .constantFrom<Action[]>(
    ['SCMP_ACT_ALLOW'],
    ['SCMP_ACT_ALLOW', 'SCMP_ACT_ERRNO', 'SCMP_ACT_KILL_PROCESS']
  )
  .chain(actions => {
    const condition = fc.record({
      index: fc.nat(2),
      value: wordValue,
      valueTwo: wordValue,
      op: fc.constantFrom(...OPERATORS)
    })
    const rule = fc.record(
      {
        names: fc.array(
          fc.oneof(syscallName, fc.constantFrom('stat64', 'socketcall', 'x')),
          { minLength: 1, maxLength: 3 }
        ),
        action: fc.constantFrom(...actions),
        errnoRet: fc.constantFrom(1, 22, 38),
        args: fc.oneof(
          fc.constant<Arg[]>([]),
          fc.uniqueArray(condition, {
            maxLength: 3,
            selector: arg => arg.index
          }),
          fc.array(condition, { maxLength: 2 })
        ),
        includes: filter,
        excludes: filter
      },
      { requiredKeys: ['names', 'action', 'args'] }
    )
    return fc.record(
      {
        defaultAction: fc.constantFrom<Action>(
          'SCMP_ACT_ERRNO',
          'SCMP_ACT_ERRNO',
          'SCMP_ACT_ALLOW',
          'SCMP_ACT_KILL'
        ),
        defaultErrnoRet: fc.constantFrom(1, 38),
        architectures: fc.constantFrom<Architecture[]>(
          ['SCMP_ARCH_X86_64'],
          ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'],
          ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32']
        ),
        syscalls: fc.array(rule, { maxLength: 8 })
      },
      { requiredKeys: ['defaultAction', 'syscalls'] }
    )
  })

/** Small values, and those at which the upper word begins. */
const wordValue = fc.oneof(
  fc.bigInt({ min: 0n, max: 3n }),
  fc.constantFrom(2n ** 32n - 1n, 2n ** 32n, 2n ** 33n + 1n, 2n ** 64n - 1n)
)

/** An engine's default: errno by default, some rules for some containers. */
export const engineDefault: fc.Arbitrary<Profile> = fc.record({
  defaultAction: fc.constant('SCMP_ACT_ERRNO' as const),
  syscalls: fc.array(
    fc.record(
      {
        names,
        action: fc.constantFrom(
          'SCMP_ACT_ALLOW' as const,
          'SCMP_ACT_ALLOW' as const,
          'SCMP_ACT_LOG' as const,
          'SCMP_ACT_ERRNO' as const
        ),
        errnoRet: fc.nat(40),
        args: fc.array(arg, { maxLength: 2 }),
        includes: filter,
        excludes: filter
      },
      { requiredKeys: ['names', 'action', 'args'] }
    ),
    { maxLength: 8 }
  )
})

/** A committed file: rules of a person's and managed ones, in any order. */
export const committed: fc.Arbitrary<Profile> = fc
  .tuple(
    profile,
    fc.array(fc.tuple(rule, fc.constantFrom('by hand: ', 'seccomp-lock: ')), {
      maxLength: 5
    })
  )
  .map(([profile, rules]) => ({
    ...profile,
    defaultAction: 'SCMP_ACT_ERRNO',
    syscalls: rules.map(([rule, by]) => ({
      ...rule,
      comment: by + (rule.comment ?? '')
    }))
  }))

/** Text made of what could end a line, a code span, a cell or a command. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '::',
        ':',
        '##[',
        '#',
        '[',
        ']',
        '`',
        '``',
        '|',
        '\\',
        ' ',
        '\n',
        '\r',
        '\t',
        '\0',
        '\x1b[2J',
        '\x7f',
        '\x85',
        '\u2028',
        '\u2029',
        '\ufeff',
        '\u3000',
        '::set-env name=A::b',
        '<script>',
        '@somebody',
        '![x](http://x)',
        '--',
        '$(id)',
        '"'
      ),
      anyText({ maxLength: 3 })
    ),
    { maxLength: 10 }
  )
  .map(parts => parts.join(''))
