import { createRequire } from 'node:module'

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { UserError } from '../../../src/errors.ts'
import {
  type Kind,
  type Target,
  targetOf,
  type Variables
} from '../../../src/github/event.ts'
import { caught } from '../../support/caught.ts'
import { effort } from '../../support/effort.ts'

type Json = Record<string, unknown>

/** Payloads as GitHub sent them. */
const EXAMPLES = createRequire(import.meta.url)(
  '@octokit/webhooks-examples'
) as { name: string; examples: Json[] }[]

const examplesOf = (name: string) => {
  const found = EXAMPLES.find(event => event.name === name)?.examples ?? []
  expect(found).not.toEqual([])
  return found
}

const SHA = '1'.repeat(40)
const HEAD = '2'.repeat(40)

const MAIN: Variables = {
  GITHUB_REF: 'refs/heads/main',
  GITHUB_SHA: SHA,
  RUNNER_ENVIRONMENT: 'github-hosted'
}

/** The same with a value at a path such as `a.b`; undefined takes it away. */
function having(payload: unknown, path: string, value: unknown): Json {
  const copy = structuredClone(payload) as Json
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const parent = keys.reduce((at, key) => at[key] as Json, copy)
  if (value === undefined) Reflect.deleteProperty(parent, last)
  else parent[last] = value
  return copy
}

const BASE = '3'.repeat(40)
const ZERO = '0'.repeat(40)

const push = (ref: string, more: Json = {}) => ({
  ref,
  before: BASE,
  after: HEAD,
  created: false,
  repository: { default_branch: 'main' },
  ...more
})

/** A pull request of repository 1. */
const request = (repo: Json | null = { id: 1 }, ref = 'feature/a') => ({
  action: 'synchronize',
  pull_request: {
    number: 7,
    head: { ref, sha: HEAD, repo },
    base: { ref: 'main', sha: BASE, repo: { id: 1 } }
  }
})

const group = {
  merge_group: {
    head_ref: 'refs/heads/gh-readonly-queue/main/pr-7-1',
    head_sha: HEAD,
    base_ref: 'refs/heads/main',
    base_sha: BASE
  }
}

const workflowRun = (repo: Json | null) => ({
  workflow_run: { head_repository: repo, head_branch: 'feature/a' },
  repository: { id: 1 }
})

const OWN = request()
const FORK = request({ id: 2 })
const GONE = request(null)
const FEATURE = 'refs/heads/feature/a'

/** Whether it may commit, and the pull request that it may comment on. */
type Row = [
  title: string,
  event: string,
  payload: unknown,
  variables: Variables,
  kind: Kind,
  ref: string | undefined,
  sha: string,
  commits: boolean,
  comments: number | undefined
]

const none = undefined

