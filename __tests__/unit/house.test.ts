import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { expect, test } from '@jest/globals'

import { useTemporaryDirectory } from '../support/temporary.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const SRC = path.join(ROOT, 'src')

const temporary = useTemporaryDirectory()

/** What dependency-cruiser finds in a copy of the house with these files in it. */
function faultsWith(
  rules: 'layers' | 'core',
  files: Record<string, string>
): string[] {
  const copy = temporary()
  fs.cpSync(SRC, path.join(copy, 'src'), { recursive: true })
  fs.copyFileSync(
    path.join(ROOT, 'tsconfig.json'),
    path.join(copy, 'tsconfig.json')
  )
  fs.symlinkSync(
    path.join(ROOT, 'node_modules'),
    path.join(copy, 'node_modules')
  )
  for (const [file, text] of Object.entries(files)) {
    fs.writeFileSync(path.join(copy, 'src', file), text)
  }
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/.bin/depcruise'),
      `--config=${path.join(ROOT, `scripts/house/${rules}.mjs`)}`,
      '--output-type=json',
      'src'
    ],
    { cwd: copy, encoding: 'utf8', maxBuffer: 2 ** 28 }
  )
  expect(stderr).toBe('')
  const { summary } = JSON.parse(stdout) as {
    summary: {
      violations: { from: string; to: string; rule: { name: string } }[]
    }
  }
  return summary.violations.map(
    ({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`
  )
}

test('a circle, an arrow back, and one aside are found', () => {
  const faults = faultsWith('layers', {
    'host/a.ts': "export * from './b.ts'\nexport const a = 1\n",
    'host/b.ts': "export * from './a.ts'\nexport const b = 1\n",
    'profile/back.ts':
      "import type { Git } from '../github/git.ts'\nexport type Back = Git\n",
    'report/aside.ts':
      "import { createGit } from '../github/git.ts'\nexport const aside = createGit\n",
    'attic.ts': "export { UserError } from './errors.ts'\n"
  })
  expect(faults.sort()).toEqual([
    'no-arrow-aside-from-report: src/report/aside.ts -> src/github/git.ts',
    expect.stringMatching(
      /^no-arrow-back-from-profile: src\/profile\/back.ts -> src\/github/
    ),
    'no-circle: src/host/a.ts -> src/host/b.ts',
    'no-room-without-a-floor: src/attic.ts -> src/errors.ts'
  ])
})

test('a core that reaches the world is found, by whatever way', () => {
  const faults = faultsWith('core', {
    'profile/clock.ts':
      "import fs from 'node:fs'\nexport const now = () => fs.statSync('/').mtime\n",
    'candidate/hour.ts': "export { now } from '../profile/clock.ts'\n",
    'verdict/tool.ts': "export { getInput } from '@actions/core'\n"
  })
  expect(faults).toEqual(
    expect.arrayContaining([
      'the-core-knows-no-world: src/profile/clock.ts -> fs',
      'the-core-knows-no-world: src/candidate/hour.ts -> fs',
      expect.stringMatching(
        /^the-core-knows-no-toolkit: src\/verdict\/tool.ts -> /
      )
    ])
  )
})

/** All folders of `src`, and how many files and lines they have. */
function folders(directory = SRC): { folder: string; files: string[] }[] {
  const entries = fs.readdirSync(directory, { withFileTypes: true })
  const files = entries.filter(entry => entry.isFile())
  const inner = entries.filter(entry => entry.isDirectory())
  return [
    {
      folder: path.relative(ROOT, directory),
      files: files.map(({ name }) => path.join(directory, name))
    },
    ...inner.flatMap(({ name }) => folders(path.join(directory, name)))
  ]
}

test('no folder is crowded, and no file long', () => {
  const crowded = folders().filter(
    ({ folder, files }) => files.length > (folder === 'src' ? 9 : 14)
  )
  expect(crowded).toEqual([])
  const long = folders()
    .flatMap(({ files }) => files)
    .filter(file => file.endsWith('.ts'))
    .map(file => ({
      file: path.relative(ROOT, file),
      lines: fs.readFileSync(file, 'utf8').split('\n').length - 1
    }))
    .filter(({ lines }) => lines > 350)
  expect(long).toEqual([])
})

test('the tests of units mirror the source', () => {
  const without = ['__tests__/unit/docs', '__tests__/unit/support']
  const lost = folders(path.join(ROOT, '__tests__/unit'))
    .map(({ folder }) => folder)
    .filter(folder => !without.some(other => folder.startsWith(other)))
    .filter(
      folder =>
        !fs.existsSync(
          path.join(ROOT, folder.replace(/^__tests__\/unit/, 'src'))
        )
    )
  expect(lost).toEqual([])
})
