import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { git } from '../../scripts/scratch-repository.ts'
import { syscallNames } from '../../src/syscalls/numbers.ts'
import { effort } from '../support/effort.ts'
import { createScratch, type Scratch } from '../support/scratch.ts'
import { createSite, fileAt, pushOf, type Site } from '../support/site.ts'

const PUSHES = effort(8, 50)
const RUNS = effort(5, 20)
const MAIN = 'refs/heads/main'

let site: Site
let other: Scratch

beforeAll(async () => {
  site = await createSite()
  other = createScratch()
})

afterAll(async () => {
  other.remove()
  await site.close()
})

/** Calls that `true` does not make: each push allows another one. */
const CALLS = [...syscallNames()]
  .filter(name => /^(io_|key|mq_|msg|pkey|sched_|sem|shm|timer)/.test(name))
  .sort()

/** The call that the workflow of a commit allows. */
const POLICY = 'allowed'

/** Pushes as people do: again on top of what others pushed meanwhile. */
async function pushMany(directory: string): Promise<string[]> {
  const { bare } = site.github.repository
  git(site.scratch.root, 'clone', '--quiet', bare, directory)
  const messages: string[] = []
  for (let i = 0; i < PUSHES; i++) {
    fs.writeFileSync(path.join(directory, POLICY), `${CALLS[i]}\n`)
    git(directory, 'add', POLICY)
    git(directory, 'commit', '--quiet', '--message', `push ${i}`)
    for (;;) {
      try {
        git(directory, 'push', '--quiet', '--porcelain', 'origin', 'HEAD:main')
        break
      } catch {
        git(directory, 'pull', '--quiet', '--rebase', 'origin', 'main')
      }
    }
    messages.push(`push ${i}`)
    // Sometimes there is time for a run, and mostly not.
    await sleep(i % 5 === 4 ? 10_000 : 200)
  }
  return messages
}

test('many pushes and many runs lose nothing', async () => {
  // A commit, and the one that it was made of, by the runs' own word.
  const made = new Map<string, string>()
  const ends: string[] = []
  let left = RUNS
  const work = async (on: Scratch) => {
    const { workspace } = on
    while (left-- > 0) {
      fs.rmSync(workspace, { recursive: true, force: true })
      const { bare } = site.github.repository
      git(on.root, 'clone', '--quiet', bare, workspace)
      const sha = git(workspace, 'rev-parse', 'HEAD').trim()
      const policy = path.join(workspace, POLICY)
      const allow = fs.existsSync(policy) ? fs.readFileSync(policy, 'utf8') : ''
      const via = left % 4 === 0 ? 'git' : 'api'
      const { exitCode, outputs, summary, log } = await site.step(
        pushOf(sha),
        { allow, 'commit-via': via },
        { on }
      )
      const commit = outputs['commit'] ?? ''
      if (commit !== '') made.set(commit, sha)
      const isLate = summary.includes('superseded by a newer push')
      const isThere = summary.includes('already has this profile')
      const end =
        commit !== ''
          ? 'committed'
          : isLate
            ? 'superseded'
            : isThere
              ? 'there'
              : outputs['verdict'] === 'unchanged'
                ? 'unchanged'
                : log
      ends.push(end)
      expect(exitCode).toBe(
        end === 'superseded' && outputs['verdict'] === 'added' ? 1 : 0
      )
    }
  }
  const [pushed] = await Promise.all([
    pushMany(path.join(site.scratch.root, 'pusher')),
    work(site.scratch),
    work(other)
  ])

  const ways = ['committed', 'superseded', 'there', 'unchanged']
  expect(ends.filter(end => !ways.includes(end))).toEqual([])
  expect(ends).toEqual(expect.arrayContaining(['committed', 'superseded']))
  expect(site.github.forced()).toEqual([])
  const history = site
    .onServer('log', '--first-parent', '--format=%H %P %s', MAIN)
    .split('\n')
    .map(line => /^(\w+) (\w*) ?(.*)$/.exec(line)?.slice(1) ?? [])
  const subjects = history.map(([, , subject]) => subject)
  for (const message of pushed) {
    expect(subjects.filter(subject => subject === message)).toHaveLength(1)
  }
  const count = (way: string) => ends.filter(end => end === way).length
  process.stderr.write(
    `${ways.map(way => `${count(way)} ${way}`).join(', ')}\n`
  )

  // Each profile is in the history, right after the commit it was made of.
  const ours = history.filter(([, , subject]) => subject?.startsWith('chore'))
  expect(ours.map(([commit, parent]) => [commit, parent]).sort()).toEqual(
    [...made].sort()
  )
  for (const [commit = '', parent = ''] of ours) {
    const profile = fileAt(site, commit, 'seccomp.json') ?? ''
    const allow = fileAt(site, parent, POLICY)?.trim()
    const theirs = CALLS.slice(0, PUSHES).filter(name =>
      profile.includes(`"${name}"`)
    )
    if (allow !== undefined) expect(theirs).toContain(allow)
    expect(site.onServer('diff', '--name-only', parent, commit)).toBe(
      'seccomp.json'
    )
  }
})
