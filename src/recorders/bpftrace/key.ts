import type { Architecture } from '../../syscalls/architectures.ts'

/**
 * Expressions that tell the calls of 32-bit programs from the machine's own:
 * TS_COMPAT (arch/x86/include/asm/thread_info.h), TIF_32BIT
 * (arch/arm64/include/asm/thread_info.h). Other machines have nothing to tell
 * apart.
 */
const COMPAT: Partial<Record<Architecture, string>> = {
  SCMP_ARCH_X86_64: '(curtask->thread_info.status >> 1) & 1',
  SCMP_ARCH_AARCH64: '(curtask->thread_info.flags >> 22) & 1'
}

/** The bits of a call's number, including x32's; the bit below means 32-bit. */
const NUMBER_BITS = 31
const NUMBER_MASK = 2 ** NUMBER_BITS - 1

/** The number -1, which is not a call, cut to these bits. */
const NO_CALL = NUMBER_MASK

/**
 * A bpftrace expression for the call that is being made, as one 64-bit number:
 * a key of one number is looked up a fifth faster than a key of three. It
 * contains the lower 32 bits of the cgroup's ID, which tell all live cgroups
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

/** A call, decoded from a number that `callKey` made. */
export interface CallKey {
  /** See `cgroupKey`. */
  cgroup: number
  /** The call's number; undefined if it is not a call. */
  id: number | undefined
  /** Whether the number is from the table of a 32-bit architecture. */
  isCompat: boolean
}

/**
 * Decodes such a number.
 *
 * @param text in decimal, with or without a sign
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

/** A cgroup's part of a key; `text` is its ID in decimal. */
export function cgroupKey(text: string): number {
  return Number(BigInt.asUintN(32, BigInt(text)))
}

/**
 * Expressions for the name of the program that makes the call, its 16 bytes as
 * two numbers. As text, bpftrace 0.24 and later lose its blanks, and 0.23
 * writes bytes above 127 like the text that other versions write for them.
 */
export const COMM_KEY =
  '((uint64 *)curtask->comm)[0], ((uint64 *)curtask->comm)[1]'

/** The machines that store a number's highest byte first. */
const BIG_ENDIAN: readonly Architecture[] = ['SCMP_ARCH_S390X']

/**
 * Puts such a name together, up to its first null byte, as UTF-8.
 *
 * @param numbers in decimal, with or without a sign
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
