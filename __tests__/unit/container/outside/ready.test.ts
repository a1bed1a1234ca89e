import { createServer as createHttp } from 'node:http'
import net, { type AddressInfo, type Server } from 'node:net'

import { afterEach, describe, expect, test } from '@jest/globals'

import {
  awaitReady,
  createProbe
} from '../../../../src/container/outside/probe.ts'
import {
  parseAddress,
  parseReady,
  resolvePorts
} from '../../../../src/container/outside/ready.ts'
import { createSearch } from '../../../../src/container/outside/search.ts'
import type { CommandResult, Podman } from '../../../../src/container/podman.ts'
import { Cancelled, UserError } from '../../../../src/errors.ts'
import { caught } from '../../../support/caught.ts'

describe('parseReady', () => {
  test.each([
    ['', { kind: 'running' }],
    [' \n', { kind: 'running' }],
    ['http://[::1]:8000/', { kind: 'url', url: 'http://[::1]:8000/' }],
    ['HTTPS://localhost', { kind: 'url', url: 'HTTPS://localhost' }],
    [
      'http://127.0.0.1:$PORT_8000/health?a=b',
      { kind: 'url', url: 'http://127.0.0.1:$PORT_8000/health?a=b' }
    ],
    ['localhost:80', { kind: 'tcp', address: 'localhost:80' }],
    [' 10.0.0.1:$PORT_80 ', { kind: 'tcp', address: '10.0.0.1:$PORT_80' }],
    ['[::1]:8000', { kind: 'tcp', address: '[::1]:8000' }],
    ['log: ready, "$(id)"', { kind: 'log', text: 'ready, "$(id)"' }],
    ['log:80', { kind: 'log', text: '80' }],
    ['log: a\tb', { kind: 'log', text: 'a\tb' }],
    [
      `command: sh -c 'test -e "/a b"; x'`,
      { kind: 'command', words: ['sh', '-c', 'test -e "/a b"; x'] }
    ],
    ['command:true', { kind: 'command', words: ['true'] }]
  ])('%j', (text, ready) => {
    expect(parseReady(text)).toEqual(ready)
  })

  test.each([
    'log:',
    'command: ',
    'command: "true',
    'command: true && true',
    '8000',
    'localhost',
    ':8000',
    '::1:8000',
    '[::1]',
    '[localhost]:80',
    '[::g]:80',
    'localhost:0',
    'localhost:65536',
    'localhost:8000/health',
    'local host:80',
    'user@host:80',
    'localhost:$PORT_80_UDP',
    'localhost:$PORT',
    'ftp://localhost/',
    'http:/localhost',
    'http://',
    'http://localhost:99999/',
    'http://localhost:$PORT_53_UDP/',
    'log: a\nb',
    'a\0b:80',
    '__proto__'
  ])('refuses %j', async text => {
    const error = await caught(() => parseReady(text))
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toMatch(/^input ready: /)
    expect((error as UserError).hint).toBeTruthy()
  })
})

test.each([
  ['a:1', { host: 'a', port: 1 }],
  ['[fe80::1%eth0]:65535', { host: 'fe80::1%eth0', port: 65_535 }]
])('parseAddress(%j)', (text, address) => {
  expect(parseAddress(text)).toEqual(address)
})

describe('resolvePorts', () => {
  const ports = [
    { container: 80, protocol: 'udp', host: 1 },
    { container: 80, protocol: 'tcp', host: 49_153 },
    { container: 8000, protocol: 'tcp', host: 49_154 },
    { container: 53, protocol: 'udp', host: 2 }
  ]

  test('puts the ports of the runner', () => {
    expect(resolvePorts('h:$PORT_80/$PORT_8000?$PORT', ports)).toBe(
      'h:49153/49154?$PORT'
    )
  })

  test.each([53, 8])('refuses port %i, which is not published', port => {
    expect(() => resolvePorts(`h:$PORT_${port}`, ports)).toThrow(
      `input ready: $PORT_${port} has no value: the container's port ${port} is not published`
    )
  })
})

describe('createSearch', () => {
  const search = (text: string, chunks: string[]) => {
    const found = createSearch(text)
    for (const chunk of chunks) found.push(Buffer.from(chunk))
    return found.isFound()
  }

  test.each([
    ['ready', ['is ready.'], true],
    ['ready', ['is re', 'ad', 'y'], true],
    ['ready', ['r', 'e', 'a', 'd', 'y'], true],
    ['rready', ['rr', 'ready'], true],
    ['x', ['a', 'b', 'x'], true],
    ['ü', ['a'], false],
    ['ready', ['rea\ndy'], false],
    ['ready', ['read', '', 'Y'], false],
    ['ready', [], false]
  ])('%j in %j: %s', (text, chunks, found) => {
    expect(search(text, chunks)).toBe(found)
  })

  test('a character that is cut in two', () => {
    const found = createSearch('ü')
    for (const byte of Buffer.from('ü')) found.push(Uint8Array.of(byte))
    expect(found.isFound()).toBe(true)
  })
})

const noPodman: Podman = {
  sudo: false,
  rootless: false,
  environment: {},
  run: () => Promise.reject(new Error('podman is not needed'))
}
const servers: Server[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) {
    await new Promise(resolve => server.close(resolve))
  }
})

async function listen(server: Server, host = '127.0.0.1'): Promise<number> {
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, host, resolve))
  return (server.address() as AddressInfo).port
}

const ask = (text: string, port: number, signal?: AbortSignal) =>
  createProbe(
    parseReady(text),
    {
      name: 'a-container',
      ports: [{ container: 80, protocol: 'tcp', host: port }]
    },
    noPodman,
    undefined
  ).ask(signal ?? new AbortController().signal)

