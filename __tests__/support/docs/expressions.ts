import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

import { githubIn, type Situation } from './situations.ts'
import type { Job, Step } from './workflows.ts'

type Json = Record<string, unknown>

const CONTEXTS = [
  'github',
  'env',
  'vars',
  'job',
  'jobs',
  'steps',
  'runner',
  'secrets',
  'strategy',
  'matrix',
  'needs',
  'inputs'
]

/** A job in which every step has passed. */
const STATUS = { success: true, always: true, failure: false, cancelled: false }

const FUNCTIONS = Object.entries(STATUS).map(([name, value]) => ({
  name,
  minArgs: 0,
  maxArgs: 0,
  call: () => new data.BooleanData(value)
}))

/**
 * What an expression comes to, by GitHub's own evaluator.
 *
 * @throws Error where it is none
 */
export function evaluate(expression: string, contexts: Json): unknown {
  const { tokens } = new Lexer(expression).lex()
  const tree = new Parser(tokens, CONTEXTS, FUNCTIONS).parse()
  const values = JSON.parse(
    JSON.stringify(contexts),
    data.reviver
  ) as data.Dictionary
  const functions = new Map(FUNCTIONS.map(f => [f.name, f]))
  const result = new Evaluator(tree, values, functions).evaluate()
  return JSON.parse(JSON.stringify(result, data.replacer))
}

const EXPRESSION = /\$\{\{((?:[^'}]|'[^']*')*)\}\}/g

/** The expressions in a value, without what is around them. */
export const expressionsIn = (text: string): string[] =>
  [...text.matchAll(EXPRESSION)].map(([, expression = '']) => expression.trim())

/** A value with its expressions worked out: text, unless it is just one. */
export function expand(text: string, contexts: Json): unknown {
  const [only, ...more] = expressionsIn(text)
  const isOne = more.length === 0 && text.trim().search(EXPRESSION) === 0
  if (only !== undefined && isOne && text.trim().endsWith('}}')) {
    return evaluate(only, contexts)
  }
  return text.replaceAll(EXPRESSION, (_, expression: string) => {
    const value = evaluate(expression, contexts)
    return typeof value === 'string' ? value : JSON.stringify(value)
  })
}

/** Whether an `if:` holds; it may be written without `${{ }}`. */
export function holds(condition: string, contexts: Json): boolean {
  const [inner] = expressionsIn(condition)
  return Boolean(evaluate(inner ?? condition, contexts))
}

/** Where an expression stands: nothing of it for one in a sentence. */
export interface Place {
  job?: Job
  /** The step's number in the job. */
  step?: number
}

/** What a step finds. */
export interface Finds {
  situation: Situation
  /** Whether earlier steps that ran have set their outputs. */
  outputs?: boolean
}

/** The contexts that an expression can name at a place. */
export function contextsAt(
  text: string,
  { job = {}, step = 0 }: Place,
  { situation, outputs = true }: Finds
): Json {
  const matrix = Object.entries(job.strategy?.matrix ?? {})
  const contexts: Json = {
    github: githubIn(situation),
    matrix: Object.fromEntries(matrix.map(([name, [first]]) => [name, first])),
    secrets: named(text, 'secrets'),
    vars: named(text, 'vars')
  }
  const ran = (job.steps ?? [])
    .slice(0, step)
    .filter(({ if: condition = true }) => holds(String(condition), contexts))
  contexts['steps'] = Object.fromEntries(
    ran.map(({ id = '' }) => {
      const outcome = { outcome: 'success', conclusion: 'success' }
      const set = outputs ? named(text, `steps.${id}.outputs`) : {}
      return [id, { ...outcome, outputs: set }]
    })
  )
  return contexts
}

/** A value for each name that a text asks of a context. */
function named(text: string, context: string): Json {
  const names = text.matchAll(
    new RegExp(`\\b${context.replaceAll('.', '\\.')}\\.([\\w-]+)`, 'g')
  )
  return Object.fromEntries(
    [...names].map(([whole, name = '']) => [name, `the-value-of-${whole}`])
  )
}

/** What a step gives to its action, worked out. */
export function inputsIn(
  job: Job,
  step: Step,
  situation: Situation
): Record<string, string> {
  const place = { job, step: job.steps?.indexOf(step) ?? 0 }
  return Object.fromEntries(
    Object.entries(step.with ?? {}).map(([name, value]) => {
      const text = String(value)
      const contexts = contextsAt(text, place, { situation })
      return [name, String(expand(text, contexts))]
    })
  )
}