test.each<Row>([
  [
    'a push',
    'push',
    push('refs/heads/main'),
    MAIN,
    'branch push',
    'refs/heads/main',
    HEAD,
    true,
    none
  ],
  [
    'of a tag',
    'push',
    push('refs/tags/v1'),
    MAIN,
    'tag push',
    'refs/tags/v1',
    HEAD,
    false,
    none
  ],
  [
    'of neither',
    'push',
    push('refs/notes/commits'),
    MAIN,
    'other',
    'refs/notes/commits',
    HEAD,
    false,
    none
  ],
  [
    'a deleted branch',
    'push',
    push(FEATURE, { after: ZERO, deleted: true }),
    MAIN,
    'deleted push',
    FEATURE,
    SHA,
    false,
    none
  ],
  [
    'a push of the merge queue',
    'push',
    push('refs/heads/gh-readonly-queue/main/pr-7-1'),
    MAIN,
    'merge group',
    'refs/heads/gh-readonly-queue/main/pr-7-1',
    HEAD,
    false,
    none
  ],
  [
    'our own',
    'pull_request',
    OWN,
    MAIN,
    'pull request',
    FEATURE,
    HEAD,
    false,
    7
  ],
  [
    'a review',
    'pull_request_review',
    OWN,
    MAIN,
    'pull request',
    FEATURE,
    HEAD,
    false,
    7
  ],
  [
    "a fork's",
    'pull_request',
    FORK,
    MAIN,
    'fork pull request',
    FEATURE,
    HEAD,
    false,
    7
  ],
  [
    "a deleted fork's",
    'pull_request',
    GONE,
    MAIN,
    'fork pull request',
    FEATURE,
    HEAD,
    false,
    7
  ],
  [
    'a remark on a fork',
    'pull_request_review_comment',
    FORK,
    MAIN,
    'fork pull request',
    FEATURE,
    HEAD,
    false,
    7
  ],
  [
    'our own',
    'pull_request_target',
    OWN,
    MAIN,
    'pull_request_target',
    FEATURE,
    HEAD,
    false,
    7
  ],
  [
    "a fork's",
    'pull_request_target',
    FORK,
    MAIN,
    'pull_request_target',
    FEATURE,
    HEAD,
    false,
    7
  ],
  [
    'a merge group',
    'merge_group',
    group,
    MAIN,
    'merge group',
    'refs/heads/gh-readonly-queue/main/pr-7-1',
    HEAD,
    false,
    none
  ],
  [
    'by hand',
    'workflow_dispatch',
    {},
    MAIN,
    'dispatch',
    'refs/heads/main',
    SHA,
    true,
    none
  ],
  [
    'by hand, on a tag',
    'workflow_dispatch',
    {},
    { ...MAIN, GITHUB_REF: 'refs/tags/main' },
    'dispatch',
    'refs/tags/main',
    SHA,
    false,
    none
  ],
  [
    'by hand, in the merge queue',
    'workflow_dispatch',
    {},
    { ...MAIN, GITHUB_REF: group.merge_group.head_ref },
    'dispatch',
    group.merge_group.head_ref,
    SHA,
    false,
    none
  ],
  [
    'on time',
    'schedule',
    { schedule: '0 4 * * *' },
    MAIN,
    'schedule',
    'refs/heads/main',
    SHA,
    true,
    none
  ],
  [
    'our own',
    'workflow_run',
    workflowRun({ id: 1 }),
    MAIN,
    'workflow_run',
    'refs/heads/main',
    SHA,
    false,
    none
  ],
  [
    "a fork's",
    'workflow_run',
    workflowRun({ id: 2 }),
    MAIN,
    'workflow_run',
    'refs/heads/main',
    SHA,
    false,
    none
  ],
  [
    'of no branch',
    'deployment',
    {},
    { GITHUB_SHA: SHA },
    'other',
    undefined,
    SHA,
    false,
    none
  ],
  [
    'of every object',
    'constructor',
    null,
    MAIN,
    'other',
    'refs/heads/main',
    SHA,
    false,
    none
  ],
  [
    'of no object',
    '__proto__',
    undefined,
    MAIN,
    'other',
    'refs/heads/main',
    SHA,
    false,
    none
  ]
])(
  '%s: %s',
  (_, event, payload, variables, kind, ref, sha, commits, comments) => {
    const environment = { ...variables, GITHUB_EVENT_NAME: event }
    const target = targetOf(payload, environment)
    expect(target).toMatchObject({ kind, sha, run: { may: true } })
    expect(target.ref).toBe(ref)
    if (commits) expect(target.commit).toEqual({ may: true, ref })
    else expect(whyNot(target.commit)).toMatch(/^\S.*[^.]$/)
    if (comments === undefined) {
      expect(whyNot(target.comment)).toMatch(/is not about a pull request$/)
    } else {
      expect(target.comment).toEqual({ may: true, pullRequest: comments })
    }
  }
)

const whyNot = (answer: Target['run' | 'commit' | 'comment']) =>
  answer.may ? undefined : answer.why

