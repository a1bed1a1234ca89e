/**
 * The life of a pull request, told by its comment; each stage is a file of
 * __tests__/fixtures/review that people can read.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Log } from 'sarif'

import { git } from '../../scripts/scratch-repository.ts'
import { ROOT } from '../support/docs/pages.ts'
import { faultsOf, type Schema } from '../support/docs/schema.ts'
import {
  createSite,
  type Event,
  pullRequestOf,
  pushOf,
  type Site
} from '../support/site.ts'

const STAGES = path.resolve(import.meta.dirname, '../fixtures/review')
const BRANCH = 'refs/heads/feature'

let site: Site

beforeAll(async () => {
  site = await createSite()
  await site.step(pushOf(site.head()))
}, 120_000)

afterAll(() => site.close())

test('a pull request, from its first call to the merge', async () => {
  site.checkout('refs/heads/main')
  site.scratch.write('app', 'mkdir\n')
  site.push(BRANCH)

  const needed = await run('mkdir /tmp/a')
  expect(needed.exitCode).toBe(1)
  expectStage('1-a-new-call-is-needed')

  const accepted = await run('mkdir /tmp/a', { label: 'seccomp: accept' })
  expect(accepted).toMatchObject({ exitCode: 0, outputs: { verdict: 'added' } })
  expect(accepted.outputs['commit']).toBe(site.onServer('rev-parse', BRANCH))
  expectStage('2-accepted-by-the-label')

  const told = await run('mkdir /tmp/a')
  expect(told).toMatchObject({ exitCode: 0, outputs: { verdict: 'unchanged' } })
  expectStage('3-what-the-pull-request-adds')

  const more = await run(`mkdir /tmp/a\n${TRACE}`, {
    'sarif-path': 'found.sarif'
  })
  expect(more).toMatchObject({
    exitCode: 1,
    outputs: { dangerous: '["ptrace"]' }
  })
  expect(faultsOf(read(more.outputs['report-json']), SCHEMA)).toEqual([])
  const found = path.join(site.scratch.workspace, 'found.sarif')
  const [sarif] = (read(found) as Log).runs
  expect(sarif?.results).toContainEqual(
    expect.objectContaining({ ruleId: 'call-ptrace', level: 'error' })
  )
  expectStage('4-a-dangerous-call-is-needed')

  // A label does not accept what the workflow does not name.
  const refused = await run(`mkdir /tmp/a\n${TRACE}`, {
    label: 'seccomp: accept'
  })
  expect(refused).toMatchObject({ exitCode: 1, outputs: { commit: '' } })

  site.checkout(BRANCH)
  applyPatch()
  site.push(BRANCH)
  const named = { 'accept-dangerous': 'ptrace until 2100-01-01 # the debugger' }
  const passes = await run(`mkdir /tmp/a\n${TRACE}`, named)
  expect(passes).toMatchObject({
    exitCode: 0,
    outputs: { verdict: 'unchanged' }
  })
  expectStage('5-accepted-by-the-patch-and-the-workflow')

  // Another change of the file, that this one has nothing to do with.
  site.checkout('refs/heads/main')
  const file = JSON.parse(site.scratch.profile() ?? '') as {
    syscalls: object[]
  }
  file.syscalls.push({ names: ['lchown'], action: 'SCMP_ACT_ALLOW' })
  site.scratch.write('seccomp.json', `${JSON.stringify(file, undefined, 2)}\n`)
  site.push()
  expect((await run(`mkdir /tmp/a\n${TRACE}`, named)).exitCode).toBe(0)
  expectStage('6-the-base-moved-on')

  // Taken back by a force-push.
  const before = site.onServer('rev-parse', BRANCH)
  site.checkout('refs/heads/main')
  site.scratch.write('app', 'nothing\n')
  git(site.scratch.workspace, 'add', '-A')
  git(site.scratch.workspace, 'commit', '--quiet', '-m', 'Start again')
  git(
    site.scratch.workspace,
    'push',
    '--quiet',
    '--force',
    site.github.repository.bare,
    `HEAD:${BRANCH}`
  )
  expect((await run('true')).exitCode).toBe(0)
  expectStage('7-taken-back')

  site.onServer('update-ref', BRANCH, before)
  checkOutMerge()
  const merged = await merge(named)
  expect(merged).toMatchObject({
    exitCode: 0,
    outputs: { verdict: 'unchanged' }
  })
  expect(merged.summary).toMatch(/✅ locked. This change adds 15 calls.*ptrace/)
  expect(merged.summary).toMatch(/compared with `[0-9a-f]{7}`/)
})

/** ptrace(PTRACE_TRACEME): nothing else in the image makes the call. */
const TRACE = "perl -e 'syscall 101, 0, 0, 0, 0'"

