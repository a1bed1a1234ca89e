import fs from 'node:fs'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

import {
  createScratch,
  leftovers,
  processesWith,
  until
} from '../support/scratch.js'
import {
  createSite,
  fileAt,
  makeExecutable,
  pullRequestOf,
  pushOf,
  type Site
} from '../support/site.js'

let site: Site

beforeEach(async () => {
  site = await createSite()
})

afterEach(async () => {
  expect(site.github.forced()).toEqual([])
  await site.close()
})

const warnings = (log: string) => log.match(/^::warning.*$/gm) ?? []
const errors = (log: string) => log.match(/^::error.*$/gm) ?? []
const names = (json = '') => JSON.parse(json) as string[]

/** What was asked of GitHub to change something. */
const writes = () =>
  site.github.requests
    .filter(({ method, operation }) =>
      method === 'POST' && operation !== undefined
        ? operation === 'Commit'
        : method !== 'GET'
    )
    .map(({ method, operation }) => operation ?? method)

describe('a push', () => {
  test('has its profile committed, and the next finds nothing to do', async () => {
    const sha = site.head()
    const first = await site.step(pushOf(sha))
    const made = first.outputs['commit'] ?? ''
    expect(first).toMatchObject({ exitCode: 0 })
    expect(first.outputs).toMatchObject({ verdict: 'created', changed: 'true' })
    expect(site.onServer('rev-parse', 'main')).toBe(made)
    expect(site.onServer('rev-parse', 'main^')).toBe(sha)
    expect(site.onServer('diff', '--name-status', sha, 'main')).toBe(
      'A\tseccomp.json'
    )
    expect(fileAt(site, 'main', 'seccomp.json')).toBe(site.scratch.profile())
    expect(first.log).toContain(`Committed to refs/heads/main as ${made}.`)
    expect(first.summary).toContain(`as \`${made.slice(0, 12)}\``)
    expect(first.summary).not.toContain('git apply')

    // The run on that commit, which a token of an app would start.
    expect(site.checkout('refs/heads/main')).toBe(made)
    const second = await site.step(pushOf(made))
    expect(second).toMatchObject({ exitCode: 0 })
    expect(second.outputs).toMatchObject({
      verdict: 'unchanged',
      changed: 'false',
      commit: ''
    })
    expect(writes()).toEqual(['Commit'])
  })

  test('with new calls passes, as they are committed', async () => {
    await site.step(pushOf(site.head()))
    const sha = site.checkout('refs/heads/main')
    const done = await site.step(pushOf(sha), { command: 'mkdir /tmp/new' })
    expect(done).toMatchObject({ exitCode: 0 })
    expect(names(done.outputs['added'])).toContain('mkdir')
    expect(errors(done.log)).toEqual([])
    expect(site.onServer('log', '-1', '--format=%s', 'main')).toMatch(
      /^chore\(seccomp\): allow .*mkdir/
    )
  })

  test('superseded by a newer push fails by the verdict alone', async () => {
    await site.step(pushOf(site.head()))
    const sha = site.checkout('refs/heads/main')
    site.github.onRequest = ({ operation }) => {
      if (operation !== 'Commit') return
      site.onServer(
        ...['update-ref', 'refs/heads/main'],
        site.onServer('commit-tree', 'main^{tree}', '-p', 'main', '-m', 'newer')
      )
    }
    const done = await site.step(pushOf(sha), { command: 'mkdir /tmp/new' })
    expect(done).toMatchObject({ exitCode: 1 })
    expect(done.outputs).toMatchObject({ verdict: 'added', commit: '' })
    expect(done.summary).toContain('superseded by a newer push')
    expect(warnings(done.log)).toEqual([])
    expect(site.onServer('log', '-1', '--format=%s', 'main')).toBe('newer')
  })

  test('of a profile that denies what it needs commits nothing', async () => {
    const done = await site.step(pushOf(site.head()), {
      command: 'mkdir /tmp/new',
      deny: 'mkdir'
    })
    expect(done).toMatchObject({ exitCode: 1 })
    expect(site.github.requests).toEqual([])
  })

  test('keeps the mode of a profile in a directory', async () => {
    const inputs = { 'working-directory': 'app', 'commit-via': 'api' }
    site.scratch.write('app/seccomp.json', '{"defaultAction":"SCMP_ACT_ERRNO"}')
    makeExecutable(site, 'app/seccomp.json')
    const sha = site.push()
    const done = await site.step(pushOf(sha), inputs)
    expect(done.outputs['commit']).toMatch(/^[0-9a-f]{40}$/)
    expect(site.onServer('diff', '--raw', sha, 'main')).toMatch(
      /^:100755 100755 \w+ \w+ M\tapp\/seccomp\.json$/
    )
  })

  test('to a protected branch leaves a patch, a warning and the verdict', async () => {
    site.github.protect('refs/heads/main')
    const done = await site.step(pushOf(site.head()))
    expect(done).toMatchObject({ exitCode: 0 })
    expect(done.summary).toContain('the branch is protected')
    expect(done.summary).toContain('git apply')
    expect(warnings(done.log)).toEqual([
      expect.stringContaining('could not be committed to `refs/heads/main`')
    ])
  })

  // The others are tried without a container, in unit/github.
  test.each(['a"b', 'refs/heads/x'])('to %s', async branch => {
    const ref = `refs/heads/${branch}`
    // What a short name could be taken for.
    site.push('refs/heads/x')
    const sha = site.push(ref)
    const done = await site.step(
      pushOf(sha, ref),
      {},
      {
        environment: { GITHUB_REF: ref }
      }
    )
    expect(done).toMatchObject({ exitCode: 0 })
    expect(site.onServer('rev-parse', ref)).toBe(done.outputs['commit'])
    expect(site.onServer('rev-parse', `${ref}^`)).toBe(sha)
    expect(site.onServer('rev-parse', 'refs/heads/x')).toBe(sha)
  })
})

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
    expect(comment?.body).toContain('`mkdir` |')
    expect(comment?.body.replace(/^.*\n\n/, '')).toBe(finding.summary)
    expect(finding.outputs['comment-url']).toContain(`${comment?.id}`)
    // It changed the workspace, and nothing on the branch.
    expect(site.onServer('rev-parse', 'main')).toBe(base)

    site.checkout('refs/heads/main')
    await run('12', 'true')
    expect(comments()).toMatchObject([
      { id: comment?.id, body: expect.stringContaining('**resolved**') }
    ])
    expect(writes()).toEqual(['Commit', 'POST', 'PATCH'])
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
    expect(done.log).toContain('brings the code of a fork')
    expect(done.log).toContain('allow-forks: true')
    expect(done.log).not.toContain('podman')
    expect(fs.existsSync(trap)).toBe(false)
    expect(site.github.requests).toEqual([])

    const allowed = await site.step(event, { 'allow-forks': 'true' })
    expect(allowed).toMatchObject({ exitCode: 0 })
    expect(writes()).toEqual(['POST'])
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