test('the process’s environment will do', () => {
  const environment: NodeJS.ProcessEnv = { ...MAIN, GITHUB_EVENT_NAME: 'push' }
  expect(targetOf(push(FEATURE), environment).ref).toBe(FEATURE)
})

describe('what the change starts from', () => {
  const startOf = (event: string, payload: unknown) =>
    targetOf(payload, { ...MAIN, GITHUB_EVENT_NAME: event }).start

  test.each<[string, string, unknown, unknown]>([
    [
      'a pull request',
      'pull_request',
      OWN,
      { kind: 'pull request', base: { name: 'main', sha: BASE }, head: HEAD }
    ],
    [
      "a fork's pull request",
      'pull_request_target',
      FORK,
      { kind: 'pull request', base: { name: 'main', sha: BASE }, head: HEAD }
    ],
    [
      'a push',
      'push',
      push('refs/heads/main', { forced: true }),
      { kind: 'push', before: BASE }
    ],
    [
      'a push of a new branch',
      'push',
      push(FEATURE, { before: ZERO }),
      { kind: 'new branch', defaultBranch: 'main' }
    ],
    [
      'a branch made again',
      'push',
      push(FEATURE, { created: true }),
      { kind: 'new branch', defaultBranch: 'main' }
    ],
    [
      'the first push',
      'push',
      push('refs/heads/main', { before: ZERO, created: true }),
      { kind: 'none', why: 'it is the first push to `main`' }
    ],
    [
      'a tag',
      'push',
      push('refs/tags/v1'),
      { kind: 'none', why: '`refs/tags/v1` is not a branch' }
    ],
    [
      'a deleted branch',
      'push',
      push(FEATURE, { after: ZERO }),
      { kind: 'none', why: '`refs/heads/feature/a` was deleted' }
    ],
    [
      'a push of the merge queue',
      'push',
      push(group.merge_group.head_ref, { before: ZERO, created: true }),
      {
        kind: 'none',
        why: '`refs/heads/gh-readonly-queue/main/pr-7-1` is a branch of the merge queue, and only the event `merge_group` tells its base'
      }
    ],
    [
      'a merge group',
      'merge_group',
      group,
      { kind: 'merge group', base: { name: 'main', sha: BASE } }
    ],
    [
      'a schedule',
      'schedule',
      {},
      { kind: 'none', why: 'the event `schedule` changes nothing' }
    ],
    [
      'a dispatch',
      'workflow_dispatch',
      {},
      { kind: 'none', why: 'the event `workflow_dispatch` changes nothing' }
    ],
    [
      'a workflow_run',
      'workflow_run',
      workflowRun(null),
      {
        kind: 'none',
        why: 'the event `workflow_run` does not say what has changed'
      }
    ],
    [
      'any other event',
      'release',
      {},
      { kind: 'none', why: 'the event `release` does not say what has changed' }
    ]
  ])('%s', (_, event, payload, start) => {
    expect(startOf(event, payload)).toEqual(start)
  })
})

describe('the label that was set', () => {
  const labelOf = (event: string, payload: Json) =>
    targetOf({ ...OWN, ...payload }, { ...MAIN, GITHUB_EVENT_NAME: event })
      .label
  const label = { name: 'seccomp: "ok" 👍' }

  test('is named', () => {
    const labeled = { action: 'labeled', label }
    expect(labelOf('pull_request', labeled)).toBe(label.name)
    expect(labelOf('pull_request', { action: 'labeled' })).toBe(undefined)
    expect(labelOf('pull_request', { action: 'unlabeled', label })).toBe(
      undefined
    )
    expect(labelOf('pull_request_review', labeled)).toBe(undefined)
    expect(() =>
      labelOf('pull_request', { action: 'labeled', label: { name: 1 } })
    ).toThrow('label.name: expected a text, got 1')
  })
})

