/**
 * The life of a pull request, told by its comment; each stage is a file of
 * __tests__/fixtures/review that people can read.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { git } from '../../scripts/scratch-repository.ts'
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

  const more = await run(`mkdir /tmp/a; ${UNSHARE}`, DANGER)
  expect(more).toMatchObject({
    exitCode: 1,
    outputs: { dangerous: '["unshare"]' }
  })
  expectStage('4-a-dangerous-call-is-needed')

  // A label does not accept what the workflow does not name.
  const refused = await run(`mkdir /tmp/a; ${UNSHARE}`, {
    ...DANGER,
    label: 'seccomp: accept'
  })
  expect(refused).toMatchObject({ exitCode: 1, outputs: { commit: '' } })

  site.checkout(BRANCH)
  applyPatch()
  site.push(BRANCH)
  const named = {
    ...DANGER,
    'accept-dangerous': 'unshare until 2100-01-01 # the sandbox'
  }
  const passes = await run(`mkdir /tmp/a; ${UNSHARE}`, named)
  expect(passes).toMatchObject({
    exitCode: 0,
    outputs: { verdict: 'unchanged' }
  })
  expectStage('5-accepted-by-the-patch-and-the-workflow')

  // Taken back by a force-push.
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
  expectStage('6-taken-back')
})

/** A command whose call needs a container that is recorded without a filter. */
const UNSHARE = 'unshare --user true'
const DANGER = { 'record-under': 'allow-all', denials: 'ignore' }

let id = 50

/** A run for the pull request's merge with main, as actions/checkout has it. */
async function run(
  command: string,
  { label, ...inputs }: Record<string, string> = {}
) {
  const { workspace } = site.scratch
  const head = site.checkout(BRANCH)
  const main = site.onServer('rev-parse', 'refs/heads/main')
  git(workspace, 'fetch', '--quiet', site.github.repository.bare, main)
  git(workspace, 'checkout', '--quiet', '--force', main)
  git(workspace, 'merge', '--quiet', '--no-ff', '-m', 'Merge', head)
  const event = pullRequestOf(site, head)
  return site.step(
    label === undefined ? event : labeled(event, label),
    { command, replay: 'on', ...inputs },
    { environment: { GITHUB_RUN_ID: String(id++) } }
  )
}

const labeled = ({ name, payload }: Event, label: string): Event => ({
  name,
  payload: { ...(payload as object), action: 'labeled', label: { name: label } }
})

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

/** Compares with the stage's file; UPDATE=1 writes it. */
function expectStage(name: string) {
  const file = path.join(STAGES, `${name}.md`)
  const now = steady(comment())
  if (process.env['UPDATE']) fs.writeFileSync(file, now)
  expect(now).toBe(fs.readFileSync(file, 'utf8'))
}
