import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { beforeEach, describe, expect, test } from '@jest/globals'

import { describeValue, type Input } from '../../../src/inputs/input.ts'
import { INPUTS } from '../../../src/inputs/table.ts'
import { actionYml } from '../../support/action-yml.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const inputs: [string, Input][] = Object.entries(INPUTS)

describe('what is generated from the table', () => {
  const temporary = useTemporaryDirectory()

  beforeEach(() => {
    fs.mkdirSync(path.join(temporary(), 'docs'))
    for (const file of ['action.yml', 'docs/inputs.md']) {
      fs.copyFileSync(path.join(ROOT, file), path.join(temporary(), file))
    }
  })

  const generate = (...args: string[]) =>
    spawnSync(
      process.execPath,
      [path.join(ROOT, 'scripts/inputs.ts'), ...args],
      { cwd: temporary(), encoding: 'utf8' }
    )

  test('is up to date', () => {
    expect(generate('--check')).toMatchObject({ status: 0, stderr: '' })
  })

  test.each([
    ['docs/inputs.md', '- Default: `seccomp.json`', '- Default: `x.json`'],
    ['docs/inputs.md', '### `runs`', '### `run`'],
    ['action.yml', "default: 'seccomp.json'", "default: 'x.json'"],
    ['action.yml', 'outputs:', '  more:\n    default: x\n\noutputs:']
  ])('%s is written where it differs: %j', (name, is, other) => {
    const file = path.join(temporary(), name)
    const text = fs.readFileSync(file, 'utf8')
    const edited = text.replace(is, other)
    expect(edited).not.toBe(text)
    fs.writeFileSync(file, edited)

    expect(generate('--check')).toMatchObject({
      status: 1,
      stderr: `Out of date: ${name}. Run \`npm run inputs\`.\n`
    })
    expect(fs.readFileSync(file, 'utf8')).toBe(edited)

    expect(generate()).toMatchObject({ status: 0, stderr: '' })
    expect(fs.readFileSync(file, 'utf8')).toBe(text)
  })
})

describe('action.yml', () => {
  test('has the names and defaults of the table; none is required', () => {
    const found = Object.entries(actionYml.inputs).map(([name, input]) => {
      const { description, ...rest } = input
      expect(description).toContain(INPUTS[name as keyof typeof INPUTS].help)
      return [name, rest]
    })
    expect(found).toEqual(
      inputs.map(([name, input]) => [name, { default: input.default }])
    )
  })

  test.each(inputs.filter(([, { value }]) => value.kind !== 'path'))(
    '%s says what is allowed',
    (name, { value }) => {
      expect(actionYml.inputs[name]?.description.toLowerCase()).toContain(
        describeValue(value).toLowerCase()
      )
    }
  )

  test.each(Object.entries({ ...actionYml.inputs, ...actionYml.outputs }))(
    '%s is in kebab-case and described by sentences',
    (name, { description }) => {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(description.trim()).toMatch(/^\S.+\.$/s)
    }
  )

  test('has the outputs that are set', () => {
    const calls = fs
      .globSync('src/**/*.ts', { cwd: ROOT })
      .map(file => fs.readFileSync(path.join(ROOT, file), 'utf8'))
      .flatMap(text => [...text.matchAll(/\bsetOutput\(\s*(?:'([^']*)')?/g)])
    const names = new Set(calls.map(([, name]) => name ?? 'not a literal'))
    expect([...names].sort()).toEqual(Object.keys(actionYml.outputs).sort())
  })

  test('fits the Marketplace', () => {
    // "must be less than 125 characters", says its form for a release.
    expect(actionYml.description.trim().length).toBeLessThan(125)
    const { icon, color } = actionYml.branding
    expect(allowedBy('branding-icon')).toContain(icon)
    expect(allowedBy('branding-color')).toContain(color)
  })

  test('runs on a supported Node, and cleans up after the job', () => {
    expect(actionYml.runs).toEqual({
      using: 'node24',
      main: 'dist/index.js',
      post: 'dist/index.js'
    })
  })
})

/** The values of a definition in GitHub's own schema of action.yml. */
function allowedBy(definition: string): readonly string[] {
  const file = 'node_modules/@actions/workflow-parser/dist/action-v1.0.min.json'
  const { definitions } = JSON.parse(
    fs.readFileSync(path.join(ROOT, file), 'utf8')
  ) as { definitions: Record<string, { 'allowed-values'?: string[] }> }
  return definitions[definition]?.['allowed-values'] ?? []
}
