import fs from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { describe, expect, test } from '@jest/globals'

import { parseEndpoint } from '../../../../src/container/outside/endpoint.ts'
import {
  parseTestScript,
  runTestScript,
  scriptEnvironment
} from '../../../../src/container/outside/test-script.ts'
import { Cancelled, UserError } from '../../../../src/errors.ts'
import { listProcesses } from '../../../../src/host/processes.ts'
import { caught } from '../../../support/caught.ts'
import { useTemporaryDirectory } from '../../../support/temporary.ts'

const temporary = useTemporaryDirectory()
const PATH = process.env['PATH'] ?? ''

describe('parseTestScript', () => {
  test.each([
    [' pytest -k "a b" ', ['pytest', '-k', 'a b']],
    [`a 'b|c' d|e $HOME`, ['a', 'b|c', 'd|e', '$HOME']],
    [
      `bash -c 'curl :$PORT_8000/ | grep x'`,
      ['bash', '-c', 'curl :$PORT_8000/ | grep x']
    ],
    ['a\nb "\n', ['bash', '-e', '-c', 'a\nb "']]
  ])('%j', (text, argv) => {
    expect(parseTestScript(text)).toEqual(argv)
  })

  test.each([
    ['', 'contains no command'],
    [' \n ', 'contains no command'],
    ['""', 'contains no command'],
    ["it's", 'a quote is not closed in "it\'s"'],
    ['a && b', '"&&" needs a shell, and a single line runs without one'],
    ['a\0b', 'contains a NUL character'],
    [
      'curl http://127.0.0.1:$PORT_8000/',
      'the variable in "http://127.0.0.1:$PORT_8000/" needs a shell, and a single line runs without one'
    ],
    [
      'podman exec ${SECCOMP_LOCK_CONTAINER} true',
      'the variable in "${SECCOMP_LOCK_CONTAINER}" needs a shell, and a single line runs without one'
    ]
  ])('refuses %j', async (text, message) => {
    const error = await caught(() => parseTestScript(text))
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toBe(`input test-script: ${message}`)
    expect((error as UserError).hint).toBeTruthy()
  })
})

/** As podman 4.3.1 gives it, without what nobody reads. */
const inspection = (settings: object, running = true) =>
  JSON.stringify([{ State: { Running: running }, NetworkSettings: settings }])

describe('parseEndpoint', () => {
  test('a container in the default network', () => {
    const text = inspection({
      IPAddress: '10.88.3.237',
      GlobalIPv6Address: '',
      Ports: {
        '53/udp': [{ HostIp: '127.0.0.1', HostPort: '38613' }],
        '8000/tcp': [
          { HostIp: '127.0.0.1', HostPort: '38363' },
          { HostIp: '::1', HostPort: '38364' }
        ],
        '8001/tcp': null,
        '9/sctp': []
      },
      Networks: { podman: { IPAddress: '10.88.3.237' } }
    })
    expect(parseEndpoint(text)).toEqual({
      running: true,
      address: '10.88.3.237',
      ports: [
        { container: 53, protocol: 'udp', host: 38_613 },
        { container: 8000, protocol: 'tcp', host: 38_363 }
      ]
    })
  })

  test.each([
    ['the host network', { IPAddress: '', Ports: {} }, undefined],
    ['nothing said', {}, undefined],
    ['nulls', { Ports: null, Networks: null }, undefined],
    [
      'a network of its own',
      { IPAddress: '', Networks: { a: { IPAddress: '10.89.0.2' } } },
      '10.89.0.2'
    ],
    [
      'IPv6 alone',
      { IPAddress: '', GlobalIPv6Address: 'fd00::2', Ports: {} },
      'fd00::2'
    ]
  ])('%s', (_, settings, address) => {
    expect(parseEndpoint(inspection(settings, false))).toEqual({
      running: false,
      address,
      ports: []
    })
  })
})

describe('scriptEnvironment', () => {
  const tokens = {
    GITHUB_TOKEN: 'secret-1',
    ACTIONS_RUNTIME_TOKEN: 'secret-2',
    'INPUT_GITHUB-TOKEN': 'secret-3',
    PORT_8000: 'an older one'
  }

  test('names the container and its ports, and no token', () => {
    const environment = scriptEnvironment(
      {
        PATH: '/bin',
        HOME: '/home/x',
        RUNNER_TRACKING_ID: 'github_1',
        ...tokens
      },
      'a-container',
      {
        address: '10.88.0.2',
        ports: [
          { container: 8000, protocol: 'tcp', host: 49_153 },
          { container: 53, protocol: 'tcp', host: 49_154 },
          { container: 53, protocol: 'udp', host: 49_155 }
        ]
      }
    )
    expect(environment).toEqual({
      PATH: '/bin',
      HOME: '/home/x',
      RUNNER_TRACKING_ID: 'github_1',
      CI: 'true',
      SECCOMP_LOCK_CONTAINER: 'a-container',
      SECCOMP_LOCK_ADDRESS: '10.88.0.2',
      PORT_8000: '49153',
      PORT_53: '49154',
      PORT_53_UDP: '49155'
    })
  })

  test('a container without a network of its own', () => {
    const endpoint = { address: undefined, ports: [] }
    expect(scriptEnvironment(tokens, 'c', endpoint)).toEqual({
      CI: 'true',
      SECCOMP_LOCK_CONTAINER: 'c'
    })
  })
})

