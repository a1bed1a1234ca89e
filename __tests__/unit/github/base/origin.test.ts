import { expect, test } from '@jest/globals'

import { candidates, renamedTo } from '../../../../src/github/base/origin.ts'

const gone = (from: string) => ({ from, to: undefined })

test('the file that was renamed to ours', () => {
  const moves = [
    { from: 'a', to: 'b' },
    { from: 'old', to: 'new.json' }
  ]
  expect(renamedTo(moves, 'new.json')).toBe('old')
  expect(renamedTo(moves, 'old')).toBe(undefined)
  expect(renamedTo([gone('x.json')], 'new.json')).toBe(undefined)
})

test('an old profile has our name, or the first in the alphabet', () => {
  const moves = [
    gone('z.json'),
    gone('app.js'),
    { from: 'b.json', to: 'docs/b.txt' },
    gone('old/seccomp.json'),
    gone('a/seccomp.json'),
    gone('seccomp.json/x')
  ]
  expect(candidates(moves, 'new/seccomp.json')).toEqual([
    'a/seccomp.json',
    'old/seccomp.json',
    'b.json',
    'z.json'
  ])
})

test('no more than twenty are looked at', () => {
  const moves = Array.from({ length: 99 }, (_, i) => gone(`${i + 100}.json`))
  const found = candidates([...moves, gone('x/s.json')], 's.json')
  expect(found).toHaveLength(20)
  expect(found.slice(0, 2)).toEqual(['x/s.json', '100.json'])
})
