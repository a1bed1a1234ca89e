import fs from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { ACTION } from '../../scripts/local-runner.ts'
import { normalizeProfile } from '../../src/profile/normalize.ts'
import { parseProfile } from '../../src/profile/parse.ts'
import { serializeProfile } from '../../src/profile/serialize.ts'
import { syscallNumbers } from '../../src/syscalls/numbers.ts'
import { some } from '../support/effort.ts'
import {
  type Engine,
  labelled,
  podmanWith,
  runContainer,
  startDocker,
  watchFilters
} from '../support/engines.ts'
import {
  BASE_IMAGE,
  createScratch,
  processesWith,
  type Scratch,
  until
} from '../support/scratch.ts'

const fixtures = path.join(ACTION, '__tests__/fixtures/profiles')
const files = fs.readdirSync(fixtures).filter(file => file.endsWith('.json'))
const read = (file: string) =>
  fs.readFileSync(path.join(fixtures, file), 'utf8')
const rewrite = (text: string, file: string) =>
  serializeProfile(normalizeProfile(parseProfile(text, file)))

/** Calls that end, stop or double whoever makes them, or take their time. */
const NOT_PROBED = new Set([
  'exit',
  'exit_group',
  'rt_sigreturn',
  'pause',
  'sync',
  'fork',
  'vfork',
  'uprobe',
  'uretprobe'
])

/** Arguments under which some profiles let a call through and others do not. */
const WITH_ARGUMENTS: [string, number[]][] = [
  ['ioctl', [10]],
  ['personality', [0]],
  ['personality', [8]],
  ['personality', [9]],
  ['personality', [2 ** 32 - 1]],
  ['socket', [1, 1, 0]],
  ['socket', [2, 1, 0]],
  ['socket', [16, 3, 0]],
  ['socket', [16, 3, 9]],
  ['socket', [38, 5, 0]],
  ['socket', [40, 1, 0]]
]

const numbers = syscallNumbers('SCMP_ARCH_X86_64')

/** Every call with -1 for all arguments, which makes it do nothing; and these. */
const PROBES = [
  ...Object.keys(numbers)
    .filter(name => !NOT_PROBED.has(name))
    .map((name): [string, number[]] => [name, []]),
  ...WITH_ARGUMENTS
].map(([name, args]) => {
  const all = [...args, -1, -1, -1, -1, -1, -1].slice(0, 6)
  return [name, numbers[name], ...all].join(',')
})

/** Makes the calls of its arguments and prints the errno of each. */
const PROBE = `
$| = 1;
print "started\\n";
for (@ARGV) {
  my ($name, $number, @args) = split /,/;
  my $result = syscall($number + 0, map { $_ + 0 } @args);
  print "$name(@args): ", $result == -1 ? $! + 0 : "done", "\\n";
}`

interface Case {
  start(directory: string): Promise<Engine> | Engine
  /**
   * What the engine may refuse to load, with a piece of what it then says. One
   * of another version may know more: to load such a profile is no mistake.
   */
  refuses: Record<string, RegExp>
  /** What it may load so that the start of a container hangs. */
  hangs?: string[]
  /** Says the same whenever a container dies of its filter at once. */
  steady: boolean
}

const RUNC_REFUSES = {
  // No errno is as great as these profiles' 65535 and 12345.
  'actions.json': /error adding seccomp filter rule for syscall keyctl/,
  'docker-example.json': /error adding seccomp filter rule for syscall syslog/,
  // An old runc knows no flags. An old Docker leaves out flags and the
  // listener, which runc misses when the filter is loaded already.
  'flags.json': /seccomp flags are not yet supported/,
  'listener.json':
    /seccomp flags are not yet supported|listenerPath is not set|seccomp agent/,
  // Later versions know this one, but libseccomp mixes no architectures of
  // different endianness.
  'multi-architecture.json':
    /SCMP_ARCH_RISCV64 is not a valid arch|error adding architecture/
}

const CASES: Record<string, Case> = {
  'podman with runc': {
    start: () => podmanWith('runc'),
    refuses: RUNC_REFUSES,
    // A program in Go with several threads: they die in any order.
    steady: false
  },
  'podman with crun': {
    start: () => podmanWith('crun'),
    refuses: {
      'actions.json': /errno value specified for action `SCMP_ACT_TRAP`/,
      'deny-mount.json': /errno value specified for action `SCMP_ACT_ALLOW`/,
      'docker-example.json': /seccomp_rule_add `syslog`/,
      'listener.json': /open seccomp receiver/,
      'multi-architecture.json': /seccomp adding architecture/
    },
    // Calls that do nothing and succeed: crun tries again for ever.
    hangs: ['default-errno-zero.json'],
    steady: true
  },
  Docker: { start: startDocker, refuses: RUNC_REFUSES, steady: false }
}

