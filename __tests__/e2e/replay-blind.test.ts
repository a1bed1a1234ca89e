import { describe, expect, test } from '@jest/globals'

import { without } from '../support/private-mounts.ts'
import { noBpftrace, SYSTEM_PATH } from '../support/stand-in.ts'
import { LIST, replayed, useReplay } from '../support/use-replay.ts'

const { scratch, step, counting, runs, allowed, given } = useReplay()

describe('without bpftrace', () => {
  const inputs = () => ({
    ...counting('[ $n = 1 ] || mkdir /tmp/a'),
    recorder: 'audit'
  })

  test('audit names what is refused, by a second run', async () => {
    const result = await step(inputs(), { environment: noBpftrace(scratch) })
    const errors = result.log.match(/^::error.*$/gm)
    expect([result.exitCode, errors]).toEqual([0, null])
    expect(result.outputs).toMatchObject({ replay: 'healed', denied: '[]' })
    expect(
      result.log.match(/^::group::Run the tests with refused calls/gm)
    ).toHaveLength(2)
    expect(replayed(result)).toEqual([
      'Replayed: 1 refused, as a second run showed that let them through.',
      'Replayed: 0 refused, as a second run showed that let them through.'
    ])
    expect(result.summary).toContain('- `mkdir`: `mkdir` × 1\n')
    expect(allowed()).toContain('mkdir')
    // A recording, and two replays of two runs.
    expect(runs()).toBe(5)
  })

  test('nobody says that nothing was refused in the run before', async () => {
    const expectUntouched = given(LIST)
    const result = await step(
      { ...inputs(), ...counting('[ $n != 2 ] || mkdir /tmp/a') },
      { environment: noBpftrace(scratch) }
    )
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ replay: 'failed', denied: '[]' })
    expect(result.log).toContain("directory '/tmp/a': Function not implemented")
    expect(result.log).toContain('was not seen to refuse any call')
    expectUntouched()
  })

  test('nor audit, it is said that nothing can tell', async () => {
    const hiding = {
      wrap: without(scratch, '/usr/bin/bpftrace', '/usr/bin/python3'),
      environment: { PATH: SYSTEM_PATH }
    }
    const blind = await step(
      { ...counting('true'), recorder: 'strace' },
      hiding
    )
    expect(blind.exitCode).toBe(0)
    expect(blind.outputs).toMatchObject({ replay: 'passed', denied: '[]' })
    expect(blind.summary).toContain(
      'the tests passed; this runner cannot tell which calls were refused (with bpftrace it could).'
    )
    expect(replayed(blind)).toEqual([])
    const expectUntouched = given(scratch.profile() ?? '')
    const result = await step({ ...inputs(), recorder: 'strace' }, hiding)
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ replay: 'failed', denied: '[]' })
    expect(result.log).toMatch(
      /^::error::the tests passed when they were recorded, and fail under the new seccomp\.json: .*%0ANothing on this runner can tell which calls were refused: install bpftrace/m
    )
    expectUntouched()
  })
})
