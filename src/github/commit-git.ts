import fs from 'node:fs/promises'
import path from 'node:path'

import type { Publication } from '../verdict/publication.ts'
import {
  type Branch,
  type Change,
  hashOf,
  PLAIN_MODE,
  standingOf
} from './change.ts'
import type { Repository } from './client.ts'
import { NEED } from './commit-api.ts'
import { forbiddenBy, quoted, REJECTED, unseenWithout } from './fault.ts'
import { type Git, type GitResult, gitSettings } from './git.ts'

/**
 * The committer: the account that GitHub shows for its own token
 * (https://api.github.com/users/github-actions%5Bbot%5D).
 */
const NAME = 'github-actions[bot]'
const EMAIL = '41898282+github-actions[bot]@users.noreply.github.com'

/** The ref for the fetched branch. */
const BASE = 'refs/seccomp-lock/base'

/**
 * Commits a profile with git and pushes it without force: the server accepts it
 * only on top of what it has. This happens in a separate repository, so that
 * the workspace, its index and its settings, which the tests may have changed,
 * play no part.
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
    // Named explicitly, for safe.bareRepository.
    git(['-C', directory, '--git-dir=.', ...args], {
      ...options,
      environment: { ...options.environment, ...settings }
    })
  try {
    await expectGood(
      run([
        'init',
        '--quiet',
        '--bare',
        `--object-format=${hashOf(change.sha)}`
      ])
    )
    const standing = standingOf(await fetchBranch(run, url, change), change)
    if (standing.kind !== 'ready') return standing
    const commit = await makeCommit(run, change, standing.branch.file?.mode)
    const committed: Publication = { kind: 'committed', ref, sha: commit }
    const pushed = await run([
      'push',
      '--quiet',
      // This forces nothing, as our commit is a child of that one; it keeps
      // a branch that was deleted meanwhile from coming back.
      `--force-with-lease=${ref}:${change.sha}`,
      url,
      `${commit}:${ref}`
    ])
    if (pushed.exitCode === 0) return committed
    // The answer may have been lost.
    const branch = await fetchBranch(run, url, change)
    if (branch?.head === commit) return committed
    const now = standingOf(branch, change)
    if (now.kind !== 'ready') return now
    throw new GitFailed(pushed)
  } catch (error) {
    if (!(error instanceof GitFailed)) throw error
    return { kind: 'refused', ref, why: whyOf(error.result) }
  } finally {
    await fs.rm(directory, { recursive: true, force: true })
  }
}

/** A git command that failed. */
class GitFailed extends Error {
  readonly result: GitResult

  constructor(result: GitResult) {
    super(result.stderr)
    this.result = result
  }
}

async function expectGood(result: Promise<GitResult>): Promise<string> {
  const ended = await result
  if (ended.exitCode !== 0) throw new GitFailed(ended)
  return ended.stdout.trim()
}

/** Reads a branch; undefined where there is none. */
async function fetchBranch(
  run: Git,
  url: string,
  { ref, file }: Change
): Promise<Branch | undefined> {
  // Without such a ref, git takes one whose name ends like it.
  if (!(await isThere(run, url, ref))) return undefined
  const fetched = await run([
    'fetch',
    '--quiet',
    '--no-tags',
    '--depth=1',
    // File contents are not needed; some servers send them anyway.
    '--filter=blob:none',
    url,
    `+${ref}:${BASE}`
  ])
  if (fetched.exitCode !== 0) {
    if (!(await isThere(run, url, ref))) return undefined
    throw new GitFailed(fetched)
  }
  const head = await expectGood(run(['rev-parse', BASE]))
  const entry = await expectGood(
    // Without git's pathspec magic (gitglossary(7), "pathspec").
    run(['--literal-pathspecs', 'ls-tree', '-z', BASE, '--', file])
  )
  const [, mode, oid] = /^(\d{6}) \w+ ([0-9a-f]+)\t/.exec(entry) ?? []
  const there =
    mode === undefined || oid === undefined
      ? undefined
      : { mode: parseInt(mode, 8), oid }
  return { head, file: there }
}

async function isThere(run: Git, url: string, ref: string): Promise<boolean> {
  const refs = await expectGood(run(['ls-remote', '--refs', url, ref]))
  return refs.split('\n').some(line => line.endsWith(`\t${ref}`))
}

/** Makes a commit that changes only the file; returns its id. */
async function makeCommit(
  run: Git,
  { file, text, message }: Change,
  mode = PLAIN_MODE
): Promise<string> {
  const blob = await expectGood(
    run(['hash-object', '-w', '--stdin'], { input: text })
  )
  await expectGood(run(['read-tree', BASE]))
  // Unlike `--index-info`, it does not replace a directory with a file.
  const entry = `${mode.toString(8)},${blob},${file}`
  await expectGood(run(['update-index', '--add', '--cacheinfo', entry]))
  const tree = await expectGood(run(['write-tree', '--missing-ok']))
  return expectGood(
    run(['commit-tree', tree, '-p', BASE, '-F', '-'], {
      input: `${message.headline}\n\n${message.body}\n`,
      environment: {
        GIT_AUTHOR_NAME: NAME,
        GIT_AUTHOR_EMAIL: EMAIL,
        GIT_COMMITTER_NAME: NAME,
        GIT_COMMITTER_EMAIL: EMAIL
      }
    })
  )
}

/** Settings: the token for this server only, and no programs to run. */
function serverSettings(url: string, token: string): Record<string, string> {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  const header = `http.${url}.extraHeader`
  return gitSettings([
    // The longest match wins: no setting of the machine can send the push
    // elsewhere or with another secret (git-config(1)).
    [`url.${url}.insteadOf`, url],
    [`url.${url}.pushInsteadOf`, url],
    // An empty value drops those of other files (git-config(1)): servers
    // refuse two headers of this name.
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

/** Why git failed, in our words or the server's. */
function whyOf({ exitCode, stderr }: GitResult): string {
  // timeout(1), "Exit status": 137 after KILL.
  if (exitCode === 124 || exitCode === 137) return 'git took too long'
  const remote = [...stderr.matchAll(/^remote: *(?:error: *)?(.+?)\s*$/gm)]
  const said = remote.map(([, line]) => line).join(' ')
  const [, status] = /returned error: (\d+)/.exec(stderr) ?? []
  if (status === '403') return forbiddenBy(said, NEED)
  if (/^fatal: repository .* not found$/m.test(stderr)) {
    return unseenWithout(NEED)
  }
  if (/^fatal: (could not read Username|Authentication failed)/m.test(stderr)) {
    return REJECTED
  }
  if (said !== '') return `GitHub says: ${quoted(said)}`
  // Later lines only follow from the first.
  const [first = stderr] = /^(?:fatal: |error: | ! ).*$/m.exec(stderr) ?? []
  return `git says: ${quoted(first)}`
}
