import fs from 'node:fs/promises'
import path from 'node:path'

import type { Publication } from '../report/publication.js'
import { codeSpan } from '../report/escape.js'
import { type Change, PLAIN_MODE, standingOf } from './change.js'
import type { Repository } from './client.js'
import { NEED } from './commit-api.js'
import { type Git, type GitResult, gitSettings } from './git.js'

/**
 * Who commits: the account that GitHub shows for its own token
 * (https://api.github.com/users/github-actions%5Bbot%5D).
 */
const NAME = 'github-actions[bot]'
const EMAIL = '41898282+github-actions[bot]@users.noreply.github.com'

/** Where git keeps what it got of the branch. */
const BASE = 'refs/seccomp-lock/base'

/**
 * Commits a profile with git and pushes it, as anybody pushes: the server
 * takes it only on top of what is there. All of it happens in a repository of
 * its own, so that the workspace, its index and its settings, which the tests
 * may have changed, play no part.
 *
 * @param temporary a directory for that repository
 */
export async function commitThroughGit(
  git: Git,
  repository: Repository,
  change: Change,
  { token, temporary }: { token: string; temporary: string }
): Promise<Publication> {
  const { ref } = change
  const directory = await fs.mkdtemp(path.join(temporary, 'seccomp-lock-git-'))
  const url = `${repository.server}/${repository.owner}/${repository.name}`
  const settings = serverSettings(url, token)
  const run: Git = (args, options = {}) =>
    git(['-C', directory, ...args], {
      ...options,
      environment: { ...options.environment, ...settings }
    })
  try {
    await expectGood(run(['init', '--quiet', '--bare']))
    const branch = await fetchBranch(run, url, change)
    if (!branch) return { kind: 'gone', ref }
    const standing = standingOf(branch.head, branch.file, change)
    if (standing !== 'ready') return { kind: standing, ref }
    const commit = await makeCommit(run, change, branch.file?.mode)
    const pushed = await run([...['push', '--quiet', url, `${commit}:${ref}`]])
    if (pushed.exitCode === 0) return { kind: 'committed', ref, sha: commit }
    const now = await fetchBranch(run, url, change)
    if (now?.head === commit) return { kind: 'committed', ref, sha: commit }
    if (now && now.head !== change.sha) {
      const standing = standingOf(now.head, now.file, change)
      return { kind: standing === 'there' ? 'there' : 'superseded', ref }
    }
    throw new GitFailed(pushed)
  } catch (error) {
    if (!(error instanceof GitFailed)) throw error
    return { kind: 'refused', ref, why: whyOf(error.result) }
  } finally {
    await fs.rm(directory, { recursive: true, force: true })
  }
}

/** Another end than a good one. */
class GitFailed extends Error {
  constructor(readonly result: GitResult) {
    super(result.stderr)
  }
}

async function expectGood(result: Promise<GitResult>): Promise<string> {
  const ended = await result
  if (ended.exitCode !== 0) throw new GitFailed(ended)
  return ended.stdout.trim()
}

/** The branch's head and the profile there; undefined where there is none. */
async function fetchBranch(run: Git, url: string, { ref, file }: Change) {
  // Patterns of git-ls-remote(1) match the ends of names, too.
  const refs = await expectGood(run(['ls-remote', '--refs', url, ref]))
  if (!refs.split('\n').some(line => line.endsWith(`\t${ref}`))) {
    return undefined
  }
  await expectGood(
    run([
      ...['fetch', '--quiet', '--no-tags', '--depth=1'],
      ...[url, `+${ref}:${BASE}`]
    ])
  )
  const head = await expectGood(run(['rev-parse', BASE]))
  const entry = await expectGood(
    // git's own magic in paths (gitglossary(7), "pathspec") is not ours.
    run(['--literal-pathspecs', 'ls-tree', '-z', BASE, '--', file])
  )
  const [, mode, oid] = /^(\d{6}) blob ([0-9a-f]+)\t/.exec(entry) ?? []
  const there =
    mode === undefined || oid === undefined
      ? undefined
      : { mode: parseInt(mode, 8), oid }
  return { head, file: there }
}

/** Makes the commit, with nothing changed but the file; gives its id. */
async function makeCommit(
  run: Git,
  { file, text, message }: Change,
  mode = PLAIN_MODE
): Promise<string> {
  const blob = await expectGood(
    run(['hash-object', '-w', '--stdin'], { input: text })
  )
  await expectGood(run(['read-tree', BASE]))
  await expectGood(
    run(['update-index', '-z', '--index-info'], {
      input: `${mode.toString(8)} ${blob}\t${file}\0`
    })
  )
  const tree = await expectGood(run(['write-tree']))
  return expectGood(
    run(['commit-tree', tree, '-p', BASE, '-F', '-'], {
      input: `${message.headline}\n\n${message.body}\n`,
      environment: {
        ...{ GIT_AUTHOR_NAME: NAME, GIT_AUTHOR_EMAIL: EMAIL },
        ...{ GIT_COMMITTER_NAME: NAME, GIT_COMMITTER_EMAIL: EMAIL }
      }
    })
  )
}

/** The token for this server alone, and nothing that runs a program. */
function serverSettings(url: string, token: string): Record<string, string> {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  const header = `http.${url}.extraHeader`
  return gitSettings([
    // An empty one forgets what other files say (git-config(1)): two headers
    // of this name are refused.
    [header, ''],
    [header, `AUTHORIZATION: basic ${basic}`],
    ['http.followRedirects', 'false'],
    ['http.lowSpeedLimit', '1'],
    ['http.lowSpeedTime', '20'],
    ['credential.helper', ''],
    ['core.hooksPath', '/dev/null'],
    ['push.gpgSign', 'false'],
    ['gc.auto', '0'],
    ['maintenance.auto', 'false']
  ])
}

/** Why git could not, in our words or the server's. */
function whyOf({ exitCode, stderr }: GitResult): string {
  if (exitCode === 124) return 'git took too long'
  if (/returned error: 403|denied to/.test(stderr)) {
    return `the token may not: give the job \`permissions: ${NEED}\``
  }
  if (
    /returned error: 401|could not read Username|Authentication failed/.test(
      stderr
    )
  ) {
    return 'GitHub does not take the token'
  }
  const remote = [...stderr.matchAll(/^remote: *(?:error: *)?(.+?)\s*$/gm)]
  const line = remote[0]?.[1] ?? stderr.trim().split('\n').at(-1) ?? ''
  return `git says: ${codeSpan(line)}`
}
