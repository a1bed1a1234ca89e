import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { noopProgram } from '../../../src/floor/noop.ts'
import type { Architecture } from '../../../src/syscalls/architectures.ts'
import { syscallNumbers } from '../../../src/syscalls/numbers.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const temporary = useTemporaryDirectory()

/** Architecture, e_machine of elf.h, class in bits, byte order. */
const TABLE = [
  ['SCMP_ARCH_X86_64', 62, 64, 'little'],
  ['SCMP_ARCH_X86', 3, 32, 'little'],
  ['SCMP_ARCH_AARCH64', 183, 64, 'little'],
  ['SCMP_ARCH_ARM', 40, 32, 'little'],
  ['SCMP_ARCH_RISCV64', 243, 64, 'little'],
  ['SCMP_ARCH_PPC64LE', 21, 64, 'little'],
  ['SCMP_ARCH_S390X', 22, 64, 'big']
] as const

/** The fields of an ELF file by elf(5), read with no knowledge of the writer. */
function readElf(file: Buffer) {
  const is64 = file[4] === 2
  const isLittle = file[5] === 1
  const read = (offset: number, size: number) => {
    const bytes = [...file.subarray(offset, offset + size)]
    if (isLittle) bytes.reverse()
    return bytes.reduce((value, byte) => value * 256 + byte, 0)
  }
  const word = is64 ? 8 : 4
  /** Values of fields that follow each other, by their sizes. */
  const fields = (offset: number, sizes: number[]) =>
    sizes.map((size, i) =>
      read(offset + sizes.slice(0, i).reduce((a, b) => a + b, 0), size)
    )
  const [type, machine, version, entry = 0, phoff = 0, shoff, flags] = fields(
    16,
    [2, 2, 4, word, word, word, 4]
  )
  const [ehsize, phentsize, phnum, shentsize, shnum, shstrndx] = fields(
    16 + 8 + 3 * word + 4,
    [2, 2, 2, 2, 2, 2]
  )
  const program = is64
    ? fields(phoff, [4, 4, 8, 8, 8, 8, 8, 8])
    : fields(phoff, [4, 4, 4, 4, 4, 4, 4, 4])
  const [ptype, ...rest] = program
  const [pflags, offset, vaddr = 0, paddr, filesz = 0, memsz, align = 0] = is64
    ? rest
    : [rest[5], ...rest.slice(0, 5), rest[6]]
  return {
    ident: file.subarray(0, 16).toString('hex'),
    header: { type, machine, version, phoff, shoff, flags },
    sizes: { ehsize, phentsize, phnum, shentsize, shnum, shstrndx },
    entry,
    segment: { ptype, pflags, offset, vaddr, paddr, filesz, memsz, align },
    /** What the processor meets first. */
    code: file.subarray(entry - vaddr)
  }
}

describe.each(TABLE)('for %s', (architecture, machine, bits, endian) => {
  const file = noopProgram(architecture) ?? Buffer.alloc(0)
  const elf = readElf(file)

  test('is an executable of its kind', () => {
    const kind = `${bits === 64 ? '02' : '01'}${endian === 'little' ? '01' : '02'}`
    expect(elf.ident).toBe(`7f454c46${kind}01${'00'.repeat(9)}`)
    const size = bits === 64 ? 64 : 52
    expect(elf.header).toEqual({
      type: 2,
      machine,
      version: 1,
      phoff: size,
      shoff: 0,
      // The ABI: EABI version 5 of ARM, version 2 of ppc64le.
      flags: machine === 40 ? 0x05000000 : machine === 21 ? 2 : 0
    })
    expect(elf.sizes).toEqual({
      ehsize: size,
      phentsize: bits === 64 ? 56 : 32,
      phnum: 1,
      shentsize: 0,
      shnum: 0,
      shstrndx: 0
    })
  })

  test('is loaded whole, to read and execute', () => {
    const { segment, entry } = elf
    expect(segment).toMatchObject({
      ptype: 1,
      pflags: 5,
      offset: 0,
      filesz: file.length,
      memsz: file.length
    })
    expect(segment.paddr).toBe(segment.vaddr)
    // Pages are of 64 KiB at most, and nobody may map the first one.
    expect(segment.vaddr).toBeGreaterThanOrEqual(0x10000)
    expect(segment.vaddr % segment.align).toBe(0)
    expect(segment.align % 0x10000).toBe(0)
    expect(entry).toBeGreaterThanOrEqual(segment.vaddr + file.length - 16)
    expect(entry).toBeLessThan(segment.vaddr + file.length)
    // Instructions of these are aligned.
    if (bits === 64 || machine === 40) expect(entry % 4).toBe(0)
  })
})

describe('the number of exit_group', () => {
  // Where an instruction holds it, by the processors' manuals.
  const NUMBER: [Architecture, (code: Buffer) => number][] = [
    ['SCMP_ARCH_X86_64', code => code.readUInt32LE(1)],
    ['SCMP_ARCH_X86', code => code.readUInt32LE(1)],
    // MOVZ: bits 5 to 20.
    ['SCMP_ARCH_AARCH64', code => (code.readUInt32LE(0) >> 5) & 0xffff],
    // MOV (immediate): bits 0 to 7.
    ['SCMP_ARCH_ARM', code => code.readUInt32LE(0) & 0xff],
    // ADDI: bits 20 to 31.
    ['SCMP_ARCH_RISCV64', code => code.readUInt32LE(0) >> 20],
    // addi: bits 0 to 15.
    ['SCMP_ARCH_PPC64LE', code => code.readUInt32LE(0) & 0xffff],
    // SVC: the second byte, after LGHI of four.
    ['SCMP_ARCH_S390X', code => code.readUInt8(5)]
  ]

  test.each(NUMBER)('of %s is in the code', (architecture, numberIn) => {
    const { code } = readElf(noopProgram(architecture) ?? Buffer.alloc(0))
    expect(numberIn(code)).toBe(syscallNumbers(architecture)['exit_group'])
  })
})

test.each(['SCMP_ARCH_MIPS64', 'SCMP_ARCH_LOONGARCH64'] as const)(
  'there is none for %s',
  architecture => {
    expect(noopProgram(architecture)).toBeUndefined()
  }
)

const runsHere = process.arch === 'x64' ? test : test.skip

runsHere('ends with success at once, and says nothing', async () => {
  const file = path.join(temporary(), 'noop')
  await fs.writeFile(file, noopProgram('SCMP_ARCH_X86_64') ?? '', {
    mode: 0o755
  })
  const child = spawn(file, { env: {} })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => (output += String(chunk)))
  }
  expect(await once(child, 'close')).toEqual([0, null])
  expect(output).toBe('')
})