describe('names of branches', () => {
  test.each([
    'feature/a',
    'a"b',
    '-x',
    'ünïcode',
    'refs/heads/x',
    'refs/tags/x',
    '__proto__',
    "$(id)'`;|&<!--",
    'gh-readonly',
    '@',
    'a'.repeat(240)
  ])('%s', name => {
    const ref = `refs/heads/${name}`
    const pushed = { ...MAIN, GITHUB_EVENT_NAME: 'push' }
    expect(targetOf(push(ref), pushed).commit).toEqual({ may: true, ref })
    const asked = { ...MAIN, GITHUB_EVENT_NAME: 'pull_request' }
    expect(targetOf(request({ id: 1 }, name), asked).ref).toBe(ref)
    const manual = { ...MAIN, GITHUB_EVENT_NAME: 'workflow_dispatch' }
    expect(targetOf({}, { ...manual, GITHUB_REF: ref }).ref).toBe(ref)
  })

  test.each([
    '',
    ' ',
    'a b',
    'a\nb',
    'a\0',
    'a..b',
    'a~1',
    'a^',
    'a:b',
    '*',
    '?',
    'a\\b',
    '[a',
    'a@{1}',
    'a//b',
    'a/',
    '\u007f'
  ])('%j is none', async name => {
    const asked = { ...MAIN, GITHUB_EVENT_NAME: 'pull_request' }
    const payload = request({ id: 1 }, name)
    const error = await caught(() => targetOf(payload, asked))
    expect(error).toBeInstanceOf(UserError)
    expect(String(error)).toContain('pull_request.head.ref: expected a branch')
  })
})

describe('who may run', () => {
  const forks: [string, unknown][] = [
    ['pull_request', FORK],
    ['pull_request', GONE],
    ['pull_request_review', FORK],
    ['pull_request_review_comment', FORK],
    ['pull_request_target', FORK],
    ['workflow_run', workflowRun({ id: 2 })],
    ['workflow_run', workflowRun(null)]
  ]
  const own: [string, unknown][] = [
    ['pull_request', OWN],
    // A repository that is a fork itself.
    ['pull_request', having(OWN, 'pull_request.head.repo.fork', true)],
    ['pull_request_target', OWN],
    ['workflow_run', workflowRun({ id: 1 })],
    ['push', push('refs/heads/main')],
    ['merge_group', group],
    ['workflow_dispatch', {}],
    ['schedule', {}],
    ['issue_comment', {}]
  ]
  const runners = ['self-hosted', '', undefined, 'Github-Hosted']

  test.each(forks)('a fork’s %s, not on our own runner', (name, payload) => {
    for (const RUNNER_ENVIRONMENT of runners) {
      const variables = { GITHUB_EVENT_NAME: name, RUNNER_ENVIRONMENT }
      const { isFork, run, commit } = targetOf(payload, {
        ...MAIN,
        ...variables
      })
      expect(isFork).toBe(true)
      expect(whyNot(run)).toContain(name)
      expect(run.may ? '' : run.hint).toContain('`allow-forks: true`')
      expect(whyNot(commit)).toContain('fork')
    }
  })

  test.each(forks)('a fork’s %s where that is allowed', (name, payload) => {
    const variables = { ...MAIN, GITHUB_EVENT_NAME: name }
    const hosted = targetOf(payload, variables)
    const allowed = targetOf(
      payload,
      { ...variables, RUNNER_ENVIRONMENT: 'self-hosted' },
      { allowForks: true }
    )
    expect(hosted.run).toEqual({ may: true })
    expect(allowed).toEqual(hosted)
    expect(allowed.commit.may).toBe(false)
  })

  test.each(own)('our own %s, anywhere', (name, payload) => {
    for (const RUNNER_ENVIRONMENT of runners) {
      const variables = { GITHUB_EVENT_NAME: name, RUNNER_ENVIRONMENT }
      const target = targetOf(payload, { ...MAIN, ...variables })
      expect(target).toMatchObject({ isFork: false, run: { may: true } })
    }
  })
})

