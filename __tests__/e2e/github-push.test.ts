import { describe, expect, test } from '@jest/globals'

import { fileAt, makeExecutable, pushOf } from '../support/site.ts'
import { errors, useSite, warnings, writesTo } from '../support/use-site.ts'

const site = useSite()
const names = (json = '') => JSON.parse(json) as string[]

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
    expect(writesTo(site)).toEqual(['Commit'])
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
        'update-ref',
        'refs/heads/main',
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
