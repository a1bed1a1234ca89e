import { describe, expect, test } from '@jest/globals'

import {
  bpftraceProgram,
  type WatchedDenials
} from '../../../../src/recorders/bpftrace/program.ts'
import type { Architecture } from '../../../../src/syscalls/architectures.ts'

const program = (
  members: Partial<Parameters<typeof bpftraceProgram>[0]> = {}
) =>
  bpftraceProgram({
    architecture: 'SCMP_ARCH_X86_64',
    outerFilters: 0,
    denials: undefined,
    ...members
  })

const line = (text: string, start: string) =>
  text.split('\n').find(l => l.startsWith(start)) ?? ''

const DENIALS: WatchedDenials = {
  errnos: [1, 22, 38],
  conditional: ['personality', 'socket']
}

describe('a program that counts calls', () => {
  test('is the whole text that bpftrace gets', () => {
    expect(program().split('\n')).toEqual([
      'BEGIN { printf("seccomp-lock: ready\\n"); }',
      'tracepoint:cgroup:cgroup_mkdir /args->root == 0/ { @cg[args->id, args->level, str(args->path)] = 1; }',
      'tracepoint:cgroup:cgroup_mkdir /args->root == 0/ { @cg[args->id, args->level, str(args->path - 84)] = 1; }',
      'tracepoint:raw_syscalls:sys_enter /curtask->seccomp.mode == 2 && @s[(cgroup << 32) | ((args->id & 2147483647) << 1) | ((curtask->thread_info.status >> 1) & 1), ((uint64 *)curtask->comm)[0], ((uint64 *)curtask->comm)[1]] < 1000/ { @s[(cgroup << 32) | ((args->id & 2147483647) << 1) | ((curtask->thread_info.status >> 1) & 1), ((uint64 *)curtask->comm)[0], ((uint64 *)curtask->comm)[1]]++; }'
    ])
  })

  test.each<[Architecture, string]>([
    ['SCMP_ARCH_X86_64', ' | ((curtask->thread_info.status >> 1) & 1)'],
    ['SCMP_ARCH_AARCH64', ' | ((curtask->thread_info.flags >> 22) & 1)'],
    ['SCMP_ARCH_S390X', '']
  ])('on %s tells 32-bit programs by "%s"', (architecture, compat) => {
    expect(program({ architecture })).toContain(
      `{ @s[(cgroup << 32) | ((args->id & 2147483647) << 1)${compat}, ((uint64 *)curtask->comm)[0], ((uint64 *)curtask->comm)[1]]++; }`
    )
  })

  test('under filters already, counts what is under more of them', () => {
    const entered = line(program({ outerFilters: 2 }), 'tracepoint:raw_')
    expect(entered).toContain('/curtask->seccomp.filter_count.counter > 2 &&')
    expect(entered).not.toContain('seccomp.mode')
  })
})

describe('refused calls', () => {
  test('are not watched if nobody asks', () => {
    expect(program()).not.toContain('sys_exit')
  })

  test('are those that return an errno of the filter', () => {
    const exit = line(
      program({ denials: DENIALS }),
      'tracepoint:raw_syscalls:sys_exit'
    )
    expect(exit).toContain(
      '/args->id >= 0 && (args->ret == -1 || args->ret == -22 || args->ret == -38) && curtask->seccomp.mode == 2 && @in[tid] == 0/'
    )
    expect(exit).toContain(
      '{ @d[(cgroup << 32) | ((args->id & 2147483647) << 1) | ((curtask->thread_info.status >> 1) & 1), ((uint64 *)curtask->comm)[0], ((uint64 *)curtask->comm)[1], args->ret] = count(); }'
    )
  })

  test('those allowed in part are told by their own entry', () => {
    const text = program({ denials: DENIALS, outerFilters: 1 })
    expect(text.split('\n').slice(-2)).toEqual([
      'tracepoint:syscalls:sys_enter_personality,tracepoint:syscalls:sys_enter_socket /curtask->seccomp.filter_count.counter > 1/ { @in[tid] = 1; }',
      'tracepoint:syscalls:sys_exit_personality,tracepoint:syscalls:sys_exit_socket /@in[tid]/ { delete(@in[tid]); }'
    ])
  })

  // bpftrace 0.17: "Undefined map: @in".
  test('no map is read that nothing writes', () => {
    const text = program({ denials: { errnos: [1], conditional: [] } })
    expect(text).toContain('@d[')
    expect(text).not.toContain('@in[')
  })

  // bpftrace 0.17: "syntax error, unexpected )".
  test('a filter that returns no errno makes no empty condition', () => {
    const text = program({ denials: { errnos: [], conditional: [] } })
    expect(text).not.toContain('()')
  })
})
