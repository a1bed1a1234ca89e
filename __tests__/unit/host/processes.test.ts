import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { describe, expect, test } from '@jest/globals'

import {
  descendants,
  listProcesses,
  type Process
} from '../../../src/host/processes.ts'

describe('listProcesses', () => {
  test('finds a child with its arguments and its parent', async () => {
    const args = ['-c', 'read line', 'a b', '', "it's\n$(id)"]
    const child = spawn('sh', args, { stdio: ['pipe', 'ignore', 'ignore'] })
    await once(child, 'spawn')
    try {
      const found = (await listProcesses()).find(p => p.pid === child.pid)
      expect(found?.parent).toBe(process.pid)
      expect(found?.argv.slice(0, 6)).toEqual(['sh', ...args])
      expect(found?.isContained).toBe(false)
    } finally {
      const exited = once(child, 'exit')
      child.stdin.end()
      await exited
    }
    const pids = (await listProcesses()).map(p => p.pid)
    expect(pids).not.toContain(child.pid)
    expect(pids).toContain(process.pid)
  })
})

describe('descendants', () => {
  const tree = ([pid, parent]: [number, number]): Process => ({
    pid,
    parent,
    argv: [],
    isContained: false
  })
  // 1 has 2 and 3; 3 has 4, which has 5; 6 is of nobody.
  const all = (
    [
      [5, 4],
      [1, 0],
      [3, 1],
      [6, 0],
      [2, 1],
      [4, 3]
    ] satisfies [number, number][]
  ).map(tree)

  test.each([
    [1, [2, 3, 4, 5]],
    [3, [4, 5]],
    [5, []],
    [9, []]
  ])('of %i are %j', (pid, expected) => {
    const pids = descendants(pid, all).map(p => p.pid)
    expect(pids.toSorted()).toEqual(expected)
  })
})
