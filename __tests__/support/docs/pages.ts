import fs from 'node:fs'
import path from 'node:path'

import GitHubSlugger from 'github-slugger'
import { lexer, type Token, type Tokens, walkTokens } from 'marked'

/** The top of the checkout. */
export const ROOT = path.resolve(import.meta.dirname, '../../..')

/** A code block: fenced, or indented and then without an info string. */
export interface Block {
  /** Relative to the top. */
  file: string
  /** Of the opening fence, counted from 1. */
  line: number
  /** The words after the opening fence, such as `yaml workflow`. */
  info: string
  text: string
}

/** A Markdown file. */
export interface Page {
  file: string
  text: string
  /** The targets of its links and images. */
  links: string[]
  /** What a link may have after `#`. */
  anchors: Set<string>
  blocks: Block[]
  /** Code within sentences. */
  spans: string[]
  /** HTML that has swallowed Markdown. */
  swallowed: string[]
}

const PAGES = ['*.md', 'docs/**/*.md', '.github/**/*.md', 'example-app/*.md']

/** Every Markdown file that a reader meets. */
export const PAGE_FILES = fs.globSync(PAGES, { cwd: ROOT }).sort()

/** Reads a page as GitHub would. */
export function readPage(file: string): Page {
  return parsePage(file, fs.readFileSync(path.join(ROOT, file), 'utf8'))
}

/** @param file relative to the top, for what is said of it */
export function parsePage(file: string, text: string): Page {
  const slugger = new GitHubSlugger()
  const page: Page = {
    file,
    text,
    links: [],
    anchors: new Set(),
    blocks: [],
    spans: [],
    swallowed: []
  }
  const lines = text.split('\n')
  let line = 0
  void walkTokens(lexer(text), any => {
    const token = any as Known
    switch (token.type) {
      case 'link':
      case 'image':
        page.links.push(token.href)
        break
      case 'heading':
        page.anchors.add(slugger.slug(plain(token)))
        break
      case 'codespan':
        page.spans.push(token.text)
        break
      case 'html':
        if (/```|^\s*#{1,6} /m.test(token.text)) page.swallowed.push(token.text)
        for (const [, name, value] of token.text.matchAll(ATTRIBUTE)) {
          if (name === 'id' || name === 'name') page.anchors.add(value ?? '')
          else page.links.push(value ?? '')
        }
        break
      case 'code': {
        const [first = ''] = token.raw.trim().split('\n')
        while (line < lines.length && !lines[line]?.includes(first)) line++
        page.blocks.push({
          file,
          line: line + 1,
          info: token.lang ?? '',
          text: token.text
        })
        line += token.raw.trimEnd().split('\n').length
        break
      }
    }
  })
  return page
}

/** The tokens that a page is read by; its types allow any others. */
type Known =
  | Tokens.Code
  | Tokens.Codespan
  | Tokens.Heading
  | Tokens.HTML
  | Tokens.Image
  | Tokens.Link

const ATTRIBUTE = /\b(href|src|srcset|id|name)="([^"]*)"/g

/** A heading's words, without their marks. */
function plain(token: Token): string {
  const parts = 'tokens' in token ? (token.tokens ?? []) : []
  if (parts.length > 0) return parts.map(plain).join('')
  return 'text' in token ? String(token.text) : ''
}
