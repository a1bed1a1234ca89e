import fs from 'node:fs/promises'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import { parseReady } from '../../../../src/container/outside/ready.ts'
import {
  serve,
  type ServeInput
} from '../../../../src/container/outside/serve.ts'
import type { Podman } from '../../../../src/container/podman.ts'
import type { TestRun } from '../../../../src/container/run.ts'
import { Cancelled, UserError } from '../../../../src/errors.ts'
import { createLog } from '../../../../src/log.ts'
import { useTemporaryDirectory } from '../../../support/temporary.ts'

const temporary = useTemporaryDirectory()

const RUN: TestRun = {
  exitCode: 0,
  started: true,
  id: 'f'.repeat(64),
  finishedAt: 1_700_000_000_000,
  capabilities: ['CAP_KILL'],
  stderr: 'said',
  output: ''
}

/** A container that lives in this file, and the podman that manages it. */
function createContainer(options: {
  /** Written at its start. */
  output?: Uint8Array[]
  /** The exit code after `podman stop`. */
  stopped?: number
  stop?: { exitCode: number; stderr: string }
}) {
  const calls: string[] = []
  let state: 'none' | 'running' | 'ended' = 'none'
  let end: (run: TestRun) => void = () => undefined
  const ended = new Promise<TestRun>(resolve => {
    end = run => {
      state = 'ended'
      resolve(run)
    }
  })
  const finish = (exitCode: number, started = true) => {
    end({ ...RUN, exitCode, started })
  }
  const podman: Podman = {
    sudo: false,
    rootless: false,
    environment: {},
    run: args => {
      const result = { exitCode: 0, stdout: '', stderr: '' }
      if (args[0] === 'stop') {
        calls.push(args.join(' '))
        if (options.stop) return Promise.resolve({ ...result, ...options.stop })
        finish(options.stopped ?? 143)
      } else if (args[0] === 'container') {
        if (state === 'none')
          return Promise.resolve({ ...result, exitCode: 125 })
        result.stdout = JSON.stringify([
          {
            State: { Running: state === 'running' },
            NetworkSettings: {
              IPAddress: '10.88.0.2',
              Ports: { '8000/tcp': [{ HostPort: '49153' }] }
            }
          }
        ])
      } else {
        calls.push(args.join(' '))
      }
      return Promise.resolve(result)
    }
  }
  const run: ServeInput['run'] = show => {
    calls.push('run')
    show('podman run ready\n')
    state = 'running'
    for (const chunk of options.output ?? []) show(chunk)
    return ended
  }
  const kill = () => {
    calls.push('kill')
    finish(137)
    return Promise.resolve()
  }
  return { podman, run, kill, finish, calls }
}

async function serveIt(
  container: ReturnType<typeof createContainer>,
  changes: Partial<ServeInput> = {}
) {
  let log = ''
  const write = (chunk: Uint8Array | string) => {
    log += Buffer.from(chunk).toString()
  }
  const warnings: string[] = []
  const sink = {
    startGroup: write,
    endGroup: () => undefined,
    info: write,
    warning: (message: string) => warnings.push(message),
    debug: () => undefined
  }
  const outcome = await serve(container.podman, createLog(sink, write), {
    title: 'Run the tests',
    name: 'a-container',
    ready: parseReady(''),
    readyTimeoutMs: 60_000,
    stopTimeoutMs: 9_500,
    script: ['true'],
    directory: temporary(),
    environment: process.env,
    timeoutMs: 600_000,
    signal: new AbortController().signal,
    run: container.run,
    kill: container.kill,
    ...changes
  }).then(
    value => ({ value, error: undefined }),
    (error: unknown) => ({ value: undefined, error })
  )
  return { ...outcome, log, warnings, calls: container.calls }
}

/** A script that tells that it runs, and does so until it is killed. */
const ENDLESS = ['bash', '-c', 'echo begun >begun; exec sleep 3600']

