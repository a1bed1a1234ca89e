import { describe, expect, test } from '@jest/globals'

import { withoutValue } from '../../../src/container/run-args.ts'

describe('withoutValue', () => {
  test.each([
    ['--env=PASSWORD=a=b', '--env=PASSWORD=...'],
    ['-ePASSWORD=x', '-ePASSWORD=...'],
    ['-e=PASSWORD=x', '-e=PASSWORD=...'],
    ['--label=token=x', '--label=token=...'],
    ['--annotation=token=x\ny', '--annotation=token=...'],
    ['--secret=id,type=env', '--secret=...'],
    ['--env=PASSWORD', '--env=PASSWORD'],
    ['--env-file=.env', '--env-file=.env'],
    ['--volume=/a:/b', '--volume=/a:/b'],
    ['--read-only', '--read-only']
  ])('%j: %s', (argument, text) => {
    expect(withoutValue(argument)).toBe(text)
  })
})