describe('payloads that GitHub sent', () => {
  test.each(EXAMPLES.map(({ name }) => [name]))('%s', name => {
    for (const payload of examplesOf(name)) {
      const variables = { ...MAIN, GITHUB_EVENT_NAME: name }
      const { kind, sha, commit, comment } = targetOf(payload, variables)
      expect(sha).toMatch(/^[0-9a-f]{40}$/)
      expect(KINDS[name] ?? ['other']).toContain(kind)
      expect(commit.may).toBe(
        ['branch push', 'dispatch', 'schedule'].includes(kind)
      )
      expect(comment.may).toBe(kind === 'pull request')
    }
  })

  const KINDS: Partial<Record<string, Kind[]>> = {
    push: ['branch push', 'tag push', 'deleted push'],
    pull_request: ['pull request'],
    pull_request_review: ['pull request'],
    pull_request_review_comment: ['pull request'],
    merge_group: ['merge group'],
    workflow_run: ['workflow_run'],
    workflow_dispatch: ['dispatch']
  }

  test('a push: what and where', () => {
    const all = examplesOf('push')
    for (const payload of all) {
      const variables = { ...MAIN, GITHUB_EVENT_NAME: 'push' }
      const { kind, ref, sha } = targetOf(payload, variables)
      expect(ref).toBe(payload['ref'])
      expect(sha).toBe(payload['deleted'] === true ? SHA : payload['after'])
      expect(kind === 'deleted push').toBe(payload['deleted'])
    }
  })

  test('a pull request: its head, not the merge commit', () => {
    const [payload] = examplesOf('pull_request')
    const environment = {
      ...MAIN,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_REF: 'refs/pull/2/merge'
    }
    expect(targetOf(payload, environment)).toMatchObject({
      ref: 'refs/heads/changes',
      sha: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821',
      comment: { pullRequest: 2 }
    })
    const fork = having(payload, 'pull_request.head.repo', null)
    expect(targetOf(fork, environment).kind).toBe('fork pull request')
  })

  test('a workflow_run after that of another repository', () => {
    const forks = examplesOf('workflow_run').map(
      payload =>
        targetOf(payload, { ...MAIN, GITHUB_EVENT_NAME: 'workflow_run' }).isFork
    )
    expect(new Set(forks)).toEqual(new Set([true, false]))
  })
})

