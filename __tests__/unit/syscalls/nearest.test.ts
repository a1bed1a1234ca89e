import { describe, expect, it } from '@jest/globals'

import { nearestName } from '../../../src/syscalls/nearest.ts'
import { syscallNames } from '../../../src/syscalls/numbers.ts'

describe('nearestName', () => {
  it.each([
    ['fchmodatt', 'fchmodat'],
    ['opennat', 'openat'],
    ['raed', 'read'],
    ['mkidr', 'mkdir'],
    ['OPENAT', 'openat'],
    [' openat', 'openat'],
    ['epoll-wait', 'epoll_wait'],
    ['gettimeofdya', 'gettimeofday'],
    ['sched_setafinity', 'sched_setaffinity']
  ])('%j: did you mean %s?', (written, meant) => {
    expect(nearestName(written)).toBe(meant)
  })

  it.each(['', 'x', 'zz', 'nothing_like_it', '@debug', 'q'.repeat(10_000)])(
    'knows nothing near %j',
    written => {
      expect(nearestName(written)).toBeUndefined()
    }
  )

  it('has nothing to say of a known name', () => {
    const spoken = [...syscallNames()].filter(n => nearestName(n) !== undefined)
    expect(spoken).toEqual([])
  })
})