let id = 50

/** A run for the pull request's merge with main, as actions/checkout has it. */
async function run(
  command: string,
  { label, ...inputs }: Record<string, string> = {}
) {
  const head = checkOutMerge()
  const event = pullRequestOf(site, head)
  return site.step(
    label === undefined ? event : labeled(event, label),
    { command, replay: 'on', ...inputs },
    { environment: { GITHUB_RUN_ID: String(id++) } }
  )
}

/** Checks out the merge of the branch with main; gives the branch's head. */
function checkOutMerge(): string {
  const { workspace } = site.scratch
  const head = site.checkout(BRANCH)
  const main = site.onServer('rev-parse', 'refs/heads/main')
  git(workspace, 'fetch', '--quiet', site.github.repository.bare, main)
  git(workspace, 'checkout', '--quiet', '--force', main)
  git(workspace, 'merge', '--quiet', '--no-ff', '-m', 'Merge', head)
  return head
}

/** The pull request is merged: a push to main, from the commit before. */
function merge(inputs: Record<string, string>) {
  const before = site.onServer('rev-parse', 'refs/heads/main')
  const { name, payload } = pushOf(site.push())
  return site.step(
    { name, payload: { ...(payload as object), before, created: false } },
    { command: `mkdir /tmp/a\n${TRACE}`, ...inputs }
  )
}

const labeled = ({ name, payload }: Event, label: string): Event => ({
  name,
  payload: { ...(payload as object), action: 'labeled', label: { name: label } }
})

const read = (file = '') => JSON.parse(fs.readFileSync(file, 'utf8')) as unknown

const SCHEMA = read(path.join(ROOT, 'docs/report.schema.json')) as Schema

const comment = () => site.github.comments(5)[0]?.body ?? ''

/** Runs the command that the comment has for those who accept by hand. */
function applyPatch() {
  const [, command = ''] = /```sh\n([^]*?)\n```/.exec(comment()) ?? []
  execFileSync('sh', ['-e', '-c', command], { cwd: site.scratch.workspace })
}

/** What does not tell one run from another, or one machine. */
const steady = (text: string) =>
  text
    .replace(/^<!--.*-->\n/, '')
    .replaceAll(
      /\*\*(\d+)(?: → (\d+))? of \d+ calls/g,
      (_, before: string, after?: string) =>
        after === undefined
          ? '**N of M calls'
          : `**N → N + ${Number(after) - Number(before)} of M calls`
    )
    .replaceAll(/(default|Docker's): \d+/g, '$1: D')
    .replaceAll(/`[0-9a-f]{7,12}`/g, '`0123abc`')
    .replaceAll(/http:[^)]*\/actions/g, 'https://github.com/octo/app/actions')
    .replaceAll(/ × \d+/g, ' × 1')
    .replaceAll(/image `[^`]*`/g, 'image `app`')
    .replaceAll(/`podman [^`]*`/g, '`podman 5, crun 1, kernel 6`')
    .replaceAll(/^@@.*@@/gm, '@@ @@')

/** Elsewhere another runtime or libc makes other calls. */
const isReference = fs
  .readFileSync('/etc/os-release', 'utf8')
  .includes('VERSION_ID="12"')

/** Compares with the stage's file; UPDATE=1 writes it. */
function expectStage(name: string) {
  const file = path.join(STAGES, `${name}.md`)
  const now = steady(comment())
  if (process.env['UPDATE']) fs.writeFileSync(file, now)
  const then = fs.readFileSync(file, 'utf8')
  if (isReference) expect(now).toBe(then)
  else expect(markOf(now)).toBe(markOf(then))
}

const markOf = (text: string) => /seccomp-lock: (\S+)/.exec(text)?.[1]
