import fs from 'node:fs'

import { expect, test } from '@jest/globals'

import { faultOf, NODE } from '../../../src/host/node-version.ts'
import { actionYml } from '../../support/action-yml.ts'

const fileAt = (path: string) =>
  fs.readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

test.each(['v12.22.12', 'v20.20.2', 'v22.22.0', 'v23.11.0'])(
  '%s is too old, which is said in one line',
  version => {
    expect(faultOf(version)).toMatch(
      `seccomp-lock needs Node.js 24 or later; this is ${version}. Update the runner: `
    )
    expect(faultOf(version)).not.toContain('\n')
  }
)

test.each(['v24.0.0', 'v24.21.0', 'v25.1.0', 'v100.0.0'])(
  '%s is not',
  version => {
    expect(faultOf(version)).toBeUndefined()
  }
)

test('one version of Node stands wherever one is named', () => {
  const { engines, devDependencies } = JSON.parse(fileAt('package.json')) as {
    engines: Record<string, string>
    devDependencies: Record<string, string>
  }
  const majorOf = (version = '') => parseInt(version, 10)
  expect({
    action: actionYml.runs.using,
    engines,
    node: majorOf(devDependencies['node']),
    types: majorOf(devDependencies['@types/node']),
    file: fileAt('.node-version').trim()
  }).toEqual({
    action: `node${NODE}`,
    engines: { node: `>=${NODE}` },
    node: NODE,
    types: NODE,
    file: devDependencies['node']
  })
  expect(fileAt('docs/runner.md')).toContain(` that has node${NODE} `)
})
