import { describe, expect, test } from '@jest/globals'

import {
  DEFAULT_ERRNOS,
  PORTABILITIES
} from '../../../src/candidate/candidate.ts'
import { PODMAN_MODES } from '../../../src/container/podman.ts'
import {
  DENIALS,
  MODES,
  readInputs,
  readMode,
  REMOVALS,
  SETUPS
} from '../../../src/inputs/inputs.ts'
import { FAIL_ON } from '../../../src/inputs/inputs.ts'
import {
  ALLOW_FORKS,
  COMMITS_VIA,
  readPublishing
} from '../../../src/inputs/publishing.ts'
import { RECORDER_CHOICES } from '../../../src/recorders/choose.ts'
import { RECORD_UNDER } from '../../../src/recorders/recording.ts'
import { actionYml, getter } from '../../support/action-yml.ts'

/** Every input that is asked for, whichever way a run goes. */
function inputsRead(): string[] {
  const asked = new Set<string>()
  for (const more of [{ image: 'alpine' }, { 'test-script': 'true' }]) {
    const get = getter({
      ...{ command: 'true', 'default-errno': 'EPERM', 'github-token': 't' },
      ...more
    })
    const ask = (name: string) => {
      asked.add(name)
      return get(name)
    }
    readInputs(ask, '/workspace')
    readMode(ask)
    readPublishing(ask)
  }
  return [...asked].sort()
}

describe('action.yml', () => {
  test('documents the inputs that are read, and no others', () => {
    const documented = Object.keys(actionYml.inputs)
    expect(documented.sort()).toEqual(inputsRead())
  })

  test.each(Object.entries({ ...actionYml.inputs, ...actionYml.outputs }))(
    '%s is in kebab-case and described by sentences',
    (name, { description }) => {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(description.trim()).toMatch(/^\S.+\.$/s)
    }
  )

  test('every input has a default, and none is required', () => {
    const without = Object.entries(actionYml.inputs)
      .filter(([, input]) => input.default === undefined || input.required)
      .map(([name]) => name)
    expect(without).toEqual([])
  })

  test.each([
    ['recorder', RECORDER_CHOICES],
    ['record-under', RECORD_UNDER],
    ['denials', DENIALS],
    ['portability', PORTABILITIES],
    ['mode', MODES],
    ['fail-on', FAIL_ON],
    ['removals', REMOVALS],
    ['setup', SETUPS],
    ['podman', PODMAN_MODES],
    ['commit-via', COMMITS_VIA],
    ['allow-forks', ALLOW_FORKS],
    ['default-errno', Object.keys(DEFAULT_ERRNOS)]
  ])(
    '%s tells every value that is allowed',
    (name, values: readonly string[]) => {
      const description = actionYml.inputs[name]?.description ?? ''
      const told = [...description.matchAll(/`([^`]+)`/g)].map(
        match => match[1]
      )
      expect(told.sort()).toEqual([...values].sort())
    }
  )

  test('runs on a supported Node, and cleans up after the job', () => {
    expect(actionYml.runs).toEqual({
      using: 'node24',
      main: 'dist/index.js',
      post: 'dist/index.js'
    })
  })
})
