import fs from 'node:fs'

import { expect, test } from '@jest/globals'

import { MANAGED_COMMENT } from '../../../src/profile/managed.ts'
import { parseProfile } from '../../../src/profile/parse.ts'
import { unknownNames } from '../../../src/profile/unknown-names.ts'

const unknown = (...syscalls: object[]) =>
  unknownNames(
    parseProfile(
      JSON.stringify({
        defaultAction: 'SCMP_ACT_ERRNO',
        syscalls: syscalls.map(rule => ({ action: 'SCMP_ACT_ALLOW', ...rule }))
      }),
      'f'
    )
  )

const read = (name: string) =>
  fs.readFileSync(
    new URL(`../../fixtures/profiles/${name}`, import.meta.url),
    'utf8'
  )

test('names of no architecture, each once, in file order', () => {
  expect(
    unknown(
      { names: ['write', 'raed', 'brk_'] },
      { name: 'opne' },
      { names: ['raed', 'Read'], comment: MANAGED_COMMENT }
    )
  ).toEqual(['raed', 'brk_', 'opne', 'Read'])
})

test('names of another architecture are known', () => {
  expect(unknown({ names: ['socketcall', 's390_runtime_instr'] })).toEqual([])
})

test('names that every object has are unknown, too', () => {
  expect(unknown({ names: ['toString', '__proto__', '$comment'] })).toEqual([
    'toString',
    '__proto__',
    '$comment'
  ])
})

test('the fixture', () => {
  const profile = parseProfile(read('unknown-names.json'), 'f')
  expect(unknownNames(profile)).toEqual([
    'fchmodatt',
    'raed',
    'of_the_future_2099'
  ])
})
