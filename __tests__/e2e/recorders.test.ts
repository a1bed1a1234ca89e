import fs from 'node:fs'
import path from 'node:path'

import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  jest,
  test
} from '@jest/globals'

import {
  ACTION,
  runStep,
  startStep,
  type StepResult
} from '../../scripts/local-runner.js'
import { noopProgram } from '../../src/floor/noop.js'
import { allowedNames } from '../../src/profile/diff.js'
import { parseProfile } from '../../src/profile/parse.js'
import {
  namesOf,
  parseRecording,
  type Recording
} from '../../src/recorders/recording.js'
import { ALWAYS_KEPT } from '../../src/syscalls/kept.js'
import {
  BASE_IMAGE,
  createScratch,
  HOOK,
  leftovers,
  podman,
  processesWith,
  type Scratch,
  tryPodman,
  until
} from '../support/scratch.js'
import { yardstick } from '../support/yardstick.js'

jest.setTimeout(600_000)

/** An image with Python; its tag is removed at the end. */
const PYTHON_IMAGE = 'localhost/lock-test-recorders'

let scratch: Scratch

beforeAll(() => {
  podman('build', '--quiet', `--tag=${PYTHON_IMAGE}`, `${ACTION}/example-app`)
})

afterAll(() => {
  podman('untag', PYTHON_IMAGE)
})

beforeEach(() => {
  scratch = createScratch()
})

afterEach(() => {
  scratch.remove()
})

const step = (inputs: Record<string, string>) =>
  scratch.step({
    image: BASE_IMAGE,
    'fail-on': 'never',
    // What the recorders see counts here, each time anew.
    replay: 'off',
    'confirm-removals': '0',
    ...inputs
  })

/** The recordings of a step that succeeded. */
function recordingsOf(result: StepResult): Recording[] {
  if (result.exitCode !== 0) throw new Error(result.log)
  const paths = JSON.parse(result.outputs['recording-paths'] ?? '') as string[]
  return paths.map(file => parseRecording(fs.readFileSync(file, 'utf8'), file))
}

function recordingOf(result: StepResult): Recording {
  const [recording, ...others] = recordingsOf(result)
  if (!recording || others.length > 0) throw new Error('not one recording')
  return recording
}

/** The names that the written profile allows. */
const allowed = () =>
  [...allowedNames(parseProfile(scratch.profile() ?? '', 'f').syscalls)].sort()

const withoutKept = (names: readonly string[]) =>
  names.filter(name => !ALWAYS_KEPT.includes(name))

const seccomp = () =>
  `--security-opt=seccomp=${path.join(scratch.workspace, 'seccomp.json')}`

const THREADS = `
import socket, threading
server = socket.create_server(("127.0.0.1", 8000))
def serve():
    for _ in range(3):
        connection, _ = server.accept()
        connection.sendall(connection.recv(100))
        connection.close()
def ask(text):
    with socket.create_connection(("127.0.0.1", 8000)) as connection:
        connection.sendall(text)
        assert connection.recv(100) == text
threads = [threading.Thread(target=serve)]
threads[0].start()
for n in range(3):
    client = threading.Thread(target=ask, args=(b"%d" % n,))
    client.start()
    client.join()
threads[0].join()
print("done")
`

const COMMANDS: [
  what: string,
  image: string,
  runArgs: string[],
  command: string[]
][] = [
  ['ls -l /', BASE_IMAGE, [], ['ls', '-l', '/']],
  [
    'a shell pipeline',
    BASE_IMAGE,
    [],
    ['sh', '-c', 'ls /etc | sort | tail -3 | wc -l']
  ],
  ['threads and sockets', PYTHON_IMAGE, [], ['python3', '-c', THREADS]],
  [
    'a static program',
    BASE_IMAGE,
    ['--volume=/bin/busybox:/busybox:ro'],
    ['/busybox', 'sh', '-c', '/busybox ls -l / | /busybox sort']
  ]
]

