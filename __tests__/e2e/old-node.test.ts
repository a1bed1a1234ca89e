import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect, test } from '@jest/globals'

import { faultOf } from '../../src/host/node-version.ts'
import { useTemporaryDirectory } from '../support/temporary.ts'

const BUNDLE = fileURLToPath(new URL('../../dist/index.js', import.meta.url))

const directory = useTemporaryDirectory()

/** Starts the bundle as a step without inputs, whose state is printed. */
function start(node: string, ...options: string[]) {
  const { status, stdout, stderr } = spawnSync(node, [...options, BUNDLE], {
    cwd: directory(),
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] }
  })
  return { status, stdout, stderr, left: fs.readdirSync(directory()) }
}

/** Gives our own Node another version. */
const VERSION = 'v23.11.0'
const code = `Object.defineProperty(process, "version", { value: "${VERSION}" })`
const preload = `--import=data:text/javascript,${encodeURIComponent(code)}`

/** What the machine has besides the Node of this repository. */
const others = (process.env['PATH'] ?? '')
  .split(':')
  .map(directory => path.join(directory, 'node'))
  .filter(node => fs.existsSync(node))
  .map(node => fs.realpathSync(node))
const old = [...new Set(others)]
  .map(node => [spawnSync(node, ['--version']).stdout.toString().trim(), node])
  .filter(([version = '']) => faultOf(version) !== undefined)

test.each([[VERSION, process.execPath, preload], ...old])(
  'under %s the action says that it is too old, and does nothing',
  (version = '', node = '', ...options) => {
    expect(start(node, ...options)).toEqual({
      status: 1,
      stdout: `::error::${faultOf(version) ?? 'nothing is wrong'}\n`,
      stderr: '',
      left: []
    })
  }
)

test('an old Node can read what is started', () => {
  // What it imports by name, an old one may not have.
  const text = fs.readFileSync(BUNDLE, 'utf8')
  expect(text.match(/^(?:import|export)\b.*$/gm)).toEqual([
    'import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";'
  ])
  expect(text).not.toMatch(/\?\?|\?\.[a-z[(]|^\s*await\b|static \{|\.at\(/m)
})

test('under its own Node the action begins', () => {
  expect(start(process.execPath).stdout).toMatch(/^::error::input /m)
})
