import fs from 'node:fs/promises'
import path from 'node:path'

import { describe, expect, test } from '@jest/globals'

import type { Podman } from '../../../src/container/podman.ts'
import type { TestRun } from '../../../src/container/run.ts'
import { Cancelled, UserError } from '../../../src/errors.ts'
import type { Log } from '../../../src/log.ts'
import type { RecorderName } from '../../../src/recorders/known.ts'
import type {
  Recorder,
  RecorderSession
} from '../../../src/recorders/recorder.ts'
import { RecorderFailed, trace, type Traced } from '../../../src/suite/trace.ts'
import { caught } from '../../support/caught.ts'
import { named, observation } from '../../support/recordings.ts'
import { useTemporaryDirectory } from '../../support/temporary.ts'

const temporary = useTemporaryDirectory()

const ENDED: TestRun = {
  exitCode: 0,
  started: true,
  id: 'c'.repeat(64),
  finishedAt: 1234,
  capabilities: [],
  output: '',
  stderr: 'the end'
}

/** What happened, in its order. */
let events: string[]

/** A recorder that tells what is asked of it, and does what is given. */
function recorder(
  name: RecorderName,
  members: Partial<RecorderSession & Pick<Recorder, 'start'>> = {}
): Recorder {
  const { start, ...session } = members
  return {
    name,
    start: async world => {
      events.push(`${name} starts`)
      if (start) return start(world)
      return {
        options: [`--env=BY=${name}`],
        wrap: argv => [name, '--', ...argv],
        explain: () => Promise.resolve(undefined),
        finish: () => Promise.resolve(observation({ calls: named(name) })),
        ...session,
        close: async () => {
          events.push(`${name} is closed`)
          await session.close?.()
        }
      }
    }
  }
}

/** Runs a trace of these; the podman removes containers, or fails to. */
function traced(
  first: Recorder,
  second?: Recorder,
  {
    run = () => Promise.resolve(ENDED),
    check = () => undefined,
    removal = 0
  }: {
    run?: (traced: Traced) => Promise<TestRun>
    check?: (run: TestRun) => void
    removal?: number
  } = {}
) {
  events = []
  const podman: Podman = {
    sudo: false,
    rootless: false,
    environment: {},
    run: args => {
      expect([args[0], args.at(-1)]).toEqual(['rm', 'the container'])
      events.push('removed')
      return Promise.resolve({ exitCode: removal, stdout: '', stderr: 'busy' })
    }
  }
  const log: Log = {
    info: () => undefined,
    warning: message => events.push(message),
    debug: () => undefined,
    group: (_, work) => work(() => undefined)
  }
  const world = {
    podman,
    log,
    container: 'the container',
    scratch: temporary(),
    signal: new AbortController().signal
  }
  return trace(
    { first, second },
    world,
    traced => {
      events.push('runs')
      return run(traced)
    },
    check
  )
}

const broken = (message: string) => () =>
  Promise.reject(new UserError(message, { code: 'recording' }))

describe('a trace', () => {
  test('starts, runs, removes and closes', async () => {
    const { first, second, run } = await traced(recorder('bpftrace'))
    expect(first.calls).toEqual(named('bpftrace'))
    expect(second).toBeUndefined()
    expect(run).toBe(ENDED)
    expect(events).toEqual([
      'bpftrace starts',
      'runs',
      'removed',
      'bpftrace is closed'
    ])
  })

  test('gives the options in order, the command inside out', async () => {
    let given: Traced | undefined
    await traced(recorder('bpftrace'), recorder('hook'), {
      run: traced => {
        given = traced
        return Promise.resolve(ENDED)
      }
    })
    expect(given?.options).toEqual(['--env=BY=bpftrace', '--env=BY=hook'])
    expect(given?.wrap(['podman', 'run'])).toEqual([
      'hook',
      '--',
      'bpftrace',
      '--',
      'podman',
      'run'
    ])
  })

  test('gives each recorder a directory of its own', async () => {
    const directories: string[] = []
    const wanting = (name: RecorderName) => {
      const plain = recorder(name)
      return recorder(name, {
        start: async world => {
          directories.push(world.scratch)
          expect(await fs.readdir(world.scratch)).toEqual([])
          return plain.start(world)
        }
      })
    }
    await traced(wanting('bpftrace'), wanting('hook'))
    await traced(wanting('bpftrace'))
    expect(new Set(directories).size).toBe(3)
    for (const directory of directories) {
      expect(path.dirname(directory)).toBe(temporary())
    }
  })

  test('asks for what was recorded of the container that ended', async () => {
    const asked: unknown[] = []
    const finish = (...args: unknown[]) => {
      asked.push(args)
      return Promise.resolve(observation())
    }
    await traced(recorder('bpftrace', { finish }), recorder('hook', { finish }))
    expect(asked).toEqual([
      [ENDED.id, 1234],
      [ENDED.id, 1234]
    ])
  })
})

describe('a recorder that cannot start', () => {
  test.each([
    ['first', 'bpftrace', ['bpftrace starts', 'removed']],
    [
      'second',
      'hook',
      ['bpftrace starts', 'hook starts', 'removed', 'bpftrace is closed']
    ]
  ] as const)('the %s: %s', async (_, name, expected) => {
    const reason = new UserError('no kernel headers', {
      code: 'recording',
      hint: 'Install them.'
    })
    const start = () => Promise.reject(reason)
    const all = (['bpftrace', 'hook'] as const).map(n =>
      recorder(n, n === name ? { start } : {})
    )
    const [first = recorder('strace'), second] = all
    const error = await caught(() => traced(first, second))
    expect(error).toBeInstanceOf(RecorderFailed)
    expect(error).toMatchObject({
      recorder: name,
      message: 'no kernel headers',
      hint: 'Install them.',
      cause: reason
    })
    expect(events).toEqual(expected)
  })

  test.each([new TypeError('a bug'), new Cancelled('SIGINT')])(
    'is not to blame for %s',
    async problem => {
      const start = () => Promise.reject(problem)
      await expect(traced(recorder('hook', { start }))).rejects.toBe(problem)
    }
  )
})

