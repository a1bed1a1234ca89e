import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import { TOKEN } from '../../scripts/local-runner.ts'
import { BASE_IMAGE, createScratch, type Scratch } from '../support/scratch.ts'

let scratch: Scratch
let trap: string

beforeEach(() => {
  scratch = createScratch()
  trap = path.join(scratch.root, 'trap')
})

afterEach(() => {
  expect(fs.existsSync(trap)).toBe(false)
  scratch.remove()
})

const tricks = () => [
  `$(touch ${trap})`,
  `\`touch ${trap}\``,
  `; touch ${trap}`,
  `'; touch ${trap}; '`,
  `"; touch ${trap}; "`,
  `--volume=/:/host ${BASE_IMAGE}`,
  `-v/:/host`
]

/** It is not about what is recorded. */
const QUICK = { recorder: 'audit', replay: 'off' }

describe('nothing of an input is run on the host', () => {
  test('command words reach the container as they are', async () => {
    const words = tricks().map(trick => `'${trick.replaceAll("'", `'\\''`)}'`)
    const { exitCode, log } = await scratch.step({
      ...QUICK,
      image: BASE_IMAGE,
      command: `printf '<%s>\\n' ${words.join(' ')}`
    })
    expect(exitCode).toBe(0)
    for (const trick of tricks()) expect(log).toContain(`<${trick}>`)
  })

  test('build arguments reach the build as they are', async () => {
    const all = tricks().slice(0, 5)
    const lines = all.flatMap((_, n) => [
      `ARG TRICK${n}`,
      `RUN printf '<%s>\\n' "$TRICK${n}"`
    ])
    scratch.write(
      'Containerfile',
      [`FROM ${BASE_IMAGE}`, ...lines, ''].join('\n')
    )
    const { exitCode, log } = await scratch.step({
      ...QUICK,
      command: 'true',
      'build-args': all.map((trick, n) => `TRICK${n}=${trick}`).join('\n')
    })
    expect(exitCode).toBe(0)
    for (const trick of all) expect(log).toContain(`<${trick}>`)
  })

  test.each(['image', 'target', 'build-args', 'run-args'])(
    'such a %s is refused, with its name',
    async input => {
      for (const trick of tricks()) {
        if (input === 'run-args' && trick.startsWith('-')) continue
        const { exitCode, log } = await scratch.step({
          ...QUICK,
          command: 'true',
          [input]: trick
        })
        expect(exitCode).toBe(1)
        expect(log).toContain(`::error::input ${input}:`)
        expect(log).not.toContain('::group::')
      }
    }
  )

  test('paths with blanks, quotes and dashes are only paths', async () => {
    const context = `-rf $(touch x) "a" 'b'`
    scratch.write(`${context}/-Container file`, `FROM ${BASE_IMAGE}\n`)
    scratch.write(`${context}/keep`, '')
    const { exitCode, outputs } = await scratch.step({
      ...QUICK,
      command: 'true',
      context,
      containerfile: `${context}/-Container file`,
      profile: `${context}/pro file.json`
    })
    expect(exitCode).toBe(0)
    expect(outputs['profile-path']).toBe(`${context}/pro file.json`)
    expect(
      fs.existsSync(path.join(scratch.workspace, context, 'pro file.json'))
    ).toBe(true)
  })

  test.each(['context', 'containerfile'])(
    'a %s that links out of the workspace is refused',
    async input => {
      const outside = path.join(scratch.root, 'outside')
      fs.mkdirSync(outside)
      fs.writeFileSync(path.join(outside, 'Containerfile'), 'the secret')
      fs.symlinkSync(outside, path.join(scratch.workspace, 'link'))
      const { exitCode, log } = await scratch.step({
        ...QUICK,
        command: 'true',
        [input]: input === 'context' ? 'link' : 'link/Containerfile'
      })
      expect(exitCode).toBe(1)
      expect(log).toContain('leads out of the workspace')
      expect(log).not.toContain('the secret')
    }
  )
})

test('a command in the output of the tests is not obeyed', async () => {
  const { exitCode, log } = await scratch.step({
    ...QUICK,
    image: BASE_IMAGE,
    command:
      "echo '::set-output name=verdict::owned'\necho '##[error]owned'\nprintf '::error::owned'"
  })
  expect(exitCode).toBe(0)
  const said = log.split('\n').indexOf('::error::owned')
  const before = log.split('\n').slice(0, said)
  const token = before
    .findLast(line => line.startsWith('::stop-commands::'))
    ?.slice('::stop-commands::'.length)
  expect(token).toMatch(/^[0-9a-f-]{36}$/)
  expect(before).not.toContain(`::${token ?? ''}::`)
  expect(log.split('\n').slice(said + 1, said + 3)).toEqual([
    expect.stringMatching(/^\(\d+(\.\d)? s\)$/),
    `::${token ?? ''}::`
  ])
})

test('no token reaches podman, the build or the tests', async () => {
  scratch.write('Containerfile', `FROM ${BASE_IMAGE}\nRUN env\n`)
  // A neighbour's steps have another one.
  const token = `${TOKEN}-${randomUUID()}`
  const seen: string[] = []
  const watch = setInterval(() => {
    for (const entry of fs.readdirSync('/proc')) {
      if (!/^\d+$/.test(entry) || Number(entry) === process.pid) continue
      try {
        const argv = fs.readFileSync(`/proc/${entry}/cmdline`, 'utf8')
        if (argv.includes('dist/index.js')) continue
        const environ = fs.readFileSync(`/proc/${entry}/environ`, 'utf8')
        if (argv.includes(token) || environ.includes(token)) {
          seen.push(`${entry} ${argv}`)
        }
      } catch {
        // It has ended.
      }
    }
  }, 20)
  try {
    const { exitCode, log, summary } = await scratch.step(
      {
        command: 'env',
        'run-args':
          '--env=GITHUB_TOKEN\n--env=ACTIONS_RUNTIME_TOKEN\n--env-host'
      },
      { token, environment: { ACTIONS_RUNTIME_TOKEN: token } }
    )
    expect(exitCode).toBe(0)
    expect(log).not.toContain(TOKEN)
    expect(log).not.toMatch(/^(INPUT_|ACTIONS_|GITHUB_)/m)
    expect(summary).not.toContain(TOKEN)
    expect(scratch.profile()).not.toContain(TOKEN)
    expect(seen).toEqual([])
  } finally {
    clearInterval(watch)
  }
})

test('two runs at once do not mix', async () => {
  const other = createScratch()
  try {
    const make = (command: string) => ({ image: BASE_IMAGE, command })
    const mkdir = make('sleep 1\nmkdir /tmp/here\nsleep 1')
    const link = make('sleep 1\nln -s a /tmp/there\nsleep 1')
    const both = await Promise.all([scratch.step(mkdir), other.step(link)])
    expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0])
    expect(scratch.profile()).toContain('"mkdir"')
    expect(scratch.profile()).not.toContain('"symlink')
    expect(other.profile()).toContain('"symlink')
    expect(other.profile()).not.toContain('"mkdir"')
  } finally {
    other.remove()
  }
})
