import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { keepFloor, readFloor } from '../../../src/floor/cache.ts'
import type { Floor, FloorKey } from '../../../src/floor/floor.ts'
import { cacheDirectory } from '../../../src/host/cache.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const temporary = useTemporaryDirectory()

const KEY: FloorKey = {
  runtime: 'runc 1.1.5',
  engine: 'podman 5.0',
  kernel: '6.18.0',
  recorders: ['bpftrace'],
  recordedUnder: 'default',
  options: 'a1',
  image: ['user', '/']
}

const floor = (members: Partial<Floor> = {}): Floor => ({
  key: KEY,
  names: ['execve'],
  programs: ['runc:[2:INIT]'],
  second: [],
  ...members
})

const directory = () => path.join(temporary(), 'cache', 'seccomp-lock')

describe('kept floors', () => {
  test('are found again, the newest of a key', async () => {
    await keepFloor(directory(), floor())
    expect(await readFloor(directory(), KEY)).toEqual(floor())
    const newer = floor({ names: ['execve', 'openat'] })
    await keepFloor(directory(), newer)
    expect(await readFloor(directory(), KEY)).toEqual(newer)
    expect(await fs.readdir(directory())).toHaveLength(1)
  })

  test.each<[keyof FloorKey, Partial<FloorKey>]>([
    ['runtime', { runtime: 'crun 1.8.1' }],
    ['engine', { engine: 'podman 5.1' }],
    ['kernel', { kernel: '6.18.1' }],
    ['recorders', { recorders: ['bpftrace', 'hook'] }],
    ['recordedUnder', { recordedUnder: 'allow-all' }],
    ['options', { options: 'b2' }],
    ['image', { image: ['/', 'user'] }]
  ])('are of one key: not with another %s, %j', async (_, other) => {
    await keepFloor(directory(), floor())
    expect(await readFloor(directory(), { ...KEY, ...other })).toBeUndefined()
  })

  test('are found in whatever order the key is', async () => {
    await keepFloor(directory(), floor())
    const reversed = Object.fromEntries(
      Object.entries(KEY).reverse()
    ) as unknown as FloorKey
    expect(await readFloor(directory(), reversed)).toEqual(floor())
  })

  test('are not there before', async () => {
    expect(await readFloor(directory(), KEY)).toBeUndefined()
  })

  test.each<[string, (file: string) => Promise<void>]>([
    ['is empty', file => fs.writeFile(file, '')],
    ['is cut off', file => fs.truncate(file, 60)],
    [
      'is of another key',
      async file => {
        const other = { ...KEY, kernel: '5.0.0' }
        await keepFloor(directory(), floor({ key: other }))
        const files = await fs.readdir(directory())
        const [copied = ''] = files.filter(f => f !== path.basename(file))
        await fs.copyFile(path.join(directory(), copied), file)
      }
    ]
  ])('are not trusted where the file %s', async (_, spoil) => {
    await keepFloor(directory(), floor())
    const [name = ''] = await fs.readdir(directory())
    await spoil(path.join(directory(), name))
    expect(await readFloor(directory(), KEY)).toBeUndefined()
  })

  // fs.rm, `force` or not, minds a path that leads through a file.
  test('need not be kept where there is no place', async () => {
    await fs.writeFile(path.join(temporary(), 'cache'), 'a file')
    await keepFloor(directory(), floor())
    expect(await readFloor(directory(), KEY)).toBeUndefined()
  })

  test('leave nothing half-written', async () => {
    await keepFloor(directory(), floor())
    const [name = ''] = await fs.readdir(directory())
    const file = path.join(directory(), name)
    await fs.rm(file)
    await fs.mkdir(file)
    await keepFloor(directory(), floor())
    expect(await fs.readdir(directory())).toEqual([name])
  })
})

test.each([
  [{ XDG_CACHE_HOME: '/c', HOME: '/h' }, '/c/seccomp-lock'],
  [{ XDG_CACHE_HOME: 'c', HOME: '/h' }, '/h/.cache/seccomp-lock'],
  [{ XDG_CACHE_HOME: '', HOME: '/h' }, '/h/.cache/seccomp-lock'],
  [{ HOME: '/h' }, '/h/.cache/seccomp-lock'],
  [{}, path.join(os.homedir(), '.cache/seccomp-lock')]
])('with %j they are in %s', (environment, expected) => {
  expect(cacheDirectory(environment)).toBe(expected)
})
