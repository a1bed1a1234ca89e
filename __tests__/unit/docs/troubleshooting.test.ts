import fs from 'node:fs'
import path from 'node:path'

import { expect, test } from '@jest/globals'
import ts from 'typescript'

import { ROOT } from '../../support/docs/pages.ts'

/** An error of the source. */
interface Thrown {
  where: string
  /** With `...` for what differs. */
  message: string
}

/** What a text can be, with `...` for what is not a literal. */
function textsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isConditionalExpression(node)) {
    return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)]
  }
  if (!ts.isTemplateExpression(node)) return ['...']
  const rest = node.templateSpans.map(({ literal }) => `...${literal.text}`)
  return [node.head.text + rest.join('')]
}

/** Every `new UserError(...)` in a text that has words of its own. */
function thrownIn(file: string, text: string): Thrown[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: Thrown[] = []
  const walk = (node: ts.Node) => {
    ts.forEachChild(node, walk)
    if (!ts.isNewExpression(node)) return
    const [message] = node.arguments ?? []
    if (!message || node.expression.getText() !== 'UserError') return
    const { line } = source.getLineAndCharacterOfPosition(node.getStart())
    for (const text of textsOf(message)) {
      // What has none puts a place before the words of another error.
      if (!/[a-z]/i.test(text)) continue
      found.push({ where: `${file}:${line + 1}`, message: text })
    }
  }
  walk(source)
  return found
}

/** The wordings in a page's headings. */
const wordingsOf = (page: string) =>
  [...page.matchAll(/^### (.*)$/gm)].flatMap(([, text = '']) =>
    text.split(' / ')
  )

/** Whether one has the words of the other, where `...` is any text. */
function agree(one: string, other: string): boolean {
  const [a, b] = [one, other].map(text =>
    text.replace(/([:,]?\s*\.\.\.)+$/, '')
  )
  return has(a ?? '', b ?? '') || has(b ?? '', a ?? '')
}

const has = (text: string, words: string) =>
  new RegExp(words.split('...').map(literally).join('.*')).test(text)

const literally = (text: string) =>
  text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)

const page = fs.readFileSync(path.join(ROOT, 'docs/troubleshooting.md'), 'utf8')

const lost = (thrown: Thrown[]) =>
  thrown.filter(
    ({ message }) => !wordingsOf(page).some(text => agree(text, message))
  )

test('each error has a heading', () => {
  const thrown = fs
    .globSync('src/**/*.ts', { cwd: ROOT })
    .sort()
    .flatMap(file =>
      thrownIn(file, fs.readFileSync(path.join(ROOT, file), 'utf8'))
    )
  expect(thrown.length).toBeGreaterThan(80)
  expect(lost(thrown)).toEqual([])
})

test('an error without a heading is found', () => {
  const found = thrownIn(
    'file.ts',
    `throw new UserError(isNew ? 'the moon is full' : \`no \${thing} here\`, {})
     throw new UserError(\`the tests failed with exit code \${code}\`, {})
     throw new UserError(\`\${file}: \${message}\`, {})
     throw new Error('not for users')`
  )
  expect(lost(found)).toEqual([
    { where: 'file.ts:1', message: 'the moon is full' },
    { where: 'file.ts:1', message: 'no ... here' }
  ])
})
