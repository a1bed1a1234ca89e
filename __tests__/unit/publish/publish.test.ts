import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { exec } from '@actions/exec'
import { beforeEach, describe, expect, test } from '@jest/globals'

import { Cancelled } from '../../../src/errors.ts'
import type { Target } from '../../../src/github/event.ts'
import { createGit, type Git } from '../../../src/github/git.ts'
import type { Publishing } from '../../../src/inputs/publishing.ts'
import type { Log } from '../../../src/log.ts'
import { MANAGED_COMMENT } from '../../../src/profile/managed.ts'
import { serializeProfile } from '../../../src/profile/serialize.ts'
import type { Profile } from '../../../src/profile/types.ts'
import type { GitHub } from '../../../src/publish/github.ts'
import { publish } from '../../../src/publish/publish.ts'
import type { Published } from '../../../src/publish/tell.ts'
import { tell } from '../../../src/publish/tell.ts'
import { SKIPPED } from '../../../src/replay/replay.ts'
import type { Findings } from '../../../src/verdict/findings.ts'
import type { Found } from '../../../src/verdict/outcome.ts'
import type { Judgement } from '../../../src/verdict/verdict.ts'
import { finding, findings, review, risk } from '../../support/findings.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const temporary = useTemporaryDirectory()

const REF = 'refs/heads/main'
const SHA = '0123456789abcdef0123456789abcdef01234567'
const OTHER = 'fedcba9876543210fedcba9876543210fedcba98'

const profileOf = (...names: string[]): Profile => ({
  defaultAction: 'SCMP_ACT_ERRNO',
  syscalls: [
    { comment: MANAGED_COMMENT, names, action: 'SCMP_ACT_ALLOW', args: [] }
  ]
})
const WAS = serializeProfile(profileOf('read'))
const PROFILE = profileOf('bpf', 'read')
const IS = serializeProfile(PROFILE)

const ACCEPTED = {
  input: 'accept-dangerous',
  word: 'bpf',
  reason: 'profiling',
  until: undefined
} as const

/** A run that found a new call, which is accepted, wrote the profile, and fails. */
const found = (members: Partial<Found> = {}): Found => ({
  findings: findings({
    judgement: { verdict: 'added', reasons: ['added'], denied: [] },
    diff: { ...findings().diff, added: ['bpf'] },
    review: review({ findings: [finding('bpf', { accepted: ACCEPTED })] }),
    replay: { ...SKIPPED, result: 'passed', watch: 'bpftrace', rounds: 1 }
  }),
  changed: true,
  text: { after: IS, before: WAS },
  ...members
})

/** The same, but no line of the workflow names the call. */
function unnamed(more: Partial<Findings['review']> = {}): Found {
  const run = found()
  run.findings.judgement = {
    verdict: 'added',
    reasons: ['dangerous', 'added'],
    denied: []
  }
  run.findings.review = review({
    findings: [finding('bpf')],
    unnamed: [risk('bpf')],
    ...more
  })
  return run
}

/** What a run asked of GitHub and said in its log. */
interface Seen {
  asked: string[]
  info: string[]
  warning: string[]
}

let seen: Seen

beforeEach(() => {
  seen = { asked: [], info: [], warning: [] }
})

const log: Log = {
  info: message => seen.info.push(message),
  warning: message => seen.warning.push(message),
  debug: () => undefined,
  group: (_, work) => work(() => undefined)
}

const PUBLISHING: Publishing = {
  commit: 'on-push',
  commitVia: 'git',
  commitMessage: '',
  comment: 'on-change',
  commentKey: '',
  acceptLabel: '',
  allowForks: false,
  token: 'token'
}

const target = (members: Partial<Target> = {}): Target => ({
  kind: 'branch push',
  isFork: false,
  ref: REF,
  sha: SHA,
  run: { may: true },
  commit: { may: true, ref: REF },
  comment: { may: false, why: 'there is no pull request' },
  start: { kind: 'none', why: 'the event `schedule` changes nothing' },
  label: undefined,
  ...members
})

/** A pull request, and the label that it was just given; '' for none. */
const request = (label = ''): Target =>
  target({
    kind: 'pull request',
    commit: { may: false, why: 'it is a pull request' },
    label: label || undefined
  })

/** A GitHub that must not be asked anything. */
const silent = (
  members: Partial<GitHub> = {},
  publishing: Partial<Publishing> = {}
): GitHub => ({
  sarif: undefined,
  publishing: { ...PUBLISHING, ...publishing },
  target: target(),
  repository: { owner: 'o', name: 'r', server: 'https://github.invalid' },
  run: { id: 1, number: 1, attempt: 1, sha: SHA },
  checkout: { head: SHA, profile: 'sub/seccomp.json' },
  lineage: {
    base: { kind: 'none', why: 'the event `schedule` changes nothing' },
    versions: [],
    head: undefined,
    isMerge: false
  },
  client: () => {
    seen.asked.push('client')
    return Promise.reject(new Error('nobody is to be asked'))
  },
  git: args => {
    seen.asked.push(args.join(' '))
    return Promise.reject(new Error('nobody is to be asked'))
  },
  log,
  temporary: temporary(),
  signal: new AbortController().signal,
  ...members
})

