import { describe, expect, test } from '@jest/globals'

import {
  parseReturn,
  parseStraceLine
} from '../../../../src/recorders/strace/line.ts'

const task = { pid: 7, comm: 'sh' }

describe('a line of strace', () => {
  test.each([
    [
      '7<sh> [ 231] exit_group(0)  = ?',
      { ...task, kind: 'entry', number: 231, name: 'exit_group' }
    ],
    [
      '7<sh> [1073741863] getpid( <unfinished ...>',
      { ...task, kind: 'entry', number: 1073741863, name: 'getpid' }
    ],
    [
      '7<sh> [ 454] syscall_0x1c6(0x1, 0) = -1 ENOSYS (Function not implemented)',
      { ...task, kind: 'entry', number: 454, name: 'syscall_0x1c6' }
    ],
    [
      '7<sh> [ 219] restart_syscall(<... resuming interrupted read ...>) = 0',
      { ...task, kind: 'entry', number: 219, name: 'restart_syscall' }
    ],
    [
      '7<sh> [ 157] <... prctl resumed>) = 0',
      { ...task, kind: 'return', name: 'prctl' }
    ],
    [
      '7<sh> [  20] [ Process PID=7 runs in 32 bit mode. ]',
      { ...task, kind: 'mode', mode: '32 bit' }
    ],
    ['7<sh> [ 231] +++ exited with 0 +++', { ...task, kind: 'end' }],
    ['7<sh> [   0] +++ killed by SIGSEGV (core dumped) +++', { kind: 'end' }],
    [
      '7<sh> [  34] +++ superseded by execve in pid 9 +++',
      { ...task, kind: 'exec', by: 9 }
    ],
    ['7<sh> [  61] --- SIGCHLD {si_signo=SIGCHLD} ---', { kind: 'nothing' }],
    ['7<sh> [???] ???( <unfinished ...>', { kind: 'nothing' }],
    [
      '7<sh> [???] syscall_0xffffffffffffffff(0x5) = -1 ENOSYS (...)',
      { kind: 'nothing' }
    ],
    ['7 [  39] getpid() = 7', { pid: 7, comm: '', kind: 'entry' }]
  ])('%s', (line, expected) => {
    expect(parseStraceLine(line)).toMatchObject(expected)
  })

  test.each([
    ['', 'nothing at all'],
    ['7<sh> [ 231] +++ exited wi', 'an end that is cut off'],
    ['7<sh> [ 2', 'a head that is cut off'],
    ['strace: Process 7 attached', 'a message']
  ])('%j is none: %s', line => {
    expect(parseStraceLine(line)).toBeUndefined()
  })

  test.each([
    ['a\\74b\\76 [ 59] execve(', 'a<b> [ 59] execve('],
    ['\\"\\\\,\\t', '"\\,\t'],
    ['__proto__', '__proto__'],
    ['\\303\\2511', 'é1']
  ])('unescapes the name %s', (escaped, comm) => {
    expect(parseStraceLine(`7<${escaped}> [  39] getpid() = 7`)).toMatchObject({
      comm,
      name: 'getpid'
    })
  })
})

describe('what a call returned', () => {
  test.each([
    ['() = 12', { pid: 12, translated: undefined }],
    ['() = 12<sh>', { pid: 12, translated: undefined }],
    [
      ", 88) = 3<a b> /* 900<a b> in strace's PID NS */",
      { pid: 3, translated: 900 }
    ],
    ["() = 3 /* 900 in strace's PID NS */", { pid: 3, translated: 900 }],
    ['() = -1 EAGAIN (Resource temporarily unavailable)', undefined],
    ['() = ?', undefined],
    ['() = ? ERESTARTNOINTR (To be restarted)', undefined]
  ])('%s', (rest, expected) => {
    expect(parseReturn(rest)).toEqual(expected)
  })
})
