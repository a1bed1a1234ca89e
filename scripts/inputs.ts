/**
 * Generates docs/inputs.md and the inputs of action.yml from the table in
 * src/inputs/table.ts. Both are files of the current directory.
 *
 *     npm run inputs             writes both
 *     npm run inputs -- --check  writes nothing; fails where one differs
 */
import fs from 'node:fs'

import { format, resolveConfig } from 'prettier'

import { describeValue, type Group, type Input } from '../src/inputs/input.ts'
import { GROUPS } from '../src/inputs/table.ts'

const DOCS = 'docs/inputs.md'
const ACTION = 'action.yml'

const groups: readonly Group[] = GROUPS

const isCheck = process.argv.includes('--check')
const differing: string[] = []
await keep(DOCS, page())
await keep(ACTION, withInputs(fs.readFileSync(ACTION, 'utf8')))
if (differing.length > 0) {
  process.stderr.write(
    `Out of date: ${differing.join(', ')}. Run \`npm run inputs\`.\n`
  )
  process.exitCode = 1
}

async function keep(file: string, text: string): Promise<void> {
  const config = await resolveConfig(import.meta.filename)
  const formatted = await format(text, { ...config, filepath: file })
  const before = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
  if (before === formatted) return
  if (isCheck) differing.push(file)
  else fs.writeFileSync(file, formatted)
}

/** action.yml, with its block of inputs replaced. */
function withInputs(action: string): string {
  const block = /^inputs:\n(?:[ #].*\n|\n)*/m
  if (!block.test(action)) throw new Error(`${ACTION} has no block of inputs`)
  return action.replace(block, () => `${inputsBlock()}\n`)
}

function inputsBlock(): string {
  const lines = groups.flatMap(({ title, inputs }) => [
    '',
    `  # ${title}`,
    ...Object.entries(inputs).flatMap(([name, input]) => [
      `  ${name}:`,
      '    description: >-',
      `      ${shortHelp(input)}`,
      `    default: '${input.default.replaceAll("'", "''")}'`
    ])
  ])
  return [
    'inputs:',
    `  # Generated from src/inputs/groups by \`npm run inputs\`. More: ${DOCS}`,
    ...lines,
    ''
  ].join('\n')
}

/** The help, and what is allowed. */
function shortHelp({ help, value }: Input): string {
  return value.kind === 'path'
    ? help
    : `${help} ${sentence(describeValue(value))}`
}

function sentence(phrase: string): string {
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`
}

function page(): string {
  const contents = groups.map(({ title, inputs }) => {
    const names = Object.keys(inputs).map(name => `[\`${name}\`](#${name})`)
    return `- [${title}](#${slug(title)}): ${names.join(', ')}`
  })
  const sections = groups.flatMap(({ title, about, inputs }) => [
    `## ${title}`,
    about,
    ...Object.entries(inputs).flatMap(section)
  ])
  return [
    '# Inputs',
    '<!-- Generated from src/inputs/groups by `npm run inputs`. -->',
    'All inputs of the action. Paths are relative to [`working-directory`](#working-directory).',
    contents.join('\n'),
    ...sections
  ].join('\n\n')
}

/** What GitHub's anchor for a heading of letters and spaces is. */
function slug(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-')
}

function section([name, input]: [string, Input]): string[] {
  const { help, details = [], example } = input
  return [
    `### \`${name}\``,
    help,
    facts(input).join('\n'),
    ...details,
    ...(example === undefined ? [] : [fenced(example)])
  ]
}

/** What an input is while it is not set, and what it can be set to. */
function facts({ value, default: preset, unset, required }: Input): string[] {
  return [
    required === undefined
      ? `- Default: ${preset === '' ? (unset ?? 'none') : `\`${preset}\``}`
      : `- Required ${required}`,
    ...(value.kind === 'choice'
      ? ['- Values:', ...meanings(value.meanings)]
      : [`- Value: ${describeValue(value)}`])
  ]
}

function meanings(ofWords: Readonly<Record<string, string>>): string[] {
  return Object.entries(ofWords).map(
    ([word, meaning]) => `  - \`${word}\`: ${meaning}`
  )
}

function fenced(example: string): string {
  const lines = example.split('\n').map(line => `  ${line}`)
  return ['```yaml workflow', 'with:', ...lines, '```'].join('\n')
}
