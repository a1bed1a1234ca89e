import fs from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { createScratch } from '../support/scratch.ts'
import { pullRequestOf, pushOf } from '../support/site.ts'
import { useSite, warnings, writesTo } from '../support/use-site.ts'

const site = useSite()

describe('a pull request', () => {
  const comments = () => site.github.comments(5)

  test('has one comment, from the finding to its end', async () => {
    await site.step(pushOf(site.head()))
    const base = site.checkout('refs/heads/main')
    const run = (id: string, command: string) =>
      site.step(
        pullRequestOf(site, base),
        { command },
        { environment: { GITHUB_RUN_ID: id } }
      )
    const nothing = await run('10', 'true')
    expect(nothing).toMatchObject({ exitCode: 0 })
    expect(comments()).toEqual([])

    const finding = await run('11', 'mkdir /tmp/new')
    expect(finding).toMatchObject({ exitCode: 1 })
    expect(comments()).toHaveLength(1)
    const [comment] = comments()
    expect(comment).toMatchObject({ author: 'github-actions[bot]' })
    expect(comment?.body).toContain('\n`mkdir` (files), made by `mkdir` × 1.\n')
    // The summary has the same, and more.
    const [heading = '', ...rest] = finding.summary.split('\n\n')
    expect(comment?.body).toContain(heading)
    expect(comment?.body).toContain(rest[0])
    expect(finding.outputs['comment-url']).toContain(`${comment?.id}`)
    // It changed the workspace, and nothing on the branch.
    expect(site.onServer('rev-parse', 'main')).toBe(base)

    site.checkout('refs/heads/main')
    await run('12', 'true')
    expect(comments()).toMatchObject([
      { id: comment?.id, body: expect.stringContaining('**resolved**') }
    ])
    expect(writesTo(site)).toEqual(['Commit', 'POST', 'PATCH'])
  })

  test('finds its comment on the tenth page', async () => {
    const said = { author: 'octocat', body: 'No.' }
    const marker =
      '<!-- seccomp-lock: {"key":"seccomp.json","run":{"id":1,"number":1,"attempt":1,"sha":"0"}} -->'
    for (let i = 0; i < 950; i++) site.github.addComment(5, said)
    const body = `${marker}\n\nOld.\n`
    const id = site.github.addComment(5, { author: BOT, body })
    for (let i = 0; i < 49; i++) site.github.addComment(5, said)
    await site.step(
      pullRequestOf(site, site.head()),
      {},
      {
        environment: { GITHUB_RUN_ID: '2' }
      }
    )
    expect(comments()).toHaveLength(1000)
    const ours = comments().filter(({ author }) => author === BOT)
    expect(ours).toMatchObject([{ id, body: expect.stringContaining('🆕') }])
  })

  test('has one comment when two runs end at once', async () => {
    // Both have read that there is none before either writes.
    const waiting: (() => void)[] = []
    site.github.onRequest = async ({ method, path }) => {
      if (method !== 'POST' || !path.endsWith('/comments')) return
      await new Promise<void>(resolve => {
        waiting.push(resolve)
        if (waiting.length === 2) for (const go of waiting) go()
        if (waiting.length > 2) resolve()
      })
    }
    const event = pullRequestOf(site, site.head())
    const other = createScratch()
    try {
      fs.cpSync(site.scratch.workspace, other.workspace, { recursive: true })
      const runs = await Promise.all([
        site.step(event, {}, { environment: { GITHUB_RUN_ID: '20' } }),
        site.step(
          event,
          {},
          { on: other, environment: { GITHUB_RUN_ID: '21' } }
        )
      ])
      expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0])
      expect(comments()).toHaveLength(1)
    } finally {
      other.remove()
    }
  })

  test('whose token may nothing has all of it in the summary', async () => {
    const token = site.github.issueToken({ permissions: {} })
    const done = await site.step(
      pullRequestOf(site, site.head()),
      { 'fail-on': 'changed' },
      { token }
    )
    expect(done).toMatchObject({ exitCode: 1 })
    expect(done.summary).toContain('git apply')
    expect(warnings(done.log)).toEqual([
      expect.stringMatching(/comment.*`?pull-requests: write/)
    ])
    const passing = await site.step(
      pullRequestOf(site, site.head()),
      {},
      { token }
    )
    expect(passing).toMatchObject({ exitCode: 0 })
  })

  test('of a fork is not built, not run, and told nothing', async () => {
    site.scratch.write('Containerfile', 'FROM scratch\n')
    const trap = path.join(site.scratch.root, 'trap')
    const event = pullRequestOf(site, site.push(), { fork: true })
    const done = await site.step(event, {
      image: '',
      'test-script': `touch ${trap}`
    })
    expect(done).toMatchObject({ exitCode: 1, summary: '' })
    expect(done.log).toContain('runs code from a fork')
    expect(done.log).toContain('allow-forks: true')
    expect(done.log).not.toContain('podman')
    expect(fs.existsSync(trap)).toBe(false)
    expect(site.github.requests).toEqual([])

    const allowed = await site.step(event, { 'allow-forks': 'true' })
    expect(allowed).toMatchObject({ exitCode: 0 })
    expect(writesTo(site)).toEqual(['POST'])
  })

  test('that only verifies has a comment while the profile fails', async () => {
    await site.step(pushOf(site.head()))
    const sha = site.checkout('refs/heads/main')
    const verify = (id: string, command: string) =>
      site.step(
        pullRequestOf(site, sha),
        { mode: 'verify', command },
        { environment: { GITHUB_RUN_ID: id } }
      )
    const failing = await verify('30', 'mkdir /tmp/new')
    expect(failing).toMatchObject({ exitCode: 1 })
    expect(comments()).toMatchObject([
      { body: expect.stringContaining('`mkdir`') }
    ])
    expect(await verify('31', 'true')).toMatchObject({ exitCode: 0 })
    expect(comments()).toMatchObject([
      { body: expect.stringContaining('**resolved**') }
    ])
  })
})

const BOT = 'github-actions[bot]'
