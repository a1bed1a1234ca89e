import { expect, test } from '@jest/globals'

import { formatMarker, proposalOf } from '../../../src/github/marker.ts'
import type { GitHub } from '../../../src/publish/github.ts'
import { publish } from '../../../src/publish/publish.ts'
import { SKIPPED } from '../../../src/replay/replay.ts'
import { finding, findings, review } from '../../support/findings.ts'
import { BOT, FILE, gitOf, useGitHub } from '../../support/github/client.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const world = useGitHub()
const temporary = useTemporaryDirectory()

const REF = 'refs/heads/topic'
const BEFORE = '{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[]}\n'
const AFTER = BEFORE.replace('ERRNO', 'KILL')

/** A run that someone started with the label, on the head of a branch. */
async function labelled(): Promise<GitHub> {
  const { write, git, pullRequest, repository, client } = world()
  const sha = await write(REF, { [FILE]: BEFORE })
  await git('update-ref', `refs/pull/${pullRequest}/head`, sha)
  return {
    sarif: undefined,
    publishing: {
      commit: 'on-push',
      commitVia: 'api',
      commitMessage: '',
      comment: 'on-change',
      commentKey: '',
      acceptLabel: 'accept-seccomp',
      allowForks: false,
      token: 'token'
    },
    target: {
      kind: 'pull request',
      isFork: false,
      ref: REF,
      sha,
      run: { may: true },
      commit: { may: false, why: 'it is a pull request' },
      comment: { may: true, pullRequest },
      start: { kind: 'none', why: 'nobody knows' },
      label: 'Accept-Seccomp'
    },
    repository,
    run: { id: 2, number: 2, attempt: 1, sha },
    checkout: { head: sha, profile: FILE },
    lineage: {
      base: { kind: 'none', why: 'nobody knows' },
      versions: [],
      head: undefined,
      isMerge: false
    },
    client,
    git: gitOf(temporary()),
    log: {
      info: () => undefined,
      warning: () => undefined,
      debug: () => undefined,
      group: (_, work) => work(() => undefined)
    },
    temporary: temporary(),
    signal: new AbortController().signal
  }
}

const FOUND = {
  findings: findings({
    judgement: { verdict: 'added', reasons: ['added'], denied: [] },
    diff: { ...findings().diff, added: ['sync'] },
    review: review({ findings: [finding('sync')] }),
    replay: { ...SKIPPED, result: 'passed' }
  }),
  changed: true,
  text: { after: AFTER, before: BEFORE }
}

/** The comment of the run before, with the new profile that it showed. */
const shown = (proposal: string | undefined) => {
  const { github, pullRequest } = world()
  const run = { id: 1, number: 1, attempt: 1, sha: 'a' }
  const marker = { key: FILE, run, proposal }
  const body = `${formatMarker(marker)}\n\nlook\n`
  github.addComment(pullRequest, { author: BOT, body })
}

test.each<[string, () => void]>([
  [
    'the profile that the comment shows',
    () => {
      shown(proposalOf(AFTER))
    }
  ],
  ['where there is no comment', () => undefined]
])('a label accepts %s', async (_, given) => {
  const gitHub = await labelled()
  given()
  const { publication } = await publish(FOUND, gitHub)
  expect(publication).toMatchObject({ kind: 'committed', ref: REF })
  expect(await world().git('show', `${REF}:${FILE}`)).toBe(AFTER)
})

test.each([
  ['another profile', proposalOf('{}\n')],
  ['none', undefined]
])('a label accepts nothing where the comment shows %s', async (_, other) => {
  const gitHub = await labelled()
  shown(other)
  const { publication, fails } = await publish(FOUND, gitHub)
  expect(publication).toMatchObject({
    kind: 'left',
    why: expect.stringMatching(/^the comment showed another profile/) as unknown
  })
  expect(fails).toBe(true)
  expect(await world().git('show', `${REF}:${FILE}`)).toBe(BEFORE)
  // From now on the comment shows this one, and says what to do.
  const { github, pullRequest } = world()
  const [comment] = github.comments(pullRequest)
  expect(comment?.body).toContain(proposalOf(AFTER))
  expect(comment?.body).toContain('Not committed: the comment showed another')
  expect((await publish(FOUND, gitHub)).publication?.kind).toBe('committed')
})
