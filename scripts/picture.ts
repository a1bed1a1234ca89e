/**
 * `npm run picture`: draws docs/report.png, a real report as GitHub shows it.
 * Takes a report file (`report-path`) as its argument; needs chromium, and
 * fonts: DejaVu, and Noto Color Emoji for the marks.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { marked } from 'marked'

const [report = ''] = process.argv.slice(2)
const markdown = fs.readFileSync(report, 'utf8')
const page = `<!doctype html>
<meta charset="utf-8">
<style>
  body { font: 16px/1.5 "DejaVu Sans", sans-serif; color: #1f2328; margin: 32px;
         width: 880px }
  h2 { border-bottom: 1px solid #d1d9e0; padding-bottom: 8px; font-size: 22px }
  h3 { font-size: 18px }
  code { background: #eff1f3; padding: 2px 6px; border-radius: 6px;
         font: 85% "DejaVu Sans Mono", monospace }
  table { border-collapse: collapse }
  th, td { border: 1px solid #d1d9e0; padding: 6px 13px; text-align: left }
  sub { color: #59636e }
</style>
${await marked.parse(markdown)}`

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'picture-'))
try {
  const file = path.join(directory, 'report.html')
  fs.writeFileSync(file, page)
  const picture = path.resolve(import.meta.dirname, '../docs/report.png')
  const options = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    `--user-data-dir=${path.join(directory, 'browser')}`,
    '--hide-scrollbars',
    '--window-size=960,400',
    `--screenshot=${picture}`,
    `file://${file}`
  ]
  execFileSync('chromium', options, { stdio: 'ignore' })
} finally {
  fs.rmSync(directory, { recursive: true, force: true })
}
