import { describe, expect, test } from '@jest/globals'

import { UserError } from '../../../src/errors.ts'
import { readInputs, readMode, readSetup } from '../../../src/inputs/inputs.ts'
import { choicesOf } from '../../../src/inputs/table.ts'
import { getter } from '../../support/action-yml.ts'
import { caught } from '../../support/caught.ts'

const WORKSPACE = '/home/runner/work/a b'

const read = (set: Record<string, string>) =>
  readInputs(getter({ command: './test.sh', ...set }), WORKSPACE)

/** The UserError of a call; its hint must say something. */
async function refusal(set: Record<string, string>): Promise<string> {
  const error = await caught(() => read(set))
  expect(error).toBeInstanceOf(UserError)
  expect((error as UserError).hint).toMatch(/\S/)
  return (error as UserError).message
}

test('a workflow that sets the command alone', () => {
  expect(read({})).toEqual({
    workspace: WORKSPACE,
    directory: WORKSPACE,
    source: {
      kind: 'build',
      context: WORKSPACE,
      containerfile: undefined,
      buildArgs: [],
      target: undefined
    },
    tests: { kind: 'inside', command: ['./test.sh'] },
    runArgs: [],
    profile: `${WORKSPACE}/seccomp.json`,
    recorder: 'auto',
    recordUnder: 'default',
    runs: 1,
    denials: 'report',
    portability: 'on',
    failOn: 'added',
    removals: 'apply',
    confirmRemovals: 3,
    replay: 'on',
    policy: { deny: new Map(), allow: new Map(), reasons: new Map() },
    accepted: [],
    defaultErrno: undefined,
    timeoutMs: 1_800_000,
    setup: 'check',
    podman: 'root',
    sarifPath: undefined
  })
})

describe('command', () => {
  test.each([
    ['words', 'pytest -v tests', ['pytest', '-v', 'tests']],
    ['quotes', `sh -c 'a && b' "c d"`, ['sh', '-c', 'a && b', 'c d']],
    ['an empty word', `echo ''`, ['echo', '']],
    [
      'nothing is expanded',
      'echo $(id) `id` $HOME ~ *',
      ['echo', '$(id)', '`id`', '$HOME', '~', '*']
    ],
    ['a leading dash', '--version', ['--version']],
    ['a workflow command', '::set-env name=A::b', ['::set-env', 'name=A::b']],
    [
      'several lines are a script',
      'cd /app\npytest | tee "log"',
      ['sh', '-e', '-c', 'cd /app\npytest | tee "log"']
    ],
    ['a line and empty ones are a line', '\n\npytest -v\n\n', ['pytest', '-v']]
  ])('%s', (_, command, words) => {
    expect(read({ command }).tests).toEqual({
      kind: 'inside',
      command: words
    })
  })

  test.each([
    ['', /^input command: is required, and empty$/],
    [' \n ', /^input command: is required, and empty$/],
    ["echo 'a", /^input command: a quote is not closed in "echo 'a"$/],
    ['a\0b', /^input command: "a\\u0000b"/],
    ['a && b', /^input command: "&&" needs a shell/],
    ['a | b', /^input command: "\|" needs a shell/],
    ['a ; b', /^input command: ";" needs a shell/],
    ['a > b', /^input command: ">" needs a shell/],
    ['a &', /^input command: "&" needs a shell/]
  ])('%j is refused', async (command, message) => {
    expect(await refusal({ command })).toMatch(message)
  })
})

