import { expect, test } from '@jest/globals'
import { parse } from 'yaml'

import {
  contextsAt,
  expand,
  expressionsIn,
  holds,
  type Place
} from '../../support/docs/expressions.ts'
import { PAGE_FILES, readPage } from '../../support/docs/pages.ts'
import {
  ALL,
  type Situation,
  situationsOf
} from '../../support/docs/situations.ts'
import { allWorkflows, type Workflow } from '../../support/docs/workflows.ts'

/** A push, and no earlier step has set an output: the first one failed. */
const NO_OUTPUTS = 'a push, no outputs'

type Case = Situation | typeof NO_OUTPUTS

const REQUESTS = ALL.filter(name => name.endsWith('pull request'))
const OWN: Case[] = ['a pull request', "Dependabot's pull request"]
const FORKS = REQUESTS.filter(name => !OWN.includes(name))
const WITH_SECRETS: Case[] = ['a pull request']
const OTHERS = ALL.filter(name => !REQUESTS.includes(name))

/** What each comes to, and where; what a page has and is not here fails. */
const TABLE: Partial<Record<string, [value: unknown, where: Case[]][]>> = {
  'always()': [[true, ALL]],
  "github.event_name == 'pull_request'": [
    [true, REQUESTS],
    [false, OTHERS]
  ],
  "github.event_name != 'pull_request'": [
    [true, OTHERS],
    [false, REQUESTS]
  ],
  "github.event_name == 'push'": [
    [true, ['a push', "a tag's push"]],
    [false, REQUESTS]
  ],
  // Where the workflow runs on pull requests alone.
  'github.event.pull_request.head.repo.id != github.event.repository.id': [
    [true, FORKS],
    [false, OWN]
  ],
  'github.event.pull_request.head.repo.id == github.event.repository.id': [
    [true, OWN],
    [false, FORKS]
  ],
  "github.event_name != 'pull_request' || github.event.pull_request.head.repo.id == github.event.repository.id":
    [
      [true, [...OWN, ...OTHERS]],
      [false, FORKS]
    ],
  "always() && steps.seccomp.outputs.report-path != ''": [
    [true, ALL],
    [false, [NO_OUTPUTS]]
  ],
  "always() && steps.seccomp.outputs.report-json != ''": [
    [true, ALL],
    [false, [NO_OUTPUTS]]
  ],
  "!cancelled() && steps.seccomp.outputs.report-path != ''": [
    [true, ALL],
    [false, [NO_OUTPUTS]]
  ],
  "${{ github.event_name == 'pull_request' && 'on-push' || 'never' }}": [
    ['on-push', REQUESTS],
    ['never', OTHERS]
  ],
  "always() && steps.seccomp.outputs.added != ''": [
    [true, ALL],
    [false, [NO_OUTPUTS]]
  ],
  '${{ steps.app.outputs.token || github.token }}': [
    ['the-value-of-steps.app.outputs.token', OTHERS],
    ["the-job's-own", [...REQUESTS, NO_OUTPUTS]]
  ],
  "github.event.pull_request.head.repo.id == github.event.repository.id && github.event.pull_request.user.login != 'dependabot[bot]'":
    [
      [true, WITH_SECRETS],
      [false, [...FORKS, "Dependabot's pull request", 'a push', "a tag's push"]]
    ],
  // After that condition.
  '${{ steps.bot.outputs.token || github.token }}': [
    ['the-value-of-steps.bot.outputs.token', WITH_SECRETS],
    [
      "the-job's-own",
      [...FORKS, "Dependabot's pull request", ...OTHERS, NO_OUTPUTS]
    ]
  ],
  'seccomp-${{ github.ref }}': [
    ['seccomp-refs/heads/master', ['a push', 'a schedule']],
    ['seccomp-refs/tags/simple-tag', ["a tag's push"]],
    ['seccomp-refs/pull/2/merge', REQUESTS],
    ['seccomp-refs/heads/main', ['a dispatch']]
  ],
  'ci-${{ github.event.pull_request.number || github.sha }}': [
    [`ci-${'1'.repeat(40)}`, ['a push', "a tag's push"]],
    ['ci-2', REQUESTS]
  ]
}

/** An expression that somebody may copy. */
interface Documented {
  where: string
  text: string
  isCondition: boolean
  events: string[]
  place: Place
}

/** All of a workflow's that decide something. */
function expressionsOf(workflow: Workflow): Documented[] {
  const found: Documented[] = []
  const walk = (value: unknown, keys: string[], place: Place) => {
    const key = keys.at(-1) ?? ''
    if (typeof value === 'object' && value !== null) {
      for (const [name, child] of Object.entries(value)) {
        const isJob = keys.length === 1 && key === 'jobs'
        const isStep = keys.length === 3 && key === 'steps'
        walk(child, [...keys, name], {
          ...place,
          ...(isJob && { job: workflow.jobs[name] ?? {} }),
          ...(isStep && { step: Number(name) })
        })
      }
      return
    }
    const isCondition = key === 'if'
    const text = normal(String(value), isCondition)
    if (!isCondition && !decides(text, keys)) return
    const { name: where, events } = workflow
    found.push({ where, text, isCondition, events, place })
  }
  walk(parse(workflow.text), [], {})
  return found
}

/** Not a mere mention, such as `${{ matrix.image }}`. */
const decides = (text: string, keys: string[]) =>
  expressionsIn(text).some(
    expression => keys.includes('concurrency') || !/^[\w.-]+$/.test(expression)
  )

/** On one line; a condition without what may stand around it. */
function normal(text: string, isCondition: boolean): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return (isCondition ? expressionsIn(line)[0] : undefined) ?? line
}

/** Conditions within a page's sentences. */
const conditionsIn = (file: string): Documented[] =>
  readPage(file)
    .spans.filter(
      span => span.startsWith('if: ') || /\bgithub\.[^ ]+ [!=]= /.test(span)
    )
    .map(span => ({
      where: file,
      text: normal(span.replace(/^if: /, ''), true),
      isCondition: true,
      events: ['push', 'pull_request'],
      place: {}
    }))

/** What it comes to in each case that the table or its events name. */
function answers({ text, isCondition, events, place }: Documented) {
  const named = (TABLE[text] ?? []).flatMap(([, where]) => where)
  const hasOutputs = /\bsteps\.[\w-]+\.outputs\b/.test(text)
  const cases = [
    ...situationsOf(events),
    ...(hasOutputs ? [NO_OUTPUTS] : []),
    ...named
  ]
  const answer = isCondition ? holds : expand
  return Object.fromEntries(
    cases.map(name => {
      const finds =
        name === NO_OUTPUTS
          ? { situation: 'a push' as const, outputs: false }
          : { situation: name as Situation }
      return [name, answer(text, contextsAt(text, place, finds))]
    })
  )
}

const documented = [
  ...allWorkflows().flatMap(expressionsOf),
  ...PAGE_FILES.flatMap(conditionsIn)
]

test.each(documented)('$where: $text', one => {
  const rows = TABLE[one.text]?.flatMap(([value, where]) =>
    where.map(name => [name, value] as const)
  )
  expect(answers(one)).toEqual(Object.fromEntries(rows ?? []))
})

test('the table has no expression that stands nowhere', () => {
  const texts = new Set(documented.map(({ text }) => text))
  expect(Object.keys(TABLE).filter(text => !texts.has(text))).toEqual([])
})
