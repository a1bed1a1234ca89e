import { describe, expect, test } from '@jest/globals'

import {
  BASE_IMAGE,
  leftovers,
  processesWith,
  until
} from '../support/scratch.ts'
import { standIn } from '../support/stand-in.ts'
import { LIST, useReplay } from '../support/use-replay.ts'

const { scratch, step, counting, given } = useReplay()

test('a podman that ignores the profile is found out', async () => {
  const expectUntouched = given(LIST)
  const ignoring = standIn(
    scratch,
    'podman',
    `#!/bin/bash
words=()
for word in "$@"; do
  [[ $word == --security-opt=seccomp=* ]] || words+=("$word")
done
exec /usr/bin/podman "\${words[@]}"
`
  )
  const result = await step({ command: 'ls -d /' }, { environment: ignoring })
  expect(result.exitCode).toBe(1)
  expect(result.log).toMatch(/^::error::podman does not enforce the profile /m)
  expect(result.outputs).toMatchObject({ changed: 'false', replay: 'failed' })
  expectUntouched()
})

describe('a replay that is ended', () => {
  let nap: string

  /** Starts a step and waits until the replay sleeps. */
  async function asleep() {
    nap = `sleep 8${Math.floor(Math.random() * 1e6)}`
    const step = scratch.start({
      image: BASE_IMAGE,
      recorder: 'bpftrace',
      ...counting(`[ $n = 1 ] || exec ${nap}`)
    })
    await until(nap, () => processesWith(nap).some(p => /^\d+ sleep/.test(p)))
    return step
  }

  function expectNothingLeft() {
    expect(leftovers(scratch.temporary)).toEqual([])
    expect(processesWith(nap)).toEqual([])
  }

  test('by SIGTERM', async () => {
    const expectUntouched = given(LIST)
    const step = await asleep()
    step.child.kill('SIGTERM')
    const { exitCode, log, outputs } = await step.done
    expect(exitCode).toBe(143)
    expect(log).toContain('cancelled by SIGTERM; nothing was written')
    expect(outputs).toEqual({})
    expectNothingLeft()
    expect((await step.post()).exitCode).toBe(0)
    expectUntouched()
  })

  test('by SIGKILL, and the post step cleans up', async () => {
    const expectUntouched = given(LIST)
    const step = await asleep()
    step.child.kill('SIGKILL')
    await step.done
    expect(leftovers(scratch.temporary)).not.toEqual([])
    const { exitCode, log } = await step.post()
    expect(log).toContain('Cleaned up after the killed step.')
    expect(exitCode).toBe(0)
    expectNothingLeft()
    expectUntouched()
  })

  test('by its timeout', async () => {
    const expectUntouched = given(LIST)
    const result = await step({
      ...counting('[ $n = 1 ] || sleep 60'),
      'timeout-minutes': '0.2'
    })
    expect(result.exitCode).toBe(1)
    expect(result.log).toContain('the tests took longer than 0.2 minutes')
    expect(result.outputs).toMatchObject({ replay: 'failed' })
    expectUntouched()
  })
})