/** Runs a script, and gives what it showed and how it failed. */
async function run(
  argv: string[],
  { signal = new AbortController().signal, onShow = () => undefined as unknown }
) {
  const shown: Buffer[] = []
  const error: unknown = await runTestScript(argv, {
    directory: temporary(),
    environment: { PATH, MODE: 'test' },
    show: chunk => {
      shown.push(Buffer.from(chunk))
      onShow()
    },
    signal
  }).catch((error: unknown) => error)
  return { error, shown: Buffer.concat(shown).toString() }
}

const isAlive = async (pid: number) =>
  (await listProcesses()).some(p => p.pid === pid && p.argv[0] === 'sleep')

/** A killed process takes a moment; the test's own timeout says if it lives. */
async function untilEnded(pid: number): Promise<void> {
  while (await isAlive(pid)) await sleep(20)
}

describe('runTestScript', () => {
  test('shows its command line and both outputs', async () => {
    const script = 'echo out\npwd\necho err >&2\nprintenv MODE'
    const { error, shown } = await run(parseTestScript(script), {})
    expect(error).toBeUndefined()
    expect(shown.startsWith("bash -e -c 'echo out\n")).toBe(true)
    for (const line of ['\nout\n', `\n${temporary()}\n`, '\ntest\n', 'err\n']) {
      expect(shown).toContain(line)
    }
  })

  test('sees its environment alone, and no input', async () => {
    const { error, shown } = await run(['bash', '-c', 'env; cat; echo end'], {})
    expect(error).toBeUndefined()
    const names = [...shown.matchAll(/^([A-Z]\w*)=/gm)].map(m => m[1])
    // bash sets PWD and SHLVL.
    expect(names.sort()).toEqual(['MODE', 'PATH', 'PWD', 'SHLVL'])
    expect(shown).toContain('\nend\n')
  })

  test('gives each word as it is', async () => {
    const words = ['a b', '', '$(id)', '"', '\n', '*']
    const { shown } = await run(['printf', '<%s>', ...words], {})
    expect(shown.endsWith('<a b><><$(id)><"><\n><*>')).toBe(true)
  })

  test.each([
    ['exit 3', 'the test script failed with exit code 3'],
    ['false\nexit 0', 'the test script failed with exit code 1'],
    ['kill -SEGV $$\n:', 'the test script was ended by SIGSEGV']
  ])('fails by %j', async (script, message) => {
    const { error } = await run(['bash', '-e', '-c', script], {})
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toBe(message)
  })

  test('a program that is not there, or is none', async () => {
    const missing = await run(['no "such'], {})
    expect((missing.error as UserError).message).toBe(
      'input test-script: "no \\"such" was not found on the runner'
    )
    const file = path.join(temporary(), 'data')
    await fs.writeFile(file, 'x', { mode: 0o644 })
    const plain = await run(['./data'], {})
    expect((plain.error as UserError).message).toBe(
      'input test-script: "./data" cannot be executed on the runner'
    )
  })

  test('what it left in the background is ended', async () => {
    const script = 'sleep 3600 &\necho $! >pid\nsleep 3600 >/dev/null 2>&1 &'
    const { error } = await run(['bash', '-e', '-c', script], {})
    expect(error).toBeUndefined()
    const pid = Number(await fs.readFile(path.join(temporary(), 'pid'), 'utf8'))
    expect(pid).toBeGreaterThan(1)
    await untilEnded(pid)
  })

  test('a cancelled run ends it and its children', async () => {
    const controller = new AbortController()
    let chunks = 0
    const script = 'sleep 3600 &\necho $! >pid\necho begun\nwait'
    const { error } = await run(['bash', '-e', '-c', script], {
      signal: controller.signal,
      // The first is the command line.
      onShow: () => {
        if (++chunks === 2) controller.abort(new Cancelled('SIGTERM'))
      }
    })
    expect(error).toBeInstanceOf(Cancelled)
    const pid = Number(await fs.readFile(path.join(temporary(), 'pid'), 'utf8'))
    await untilEnded(pid)
  })

  test('a run that is cancelled already starts nothing', async () => {
    const signal = AbortSignal.abort(new Cancelled('SIGTERM'))
    const { error, shown } = await run(['touch', 'file'], { signal })
    expect(error).toBeInstanceOf(Cancelled)
    expect(shown).toBe('')
    await expect(fs.readdir(temporary())).resolves.toEqual([])
  })
})