async function untilBegun(): Promise<void> {
  const file = path.join(temporary(), 'begun')
  while ((await fs.readFile(file, 'utf8').catch(() => '')) === '') {
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

describe('tests that pass', () => {
  test.each([0, 1, 143])(
    'after which the container ends with %i',
    async stopped => {
      const { value, warnings, calls } = await serveIt(
        createContainer({ stopped })
      )
      expect(value).toEqual({ ...RUN, output: 'podman run ready\ntrue\n' })
      expect(warnings).toEqual([])
      expect(calls).toEqual(['run', 'stop --time=10 a-container'])
    }
  )

  test('warn where the container had to be killed', async () => {
    const container = createContainer({ stopped: 137 })
    const { value, warnings } = await serveIt(container)
    expect(value?.exitCode).toBe(0)
    expect(warnings).toEqual([
      expect.stringMatching(
        /^the container did not shut down within 9.5 seconds and was killed/
      )
    ])
  })

  test('know where the container is', async () => {
    const script = [
      'bash',
      '-c',
      'echo $SECCOMP_LOCK_CONTAINER $SECCOMP_LOCK_ADDRESS $PORT_8000 $SECRET_X.'
    ]
    const environment = { ...process.env, SECRET_X: 'secret' }
    const container = createContainer({})
    const { log } = await serveIt(container, { script, environment })
    expect(log).toContain('\na-container 10.88.0.2 49153 .\n')
  })

  test('begin after the line that says that it is ready', async () => {
    const output = ['is re', 'ady\n'].map(text => Buffer.from(text))
    const container = createContainer({ output })
    const ready = parseReady('log: ready')
    const { value } = await serveIt(container, { ready })
    expect(value?.exitCode).toBe(0)
  })
})

describe('a container that is not ready', () => {
  test('in time is killed, and podman is not taken for it', async () => {
    const container = createContainer({ output: [Buffer.from('starting')] })
    const { error, calls } = await serveIt(container, {
      ready: parseReady('log: podman run ready'),
      readyTimeoutMs: 100,
      script: ['touch', 'tested']
    })
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).message).toBe(
      'the container was not ready within 0.1 seconds (log: "podman run ready"): no line contains it'
    )
    expect(calls).toEqual(['run', 'kill'])
    await expect(fs.readdir(temporary())).resolves.toEqual([])
  })

  test('but ends', async () => {
    const container = createContainer({})
    const run: ServeInput['run'] = show => {
      const ended = container.run(show)
      container.finish(4)
      return ended
    }
    const ready = parseReady('log: never')
    const { error, calls } = await serveIt(container, { ready, run })
    expect((error as UserError).message).toBe(
      'the container ended with exit code 4 before it was ready'
    )
    expect(calls).toEqual(['run'])
  })

  test('as it did not start is left to the caller', async () => {
    const container = createContainer({})
    const run = () => {
      container.finish(127, false)
      return container.run(() => undefined)
    }
    const { value } = await serveIt(container, {
      run,
      ready: parseReady('log: never')
    })
    expect(value).toMatchObject({ exitCode: 127, started: false })
  })

  test('whose port is not published', async () => {
    const ready = parseReady('127.0.0.1:$PORT_9')
    const { error, calls } = await serveIt(createContainer({}), { ready })
    expect((error as UserError).message).toMatch(/^input ready: \$PORT_9 /)
    expect(calls).toEqual(['run', 'kill'])
  })

  test('as podman cannot be started', async () => {
    const failure = new UserError('podman cannot be started', {
      code: 'recording'
    })
    const { error } = await serveIt(createContainer({}), {
      run: () => Promise.reject(failure)
    })
    expect(error).toBe(failure)
  })
})

describe('tests that do not pass', () => {
  test('kill the container', async () => {
    const { error, calls } = await serveIt(createContainer({}), {
      script: ['bash', '-c', 'exit 3']
    })
    expect((error as UserError).message).toBe(
      'the test script failed with exit code 3'
    )
    expect(calls).toEqual(['run', 'kill'])
  })

  test('as the container ended meanwhile are ended at once', async () => {
    const container = createContainer({})
    const serving = serveIt(container, { script: ENDLESS })
    await untilBegun()
    container.finish(139)
    const { error, calls } = await serving
    expect((error as UserError).message).toBe(
      'the container ended with exit code 139 while the test script ran'
    )
    expect(calls).toEqual(['run'])
  })

  test('are not taken for tests that passed where the stop fails', async () => {
    const stop = { exitCode: 125, stderr: 'Error: no lock\n' }
    const { error, calls } = await serveIt(createContainer({ stop }))
    expect((error as UserError).message).toBe(
      'the container a-container could not be stopped: Error: no lock'
    )
    expect(calls.at(-1)).toBe('kill')
  })
})

describe('a run that is ended', () => {
  test('by its deadline', async () => {
    const { error, calls } = await serveIt(createContainer({}), {
      script: ENDLESS,
      timeoutMs: 600
    })
    expect((error as UserError).message).toBe(
      'the tests took longer than 0.01 minutes and were stopped'
    )
    expect(calls).toEqual(['run', 'kill'])
  })

  test('by a cancel', async () => {
    const controller = new AbortController()
    const { signal } = controller
    const serving = serveIt(createContainer({}), { script: ENDLESS, signal })
    await untilBegun()
    controller.abort(new Cancelled('SIGINT'))
    const { error, calls } = await serving
    expect(error).toBeInstanceOf(Cancelled)
    expect(calls).toEqual(['run', 'kill'])
  })

  test('before it began', async () => {
    const signal = AbortSignal.abort(new Cancelled('SIGTERM'))
    const { error, calls } = await serveIt(createContainer({}), { signal })
    expect(error).toBeInstanceOf(Cancelled)
    expect(calls).toEqual([])
  })
})
