import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { without } from '../support/private-mounts.ts'
import {
  BASE_IMAGE,
  HOOK,
  leftovers,
  processesWith,
  until
} from '../support/scratch.ts'
import { SYSTEM_PATH } from '../support/stand-in.ts'
import { useScratch } from '../support/use-scratch.ts'

const scratch = useScratch()

describe('a tracer that is killed', () => {
  test.each([
    ['bpftrace', 'seccomp-lock: ready', 'bpftrace ended early, by'],
    ['hook', '-r', 'the tracing hook ended without writing a profile']
  ])('%s fails the run', async (recorder, mark, message) => {
    const { temporary } = scratch
    const command = `sleep 4.${Math.floor(Math.random() * 1e6)}1`
    const running = scratch.start({ image: BASE_IMAGE, command, recorder })
    await until('the tests', () =>
      processesWith(command).find(line => /^\d+ sleep/.test(line))
    )
    const tracers = processesWith(mark).filter(line =>
      recorder === 'hook'
        ? line.includes(temporary) && line.includes(' -o ')
        : line.includes(temporary) && line.includes(' bpftrace -f json ')
    )
    expect(tracers).toHaveLength(1)
    process.kill(Number(tracers[0]?.split(' ')[0]), 'SIGKILL')
    const { exitCode, log, outputs } = await running.done
    expect(exitCode).toBe(1)
    expect(log).toContain(message)
    expect(outputs).toEqual({})
    expect(scratch.profile()).toBeUndefined()
    expect(leftovers(temporary)).toEqual([])
  })
})

test('where nothing can record, the error lists what was tried', async () => {
  const inputs = { image: BASE_IMAGE, command: 'true' }
  const { exitCode, log } = await scratch.step(inputs, {
    wrap: without(
      scratch,
      '/usr/bin/bpftrace',
      '/usr/bin/strace',
      '/usr/bin/python3',
      path.dirname(HOOK)
    ),
    environment: { PATH: SYSTEM_PATH }
  })
  expect(exitCode).toBe(1)
  expect(log).toContain('nothing can record system calls on this runner')
  for (const recorder of ['bpftrace', 'hook', 'audit', 'strace']) {
    expect(log).toContain(`- ${recorder}:`)
  }
  expect(scratch.profile()).toBeUndefined()
})
