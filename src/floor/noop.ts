import type { Architecture } from '../syscalls/architectures.ts'

/** A processor as ELF and its system call instruction need it. */
interface Machine {
  /** e_machine and e_flags, elf.h. */
  machine: number
  flags?: number
  bits: 32 | 64
  endian: 'little' | 'big'
  /** exit_group(0), in hexadecimal. */
  code: string
  /** A jump to itself, in hexadecimal. */
  spin: string
}

const MACHINES: Partial<Record<Architecture, Machine>> = {
  // mov $231,%eax; xor %edi,%edi; syscall | jmp .
  SCMP_ARCH_X86_64: {
    machine: 62,
    bits: 64,
    endian: 'little',
    code: 'b8e700000031ff0f05',
    spin: 'ebfe'
  },
  // mov $252,%eax; xor %ebx,%ebx; int $0x80 | jmp .
  SCMP_ARCH_X86: {
    machine: 3,
    bits: 32,
    endian: 'little',
    code: 'b8fc00000031dbcd80',
    spin: 'ebfe'
  },
  // mov x8,#94; mov x0,#0; svc #0 | b .
  SCMP_ARCH_AARCH64: {
    machine: 183,
    bits: 64,
    endian: 'little',
    code: 'c80b80d2000080d2010000d4',
    spin: '00000014'
  },
  // mov r7,#248; mov r0,#0; svc #0 | b .
  SCMP_ARCH_ARM: {
    machine: 40,
    flags: 0x0500_0000,
    bits: 32,
    endian: 'little',
    code: 'f870a0e30000a0e3000000ef',
    spin: 'feffffea'
  },
  // li a7,94; li a0,0; ecall | j .
  SCMP_ARCH_RISCV64: {
    machine: 243,
    bits: 64,
    endian: 'little',
    code: '9308e0051305000073000000',
    spin: '6f000000'
  },
  // li r0,234; li r3,0; sc | b .
  SCMP_ARCH_PPC64LE: {
    machine: 21,
    flags: 2,
    bits: 64,
    endian: 'little',
    code: 'ea0000380000603802000044',
    spin: '00000048'
  },
  // lghi %r2,0; svc 248 | j .
  SCMP_ARCH_S390X: {
    machine: 22,
    bits: 64,
    endian: 'big',
    code: 'a72900000af8',
    spin: 'a7f40000'
  }
}

/** The load address: a multiple of every page size, which is 64 KiB at most. */
const ADDRESS = 0x10000

/**
 * The smallest program possible: an ELF executable (elf(5)) that needs no
 * library and makes one system call, exit_group(0). A container that runs it
 * makes the runtime's calls and no others.
 *
 * @returns its bytes, or undefined for an architecture that is not supported
 */
export function noopProgram(architecture: Architecture): Buffer | undefined {
  const target = MACHINES[architecture]
  return target && executable(target, target.code)
}

/**
 * A program that makes no system call and never ends, so that the filters of
 * its process can be looked at.
 *
 * @returns its bytes, or undefined for an architecture that is not supported
 */
export function spinProgram(architecture: Architecture): Buffer | undefined {
  const target = MACHINES[architecture]
  return target && executable(target, target.spin)
}

/** An ELF executable that contains only some instructions (elf(5)). */
function executable(
  { machine, flags = 0, bits, endian }: Machine,
  code: string
): Buffer {
  const isWide = bits === 64
  const isLittle = endian === 'little'
  const word = isWide ? 8 : 4
  const field = (size: number, value: number) => {
    const bytes = Buffer.alloc(size)
    if (isLittle) bytes.writeUIntLE(value, 0, Math.min(size, 6))
    else bytes.writeUIntBE(value, Math.max(0, size - 6), Math.min(size, 6))
    return bytes
  }
  const half = (value: number) => field(2, value)
  const int = (value: number) => field(4, value)
  const long = (value: number) => field(word, value)

  const headerSize = isWide ? 64 : 52
  const segmentSize = isWide ? 56 : 32
  const instructions = Buffer.from(code, 'hex')
  const start = headerSize + segmentSize
  const size = start + instructions.length
  const READ_EXECUTE = 5
  return Buffer.concat([
    Buffer.from([0x7f, 0x45, 0x4c, 0x46, isWide ? 2 : 1, isLittle ? 1 : 2, 1]),
    Buffer.alloc(9),
    half(2),
    half(machine),
    int(1),
    long(ADDRESS + start),
    long(headerSize),
    long(0),
    int(flags),
    half(headerSize),
    half(segmentSize),
    half(1),
    half(0),
    half(0),
    half(0),
    // The one segment: the whole file.
    ...(isWide
      ? [int(1), int(READ_EXECUTE), long(0), long(ADDRESS), long(ADDRESS)]
      : [int(1), long(0), long(ADDRESS), long(ADDRESS)]),
    long(size),
    long(size),
    ...(isWide ? [] : [int(READ_EXECUTE)]),
    long(ADDRESS),
    instructions
  ])
}
