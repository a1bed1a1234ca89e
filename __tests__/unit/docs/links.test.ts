import fs from 'node:fs'
import path from 'node:path'

import { expect, test } from '@jest/globals'

import {
  type Page,
  PAGE_FILES,
  parsePage,
  readPage,
  ROOT
} from '../../support/docs/pages.ts'

const pages = new Map(PAGE_FILES.map(file => [file, readPage(file)]))

/** GitHub's own pages of a repository, which are beside its files. */
const BESIDE = /^\.\.\/\.\.\/(issues|discussions|security)(\/|$)/

/** Why a link leads nowhere; undefined where it leads somewhere. */
function fault(page: Page, link: string): string | undefined {
  if (/^[a-z][a-z+.-]*:/i.test(link)) {
    if (/^mailto:\S+@\S+$/.test(link)) return
    if (!link.startsWith('https://')) return 'neither https nor in here'
    return URL.canParse(link) ? undefined : 'not an address'
  }
  if (BESIDE.test(link)) return
  const [target = '', anchor] = decodeURI(link).split('#')
  if (target.startsWith('/')) return 'not relative'
  const file = path.join(path.dirname(page.file), target).replace(/\/$/, '')
  if (file.startsWith('..')) return 'out of the repository'
  if (target !== '' && !fs.existsSync(path.join(ROOT, file))) {
    return 'no such file'
  }
  const there = target === '' ? page : pages.get(file)
  if (anchor === undefined || there?.anchors.has(anchor)) return
  return 'no such heading'
}

const faults = (page: Page) =>
  page.links
    .map(link => [link, fault(page, link)])
    .filter(([, why]) => why !== undefined)

test.each(PAGE_FILES)('%s: every link leads somewhere', file => {
  const page = readPage(file)
  expect(faults(page)).toEqual([])
  expect(page.swallowed).toEqual([])
})

test('a link that leads nowhere is found', () => {
  const page = parsePage(
    'docs/page.md',
    `# The \`first\` (and only) heading

[good](#the-first-and-only-heading) [good](../README.md) [good](../src/)
[good](https://example.com/a#b) [good](github.md#forks) <a href="bad.md">x</a>
[bad](#the-first) [bad](../README.md#nowhere) [bad](../../other) [bad](/docs)
![bad](bad.png) [bad][r] [bad](http://example.com) [bad](https://)

[r]: bad.md#x
`
  )
  expect(faults(page).map(([link]) => link)).toEqual([
    'bad.md',
    '#the-first',
    '../README.md#nowhere',
    '../../other',
    '/docs',
    'bad.png',
    'bad.md#x',
    'http://example.com',
    'https://'
  ])
})

/** Files other than pages that name pages to people. */
const NAMING = ['src/**/*.ts', 'scripts/*', 'action.yml', '.github/**/*.yml']
const NAMED = /\b((?:docs\/[\w-]+|README|CONTRIBUTING|SECURITY)\.md)(#[\w-]+)?/g

test.each(
  fs
    .globSync(NAMING, { cwd: ROOT })
    .filter(file => fs.statSync(path.join(ROOT, file)).isFile())
    .map(file => [file, fs.readFileSync(path.join(ROOT, file), 'utf8')])
    .filter(([, text = '']) => text.search(NAMED) >= 0)
)('%s names pages that exist', (_, text = '') => {
  const named = [...text.matchAll(NAMED)]
  const wrong = named.filter(([, page = '', anchor]) => {
    const there = pages.get(page)
    return !there || (anchor && !there.anchors.has(anchor.slice(1)))
  })
  expect(wrong.map(([name]) => name)).toEqual([])
})
