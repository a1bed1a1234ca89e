import { describe, expect, test } from '@jest/globals'

import {
  type CgroupVersion,
  cgroupVersion,
  parseMounts
} from '../../../src/checks/mounts.ts'

const V1 = 'cgroup /sys/fs/cgroup/pids cgroup rw,relatime,pids 0 0'
const TMPFS = 'tmpfs /sys/fs/cgroup tmpfs rw,mode=755 0 0'
const UNIFIED = 'cgroup2 /sys/fs/cgroup/unified cgroup2 rw,relatime 0 0'
const V2 = 'cgroup2 /sys/fs/cgroup cgroup2 rw,nsdelegate 0 0'

test('parseMounts undoes the escapes', () => {
  expect(parseMounts('tmpfs /a\\040b\\134c tmpfs rw 0 0\n\nbroken\n')).toEqual([
    { directory: '/a b\\c', type: 'tmpfs' }
  ])
})

describe('cgroupVersion', () => {
  test.each<[string, string[], CgroupVersion]>([
    ['nothing', [], 'none'],
    ['others only', [TMPFS], 'none'],
    ['v2', [V2], 'v2'],
    ['v1', [TMPFS, V1], 'v1'],
    ['both', [TMPFS, V1, UNIFIED], 'v1 and v2'],
    ['v2 mounted over both', [TMPFS, V1, UNIFIED, V2], 'v2'],
    ['v2 elsewhere', [TMPFS, V1, V2.replace('cgroup ', 'other ')], 'v1']
  ])('%s', (_, lines, expected) => {
    expect(cgroupVersion(parseMounts(lines.join('\n')))).toBe(expected)
  })
})
