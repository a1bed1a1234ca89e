import fs from 'node:fs'
import path from 'node:path'

import { beforeAll, describe, expect, test } from '@jest/globals'

import { readInputs, readMode } from '../../../src/inputs/inputs.ts'
import { readPublishing } from '../../../src/inputs/publishing.ts'
import { getter } from '../../support/action-yml.ts'
import { ACTIONS, OWN } from '../../support/docs/actions.ts'
import { inputsIn } from '../../support/docs/expressions.ts'
import { PAGE_FILES, ROOT } from '../../support/docs/pages.ts'
import { situationsOf } from '../../support/docs/situations.ts'
import {
  allWorkflows,
  complete,
  lint,
  type Remark,
  type Workflow
} from '../../support/docs/workflows.ts'

const fragment = (text: string) => complete({ file: 'page.md', line: 0, text })

/** What is wrong in each, which must be found; else nothing would be. */
const BROKEN: [text: string, by: Remark['by'], message: string][] = [
  [
    `- uses: ${OWN}@v0\n  with:\n    comand: x`,
    'languageservice',
    "Invalid action input 'comand'"
  ],
  [
    '- uses: actions/cache@v5\n  with:\n    path: x',
    'languageservice',
    'Missing required input `key`'
  ],
  [
    '- uses: nobody/knows@v1',
    'languageservice',
    'Unable to resolve action `nobody/knows@v1`, repository or version not found'
  ],
  [
    'on: push\njobs:\n  a:\n    if: github.event.pull_request.head == 1\n    runs-on: ubuntu-latest\n    steps: [{ run: exit }]',
    'languageservice',
    'Context access might be invalid: pull_request'
  ],
  ['runs-on: ubuntu-25.04', 'actionlint', 'label "ubuntu-25.04" is unknown.'],
  [
    '- run: echo ${{ github.event.pull_request.title }}',
    'actionlint',
    '"github.event.pull_request.title" is potentially untrusted.'
  ],
  [
    'jobs:\n  a:\n    runs-on: ubuntu-latest\n    permisions: {}\n    steps: [{ run: exit }]',
    'actionlint',
    'unexpected key "permisions" for "job" section.'
  ]
]

const workflows = allWorkflows()

describe('linted', () => {
  let remarks: Remark[][]
  beforeAll(() => {
    remarks = lint([...workflows, ...BROKEN.map(([text]) => fragment(text))])
  })

  test.each(workflows.map(({ name }, index) => ({ name, index })))(
    '$name',
    ({ index }) => {
      expect(remarks[index]).toEqual([])
    }
  )

  test.each(BROKEN.map((row, index) => [...row, workflows.length + index]))(
    'a fault is found: %j',
    (_, by, message, index) => {
      expect(remarks[Number(index)]).toContainEqual({
        by,
        message: expect.stringContaining(String(message)) as unknown,
        line: expect.stringMatching(/\S/) as unknown
      })
    }
  )
})

/** Reads all that a workflow gives to our action, in every event it runs on. */
function readAll({ jobs, events, isInputsOnly }: Workflow): number {
  let read = 0
  for (const job of Object.values(jobs)) {
    for (const step of job.steps ?? []) {
      if (step.uses !== './' && !step.uses?.startsWith(`${OWN}@`)) continue
      for (const situation of situationsOf(events)) {
        const get = getter({
          'github-token': "the-job's-own",
          ...(isInputsOnly && { command: './test.sh' }),
          ...inputsIn(job, step, situation)
        })
        if (readMode(get) !== 'doctor') readInputs(get, '/workspace')
        readPublishing(get)
        read++
      }
    }
  }
  return read
}

test.each(workflows)('$name: our action takes its inputs', workflow => {
  const isOurs =
    workflow.text.includes(OWN) || workflow.text.includes('uses: ./')
  expect(readAll(workflow) > 0).toBe(isOurs)
})

test.each([
  ['fail-on: dangerus', 'input fail-on: "dangerus" is not one of'],
  ['deny: "@debugg"', 'input deny: '],
  [
    "commit: ${{ github.event_name == 'push' && 'on-push' || 'no' }}",
    'input commit: "no" is not one of'
  ],
  ['command: ""', 'input command: is required']
])('an input that our action refuses is found: %s', (line, message) => {
  const workflow = fragment(`with:\n  ${line}`)
  expect(() => readAll(workflow)).toThrow(message)
})

/** An action with its version, and the version that stands behind a commit. */
const USED =
  /(?<![\w@./-])([\w.-]+\/[\w./-]+)@(v\d[\w.]*|[0-9a-f]{40})(?: # (v\d[\w.]*))?/g

const WORKFLOW_FILES = fs.globSync('.github/workflows/*', { cwd: ROOT }).sort()

const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8')

test('no action runs on node20, and a commit has its version beside it', () => {
  const found = [...PAGE_FILES, ...WORKFLOW_FILES]
    .map(file => [file, oldOnes(read(file))] as const)
    .filter(([, old]) => old.length > 0)
  expect(found).toEqual([])
})

function oldOnes(text: string): string[] {
  const old = [...text.matchAll(USED)].filter(([, name = '', ref, beside]) => {
    if (name === OWN) return false
    const version = /^v(\d+)/.exec(beside ?? ref ?? '')?.[1]
    return !(Number(version) >= (ACTIONS[name]?.node24 ?? NaN))
  })
  return old.map(([whole]) => whole)
}

test('an action on node20 is found, and one that nobody looked up', () => {
  const sha = 'a'.repeat(40)
  const text = `actions/checkout@v5 actions/cache@v4 a/b@v1
actions/checkout@${sha} # v4.2.0
actions/checkout@${sha} # v7.0.1
\`actions/cache@${sha}\` seccomp-lock/seccomp-lock@v0 (actions/upload-artifact@v5.0)
@actions/core@v3 user@v1 docker.io/library/redis@sha256:1`
  expect(oldOnes(text)).toEqual([
    'actions/cache@v4',
    'a/b@v1',
    `actions/checkout@${sha} # v4.2.0`,
    `actions/cache@${sha}`,
    'actions/upload-artifact@v5.0'
  ])
})

test('our own workflows pin actions by commit', () => {
  const used = WORKFLOW_FILES.flatMap(file => [
    ...read(file).matchAll(/^\s*(?:- )?uses: (.*)$/gm)
  ])
  const loose = used.filter(
    ([, what = '']) => !/^(\.\/|[\w./-]+@[0-9a-f]{40} # v\d+)/.test(what)
  )
  expect(loose.map(([line]) => line)).toEqual([])
})
