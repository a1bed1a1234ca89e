import { describe, expect, test } from '@jest/globals'

import { StraceReader } from '../../../../src/recorders/strace/reader.ts'

const FIRST = 30
const FILTER = '(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, {len=9, filter=0x1})'
const THREAD = 'flags=CLONE_VM|CLONE_THREAD'

/** podman (10) makes the container's first process (30). */
const BEGIN = [
  '10<podman> [  12] brk(NULL) = 0x1',
  `10<podman> [  56] clone(flags=SIGCHLD) = ${FIRST}<podman>`,
  `${FIRST}<podman> [ 165] mount("x", "y") = 0`
]
const LOAD = `${FIRST}<init> [ 157] prctl${FILTER} = 0`
const END = [
  `${FIRST}<sh> [ 231] exit_group(0) = ?`,
  `${FIRST}<sh> [ 231] +++ exited with 0 +++`,
  '10<podman> [ 231] exit_group(0) = ?'
]

function read(...lines: string[]) {
  const reader = new StraceReader('SCMP_ARCH_X86_64', FIRST)
  for (const line of lines) reader.read(line)
  return reader.result()
}

/** What a container did, as `name:comm=count,...`. */
const record = (...lines: string[]) => {
  const { calls, ...rest } = read(...BEGIN, LOAD, ...lines, ...END)
  return {
    ...rest,
    calls: calls.map(({ name, architecture, programs }) =>
      [
        architecture ? `${name}@${architecture}` : name,
        programs.map(({ comm, count }) => `${comm}=${count}`).join(',')
      ].join(':')
    )
  }
}

describe('the filter', () => {
  test('counts from the call after the one that loads it, inside only', () => {
    expect(record(`${FIRST}<sh> [  39] getpid() = 1`)).toEqual({
      filtered: true,
      ended: true,
      lost: [],
      calls: ['exit_group:sh=1', 'getpid:sh=1']
    })
  })

  test.each([
    ['fails', `157] prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, NULL) = -1 E`],
    ['is another option', '157] prctl(PR_SET_NAME, ""...) = 0'],
    [
      'names a thread that it could not filter',
      '317] seccomp(SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, {}) = 31'
    ],
    ['asks only', '317] seccomp(SECCOMP_GET_ACTION_AVAIL, 0, [X]) = 0']
  ])('is not loaded by a call that %s', (_, call) => {
    const result = read(...BEGIN, `${FIRST}<init> [ ${call}`, ...END)
    expect(result).toMatchObject({ filtered: false, calls: [] })
  })

  test('is loaded by a call that returns a listener', () => {
    const load = `${FIRST}<init> [ 317] seccomp(SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, {}) = 8`
    expect(read(...BEGIN, load, ...END)).toMatchObject({ filtered: true })
  })

  test('of a helper outside of the container does not count', () => {
    const lines = [
      '10<podman> [  57] fork() = 20',
      `20<slirp> [ 157] prctl${FILTER} = 0`,
      '20<slirp> [  39] getpid() = 20'
    ]
    expect(record(...lines).calls).toEqual(['exit_group:sh=1'])
  })

  test('that is loaded late, in a call that is interrupted', () => {
    const result = read(
      ...BEGIN,
      `${FIRST}<init> [ 157] prctl${FILTER.slice(0, -1)} <unfinished ...>`,
      '10<podman> [  39] getpid() = 10',
      `${FIRST}<init> [ 157] <... prctl resumed>) = 0`,
      `${FIRST}<init> [ 102] getuid() = 0`,
      ...END
    )
    expect(result.calls.map(({ name }) => name)).toEqual([
      'exit_group',
      'getuid'
    ])
  })

  test.each([
    ['0', []],
    ['SECCOMP_FILTER_FLAG_TSYNC|SECCOMP_FILTER_FLAG_LOG', ['sched_yield']]
  ])('with the flags %s holds for other threads: %j', (flags, expected) => {
    const { calls } = read(
      ...BEGIN,
      `${FIRST}<init> [  56] clone(${THREAD}) = 2<init> /* 31<init> in strace's PID NS */`,
      '31<init> [  39] getpid() = 1',
      `${FIRST}<init> [ 317] seccomp(SECCOMP_SET_MODE_FILTER, ${flags}, {}) = 0`,
      '31<init> [  24] sched_yield() = 0',
      '31<init> [  60] +++ exited with 0 +++',
      ...END
    )
    expect(calls.map(({ name }) => name)).toEqual(['exit_group', ...expected])
  })

  test('goes with a thread that takes the place of its process', () => {
    const { calls, ended } = read(
      ...BEGIN,
      `${FIRST}<init> [  56] clone(${THREAD}) = 31`,
      `31<init> [ 157] prctl${FILTER} = 0`,
      '31<init> [  59] execve("/bin/sh" <unfinished ...>',
      `${FIRST}<init> [  34] +++ superseded by execve in pid 31 +++`,
      `${FIRST}<sh> [  59] <... execve resumed>) = 0`,
      `${FIRST}<sh> [  39] getpid() = 1`
    )
    expect(calls.map(({ name }) => name)).toEqual(['execve', 'getpid'])
    expect(ended).toBe(false)
  })
})

