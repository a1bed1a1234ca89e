import { setTimeout as sleep } from 'node:timers/promises'

import { describe, expect, test } from '@jest/globals'

import { withDeadline } from '../../../src/container/deadline.ts'
import { Cancelled } from '../../../src/errors.ts'

/** Work that lasts until it is stopped, and the way to stop it. */
function endless() {
  let end: (value: string) => void = () => undefined
  const ended = new Promise<string>(resolve => {
    end = resolve
  })
  return {
    work: () => ended,
    stop: async () => {
      await sleep(10)
      end('stopped')
    }
  }
}

const neverStop = () => Promise.reject(new Error('stopped without need'))
const limits = (timeoutMs: number, signal = new AbortController().signal) => ({
  timeoutMs,
  signal
})

describe('withDeadline', () => {
  test('work in time is not stopped', async () => {
    const work = () => Promise.resolve('done')
    await expect(withDeadline(work, neverStop, limits(1_000))).resolves.toEqual(
      {
        value: 'done',
        timedOut: false
      }
    )
  })

  test('work that takes too long is stopped, and awaited', async () => {
    const { work, stop } = endless()
    await expect(withDeadline(work, stop, limits(20))).resolves.toEqual({
      value: 'stopped',
      timedOut: true
    })
  })

  test('a cancelled run stops its work, and says why', async () => {
    const { work, stop } = endless()
    const controller = new AbortController()
    const run = withDeadline(work, stop, limits(60_000, controller.signal))
    controller.abort(new Cancelled('SIGTERM'))
    await expect(run).rejects.toThrow('cancelled by SIGTERM')
  })

  test('a run that is cancelled already starts nothing', async () => {
    let begun = false
    const work = () => {
      begun = true
      return Promise.resolve()
    }
    const signal = AbortSignal.abort(new Cancelled('SIGINT'))
    await expect(
      withDeadline(work, neverStop, limits(1_000, signal))
    ).rejects.toThrow('cancelled by SIGINT')
    expect(begun).toBe(false)
  })

  test('work that fails fails', async () => {
    const work = () => Promise.reject(new Error('broken'))
    await expect(withDeadline(work, neverStop, limits(1_000))).rejects.toThrow(
      'broken'
    )
  })

  test('work that could not be stopped is told of', async () => {
    const work = () => sleep(60)
    const stop = () => Promise.reject(new Error('cannot stop it'))
    await expect(withDeadline(work, stop, limits(10))).rejects.toThrow(
      'cannot stop it'
    )
  })
})