describe('a container that did not start', () => {
  const run = () => Promise.resolve({ ...ENDED, started: false, exitCode: 126 })
  const check = () => {
    throw new UserError('it could not be started', { code: 'recording' })
  }

  test('is explained by the recorder that kept it', async () => {
    const said: string[] = []
    const explain = (stderr: string) => {
      said.push(stderr)
      return Promise.resolve(
        new UserError('the hook failed', { code: 'recording' })
      )
    }
    const both = [recorder('bpftrace'), recorder('hook', { explain })] as const
    const error = await caught(() => traced(...both, { run, check }))
    expect(error).toBeInstanceOf(RecorderFailed)
    expect(error).toMatchObject({
      recorder: 'hook',
      message: 'the hook failed'
    })
    expect(said).toEqual(['the end'])
    expect(events.slice(-3)).toEqual([
      'removed',
      'bpftrace is closed',
      'hook is closed'
    ])
  })

  test('or by nobody of them, and then by the check', async () => {
    const error = await caught(() =>
      traced(recorder('hook'), undefined, { run, check })
    )
    expect(error).not.toBeInstanceOf(RecorderFailed)
    expect(error).toMatchObject({ message: 'it could not be started' })
  })

  test('nothing is explained of one that started', async () => {
    const explain = () => Promise.reject(new Error('nobody asked'))
    await traced(recorder('hook', { explain }))
    expect(events).toContain('hook is closed')
  })
})

describe('a recording', () => {
  test('is not asked for after a failed check', async () => {
    const finish = () => Promise.reject(new Error('nobody asked'))
    const check = () => {
      throw new UserError('the tests failed', { code: 'recording' })
    }
    const error = await caught(() =>
      traced(recorder('hook', { finish }), undefined, { check })
    )
    expect(error).toMatchObject({ message: 'the tests failed' })
    expect(events.slice(-2)).toEqual(['removed', 'hook is closed'])
  })

  test('that lost something is not used', async () => {
    const lost = ['one event', 'another']
    const finish = () => Promise.resolve(observation({ lost }))
    const error = await caught(() => traced(recorder('hook', { finish })))
    expect(error).toBeInstanceOf(UserError)
    expect(error).not.toBeInstanceOf(RecorderFailed)
    expect(error).toMatchObject({
      message: 'the recording is not complete: one event; another'
    })
    expect((error as UserError).hint).toMatch(/profile was not touched/)
  })

  test('that cannot be had is a failure', async () => {
    const finish = broken('it died')
    const error = await caught(() =>
      traced(recorder('bpftrace', { finish }), recorder('hook'))
    )
    expect(error).toMatchObject({ message: 'it died' })
    expect(events.slice(-2)).toEqual(['bpftrace is closed', 'hook is closed'])
  })

  test('by the second one may have lost something', async () => {
    const finish = () => Promise.resolve(observation({ lost: ['one event'] }))
    const { first, second } = await traced(
      recorder('bpftrace'),
      recorder('hook', { finish })
    )
    expect(first.calls).toEqual(named('bpftrace'))
    expect(second).toEqual(observation({ lost: ['one event'] }))
  })

  test('by the second one may be missing, and says why', async () => {
    const finish = broken('the hook wrote nothing')
    const { first, second } = await traced(
      recorder('bpftrace'),
      recorder('hook', { finish })
    )
    expect(first.calls).toEqual(named('bpftrace'))
    expect(second).toBeInstanceOf(UserError)
    expect(second).toMatchObject({ message: 'the hook wrote nothing' })
  })

  test.each([new TypeError('a bug'), new Cancelled('SIGTERM')])(
    'by the second one does not hide %s',
    async problem => {
      const finish = () => Promise.reject(problem)
      const both = [recorder('bpftrace'), recorder('hook', { finish })] as const
      await expect(traced(...both)).rejects.toBe(problem)
      expect(events.slice(-2)).toEqual(['bpftrace is closed', 'hook is closed'])
    }
  )
})

describe('whatever happens', () => {
  const problem = new TypeError('podman vanished')
  const run = () => Promise.reject(problem)

  test('container and recorders are gone', async () => {
    const both = [recorder('bpftrace'), recorder('hook')] as const
    await expect(traced(...both, { run })).rejects.toBe(problem)
    expect(events.slice(-3)).toEqual([
      'removed',
      'bpftrace is closed',
      'hook is closed'
    ])
  })

  test('a container that stays is a warning and hides nothing', async () => {
    const failing = traced(recorder('hook'), undefined, { run, removal: 125 })
    await expect(failing).rejects.toBe(problem)
    expect(events.slice(-2)).toEqual([
      'the container the container could not be removed: busy',
      'hook is closed'
    ])
    await traced(recorder('hook'), undefined, { removal: 125 })
  })

  test('a recorder that cannot be closed keeps no other', async () => {
    const close = () => Promise.reject(new Error('it will not end'))
    const both = [recorder('bpftrace', { close }), recorder('hook')] as const
    await expect(traced(...both, { run })).rejects.toBe(problem)
    expect(events).toContain('hook is closed')
  })
})
