import { expect, test } from '@jest/globals'

import { useScratch } from '../support/use-scratch.js'

const scratch = useScratch()

test('the doctor says what there is, and needs nothing else', async () => {
  const { exitCode, log, summary, outputs } = await scratch.step({
    mode: 'doctor'
  })
  expect(exitCode).toBe(0)
  expect(log).toContain('this runner can record with bpftrace')
  expect(summary).toContain('### bpftrace: works, and is used')
  expect(outputs).toEqual({})
})