/** As the input `command` has it: words in a shell's quotes. */
const quoted = (command: readonly string[]) =>
  command.map(word => `'${word.replaceAll("'", `'\\''`)}'`).join(' ')

/** Several lines would be a script; Python's are not. */
const inputOf = (command: readonly string[]) =>
  quoted(command.map(word => word.replaceAll('\n', '\\n'))).includes('\\n')
    ? quoted([
        ...command.slice(0, -1),
        `exec(${JSON.stringify(command.at(-1))})`
      ])
    : quoted(command)

describe.each(COMMANDS)('%s', (_, image, runArgs, command) => {
  test('is recorded exactly, and runs under its profile', async () => {
    const reference = await yardstick([...runArgs, image, ...command], 10)
    const result = await step({
      image,
      command: inputOf(command),
      'run-args': runArgs.join('\n'),
      recorder: 'bpftrace',
      portability: 'off'
    })
    expect(recordingOf(result).lost).toEqual([])
    expect(withoutKept(allowed())).toEqual(withoutKept(reference))
    for (let run = 0; run < 20; run++) {
      const { status, stderr } = tryPodman(
        ...['run', '--rm', seccomp(), ...runArgs, image, ...command]
      )
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    }
  })
})

test.each(['audit', 'strace'])(
  '%s records the same as bpftrace',
  async recorder => {
    const command = "sh -c 'ls -l / | sort; mkdir /tmp/new'"
    const inputs = { command, portability: 'off' }
    const [reference, other] = [
      recordingOf(await step({ ...inputs, recorder: 'bpftrace' })),
      recordingOf(await step({ ...inputs, recorder }))
    ]
    expect(withoutKept(namesOf(other))).toEqual(withoutKept(namesOf(reference)))
    const made = (recording: Recording) =>
      recording.calls.find(({ name }) => name === 'mkdir')?.programs
    expect(made(other)).toEqual([{ comm: 'mkdir', count: 1 }])
    expect(made(reference)).toEqual([{ comm: 'mkdir', count: 1 }])
  }
)

test.each(['bpftrace', 'hook', 'audit', 'strace'])(
  'the set-up of a container is not in a profile by %s',
  async recorder => {
    await step({ command: 'ls /', recorder })
    const setUp = ['mount', 'umount2', 'pivot_root', 'sethostname']
    expect(allowed().filter(name => setUp.includes(name))).toEqual([])
  }
)

test('under the hook, nor where the container may mount', async () => {
  const result = await step({
    command: 'ls /',
    recorder: 'hook',
    'run-args': '--cap-add=SYS_ADMIN'
  })
  const setUp = ['mount', 'umount2', 'pivot_root', 'sethostname']
  expect(allowed().filter(name => setUp.includes(name))).toEqual([])
  expect(result.summary).toContain('- `mount`: the runtime makes it')
  const run = ['run', '--rm', '--cap-add=SYS_ADMIN', seccomp(), BASE_IMAGE]
  expect(tryPodman(...run, 'ls', '/')).toMatchObject({ status: 0 })
})

describe('two containers at the same time', () => {
  const DIFFERENT = [
    ["sh -c 'mkdir /tmp/a; sleep 0.3'", 'mkdir'],
    ["sh -c 'chown 1 /tmp; sleep 0.3'", 'fchownat']
  ] as const

  test.each([
    ['bpftrace', 10],
    ['auto', 3],
    ['hook', 3],
    ['audit', 3]
  ])('%s keeps them apart, %d times', async (recorder, times) => {
    for (let time = 0; time < times; time++) {
      const others = DIFFERENT.map(() => createScratch())
      try {
        const results = await Promise.all(
          others.map(({ workspace, temporary }, index) =>
            runStep({
              workspace,
              temporary,
              inputs: {
                image: BASE_IMAGE,
                command: DIFFERENT[index]?.[0] ?? '',
                recorder
              }
            })
          )
        )
        const made = results.map(result => namesOf(recordingOf(result)))
        expect(
          made.map(names =>
            DIFFERENT.map(([, name]) => name).filter(n => names.includes(n))
          )
        ).toEqual([['mkdir'], ['fchownat']])
      } finally {
        for (const other of others) other.remove()
      }
    }
  })
})

describe('programs that are hard to record', () => {
  const bpftrace = (inputs: Record<string, string>) =>
    step({ recorder: 'bpftrace', ...inputs })
  const count = (recording: Recording, name: string) =>
    recording.calls
      .find(call => call.name === name)
      ?.programs.reduce((sum, program) => sum + program.count, 0)

  test('a million calls', async () => {
    const result = await bpftrace({
      command:
        "sh -c 'dd if=/dev/zero of=/dev/null bs=1 count=500000 && mkdir /tmp/end'"
    })
    const recording = recordingOf(result)
    expect(
      recording.calls.find(({ name }) => name === 'read')?.programs
    ).toContainEqual({ comm: 'dd', count: 1000, atLeast: true })
    expect(count(recording, 'mkdir')).toBe(1)
  })

  test('500 children', async () => {
    const result = await bpftrace({
      command: `perl -e 'for (1..500) { if (!fork) { mkdir "/tmp/$_"; exit } } 1 while wait > 0'`
    })
    expect(count(recordingOf(result), 'mkdir')).toBe(500)
  })

  /** Its first thread ends, a second one goes on for a while. */
  const LATE = `exec("import ctypes, os, threading, time\\ndef late():\\n    time.sleep(2)\\n    os.mkdir('/tmp/late')\\n    os._exit(0)\\nthreading.Thread(target=late).start()\\nctypes.CDLL(None).syscall(60, 0)")`

  test('one whose first thread ends first', async () => {
    const inputs = {
      image: PYTHON_IMAGE,
      command: quoted(['python3', '-c', LATE])
    }
    expect(namesOf(recordingOf(await bpftrace(inputs)))).toContain('mkdir')
    const { exitCode, log } = await step({ ...inputs, recorder: 'hook' })
    expect(exitCode).toBe(1)
    expect(log).toMatch(
      /::error::the recording is not complete: the hook stopped .* before the container ended/
    )
    // The check falls short, the recording does not.
    const both = await step({ ...inputs, recorder: 'auto' })
    expect(both.exitCode).toBe(0)
    expect(both.summary).toContain(
      'As a check, oci-seccomp-bpf-hook fell short'
    )
    expect(both.summary).toMatch(
      /Only bpftrace saw .*`mkdir`.*: oci-seccomp-bpf-hook lost it/
    )
  })

  test('one in a mount namespace of its own', async () => {
    const inputs = {
      command:
        "unshare -m /busybox sh -ec '/busybox mount -t tmpfs none /mnt; mkdir /mnt/inside; /busybox umount /mnt'",
      'run-args': '--cap-add=SYS_ADMIN\n--volume=/bin/busybox:/busybox:ro'
    }
    const names = namesOf(recordingOf(await bpftrace(inputs)))
    expect(names).toEqual(
      expect.arrayContaining(['unshare', 'mount', 'mkdir', 'umount2'])
    )
    const { exitCode, log } = await step({ ...inputs, recorder: 'hook' })
    expect(exitCode).toBe(1)
    expect(log).toContain('does not follow a process into another mount')
  })

  test('one that is killed', async () => {
    const result = await bpftrace({
      command: `sh -c 'sh -c "mkdir /tmp/a; kill -9 \\$\\$"; rmdir /tmp/a'`
    })
    const recording = recordingOf(result)
    expect(count(recording, 'mkdir')).toBe(1)
    expect(count(recording, 'rmdir')).toBe(1)
  })

  test('a 32-bit program', async () => {
    const program = path.join(scratch.workspace, 'noop32')
    fs.writeFileSync(program, noopProgram('SCMP_ARCH_X86') ?? '', {
      mode: 0o755
    })
    const runArgs = `--volume=${program}:/noop32:ro`
    const result = await bpftrace({ command: '/noop32', 'run-args': runArgs })
    expect(recordingOf(result).calls).toContainEqual({
      name: 'exit_group',
      architecture: 'SCMP_ARCH_X86',
      programs: [{ comm: 'noop32', count: 1 }]
    })
    expect(JSON.parse(scratch.profile() ?? '')).toMatchObject({
      architectures: ['SCMP_ARCH_X86', 'SCMP_ARCH_X86_64']
    })
    expect(
      tryPodman('run', '--rm', seccomp(), runArgs, BASE_IMAGE, '/noop32')
    ).toMatchObject({ status: 0 })
  })

  test('names of programs that are not names', async () => {
    const odd = '$0 = q{a,  b"c\\\\|`d}; rmdir "/none"'
    const worse = '$0 = "\\xff\\n::error::x"; rmdir "/none"'
    const result = await bpftrace({
      command: quoted(['perl', '-e', `${odd}; ${worse}`])
    })
    const call = recordingOf(result).calls.find(({ name }) => name === 'rmdir')
    expect(call?.programs.map(({ comm }) => comm).sort()).toEqual([
      'a,  b"c\\|`d',
      '�\n::error::x'
    ])
    expect(result.log).not.toMatch(/^::error::x/m)
  })
})

