import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { isMap, isSeq, parse, parseDocument } from 'yaml'

import { OWN } from './actions.ts'
import { type Block, PAGE_FILES, readPage, ROOT } from './pages.ts'

/** A step as the YAML has it. */
export interface Step {
  id?: string
  if?: string | boolean
  uses?: string
  with?: Record<string, unknown>
}

/** A job as the YAML has it. */
export interface Job {
  strategy?: { matrix?: Record<string, unknown[]> }
  steps?: Step[]
}

/** A whole workflow: a file's, or a page's that was completed to one. */
export interface Workflow {
  /** The file, and the line in it where the text begins. */
  name: string
  text: string
  /** The events; those of a fragment are a push and a pull request. */
  events: string[]
  jobs: Record<string, Job>
  /** Whether the page has no more of it than some inputs. */
  isInputsOnly: boolean
}

/** Every workflow of the pages and of the repository itself. */
export function allWorkflows(): Workflow[] {
  const files = fs
    .globSync('.github/workflows/*', { cwd: ROOT })
    .sort()
    .map(file => {
      const text = fs.readFileSync(path.join(ROOT, file), 'utf8')
      return complete({ file, line: 0, text })
    })
  const blocks = PAGE_FILES.flatMap(file => readPage(file).blocks)
    .filter(({ info }) => info === 'yaml workflow')
    .map(complete)
  return [...files, ...blocks]
}

/**
 * Completes a part of a workflow, as pages show them, to a workflow. Its lines
 * stay as they are but for the indentation.
 */
export function complete({
  file,
  line,
  text
}: Pick<Block, 'file' | 'line' | 'text'>): Workflow {
  const whole = completed(text)
  const { on, jobs } = parse(whole) as {
    on: string | string[] | Record<string, unknown>
    jobs: Record<string, Job>
  }
  return {
    name: `${file}:${line + 1}`,
    text: whole,
    events: typeof on === 'object' ? eventsOf(on) : [on],
    jobs,
    isInputsOnly: whole.includes(`${AS_STEP}\n`)
  }
}

const eventsOf = (on: string[] | Record<string, unknown>) =>
  Array.isArray(on) ? on : Object.keys(on)

const AS_STEP = `- uses: ${OWN}@v0 # of a page that has its inputs alone`

const JOB_KEYS = ['runs-on', 'steps', 'strategy', 'timeout-minutes', 'needs']

function completed(text: string): string {
  const { contents } = parseDocument(text)
  if (isSeq(contents)) return completed(`steps:\n${indent(text, 2)}`)
  if (!isMap(contents)) throw new Error(`no part of a workflow:\n${text}`)
  if (contents.has('with') || contents.has('uses')) {
    const step = contents.has('uses') ? `- # a step` : AS_STEP
    return completed(`steps:\n  ${step}\n${indent(text, 4)}`)
  }
  if (JOB_KEYS.some(key => contents.has(key))) {
    const machine = contents.has('runs-on') ? '' : 'runs-on: ubuntu-latest\n'
    const steps = contents.has('steps') ? '' : '\nsteps:\n  - run: exit'
    const job = indent(`${machine}${text}${steps}`, 4)
    return completed(`jobs:\n  of-a-page:\n${job}`)
  }
  const on = contents.has('on') ? '' : 'on: [push, pull_request]\n'
  if (contents.has('jobs')) return `${on}${text}`
  return `${on}${text}\njobs:\n  of-a-page:\n    runs-on: ubuntu-latest\n    steps:\n      - run: exit`
}

const indent = (text: string, by: number) =>
  text.replaceAll(/^(?=.)/gm, ' '.repeat(by))

/** What a linter has to say. */
export interface Remark {
  by: 'actionlint' | 'languageservice'
  message: string
  /** The line of the workflow's text. */
  line: string
}

/**
 * What GitHub's own language service and actionlint say of workflows, in their
 * order. Neither can be loaded in jest's realm.
 */
export function lint(workflows: { text: string }[]): Remark[][] {
  const script = path.join(import.meta.dirname, 'lint-workflows.ts')
  const answer = execFileSync(process.execPath, ['--no-warnings', script], {
    input: JSON.stringify(workflows.map(({ text }) => text)),
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit']
  })
  return JSON.parse(answer) as Remark[][]
}
