import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { podmanEnvironment } from '../../../src/host/environment.ts'

describe('podmanEnvironment', () => {
  test.each([
    'PATH',
    'HOME',
    'LANG',
    'LC_ALL',
    'TMPDIR',
    'XDG_RUNTIME_DIR',
    'CONTAINERS_CONF',
    'REGISTRY_AUTH_FILE',
    'HTTPS_PROXY',
    'no_proxy'
  ])('%s is kept as it is', name => {
    const value = 'a "b" $(c)\n'
    expect(podmanEnvironment({ [name]: value })).toEqual({ [name]: value })
  })

  test.each([
    'GITHUB_TOKEN',
    'GH_TOKEN',
    'INPUT_GITHUB-TOKEN',
    'INPUT_COMMAND',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'GITHUB_ENV',
    'GITHUB_OUTPUT',
    'RUNNER_TEMP',
    'STATE_isPost',
    'AWS_SECRET_ACCESS_KEY',
    'NODE_OPTIONS',
    'LD_PRELOAD',
    'BASH_ENV',
    'XPATH',
    'PATH_X',
    '',
    '__proto__'
  ])('%s is not', name => {
    expect(podmanEnvironment({ [name]: 'secret' })).toEqual({})
  })

  test('no variable of the runner gets through, whatever its name', () => {
    const name = fc
      .tuple(
        fc.constantFrom('GITHUB_', 'ACTIONS_', 'INPUT_', 'RUNNER_', 'STATE_'),
        fc.string()
      )
      .map(([prefix, rest]) => prefix + rest)
    fc.assert(
      fc.property(fc.dictionary(name, fc.string()), environment => {
        expect(podmanEnvironment(environment)).toEqual({})
      })
    )
  })

  test('what is not set stays so', () => {
    expect(podmanEnvironment({ PATH: undefined })).toEqual({})
  })
})
