import fs from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import type { StepResult } from '../../scripts/local-runner.ts'
import { namesOf } from '../../src/recorders/recording.ts'
import { EXAMPLE_IMAGE } from '../support/example-image.ts'
import { BASE_IMAGE } from '../support/scratch.ts'
import {
  recordingOf,
  recordingsOf,
  useRecorder
} from '../support/use-recorder.ts'

const { scratch, step, allowed } = useRecorder()

test('several runs are united, and it is told what came in some only', async () => {
  const counter = path.join(scratch.workspace, 'counter')
  fs.writeFileSync(counter, '0')
  const result = await step({
    command: `sh -c 'read n < /counter; echo $((n + 1)) > /counter; [ "$n" != 2 ] || mkdir /tmp/x'`,
    'run-args': `--volume=${counter}:/counter`,
    recorder: 'bpftrace',
    runs: '3'
  })
  const recordings = recordingsOf(result)
  expect(recordings.map(r => namesOf(r).includes('mkdir'))).toEqual([
    false,
    false,
    true
  ])
  expect(allowed()).toContain('mkdir')
  expect(result.summary).toContain('- `mkdir`: in 1 of 3')
})

describe('the floor', () => {
  const isMeasured = ({ log }: StepResult) =>
    log.includes('Measure what the runtime needs')

  test('is kept for the same runtime and options, and measured anew for others', async () => {
    const environment = { XDG_CACHE_HOME: path.join(scratch.root, 'cache') }
    const run = (runArgs: string) =>
      scratch.step(
        {
          image: BASE_IMAGE,
          command: 'true',
          'run-args': runArgs,
          recorder: 'audit',
          replay: 'off'
        },
        { environment }
      )
    expect(isMeasured(await run(''))).toBe(true)
    expect(isMeasured(await run(''))).toBe(false)
    expect(isMeasured(await run('--read-only'))).toBe(true)
  })

  test('that is new is drift of the runner, not of the tests', async () => {
    const inputs = { command: 'true', portability: 'off' }
    await step(inputs)
    const text = scratch.profile() ?? ''
    scratch.write('seccomp.json', text.replace(/ *"capset",\n/, ''))
    expect(scratch.profile()).not.toBe(text)
    const { outputs, summary } = await step(inputs)
    expect(outputs).toMatchObject({ verdict: 'added', added: '["capset"]' })
    expect(summary).toContain('### Runner drift')
    expect(summary).toContain(
      '`capset` (privileged), the OCI runtime, to start'
    )
    expect(scratch.profile()).toBe(text)
  })
})

test('tests from outside: their calls stay out, the shutdown is in', async () => {
  const result = await step({
    image: EXAMPLE_IMAGE,
    'run-args': '--publish=127.0.0.1::8000',
    'test-script': `
exec 3<>"/dev/tcp/127.0.0.1/$PORT_8000"
printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3
head -1 <&3
`,
    ready: '127.0.0.1:$PORT_8000'
  })
  const recording = recordingOf(result)
  expect(result.log).toMatch(/^HTTP\/1\.[01] [234]\d\d /m)
  expect(result.log).toContain('Shutting down: Master')
  const programs = recording.calls.flatMap(call =>
    call.programs.map(({ comm }) => comm)
  )
  expect(programs).toContain('gunicorn')
  expect(programs).not.toContain('bash')
  expect(namesOf(recording)).toContain('accept4')
})