describe('a URL', () => {
  test.each([
    [200, undefined],
    [204, undefined],
    [302, undefined],
    [400, 'HTTP status 400'],
    [503, 'HTTP status 503']
  ])('that answers with %i', async (status, problem) => {
    const port = await listen(
      createHttp((_, response) => {
        response.writeHead(status, { location: '/elsewhere' }).end()
      })
    )
    await expect(ask('http://127.0.0.1:$PORT_80/', port)).resolves.toBe(problem)
  })

  test('that is no HTTP', async () => {
    const port = await listen(
      net.createServer(s => s.resume().end('220 smtp\r\n'))
    )
    const problem = await ask('http://127.0.0.1:$PORT_80/', port)
    expect(problem).toMatch(/^Parse Error/)
  })

  test('that closes without an answer', async () => {
    const port = await listen(net.createServer(s => s.destroy()))
    const problem = await ask('http://127.0.0.1:$PORT_80/', port)
    expect(problem).toMatch(/hang up|ECONNRESET/)
  })

  test.each(['http://127.0.0.1:$PORT_80/', 'https://127.0.0.1:$PORT_80/'])(
    'that never answers: %s',
    async url => {
      const giveUp = new AbortController()
      const port = await listen(
        net.createServer(socket => {
          socket.on('error', () => undefined).resume()
          giveUp.abort()
        })
      )
      await expect(ask(url, port, giveUp.signal)).resolves.toBe(
        'no answer in time'
      )
    }
  )

  test('whose answer never ends is an answer', async () => {
    const giveUp = new AbortController()
    const port = await listen(
      createHttp((_, response) => {
        response.write('and', () => {
          setTimeout(() => {
            giveUp.abort()
          }, 200)
        })
      })
    )
    await expect(
      ask('http://127.0.0.1:$PORT_80/', port, giveUp.signal)
    ).resolves.toBeUndefined()
  })
})

describe('host:port', () => {
  test('where somebody listens, and where nobody does any more', async () => {
    const server = net.createServer(s => s.resume().end())
    const port = await listen(server)
    await expect(ask('127.0.0.1:$PORT_80', port)).resolves.toBeUndefined()
    servers.pop()
    await new Promise(resolve => server.close(resolve))
    const problem = await ask('127.0.0.1:$PORT_80', port)
    expect(problem).toMatch(/ECONNREFUSED/)
    const named = await ask('localhost:$PORT_80', port)
    expect(named).toMatch(/ECONNREFUSED/)
  })
})

describe('a command', () => {
  const probe = (run: Podman['run']) =>
    createProbe(
      parseReady(`command: check -q 'a b'`),
      { name: 'a-container', ports: [] },
      { sudo: false, rootless: false, environment: {}, run },
      undefined
    )
  const result = (exitCode: number, stderr = ''): Promise<CommandResult> =>
    Promise.resolve({ exitCode, stdout: 'out\n', stderr })
  const signal = () => new AbortController().signal

  test('runs in the container', async () => {
    const seen: string[][] = []
    const { ask } = probe(args => {
      seen.push(args)
      return result(0)
    })
    await expect(ask(signal())).resolves.toBeUndefined()
    expect(seen).toEqual([['exec', 'a-container', 'check', '-q', 'a b']])
  })

  test.each([
    ['no\nnot yet\n', 'exit code 7: no\nnot yet'],
    ['', 'exit code 7: out']
  ])('that fails and says %j', async (stderr, problem) => {
    const { ask } = probe(() => result(7, stderr))
    await expect(ask(signal())).resolves.toBe(problem)
  })

  test('that hangs is given up, and awaited at the end', async () => {
    let end: (value: CommandResult) => void = () => undefined
    const hangs = new Promise<CommandResult>(resolve => {
      end = resolve
    })
    const { ask, close } = probe(() => hangs)
    const problem = await ask(AbortSignal.abort())
    expect(problem).toBe('it did not end in time')
    let isClosed = false
    const closing = close().then(() => {
      isClosed = true
    })
    await new Promise(resolve => setImmediate(resolve))
    expect(isClosed).toBe(false)
    end(await result(137))
    await closing
    expect(isClosed).toBe(true)
  })
})

describe('awaitReady', () => {
  const answers = (...problems: (string | undefined)[]) => {
    let asked = 0
    const ask = () => Promise.resolve(problems[asked++])
    const close = () => Promise.resolve()
    return { probe: { what: 'it', ask, close }, asked: () => asked }
  }
  const signal = () => new AbortController().signal

  test('asks until it is ready', async () => {
    const { probe, asked } = answers('no', 'not yet', undefined, 'too late')
    await expect(awaitReady(probe, 60_000, signal())).resolves.toBeUndefined()
    expect(asked()).toBe(3)
  })

  test('asks once at least, and gives the last answer', async () => {
    const { probe, asked } = answers('not yet')
    await expect(awaitReady(probe, 1, signal())).resolves.toBe('not yet')
    expect(asked()).toBe(1)
  })

  test('gives a question no more time than there is', async () => {
    const ask = (limit: AbortSignal) =>
      new Promise<string>(resolve => {
        limit.addEventListener('abort', () => {
          resolve('cut off')
        })
      })
    const probe = { what: 'it', ask, close: () => Promise.resolve() }
    await expect(awaitReady(probe, 50, signal())).resolves.toBe('cut off')
  })

  test('ends when the run is cancelled', async () => {
    const { probe } = answers('no', 'no')
    const cancelled = AbortSignal.abort(new Cancelled('SIGINT'))
    await expect(awaitReady(probe, 60_000, cancelled)).rejects.toThrow(
      'cancelled by SIGINT'
    )
  })
})
