/** Changes on a GitHub of our own, checkouts of them, and their base. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import {
  type Asked,
  readLineage,
  type Subject
} from '../../../src/github/base/lineage.ts'
import type { Start } from '../../../src/github/base/start.ts'
import { readCheckout } from '../../../src/github/checkout.ts'
import type { Lineage } from '../../../src/verdict/base.ts'
import { FILE, gitOf, type World } from './client.ts'
import { commitFiles, type Files } from './fast-import.ts'

export const OLD = '{"defaultAction":"SCMP_ACT_ERRNO"}\n'
export const NEW = '{"defaultAction":"SCMP_ACT_KILL"}\n'

const WHO = ['-c', 'user.name=A Person', '-c', 'user.email=a@invalid']

/** Runs git with nobody's settings. */
export const gitAt = (at: string, ...args: string[]): string =>
  execFileSync('git', ['-C', at, ...WHO, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null'
    }
  }).trim()

/** A pull request: main has moved on, and the branch has changed something. */
export interface Request {
  /** Where the branch left main. */
  fork: string
  /** The head of main. */
  base: string
  /** The head of the branch. */
  head: string
  /** The merge of both, which GitHub makes for `pull_request`. */
  merge: string
  start: Start
}

/** What all branches have, so that they can be merged. */
const README = { README: 'An app.\n' }

/** Makes a pull request out of two changes. */
export async function requestOf(
  world: World,
  before: Files,
  change: Files,
  meanwhile: Files = { other: '1' }
): Promise<Request> {
  const { write, git } = world
  const fork = await write('refs/heads/main', { ...README, ...before })
  await git('update-ref', 'refs/pull/7/head', fork)
  const head = await write('refs/pull/7/head', change)
  const base = await write('refs/heads/main', meanwhile)
  // A merge by hand: main's files, and the change on top of them.
  await git('update-ref', 'refs/pull/7/merge', base)
  const merged = await write('refs/pull/7/merge', change)
  const tree = `${merged}^{tree}`
  const merging = ['commit-tree', tree, '-p', base, '-p', head, '-m', 'Merge']
  const made = await git(...WHO, ...merging)
  const merge = made.trim()
  await git('update-ref', 'refs/pull/7/merge', merge)
  const start: Start = {
    kind: 'pull request',
    base: { name: 'main', sha: base },
    head
  }
  return { fork, base, head, merge, start }
}

/** Checks a commit out as actions/checkout does: into a new repository. */
export function checkout(
  { github }: World,
  at: string,
  sha: string,
  ...options: string[]
): string {
  const url = `file://${github.repository.bare}`
  fs.mkdirSync(at, { recursive: true })
  gitAt(at, 'init', '--quiet', '--initial-branch=none')
  gitAt(at, 'remote', 'add', 'origin', url)
  gitAt(at, 'fetch', '--quiet', ...options, 'origin', sha)
  gitAt(at, 'checkout', '--quiet', '--detach', sha)
  return at
}

/** Reads the base of a checkout's profile. */
export async function lineageOf(
  world: World,
  start: Start,
  subject: { directory: string; sha: string } & Partial<Subject>,
  asked: Partial<Asked> = {}
): Promise<Lineage> {
  const { repository, client } = world
  const home = path.dirname(subject.directory)
  const git = gitOf(home)
  const file = subject.profile ?? FILE
  const found = await readCheckout(git, path.join(subject.directory, file))
  return readLineage(
    start,
    { profile: file, head: found?.head, ...subject },
    {
      git,
      api: () => client(),
      repository,
      temporary: home,
      signal: new AbortController().signal,
      ...asked
    }
  )
}

/** Where git keeps an object that is not packed. */
const looseFile = (at: string, oid: string) =>
  path.join(at, '.git/objects', oid.slice(0, 2), oid.slice(2))

/** Puts the content of one object in the place of another. */
export function forge(at: string, oid: string, content: string): void {
  const file = looseFile(at, oid)
  fs.rmSync(file, { force: true })
  fs.copyFileSync(looseFile(at, content), file)
}

/** Unpacks all objects, so that they can be forged. */
export function unpack(at: string): void {
  const packs = path.join(at, '.git/objects/pack')
  const away = path.join(at, 'packs')
  fs.renameSync(packs, away)
  fs.mkdirSync(packs)
  for (const name of fs.readdirSync(away)) {
    if (!name.endsWith('.pack')) continue
    execFileSync('git', ['-C', at, 'unpack-objects', '-q'], {
      input: fs.readFileSync(path.join(away, name))
    })
  }
  fs.rmSync(away, { recursive: true })
}

/** Commits files in a checkout's repository, on a branch. */
export const commitIn = (at: string, ref: string, files: Files) =>
  commitFiles(path.join(at, '.git'), ref, files)
