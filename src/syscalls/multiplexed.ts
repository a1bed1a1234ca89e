import type { Architecture } from './architectures.ts'

/** The calls that others are made through. */
export const MULTIPLEXERS: readonly string[] = ['socketcall', 'ipc']

/** Which call of socketcall(2) or ipc(2) does the work of another call. */
export interface Multiplexed {
  by: 'socketcall' | 'ipc'
  /** The first argument of `by` that means the call. */
  call: number
}

/**
 * How a call is made through socketcall(2) or ipc(2) on the architectures
 * that have them; undefined for any other call. libseccomp adds a rule about
 * such a call to both ways (its `abi_rule_add`).
 *
 * Numbers: the kernel's include/uapi/linux/net.h (`SYS_*`) and
 * include/uapi/linux/ipc.h (`SEMOP` and so on).
 */
export function multiplexed(
  name: string,
  architecture: Architecture
): Multiplexed | undefined {
  return WITH_MULTIPLEXERS.has(architecture) ? CALLS.get(name) : undefined
}

const WITH_MULTIPLEXERS: ReadonlySet<Architecture> = new Set([
  'SCMP_ARCH_X86',
  'SCMP_ARCH_S390',
  'SCMP_ARCH_S390X',
  'SCMP_ARCH_PPC',
  'SCMP_ARCH_PPC64',
  'SCMP_ARCH_PPC64LE'
])

const SOCKETCALLS = {
  socket: 1,
  bind: 2,
  connect: 3,
  listen: 4,
  accept: 5,
  getsockname: 6,
  getpeername: 7,
  socketpair: 8,
  send: 9,
  recv: 10,
  sendto: 11,
  recvfrom: 12,
  shutdown: 13,
  setsockopt: 14,
  getsockopt: 15,
  sendmsg: 16,
  recvmsg: 17,
  accept4: 18,
  recvmmsg: 19,
  sendmmsg: 20
}

const IPC_CALLS = {
  semop: 1,
  semget: 2,
  semctl: 3,
  semtimedop: 4,
  msgsnd: 11,
  msgrcv: 12,
  msgget: 13,
  msgctl: 14,
  shmat: 21,
  shmdt: 22,
  shmget: 23,
  shmctl: 24
}

const CALLS = new Map<string, Multiplexed>([
  ...entries('socketcall', SOCKETCALLS),
  ...entries('ipc', IPC_CALLS)
])

function entries(
  by: Multiplexed['by'],
  calls: Record<string, number>
): [string, Multiplexed][] {
  return Object.entries(calls).map(([name, call]) => [name, { by, call }])
}
