import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

import { exec } from '@actions/exec'
import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals'
import { marked } from 'marked'

import type { Change } from '../../../src/github/change.ts'
import {
  type Client,
  createClient,
  type Patience,
  type Repository
} from '../../../src/github/client.ts'
import { createGit } from '../../../src/github/git.ts'
import { commitFiles, type Files } from './fast-import.ts'
import { type Permissions, startGitHub, type TestGitHub } from './server.ts'

/**
 * Jest's `Error` is not Node's, which is told here to be one all the same; so
 * that, too, which calls itself something else, as graphql's do.
 */
Object.defineProperty(Error, Symbol.hasInstance, {
  value(this: unknown, value: unknown) {
    return (
      Function.prototype[Symbol.hasInstance].call(
        this as () => unknown,
        value
      ) ||
      (this === Error &&
        (Object.prototype.toString.call(value) === '[object Error]' ||
          value instanceof DOMException))
    )
  }
})

/** As long as a loaded machine takes, and no pause. */
export const PATIENCE: Patience = {
  requestMs: 20_000,
  waitSeconds: 2,
  retries: 2,
  pauseMs: 2,
  totalMs: 120_000
}

export const BOT = 'github-actions[bot]'
export const MAIN = 'refs/heads/main'
export const FILE = 'seccomp.json'

/** A GitHub with one repository, and all that a test does with it. */
export interface World {
  github: TestGitHub
  repository: Repository
  /** Nobody else's. */
  pullRequest: number
  client: (token?: string, patience?: Partial<Patience>) => Promise<Client>
  token: (permissions?: Permissions) => string
  /** Commits files as others do, without a request. @returns the commit */
  write: (ref: string, files: Files) => Promise<string>
  /** Runs git in the server's own repository. */
  git: (...args: string[]) => Promise<string>
  /** Commits, the newest first, with the files that each has changed. */
  history: (ref: string) => Promise<Committed[]>
}

export interface Committed {
  sha: string
  parents: string
  message: string
  changed: string[]
}

/**
 * Gives the tests of a file a GitHub, and each of them an empty repository and
 * a new pull request. A fault has to be used up by the test that wants it.
 */
export function useGitHub(): () => World {
  let github: TestGitHub
  let pullRequest = 0
  beforeAll(async () => {
    github = await startGitHub()
  })
  beforeEach(async () => {
    await fs.rm(path.join(github.repository.bare, 'refs'), { recursive: true })
    await fs.mkdir(path.join(github.repository.bare, 'refs/heads'), {
      recursive: true
    })
    delete github.onRequest
    ;(github.requests as unknown[]).length = 0
    pullRequest += 1
  })
  afterAll(() => github.close())
  return () => worldOf(github, pullRequest)
}

function worldOf(github: TestGitHub, pullRequest: number): World {
  const { serverUrl, repository } = github
  const { bare, owner, name } = repository
  const git = async (...args: string[]) =>
    (await promisify(execFile)('git', ['-C', bare, ...args])).stdout
  const token = (permissions?: Permissions) =>
    github.issueToken(permissions && { permissions })
  return {
    github,
    pullRequest,
    git,
    token,
    repository: { owner, name, server: serverUrl },
    client: (text = token(), patience = {}) =>
      createClient(text, {
        patience: { ...PATIENCE, ...patience },
        apiUrl: github.apiUrl
      }),
    write: (ref, files) => commitFiles(bare, ref, files),
    async history(ref) {
      const format = '--format=%x01%H%x00%P%x00%B%x02'
      const log = ['log', '-z', '--root', '--name-only', format, ref, '--']
      return (await git(...log))
        .split('\x01')
        .slice(1)
        .map(text => {
          const [header = '', names = ''] = text.split('\x02')
          const [sha = '', parents = '', message = ''] = header.split('\0')
          const changed = names.split('\0').map(name => name.replace('\n', ''))
          return {
            sha,
            parents,
            message: message.trim(),
            changed: changed.filter(name => name !== '')
          }
        })
    }
  }
}

/** A new profile for the head of a branch. */
export const changeOf = (sha: string, more: Partial<Change> = {}): Change => ({
  ref: MAIN,
  sha,
  file: FILE,
  text: '{"new":true}\n',
  message: { headline: 'allow bpf', body: 'Newly allowed: bpf' },
  ...more
})

/** git as the action runs it, with this home. */
export const gitOf = (home: string, limitSeconds?: number) =>
  createGit({ exec, environment: { ...process.env, HOME: home } }, limitSeconds)

/**
 * What of a sentence is no code span: ours to choose. Fails where it has more
 * than one line, or anything that Markdown makes something of.
 */
export function wordsOf(sentence: string): string {
  // eslint-disable-next-line no-control-regex
  expect(sentence).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028\u2029]/)
  expect(sentence).not.toMatch(/[.\s]$/)
  const [paragraph, ...others] = marked.lexer(sentence)
  expect([paragraph?.type, others]).toEqual(['paragraph', []])
  const tokens =
    paragraph && 'tokens' in paragraph ? (paragraph.tokens ?? []) : []
  return tokens
    .map(({ type, raw }) => {
      expect(['text', 'codespan']).toContain(type)
      return type === 'text' ? raw : '§'
    })
    .join('')
}

/** What a branch begins with. */
export const OLD = { [FILE]: 'old\n', 'src/a.c': 'a\n' }

/** A branch that has moved on, whichever way the commit is to go: its end. */
export const MOVED: readonly [
  what: string,
  before: Files,
  move: (world: World) => Promise<unknown>,
  outcome: unknown
][] = [
  [
    'after a push',
    OLD,
    ({ write }) => write(MAIN, { b: '1' }),
    { kind: 'superseded', ref: MAIN }
  ],
  [
    'after a push of this very file',
    OLD,
    ({ write }) => write(MAIN, { [FILE]: changeOf('').text }),
    { kind: 'there', ref: MAIN }
  ],
  [
    'without the branch',
    OLD,
    ({ git }) => git('update-ref', '-d', MAIN),
    { kind: 'gone', ref: MAIN }
  ]
]