describe('run-args', () => {
  test.each([
    ['--env=A=b', '--env=A=b'],
    ['--env A=b', '--env=A=b'],
    ['--volume   /a b:/c', '--volume=/a b:/c'],
    ['--env A=$(id) `x`', '--env=A=$(id) `x`'],
    ['--env A=b alpine sh', '--env=A=b alpine sh'],
    ['--env=', '--env='],
    ['--init', '--init'],
    ['-e A=b', '-e=A=b'],
    ['-p8080:80', '-p8080:80'],
    ['-P', '-P'],
    ['--privileged=false', '--privileged=false'],
    ['--security-opt no-new-privileges', '--security-opt=no-new-privileges'],
    ['--annotation org.example=1', '--annotation=org.example=1']
  ])('%j is one argument', (line, argument) => {
    expect(read({ 'run-args': line }).runArgs).toEqual([argument])
  })

  test('one a line, without the space around', () => {
    const lines = '  --init\r\n\r\n\t--env A=b \n'
    expect(read({ 'run-args': lines }).runArgs).toEqual(['--init', '--env=A=b'])
  })

  test.each([
    ['alpine', 'is not a single option'],
    ['-', 'is not a single option'],
    ['--', 'is not a single option'],
    ['--\u00e9', 'is not a single option'],
    ['$(id)', 'is not a single option'],
    ['"--init"', 'is not a single option'],
    ['--init\nalpine', 'is not a single option'],
    ['-d', 'in the foreground'],
    ['-it', 'in the foreground'],
    ['-i=true', 'in the foreground'],
    ['--detach', 'reserved for seccomp-lock'],
    ['--detach=true', 'reserved for seccomp-lock'],
    ['--name x', 'reserved for seccomp-lock'],
    ['--rm', 'reserved for seccomp-lock'],
    ['--pull=always', 'reserved for seccomp-lock'],
    ['-a stdout', 'in the foreground'],
    ['-de A=b', 'in the foreground'],
    ['-dp8080:80', 'in the foreground'],
    ['-itv /a:/b', 'in the foreground'],
    ['--seccomp-policy=image', "engine's default profile"],
    [
      '--annotation=a=b,io.containers.trace-syscall=of:/x',
      'reserved for seccomp-lock'
    ],
    ['--platform=linux/arm64', "runner's own architecture"],
    ['--pod=new:x', 'one container'],
    ['--privileged', 'without seccomp'],
    ['--privileged true', 'without seccomp'],
    ['--security-opt seccomp=unconfined', 'default profile'],
    ['--security-opt=seccomp=/tmp/x.json', 'default profile'],
    ['--security-opt seccomp:unconfined', 'default profile'],
    ['--annotation io.containers.trace-syscall=of:/x', 'annotation'],
    ['--annotation=run.oci.hooks.stderr=/x', 'annotation']
  ])('%j is refused', async (line, reason) => {
    const message = await refusal({ 'run-args': line })
    expect(message).toMatch(/^input run-args: /)
    expect(message).toContain(reason)
    expect(message).not.toContain('\n')
  })
})

describe('what the image is built from', () => {
  test.each([
    ['A=b', ['A=b']],
    [
      'A=\nB=c d  \n\n_X=$(id) "q" \'s\' --x',
      ['A=', 'B=c d', `_X=$(id) "q" 's' --x`]
    ]
  ])('build-args %j', (lines, buildArgs) => {
    expect(read({ 'build-args': lines }).source).toMatchObject({ buildArgs })
  })

  test.each([
    'A',
    '-A=b',
    '--secret=id=x',
    '1A=b',
    'A B=c',
    '=b',
    'A=b\n--x',
    '$(id)=x'
  ])('build-args %j is refused', async lines => {
    expect(await refusal({ 'build-args': lines })).toMatch(
      /^input build-args: /
    )
  })

  test('paths start at the working directory', () => {
    const inputs = read({
      'working-directory': 'app',
      context: '../shared',
      containerfile: '-f $(id).Containerfile',
      profile: 'p/seccomp.json',
      target: 'test-1.x'
    })
    expect(inputs.directory).toBe(`${WORKSPACE}/app`)
    expect(inputs.profile).toBe(`${WORKSPACE}/app/p/seccomp.json`)
    expect(inputs.source).toEqual({
      kind: 'build',
      context: `${WORKSPACE}/shared`,
      containerfile: `${WORKSPACE}/app/-f $(id).Containerfile`,
      buildArgs: [],
      target: 'test-1.x'
    })
  })

  test.each(['-x', 'a b', 'a\nb', '$(id)', 'a;b', '.a'])(
    'target %j is refused',
    async target => {
      expect(await refusal({ target })).toMatch(/^input target: /)
    }
  )

  test.each([
    'alpine',
    'registry.example:5000/a/b_c:1.2-3',
    `quay.io/x/y@sha256:${'a'.repeat(64)}`,
    'docker://docker.io/library/alpine',
    'oci-archive:/tmp/x.tar'
  ])('image %s is taken and nothing is built', image => {
    expect(read({ image }).source).toEqual({ kind: 'image', reference: image })
  })

  test.each([
    '-x',
    '--privileged',
    'a b',
    'a\nb',
    '$(id)',
    '`id`',
    "a'b",
    'a"b',
    'a\x1b',
    '::error::',
    'a;b'
  ])('image %j is refused', async image => {
    const message = await refusal({ image })
    expect(message).toBe(
      `input image: ${JSON.stringify(image)} is not the name of an image`
    )
  })
})

