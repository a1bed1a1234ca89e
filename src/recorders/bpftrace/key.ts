import type { Architecture } from '../../syscalls/architectures.ts'

/**
 * What tells the calls of 32-bit programs from the machine's own: TS_COMPAT
 * (arch/x86/include/asm/thread_info.h), TIF_32BIT
 * (arch/arm64/include/asm/thread_info.h). Elsewhere there is nothing to tell.
 */
const COMPAT: Partial<Record<Architecture, string>> = {
  SCMP_ARCH_X86_64: '(curtask->thread_info.status >> 1) & 1',
  SCMP_ARCH_AARCH64: '(curtask->thread_info.flags >> 22) & 1'
}

/** Bits of a call's number, x32's included; the one below says 32-bit. */
const NUMBER_BITS = 31
const NUMBER_MASK = 2 ** NUMBER_BITS - 1

/** The number -1, which is no call, cut to its bits. */
const NO_CALL = NUMBER_MASK

/**
 * An expression of bpftrace for the call that is being made, as one number of
 * 64 bits: a key of one number is looked up a fifth faster than one of three.
 * Of the cgroup's ID there are the lower 32 bits, which tell all living ones
 * apart (__kernfs_new_node in fs/kernfs/dir.c: the rest is a generation).
 */
export function callKey(architecture: Architecture): string {
  const compat = COMPAT[architecture]
  return [
    '(cgroup << 32)',
    `((args->id & ${NUMBER_MASK}) << 1)`,
    ...(compat === undefined ? [] : [`(${compat})`])
  ].join(' | ')
}

/** A call of which `callKey` made a number. */
export interface CallKey {
  /** See `cgroupKey`. */
  cgroup: number
  /** The call's number; undefined where it is no call. */
  id: number | undefined
  /** Whether it is by the table of a 32-bit architecture. */
  isCompat: boolean
}

/**
 * Takes such a number apart.
 *
 * @param text in decimal, with a sign or without
 */
export function readCallKey(text: string): CallKey {
  const key = BigInt.asUintN(64, BigInt(text))
  const low = Number(key & 0xffff_ffffn)
  const id = Math.floor(low / 2)
  return {
    cgroup: Number(key >> 32n),
    id: id === NO_CALL ? undefined : id,
    isCompat: low % 2 === 1
  }
}

/** What stands for a cgroup in a key; `text` is its ID in decimal. */
export function cgroupKey(text: string): number {
  return Number(BigInt.asUintN(32, BigInt(text)))
}

/**
 * Expressions for the name of the program that makes the call, its 16 bytes as
 * two numbers: as text, bpftrace 0.24 and later lose its blanks, and 0.23
 * writes bytes above 127 like the text that others write for them.
 */
export const COMM_KEY =
  '((uint64 *)curtask->comm)[0], ((uint64 *)curtask->comm)[1]'

/** The machines whose first byte is a number's highest. */
const BIG_ENDIAN: readonly Architecture[] = ['SCMP_ARCH_S390X']

/**
 * Takes such a name together: up to its first null byte, as UTF-8.
 *
 * @param numbers in decimal, with a sign or without
 */
export function readComm(
  numbers: readonly string[],
  architecture: Architecture
): string {
  const bytes = Buffer.concat(
    numbers.map(text => {
      const word = Buffer.alloc(8)
      word.writeBigUInt64BE(BigInt.asUintN(64, BigInt(text)))
      return BIG_ENDIAN.includes(architecture) ? word : word.reverse()
    })
  )
  const end = bytes.indexOf(0)
  return bytes.subarray(0, end < 0 ? bytes.length : end).toString('utf8')
}