describe('a tracer that is killed', () => {
  test.each([
    ['bpftrace', 'seccomp-lock: ready', 'bpftrace ended before its time, by'],
    ['hook', '-r', 'the tracing hook ended without writing a profile']
  ])('%s fails the run', async (recorder, mark, message) => {
    const { workspace, temporary } = scratch
    const inputs = { image: BASE_IMAGE, command: 'sleep 7.654', recorder }
    const running = startStep({ workspace, temporary, inputs })
    await until('the tests', () => processesWith('sleep 7.654').length > 1)
    const tracers = processesWith(mark).filter(line =>
      recorder === 'hook'
        ? line.includes(temporary) && line.includes(' -o ')
        : line.includes(' bpftrace -f json ')
    )
    expect(tracers).toHaveLength(1)
    process.kill(Number(tracers[0]?.split(' ')[0]), 'SIGKILL')
    const { exitCode, log, outputs } = await running.done
    expect(exitCode).toBe(1)
    expect(log).toContain(message)
    expect(outputs).toEqual({})
    expect(scratch.profile()).toBeUndefined()
    expect(leftovers(temporary)).toEqual([])
  })
})

test('where nothing can record, the error lists what was tried', async () => {
  // Hides programs and the hook from the step, and from nobody else.
  const hidden = ['/usr/bin/bpftrace', '/usr/bin/strace', '/usr/bin/python3']
  const node = path.join(scratch.root, 'node')
  const real = path.join(ACTION, 'node_modules/.bin/node')
  // Not a shell, which would drop variables with a dash in their names.
  fs.writeFileSync(
    node,
    `#!/usr/bin/perl
exec "unshare", "--mount", "--propagation=private", $0, @ARGV
  unless $ENV{HIDDEN}++;
use Cwd "realpath";
for (qw(${hidden.join(' ')})) {
  system("mount", "--bind", "/dev/null", realpath($_)) == 0 or die;
}
system(qw(mount -t tmpfs none ${path.dirname(HOOK)})) == 0 or die;
exec "${real}", @ARGV;
`,
    { mode: 0o755 }
  )
  const inputs = { image: BASE_IMAGE, command: 'true' }
  const { exitCode, log } = await scratch.step(inputs, {
    node,
    environment: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' }
  })
  expect(exitCode).toBe(1)
  expect(log).toContain('nothing can record system calls on this runner')
  for (const recorder of ['bpftrace', 'hook', 'audit', 'strace']) {
    expect(log).toContain(`- ${recorder}:`)
  }
  expect(scratch.profile()).toBeUndefined()
})