describe('what cannot be read', () => {
  const needed: [string, unknown, string][] = [
    ['push', push('refs/heads/main'), 'ref'],
    ['push', push('refs/heads/main'), 'before'],
    ['push', push('refs/heads/main'), 'after'],
    ['push', push('refs/heads/main'), 'created'],
    ['push', push('refs/heads/main'), 'repository'],
    ['push', push('refs/heads/main'), 'repository.default_branch'],
    ['pull_request', OWN, 'action'],
    ['pull_request', OWN, 'pull_request'],
    ['pull_request', OWN, 'pull_request.number'],
    ['pull_request', OWN, 'pull_request.head'],
    ['pull_request', OWN, 'pull_request.head.ref'],
    ['pull_request', OWN, 'pull_request.head.sha'],
    ['pull_request', OWN, 'pull_request.head.repo'],
    ['pull_request', OWN, 'pull_request.head.repo.id'],
    ['pull_request', OWN, 'pull_request.base'],
    ['pull_request', OWN, 'pull_request.base.ref'],
    ['pull_request', OWN, 'pull_request.base.sha'],
    ['pull_request_target', OWN, 'pull_request.base.repo'],
    ['pull_request_review', OWN, 'pull_request.base.repo.id'],
    ['merge_group', group, 'merge_group'],
    ['merge_group', group, 'merge_group.head_ref'],
    ['merge_group', group, 'merge_group.head_sha'],
    ['merge_group', group, 'merge_group.base_ref'],
    ['merge_group', group, 'merge_group.base_sha'],
    ['workflow_run', workflowRun({ id: 1 }), 'workflow_run'],
    ['workflow_run', workflowRun({ id: 1 }), 'workflow_run.head_repository'],
    ['workflow_run', workflowRun({ id: 1 }), 'workflow_run.head_repository.id'],
    ['workflow_run', workflowRun({ id: 1 }), 'repository'],
    ['workflow_run', workflowRun({ id: 1 }), 'repository.id']
  ]

  test.each(needed)('%s: %# a lack is named', async (name, payload, path) => {
    const environment = { ...MAIN, GITHUB_EVENT_NAME: name }
    expect(() => targetOf(payload, environment)).not.toThrow()
    const lacking = having(payload, path, undefined)
    const error = await caught(() => targetOf(lacking, environment))
    expect(error).toBeInstanceOf(UserError)
    expect(String(error)).toContain(`the event ${name}: ${path}: missing`)
    for (const junk of [true, [], {}, -1, 0.5, '', 'x y', 'A'.repeat(40)]) {
      if (isRight(path, junk)) continue
      const wrong = having(payload, path, junk)
      const error = await caught(() => targetOf(wrong, environment))
      expect(error).toBeInstanceOf(UserError)
      expect(String(error)).toContain(`the event ${name}: ${path}`)
    }
  })

  /** Whether the junk is nothing wrong there. */
  const isRight = (path: string, junk: unknown) =>
    /(head|base)\.ref$|default_branch$/.test(path)
      ? junk === 'A'.repeat(40)
      : path === 'created'
        ? junk === true
        : path === 'action' && typeof junk === 'string'

  test.each([
    ['no name', {}, 'GITHUB_EVENT_NAME is not set'],
    ['an empty name', { GITHUB_EVENT_NAME: '' }, 'GITHUB_EVENT_NAME'],
    ['no commit', { GITHUB_EVENT_NAME: 'schedule' }, 'GITHUB_SHA is not set'],
    [
      'no real commit',
      { GITHUB_EVENT_NAME: 'schedule', GITHUB_SHA: 'main' },
      'GITHUB_SHA is not a commit id: "main"'
    ],
    [
      'a short ref',
      { GITHUB_EVENT_NAME: 'schedule', GITHUB_SHA: SHA, GITHUB_REF: 'main' },
      'GITHUB_REF is not a full ref: "main"'
    ]
  ])('%s', async (_, environment, message) => {
    const error = await caught(() => targetOf({}, environment))
    expect(error).toBeInstanceOf(UserError)
    expect(String(error)).toContain(message)
  })

  test('whatever it is, it is a Target or a UserError', () => {
    const names = [
      'push',
      'pull_request',
      'pull_request_target',
      'merge_group',
      'workflow_run',
      'schedule',
      '__proto__'
    ]
    const junk = fc.oneof(
      fc.anything({ withBigInt: false }),
      fc.constantFrom(null, '__proto__', 'refs/heads/x', SHA, 1)
    )
    const paths = fc.constantFrom(...needed.map(([, , path]) => path))
    const bases = fc.constantFrom(...needed.map(([, payload]) => payload))
    const payloads = fc.oneof(
      junk,
      fc.tuple(bases, paths, junk).map(([base, path, value]) => {
        try {
          return having(base, path, value)
        } catch {
          return base
        }
      })
    )
    fc.assert(
      fc.property(fc.constantFrom(...names), payloads, (name, payload) => {
        const environment = {
          GITHUB_EVENT_NAME: name,
          GITHUB_SHA: SHA,
          GITHUB_REF: 'refs/heads/main'
        }
        try {
          const { isFork, commit, run } = targetOf(payload, environment)
          expect(isFork && (commit.may || run.may)).toBe(false)
        } catch (error) {
          expect(error).toBeInstanceOf(UserError)
        }
      }),
      { numRuns: effort(100, 500) }
    )
  })
})