describe('a child', () => {
  test.each([
    [
      'that is known before its first call',
      [
        `${FIRST}<sh> [  57] fork() = 2<sh> /* 40<sh> in strace's PID NS */`,
        '40<sh> [ 110] getppid() = 1',
        '40<sh> [ 231] +++ exited with 0 +++'
      ]
    ],
    [
      'that ends before its parent knows it',
      [
        `${FIRST}<sh> [  57] fork( <unfinished ...>`,
        '40<sh> [ 110] getppid() = 1',
        '40<sh> [ 231] +++ exited with 0 +++',
        `${FIRST}<sh> [  57] <... fork resumed>) = 2<sh> /* 40<sh> in strace's PID NS */`
      ]
    ],
    [
      'whose number could not be translated',
      [
        `${FIRST}<sh> [  57] fork( <unfinished ...>`,
        '40<sh> [ 110] getppid() = 1',
        '40<sh> [ 231] +++ killed by SIGKILL +++',
        `${FIRST}<sh> [  57] <... fork resumed>) = 2`
      ]
    ],
    [
      'of one whose own parent is not known yet',
      [
        `${FIRST}<sh> [  57] fork( <unfinished ...>`,
        "39<sh> [  57] fork() = 3<sh> /* 40<sh> in strace's PID NS */",
        '40<sh> [ 110] getppid() = 1',
        '40<sh> [ 231] +++ exited with 0 +++',
        '39<sh> [ 231] +++ exited with 0 +++',
        `${FIRST}<sh> [  57] <... fork resumed>) = 2<sh> /* 39<sh> in strace's PID NS */`
      ]
    ]
  ])('%s is the container’s', (_, lines) => {
    const { calls, lost } = record(...lines)
    expect(calls).toContain('getppid:sh=1')
    expect(lost).toEqual([])
  })

  test.each([
    [
      'of podman',
      [
        '10<podman> [  58] vfork( <unfinished ...>',
        '20<podman> [ 110] getppid() = 10',
        '20<podman> [  57] fork() = 21',
        '21<podman> [ 110] getppid() = 20',
        '10<podman> [  58] <... vfork resumed>) = 20<podman>'
      ]
    ],
    [
      'of podman, which dies meanwhile',
      [
        '10<podman> [  57] fork() = 11',
        '11<podman> [  58] vfork( <unfinished ...>',
        '20<podman> [ 110] getppid() = 10',
        '11<podman> [  58] <... vfork resumed>) = ?',
        '11<podman> [  58] +++ killed by SIGKILL +++'
      ]
    ]
  ])('%s is not', (_, lines) => {
    expect(record(...lines).calls).toEqual(['exit_group:sh=1'])
  })

  test('may have a number that another had before', () => {
    const { calls } = record(
      `${FIRST}<sh> [  57] fork() = 2<sh> /* 40<sh> in strace's PID NS */`,
      '40<sh> [ 231] +++ exited with 0 +++',
      '10<podman> [  57] fork() = 40<podman>',
      '40<podman> [ 110] getppid() = 10'
    )
    expect(calls).toEqual(['exit_group:sh=1', 'fork:sh=1'])
  })
})

describe('architectures', () => {
  test('are told by strace, by number and name, or by the number alone', () => {
    const { calls } = record(
      `${FIRST}<sh> [  20] [ Process PID=${FIRST} runs in 32 bit mode. ]`,
      `${FIRST}<sh> [ 102] socketcall(SYS_SOCKET, NULL) = -1 EFAULT (...)`,
      `${FIRST}<sh> [1073741863] [ Process PID=${FIRST} runs in x32 mode. ]`,
      `${FIRST}<sh> [1073741863] getpid() = 1`,
      `${FIRST}<sh> [  39] [ Process PID=${FIRST} runs in 64 bit mode. ]`,
      `${FIRST}<sh> [  39] getpid() = 1`,
      '40<new> [  20] getpid() = 2',
      '40<new> [ 449] futex_waitv(NULL) = -1 EFAULT (...)'
    )
    expect(calls).toEqual([
      'exit_group:sh=1',
      'futex_waitv@SCMP_ARCH_X86:new=1',
      'getpid:sh=1',
      'getpid@SCMP_ARCH_X32:sh=1',
      'getpid@SCMP_ARCH_X86:new=1',
      'socketcall@SCMP_ARCH_X86:sh=1'
    ])
  })

  test('a call is named by its number, also where strace has no name', () => {
    const { calls } = record(
      `${FIRST}<sh> [ 454] syscall_0x1c6(0x1) = -1 ENOSYS (...)`,
      `${FIRST}<sh> [9999] syscall_0x270f(0x1) = -1 ENOSYS (...)`
    )
    expect(calls).toEqual(['#9999:sh=1', 'exit_group:sh=1', 'futex_wake:sh=1'])
  })
})

describe('programs', () => {
  test('come the most frequent first', () => {
    const { calls } = record(
      `${FIRST}<a\\74b\\76> [  39] getpid() = 1`,
      `${FIRST}<__proto__> [  39] getpid() = 1`,
      `${FIRST}<__proto__> [  39] getpid( <unfinished ...>`,
      `${FIRST}<__proto__> [  39] <... getpid resumed>) = 1`,
      `${FIRST} [  39] getpid() = 1`
    )
    expect(calls).toEqual(['exit_group:sh=1', 'getpid:__proto__=2,a<b>=1'])
  })
})

describe('what was lost', () => {
  test.each([
    ['a line that is none', ['garbage'], /cannot be read: 1$/],
    [
      'a process that did not end',
      [
        `${FIRST}<sh> [  57] fork() = 2<sh> /* 40<sh> in strace's PID NS */`,
        '40<sh> [   0] read(0,  <detached ...>'
      ],
      /outlived.*: 1$/
    ],
    [
      'a process that cannot be traced',
      [`${FIRST}<sh> [  56] clone(flags=CLONE_UNTRACED|SIGCHLD) = 2`],
      /CLONE_UNTRACED.*: 1$/
    ]
  ])('%s', (_, lines, expected) => {
    const { lost } = record(...lines)
    expect(lost).toEqual([expect.stringMatching(expected)])
  })
})