describe('GitHub that does not answer', () => {
  test.each([
    ['the commit', pushOf],
    ['the comment', (sha: string) => pullRequestOf(site, sha)]
  ])('%s: one warning, and the verdict', async (_, eventOf) => {
    site.github.fault({
      match: { path: /graphql/ },
      times: 100,
      answer: { kind: 'status', status: 502 }
    })
    const done = await site.step(eventOf(site.head()))
    expect(done).toMatchObject({ exitCode: 0 })
    expect(done.outputs).toMatchObject({ verdict: 'created', commit: '' })
    expect(done.summary).toContain('git apply')
    expect(warnings(done.log)).toEqual([expect.stringContaining('502')])
  })

  test('and a run that is cancelled then says how things stand', async () => {
    site.github.fault({ match: { path: /graphql/ }, answer: { kind: 'hang' } })
    const sha = site.head()
    const step = site.start(pullRequestOf(site, sha))
    await until('a request', () => site.github.requests.length > 0)
    step.child.kill('SIGTERM')
    const { exitCode, log } = await step.done
    expect(exitCode).toBe(143)
    expect(log).toContain(
      '::error::cancelled by SIGTERM; the new profile is in the workspace'
    )
    expect(site.github.comments(5)).toEqual([])
    expect((await step.post()).exitCode).toBe(0)
    expect(leftovers(site.scratch.temporary)).toEqual([])
  })
})

describe('the token', () => {
  test.each(['api', 'git'])(
    'is nowhere but in the requests, committing via %s',
    async via => {
      const token = site.github.issueToken()
      const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
      const seen: string[] = []
      const look = setInterval(() => {
        seen.push(...processesWith(token), ...processesWith(basic))
      }, 20)
      const inputs = {
        command: "sh -c 'env; cat /proc/*/environ; sleep 1'",
        'commit-via': via
      }
      const done = await site
        .step(pushOf(site.head()), inputs, {
          token,
          environment: { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'oidc-secret' }
        })
        .finally(() => {
          clearInterval(look)
        })
      expect(done.outputs['commit']).toMatch(/^[0-9a-f]{40}$/)
      expect(seen).toEqual([])
      const told = [
        done.log,
        done.summary,
        fs.readFileSync(done.outputs['report-path'] ?? '', 'utf8'),
        ...names(done.outputs['recording-paths']).map(file =>
          fs.readFileSync(file, 'utf8')
        ),
        site.onServer('log', '--patch', '--all')
      ].join('\n')
      for (const secret of [token, basic, 'ACTIONS_', 'oidc-secret']) {
        expect(told).not.toContain(secret)
      }
    }
  )
})