describe('refused calls', () => {
  /** What vmsplice(2) returns when it is made with such a descriptor. */
  const EBADF = 'syscall(278, -1, 0, 0, 0); exit($! != 9)'
  /** vmsplice(2); a netlink socket of the audit. */
  const tries = 'syscall(278, -1, 0, 0, 0); syscall(41, 16, 3, 9)'

  test('are reported with the program that made them', async () => {
    const command = `perl -e '${tries}; syscall(41, 2, 1, 0)'`
    const result = await step({ command, recorder: 'bpftrace' })
    expect(recordingOf(result).denied).toEqual([
      { name: 'vmsplice', errno: 1, programs: [{ comm: 'perl', count: 1 }] },
      { name: 'socket', errno: 22, programs: [{ comm: 'perl', count: 1 }] }
    ])
    expect(result.summary).toContain('record-under: allow-all')
    expect(allowed()).not.toContain('vmsplice')
    const ignored = await step({ command, denials: 'ignore' })
    expect(recordingOf(ignored).denied).toEqual([])
  })

  test.each(['bpftrace', 'hook', 'audit', 'strace'])(
    'are allowed where %s recorded under allow-all',
    async recorder => {
      const command = `perl -e '${EBADF}'`
      const refused = await step({ command, recorder })
      expect(refused.log).toContain('the tests failed with exit code 1')
      const inputs = { command, recorder, 'record-under': 'allow-all' }
      expect(recordingOf(await step(inputs)).recordedUnder).toBe('allow-all')
      expect(allowed()).toContain('vmsplice')
      expect(allowed()).not.toContain('mount')
      const perl = ['perl', '-e', EBADF]
      expect(
        tryPodman('run', '--rm', seccomp(), BASE_IMAGE, ...perl)
      ).toMatchObject({ status: 0 })
    }
  )
})