const reportOf = ({ reportPath }: Pick<Published, 'reportPath'>) =>
  fs.readFileSync(reportPath, 'utf8')

describe('a profile that is not to be committed', () => {
  test.each<[string, () => [Found, GitHub], string]>([
    [
      'commit: never',
      () => [found(), silent({}, { commit: 'never' })],
      'the input `commit` is `never`'
    ],
    [
      'an event that may not',
      () => [
        found(),
        silent({
          target: target({ commit: { may: false, why: 'it is a tag' } })
        })
      ],
      'it is a tag'
    ],
    [
      'something dangerous that nobody named',
      () => [unnamed(), silent()],
      'it has something dangerous that the input `accept-dangerous` does not name'
    ],
    [
      'a file that the change deletes',
      () => [unnamed({ isDeleted: true }), silent()],
      'this change deletes the file, which a person has to accept'
    ],
    [
      'a pull request where a label would do',
      () => [found(), silent({ target: request() }, { acceptLabel: 'OK' })],
      'it is a pull request'
    ],
    [
      'another label',
      () => [
        found(),
        silent({ target: request('bug') }, { acceptLabel: 'OK' })
      ],
      'it is a pull request'
    ],
    [
      'a pull request where no label is wanted',
      () => [found(), silent({ target: request('') })],
      'it is a pull request'
    ],
    [
      'a label for what nobody named',
      () => [
        unnamed(),
        silent({ target: request('ok') }, { acceptLabel: 'OK' })
      ],
      'it has something dangerous that the input `accept-dangerous` does not name'
    ],
    [
      'a label on a fork',
      () => [
        found(),
        silent(
          { target: { ...request('ok'), kind: 'fork pull request' } },
          { acceptLabel: 'OK' }
        )
      ],
      'it is a pull request'
    ],
    [
      'no token',
      () => [found(), silent({}, { token: '' })],
      'there is no `github-token`'
    ],
    [
      'no checkout',
      () => [found(), silent({ checkout: undefined })],
      'its directory is not a checkout that git can read, so the tested commit is unknown'
    ],
    [
      'another commit checked out',
      () => [
        found(),
        silent({ checkout: { head: OTHER, profile: 'seccomp.json' } })
      ],
      '`fedcba987654` is checked out, but the event is about `0123456789ab`'
    ],
    [
      'all of it: what the workflow says comes first',
      () => [
        unnamed(),
        silent({ checkout: undefined }, { commit: 'never', token: '' })
      ],
      'the input `commit` is `never`'
    ]
  ])('%s: says why, and asks nobody', async (_, make, why) => {
    const [run, gitHub] = make()
    const published = await publish(run, gitHub)
    expect(published.publication).toEqual({ kind: 'left', why })
    expect(published.fails).toBe(true)
    expect(published.annotations.map(({ level }) => level)).toEqual(['error'])
    expect(fs.readFileSync(published.reportJson, 'utf8')).toContain('"bpf"')
    expect(published.commentUrl).toBeUndefined()
    const report = reportOf(published)
    expect(report).toContain(`<sub>Not committed: ${why}.</sub>`)
    expect(report).toContain('**Accept:** ')
    expect(report).toContain('git apply')
    expect(published.summary).toBe(report)
    expect(seen).toEqual({ asked: [], info: [], warning: [] })
  })

  test('a run that was told to stop asks nobody, and tells nothing', async () => {
    const stop = new Cancelled('SIGTERM')
    const signal = AbortSignal.abort(stop)
    await expect(publish(found(), silent({ signal }))).rejects.toBe(stop)
    const comment = target({ comment: { may: true, pullRequest: 5 } })
    const telling = {
      sections: [],
      key: 'k',
      isFinding: true,
      proposal: undefined,
      data: '{}',
      refused: []
    }
    await expect(
      tell(silent({ signal, target: comment }), telling)
    ).rejects.toBe(stop)
    expect(seen).toEqual({ asked: [], info: [], warning: [] })
  })

  test('one that no replay saw working is left', async () => {
    const run = found()
    run.findings.replay = SKIPPED
    const { publication, fails } = await publish(run, silent())
    expect(publication?.kind).toBe('left')
    expect(fails).toBe(true)
    expect(seen.asked).toEqual([])
  })

  test('nothing was written: nothing is said of it', async () => {
    const published = await publish(found({ changed: false }), silent())
    expect(published.publication).toBeUndefined()
    expect(published.fails).toBe(true)
    expect(reportOf(published)).not.toMatch(/ot committed|git apply/)
    expect(seen.asked).toEqual([])
  })

  test("the patch is for the branch's own file, where a merge is tested", async () => {
    const { lineage } = silent()
    const head = { text: serializeProfile(profileOf('read', 'write')) }
    const gitHub = silent(
      { lineage: { ...lineage, head, isMerge: true } },
      { commit: 'never' }
    )
    const report = reportOf(await publish(found(), gitHub))
    expect(report).toMatch(/^-.*"write"/m)
    const gone = { ...lineage, head: { text: undefined }, isMerge: true }
    const bare = silent({ lineage: gone }, { commit: 'never' })
    expect(reportOf(await publish(found(), bare))).toContain('--- /dev/null')
  })

  test('the patch is about the path within the repository', async () => {
    const gitHub = silent({}, { commit: 'never' })
    const report = reportOf(await publish(found(), gitHub))
    expect(report).toContain('\n+++ b/sub/seccomp.json\n')
    const bare = { ...gitHub, checkout: undefined }
    expect(reportOf(await publish(found(), bare))).toContain(
      '\n+++ b/seccomp.json\n'
    )
  })
})

