import { describe, expect, test } from '@jest/globals'

import { explainFailure } from '../../../src/container/run.ts'

const explain = (exitCode: number, started: boolean, stderr = '') =>
  explainFailure(
    {
      exitCode,
      started,
      id: '',
      finishedAt: 0,
      capabilities: [],
      stderr,
      output: ''
    },
    { image: 'example', command: ['./te"st.sh', '-v'] }
  )

describe('explainFailure', () => {
  test('tests that passed need no explanation', () => {
    expect(explain(0, true, 'some warning')).toBeUndefined()
  })

  test.each([
    [1, true, 'the tests failed with exit code 1'],
    [127, true, 'the tests failed with exit code 127'],
    [126, true, 'the tests failed with exit code 126'],
    [137, true, 'the tests failed with exit code 137'],
    [
      127,
      false,
      'input command: "./te\\"st.sh" was not found in the image (exit code 127)'
    ],
    [
      126,
      false,
      'input command: "./te\\"st.sh" cannot be executed in the image (exit code 126)'
    ],
    [
      125,
      false,
      'the container of example could not be started (exit code 125)'
    ],
    [0, false, 'the container of example could not be started (exit code 0)']
  ])('exit code %i, started: %s', (exitCode, started, message) => {
    expect(explain(exitCode, started)?.message).toBe(message)
  })

  test('a start that failed quotes the last of what podman said', () => {
    const lines = Array.from({ length: 50 }, (_, i) => `line ${i}`)
    const hint = explain(125, false, `${lines.join('\n')}\n\n`)?.hint ?? ''
    expect(hint.split('\n')).toEqual(['podman said:', ...lines.slice(-10)])
  })

  test('tests that failed are not taken for podman', () => {
    expect(explain(1, true, 'assertion failed')?.hint).not.toContain(
      'assertion'
    )
  })
})
