import { describe, expect, test } from '@jest/globals'

import {
  isBefore,
  parseVersion,
  type Version
} from '../../../src/checks/version.ts'

describe('parseVersion', () => {
  test.each<[string, Version | undefined]>([
    ['bpftrace v0.17.0\n', [0, 17, 0]],
    ['bpftrace v0.24.1-2-g0e44', [0, 24, 1]],
    ['strace -- version 6.1', [6, 1, 0]],
    ['1.2.8+ds-1+b5', [1, 2, 8]],
    ['6.19.0-300.fc43.x86_64', [6, 19, 0]],
    ['\n', undefined],
    ['unknown', undefined]
  ])('%j', (text, expected) => {
    expect(parseVersion(text)).toEqual(expected)
  })
})

describe('isBefore', () => {
  test.each<[Version, Version, boolean]>([
    [[1, 2, 10], [1, 2, 11], true],
    [[1, 2, 11], [1, 2, 11], false],
    [[1, 2, 9], [1, 2, 10], true],
    [[1, 10, 0], [1, 2, 11], false],
    [[0, 17, 0], [1, 0, 0], true],
    [[2, 0, 0], [1, 9, 9], false]
  ])('%j before %j: %s', (version, other, expected) => {
    expect(isBefore(version, other)).toBe(expected)
  })
})
