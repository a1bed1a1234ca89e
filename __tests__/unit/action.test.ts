import { describe, expect, test } from '@jest/globals'

import { DEFAULT_ERRNOS } from '../../src/candidate/candidate.js'
import { readInputs, RECORDERS, REMOVALS, SETUPS } from '../../src/inputs.js'
import { FAIL_ON } from '../../src/verdict.js'
import { actionYml, getter } from './support/action-yml.js'

/** Documented, and not for readInputs: it is no wish of the user's. */
const NOT_READ = ['github-token']

/** Every input that readInputs asks for, whichever way it goes. */
function inputsRead(): string[] {
  const asked = new Set<string>()
  for (const image of ['', 'alpine']) {
    const get = getter({ command: 'true', image, 'default-errno': 'EPERM' })
    readInputs(name => {
      asked.add(name)
      return get(name)
    }, '/workspace')
  }
  return [...asked].sort()
}

describe('action.yml', () => {
  test('documents the inputs that are read, and no others', () => {
    const documented = Object.keys(actionYml.inputs)
    expect(documented.filter(name => !NOT_READ.includes(name)).sort()).toEqual(
      inputsRead()
    )
  })

  test.each(Object.entries({ ...actionYml.inputs, ...actionYml.outputs }))(
    '%s is in kebab-case and described by sentences',
    (name, { description }) => {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(description.trim()).toMatch(/^\S.+\.$/s)
    }
  )

  test('only required inputs have no default', () => {
    const without = Object.entries(actionYml.inputs)
      .filter(([, input]) => input.default === undefined)
      .map(([name, input]) => [name, input.required])
    expect(without).toEqual([['command', true]])
  })

  test.each([
    ['recorder', RECORDERS],
    ['fail-on', FAIL_ON],
    ['removals', REMOVALS],
    ['setup', SETUPS],
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
