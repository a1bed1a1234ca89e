import fs from 'node:fs/promises'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { type History, observe } from '../../../src/history/history.ts'
import { recall, remember } from '../../../src/history/memory.ts'
import { readInputs } from '../../../src/inputs/inputs.ts'
import { getter } from '../../support/action-yml.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const temporary = useTemporaryDirectory()

const inputsFor = (profile = 'seccomp.json', workspace = '/w') =>
  readInputs(getter({ command: 'true', profile }), workspace)

const on = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  XDG_CACHE_HOME: temporary(),
  GITHUB_REPOSITORY: 'o/r',
  GITHUB_REF_NAME: 'main',
  ...more
})

const PUSHED: History = observe({ runs: 0, calls: new Map() }, ['bind'])

const runs = async (environment: NodeJS.ProcessEnv, inputs = inputsFor()) =>
  (await recall(inputs, environment, [])).runs

describe('what is remembered', () => {
  test('is there for the next run of the branch', async () => {
    await remember(inputsFor(), on(), PUSHED)
    const history = await recall(inputsFor(), on(), ['bind'])
    expect(history).toEqual(PUSHED)
    const again = await fs.readdir(path.join(temporary(), 'seccomp-lock'))
    expect(again).toHaveLength(1)
  })

  test.each<[string, NodeJS.ProcessEnv]>([
    ['repository', { GITHUB_REPOSITORY: 'o/other' }],
    ['branch', { GITHUB_REF_NAME: 'other' }]
  ])('is not that of another %s', async (_, more) => {
    await remember(inputsFor(), on(), PUSHED)
    expect(await runs(on(more))).toBe(0)
  })

  test('is not that of another profile', async () => {
    await remember(inputsFor(), on(), PUSHED)
    expect(await runs(on(), inputsFor('other.json'))).toBe(0)
  })

  test('is that of the base for the first run of a pull request', async () => {
    await remember(inputsFor(), on(), PUSHED)
    const pull = on({
      GITHUB_HEAD_REF: 'topic',
      GITHUB_BASE_REF: 'main',
      GITHUB_REF_NAME: '7/merge'
    })
    expect(await runs(pull)).toBe(1)
    await remember(inputsFor(), pull, observe(PUSHED, []))
    expect(await runs(pull)).toBe(2)
    expect(await runs(on())).toBe(1)
  })

  test('elsewhere than on GitHub is told apart by the checkout', async () => {
    const here = { XDG_CACHE_HOME: temporary() }
    await remember(inputsFor('p.json', '/w'), here, PUSHED)
    expect(await runs(here, inputsFor('p.json', '/w'))).toBe(1)
    expect(await runs(here, inputsFor('p.json', '/v'))).toBe(0)
  })
})

test('a call that came by a merge has the history of the branch that knew it', async () => {
  const other = on({ GITHUB_REF_NAME: 'topic' })
  await remember(inputsFor(), other, observe(PUSHED, ['bind']))
  await remember(inputsFor(), on(), observe(PUSHED, ['read']))
  const { calls } = await recall(inputsFor(), on(), ['bind', 'read'])
  // Its own is the one that counts, where there is one.
  expect(calls.get('bind')).toMatchObject({ seen: 1, unseen: 1 })
  await remember(inputsFor(), on(), { runs: 1, calls: new Map() })
  const merged = await recall(inputsFor(), on(), ['bind'])
  expect(merged.calls.get('bind')).toMatchObject({ seen: 2, unseen: 0 })
})

test('where nothing can be kept, nothing fails', async () => {
  const file = path.join(temporary(), 'file')
  await fs.writeFile(file, '')
  const environment = on({ XDG_CACHE_HOME: file })
  await remember(inputsFor(), environment, PUSHED)
  expect(await runs(environment)).toBe(0)
})
