import { describe, expect, it } from '@jest/globals'

import { treatmentOf } from '../../../src/profile/treatment.ts'
import { ARCHITECTURES } from '../../../src/syscalls/architectures.ts'
import {
  type Danger,
  dangerOf,
  dangerOfSocket,
  SOCKET_FAMILIES
} from '../../../src/syscalls/danger.ts'
import { DANGEROUS } from '../../../src/syscalls/dangers/dangerous.ts'
import { HARMLESS } from '../../../src/syscalls/dangers/harmless.ts'
import { NOTABLE } from '../../../src/syscalls/dangers/notable.ts'
import {
  DANGEROUS_SOCKETS,
  NOTABLE_SOCKETS
} from '../../../src/syscalls/dangers/sockets.ts'
import { ALWAYS_KEPT } from '../../../src/syscalls/kept.ts'
import { syscallNames, syscallNumbers } from '../../../src/syscalls/numbers.ts'
import { defaultRules, DEFAULTS } from '../../support/profiles/defaults.ts'

// docs.docker.com, "Seccomp security profiles for Docker", the table of
// significant calls that the default profile blocks.
const DOCKER_BLOCKS = `
  acct add_key bpf clock_adjtime clock_settime clone create_module
  delete_module finit_module get_kernel_syms get_mempolicy init_module ioperm
  iopl kcmp kexec_file_load kexec_load keyctl lookup_dcookie mbind mount
  move_pages nfsservctl open_by_handle_at perf_event_open personality
  pivot_root process_vm_readv process_vm_writev ptrace query_module quotactl
  reboot request_key set_mempolicy setns settimeofday stime swapon swapoff
  sysfs _sysctl umount umount2 unshare uselib userfaultfd ustat vm86 vm86old`
  .trim()
  .split(/\s+/)

const listed = [DANGEROUS, NOTABLE, HARMLESS].flatMap(table =>
  Object.keys(table).flatMap(names => names.split(' '))
)

/**
 * What is wrong with the brief: it goes into lists and table cells beside other
 * words, so it has no markup and no full stop.
 */
function faultsOf({ level, brief, why }: Danger): string[] {
  if (level === 'none') return brief === undefined ? [] : ['harmless']
  if (brief === undefined) return ['missing']
  const faults: [string, boolean][] = [
    ['length', !/^\S+( \S+){0,7}$/.test(brief)],
    ['markup', /[|`*_[\]<>]/.test(brief.replace(/\bAF_[A-Z]+/g, ''))],
    ['start', !/^[a-z]+ /.test(brief)],
    ['full stop', brief.endsWith('.')],
    ['same as why', brief === why]
  ]
  return faults.filter(([, holds]) => holds).map(([fault]) => fault)
}

describe('dangerOf', () => {
  it.each(ARCHITECTURES.filter(a => 'read' in syscallNumbers(a)))(
    'says why for every call of %s that a default profile refuses',
    architecture => {
      const all = Object.keys(syscallNumbers(architecture))
      const engines = ['podman', 'moby'] as const
      const refused = engines.flatMap(engine => {
        const rules = defaultRules(engine, architecture)
        return all.filter(
          n => treatmentOf(rules, n, DEFAULTS[engine]()).kind !== 'allowed'
        )
      })
      expect(refused.filter(name => !dangerOf(name).why)).toEqual([])
    }
  )

  it.each(DOCKER_BLOCKS)('%s, which Docker names, is no trifle', name => {
    const { level, why } = dangerOf(name)
    expect(level).not.toBe('none')
    expect(why).toMatch(/^[A-Z].{20,}\.$/)
  })

  it.each([
    ['dangerous', 'mount move_mount fsconfig open_tree mount_setattr'],
    ['dangerous', 'ptrace process_vm_writev pidfd_getfd bpf userfaultfd'],
    ['dangerous', 'io_uring_setup keyctl unshare setns perf_event_open'],
    ['dangerous', 'finit_module kexec_load open_by_handle_at reboot iopl'],
    ['notable', 'clone clone3 chroot mknod personality modify_ldt acct'],
    ['none', 'read write openat execve mmap constructor no_such_call']
  ])('%s: %s', (level, names) => {
    for (const name of names.split(' ')) {
      expect([name, dangerOf(name).level]).toEqual([name, level])
    }
  })

  it('finds nothing in the calls that every profile keeps', () => {
    const levels = new Set(ALWAYS_KEPT.map(name => dangerOf(name).level))
    expect([...levels]).toEqual(['none'])
  })

  it('lists no call twice and none that does not exist', () => {
    expect(listed.filter((name, i) => listed.indexOf(name) !== i)).toEqual([])
    // Linux 6.15 has it; the libseccomp of our tables has not.
    const newer = ['open_tree_attr']
    const known = new Set([...syscallNames(), ...newer])
    expect(listed.filter(name => !known.has(name))).toEqual([])
  })

  it('says in brief what each call lets an intruder do', () => {
    const faults = listed.map(name => [name, ...faultsOf(dangerOf(name))])
    expect(faults.filter(([, ...found]) => found.length > 0)).toEqual([])
  })

  it('says it in one plain line', () => {
    const whys = listed.map(name => dangerOf(name).why ?? '')
    expect(whys.filter(why => !/^[^\n|`<>]{20,220}\.$/.test(why))).toEqual([])
  })
})

describe('dangerOfSocket', () => {
  it('says in brief what each family lets an intruder do', () => {
    const faults = SOCKET_FAMILIES.map(n => [n, ...faultsOf(dangerOfSocket(n))])
    expect(faults.filter(([, ...found]) => found.length > 0)).toEqual([])
  })

  it('has no family that the list of all leaves out', () => {
    const families = SOCKET_FAMILIES.filter(
      family => dangerOfSocket(family).level !== 'none'
    )
    const tables = [DANGEROUS_SOCKETS, NOTABLE_SOCKETS].flatMap(Object.keys)
    expect(families).toEqual(tables.map(Number).sort((a, b) => a - b))
    expect([SOCKET_FAMILIES[0], SOCKET_FAMILIES.at(-1)]).toEqual([0, 45])
    expect(SOCKET_FAMILIES).toHaveLength(46)
  })

  it.each([
    ['AF_UNIX', 1, 'none'],
    ['AF_INET', 2, 'none'],
    ['AF_INET6', 10, 'none'],
    ['AF_NETLINK', 16, 'notable'],
    ['AF_PACKET', 17, 'dangerous'],
    ['AF_ALG', 38, 'dangerous'],
    ['AF_VSOCK', 40, 'dangerous']
  ])('%s (%i): %s', (name, family, level) => {
    const danger = dangerOfSocket(family)
    expect(danger.level).toBe(level)
    if (level !== 'none') expect(danger.why).toMatch(new RegExp(`^${name} `))
  })
})
