import fs from 'node:fs/promises'

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import type { FloorKey } from '../../../src/floor/floor.ts'
import { floorOf, noopOptions } from '../../../src/floor/measure.ts'
import { noopProgram } from '../../../src/floor/noop.ts'
import { named, observation } from '../../support/recordings.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const temporary = useTemporaryDirectory()

describe('noopOptions', () => {
  let umask: number
  beforeEach(() => {
    umask = process.umask(0o077)
  })
  afterEach(() => {
    process.umask(umask)
  })

  test('put the program where it is run, for every user', async () => {
    const options = await noopOptions('SCMP_ARCH_X86_64', temporary())
    expect(options).toHaveLength(2)
    const [, file = '', place, flags] =
      /^--volume=(.*):(.*):(.*)$/.exec(options?.[0] ?? '') ?? []
    expect(options?.[1]).toBe(`--entrypoint=${place}`)
    expect(flags?.split(',')).toContain('ro')
    expect(await fs.readFile(file)).toEqual(noopProgram('SCMP_ARCH_X86_64'))
    expect((await fs.stat(file)).mode & 0o777).toBe(0o755)
  })

  test('there are none where there is no program', async () => {
    expect(await noopOptions('SCMP_ARCH_MIPS64', temporary())).toBeUndefined()
    expect(await fs.readdir(temporary())).toEqual([])
  })
})

describe('floorOf', () => {
  const key: FloorKey = {
    runtime: 'crun 1',
    engine: 'podman 5',
    kernel: '6.18',
    recorders: ['bpftrace'],
    recordedUnder: 'default',
    options: '',
    image: []
  }

  test("the runtime's calls and programs, without the program itself", async () => {
    const [, entrypoint = ''] =
      (await noopOptions('SCMP_ARCH_X86_64', temporary())) ?? []
    // The kernel keeps 15 bytes of a program's name, prctl(2) PR_SET_NAME.
    const own = entrypoint.replace(/^.*\//, '').slice(0, 15)
    const first = observation({
      calls: [
        { name: 'execve', programs: [{ comm: 'runc:[2:INIT]', count: 1 }] },
        { name: 'close', programs: [{ comm: 'a,b', count: 2 }] },
        { name: 'exit_group', programs: [{ comm: own, count: 1 }] }
      ]
    })
    const second = observation({ calls: named('mount', 'execve') })
    expect(floorOf(key, first, second)).toEqual({
      key,
      names: ['close', 'execve', 'exit_group'],
      programs: ['a,b', 'runc:[2:INIT]'],
      second: ['execve', 'mount']
    })
  })

  test('without a second recorder, and where nobody knows who', () => {
    const first = observation({ calls: named('execve') })
    expect(floorOf(key, first, undefined)).toEqual({
      key,
      names: ['execve'],
      programs: [],
      second: []
    })
  })
})
