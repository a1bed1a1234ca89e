import fs from 'node:fs'

import { describe, expect, test } from '@jest/globals'

import { leftovers, processesWith, until } from '../support/scratch.ts'
import { pullRequestOf, pushOf } from '../support/site.ts'
import { useSite, warnings } from '../support/use-site.ts'

const site = useSite()
const names = (json = '') => JSON.parse(json) as string[]

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