test('several runs are united, and it is told what came in some only', async () => {
  const counter = path.join(scratch.workspace, 'counter')
  fs.writeFileSync(counter, '0')
  const result = await step({
    command: `sh -c 'read n < /counter; echo $((n + 1)) > /counter; [ "$n" != 2 ] || mkdir /tmp/x'`,
    'run-args': `--volume=${counter}:/counter`,
    recorder: 'bpftrace',
    runs: '3'
  })
  const recordings = recordingsOf(result)
  expect(recordings.map(r => namesOf(r).includes('mkdir'))).toEqual([
    false,
    false,
    true
  ])
  expect(allowed()).toContain('mkdir')
  expect(result.summary).toContain('- `mkdir`: in 1 of 3')
})

describe('the floor', () => {
  const isMeasured = ({ log }: StepResult) =>
    log.includes('Measure what the runtime needs')

  test('is kept for the same runtime and options, and measured anew for others', async () => {
    const environment = { XDG_CACHE_HOME: path.join(scratch.root, 'cache') }
    const run = (runArgs: string) =>
      scratch.step(
        { image: BASE_IMAGE, command: 'true', 'run-args': runArgs },
        { environment }
      )
    expect(isMeasured(await run(''))).toBe(true)
    expect(isMeasured(await run(''))).toBe(false)
    expect(isMeasured(await run('--read-only'))).toBe(true)
  })

  test('that is new is drift of the runner, not of the tests', async () => {
    const inputs = { command: 'true', portability: 'off' }
    await step(inputs)
    const text = scratch.profile() ?? ''
    scratch.write('seccomp.json', text.replace(/ *"capget",\n/, ''))
    expect(scratch.profile()).not.toBe(text)
    const { outputs, summary } = await step(inputs)
    expect(outputs).toMatchObject({ verdict: 'added', added: '["capget"]' })
    expect(summary).toContain('### Runner drift')
    expect(summary).not.toContain('### New system calls')
    expect(scratch.profile()).toBe(text)
  })
})

test('tests from outside: their calls stay out, the shutdown is in', async () => {
  const result = await step({
    image: PYTHON_IMAGE,
    'run-args': '--publish=127.0.0.1::8000',
    'test-script': `
exec 3<>"/dev/tcp/127.0.0.1/$PORT_8000"
printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3
head -1 <&3
`,
    ready: '127.0.0.1:$PORT_8000'
  })
  const recording = recordingOf(result)
  expect(result.log).toMatch(/^HTTP\/1\.[01] [234]\d\d /m)
  expect(result.log).toContain('Shutting down: Master')
  const programs = recording.calls.flatMap(call =>
    call.programs.map(({ comm }) => comm)
  )
  expect(programs).toContain('gunicorn')
  expect(programs).not.toContain('bash')
  expect(namesOf(recording)).toContain('accept4')
})