describe('paths', () => {
  test.each([
    'context',
    'containerfile',
    'profile',
    'working-directory',
    'sarif-path'
  ])('%s with a control character is refused', async name => {
    for (const path of ['a\nb', 'a\0b', 'a\x1bb', 'a\x7f']) {
      const message = await refusal({ [name]: path })
      expect(message).toMatch(
        new RegExp(`^input ${name}: .* control characters$`)
      )
    }
  })

  test.each([
    ['profile', '../seccomp.json'],
    ['profile', '/etc/seccomp.json'],
    ['profile', 'a/../../x'],
    ['profile', `${WORKSPACE}b/seccomp.json`],
    ['sarif-path', '../x.sarif'],
    ['sarif-path', '/x.sarif'],
    ['working-directory', '..'],
    ['working-directory', '/']
  ])('%s %j is outside of the workspace', async (name, path) => {
    expect(await refusal({ [name]: path })).toMatch(
      new RegExp(`^input ${name}: .* inside the workspace`)
    )
  })

  test.each([
    ['..x.json', `${WORKSPACE}/..x.json`],
    ['a/../x.json', `${WORKSPACE}/x.json`],
    [`${WORKSPACE}/x.json`, `${WORKSPACE}/x.json`],
    ['-x.json', `${WORKSPACE}/-x.json`],
    [`it's "$(id)".json`, `${WORKSPACE}/it's "$(id)".json`]
  ])('profile %j is %s', (profile, absolute) => {
    expect(read({ profile }).profile).toBe(absolute)
  })

  test('sarif-path starts at the working directory, too', () => {
    const set = { 'working-directory': 'app', 'sarif-path': 'out/x.sarif' }
    expect(read(set).sarifPath).toBe(`${WORKSPACE}/app/out/x.sarif`)
  })

  test.each(['seccomp.json', './a/../seccomp.json'])(
    'sarif-path %j is the profile',
    async file => {
      expect(await refusal({ 'sarif-path': file })).toBe(
        `input sarif-path: "${WORKSPACE}/seccomp.json" is the profile`
      )
    }
  )

  test('no profile is no directory', async () => {
    expect(await refusal({ profile: '' })).toBe(
      'input profile: is required, and empty'
    )
  })
})

describe('choices', () => {
  test.each([
    ['recorder', 'recorder', ['auto', 'bpftrace', 'hook', 'audit', 'strace']],
    ['record-under', 'recordUnder', ['default', 'allow-all']],
    ['denials', 'denials', ['report', 'ignore']],
    ['portability', 'portability', ['on', 'off']],
    ['fail-on', 'failOn', ['never', 'dangerous', 'added', 'changed']],
    ['removals', 'removals', ['apply', 'report']],
    ['replay', 'replay', ['on', 'off']],
    ['default-errno', 'defaultErrno', ['ENOSYS', 'EPERM']],
    ['setup', 'setup', ['check', 'install']],
    ['podman', 'podman', ['root', 'rootless']]
  ] as const)('%s', (name, member, values) => {
    expect(choicesOf(name)).toEqual(values)
    for (const value of values) {
      expect(read({ [name]: value })[member]).toBe(value)
    }
  })

  test.each([
    ['mode', readMode, ['lock', 'verify', 'doctor']],
    ['setup', readSetup, ['check', 'install']]
  ] as const)('%s is read without the others', async (name, readIt, values) => {
    for (const value of values) {
      expect(readIt(getter({ [name]: value, command: '' }))).toBe(value)
    }
    const error = await caught(() => readIt(getter({ [name]: 'x' })))
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toBe(
      `input ${name}: "x" is not one of ${values.map(v => `\`${v}\``).join(', ')}`
    )
  })
})

describe('deny and allow', () => {
  test('one call a line', () => {
    expect(read({ deny: '\n  bpf\r\n\n', allow: 'ptrace' }).policy).toEqual({
      deny: new Map([['bpf', 'bpf']]),
      allow: new Map([['ptrace', 'ptrace']]),
      reasons: new Map()
    })
  })

  test.each(['deny', 'allow'])('%s names what is wrong', async name => {
    expect(await refusal({ [name]: 'ptrce' })).toBe(
      `input ${name}: "ptrce" is not a known system call: did you mean \`ptrace\`?`
    )
  })
})