describe('a profile that is to be committed', () => {
  let sha = ''
  const bare = () => path.join(temporary(), 'server/o/r')
  const clone = () => path.join(temporary(), 'clone')

  const git = (cwd: string, ...args: string[]) =>
    execFileSync('git', args, {
      cwd,
      encoding: 'utf8',
      stdio: 'pipe',
      env: {
        PATH: process.env['PATH'],
        HOME: temporary(),
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_COUNT: '2',
        GIT_CONFIG_KEY_0: 'user.name',
        GIT_CONFIG_VALUE_0: 'x',
        GIT_CONFIG_KEY_1: 'user.email',
        GIT_CONFIG_VALUE_1: 'x@x'
      }
    }).trim()

  /** Others push a file. */
  function push(file: string, text: string): string {
    const whole = path.join(clone(), file)
    fs.mkdirSync(path.dirname(whole), { recursive: true })
    fs.writeFileSync(whole, text)
    git(clone(), 'add', '--all')
    git(clone(), 'commit', '--quiet', '--message', file)
    git(clone(), 'push', '--quiet', 'origin', `HEAD:${REF}`)
    return git(clone(), 'rev-parse', 'HEAD')
  }

  beforeEach(() => {
    fs.mkdirSync(bare(), { recursive: true })
    git(bare(), 'init', '--quiet', '--bare', '--initial-branch=main')
    git(temporary(), 'clone', '--quiet', bare(), clone())
    sha = push('sub/seccomp.json', WAS)
  })

  /** A real git, and a directory for a server. */
  const serving = (members: Partial<GitHub> = {}): GitHub =>
    silent({
      repository: {
        owner: 'o',
        name: 'r',
        server: path.join(temporary(), 'server')
      },
      target: target({ sha }),
      checkout: { head: sha, profile: 'sub/seccomp.json' },
      git: createGit({ exec, environment: { PATH: process.env['PATH'] } }),
      ...members
    })

  test('is committed, and then fails nobody', async () => {
    const published = await publish(found(), serving())
    const head = git(bare(), 'rev-parse', REF)
    expect(published.publication).toEqual({
      kind: 'committed',
      ref: REF,
      sha: head
    })
    expect(git(bare(), 'show', `${REF}:sub/seccomp.json`)).toBe(IS.trim())
    expect(git(bare(), 'rev-parse', `${REF}^`)).toBe(sha)
    expect(published.fails).toBe(false)
    expect(published.annotations.map(({ level }) => level)).toEqual(['notice'])
    expect(reportOf(published)).toContain('**Committed** to `main` as `')
    expect(reportOf(published)).not.toMatch(/git apply|\*\*Accept/)
    expect(seen.info).toEqual([`Committed to ${REF} as ${head}.`])
    expect(seen).toMatchObject({ asked: [], warning: [] })
  })

  test.each<[string, Judgement['reasons']]>([
    ['what fails on changes', ['added', 'changed']],
    ['what does not fail at all', []]
  ])('%s is committed, too', async (_, reasons) => {
    const run = found()
    run.findings.judgement = { ...run.findings.judgement, reasons }
    const { publication, fails } = await publish(run, serving())
    expect(publication?.kind).toBe('committed')
    expect(fails).toBe(false)
  })

  test('what someone accepted with a label is committed to their branch', async () => {
    const gitHub = serving({ target: { ...request('ok'), ref: REF, sha } })
    gitHub.publishing.acceptLabel = 'OK'
    const published = await publish(found(), gitHub)
    expect(published.publication?.kind).toBe('committed')
    expect(published.fails).toBe(false)
    expect(git(bare(), 'show', `${REF}:sub/seccomp.json`)).toBe(IS.trim())
    expect(git(bare(), 'log', '-1', '--format=%b', REF)).toContain(
      'Dangerous: bpf\n'
    )
  })

  test('the merge with the base counts as a test of the branch', async () => {
    const lineage = { ...serving().lineage, isMerge: true }
    const checkout = { head: OTHER, profile: 'sub/seccomp.json' }
    const { publication } = await publish(
      found(),
      serving({ lineage, checkout })
    )
    expect(publication?.kind).toBe('committed')
  })

  test('what is there already fails nobody, either', async () => {
    push('sub/seccomp.json', IS)
    const published = await publish(found(), serving())
    expect(published.publication).toEqual({ kind: 'there', ref: REF })
    expect(published.fails).toBe(false)
    expect(published.annotations.map(({ level }) => level)).toEqual(['notice'])
  })

  test('after a newer push, the verdict stays', async () => {
    const newer = push('other', 'x')
    const published = await publish(found(), serving())
    expect(published.publication).toEqual({ kind: 'superseded', ref: REF })
    expect(published.fails).toBe(true)
    expect(git(bare(), 'rev-parse', REF)).toBe(newer)
    expect(reportOf(published)).toContain('superseded by a newer push')
    expect(seen.warning).toEqual([])
  })

  test('without the branch, the verdict stays', async () => {
    git(bare(), 'update-ref', '-d', REF)
    const published = await publish(found(), serving())
    expect(published.publication).toEqual({ kind: 'gone', ref: REF })
    expect(published.fails).toBe(true)
    expect(git(bare(), 'for-each-ref')).toBe('')
  })

  test('refused: a warning with the words of the server in code', async () => {
    const hook = path.join(bare(), 'hooks/pre-receive')
    fs.mkdirSync(path.dirname(hook), { recursive: true })
    fs.writeFileSync(hook, '#!/bin/sh\necho "ask @somebody #1" >&2\nexit 1\n', {
      mode: 0o755
    })
    const published = await publish(found(), serving())
    expect(published.publication).toMatchObject({ kind: 'refused', ref: REF })
    expect(published.fails).toBe(true)
    expect(git(bare(), 'rev-parse', REF)).toBe(sha)
    expect(reportOf(published)).toMatch(
      /^\*\*Not committed\*\* to `main`: .*`ask @somebody #1`\.$/m
    )
    expect(reportOf(published)).toContain('**Accept:** ')
    expect(seen.warning).toEqual([
      expect.stringMatching(
        /^The profile could not be committed to .*`ask @somebody #1`\. The job summary has everything\.$/
      )
    ])
  })

  test('where git is missing, the run is told all the same', async () => {
    const git: Git = () =>
      Promise.resolve({
        exitCode: 127,
        stdout: '',
        bytes: Buffer.alloc(0),
        stderr: 'no git'
      })
    const published = await publish(found(), serving({ git }))
    expect(published.publication?.kind).toBe('refused')
    expect(published.fails).toBe(true)
    expect(fs.readdirSync(temporary()).join(' ')).not.toContain('-git-')
  })
})

