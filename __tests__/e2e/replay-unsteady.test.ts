import { describe, expect, test } from '@jest/globals'

import {
  LIST,
  list,
  replayed,
  ruled,
  useReplay
} from '../support/use-replay.ts'

const { scratch, step, counting, runs, allowed, given } = useReplay()

describe('tests that do not do the same each time', () => {
  test.each([
    // The number of the first run, how it ends, whether the profile has it.
    [1, 'passed', false],
    [2, 'healed', true],
    [3, 'passed', true]
  ])(
    'a call in each third run, from the run %d on: %s',
    async (first, replay, isIn) => {
      const result = await step(
        counting('[ $((n % 3)) != 0 ] || mkdir /tmp/a', first)
      )
      expect(result.exitCode).toBe(0)
      expect(result.outputs).toMatchObject({
        replay,
        denied: '[]',
        verdict: 'created',
        changed: 'true'
      })
      expect(replayed(result).at(-1)).toMatch(/ made, 0 refused\.$/)
      expect(allowed().has('mkdir')).toBe(isIn)
      expect(result.summary.includes('### Seen only in a replay')).toBe(
        replay === 'healed'
      )
      if (replay === 'healed') {
        expect(result.summary).toContain('- `mkdir`: `mkdir` × 1\n')
        expect(result.summary).toContain(
          '**Replayed under the profile**, 2 times: the tests passed;'
        )
      }
    }
  )

  test('a call that fails nothing is healed, too', async () => {
    const script = '[ $n != 2 ] || mkdir /tmp/a || true'
    const result = await step(counting(script))
    expect(result.outputs).toMatchObject({ replay: 'healed', denied: '[]' })
    expect(replayed(result)).toEqual([
      expect.stringMatching(/ 1 refused\.$/),
      expect.stringMatching(/ 0 refused\.$/)
    ])
    expect(allowed()).toContain('mkdir')
  })

  test('another call each time: given up after three rounds', async () => {
    const expectUntouched = given(LIST)
    const script =
      'case $n in 2) mkdir /tmp/a;; 3) chmod 700 /tmp;; 4) ln -s a /tmp/b;; 5) mkfifo /tmp/c;; esac'
    const result = await step(counting(script))
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ replay: 'failed', changed: 'false' })
    expect(list(result.outputs['denied'])).toContain('mknodat')
    expect(result.log).toMatch(
      /^::error::the tests are still refused calls after 3 rounds of adding refused calls: .*mknodat \(to "mkfifo"\)/m
    )
    expect(result.summary).toContain('### The replay failed')
    expect(runs()).toBe(5)
    expectUntouched()
  })
})

describe('calls that somebody forbids', () => {
  test("a rule of the user's is named with its place", async () => {
    const expectUntouched = given(
      ruled({
        names: ['fchmod', 'fchmodat', 'fchmodat2', 'chmod'],
        action: 'SCMP_ACT_ERRNO',
        errnoRet: 1
      })
    )
    const result = await step({ command: 'chmod 700 /tmp' })
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({
      replay: 'failed',
      changed: 'false',
      denied: '["fchmodat"]'
    })
    const lines = (scratch.profile() ?? '').split('\n')
    const line = lines.findIndex(text => text.includes('"fchmodat"')) + 1
    const column = (lines[line - 1]?.indexOf('"') ?? 0) + 1
    const place = `a rule of yours .*, seccomp\\.json:${line}:${column}`
    expect(result.log).toMatch(
      new RegExp(
        '^::error::the tests fail under the new seccomp\\.json, which refuses fchmodat \\(to "chmod"\\): the tests failed with exit code 1%0A' +
          `Refused:%0A- fchmodat \\(to "chmod"\\): ${place}%0A`,
        'm'
      )
    )
    expect(result.log).toContain(
      `::error title=seccomp-lock,file=seccomp.json,line=${line},col=${column}::Refused: \`fchmodat\`, made by \`chmod\``
    )
    expectUntouched()
  })

  test('so is a line of the input deny, for a call of the replay only', async () => {
    const expectUntouched = given(LIST)
    const result = await step({
      ...counting('[ $n = 1 ] || mkdir /tmp/a'),
      deny: 'mkdir\nmkdirat'
    })
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({
      replay: 'failed',
      changed: 'false',
      denied: '["mkdir"]'
    })
    expect(result.log).toMatch(
      /^::error::the tests fail under the new seccomp\.json, which refuses mkdir \(to "mkdir"\): the tests failed with exit code 1%0ARefused:%0A- mkdir \(to "mkdir"\): the input deny names it: mkdir%0A/m
    )
    expect(runs()).toBe(2)
    expectUntouched()
  })

  test('tests that do without the call pass', async () => {
    const result = await step({
      ...counting('[ $n = 1 ] || mkdir /tmp/a || true'),
      deny: 'mkdir\nmkdirat'
    })
    expect(result.exitCode).toBe(0)
    expect(result.outputs).toMatchObject({
      replay: 'passed',
      changed: 'true',
      denied: '["mkdir"]'
    })
    expect(allowed()).not.toContain('mkdir')
  })
})

test('tests that fail without a refused call are flaky', async () => {
  const expectUntouched = given(LIST)
  const result = await step(
    counting('echo "this is run $n"; [ $n = 1 ] || exit 3')
  )
  expect(result.exitCode).toBe(1)
  expect(result.outputs).toMatchObject({
    replay: 'failed',
    changed: 'false',
    denied: '[]'
  })
  expect(result.log).toMatch(
    /^::error::the tests are flaky, .* not seen to refuse any call .*: the tests failed with exit code 3/m
  )
  const [, ...ends] = result.log.split('::group::To compare: the end of the ')
  expect(ends).toEqual([
    expect.stringMatching(/^output when .* recorded\n[^]*\nthis is run 1\n/),
    expect.stringMatching(/^output under the new .*\n[^]*\nthis is run 2\n/)
  ])
  expectUntouched()
})
