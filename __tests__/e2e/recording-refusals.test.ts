import { describe, expect, test } from '@jest/globals'

import { BASE_IMAGE, tryPodman } from '../support/scratch.ts'
import { recordingOf, useRecorder } from '../support/use-recorder.ts'

const { step, allowed, seccomp } = useRecorder()

describe('refused calls', () => {
  /** What vmsplice(2) returns when it is made with such a descriptor. */
  const EBADF = 'syscall(278, -1, 0, 0, 0); exit($! != 9)'
  /** vmsplice(2); a netlink socket of the audit. */
  const tries = 'syscall(278, -1, 0, 0, 0); syscall(41, 16, 3, 9)'

  test('are reported with the program that made them', async () => {
    const command = `perl -e '${tries}; syscall(41, 2, 1, 0)'`
    const result = await step({ command, recorder: 'bpftrace' })
    expect(recordingOf(result).denied).toEqual([
      { name: 'vmsplice', errno: 1, programs: [{ comm: 'perl', count: 1 }] },
      { name: 'socket', errno: 22, programs: [{ comm: 'perl', count: 1 }] }
    ])
    expect(result.summary).toContain('record-under: allow-all')
    expect(allowed()).not.toContain('vmsplice')
    const ignored = await step({ command, denials: 'ignore' })
    expect(recordingOf(ignored).denied).toEqual([])
  })

  const command = `perl -e '${EBADF}'`

  test('make tests fail that need them', async () => {
    const { exitCode, log } = await step({ command, recorder: 'bpftrace' })
    expect(exitCode).toBe(1)
    expect(log).toContain('the tests failed with exit code 1')
  })

  test.each(['bpftrace', 'hook', 'audit', 'strace'])(
    'are allowed where %s recorded under allow-all',
    async recorder => {
      const inputs = { command, recorder, 'record-under': 'allow-all' }
      expect(recordingOf(await step(inputs)).recordedUnder).toBe('allow-all')
      expect(allowed()).toContain('vmsplice')
      expect(allowed()).not.toContain('mount')
      const perl = ['perl', '-e', EBADF]
      expect(
        tryPodman('run', '--rm', seccomp(), BASE_IMAGE, ...perl)
      ).toMatchObject({ status: 0 })
    }
  )
})
