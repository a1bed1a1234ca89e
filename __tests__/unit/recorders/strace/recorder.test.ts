import { execFileSync } from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'

import { beforeEach, describe, expect, test } from '@jest/globals'

import { UserError } from '../../../../src/errors.ts'
import type { RecorderSession } from '../../../../src/recorders/recorder.ts'
import { createStraceRecorder } from '../../../../src/recorders/strace/recorder.ts'
import { caught } from '../../../support/caught.ts'
import { useTemporaryDirectory } from '../../../support/temporary.ts'

const temporary = useTemporaryDirectory()
const ID = 'a'.repeat(64)

let session: RecorderSession

beforeEach(async () => {
  session = await createStraceRecorder({
    architecture: 'SCMP_ARCH_X86_64',
    kernel: '6.19.1',
    sudo: false,
    rootless: false,
    environment: {}
  }).start({
    scratch: temporary(),
    signal: new AbortController().signal
  })
})

/** Lays down what podman and strace would have written. */
async function write(pid: string, ...lines: string[]): Promise<void> {
  const [option = ''] = session.options
  await fs.writeFile(option.replace('--pidfile=', ''), pid)
  const output = path.join(temporary(), 'strace.out')
  await fs.writeFile(output, lines.map(line => `${line}\n`).join(''))
}

const BEGIN = '1<podman> [  57] fork() = 2<podman>'
const LOAD =
  '2<init> [ 157] prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, {len=1}) = 0'
const CALL = '2<sh> [  39] getpid() = 1'
const END = '2<sh> [ 231] +++ exited with 0 +++'

describe('the command', () => {
  test.each([
    [['podman', 'run', 'podman'], []],
    [
      ['sudo', '-n', 'podman', 'run', 'sudo'],
      ['sudo', '-n']
    ]
  ])('%j runs under strace', (argv, before) => {
    const wrapped = session.wrap(argv)
    const rest = argv.slice(before.length)
    expect(wrapped.slice(0, before.length + 1)).toEqual([...before, 'strace'])
    expect(wrapped.slice(-rest.length)).toEqual(rest)
    expect(wrapped).toContain(`--output=${temporary()}/strace.out`)
  })

  test('leaves arguments and exit code as they are', () => {
    const wrapped = session.wrap(['podman', 'a b', '$(c)', '"'])
    const [shell = '', ...args] = wrapped.slice(wrapped.indexOf('/bin/sh'))
    const show = ['/bin/sh', '-c', 'printf "[%s]" "$@"; exit 7', 'sh']
    const command = [...args.slice(0, 3), ...show, ...args.slice(4)]
    let result: unknown
    try {
      execFileSync(shell, command, { stdio: 'pipe' })
    } catch (error) {
      result = error
    }
    expect(result).toMatchObject({ status: 7 })
    expect(String((result as { stdout: Buffer }).stdout)).toBe('[a b][$(c)]["]')
  })
})

describe('finish', () => {
  test('gives what passed the filter', async () => {
    await write('2\n', BEGIN, LOAD, CALL, END)
    await expect(session.finish(ID, 0)).resolves.toMatchObject({
      calls: [{ name: 'getpid', programs: [{ comm: 'sh', count: 1 }] }],
      denied: [],
      lost: [],
      blind: expect.arrayContaining([expect.stringContaining('refused')])
    })
  })

  test.each([
    ['no process ID', '', [BEGIN, LOAD, CALL, END], /first process/],
    ['nothing traced', '2', [], /could not trace/],
    ['no filter', '2', [BEGIN, CALL, END], /load a seccomp filter/],
    ['no end', '2', [BEGIN, LOAD, CALL], /cut off/]
  ])('%s', async (_, pid, lines, message) => {
    await write(pid, ...lines)
    const error = await caught(() => session.finish(ID, 0))
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toMatch(message)
  })
})

describe('explain', () => {
  test.each([
    [
      'strace: attach: ptrace(PTRACE_SEIZE, 9): Operation not permitted',
      /may not trace/
    ],
    [
      'strace: test_ptrace_get_syscall_info: PTRACE_TRACEME: Operation not permitted',
      /may not trace/
    ],
    ["strace: unrecognized option '--decode-pids=comm,pidns'", /too old/],
    ['sudo: strace: command not found', /strace is missing/],
    ['sudo: a password is required', /through sudo/],
    ["strace: Can't fopen '/x/strace.out': No space left on device", /failed/]
  ])('%s', async (line, message) => {
    const error = await session.explain(`other\n${line}\n`)
    expect(error).toBeInstanceOf(UserError)
    expect(error?.message).toMatch(message)
  })

  test('leaves other failures alone', async () => {
    const said = 'Error: crun: strace: not found: OCI runtime error'
    expect(await session.explain(said)).toBeUndefined()
  })
})

test('close may be called again', async () => {
  await session.close()
  await expect(session.close()).resolves.toBeUndefined()
})
