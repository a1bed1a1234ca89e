import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import type { Step } from '../../scripts/local-runner.ts'
import {
  BASE_IMAGE,
  createScratch,
  leftovers,
  processesWith,
  type Scratch,
  until,
  workingContainers
} from '../support/scratch.ts'

let scratch: Scratch
let nap: string

beforeEach(() => {
  scratch = createScratch()
  // A duration of its own, so that the process can be found.
  nap = `sleep 9${Math.floor(Math.random() * 1e6)}`
})

afterEach(() => {
  scratch.remove()
})

const tests = () => ({ image: BASE_IMAGE, command: nap })

const build = () => {
  scratch.write('Containerfile', `FROM ${BASE_IMAGE}\nRUN ${nap}\n`)
  return { command: 'true' }
}

/** Starts a step and waits until it sleeps. */
async function asleep(inputs: Record<string, string>): Promise<Step> {
  const step = scratch.start(inputs)
  await until(nap, () => {
    const sleeping = processesWith(nap).filter(line => /^\d+ sleep/.test(line))
    return sleeping.length > 0
  })
  return step
}

function expectNothingLeft(): void {
  expect(leftovers(scratch.temporary)).toEqual([])
  expect(processesWith(nap)).toEqual([])
  expect(scratch.profile()).toBeUndefined()
}

describe.each([
  ['the tests', tests],
  ['the build', build]
])('%s', (what, inputs) => {
  test('hang past the timeout', async () => {
    const limit = { ...inputs(), 'timeout-minutes': '0.1' }
    const { exitCode, log } = await scratch.step(limit)
    expect(exitCode).toBe(1)
    expect(log).toContain(
      `${what} took longer than 0.1 minutes and ${what === 'the tests' ? 'were' : 'was'} stopped`
    )
    expectNothingLeft()
  })

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143]
  ] as const)('are cancelled by %s', async (signal, code) => {
    const step = await asleep(inputs())
    step.child.kill(signal)
    const { exitCode, log, outputs } = await step.done
    expect(exitCode).toBe(code)
    expect(log).toContain(`cancelled by ${signal}; nothing was written`)
    expect(outputs).toEqual({})
    expectNothingLeft()
    expect((await step.post()).exitCode).toBe(0)
  })

  test('are cleaned up by the post step when the main step was killed', async () => {
    const step = await asleep(inputs())
    step.child.kill('SIGKILL')
    await step.done
    expect(leftovers(scratch.temporary)).not.toEqual([])
    const { exitCode, log } = await step.post()
    expect(log).toContain('Cleaned up after the killed step.')
    expect(exitCode).toBe(0)
    expectNothingLeft()
  })
})

/** A podman that takes its time before it creates a container. */
function slowPodman(): Record<string, string> {
  const directory = path.join(scratch.root, 'slow')
  fs.mkdirSync(directory)
  const script =
    '#!/bin/sh\n[ "$1" != run ] || sleep 5\nexec /usr/bin/podman "$@"\n'
  fs.writeFileSync(path.join(directory, 'podman'), script, { mode: 0o755 })
  return { PATH: `${directory}:${process.env['PATH'] ?? ''}` }
}

describe('a podman run that has no container yet', () => {
  test('is stopped at the timeout', async () => {
    const limit = { ...tests(), 'timeout-minutes': '0.02' }
    const { exitCode, log } = await scratch.step(limit, {
      environment: slowPodman()
    })
    expect(exitCode).toBe(1)
    expect(log).toContain('the tests took longer than 0.02 minutes')
    await new Promise(resolve => setTimeout(resolve, 6_000))
    expectNothingLeft()
  })

  test('is stopped by the post step when the main step was killed', async () => {
    const environment = slowPodman()
    const step = scratch.start(tests(), { environment })
    await until('podman run', () =>
      processesWith(scratch.temporary).find(line =>
        line.includes('--annotation=')
      )
    )
    step.child.kill('SIGKILL')
    await step.done
    expect((await step.post()).exitCode).toBe(0)
    await new Promise(resolve => setTimeout(resolve, 6_000))
    expectNothingLeft()
  })
})

describe('a build that is in no RUN step', () => {
  test('leaves no working container while it copies', async () => {
    scratch.write('Containerfile', `FROM ${BASE_IMAGE}\nCOPY big /big\n`)
    scratch.write('big', '')
    fs.truncateSync(path.join(scratch.workspace, 'big'), 3 * 2 ** 30)
    const limit = { command: 'true', 'timeout-minutes': '0.02' }
    const { exitCode, log } = await scratch.step(limit)
    expect(exitCode).toBe(1)
    expect(log).toContain('the build took longer than 0.02 minutes')
    expectNothingLeft()
  })

  test("nor while it waits for a registry, and a neighbour's stays", async () => {
    const registry = net.createServer().listen(0, '127.0.0.1')
    await once(registry, 'listening')
    const { port } = registry.address() as net.AddressInfo
    const file = `FROM ${BASE_IMAGE} AS one\nRUN touch /one\nFROM 127.0.0.1:${port}/silent\nCOPY --from=one /one /one\n`
    const other = createScratch()
    for (const each of [scratch, other]) each.write('Containerfile', file)
    const { temporary } = other
    const neighbour = other.start({ command: 'true' })
    try {
      await once(registry, 'connection')
      const theirs = workingContainers(temporary)
      expect(theirs).not.toEqual([])
      const limit = { command: 'true', 'timeout-minutes': '0.1' }
      const { exitCode, log } = await scratch.step(limit)
      expect(exitCode).toBe(1)
      expect(log).toContain('the build took longer than 0.1 minutes')
      expect(workingContainers(temporary)).toEqual(theirs)
    } finally {
      neighbour.child.kill('SIGTERM')
      await neighbour.done
      registry.close()
    }
    expect(leftovers(temporary)).toEqual([])
    other.remove()
  })
})

test('a run that is cancelled after its recording writes nothing', async () => {
  const inputs = { image: BASE_IMAGE, command: 'true' }
  const step = scratch.start(inputs, {
    onOutput: chunk => {
      if (chunk.includes('Recorded ')) step.child.kill('SIGTERM')
    }
  })
  expect((await step.done).exitCode).toBe(143)
  expectNothingLeft()
})

test('failing tests fail the run, even behind short options', async () => {
  for (const option of ['-de A=1', '-dv/srv:/srv']) {
    const { exitCode, log } = await scratch.step({
      recorder: 'audit',
      image: BASE_IMAGE,
      command: 'sh -c "exit 3"',
      'run-args': option
    })
    expect(exitCode).toBe(1)
    expect(log).toContain('the tests run in the foreground')
  }
  expectNothingLeft()
})