let scratch: Scratch
let filters: Awaited<ReturnType<typeof watchFilters>>
/** What is to be done at the end, the last first. */
const ends: (() => Promise<void> | void)[] = []

beforeAll(async () => {
  scratch = createScratch()
  ends.push(() => {
    scratch.remove()
  })
  ends.push(() => {
    expect(processesWith(scratch.root)).toEqual([])
  })
  filters = await watchFilters(scratch.root)
  ends.push(filters.stop)
})

afterAll(async () => {
  const errors: unknown[] = []
  for (const end of ends.reverse()) {
    try {
      await end()
    } catch (error) {
      errors.push(error)
    }
  }
  expect(errors).toEqual([])
})

/** Marks this test's containers, and names them apart. */
const LABEL = `seccomp-lock-engines=${process.pid}`
let containers = 0

/** Runs the probe under a profile, or under none. */
async function probe(engine: Engine, profile?: string, limitMs = 60_000) {
  const host = `lock-${process.pid}-${++containers}`
  const file = path.join(scratch.root, 'profile.json')
  fs.writeFileSync(file, profile ?? '')
  const option = `seccomp=${profile === undefined ? 'unconfined' : file}`
  const args = [
    `--label=${LABEL}`,
    `--hostname=${host}`,
    `--security-opt=${option}`,
    BASE_IMAGE,
    'perl',
    '-e',
    PROBE,
    ...PROBES
  ]
  const ended = await runContainer(engine, scratch.root, args, limitMs)
  return { ...ended, host }
}

/** What two profiles of the same meaning have in common, with its kind. */
async function behaviour(
  engine: Engine,
  { refuses, hangs, steady }: Case,
  file: string,
  profile: string
) {
  const mayHang = hangs?.includes(file) === true
  const { host, hung, code, stdout, stderr } = await probe(
    engine,
    profile,
    mayHang ? 5_000 : 60_000
  )
  const said = stderr.replace(/[0-9a-f]{64}/g, 'ID')
  const refusal = refuses[file]
  if (hung && !mayHang) {
    throw new Error(`a container under ${file} hung; the engine said: ${said}`)
  }
  if (refusal?.test(said) === true) {
    return ['refused', code, said]
  }
  await until(
    `the kernel to say that ${file} was loaded; the engine said: ${said}`,
    () => filters.loaded(host),
    10_000
  )
  if (hung) return ['hung']
  if (stdout !== '') return ['ran', code, stdout, said]
  return steady ? ['died', code, said] : ['died']
}

/** Other userlands are for podman, and have no Docker. */
const hasDocker = !fs.existsSync('/etc/seccomp-lock-userland')
const cases = Object.entries(CASES).filter(
  ([name]) => name !== 'Docker' || hasDocker
)

describe.each(cases)('%s', (_, engineCase) => {
  let engine: Engine

  beforeAll(async () => {
    engine = await engineCase.start(scratch.root)
    ends.push(
      async () => engine.stop?.(),
      () => {
        expect(labelled(engine, LABEL)).toBe('')
      }
    )
  })

  test('a filter that was loaded is told from none', async () => {
    const free = await probe(engine)
    expect(free).toMatchObject({ hung: false, code: 0 })
    expect(free.stdout.split('\n')).toHaveLength(PROBES.length + 2)
    expect(free.stdout).toContain('\nsocket(1 1 0 -1 -1 -1): done\n')
    const broken = await probe(engine, read('broken/unknown-action.json'))
    expect(broken.stderr).toMatch(/\bALLOW\b/)
    const bound = await probe(engine, read('deny-socket.json'))
    expect(bound).toMatchObject({ hung: false, code: 0 })
    expect(bound.stdout).toContain('\nsocket(1 1 0 -1 -1 -1): 97\n')
    await until('a filter', () => filters.loaded(bound.host))
    expect(filters.loaded(free.host)).toBe(false)
    expect(filters.loaded(broken.host)).toBe(false)
  })

  test.each(some(files, 8))('%s', async file => {
    const original = read(file)
    const rewriting = rewrite(original, file)
    const behave = (profile: string) =>
      behaviour(engine, engineCase, file, profile)
    let [before, after] = [await behave(original), await behave(rewriting)]
    // Under a narrow filter runc's threads die now and then, by chance. What a
    // profile does by its meaning it does in every try.
    for (
      let tries = 1;
      tries < 6 && !isDeepStrictEqual(before, after);
      tries++
    ) {
      ;[before, after] = [await behave(original), await behave(rewriting)]
    }
    expect(after).toEqual(before)
  })
})