describe('what is told', () => {
  const sections = [
    { rank: 9, name: 'the verdict', text: '## It is so' },
    { rank: 1, name: 'the rest', text: 'x'.repeat(1024 * 1024) }
  ]
  const telling = {
    sections,
    key: 'seccomp.json',
    isFinding: true,
    proposal: undefined,
    data: '{}\n',
    refused: []
  }
  const request = { may: true, pullRequest: 1 } as const

  test('the file has all of it, the summary what it has room for', async () => {
    const told = await tell(silent(), telling)
    expect(reportOf(told)).toBe(`## It is so\n\n${'x'.repeat(1024 * 1024)}\n`)
    expect(told.summary).toBe(
      '## It is so\n\n<sub>Left out here for length: the rest. The whole report is in the file that the output `report-path` names.</sub>\n'
    )
    expect(told.commentUrl).toBeUndefined()
    expect(seen).toEqual({ asked: [], info: [], warning: [] })
  })

  test('comment: never asks nobody', async () => {
    const gitHub = silent(
      { target: target({ comment: request }) },
      { comment: 'never' }
    )
    await tell(gitHub, telling)
    expect(seen).toEqual({ asked: [], info: [], warning: [] })
  })

  test('without a token nobody is asked, and a warning says so', async () => {
    const gitHub = silent(
      { target: target({ comment: request }) },
      { token: '' }
    )
    await tell(gitHub, { ...telling, refused: ['It was refused.'] })
    expect(seen.asked).toEqual([])
    expect(seen.warning).toEqual([
      'It was refused. The comment could not be written: there is no `github-token`. The job summary has everything.'
    ])
  })
})
