import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import {
  type Floor,
  originOf,
  parseFloor,
  serializeFloor
} from '../../../src/floor/floor.ts'
import { anyText } from '../../support/profiles/any-text.ts'

const FLOOR: Floor = {
  key: {
    runtime: 'crun 1.8.1',
    engine: 'podman 5.0',
    kernel: '6.18.0',
    recorders: ['bpftrace', 'hook'],
    recordedUnder: 'default',
    options: '',
    image: ['user', '/']
  },
  names: ['execve', 'openat'],
  programs: ['runc:[2:INIT]', '__proto__'],
  second: ['mount']
}

describe('a floor as a file', () => {
  test('is read back as it was', () => {
    const names = fc.array(anyText(), { maxLength: 3 })
    fc.assert(
      fc.property(names, names, names, (names, programs, second) => {
        const floor = { ...FLOOR, names, programs, second }
        expect(parseFloor(serializeFloor(floor))).toEqual(floor)
      })
    )
  })

  const text = serializeFloor(FLOOR)
  test.each([
    ['nothing', ''],
    ['half of it', text.slice(0, text.length / 2)],
    ['a list', '[]'],
    ['null', 'null'],
    ['another version', text.replace('"version": 1', '"version": 2')],
    ['another format', text.replace('lock floor', 'lock recording')],
    ['a key that is not whole', text.replace('"kernel"', '"colonel"')],
    ['text for names', text.replace('"mount"', '1')]
  ])('%s is none', (_, broken) => {
    expect(broken).not.toBe(text)
    expect(parseFloor(broken)).toBeUndefined()
  })
})

describe('originOf', () => {
  const by = (...comms: string[]) => comms.map(comm => ({ comm, count: 1 }))

  test.each([
    ['the runtime alone', 'openat', by('runc:[2:INIT]'), 'runtime'],
    ['the tests alone', 'openat', by('sh'), 'application'],
    ['both', 'openat', by('sh', 'runc:[2:INIT]'), 'both'],
    ['nobody knows who', 'openat', [], 'both'],
    ['a name of no object', 'openat', by('__proto__'), 'runtime'],
    ['a name of every object', 'openat', by('constructor'), 'application'],
    [
      'the runtime, of what it does not need',
      'bind',
      by('runc:[2:INIT]'),
      'application'
    ],
    ['nobody knows who, of no floor', 'bind', [], 'application']
  ])('made by %s', (_, name, programs, origin) => {
    expect(originOf({ name, programs }, FLOOR)).toBe(origin)
  })

  test('without a floor all is the tests’', () => {
    const call = { name: 'openat', programs: by('runc:[2:INIT]') }
    expect(originOf(call, undefined)).toBe('application')
  })
})
