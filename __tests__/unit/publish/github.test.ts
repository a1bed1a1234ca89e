import fs from 'node:fs'
import path from 'node:path'

import { exec } from '@actions/exec'
import { expect, test } from '@jest/globals'

import { targetOf } from '../../../src/github/event.ts'
import type { Publishing } from '../../../src/inputs/publishing.ts'
import { openGitHub } from '../../../src/publish/github.ts'
import { commitIn, gitAt, NEW, OLD } from '../../support/github/base.ts'
import { MAIN } from '../../support/github/client.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const directory = useTemporaryDirectory()

const PUBLISHING: Publishing = {
  commit: 'on-push',
  commitVia: 'api',
  commitMessage: '',
  comment: 'on-change',
  commentKey: '',
  acceptLabel: '',
  allowForks: false,
  token: ''
}

/** Prepares for a push, with the profile at app/p.json in the workspace. */
function open(before: string, after: string) {
  const payload = {
    ref: MAIN,
    before,
    after,
    created: false,
    repository: { default_branch: 'main' }
  }
  const workspace = path.join(directory(), 'work')
  return openGitHub(
    PUBLISHING,
    targetOf(payload, { GITHUB_EVENT_NAME: 'push' }),
    {
      profile: path.join(workspace, 'app/p.json'),
      sarifPath: undefined,
      workspace
    },
    {
      exec,
      environment: {
        PATH: process.env['PATH'],
        GITHUB_REPOSITORY: 'o/r',
        GITHUB_WORKSPACE: workspace
      },
      log: {
        info: () => undefined,
        warning: () => undefined,
        debug: () => undefined,
        group: (_, work) => work(() => undefined)
      },
      temporary: directory(),
      signal: new AbortController().signal
    }
  )
}

test('the lineage is read before the run', async () => {
  const work = path.join(directory(), 'work')
  fs.mkdirSync(work)
  gitAt(work, 'init', '--quiet', '--initial-branch=main')
  const before = await commitIn(work, MAIN, { 'app/p.json': OLD })
  const after = await commitIn(work, MAIN, { 'app/p.json': NEW })
  gitAt(work, 'checkout', '--quiet', '--force', 'main')
  expect(await open(before, after)).toMatchObject({
    checkout: { head: after, profile: 'app/p.json' },
    lineage: {
      base: { commit: before, file: { path: 'app/p.json', text: OLD } },
      versions: [{ commit: after, text: NEW }]
    }
  })
})

test('without a checkout and a token the base is unread', async () => {
  const { checkout, lineage } = await open('a'.repeat(40), 'b'.repeat(40))
  expect(checkout).toBe(undefined)
  expect(lineage.base).toEqual({
    kind: 'unread',
    name: 'aaaaaaa',
    why: 'git does not have `app/p.json` of the commit `aaaaaaa`, and there is no `github-token` to ask GitHub with'
  })
})
