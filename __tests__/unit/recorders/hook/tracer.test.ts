import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { expect, test } from '@jest/globals'

import {
  findTracer,
  watchTracer
} from '../../../../src/recorders/hook/tracer.ts'
import { useTemporaryDirectory } from '../../../support/temporary.ts'

const temporary = useTemporaryDirectory()

/**
 * A process with the tracer's arguments, `-r X -o PATH`, that waits: sort(1)
 * takes them too, and its input is a pipe that nobody opens.
 */
async function startLookalike(output: string): Promise<ChildProcess> {
  const pipe = path.join(temporary(), 'pipe')
  execFileSync('mkfifo', [pipe])
  const child = spawn('sort', ['-r', pipe, '-o', output], { stdio: 'ignore' })
  await once(child, 'spawn')
  return child
}

async function end(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

/** Waits for what must come; the test's own timeout says when it does not. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(20)
}

test('finds the tracer of one output, as long as it is there', async () => {
  const output = path.join(temporary(), 'profile.json')
  const child = await startLookalike(output)
  try {
    await expect(findTracer(output)).resolves.toBe(child.pid)
    await expect(findTracer(`${output}2`)).resolves.toBeUndefined()
  } finally {
    await end(child)
  }
  await expect(findTracer(output)).resolves.toBeUndefined()
})

test('a tracer that has ended early has crashed', async () => {
  const output = path.join(temporary(), 'profile.json')
  const child = await startLookalike(output)
  const watch = watchTracer(output)
  try {
    await until(() => !watch.crashed())
    await end(child)
    await until(() => watch.crashed())
  } finally {
    watch.stop()
    child.kill('SIGKILL')
  }
}, 60_000)
