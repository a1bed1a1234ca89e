import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'
import { parseAllDocuments } from 'yaml'

import {
  commandsOf,
  fateOf,
  FATES,
  isCommands
} from '../../support/docs/commands.ts'
import {
  type Block,
  PAGE_FILES,
  parsePage,
  readPage,
  ROOT
} from '../../support/docs/pages.ts'

/**
 * What may stand behind the fence of a block, and what is wrong with such a
 * block. `sh` runs at the top of a checkout, `sh host` somewhere else. A
 * `yaml workflow` is linted with the workflows.
 */
const KINDS: Partial<Record<string, (text: string) => unknown>> = {
  sh: shellFault,
  'sh host': shellFault,
  'yaml workflow': yamlFault,
  'yaml other': yamlFault,
  json: jsonFault,
  diff: text => (/^[+-]/m.test(text) ? undefined : 'changes nothing'),
  dockerfile: text => (/^FROM /m.test(text) ? undefined : 'has no FROM'),
  ini: text => text.split('\n').find(line => !INI_LINE.test(line)),
  mermaid: text =>
    /^(flowchart|sequenceDiagram|stateDiagram)/.test(text)
      ? undefined
      : 'no diagram',
  text: () => undefined
}

const INI_LINE = /^($|[#;]|\[[^\]]+\]$|\w+\s*=)/

function shellFault(text: string): string | undefined {
  // An ellipsis, or a name in angle brackets, is for the reader to fill in.
  const open = /(^|\s)\.\.\.(\s|$)|<[A-Za-z]+>/.exec(text)
  if (open) return `cannot be run as printed: ${open[0].trim()}`
  const { status, stderr } = spawnSync('bash', ['-n'], {
    input: text,
    encoding: 'utf8'
  })
  return status === 0 ? undefined : stderr
}

function yamlFault(text: string): string | undefined {
  const documents = parseAllDocuments(text)
  if (!Array.isArray(documents)) return 'is empty'
  return documents.flatMap(({ errors, warnings }) =>
    [...errors, ...warnings].map(String)
  )[0]
}

function jsonFault(text: string): string | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    return String(error)
  }
}

const faults = (blocks: Block[]) =>
  blocks
    .map(({ file, line, info, text }) => {
      const kind = Object.hasOwn(KINDS, info) ? KINDS[info] : undefined
      const fault = kind ? kind(text) : `an unknown kind of block: "${info}"`
      return [`${file}:${line}`, fault] as const
    })
    .filter(([, fault]) => fault !== undefined)

const pages = PAGE_FILES.map(readPage)
const blocks = pages.flatMap(page => page.blocks)

test('every block says what it is, and is that', () => {
  expect(faults(blocks)).toEqual([])
})

test('blocks that are not what they say are found', () => {
  const fence = (info: string, text: string) =>
    `\`\`\`${info}\n${text}\n\`\`\`\n\n`
  const { blocks: found } = parsePage(
    'page.md',
    [
      fence('', 'none'),
      '    indented\n\n',
      fence('bash', 'ls'),
      fence('sh', 'podman run ...'),
      fence('sh', 'echo "$('),
      fence('sh host', './config.sh --token <TOKEN>'),
      fence('yaml', 'a: 1'),
      fence('yaml other', 'a: b: c'),
      fence('json', '{ "a": }'),
      fence('constructor', ''),
      '- a list\n\n  ```json\n  [1,]\n  ```\n\n',
      fence('sh', 'npm test'),
      fence('ini', '[Container]\nImage=x\nNo words')
    ].join('')
  )
  expect(faults(found).map(([where]) => where)).toEqual(
    [1, 5, 7, 11, 15, 19, 23, 27, 31, 35, 41, 49].map(line => `page.md:${line}`)
  )
})

describe('commands', () => {
  const commands = blocks
    .filter(isCommands)
    .flatMap(block => commandsOf(block).map(command => ({ command, block })))

  test('of each it is said who runs it', () => {
    for (const { command, block } of commands) fateOf(command, block)
    expect(() => fateOf('rm -rf /', { info: 'sh host' })).toThrow('rm -rf /')
  })

  test('none is said of a command that stands nowhere', () => {
    const all = new Set(commands.map(({ command }) => command))
    expect(Object.keys(FATES).filter(command => !all.has(command))).toEqual([])
  })

  test('who is said to run it does', () => {
    const wrong = Object.entries(FATES).filter(([, fate]) => {
      if (!fate || !('by' in fate)) return false
      const file = path.join(ROOT, fate.by)
      return !fs.readFileSync(file, 'utf8').includes(fate.as)
    })
    expect(wrong).toEqual([])
  })

  test('scripts of npm that are named exist', () => {
    const { scripts } = JSON.parse(
      fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')
    ) as { scripts: Record<string, string> }
    const wrong = pages.flatMap(({ file, text }) =>
      [...text.matchAll(/\bnpm run ([a-z][\w:-]*)/g)]
        .filter(([, name = '']) => !Object.hasOwn(scripts, name))
        .map(([command]) => [file, command])
    )
    expect(wrong).toEqual([])
  })
})

const FILE =
  /^(src|docs|scripts|bench|dist|__tests__|example-app|\.github)\/[\w./-]*$/

/** What a recipe for something new makes. */
const NEW = /\bNAME\b|^src\/formats\/formats\.ts$/

test('files of the repository that are named exist', () => {
  const wrong = pages.flatMap(({ file, spans }) =>
    spans
      .filter(span => FILE.test(span) && !NEW.test(span))
      .filter(span => !fs.existsSync(path.join(ROOT, span)))
      .map(span => [file, span])
  )
  expect(wrong).toEqual([])
})