describe('accept-dangerous', () => {
  test('one word a line', () => {
    const lines = 'ptrace # gdb\r\narchitecture: x86\n'
    expect(
      read({ 'accept-dangerous': lines }).accepted.map(({ word }) => word)
    ).toEqual(['ptrace', 'architecture: x86'])
  })

  test('names what is wrong', async () => {
    expect(await refusal({ 'accept-dangerous': 'ptrce' })).toBe(
      'input accept-dangerous: "ptrce" is not a known system call: did you mean `ptrace`?'
    )
  })

  test('does not go with the same word in deny', async () => {
    const set = { deny: 'ptrace', 'accept-dangerous': 'ptrace' }
    expect(await refusal(set)).toBe(
      'inputs deny and accept-dangerous: both name `ptrace`'
    )
  })

  test('goes with the same word in allow', () => {
    const set = { allow: 'ptrace', 'accept-dangerous': 'ptrace' }
    expect(read(set).policy.allow.has('ptrace')).toBe(true)
  })
})

describe('timeout-minutes', () => {
  test.each([
    ['1', 60_000],
    ['0.5', 30_000],
    ['1440', 86_400_000]
  ])('%s', (minutes, ms) => {
    expect(read({ 'timeout-minutes': minutes }).timeoutMs).toBe(ms)
  })
})

describe('runs', () => {
  test.each([
    ['1', 1],
    ['3', 3],
    ['007', 7],
    ['100', 100]
  ])('%s', (runs, count) => {
    expect(read({ runs }).runs).toBe(count)
  })
})

describe('confirm-removals', () => {
  test.each([
    ['0', 0],
    ['3', 3],
    ['100', 100]
  ])('%s', (times, count) => {
    expect(read({ 'confirm-removals': times }).confirmRemovals).toBe(count)
  })
})

describe('tests from outside', () => {
  const outside = (set: Record<string, string>) =>
    read({ command: '', 'test-script': 'pytest -v', ...set }).tests

  test('a workflow that sets the script alone', () => {
    expect(outside({})).toEqual({
      kind: 'outside',
      command: [],
      script: ['pytest', '-v'],
      ready: { kind: 'running' },
      readyTimeoutMs: 60_000,
      stopTimeoutMs: 10_000
    })
  })

  test('a workflow that sets all of it', () => {
    expect(
      outside({
        command: 'serve --port 80',
        'test-script': 'cd tests\n./all | tee log',
        ready: 'http://localhost:$PORT_80/',
        'ready-timeout': '0.5',
        'stop-timeout': '3600'
      })
    ).toEqual({
      kind: 'outside',
      command: ['serve', '--port', '80'],
      script: ['bash', '-e', '-c', 'cd tests\n./all | tee log'],
      ready: { kind: 'url', url: 'http://localhost:$PORT_80/' },
      readyTimeoutMs: 500,
      stopTimeoutMs: 3_600_000
    })
  })

  test.each([
    ['test-script', { 'test-script': 'a && b' }],
    ['test-script', { 'test-script': "echo 'a" }],
    ['test-script', { 'test-script': 'curl localhost:$PORT_8000' }],
    ['ready', { 'test-script': 'true', ready: 'whenever' }],
    ['command', { 'test-script': 'true', command: 'a && b' }]
  ])('what is wrong with %s is told: %j', async (name, set) => {
    expect(await refusal(set)).toMatch(new RegExp(`^input ${name}: `))
  })

  test('ready has something to wait for', async () => {
    expect(await refusal({ ready: 'localhost:80' })).toBe(
      'input ready: there is no `test-script` that could wait for it'
    )
    expect(read({ ready: ' \n' }).tests.kind).toBe('inside')
  })

  test('one of command and test-script is needed', async () => {
    expect(await refusal({ command: '', 'test-script': ' \n ' })).toBe(
      'input command: is required, and empty'
    )
  })
})
