/**
 * `npm run picture -- FILE`: draws docs/comment-light.png and
 * docs/comment-dark.png, a comment as GitHub shows it. FILE is a comment or a
 * report (`report-path`), in Markdown. Needs Debian's cmark-gfm, which renders
 * as GitHub does, chromium, and fonts: DejaVu, and Noto Color Emoji for the
 * marks.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** The colours of GitHub's two themes. */
const THEMES = {
  light: {
    text: '#1f2328',
    muted: '#59636e',
    page: '#ffffff',
    border: '#d1d9e0',
    code: '#eff1f3',
    link: '#0969da'
  },
  dark: {
    text: '#f0f6fc',
    muted: '#9198a1',
    page: '#0d1117',
    border: '#3d444d',
    code: '#2a313c',
    link: '#4493f8'
  }
}

type Theme = (typeof THEMES)['light']

const styleOf = ({ text, muted, page, border, code, link }: Theme) => `
  body { font: 14px/1.5 "DejaVu Sans", sans-serif; color: ${text};
         background: ${page}; margin: 24px; width: 900px }
  h3 { font-size: 17px; margin: 0 0 12px }
  a { color: ${link}; text-decoration: none }
  code { background: ${code}; padding: 2px 5px; border-radius: 6px;
         font: 85% "DejaVu Sans Mono", monospace }
  table { border-collapse: collapse; margin-bottom: 12px }
  th, td { border: 1px solid ${border}; padding: 6px 10px; text-align: left }
  sub { color: ${muted} }`

const [source = ''] = process.argv.slice(2)
const extensions = ['table', 'strikethrough', 'autolink', 'tagfilter']
const body = execFileSync(
  'cmark-gfm',
  [...extensions.flatMap(name => ['-e', name]), '--unsafe', source],
  { encoding: 'utf8' }
)
for (const [name, theme] of Object.entries(THEMES)) {
  const page = `<!doctype html><meta charset="utf-8"><style>${styleOf(theme)}</style>${body}`
  draw(page, path.resolve(import.meta.dirname, `../docs/comment-${name}.png`))
}

function draw(page: string, picture: string): void {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'picture-'))
  try {
    const file = path.join(directory, 'comment.html')
    fs.writeFileSync(file, page)
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
      '--window-size=960,350',
      `--screenshot=${picture}`,
      `file://${file}`
    ]
    execFileSync('chromium', options, { stdio: 'ignore' })
  } finally {
    fs.rmSync(directory, { recursive: true, force: true })
  }
}
